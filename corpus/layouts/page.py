"""A meeting's web page ("Agenda and minutes") and the page of a single agenda item."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from corpus.models import AgendaItem, Decision, Document, Meeting, Paper, PaperKind, Section, SectionKind
from corpus.parts.councils import find_council
from corpus.parts.dates import DATE, first_date, first_time
from corpus.parts.decisions import BARE, HEADING, RESOLVED, cut_at, is_interest, read_block
from corpus.parts.lines import Line, split_lines, trim
from corpus.parts.numbers import NUMBER_ALONE, clean_number
from corpus.parts.people import find_chair, find_people

_FILE_NOISE = re.compile(r"(?:pdf icon\s*)?(?:PDF|DOCX?|XLSX?)\s+[\d.,]+\s*[KM]B\s*$", re.IGNORECASE)
_TITLE_LINE = re.compile(
    r"(?:draft )?(?:agenda(?:,? (?:decisions )?and (?P<draft>draft )?minutes|,? decisions and minutes)?"
    r"|agenda item|minutes|decisions)",
    re.IGNORECASE,
)
_HEAD = re.compile(
    r"(?P<body>\S.*?)(?<!\s)\s+[-–—]\s+(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?(?=\d{1,2}(?:st|nd|rd|th)?\s)"
)
_LABEL = re.compile(
    r"(?P<label>Additional documents|Supporting documents|Minutes|Decisions?|Venue|Proposed venue|Contact)"
    r"\s*:\s*(?P<rest>.*)$",
    re.IGNORECASE,
)
_DIRECTIONS = re.compile(r"(?<!\s)\s{2,}View directions")
_ATTENDANCE = re.compile(r"(?:present|in attendance|attendance|apologies)\b.{0,30}:", re.IGNORECASE)
_FURNITURE = ("Items", "No. Item", "Media")  # words of the page, not of the meeting
_VOTE = "Recorded Vote"  # a table of results behind an item, "Resolution ... Carried": no decision's words


@dataclass(slots=True)
class _Parts:
    """What is gathered for one item while its lines are read."""

    decisions: list[Decision] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    truncated: bool = False


def looks_like_page(lines: Sequence[Line]) -> bool:
    return any(line.text in ("No. Item", "Items") for line in lines) or (
        bool(lines) and lines[0].text.lower().startswith("agenda") and _TITLE_LINE.fullmatch(lines[0].text) is not None
        and any(_LABEL.match(line.text) for line in lines)
    )  # fmt: skip


def read_page(document: Document) -> Paper:
    """Read a meeting's page, or an item's page when no item carries a number."""
    lines = split_lines(document.text)
    starts = [index for index in range(len(lines)) if _opens_item(lines, index)]
    if not starts:
        return _read_item_page(document, lines)
    items = [
        _read_item(document, clean_number(lines[first].text), lines[first:last])
        for first, last in pairwise([*starts, len(lines)])
    ]
    return _page_paper(document, lines[: starts[0]], tuple(items))


def _opens_item(lines: Sequence[Line], index: int) -> bool:
    line = lines[index]
    if not (line.gap and NUMBER_ALONE.match(line.text)) or index + 1 == len(lines):
        return False
    title = lines[index + 1]
    return title.gap and not title.text[0].islower() and not NUMBER_ALONE.match(title.text)


def _page_paper(document: Document, head: Sequence[Line], items: tuple[AgendaItem, ...]) -> Paper:
    meeting = replace(_read_head(document, head), items=items)
    warnings = []
    if meeting.body is None or meeting.date is None:
        warnings.append("The page does not say which body met, or when; both are left unknown.")
    warnings += [
        f"Item {item.number}: the minutes are cut short on this page." for item in items if item.truncated
    ]
    return Paper(document, PaperKind.AGENDA_AND_MINUTES, (meeting,), tuple(warnings))


def _read_head(document: Document, head: Sequence[Line]) -> Meeting:
    """The meeting as the top of its page tells it, without items."""
    titles = [match for line in head if (match := _TITLE_LINE.fullmatch(line.text))]
    kept = [line for line in head if not _TITLE_LINE.fullmatch(line.text) and line.text not in _FURNITURE]
    dated = next(
        ((line, match) for line in kept if DATE.search(line.text) and (match := _HEAD.match(line.text))), None
    )
    labels = [
        label for line in head if (label := _LABEL.match(line.text)) and "venue" in label["label"].lower()
    ]
    span = document.span(kept[0].start, kept[-1].end) if kept else document.span(0, 0)
    block = document.slice(span)
    named = _ATTENDANCE.search(block)
    here = block[named.start() :] if named else ""
    absent = re.search(r"apologies", here, re.IGNORECASE)
    return Meeting(
        council=find_council(kept),
        body=dated[1]["body"].strip() if dated else None,
        date=first_date(dated[0].text) if dated else None,
        time=first_time(dated[0].text) if dated else None,
        venue=_DIRECTIONS.split(labels[-1]["rest"])[0].strip(" .") or None if labels else None,
        chair=find_chair(here),
        present=find_people(here[: absent.start() if absent else None]),
        apologies=find_people(here[absent.start() :]) if absent else (),
        items=(),
        span=document.span(0, len(document.text)),
        sections=(Section(SectionKind.ATTENDANCE, span, "Meeting"),) if kept else (),
        draft=any(title["draft"] or title.group().lower().startswith("draft") for title in titles),
    )


def _read_item_page(document: Document, lines: Sequence[Line]) -> Paper:
    first = next((at for at, line in enumerate(lines) if not _TITLE_LINE.fullmatch(line.text)), 0)
    content = lines[first:]
    item = _read_item(document, None, content)
    warning = "The page states no date, body or item number; they are left unknown."
    meeting = Meeting(
        None, None, None, None, None, None, (), (), (item,), document.span(0, len(document.text))
    )
    return Paper(document, PaperKind.ITEM_PAGE, (meeting,), (warning,))


def _read_item(document: Document, number: str | None, lines: Sequence[Line]) -> AgendaItem:
    """Read one item: title, agenda text, then what follows "Minutes:" and "Decision"."""
    content = lines[1:] if number else lines
    printed = content[0].text if content else ""
    noise = _FILE_NOISE.search(printed)
    title = printed[: noise.start()].rstrip() if noise else printed
    parts = _Parts()
    if title:
        begin = content[0].start
        parts.sections.append(Section(SectionKind.AGENDA, document.span(begin, begin + len(title)), "Title"))
    for kind, run in _runs(content[1:]):
        if kind is SectionKind.DECISION:
            decisions, sections = read_block(document, run)
            parts.decisions += decisions
            parts.sections += sections
            parts.truncated |= any(decision.truncated for decision in decisions)
        elif kind is not SectionKind.FRONT:
            _add_prose(document, kind, run, parts)
    return AgendaItem(
        number,
        None,
        title,
        document.span(lines[0].start, lines[-1].end) if lines else document.span(0, 0),
        tuple(parts.decisions),
        tuple(parts.sections),
        parts.truncated,
        has_report=noise is not None,
    )


def _runs(lines: Sequence[Line]) -> list[tuple[SectionKind, list[Line]]]:
    """Lines grouped by what they are; FRONT stands for lists of files, which say nothing."""
    runs: list[tuple[SectionKind, list[Line]]] = [(SectionKind.AGENDA, [])]
    in_vote = False
    for line in lines:
        label = _LABEL.match(line.text)
        name = label["label"].lower() if label else ""
        in_vote = line.text == _VOTE or (in_vote and not label)
        if line.text == _VOTE:
            runs.append((SectionKind.DISCUSSION, [line]))
        elif in_vote:
            runs[-1][1].append(line)
        elif HEADING.match(line.text):
            runs.append((SectionKind.DECISION, []))
        elif name in ("additional documents", "supporting documents"):
            runs.append((SectionKind.FRONT, []))
        elif label and name == "minutes" and not label["rest"]:
            runs.append((SectionKind.DISCUSSION, []))
        elif BARE.match(line.text) or (RESOLVED.match(line.text) and runs[-1][0] is SectionKind.DISCUSSION):
            runs.append((SectionKind.DECISION, [line]))
        elif runs[-1][0] is SectionKind.DECISION and is_interest(line.text):
            runs.append((SectionKind.INTEREST, [line]))
        else:
            runs[-1][1].append(line)
    return [(kind, run) for kind, run in runs if run]


def _add_prose(document: Document, kind: SectionKind, run: Sequence[Line], parts: _Parts) -> None:
    start, end = run[0].start, run[-1].end
    cut = cut_at(document.text[start:end])
    if cut is not None:
        parts.truncated = True
        start, end = trim(document.text, start, start + cut)
    if start < end:
        heading = _VOTE if run[0].text == _VOTE else None
        parts.sections.append(Section(kind, document.span(start, end), heading))
