"""Lines, paragraphs and sentences of a text, each as offsets into it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

BULLET = re.compile(r"(?:[•·▪◦●○*–-]|\d{1,3}[.)]|\(?[a-z][.)]|\([ivx]+\))[ \t\u00a0]+(?=\S)")
LIST_NUMBER = re.compile(r"(?:[-•][ \t]+)?\(?(\d{1,2})[.)](?!\d)[ \t\u00a0]*(?=\S)")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Messrs|Dr|Prof|Rev|Fr|Hon|Cllr|Cllrs|Cmhlr|Ald|Supt|Insp|Sgt|Gda|St|Mt|Lr|Lwr|Upr"
    r"|Co|No|Nos|Ref|para|paras|p|pp|vs|etc|approx|e\.g|i\.e|a\.m|p\.m|Dept)"
    r"|\b[A-Z])\.$"
)
_SENTENCE_END = re.compile(r"[.!?][\"'”’)\]]*(?=[ \t\u00a0]*\n|[ \t\u00a0]+[\"'“‘(\[]?[A-Z0-9£])")
_MARK = re.compile(r"(?:[-–•*][ \t\u00a0]+)?\(?(?:\d{1,3}(?:\.\d{1,3})?|[a-z]|[ivx]{1,5})\.")
_DAY = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]{2,8},?\s+\d{4}\b"
)
_LONGEST_MARK = 12  # characters that an abbreviation or a list number may take


class Line(NamedTuple):  # made by the hundred thousand, and much quicker made than a frozen dataclass
    """A line with something on it. `text` is the document's text from `start` to `end`."""

    start: int
    end: int
    text: str
    gap: bool  # a blank line stands before it

    @property
    def is_bullet(self) -> bool:
        return BULLET.match(self.text) is not None

    @property
    def is_row(self) -> bool:
        """A row of a table: cells separated by tabs."""
        return "\t" in self.text.strip("\t ")


def split_lines(text: str, start: int = 0, end: int | None = None) -> list[Line]:
    """Lines of `text[start:end]` that are not blank, white space at their ends left out.

    A leading tab is kept: it marks an empty first cell.
    """
    return list(_split_whole(text)) if start == 0 and end is None else _split(text[start:end], start)


@lru_cache(maxsize=1)  # each reader of a paper splits all of it
def _split_whole(text: str) -> tuple[Line, ...]:
    return tuple(_split(text, 0))


def _split(text: str, at: int) -> list[Line]:
    found: list[Line] = []
    gap = True
    for raw in text.split("\n"):
        kept = raw.rstrip()
        body = kept.lstrip().lstrip("\ufeff") if kept else ""
        if body:
            lead = len(kept) - len(body)
            if lead:
                tab = kept.find("\t", 0, lead)
                lead = lead if tab < 0 else tab
                body = kept[lead:]
            found.append(Line(at + lead, at + len(kept), body, gap))
        gap = not body
        at += len(raw) + 1
    return found


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The same range without white space at either end."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def heads_rows(line: str) -> bool:
    """Whether a line among rows opens with a day and has no other cell: "Tuesday 15 March 2022, 4.30pm"."""
    return _DAY.match(line) is not None and "\t" not in line.strip()


def split_paragraphs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Ranges of paragraphs: broken at blank lines, bullets, numbered lines and table rows.

    A line that continues its paragraph after a page break (blank line, then a lower-case letter)
    starts a new range all the same: nothing is ever joined across text that is not its own. Nor is a
    day alone on its line joined to what stands above it: it heads the rows below, as in a work programme.
    """
    begin: int | None = None
    last = start
    below_row = False
    for line in split_lines(text, start, end):
        heads = below_row and heads_rows(line.text)
        below_row = line.is_row
        if begin is None or line.gap or line.is_bullet or line.is_row or heads:
            if begin is not None:
                yield begin, last
            begin = line.start
        last = line.end
    if begin is not None:
        yield begin, last


def split_rows(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Ranges of a table's rows. A line with few cells, or an empty first one, goes on with the row above it:
    a cell that wraps is printed so."""
    lines = list(split_paragraphs(text, start, end))
    cells = [sum(bool(cell.strip()) for cell in text[lo:hi].split("\t")) for lo, hi in lines]
    widest = max(cells, default=0)
    row: tuple[int, int] | None = None
    for (lo, hi), count in zip(lines, cells, strict=True):
        opens = text[lo] != "\t" and count >= max(2, (widest + 1) // 2)
        if row and not opens:
            row = (row[0], hi)
            continue
        if row:
            yield row
        row = (lo, hi)
    if row:
        yield row


def split_sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Ranges of sentences; a bullet, a numbered line or a table row is at least one of its own."""
    rows: list[tuple[int, int]] = []
    for first, last in split_paragraphs(text, start, end):
        if "\t" in text[first:last].strip():
            rows.append((first, last))
            continue
        if rows:
            yield from split_rows(text, rows[0][0], rows[-1][1])
            rows.clear()
        yield from _split_paragraph(text, first, last)
    if rows:
        yield from split_rows(text, rows[0][0], rows[-1][1])


def _split_paragraph(text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    begin = first
    for match in _SENTENCE_END.finditer(text, first, last):
        stop, dot = match.end(), match.start() + 1
        if text[dot - 1] == "." and _ABBREVIATION.search(text[max(begin, dot - _LONGEST_MARK) : dot]):
            continue
        if stop - begin <= _LONGEST_MARK and _MARK.fullmatch(text[begin:stop].strip()):
            continue  # "1." alone is the number of the sentence that follows
        lo, hi = trim(text, begin, stop)
        if lo < hi:
            yield lo, hi
        begin = stop
    lo, hi = trim(text, begin, last)
    if lo < hi:
        yield lo, hi


def fold(text: str) -> str:
    """White space folded to single spaces, soft hyphens and odd blanks gone: for showing, not for offsets."""
    return " ".join(text.replace("\u00ad", "").replace("\ufffe", "-").split())
