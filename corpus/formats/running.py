"""Running headers, footers and page numbers: what stands at the edges of page after page is no text of the paper."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_PAGE_NUMBER = re.compile(
    r"(?:page\s*[|:]?\s*)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?(?:\s*\|\s*p\s*a\s*g\s*e)?|[-–—]\s*\d{1,4}\s*[-–—]",
    re.IGNORECASE,
)
_BLANK_PAGE = re.compile(
    r"(?:this )?page (?:is |has been |was )?(?:intentionally )?left (?:intentionally )?blank\.?", re.I
)
_MONTH = r"(?:jan|febr?|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,8}"
_VARIES = re.compile(
    rf"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|{_MONTH})\b|\d+(?:st|nd|rd|th)?", re.IGNORECASE
)
_EDGE = 3  # lines at the top and at the bottom of a page that may repeat from page to page
_NEAR = 4  # pages before and after that are looked at: a pack's reports have headers of their own
_BESIDE = 2  # pages: headers of left and right pages may differ
_NUMBER_ALONE = re.compile(
    r"(?:page\s+)?(\d{1,3})(?:\s+of\s+\d{1,3})?|[-–—]\s*(\d{1,3})\s*[-–—]", re.IGNORECASE
)
_LEAST = 20  # lines of a printed page: numbers nearer than that count items, not pages


@dataclass(frozen=True, slots=True)
class PageLines:
    """A page's lines as printed, and which of them stand in its margins."""

    lines: tuple[str, ...]
    margin: frozenset[str] = frozenset()

    def words(self) -> int:
        """How many stand outside the margins."""
        return sum(len(line.split()) for line in self.lines if line.strip() not in self.margin)


def without_running_lines(pages: Sequence[PageLines]) -> list[str]:
    """The pages' own text. A line at an edge goes when it stands at the edges of half of all pages or of those
    nearby, or in the margins of a page beside; digits and dates in it may differ. Column titles that a table
    prints again on its next page go too."""
    edges = [{_shape(line) for line in (*page.lines[:_EDGE], *page.lines[-_EDGE:])} for page in pages]
    margins = [{_shape(line) for line in page.margin} for page in pages]
    everywhere = Counter(shape for shapes in edges for shape in shapes)
    often = max(3, (len(pages) + 1) // 2)
    found = []
    for at, page in enumerate(pages):
        nearby = edges[max(0, at - _NEAR) : at + _NEAR + 1]
        beside = margins[max(0, at - _BESIDE) : at] + margins[at + 1 : at + _BESIDE + 1]
        repeated = {
            shape
            for shape in edges[at]
            if everywhere[shape] >= often
            or sum(shape in shapes for shapes in nearby) > _NEAR
            or (shape in margins[at] and any(shape in shapes for shapes in beside))
        }
        found.append(_without_edges(page.lines, repeated - _within(page.lines, repeated)))
    return ["\n".join(lines).lstrip("\n") for lines in _without_titles(found)]


def without_page_numbers(text: str) -> str:
    """A text without pages' marks, as when a printed paper is copied by hand, without the numbers of its pages: those
    that stand alone on a line, count up by one from the first page or the second, and are a page or more apart."""
    lines = text.split("\n")
    found: list[int] = []  # places of the numbers of pages 1, 2, 3 ... or 2, 3 ...
    number, words = 0, 0  # of the last one found; lines with words since then
    for at, line in enumerate(lines):
        match = _NUMBER_ALONE.fullmatch(line.strip())
        value = int(match[1] or match[2]) if match else 0
        starts = not found and ((value == 1 and not words) or (value in (1, 2) and words >= _LEAST))
        if starts or (found and value == number + 1 and words >= _LEAST):
            found.append(at)
            number, words = value, 0
        elif found and value == number + 1:
            return text  # too near for a page: they count something else
        else:
            words += bool(line.strip())
    if len(found) < 2:
        return text
    return "\n".join(line for at, line in enumerate(lines) if at not in found)


def _shape(line: str) -> str:
    return _VARIES.sub("#", line.strip().lower())


def _within(lines: Sequence[str], shapes: set[str]) -> set[str]:
    """Of these, what stands on the page more often than a header and a footer do: rows of figures."""
    counts = Counter(_shape(line) for line in lines) if shapes else Counter[str]()
    return {shape for shape in shapes if counts[shape] > 2}


def _without_edges(lines: Sequence[str], running: set[str]) -> list[str]:
    def runs(line: str) -> bool:
        text = line.strip()
        if "\t" in text:
            return False  # a table's row
        return _shape(line) in running or bool(_PAGE_NUMBER.fullmatch(text) or _BLANK_PAGE.fullmatch(text))

    # from the edge inwards, so that a line that only resembles a running one is kept within the text
    top = next((at for at, line in enumerate(lines[:_EDGE]) if not runs(line)), min(_EDGE, len(lines)))
    rest = lines[top:]
    foot = next(
        (at for at, line in enumerate(rest[: -_EDGE - 1 : -1]) if not runs(line)), min(_EDGE, len(rest))
    )
    return list(rest[: len(rest) - foot])


def _without_titles(pages: Sequence[list[str]]) -> Iterator[list[str]]:
    titles, open_table = "", False
    for lines in pages:
        if open_table and lines and lines[0].strip() == titles:
            lines = lines[1:]
        for line in lines:
            is_row = "\t" in line.strip()
            if is_row and (line.startswith("\n") or not open_table):
                titles = line.strip()
            open_table = is_row
        yield lines
