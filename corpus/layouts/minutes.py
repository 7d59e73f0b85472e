"""Minutes on their own: numbered by reference (CYP/19/21) or printed with both numbers ("84. Apologies (Item 1)")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from corpus.models import AgendaItem, Decision, Document, Meeting, Paper, PaperKind, Section, SectionKind
from corpus.parts.councils import find_council, in_title_case, is_council
from corpus.parts.dates import DATE, first_date, first_time
from corpus.parts.decisions import BARE, HEADING, RESOLVED, is_interest, read_block
from corpus.parts.lines import Line, split_lines
from corpus.parts.numbers import AGENDA_REFERENCE, PRINTED_LINE, REFERENCE_LINE, clean_number
from corpus.parts.people import find_chair, find_people

HELD = re.compile(r"minutes\s+of\s+(?:the|a)\s+(?:\w+\s+){0,3}meeting\b", re.IGNORECASE)
BLANK_PAGE = "This page is intentionally left blank"
_PRESENT = re.compile(r"(?:also\s+)?(?:present|in attendance)\b[^:]{0,40}:", re.IGNORECASE)
_OTHERS = re.compile(
    r"(?:also\s+present|in\s+attendance|officers?\s+present|present\s+as\s+\w+)\b[^:]{0,40}:", re.IGNORECASE
)  # there, but not members of the body; "Present virtually:" are members
_APOLOGIES = re.compile(r"apologies(?:\s+for\s+absence)?\s*:", re.IGNORECASE)
_SUBSTITUTE = re.compile(r",?\s(?:who(?:m|se)?|with|for whom|substitut\w+)\b", re.IGNORECASE)
_HELD_IN = re.compile(
    r"\bheld\s+(?:in|at)\s+(?:the\s+)?(?P<venue>\S.*?)\s+(?:on|commencing)\b", re.IGNORECASE | re.DOTALL
)
_MEETING_OF = re.compile(r"meeting of (?:the )?(?P<body>\S.*?)(?:\s+held\b|\s+on\b|$)")
_DRAFT = re.compile(
    r"\b(?:draft|unconfirmed) minutes\b"
    r"|^[^\w\n]*(?:draft|unconfirmed|subject to (?:approval|confirmation))[^\w\n]*$",
    re.IGNORECASE | re.MULTILINE,
)
_APOLOGISED = re.compile(
    r"\bapologies\b[^.:;]{0,60}?\bfrom:?\s+(?P<people>\S[^.;]*(?:\.\s?(?=[A-Z]\b)[^.;]*)*)", re.IGNORECASE
)
_HEADED = re.compile(r"[A-Z][A-Z ,&’'()-]{7,}$")  # UNRESTRICTED ITEMS: a heading between items
_PARAGRAPH = re.compile(r"(?P<number>\d{1,2})\.\s+[A-Z]")  # printed minutes number what was said
_LONGEST_TITLE = 600  # characters of "Minutes of a meeting of ... held in ... on ..."


_BODY_DID = re.compile(r"(?:The|This)\s+(?:[A-Z][\w-]*\s+){1,4}?(?:RESOLVED|AGREED)\b")


def read_minutes(document: Document) -> Paper:
    """Read a paper that is nothing but minutes."""
    meeting, warnings = read_meeting(document, 0, len(document.text))
    return Paper(document, PaperKind.MINUTES, (meeting,), tuple(warnings))


def item_starts(lines: Sequence[Line]) -> list[int]:
    """Indexes of the lines that open an item, in whichever of the two styles these minutes use."""
    references = [index for index, line in enumerate(lines) if REFERENCE_LINE.match(line.text)]
    if references:
        return references
    return [
        index
        for index, line in enumerate(lines)
        if PRINTED_LINE.match(line.text) and _is_printed(lines, index)
    ]


def _is_printed(lines: Sequence[Line], index: int) -> bool:
    """Whether "(Item 3)" ends the heading that this line opens, before another numbered line does."""
    heading = [lines[index].text]
    for line in lines[index + 1 : index + 5]:
        if PRINTED_LINE.match(line.text):
            break
        heading.append(line.text)
    return AGENDA_REFERENCE.search(" ".join(heading)) is not None


def read_meeting(document: Document, start: int, end: int) -> tuple[Meeting, list[str]]:
    """Read the minutes of one meeting standing at `start` to `end`; returns it with its warnings."""
    lines = [line for line in split_lines(document.text, start, end) if line.text != BLANK_PAGE]
    starts = item_starts(lines)
    head = lines[: starts[0]] if starts else lines
    items = tuple(_read_item(document, lines[first:last]) for first, last in pairwise([*starts, len(lines)]))
    meeting = replace(_read_head(document, head), items=items, span=document.span(start, end))
    if not meeting.apologies:
        meeting = replace(meeting, apologies=_read_apologies(document, items))
    warnings = []
    if not items:
        warnings.append("No numbered items were recognised in these minutes.")
    if meeting.body is None or meeting.date is None:
        warnings.append(
            "These minutes do not plainly say which body met, or when; what is missing is left unknown."
        )
    return meeting, warnings


def _read_head(document: Document, head: Sequence[Line]) -> Meeting:
    """The meeting as its heading and attendance tell it, without items."""
    at = next((index for index, line in enumerate(head) if HELD.search(line.text)), None)
    title = " ".join(line.text for line in head[at : at + 4])[:_LONGEST_TITLE] if at is not None else ""
    dated = DATE.search(title)
    span = document.span(head[0].start, head[-1].end) if head else document.span(0, 0)
    block = document.slice(span)
    first_present, absent = _PRESENT.search(block), _APOLOGIES.search(block)
    here = block[first_present.start() if first_present else len(block) : absent.start() if absent else None]
    others = _OTHERS.search(here)
    venue = _HELD_IN.search(title)
    return Meeting(
        council=find_council(head),
        body=_find_body(head[:at], title[: dated.start()] if dated else title),
        date=first_date(title),
        time=first_time(title),
        venue=venue["venue"].strip() if venue else None,
        chair=find_chair(here or block),
        present=find_people(here[: others.start()] if others else here),
        apologies=find_people(block[absent.start() :]) if absent else (),
        items=(),
        span=span,
        sections=(Section(SectionKind.ATTENDANCE, span, "Attendance"),) if head else (),
        draft=_DRAFT.search(block) is not None,
    )


def _read_apologies(document: Document, items: Sequence[AgendaItem]) -> tuple[str, ...]:
    """Who sent apologies, where that is an item of its own: "Apologies were received from Mrs A Reed"."""
    item = next((item for item in items if item.title.lower().startswith("apologies")), None)
    said = _APOLOGISED.search(document.slice(item.span)) if item else None
    return find_people(_SUBSTITUTE.split(said["people"])[0]) if said else ()


def _find_body(before: Sequence[Line], title: str) -> str | None:
    """The body from the lines above "Minutes of the meeting", or from that sentence itself."""
    body = None
    for line in before:
        if (
            not is_council(line.text)
            and len(line.text) < 120
            and "\t" not in line.text
            and line.text[-1] not in ".:"
            and not _DRAFT.search(line.text)
        ):
            body = in_title_case(line.text)
    named = _MEETING_OF.search(title)
    return body or (named["body"].strip() if named else None)


def _read_item(document: Document, lines: Sequence[Line]) -> AgendaItem:
    number, agenda_number, title, used = _read_opening(lines)
    decisions: list[Decision] = []
    sections = [Section(SectionKind.AGENDA, document.span(lines[0].start, lines[used - 1].end), "Title")]
    for is_decision, run in _runs(lines[used:]):
        if is_decision:
            block, parts = read_block(document, run)
            decisions += block
            sections += parts
        else:
            kind = SectionKind.INTEREST if is_interest(run[0].text) else SectionKind.DISCUSSION
            sections.append(Section(kind, document.span(run[0].start, run[-1].end)))
    return AgendaItem(number, agenda_number, title, document.span(lines[0].start, lines[-1].end), tuple(decisions),
                      tuple(sections))  # fmt: skip


def _read_opening(lines: Sequence[Line]) -> tuple[str, str | None, str, int]:
    """Number, agenda number, title and how many lines they take."""
    if match := REFERENCE_LINE.match(lines[0].text):
        if match["title"]:
            return match["number"], None, match["title"].strip(), 1
        title = lines[1].text if len(lines) > 1 and not HEADING.match(lines[1].text) else ""
        return match["number"], None, title, 2 if title else 1
    words: list[str] = []
    for used, line in enumerate(lines[:5], start=1):
        words.append(line.text)
        joined = " ".join(words)
        if opening := AGENDA_REFERENCE.search(joined):
            first = PRINTED_LINE.match(joined)
            number = first["number"] if first else joined
            title = joined[first.start("title") if first else 0 : opening.start()].strip()
            return clean_number(number), clean_number(opening["number"]), title, used
    return clean_number(lines[0].text.split()[0]), None, lines[0].text, 1


def _runs(lines: Sequence[Line]) -> list[tuple[bool, list[Line]]]:
    """Lines in runs of decision and not. A decision ends at an interest, or at a new numbered paragraph of
    printed minutes; a "Decision" heading opens a block that runs to the end of the item."""
    runs: list[tuple[bool, list[Line]]] = []
    under_heading = in_interest = False
    part = 0  # of a decision that counts its parts from 1: "RESOLVED that:"
    for line in lines:
        is_decision, run = runs[-1] if runs else (False, [])
        part = _next_part(line, run, part)
        if HEADING.match(line.text):
            runs.append((True, []))
            under_heading = True
        elif _HEADED.match(line.text) and not BARE.match(line.text):
            runs.append((False, []))
            under_heading = False
        elif is_interest(line.text):
            runs.append((False, [line]))
            under_heading = False
        elif not under_heading and (
            BARE.match(line.text) or RESOLVED.match(line.text) or _BODY_DID.match(line.text)
        ):
            runs.append((True, [line]))
        elif (
            (under_heading or part or not _PARAGRAPH.match(line.text))
            if is_decision
            else run and not in_interest
        ):
            run.append(line)
        else:
            runs.append((False, [line]))
        in_interest = is_interest(line.text)
    return [(is_decision, run) for is_decision, run in runs if run]


def _next_part(line: Line, run: Sequence[Line], part: int) -> int:
    """How many parts are counted when a line is read: the next number goes on, any other starts anew.

    "3." below parts 1 and 2 of a resolution that is paragraph 2 itself may be either: after a full stop it
    is the next paragraph.
    """
    numbered = _PARAGRAPH.match(line.text)
    if not numbered or not run:
        return part
    number, own = int(numbered["number"]), _PARAGRAPH.match(run[0].text)
    if part and own and number == int(own["number"]) + 1 and run[-1].text.endswith("."):
        return 0
    is_next = number == part + 1 and (part > 0 or run[-1].text.endswith(":"))
    return part + 1 if is_next else 0
