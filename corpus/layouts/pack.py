"""A public reports pack: front sheet, agenda, the previous meeting's minutes, then each item's report."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from corpus.layouts.agenda import Entry, has_agenda, read_agenda
from corpus.layouts.minutes import BLANK_PAGE, HELD, read_meeting
from corpus.models import AgendaItem, Document, Meeting, Paper, PaperKind, Section, SectionKind
from corpus.parts.councils import council_on_cover, find_council, in_title_case, is_council
from corpus.parts.cover import cover_starts, read_cover
from corpus.parts.dates import DATE, first_date, first_time
from corpus.parts.lines import Line, split_lines
from corpus.parts.sections import read_sections

_BODY = re.compile(
    r"\b(?:committee|panel|board|cabinet|subgroup|sub-group|executive|council|forum|commission)\b",
    re.IGNORECASE,
)
_ROOM = re.compile(r"\b(?:Chamber|Hall|House|Room|Suite|Centre|Offices|Guildhall|Antechamber)\b")
_LABEL = re.compile(r"[A-Z][\w ]{1,30}:")
_SMALL = frozenset("a an and at by for from in of on or the to with report update".split())
_MINUTES_WORDS = frozenset({"minutes", "previous", "meeting"})  # an item of these alone has no report
_ALIKE = 0.5  # least share of a title's words that a cover's subject repeats


def looks_like_pack(lines: Sequence[Line]) -> bool:
    covers = len(cover_starts(lines))
    if has_agenda(lines[:10]) and any("(Pages " in line.text for line in lines):
        return True  # a front sheet, whatever follows it
    return covers > 1 or (has_agenda(lines) and (covers > 0 or any("\tPages" in line.text for line in lines)))


def read_pack(document: Document) -> Paper:
    """Read a pack into the meeting it is for, then the previous meeting whose minutes it carries."""
    lines = split_lines(document.text)
    entries = read_agenda(document, lines)
    front_end = entries[-1].end if entries else 0
    after = [line for line in lines if line.start >= front_end]
    covers = cover_starts(after)
    minutes = _minutes_ranges(after, frozenset([*covers, *_behind_blank_pages(document, after)]))
    starts = _find_reports(entries, after, covers)
    begins = [*starts.values(), *(begin for begin, _ in minutes), len(document.text)]
    meeting = _read_front(document, lines, entries, min(begins))
    meeting = replace(meeting, items=tuple(_read_item(document, entry, starts, begins) for entry in entries))
    warnings = _missing_reports(entries, starts, bool(minutes))
    previous = []
    for begin, end in minutes:
        found, notes = read_meeting(document, begin, end)
        previous.append(replace(found, council=found.council or meeting.council))
        warnings += notes
    if meeting.body is None or meeting.date is None:
        warnings.append("The front sheet does not plainly say which body meets, or when; it is left unknown.")
    return Paper(document, PaperKind.REPORTS_PACK, (meeting, *previous), tuple(warnings))


def _missing_reports(entries: Sequence[Entry], starts: Collection[str], has_minutes: bool) -> list[str]:
    """Warnings of reports that the agenda gives pages for and the pack lacks; none for a front sheet alone."""
    return [
        f"Agenda item {entry.number}: its report was not found in this pack."
        for entry in entries
        if (starts or has_minutes) and entry.has_pages and entry.number not in starts
        if not (has_minutes and "minutes" in entry.title.lower())
    ]


def _behind_blank_pages(document: Document, lines: Sequence[Line]) -> Iterator[int]:
    """Indexes of the lines that follow a page with nothing on it: there a paper of a PDF's pack ends."""
    for start, end in pairwise(document.page_starts):
        if not document.text[start:end].strip():
            yield bisect_left(lines, start, key=lambda line: line.start)


def _minutes_ranges(lines: Sequence[Line], ends_at: Collection[int]) -> list[tuple[int, int]]:
    """Ranges of previous minutes: from the body's line above "Minutes of the meeting held on" to where the next
    paper may begin."""
    ranges: list[tuple[int, int]] = []
    floor = 0  # first line that no range holds yet
    for index, line in enumerate(lines):
        if index < floor or not HELD.match(line.text):
            continue
        opening = index
        while opening > max(floor, index - 2) and _may_head_minutes(lines[opening - 1]):
            opening -= 1
        ends = (at for at in range(index + 1, len(lines)) if at in ends_at or lines[at].text == BLANK_PAGE)
        stop = next(ends, len(lines))
        if stop > index + 3:
            ranges.append((lines[opening].start, lines[stop - 1].end))
        floor = max(floor, stop)
    return ranges


def _may_head_minutes(line: Line) -> bool:
    return len(line.text) < 90 and line.text != BLANK_PAGE


def _find_reports(entries: Sequence[Entry], lines: Sequence[Line], covers: Sequence[int]) -> dict[str, int]:
    """Where each agenda item's report starts. A cover is matched by its subject; slides and papers without a
    cover by a line that carries the item's title, between the reports of the items before and after."""
    starts: dict[str, int] = {}
    titles = {entry.number: _words(entry.title) for entry in entries}
    for cover, stop in pairwise([*covers, len(lines)]):
        subject = _words(read_cover(lines[cover : min(stop, cover + 8)]).get("subject", ""))
        scored = [
            (_likeness(words, subject), number) for number, words in titles.items() if number not in starts
        ]
        likeness, number = max(scored, key=lambda each: each[0], default=(0.0, ""))
        if likeness >= _ALIKE:
            starts[number] = lines[cover].start
    short = [
        (line.start, _words(line.text))
        for line in lines
        if len(line.text) < 200 and not HELD.search(line.text)
    ]
    for at, entry in enumerate(entries):
        words = titles[entry.number]
        if entry.number in starts or not entry.has_pages or words <= _MINUTES_WORDS:
            continue
        floor = max((starts[each.number] for each in entries[:at] if each.number in starts), default=0)
        later = [starts[each.number] for each in entries[at + 1 :] if each.number in starts]
        ceiling = min(later, default=lines[-1].end if lines else 0)
        found = (start for start, others in short if floor < start < ceiling and words <= others)
        if (start := next(found, None)) is not None:
            starts[entry.number] = start
    return starts


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z0-9]+", re.sub(r"['’]s\b", "", text.lower()))) - _SMALL


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0


def _read_item(document: Document, entry: Entry, starts: dict[str, int], begins: Sequence[int]) -> AgendaItem:
    """An agenda item with its report, which runs to where the next report or minutes begin."""
    agenda = Section(SectionKind.AGENDA, document.span(entry.start, entry.end), "Agenda")
    start = starts.get(entry.number)
    report = []
    if start is not None:
        report = read_sections(document, start, min(begin for begin in begins if begin > start))
    span = document.span(report[0].span.start, report[-1].span.end) if report else agenda.span
    sections = (agenda, *report)
    return AgendaItem(
        entry.number, entry.number, entry.title, span, (), sections, has_report=start is not None
    )


def _read_front(document: Document, lines: Sequence[Line], entries: Sequence[Entry], first: int) -> Meeting:
    """The meeting a pack is for, without items. Nobody's presence is known before it is held."""
    agenda = entries[0].start if entries else first
    front = [line for line in lines if line.end <= agenda]
    last = entries[-1].end if entries else len(document.text)
    behind = [line for line in lines if last < line.start and line.end <= first and line.text != BLANK_PAGE]
    when = next((line.text for line in front if DATE.search(line.text)), "")
    venues = (line.text.partition("Venue:")[2].strip() for line in front if "Venue:" in line.text)
    return Meeting(
        council=council_on_cover(lines) or find_council(front),
        body=next((in_title_case(line.text) for line in front if _names_body(line)), None),
        date=first_date(when),
        time=first_time(when),
        venue=next(venues, "").split("\t")[0].strip() or _venue_below(front),
        chair=None,
        present=(),
        apologies=(),
        items=(),
        span=document.span(0, len(document.text)),
        sections=tuple(
            Section(SectionKind.FRONT, document.span(run[0].start, run[-1].end), heading)
            for run, heading in ((front, "Front sheet"), (behind, "About the committee"))
            if run
        ),
    )


def _venue_below(front: Sequence[Line]) -> str | None:
    """A venue without a label: the lines below the date that name a room and, after a comma, its building."""
    dated = next((at for at, line in enumerate(front) if DATE.search(line.text)), len(front))
    venue = ""
    for line in front[dated + 1 : dated + 8]:
        if venue and not venue.endswith(","):
            break
        if venue or (_ROOM.search(line.text) and not _LABEL.match(line.text) and "(" not in line.text):
            venue = f"{venue} {line.text}".strip()
    return venue.rstrip(",") or None


def _names_body(line: Line) -> bool:
    text = line.text
    return bool(
        len(text) < 120
        and "\t" not in text
        and text[-1] != "."
        and _BODY.search(text)
        and not is_council(text)
    )
