"""Papers in no known layout: what can be told is told, and a warning says what to check.

Minutes give their meeting and, where their numbers or headings can be told, their items and resolutions; any
other paper is one text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import replace

from corpus.layouts.business import read_business
from corpus.layouts.matters import closing, read_whole
from corpus.layouts.minutes import HELD
from corpus.layouts.sitting import read_sitting
from corpus.models import AgendaItem, Document, MarkKind, Meeting, Paper, PaperKind, Section, SectionKind
from corpus.parts.bodies import find_body, is_body
from corpus.parts.councils import in_title_case, is_council
from corpus.parts.counting import Opening, choose_openings
from corpus.parts.headings import OPENING
from corpus.parts.lines import Line, split_lines
from corpus.parts.numbered import count_candidates
from corpus.parts.openings import is_alone, is_heading, openings_behind, unnumbered
from corpus.parts.paragraphs import business_lines, part_titles
from corpus.parts.quoted import quoted_lines
from corpus.parts.sat import called_by_its_head, date_of_sitting
from corpus.parts.schemes import scheme_openings

_MINUTES = re.compile(r"(?:draft\s+|unconfirmed\s+|approved\s+)?minutes?\b(?!\s*:)", re.IGNORECASE)
_LETTER = re.compile(r"Dear\s+(?:Sir|Madam|Mrs?|Ms|Miss|Dr|Cllr|Councillor|all|[A-Z])", re.IGNORECASE)
_FAREWELL = re.compile(r"Yours\s+(?:sincerely|faithfully|truly)\b|(?:Kind|Best)\s+regards\b", re.IGNORECASE)
_PRESENT = re.compile(
    r"(?:members\s+|councillors\s+|also\s+)?(?:present|in\s+attendance|attendance|attendees|sederunt)\b|presennol\b",
    re.IGNORECASE,
)
_UNKNOWN = "The layout was not recognised: the paper is held as one text, without its items."
_BY = "The layout was not recognised: items were told by their {}; check them."


def read_general(document: Document) -> Paper:
    """Items where they can be told, else one item that is the whole paper. Only minutes yield dates and decisions."""
    lines = split_lines(document.text)
    if not _are_minutes(lines):
        return _one_text(document, lines)
    bold = {mark.start for mark in document.marks if mark.kind is MarkKind.HEADING}
    lines = business_lines(lines, bold)
    end = closing(lines)
    openings, told_by = _openings(lines[:end], bold)
    lines, openings, end = part_titles(lines, openings, end)
    head = lines[: openings[0].at if openings else end]
    meeting, behind = read_sitting(document, head)
    meeting = _named(meeting, head)
    if not openings:
        items: tuple[AgendaItem, ...] = (_whole(document, lines, bold),)
        meeting = replace(meeting, items=items, sections=())
        return Paper(document, PaperKind.UNKNOWN, (meeting,), (_UNKNOWN,))
    items = read_business(document, lines, openings, end, bold)
    before = lines[behind : openings[0].at]
    said = [Section(SectionKind.DISCUSSION, document.span(before[0].start, before[-1].end))] if before else []
    meeting = replace(meeting, items=items, sections=(*meeting.sections, *said))
    return Paper(document, PaperKind.MINUTES, (meeting,), (_BY.format(told_by), *_missing(meeting)))


def is_letter(lines: Sequence[Line]) -> bool:
    """Whether a paper is a letter: it tells of meetings, but is the record of none."""
    dear = next((at for at, line in enumerate(lines[:25]) if _LETTER.match(line.text)), None)
    if dear is None or any(_MINUTES.match(line.text) or _PRESENT.match(line.text) for line in lines[:60]):
        return False
    return any(_FAREWELL.match(line.text) for line in lines[dear:])


def _are_minutes(lines: Sequence[Line]) -> bool:
    """Whether the head says so: "minutes of the meeting", or "Minutes" and who was present."""
    head = lines[:60]
    if is_letter(lines):
        return False
    if any(HELD.search(line.text) for line in head):
        return True
    titled = any(_MINUTES.match(line.text) or OPENING.search(line.text) for line in head[:15])
    listed = any(_PRESENT.match(line.text) for line in head)
    return listed and (titled or called_by_its_head(head))


def _named(meeting: Meeting, head: Sequence[Line]) -> Meeting:
    """The meeting with the body that its head plainly names; no other words pass for one."""
    council, body = find_body(head)
    if body is None and meeting.body and is_body(meeting.body):
        council, body = council or meeting.council, meeting.body
    return replace(meeting, council=council, body=body, date=meeting.date or date_of_sitting(head))


def _openings(lines: Sequence[Line], bold: Set[int]) -> tuple[list[Opening], str]:
    """Where items open and what they were told by: a scheme (70/17), numbers that count up, else headings."""
    quoted = quoted_lines(lines)
    counted = choose_openings(count_candidates(lines, bold, quoted))
    scheme = scheme_openings(lines, bold)
    if scheme and len(scheme) >= len(counted) // 2:
        start = next((at for at, line in enumerate(lines) if _PRESENT.match(line.text)), 0) + 1
        before = [unnumbered(lines, at) for at in range(start, scheme[0].at) if is_alone(lines[at])]
        return [*before, *scheme], "numbers"
    if len(counted) > 1:
        return [*counted, *openings_behind(lines, counted, bold)], "numbers"
    start = next((at for at, line in enumerate(lines) if _PRESENT.match(line.text)), 0) + 1
    headings = [
        unnumbered(lines, at)
        for at in range(start, len(lines))
        if at not in quoted and is_heading(lines, at, bold) and not is_council(lines[at].text)
    ]
    return (headings if len(headings) > 1 else []), "headings"


def _whole(document: Document, lines: Sequence[Line], bold: Set[int]) -> AgendaItem:
    """All of the paper as one item, with its resolutions."""
    item = read_whole(document, lines, 0, len(lines), bold)
    return replace(item, title=lines[0].text[:200], span=document.span(0, len(document.text)))


def _one_text(document: Document, lines: Sequence[Line]) -> Paper:
    whole = document.span(0, len(document.text))
    sections = (Section(SectionKind.REPORT, document.span(lines[0].start, lines[-1].end)),) if lines else ()
    item = AgendaItem(None, None, lines[0].text[:200] if lines else document.id, whole, (), sections)
    council = next((in_title_case(line.text) for line in lines[:10] if is_council(line.text)), None)
    meeting = Meeting(council, None, None, None, None, None, (), (), (item,), whole)
    return Paper(document, PaperKind.UNKNOWN, (meeting,), (_UNKNOWN,))


def _missing(meeting: Meeting) -> list[str]:
    if meeting.body and meeting.date:
        return []
    return ["These minutes do not plainly say which body met, or when; what is missing is left unknown."]
