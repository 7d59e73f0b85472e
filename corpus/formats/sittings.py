"""How ModernGov's pages and web service name a meeting: body, date, time, venue, status, who came."""

from __future__ import annotations

import re
from collections.abc import Sequence

from selectolax.lexbor import LexborNode

from corpus.formats.blocks import flat
from corpus.formats.writing import Writer
from corpus.models import MarkKind
from corpus.parts.dates import TIME, find_dates, first_time

WITHHELD = "Not open to the public"
_WEEKDAY = re.compile(r"[\s,–—-]*(?:\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)?[\s,–—-]*$", re.IGNORECASE)
_STATUS = re.compile(
    r"(?P<status>(?:Cancell?ed|Postponed|Special|Extraordinary|Additional|Urgent|Annual|Budget)(?: Meeting)?)"
    r"\s*(?:,|[-–—]\s)\s*(?=\S)",
    re.IGNORECASE,
)
_CALLED_OFF = re.compile(r"[\s,(–—-](?P<status>(?:cancell?ed|postponed))\W*$", re.IGNORECASE)
_CHAIR = re.compile(
    r"(?:chair(?:man|woman|person)?|convenor|mayor|lord mayor|provost)\b(?! of)", re.IGNORECASE
)
_COLUMNS = {
    "name": r"attendee|name|member|councillor",
    "role": r"role|position",
    "came": r"attend(?:ance|ed)\b|status",
}
_NEAR = 40  # characters before a date that may name its day
Span = tuple[MarkKind, int, int, str | None]


def write_sitting(text: str, out: Writer) -> bool:
    """Write "Cabinet - Monday 5 March 2018 2.30 pm", or its date first, with marks; False without a date."""
    spans = _find_sitting(text)
    at = 0
    for kind, start, end, value in spans:
        out.write(text[at:start])
        out.write_marked(text[start:end], kind, value)
        at = end
    out.write(text[at:])
    return bool(spans)


def _find_sitting(text: str) -> list[Span]:
    dates = find_dates(text, slashes=True)
    if not dates:
        return []
    date, start, end = dates[-1]
    spans: list[Span] = [(MarkKind.DATE, start, end, date.isoformat())]
    printed = TIME.search(text, end)
    time = first_time(printed.group()) if printed else None
    if printed and time:
        spans.append((MarkKind.TIME, printed.start(), printed.end(), time.strftime("%H:%M")))
    before = _WEEKDAY.search(text, max(0, start - _NEAR), start)
    first, last = 0, before.start() if before else start
    if not text[first:last].strip():  # "Monday, 5 March 2018 2.30 pm, Cabinet"
        first, last = (printed.end() if printed else end), len(text)
    return sorted([*spans, *_find_body(text, first, last)], key=lambda span: span[1])


def _find_body(text: str, first: int, last: int) -> list[Span]:
    """The body's name without "Special Meeting, " before it or " - CANCELLED" behind it, and those as its status."""
    first += len(text[first:last]) - len(text[first:last].lstrip(" ,–—-\u00a0"))
    found: list[Span] = []
    if called_off := _CALLED_OFF.search(text, first, last):
        found.append((MarkKind.STATUS, *called_off.span("status"), None))
        last = called_off.start()
    elif called_off := _CALLED_OFF.search(text):
        found.append((MarkKind.STATUS, *called_off.span("status"), None))
    while status := _STATUS.match(text, first, last):
        found.append((MarkKind.STATUS, *status.span("status"), None))
        first = status.end()
    body = text[first:last].rstrip(" ,(–—-\u00a0")
    return [*found, (MarkKind.BODY, first, first + len(body), None)] if body else found


def write_person(name: str, role: str, attendance: str, cells: Sequence[str], out: Writer) -> None:
    """One attendee on a line, then `cells`. The mark's value is what they came as."""
    out.write_marked(name, MarkKind.PERSON, _came_as(role, attendance))
    out.write("".join(f"\t{cell}" for cell in cells) + "\n")


def _came_as(role: str, attendance: str) -> str:
    """ "Present", "Apologies" ... as printed; "Chair" of who presided, "In attendance" of an officer who was there."""
    is_there = attendance.lower().startswith("present")
    if is_there and _CHAIR.match(role):
        return "Chair"
    return "In attendance" if is_there and "officer" in role.lower() else attendance


def write_people(table: LexborNode, out: Writer) -> None:
    """The table of an attendance page: attendee, role, attendance, in the order its column titles give."""
    rows = [row for row in table.css("tr") if row.css_first("td") is not None]
    titles = [flat(cell).strip() for cell in table.css("th")]
    columns = [
        next((at for at, title in enumerate(titles) if re.match(pattern, title, re.IGNORECASE)), order)
        for order, pattern in enumerate(_COLUMNS.values())
    ]
    out.gap()
    if titles:
        out.write("\t".join(titles) + "\n")
    for row in rows:
        cells = [flat(cell).strip() for cell in row.css("td")]
        name, role, attendance = (cells[at] if at < len(cells) else "" for at in columns)
        if name:
            write_person(name, role, attendance, (role, attendance), out)
    out.gap()
