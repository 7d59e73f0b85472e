"""Minutes of motions proposed, seconded and resolved: a numbered heading, what was said, "And Resolved:"."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import replace

from corpus.layouts.matters import closing, read_items, read_whole
from corpus.layouts.sitting import read_sitting
from corpus.models import Document, MarkKind, Meeting, Paper, PaperKind, Section, SectionKind
from corpus.parts.counting import Opening, choose_openings
from corpus.parts.headings import OPENING
from corpus.parts.lines import Line, split_lines
from corpus.parts.numbered import count_candidates
from corpus.parts.openings import ASKED, SUBMITTED, is_group, is_heading, openings_behind, unnumbered
from corpus.parts.quoted import quoted_lines

_PROPOSED = re.compile(
    r"\bproposed\s+by\b.{0,200}?\bseconded\s+by\b|^(?:Proposed|Seconded)\b.{0,12}\bby\b|on\s+the\s+proposal\s+of\b",
    re.IGNORECASE,
)
_LISTED = re.compile(r"(?:PRESENT\s+)?IN\s+THE\s+CHAIR\b|(?:MEMBERS|Members)\s+(?:PRESENT|Present)\b")
_LEADS_IN = re.compile(  # to a table, a schedule, a report read out: whose headings open no business
    r"\b(?:as\s+follows|hereunder|below|following\s+(?!items|matters|issues)[^:]{1,80})\s?:$|^“.*:$",
    re.IGNORECASE,
)
_SPOKEN = re.compile(
    r"\b(?:Councillors?|Cllrs?|Members?|Mayor|Cathaoirleach|Chair\w*|Proposed|Resolved|agreed|Director)\b",
    re.IGNORECASE,
)


def looks_like_proceedings(lines: Sequence[Line]) -> bool:
    """Minutes of a meeting whose motions are proposed and seconded, or whose head lists who chaired and came."""
    head = lines[:40]
    if not OPENING.search(" ".join(line.text for line in head[:30])):
        return False
    return any(_LISTED.match(line.text) for line in head) or any(
        _PROPOSED.search(line.text) for line in lines
    )


def read_proceedings(document: Document) -> Paper:
    """Read a paper of minutes in this style, one meeting. What it does not plainly say is None, with a warning."""
    lines = split_lines(document.text)
    bold = {mark.start for mark in document.marks if mark.kind is MarkKind.HEADING}
    end = closing(lines)
    quoted = quoted_lines(lines)
    counted = choose_openings(count_candidates(lines[:end], bold, quoted, bool(document.ocr_pages)))
    numbered = _less_parts(lines, counted)
    meeting, behind = read_sitting(document, lines[: numbered[0].at if numbered else end])
    openings = _openings(document, lines[:end], bold, quoted, numbered, behind)
    items = read_items(document, lines, openings, end, bold)
    before = lines[behind : openings[0].at] if openings else []
    said = [Section(SectionKind.DISCUSSION, document.span(before[0].start, before[-1].end))] if before else []
    if not items and end > behind:
        items = (read_whole(document, lines, behind, end, bold),)
    meeting = replace(meeting, items=items, sections=(*meeting.sections, *said))
    return Paper(document, PaperKind.MINUTES, (meeting,), tuple(_warnings(meeting)))


def _openings(
    document: Document,
    lines: Sequence[Line],
    bold: Set[int],
    quoted: Set[int],
    numbered: list[Opening],
    behind: int,
) -> list[Opening]:
    """Where items open: unnumbered headings before the first number and behind the last, and the numbers."""
    first = numbered[0].at if numbered else len(lines)
    before = [
        unnumbered(lines, at)
        for at in range(behind, first)
        if at not in quoted and is_heading(lines, at, bold) and not _LEADS_IN.search(lines[at - 1].text)
    ]
    if not numbered:
        return _with_business(lines, before)
    taken = {each.number for each in numbered}
    before = [
        replace(each, number=None) if each.number in taken and _scanned(document, lines[each.at]) else each
        for each in before
    ]
    return [*before, *numbered, *openings_behind(lines, numbered, bold)]


def _less_parts(lines: Sequence[Line], openings: Sequence[Opening]) -> list[Opening]:
    """Without motions and questions that have no number and lack none: the one above counts on behind them.

    Below a heading they are its business; below another motion or question, or QUESTIONS, they are not.
    """
    kept: list[Opening] = []
    below: list[Opening | None] = [None]  # the next number behind each, from the last
    for each in reversed(openings):
        below.append(each if each.number else below[-1])
    above: Opening | None = None
    last = 0
    for each, after in zip(openings, below[-2::-1], strict=True):
        if each.number:
            above = each
        elif above and after and after.count == above.count + 1 and _asks(each.title):
            if not (_asks(above.title) or any(is_group(line) for line in lines[last : each.at])):
                last = each.at
                continue
            above = None  # neither are those behind it
        last = each.at
        kept.append(each)
    return kept


def _asks(title: str) -> bool:
    return SUBMITTED.match(title) is not None or ASKED.match(title) is not None


def _with_business(lines: Sequence[Line], headings: Sequence[Opening]) -> list[Opening]:
    """Of headings without numbers those under which somebody speaks or settles: a report's own are none."""
    ends = [*(each.at for each in headings[1:]), len(lines)]
    return [
        each
        for each, end in zip(headings, ends, strict=False)
        if any(_SPOKEN.search(line.text) for line in lines[each.at + 1 : end])
    ]


def _scanned(document: Document, line: Line) -> bool:
    return (document.page_at(line.start) or 0) in document.ocr_pages


def _warnings(meeting: Meeting) -> list[str]:
    found = []
    if not meeting.items:
        found.append("No items were recognised in these minutes.")
    if meeting.body is None or meeting.date is None:
        found.append(
            "These minutes do not plainly say which body met, or when; what is missing is left unknown."
        )
    return found
