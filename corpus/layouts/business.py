"""Items of minutes in no known layout: blocks ("RESOLVED", "Decision:") and sentences that settle something."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from itertools import pairwise

from corpus.models import AgendaItem, Decision, Document, Section, SectionKind
from corpus.parts.counting import Opening
from corpus.parts.decisions import read_block
from corpus.parts.lines import BULLET, Line
from corpus.parts.openings import is_heading, stretches
from corpus.parts.resolutions import split_minutes
from corpus.parts.settled import discussed, find_settled

_LABEL = re.compile(
    r"(?:(?:The\s+)?Decisions?(?:\s+(?:made|taken))?\s*[:–—-]|(?-i:Agreed|Noted|Approved)\s*:)\s+(?=\S)",
    re.IGNORECASE,
)
_RESOLVED = re.compile(
    r"(?:it\s+was\s+)?(?:unanimously\s+)?(?:RESOLVED|AGREED|ORDERED|RECOMMENDED|NOTED|APPROVED)(?:\s+unanimously)?\s*[:–—-]+\s*(?=\S)",
    re.IGNORECASE,
)
_STOPS = '.!?”"’)'
_DOTTED = re.compile(r"\d{1,3}\.\d{1,2}\.?\s+\S")
_ROMAN = re.compile(r"\(?[ivx]{1,5}[.)]\s+\S")
_COUNTED = re.compile(r"\(?(?:\d{1,2}|[a-z])[.)]\s+\S")
_LEADS_PARTS = re.compile(
    r"(?:(?:Noted|Agreed|Approved|Resolved)|(?:The|Th[ei]s|It)\s.{0,150}\b(?:agreed|resolved|noted|approved|decided|AGREED|RESOLVED|"
    r"NOTED|APPROVED|DECIDED)(?:\s+(?:to|that|unanimously))*(?:\s+recommend\s.{0,60})?)\s*[:–-]+$"
)


def read_business(
    document: Document, lines: Sequence[Line], openings: Sequence[Opening], end: int, bold: Set[int]
) -> tuple[AgendaItem, ...]:
    """One item for each opening; the last one ends before line `end`."""
    return tuple(_read_item(document, run, opening, bold) for opening, run in stretches(lines, openings, end))


def _read_item(document: Document, lines: Sequence[Line], opening: Opening, bold: Set[int]) -> AgendaItem:
    heading, body = lines[: opening.used], lines[opening.used :]
    decisions: list[Decision] = []
    sections: list[Section] = []
    if heading:
        sections.append(
            Section(SectionKind.AGENDA, document.span(heading[0].start, heading[-1].end), "Title")
        )
    headings = [line for at, line in enumerate(body) if line.start in bold and is_heading(body, at, bold)]
    blocks = [*_blocks(document, body), (SectionKind.DISCUSSION, [])]
    for (kind, run), (next_kind, _) in pairwise(blocks):
        if kind is SectionKind.DECISION:
            found, parts = read_block(document, [_unlabelled(run[0]), *run[1:]])
        elif kind is SectionKind.INTEREST:
            found, parts = [], [Section(kind, document.span(run[0].start, run[-1].end))]
        else:
            found, parts = _talk(document, run, headings, leads=next_kind is SectionKind.DECISION)
        decisions += found
        sections += parts
    span = document.span(lines[0].start, lines[-1].end)
    return AgendaItem(opening.number, None, opening.title, span, tuple(decisions), tuple(sections))


def _blocks(document: Document, body: Sequence[Line]) -> Iterator[tuple[SectionKind, list[Line]]]:
    """The lines in runs: what a label or a lead makes a decision, what a resolution is, and the talk between."""
    begun = at = 0
    while at < len(body):
        line = body[at]
        label = _LABEL.match(line.text)
        stop = at + 1
        while stop < len(body) and _is_part(body[stop].text):
            stop += 1
        if label or (stop > at + 1 and _LEADS_PARTS.match(line.text)):
            yield from split_minutes(document.text, body[begun:at])
            start = label.end() if label else 0
            first = Line(line.start + start, line.end, line.text[start:], line.gap)
            stop = stop if not label or first.text.endswith(":") or _is_part(first.text) else at + 1
            yield from _parts(first, body[at + 1 : stop])
            begun = at = stop
        else:
            at += 1
    yield from split_minutes(document.text, body[begun:])


def _unlabelled(line: Line) -> Line:
    """A resolution without the word and the colon that stand before it."""
    label = _RESOLVED.match(line.text)
    at = label.end() if label else 0
    return Line(line.start + at, line.end, line.text[at:], line.gap)


def _parts(lead: Line, parts: Sequence[Line]) -> Iterator[tuple[SectionKind, list[Line]]]:
    """Each part of a list is a decision of its own; what leads to it is none."""
    is_whole = not parts or _is_part(lead.text)
    yield SectionKind.DECISION if is_whole else SectionKind.DISCUSSION, [lead]
    for line in parts:
        yield SectionKind.DECISION, [line]


def _is_part(text: str) -> bool:
    return any(mark.match(text) for mark in (_DOTTED, _ROMAN, _COUNTED)) or (
        BULLET.match(text) is not None and not text[0].isdigit()
    )


def _talk(
    document: Document, run: Sequence[Line], headings: Sequence[Line], *, leads: bool
) -> tuple[list[Decision], list[Section]]:
    """What was said, and the sentences of it by which the meeting settled something.

    `leads` tells that a decision follows: words that stop short of a sentence only lead to it.
    """
    decisions: list[Decision] = []
    sections: list[Section] = []
    at = run[0].start
    end = run[-1].end
    for settled in find_settled(document.text, run):
        if leads and settled.end == end and document.text[end - 1] not in _STOPS:
            continue
        sections += discussed(document, at, settled.start, headings)
        span = document.span(settled.start, settled.end)
        decisions.append(Decision(None, document.slice(span), span))
        sections.append(Section(SectionKind.DECISION, span))
        at = settled.end
    return decisions, [*sections, *discussed(document, at, end, headings)]
