"""A meeting's web page ("Agenda and minutes") and the page of a single agenda item."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus.dates import DATE, first_date, first_time
from corpus.decisions import BARE, HEADING, RESOLVED, cut_at, is_interest, read_block
from corpus.lines import Line, split_lines, trim
from corpus.models import AgendaItem, Decision, Document, Meeting, Paper, PaperKind, Section, SectionKind
from corpus.numbers import NUMBER_ALONE, clean_number
from corpus.people import find_chair, find_people

_FILE_NOISE = re.compile(r"\s*(?:pdf icon\s*)?(?:PDF|DOCX?|XLSX?)\s+[\d.,]+\s*[KM]B\s*$", re.IGNORECASE)
_TITLE_LINE = re.compile(
    r"agenda(?:,? (?:decisions )?and (?:draft )?minutes|,? decisions and minutes)?|agenda item|minutes|decisions",
    re.I,
)
_HEAD = re.compile(
    r"(?P<body>.+?)\s+[-–—]\s+(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?(?=\d{1,2}(?:st|nd|rd|th)?\s)"
)
_LABEL = re.compile(
    r"(?P<label>Additional documents|Supporting documents|Minutes|Decisions?|Venue|Proposed venue|Contact)\s*:\s*(?P<rest>.*)$",
    re.I,
)
_ATTENDANCE = re.compile(r"(?:present|in attendance|attendance|apologies)\b.{0,30}:", re.IGNORECASE)


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
        for first, last in zip(starts, [*starts[1:], len(lines)], strict=True)
    ]
    return _page_paper(document, lines[: starts[0]], tuple(items))


def _opens_item(lines: Sequence[Line], index: int) -> bool:
    line = lines[index]
    if not (line.gap and NUMBER_ALONE.match(line.text)) or index + 1 == len(lines):
        return False
    title = lines[index + 1]
    return title.gap and not title.text[0].islower() and not NUMBER_ALONE.match(title.text)


def _page_paper(document: Document, head: Sequence[Line], items: tuple[AgendaItem, ...]) -> Paper:
    body = date = time = venue = None
    for line in head:
        label = _LABEL.match(line.text)
        if label and "venue" in label["label"].lower():
            venue = re.split(r"\s{2,}View directions", label["rest"])[0].strip() or None
        elif date is None and DATE.search(line.text) and (match := _HEAD.match(line.text)):
            body, date, time = match["body"].strip(), first_date(line.text), first_time(line.text)
    warnings = []
    if body is None or date is None:
        warnings.append("The page does not say which body met, or when; both are left unknown.")
    kept = [
        line
        for line in head
        if not _TITLE_LINE.fullmatch(line.text) and line.text not in ("Items", "No. Item", "Media")
    ]
    sections = []
    chair, present, apologies = None, (), ()
    if kept:
        block = document.text[kept[0].start : kept[-1].end]
        sections.append(
            Section(SectionKind.ATTENDANCE, document.span(kept[0].start, kept[-1].end), "Meeting")
        )
        if named := _ATTENDANCE.search(block):
            chair = find_chair(block)
            absent = re.search(r"apologies", block, re.IGNORECASE)
            present = find_people(block[named.start() : absent.start() if absent else None])
            apologies = find_people(block[absent.start() :]) if absent else ()
    warnings += [
        f"Item {item.number}: the minutes are cut short on this page." for item in items if item.truncated
    ]
    meeting = Meeting(None, body, date, time, venue, chair, present, apologies, items,
                      document.span(0, len(document.text)), tuple(sections))  # fmt: skip
    return Paper(document, PaperKind.AGENDA_AND_MINUTES, (meeting,), tuple(warnings))


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
    title = _FILE_NOISE.sub("", content[0].text).strip() if content else ""
    has_report = bool(content) and _FILE_NOISE.search(content[0].text) is not None
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
    return AgendaItem(number, None, title, document.span(lines[0].start, lines[-1].end), tuple(parts.decisions),
                      tuple(parts.sections), parts.truncated, has_report)  # fmt: skip


def _runs(lines: Sequence[Line]) -> list[tuple[SectionKind, list[Line]]]:
    """Lines grouped by what they are; FRONT stands for lists of files, which say nothing."""
    runs: list[tuple[SectionKind, list[Line]]] = [(SectionKind.AGENDA, [])]
    for line in lines:
        label = _LABEL.match(line.text)
        if HEADING.match(line.text):
            runs.append((SectionKind.DECISION, []))
        elif label and label["label"].lower() in ("additional documents", "supporting documents"):
            runs.append((SectionKind.FRONT, []))
        elif label and label["label"].lower() == "minutes" and not label["rest"]:
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
        parts.sections.append(Section(kind, document.span(start, end)))
