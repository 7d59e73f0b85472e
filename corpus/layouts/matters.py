"""Items of minutes that name no parts: from one opening to the next, with what was settled told from what was said."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from corpus.models import AgendaItem, Decision, Document, Section, SectionKind
from corpus.parts.councils import in_title_case
from corpus.parts.counting import Opening
from corpus.parts.decisions import RESOLVED, read_block
from corpus.parts.lines import Line, split_lines
from corpus.parts.openings import is_heading, stretches, title_of
from corpus.parts.settled import Settled, discussed, find_settled

_CLOSING = re.compile(
    r"(?:Signed|Minutes\s+signed|Sinithe|Chair(?:man|person)?(?:’s\s+signature)?\s*[:_.…])", re.IGNORECASE
)
_CONCLUDED = re.compile(
    r"(?:This|That|There\s+being\s+no\s+(?:further|other)\b.{0,80}|The\s+meeting|The\s+(?:Chair|Mayor|Cathaoirleach)\w*)\s+(?:then\s+|was\s+)?"
    r"(?:concluded|ended|closed|finished)\b|CRÍOCH|Conclusion\s*:?$",
    re.IGNORECASE,
)
_CALLED = re.compile(
    r"(?:(?:Special|Annual|Adjourned|Ordinary|Monthly|Budget|Statutory|Inaugural|Draft|Budgetary|Plan|Extraordinary)\s+){0,4}"
    r"Meeting\b",
    re.IGNORECASE,
)
_SENTENCE = 100  # characters
_JOINED = 60  # characters behind a title that are more than the rest of it
_TAIL = 14  # lines at the end among which signatures stand


def closing(lines: Sequence[Line]) -> int:
    """Index of the line behind the business: signatures and their dates are none of it."""
    last = len(lines)
    for at in range(len(lines) - 1, max(0, len(lines) - _TAIL) - 1, -1):
        if _CLOSING.match(lines[at].text) or _CONCLUDED.match(lines[at].text):
            last = at
        elif len(lines[at].text) > _SENTENCE:
            break  # there is business behind what is signed above it: a letter, a requisition
    return last


def read_items(
    document: Document, lines: Sequence[Line], openings: Sequence[Opening], end: int, bold: Set[int]
) -> tuple[AgendaItem, ...]:
    """One item for each opening; the last one ends before line `end`. Headings that group items belong to none."""
    return tuple(_read_item(document, run, opening, bold) for opening, run in stretches(lines, openings, end))


def read_whole(
    document: Document, lines: Sequence[Line], behind: int, end: int, bold: Set[int]
) -> AgendaItem:
    """Minutes of one matter without a heading: what the meeting calls itself is the title."""
    called = _CALLED.search(" ".join(line.text for line in lines[:behind]))
    title = in_title_case(called.group()) if called else title_of(lines[behind].text)
    return _read_item(document, lines[behind:end], Opening(None, title, behind, 0), bold)


def _read_item(document: Document, lines: Sequence[Line], opening: Opening, bold: Set[int]) -> AgendaItem:
    heading, body = _parted(lines, opening)
    sections = []
    decisions = []
    at, end = lines[0].start, lines[-1].end
    if heading:
        sections.append(Section(SectionKind.AGENDA, document.span(at, heading[-1].end), "Title"))
        at = heading[-1].end
    below = [line for index, line in enumerate(body) if line.start in bold and is_heading(body, index, bold)]
    for settled in [*find_settled(document.text, body), Settled(end, end)]:
        sections += discussed(document, at, settled.start, below)
        if RESOLVED.match(document.text, settled.start, settled.end):
            block = split_lines(document.text, settled.start, settled.end)
            found, parts = read_block(document, block)  # its numbered parts are decisions
            decisions += found
            sections += parts
        elif settled.start < settled.end:
            span = document.span(settled.start, settled.end)
            decisions.append(Decision(None, document.slice(span), span))
            sections.append(Section(SectionKind.DECISION, span))
        at = settled.end
    return AgendaItem(opening.number, None, opening.title, document.span(lines[0].start, end), tuple(decisions),
                      tuple(sections))  # fmt: skip


def _parted(lines: Sequence[Line], opening: Opening) -> tuple[list[Line], list[Line]]:
    """The heading and the business below it, parted within a line where both were joined."""
    heading, body = list(lines[: opening.used]), list(lines[opening.used :])
    found = heading[-1].text.find(opening.title) if heading and opening.title else -1
    end = found + len(opening.title)
    if found < 0 or len(heading[-1].text) - end < _JOINED:
        return heading, body
    last = heading.pop()
    rest = last.text[end:]
    start = last.start + end + len(rest) - len(rest.lstrip(" :–-*."))
    heading.append(Line(last.start, last.start + end, last.text[:end], last.gap))
    return heading, [Line(start, last.end, last.text[start - last.start :], gap=True), *body]
