"""Markdown that a program made of a PDF, line by line: every printed line stands by itself.

Pages are parted by rules (---), blank lines stand between all lines or, on scanned pages, between
paragraphs, and bold print is kept as `**`. The lines are joined into the paragraphs they were.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from corpus.formats.extracted import Extracted
from corpus.formats.joining import goes_on, is_marker, joins, separator
from corpus.models import Mark, MarkKind

_ORIGIN = re.compile(r"\[[^\]\n]{1,60}\]\((https?://\S{1,1500}?)\)\s*$")
_SCANNED = re.compile(r"\*?<small>[^<\n]*\bscanned\b[^<\n]*</small>\*?\s*$", re.IGNORECASE)
_RULE = re.compile(r"(?:-{3,}|\*{3,}|_{3,})\s*$")
_STARS = re.compile(r"\*{2,3}")
_EMPHASIS = re.compile(r"(?<!\\)\*")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!~|<>&$:’'-])")
_BLANKS = re.compile(r"_{4,}|\.{8,}|…{3,}")  # lines to sign or write on
_DROPPED = frozenset(("(Image omitted)", "(image omitted)"))
_PAGE_NUMBER = re.compile(
    r"(?:Page\s+|[-–]\s*)?(\d{1,4})(?:\s*(?:of|/|\|)\s*(?:\d{1,4}|Page)|\s*[-–])?$", re.IGNORECASE
)
_DIGITS = re.compile(r"\d+")
_WIDE = 40  # characters: shorter lines say nothing of how wide the print is
_OFF = 3  # pages that a printed number may be off: covers and inserts are not counted


class Printed(NamedTuple):  # one for each line of the paper: quicker made than a frozen dataclass
    """A printed line without its marks of syntax."""

    text: str
    bold: bool  # all of it
    gap: bool  # a blank line before it means something
    page: int  # from 0
    scanned: bool  # its words were read from a picture


def looks_wrapped(text: str) -> bool:
    """Whether the lines are those of a printed page: parted by rules, and broken within sentences."""
    head = text[:20_000].split("\n")
    if "<small>" in text[:20_000].lower() and any(_SCANNED.match(line) for line in head):
        return True
    if not any(line.startswith("---") for line in head):
        return False
    pairs = [
        (before.rstrip("* "), line.lstrip("* "))
        for before, between, line in zip(head, head[1:], head[2:], strict=False)
        if line and not between and before and before[0] not in "#|-[>" and before.strip("* ")
    ]
    broken = sum(
        bool(line[:1].islower() and before[-1:] not in ".:;?!") or goes_on(before) for before, line in pairs
    )
    return broken > 2 and broken * 8 > len(pairs)


def wrapped_to_text(text: str) -> Extracted:
    """The pages' text, marks on what is bold, and the address of the PDF where one is named."""
    pages, origin = _pages(text)
    lines = [line for page in _without_furniture(pages) for line in page]
    parts, starts, marks = _join(lines, len(pages))
    scanned = tuple(sorted({page[0].page + 1 for page in pages if page and page[0].scanned}))
    return Extracted(parts, starts, marks, scanned, url=origin)


def _pages(text: str) -> tuple[list[list[Printed]], str | None]:
    pages: list[list[Printed]] = []
    origin = None
    lines: list[Printed] = []
    gap = scanned = False
    for raw in text.split("\n"):
        if not raw or raw.isspace():
            gap = True
            continue
        if raw in _DROPPED:
            continue
        if raw[0] in "-*_" and _RULE.match(raw):
            if lines or pages:
                pages.append(lines)
            lines, gap, scanned = [], True, False
        elif not lines and _SCANNED.match(raw):
            scanned = True
        elif not pages and not lines and (link := _ORIGIN.match(raw)):
            origin = link[1]
        elif words := _clean(raw, scanned):
            lines.append(Printed(*words, gap and scanned, len(pages), scanned))
            gap = False
    return [*pages, *([lines] if lines else [])], origin


def _clean(raw: str, scanned: bool) -> tuple[str, bool] | None:
    """The words of a line and whether all are bold; None for what is no text. What a machine read is kept as it is."""
    bold = False
    if not scanned:
        if "*" in raw:
            parts = _STARS.split(raw)
            plain = sum(map(str.isalnum, "".join(parts[::2])))
            raw = "".join(parts)
            bold = len(parts) > 1 and plain * 6 < sum(map(str.isalnum, raw))
            raw = _EMPHASIS.sub("", raw)
        if "\\" in raw:
            raw = _ESCAPED.sub(r"\1", raw)
    text = " ".join(raw.split())
    if "\ue000" <= text[:1] <= "\uf8ff":
        text = "•" + text[1:]  # a bullet in a font of signs
    if text[-1:] in "_.…" and ("____" in text or "...." in text or "…" in text):
        text = _BLANKS.sub("", text).strip()
    return (text, bold) if text else None


def _without_furniture(pages: Sequence[Sequence[Printed]]) -> Iterator[Sequence[Printed]]:
    """Pages without their numbers and without the lines that stand at the same place of most pages."""
    edges = Counter(_shape(line) for page in pages for line in {*page[:2], *page[-2:]})
    least = max(3, len(pages) * 0.6)
    running = {shape for shape, count in edges.items() if count >= least and len(shape) > 3}
    for number, page in enumerate(pages, start=1):
        kept = [
            line
            for at, line in enumerate(page)
            if not ((at < 2 or at >= len(page) - 2) and number > 1 and _shape(line) in running)
        ]
        for at in (0, -1):
            if kept and (match := _PAGE_NUMBER.match(kept[at].text)) and abs(int(match[1]) - number) <= _OFF:
                kept.pop(at)
        yield kept


def _shape(line: Printed) -> str:
    return "" if line.text[-1] in ':;,”"' else _DIGITS.sub("#", line.text)


def _join(lines: Sequence[Printed], pages: int) -> tuple[str, tuple[int, ...], tuple[Mark, ...]]:
    lengths = sorted(len(line.text) for line in lines if len(line.text) > _WIDE)
    width = lengths[int(len(lengths) * 0.9)] if lengths else _WIDE
    parts: list[str] = []
    starts: list[int] = []
    marks: list[Mark] = []
    at = begun = 0  # offset, and where the open paragraph began
    bold = False  # the open paragraph, all of it
    wide = False  # the open paragraph has had a line that fills its width
    before: Printed | None = None
    for line in lines:
        between = ""
        if before is not None:
            if joins(before, line, width, wide):
                between = separator(before.text, line.text)
                bold = line.bold and (bold or is_marker(before.text))
            else:
                if bold:
                    marks.append(Mark(MarkKind.HEADING, begun, at))
                tight = (line.scanned and not line.gap) or (line.text[0] == "•" and before.text[0] == "•")
                between = "\n" if tight and line.page == before.page else "\n\n"
                begun, bold, wide = at + len(between), line.bold, False
        else:
            bold = line.bold
        at += len(between)
        if line.page >= len(starts):
            starts.extend([at] * (line.page + 1 - len(starts)))
        parts += (between, line.text)
        at += len(line.text)
        wide = wide or len(line.text) > width * 0.7
        before = line
    if bold:
        marks.append(Mark(MarkKind.HEADING, begun, at))
    starts.extend([at] * (pages - len(starts)))
    return "".join((*parts, "\n")), tuple(starts), tuple(marks)
