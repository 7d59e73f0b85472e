"""What minutes put down as recommended to the meeting: a committee's or an officer's words under "Recommendation".

They are no talk, and no decision either: what the meeting made of them is told behind them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.models import AgendaItem, Document, Paper, PaperKind, Section, SectionKind
from corpus.parts.lines import BULLET, LIST_NUMBER, Line, split_lines

HEADED = re.compile(
    r"(?:(?:Officers?['’]?|Committee['’]?s?|SPC|Director['’]?s|Chief\s+Executive['’]?s)\s+)?"
    r"Recommendation(?:s|\(s\))?(?:\s+(?:No\.?\s?|Number\s+)?\d{1,2})?\s*:?$",
    re.IGNORECASE,
)
_INLINE = re.compile(r"Recommendation(?:s|\(s\))?(?:\s+(?:No\.?\s?)?\d{1,2})?\s*:\s*(?=[“\"‘']?[A-Z])")
_SETTLES = re.compile(
    r"(?:On\s+the\s+proposal|Proposed\s+by|Moved\s+by|It\s+was\s+(?:proposed|agreed|resolved))\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"(?:and\s+)?that\b", re.IGNORECASE)  # a further part of the same recommendation
_LONGEST = 12  # lines of a quotation


def part_recommended(paper: Paper) -> Paper:
    """The paper of minutes with what was put forward in sections of its own, under the words that head it."""
    if paper.kind not in (PaperKind.MINUTES, PaperKind.AGENDA_AND_MINUTES):
        return paper
    meetings = tuple(
        replace(meeting, items=tuple(_parted(paper.document, item) for item in meeting.items))
        for meeting in paper.meetings
    )
    return replace(paper, meetings=meetings)


def _parted(document: Document, item: AgendaItem) -> AgendaItem:
    found: list[Section] = []
    for section in item.sections:
        is_talk = section.kind is SectionKind.DISCUSSION
        found += _sections(document, section) if is_talk else [section]
    return replace(item, sections=tuple(found))


def _sections(document: Document, section: Section) -> Iterator[Section]:
    """A run of talk, and each recommendation within it; the line that only heads one is left out."""
    if "ecommendation" not in document.slice(section.span) and "ECOMMENDATION" not in document.slice(
        section.span
    ):
        yield section
        return
    lines = split_lines(document.text, section.span.start, section.span.end)
    heading = None if section.heading and HEADED.match(section.heading) else section.heading
    begun = at = 0
    while at < len(lines):
        line = lines[at]
        inline = _INLINE.match(line.text) if line.gap else None
        first = at + 1 if line.gap and HEADED.match(line.text) else at if inline else len(lines)
        if first >= len(lines) or _SETTLES.match(lines[first].text):
            at += 1
            continue
        yield from _talk(document, section, heading, lines[begun:at])
        end = _end(lines, first)
        start = line.start + inline.end() if inline else lines[first].start
        named = line.text[: inline.end()] if inline else line.text
        yield Section(SectionKind.RECOMMENDATION, document.span(start, lines[end - 1].end), named.strip(" :"))
        begun = at = end
    yield from _talk(document, section, heading, lines[begun:])


def _talk(
    document: Document, section: Section, heading: str | None, lines: Sequence[Line]
) -> Iterator[Section]:
    if lines:
        yield replace(section, heading=heading, span=document.span(lines[0].start, lines[-1].end))


def _end(lines: Sequence[Line], first: int) -> int:
    """Index behind what is recommended: a quotation, or a paragraph with its parts."""
    if lines[first].text[0] in '“"':
        for at in range(first, min(first + _LONGEST, len(lines))):
            if lines[at].text.count("”") > lines[at].text.count("“") or _closes(lines[at].text, at == first):
                return at + 1
    end = first + 1
    while end < len(lines) and _goes_on(lines[end]):
        end += 1
    return end


def _closes(text: str, opens: bool) -> bool:
    """Whether the quotation ends on a line, of which the first opens it as well."""
    bare = text.rstrip(".;, ")
    return bare[-1:] == "”" or (bare[-1:] == '"' and len(bare) > 1) or (opens and "” " in text)


def _goes_on(line: Line) -> bool:
    text = line.text
    return (
        not line.gap
        or text[0].islower()
        or BULLET.match(text) is not None
        or LIST_NUMBER.match(text) is not None
        or _GOES_ON.match(text) is not None
    )
