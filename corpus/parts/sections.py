"""Sections of a report: under which heading a run of lines stands, whether it is a table, what it is evidence of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus.layouts.minutes import BLANK_PAGE
from corpus.models import Document, Section, SectionKind
from corpus.parts.columns import header_depth
from corpus.parts.cover import COVER_FIELD
from corpus.parts.lines import BULLET, Line, split_lines
from corpus.parts.tables import split_cells

_NUMBERED = re.compile(r"(?P<number>\d{1,2})(?:\.\d{1,2})?\.?\s+[*A-Z]")
_COUNTS_ANEW = re.compile(r"1(?:\.0)?\.?\s")
_LOOKED_AT = 60  # rows of a table
_TITLE_PAGE = 250  # characters
_PAGE_MARK = re.compile(r"[Il]tem\s+\d{1,3}|Page\s+\d{1,4}")  # stamped on every page of a pack
RECOMMENDS = re.compile(  # the heading of what a report asks for
    r"(?:\d{1,2}(?:\.\d)?\.?\s+)?(?:(?:(?:Officers?['’]?|Our|Key|Summary of(?: the)?)\s+)?Recommendation(?:s|\(s\))?"
    r"|Recommended\s+actions?|(?:Our\s+)?Advice)\s*:?$",
    re.IGNORECASE,
)
_CLOSES = re.compile(  # what stands below a report, and is no part of what it asks for
    r"(?:\d{1,2}\.?\s+)?(?:Background\s+(?:documents?|papers?)|Appendi(?:x|ces)|(?:Contact|Author)\s+details"
    r"|Contact\s+officers?|Report\s+authors?)\s*:?",
    re.IGNORECASE,
)
_CAPTION = re.compile(r"(?:Table|Figure|Chart)\s+\d{1,3}\b", re.IGNORECASE)
_MONITOR = re.compile(
    r"monitor\w*\s+(?:of\s+)?(?:the\s+)?(?:previous\s+|past\s+)?recommendations|recommendations?\s+monitor(?:ing)?$",
    re.IGNORECASE,
)
_KEY_DECISIONS = re.compile(
    r"(?:register|list) of key decisions|^(?:\d\.?\s+)?key decisions|forward plan", re.IGNORECASE
)
_WORK_PROGRAMME = re.compile(r"work programme", re.IGNORECASE)
_WITHIN_PROGRAMME = re.compile(r"\b(?:regular items|still to be scheduled|items)\b|\b20\d\d\b", re.IGNORECASE)
_COLUMN = re.compile(
    r"\b(?:date|item|subject|action|recommendation|purpose|officer|decision|type|measure|indicator|year|outcomes?|"
    r"required|aims|name|ward|school|total|target|actual|service|comments)\b",
    re.IGNORECASE,
)


def read_sections(document: Document, start: int, end: int) -> list[Section]:
    """Sections of the report at `start` to `end`, in order, each under its nearest heading."""
    lines = [
        line
        for line in split_lines(document.text, start, end)
        if line.text != BLANK_PAGE and not _PAGE_MARK.fullmatch(line.text)
    ]
    reading = _Reading(document)
    for index, line in enumerate(lines):
        if is_heading(line, lines[index + 1] if index + 1 < len(lines) else None):
            reading.open(line)
        elif (
            line.is_row != reading.in_table and (line.is_row or line.gap) and not COVER_FIELD.match(line.text)
        ):
            reading.turn(line.is_row)
        reading.run.append(line)
    reading.close()
    return reading.found


@dataclass(slots=True)
class _Reading:
    """Where the reading of a report stands."""

    document: Document
    found: list[Section] = field(default_factory=list)
    run: list[Line] = field(default_factory=list)  # lines of the section that is open
    headings: list[str] = field(default_factory=list)  # printed one below the other, with nothing between
    above: int = 0  # lines at the top of `run` that are headings
    kind: SectionKind = SectionKind.REPORT
    in_table: bool = False
    numbered: bool = False  # a numbered heading has been met
    appended: str | None = None  # title of a paper appended to the report, whose headings count from 1 again

    def open(self, line: Line) -> None:
        """Begin a section with a heading, or add a heading to one that has nothing below its headings yet."""
        stacked = bool(self.run) and len(self.run) == self.above
        if not stacked:
            self.close()
            self.headings, self.above = [], 0
        text = line.text.replace("**", "").strip(": ")
        if number := _NUMBERED.match(text):
            if self.numbered and number["number"] == "1" and _COUNTS_ANEW.match(text):
                self.appended = " – ".join(self.headings) or self._title_page() or self.appended
            self.numbered = True
        self.headings.append(text)
        self.above += 1
        # "Recommendations", then "The Committee is recommended to:": the second leads in what the first names
        if not (stacked and self.kind is SectionKind.RECOMMENDATION and line.text.endswith(":")):
            self.kind = _kind_of(line.text, self.kind)
        self.in_table = False

    def _title_page(self) -> str | None:
        """The headings of a short section without prose just above: who wrote the appended paper, and what it is."""
        last = self.found[-1] if self.found else None
        if last is None or last.heading is None or last.span.end - last.span.start > _TITLE_PAGE:
            return None
        return last.heading

    def turn(self, into_table: bool) -> None:
        """Prose becomes a table or a table prose, under the same heading."""
        if len(self.run) > self.above:
            self.close()
            self.above = 0
        self.in_table = into_table

    def close(self) -> None:
        if self.run:
            parts = [*([self.appended] if self.appended else []), *self.headings[-3:]]
            heading = " – ".join(dict.fromkeys(parts)) or None
            self.found.append(_section(self.document, self.run, self.kind, heading, self.in_table))
            self.run = []


def is_heading(line: Line, after: Line | None) -> bool:
    """A short line of its own, capital first, with no full stop, bullet or cells."""
    text = line.text.replace("**", "").strip()
    if line.is_row or len(text) > 90 or text in ("", "None") or COVER_FIELD.match(text):
        return False
    if not line.gap:  # lines of a PDF stand close together: only what is plainly a heading
        return (
            RECOMMENDS.fullmatch(text) is not None
            or _CLOSES.fullmatch(text) is not None
            or _opens_numbered(text, after)
            or (after is not None and after.is_row and after.gap and _names_a_table(text))
        )
    if after is not None and not after.gap and not after.is_row and not text.endswith(":"):
        return False
    if _NUMBERED.match(text):
        return ".0 " in text or (len(text) < 60 and text[-1] not in ".,;?!")
    if text[-1] in ".,;?!":
        return False
    return not BULLET.match(text) and (text[0].isupper() or text[0] == "'") and len(text.split()) <= 12


def _opens_numbered(text: str, after: Line | None) -> bool:
    """ "3. Background" with "3.1 ..." on the next line."""
    number = _NUMBERED.match(text)
    return bool(
        number and after and after.text.startswith(f"{number['number']}.1") and text[-1] not in ".,;?!"
    )


def _names_a_table(text: str) -> bool:
    """ "Table 2: costs", or every word that counts in capitals: a paragraph's last line is neither."""
    if _CAPTION.match(text):
        return True
    words = [word for word in text.strip(": ").split() if len(word) > 3]
    return text[-1] not in ".,;?!" and len(words) > 1 and all(word[0].isupper() for word in words)


def _kind_of(heading: str, before: SectionKind) -> SectionKind:
    """What a heading opens. A monitor, register or programme lasts until a heading of another sort opens."""
    text = heading.strip("*: ")
    if RECOMMENDS.match(text):
        return SectionKind.RECOMMENDATION
    if _MONITOR.search(text):
        return SectionKind.MONITOR
    if _KEY_DECISIONS.search(text):
        return SectionKind.KEY_DECISIONS
    if _WORK_PROGRAMME.search(text):
        return SectionKind.WORK_PROGRAMME
    if before is SectionKind.WORK_PROGRAMME and _WITHIN_PROGRAMME.search(text):
        return before
    if before is SectionKind.KEY_DECISIONS and text.lower().startswith("subject"):
        return before
    return SectionKind.REPORT


def _section(
    document: Document, run: Sequence[Line], kind: SectionKind, heading: str | None, is_table: bool
) -> Section:
    span = document.span(run[0].start, run[-1].end)
    if not is_table:
        return Section(kind, span, heading)
    if kind in (SectionKind.REPORT, SectionKind.RECOMMENDATION):
        kind = SectionKind.TABLE
    rows = [line for line in run if line.is_row]
    titles = _certain_titles(document.text, rows) or _likely_titles(rows)
    return Section(kind, span, " | ".join(filter(None, (heading, titles))) or None)


def _certain_titles(text: str, rows: Sequence[Line]) -> str | None:
    """The column titles of a table: its header, which may stand below a line that heads the table."""
    lines = [split_cells(text[row.start :].partition("\n")[0]) for row in rows[:_LOOKED_AT]]
    first = int(len(lines) > 1 and sum(map(bool, lines[0])) == 1)
    head = lines[first : first + header_depth(lines[first:])]
    return "; ".join(" / ".join(filter(None, cells)) for cells in head) or None


def _likely_titles(rows: Sequence[Line]) -> str | None:
    """What may be the titles, to be searched by: a first row (or two, for grouped columns) that reads like them."""
    first = _cells(rows[0])
    if first[0].endswith(":"):
        return None  # "Name:", a form rather than a table
    if _are_titles(first):
        return " / ".join(filter(None, first))
    if len(rows) < 2 or first[0] or not _are_titles(second := _cells(rows[1])):
        return None
    return "; ".join(" / ".join(filter(None, each)) for each in (first, second))


def _cells(row: Line) -> list[str]:
    return [cell.strip() for cell in row.text.split("\t")]


def _are_titles(cells: Sequence[str]) -> bool:
    text = "\t".join(cells)
    return _COLUMN.search(text) is not None and not any(char.isdigit() for char in text)
