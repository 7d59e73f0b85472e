"""A public reports pack: front sheet, agenda, the previous meeting's minutes, then each item's report."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.dates import DATE, first_date, first_time
from corpus.lines import Line, split_lines
from corpus.minutes import BLANK_PAGE, HELD, read_meeting
from corpus.models import AgendaItem, Document, Meeting, Paper, PaperKind, Section, SectionKind
from corpus.report import COVER, COVER_FIELD, read_sections

_ENTRY = re.compile(
    r"(?P<number>\d{1,2}[a-z]?)\.[\t ]+(?P<title>\S.*?)(?:\t+(?P<pages>(?:Pages?\s+)?\d+(?:\s*[-–]\s*\d+)?|To follow))?$"
)
_PURPOSE = re.compile(
    r"\s+(?=(?:(?:Joint |Verbal |Progress )?(?:Report|Presentation|Update|Briefing|Note|Briefing note) (?:of|from|by) (?:the\b|[A-Z])"
    r"|To (?:approve|consider|receive|note|agree|allow|confirm|hear|discuss|decide)\b|The report of\b))"
)
_AGENDA = re.compile(r"(?:The\s+)?Agenda(?:\s*:)?$", re.IGNORECASE)
_AFTER_AGENDA = re.compile(
    r"(?:Information about|Further Information|Notes? (?:to|for)|Membership)\b", re.IGNORECASE
)
_SMALL = frozenset("a an and at by for from in of on or the to with report update".split())


@dataclass(frozen=True, slots=True)
class _Entry:
    number: str
    title: str
    start: int
    end: int
    has_pages: bool


def looks_like_pack(lines: Sequence[Line]) -> bool:
    covers = sum(COVER.match(line.text) is not None for line in lines)
    has_agenda = any(_AGENDA.match(line.text) for line in lines)
    return (has_agenda and (covers > 0 or any("\tPages" in line.text for line in lines))) or covers > 1


def looks_like_report(lines: Sequence[Line]) -> bool:
    return any(COVER.match(line.text) for line in lines[:15])


def read_pack(document: Document) -> Paper:
    """Read a pack into the meeting it is for, then the previous meeting whose minutes it carries."""
    lines = split_lines(document.text)
    entries = _read_agenda(lines)
    front_end = entries[-1].end if entries else 0
    after = [line for line in lines if line.start >= front_end]
    covers = _cover_starts(after)
    minutes = _minutes_ranges(after, covers)
    starts = _assign(document, entries, after, covers)
    items = _read_items(document, entries, starts, [begin for begin, _ in minutes], len(document.text))
    first = min(
        [start for start in starts.values()] + [begin for begin, _ in minutes], default=len(document.text)
    )
    warnings = [f"Agenda item {entry.number}: its report was not found in this pack."
                for entry in entries if entry.has_pages and entry.number not in starts
                and not (minutes and "minutes" in entry.title.lower())]  # fmt: skip
    meeting = _read_front(document, lines, entries, first, tuple(items))
    previous = []
    for begin, end in minutes:
        found, notes = read_meeting(document, begin, end)
        previous.append(replace(found, council=found.council or meeting.council))
        warnings += notes
    if meeting.body is None or meeting.date is None:
        warnings.append("The front sheet does not plainly say which body meets, or when; it is left unknown.")
    return Paper(document, PaperKind.REPORTS_PACK, (meeting, *previous), tuple(warnings))


def read_report(document: Document) -> Paper:
    """Read a report published by itself: its cover names the body, the meeting's date and the subject."""
    fields = {
        match["name"].lower(): match["value"].strip()
        for line in split_lines(document.text)[:20]
        if (match := COVER_FIELD.match(line.text))
    }
    to = fields.get("report to", "")
    body = re.split(r"\s+[-–—]\s+|\t", DATE.sub("", to))[0].strip(" -–—,") or None
    title = fields.get("subject") or split_lines(document.text)[0].text
    end = len(document.text)
    item = AgendaItem(
        None, None, title, document.span(0, end), (), tuple(read_sections(document, 0, end)), has_report=True
    )
    date = first_date(to)
    warnings = (
        ()
        if body and date
        else ("The report's cover does not say for which meeting it is; what is missing is left unknown.",)
    )
    meeting = Meeting(
        _council(document.text), body, date, None, None, None, (), (), (item,), document.span(0, end)
    )
    return Paper(document, PaperKind.REPORT, (meeting,), warnings)


def _read_agenda(lines: Sequence[Line]) -> list[_Entry]:
    """Entries of the agenda: numbered 1, 2, 3... below the line "Agenda", each with the lines that explain it."""
    opening = next((index for index, line in enumerate(lines) if _AGENDA.match(line.text)), None)
    if opening is None:
        return []
    entries: list[_Entry] = []
    for line in lines[opening + 1 :]:
        match = _ENTRY.match(line.text)
        expected = len(entries) + 1
        if match and re.match(r"\d+", match["number"])[0] == str(expected):  # type: ignore[index]
            entries.append(
                _Entry(
                    match["number"],
                    _PURPOSE.split(match["title"])[0].strip(),
                    line.start,
                    line.end,
                    bool(match["pages"]),
                )
            )
        elif (
            _AFTER_AGENDA.match(line.text)
            or COVER.match(line.text)
            or HELD.search(line.text)
            or line.text == BLANK_PAGE
        ):
            break
        elif entries:
            last = entries[-1]
            entries[-1] = _Entry(last.number, last.title, last.start, line.end, last.has_pages)
    return entries


def _cover_starts(lines: Sequence[Line]) -> list[int]:
    """Indexes of the lines that open a report: "... Council Report for Information", else "Report to:"."""
    starts: list[int] = []
    for index, line in enumerate(lines):
        if COVER.match(line.text):
            if (
                starts
                and line.text.lower().startswith("report to")
                and line.start - lines[starts[-1]].start < 300
            ):
                continue
            starts.append(index)
    return starts


def _minutes_ranges(lines: Sequence[Line], covers: Sequence[int]) -> list[tuple[int, int]]:
    """Ranges of previous minutes: from the body's line above "Minutes of the meeting held on" to the next report."""
    ranges = []
    for index, line in enumerate(lines):
        if not HELD.match(line.text) or (ranges and line.start < ranges[-1][1]):
            continue
        opening = index
        while (
            opening
            and index - opening < 2
            and len(lines[opening - 1].text) < 90
            and lines[opening - 1].text != BLANK_PAGE
        ):
            opening -= 1
        stop = next(
            (at for at in range(index, len(lines)) if at in covers or lines[at].text == BLANK_PAGE),
            len(lines),
        )
        if stop > index + 3:
            ranges.append((lines[opening].start, lines[stop - 1].end))
    return ranges


def _tokens(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z0-9]+", re.sub(r"['’]s\b", "", text.lower()))) - _SMALL


def _assign(
    document: Document, entries: Sequence[_Entry], lines: Sequence[Line], covers: Sequence[int]
) -> dict[str, int]:
    """Where each agenda item's report starts. A cover is matched by its subject; slides and papers without a
    cover by a line that carries the item's title, between the reports of the items before and after."""
    starts: dict[str, int] = {}
    for cover in covers:
        stop = next((other for other in covers if other > cover), len(lines))
        subject = next((match["value"] for line in lines[cover : min(stop, cover + 8)]
                        if (match := COVER_FIELD.match(line.text)) and match["name"].lower() == "subject"), "")  # fmt: skip
        scored = [(_likeness(entry.title, subject), entry) for entry in entries if entry.number not in starts]
        best = max(scored, key=lambda each: each[0], default=(0.0, None))
        if best[1] is not None and best[0] >= 0.5:
            starts[best[1].number] = lines[cover].start
    numbers = [entry.number for entry in entries]
    for at, entry in enumerate(entries):
        if (
            entry.number in starts
            or not entry.has_pages
            or _tokens(entry.title) <= {"minutes", "previous", "meeting"}
        ):
            continue
        floor = max((starts[number] for number in numbers[:at] if number in starts), default=0)
        ceiling = min(
            (starts[number] for number in numbers[at + 1 :] if number in starts), default=len(document.text)
        )
        title = _tokens(entry.title)
        for line in lines:
            if (
                floor < line.start < ceiling
                and len(line.text) < 200
                and title <= _tokens(line.text)
                and not HELD.search(line.text)
            ):
                starts[entry.number] = line.start
                break
    return starts


def _likeness(one: str, other: str) -> float:
    a, b = _tokens(one), _tokens(other)
    return len(a & b) / max(1, min(len(a), len(b))) if a and b else 0.0


def _read_items(
    document: Document, entries: Sequence[_Entry], starts: dict[str, int], minutes: Sequence[int], end: int
) -> list[AgendaItem]:
    bounds = sorted([*starts.values(), *minutes, end])
    items = []
    for entry in entries:
        sections = [Section(SectionKind.AGENDA, document.span(entry.start, entry.end), "Agenda")]
        span = sections[0].span
        if (start := starts.get(entry.number)) is not None:
            stop = next(bound for bound in bounds if bound > start)
            found = read_sections(document, start, stop)
            sections += found
            span = document.span(start, found[-1].span.end) if found else span
        items.append(
            AgendaItem(
                entry.number,
                entry.number,
                entry.title,
                span,
                (),
                tuple(sections),
                has_report=start is not None,
            )
        )
    return items


def _council(text: str) -> str | None:
    match = re.search(
        r"^(?P<name>(?:[A-Z][\w’'-]*[ ](?:(?:and|of|upon|on) )?){1,5}Council)[ \t]+Report for\b",
        text,
        re.MULTILINE,
    )
    return match["name"].strip() if match else None


def _read_front(
    document: Document,
    lines: Sequence[Line],
    entries: Sequence[_Entry],
    first: int,
    items: tuple[AgendaItem, ...],
) -> Meeting:
    """The meeting a pack is for. Nobody's presence is known before it is held."""
    agenda = entries[0].start if entries else first
    front = [line for line in lines if line.end <= agenda]
    dated = next((line for line in front if DATE.search(line.text)), None)
    body = next((line.text for line in front if re.search(r"\b(?:committee|panel|board|cabinet|subgroup|sub-group|executive|council|forum|commission)\b",
                                                          line.text, re.I) and len(line.text) < 120 and "\t" not in line.text
                 and not line.text.endswith(".")), None)  # fmt: skip
    when = dated.text if dated else ""
    venue = re.search(
        r"Venue:\s*(?P<venue>.+?)\s*(?:\t|$)", "\n".join(line.text for line in front), re.MULTILINE
    )
    sections = []
    if front:
        sections.append(
            Section(SectionKind.FRONT, document.span(front[0].start, front[-1].end), "Front sheet")
        )
    behind = [
        line
        for line in lines
        if entries and entries[-1].end < line.start and line.end <= first and line.text != BLANK_PAGE
    ]
    if behind:
        sections.append(
            Section(SectionKind.FRONT, document.span(behind[0].start, behind[-1].end), "About the committee")
        )
    return Meeting(_council(document.text), body, first_date(when), first_time(when), venue["venue"] if venue else None,
                   None, (), (), items, document.span(0, len(document.text)), tuple(sections))  # fmt: skip
