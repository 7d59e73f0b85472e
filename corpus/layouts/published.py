"""What a paper's publisher says of it fills what the paper itself leaves open. What it states stays as it is."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from corpus.models import AgendaItem, Meeting, Paper, PaperKind, Publication

_WORD = re.compile(r"\w+")
_SMALL = frozenset(("the", "and", "of", "meeting", "special", "extraordinary"))
_RECORDS = (PaperKind.MINUTES, PaperKind.AGENDA_AND_MINUTES, PaperKind.DECISIONS, PaperKind.ATTENDANCE)
_LEFT_OPEN = re.compile(r"\bleft unknown\.$")
_NO_NUMBER = "The page states no item number; it is left unknown."


def fill(paper: Paper) -> Paper:
    """The paper with council, body, date, time, numbers and draft from `document.published`.

    A pack is filled in the meeting it is for, not in the minutes it carries. A paper that is the record of
    another meeting (the last minutes, published with an item of this one) takes the council alone.
    """
    said = paper.document.published
    if said is None or not paper.meetings:
        return paper
    document = replace(paper.document, url=paper.document.url or said.url)
    meetings = tuple(replace(each, council=each.council or said.council) for each in paper.meetings)
    own = meetings[0]
    warnings = (*paper.warnings, *_differences(own, said))
    if _is_of_another(paper.kind, own, said):
        return replace(paper, document=document, meetings=meetings, warnings=warnings)
    filled = _fill_meeting(paper.kind, own, said)
    kept = (warning for warning in warnings if not _is_answered(warning, filled))
    kept = (_shortened(warning, paper.kind, filled) for warning in kept)
    return replace(paper, document=document, meetings=(filled, *meetings[1:]), warnings=tuple(kept))


def _differences(own: Meeting, said: Publication) -> list[str]:
    """Warnings where the paper and its publisher do not say the same."""
    found = []
    if own.date and said.date and own.date != said.date:
        found.append(
            f"The paper says {_day(own.date)}, the site that published it {_day(said.date)}; the paper's date is kept."
        )
    if own.body and said.body and not _same_body(own.body, said.body):
        found.append(
            f"The paper names the {own.body}, the site that published it the {said.body}; the paper's words are kept."
        )
    return found


def _day(date: dt.date) -> str:
    return f"{date.day} {date:%B %Y}"


def _same_body(one: str, other: str) -> bool:
    """Whether two names are of one body: the same words, or the one's words within the other's."""
    first, second = ({word for word in _WORD.findall(name.lower())} - _SMALL for name in (one, other))
    return first <= second or second <= first


def _is_of_another(kind: PaperKind, own: Meeting, said: Publication) -> bool:
    """Whether the paper is of another meeting than the one it was published with."""
    if own.date and said.date and own.date != said.date:
        return True
    if own.body and said.body and not _same_body(own.body, said.body):
        return True
    with_an_item = said.item is not None or said.agenda_number is not None
    return with_an_item and kind in _RECORDS and own.date is None


def _fill_meeting(kind: PaperKind, own: Meeting, said: Publication) -> Meeting:
    items = own.items
    if len(items) == 1 and (said.item or said.agenda_number or said.item_title):
        items = (_fill_item(kind, items[0], said),)
    return replace(
        own,
        body=own.body or said.body,
        date=own.date or said.date,
        time=own.time or said.time,
        draft=own.draft or said.draft,
        items=items,
    )


def _fill_item(kind: PaperKind, item: AgendaItem, said: Publication) -> AgendaItem:
    """A paper in no known layout is titled by its first line, which states no title: its item's stands for it."""
    takes_title = said.item_title is not None and (kind is PaperKind.UNKNOWN or not item.title)
    return replace(
        item,
        number=item.number or said.item or said.agenda_number,
        agenda_number=item.agenda_number or said.agenda_number,
        title=said.item_title or item.title if takes_title else item.title,
    )


def _is_answered(warning: str, own: Meeting) -> bool:
    """Whether a warning that something is left unknown no longer holds."""
    if not _LEFT_OPEN.search(warning) or own.body is None or own.date is None:
        return False
    return "item number" not in warning or all(item.number for item in own.items)


def _shortened(warning: str, kind: PaperKind, own: Meeting) -> str:
    """An item's page whose meeting is known by now states no number, and nothing else is open."""
    is_open = kind is PaperKind.ITEM_PAGE and own.body is not None and own.date is not None
    return _NO_NUMBER if is_open and "item number" in warning else warning
