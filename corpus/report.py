"""A report: cover, recommendations, numbered paragraphs, tables, monitor, register, work programme."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.lines import BULLET, Line, split_lines
from corpus.minutes import BLANK_PAGE
from corpus.models import Document, Section, SectionKind

COVER = re.compile(r"(?P<council>.*?\bCouncil)\s+Report for (?P<purpose>\w+)|Report to\s*:", re.IGNORECASE)
COVER_FIELD = re.compile(
    r"(?P<name>Report to|Subject|Report of|Report author|Purpose)\s*:?\s*[\t ]\s*(?P<value>[^/\s].*)$", re.I
)
_NUMBERED = re.compile(r"\d{1,2}(?:\.\d{1,2})?\.?\s+[*A-Z]")
_PAGE_MARK = re.compile(
    r"[Il]tem\s+\d{1,3}|Page\s+\d{1,4}"
)  # stamped on every page of a pack, not of the report
_RECOMMENDATIONS = re.compile(
    r"(?:\d{1,2}(?:\.\d)?\.?\s+)?(?:Officer\s+)?Recommendations?\s*:?$", re.IGNORECASE
)
_KINDS = (
    (re.compile(r"monitor\w*\s+(?:of\s+)?(?:the\s+)?(?:previous\s+|past\s+)?recommendations|recommendations?\s+monitor(?:ing)?$", re.I), SectionKind.MONITOR),
    (re.compile(r"(?:register|list) of key decisions|^(?:\d\.?\s+)?key decisions|forward plan", re.I), SectionKind.KEY_DECISIONS),
    (re.compile(r"work programme", re.I), SectionKind.WORK_PROGRAMME),
)  # fmt: skip
_HEADER_WORDS = re.compile(r"\b(?:date|item|subject|action|recommendation|purpose|officer|decision|type|measure|indicator|year|outcomes?|"
                           r"required|aims|name|ward|school|total|target|actual|service|comments)\b", re.I)  # fmt: skip


def is_heading(line: Line, after: Line | None) -> bool:
    """A short line of its own, capital first, with no full stop, bullet or cells."""
    text = line.text.replace("**", "").strip()
    if not line.gap or line.is_row or len(text) > 90 or text in ("", "None") or COVER_FIELD.match(text):
        return False
    if after is not None and not after.gap and not after.is_row and not text.endswith(":"):
        return False
    if _NUMBERED.match(text):
        return ".0 " in text or (len(text) < 60 and text[-1] not in ".,;?!")
    if text[-1] in ".,;?!":
        return False
    return not BULLET.match(text) and (text[0].isupper() or text[0] == "'") and len(text.split()) <= 12


def read_sections(document: Document, start: int, end: int) -> list[Section]:
    """Sections of the report at `start` to `end`, in order, each under its nearest heading."""
    lines = [line for line in split_lines(document.text, start, end)
             if line.text != BLANK_PAGE and not _PAGE_MARK.fullmatch(line.text)]  # fmt: skip
    sections: list[Section] = []
    headings: list[str] = []  # printed one below the other, with nothing between
    base = SectionKind.REPORT
    run: list[Line] = []
    above = 0  # lines at the top of `run` that are headings
    in_table = False

    def close() -> None:
        if run:
            sections.append(_section(document, run, base, " – ".join(headings[-3:]) or None, in_table))
            run.clear()

    for index, line in enumerate(lines):
        after = lines[index + 1] if index + 1 < len(lines) else None
        if is_heading(line, after):
            if len(run) > above or not run:
                close()
                headings, above = [], 0
            headings.append(line.text.replace("**", "").strip(": "))
            above += 1
            base, in_table = _kind_of(line.text, base), False
        elif line.is_row != in_table and not COVER_FIELD.match(line.text) and (line.is_row or line.gap):
            if len(run) > above:
                close()
                above = 0
            in_table = line.is_row
        run.append(line)
    close()
    return sections


def _kind_of(heading: str, before: SectionKind) -> SectionKind:
    """What a heading opens. A monitor, register or programme lasts until a heading of another sort opens."""
    text = heading.strip("*: ")
    if _RECOMMENDATIONS.match(text):
        return SectionKind.RECOMMENDATION
    for pattern, kind in _KINDS:
        if pattern.search(text):
            return kind
    if before is SectionKind.WORK_PROGRAMME and re.search(
        r"\b(?:regular items|still to be scheduled|items)\b|\b20\d\d\b", text, re.I
    ):
        return before
    return (
        before
        if before is SectionKind.KEY_DECISIONS and text.lower().startswith("subject")
        else SectionKind.REPORT
    )


def _section(
    document: Document, run: Sequence[Line], base: SectionKind, heading: str | None, table: bool
) -> Section:
    span = document.span(run[0].start, run[-1].end)
    if not table:
        return Section(base, span, heading)
    kind = SectionKind.TABLE if base in (SectionKind.REPORT, SectionKind.RECOMMENDATION) else base
    titles = header_row([line for line in run if line.is_row])
    return Section(kind, span, " | ".join(filter(None, (heading, titles))) or None)


def header_row(rows: Sequence[Line]) -> str | None:
    """The column titles of a table: its first row (or two, for grouped columns), when it reads like titles."""
    first = rows[0]
    cells = [cell.strip() for cell in first.text.split("\t")]
    if first.text.split("\t")[0].endswith(":"):
        return None  # "Name:", a form rather than a table
    if any(re.search(r"\d", cell) for cell in cells) or not _HEADER_WORDS.search(first.text):
        if len(rows) < 2 or cells[0]:
            return None
        second = [cell.strip() for cell in rows[1].text.split("\t")]
        if not _HEADER_WORDS.search(rows[1].text) or any(re.search(r"\d", cell) for cell in second):
            return None
        return "; ".join(" / ".join(filter(None, each)) for each in (cells, second))
    return " / ".join(filter(None, cells))
