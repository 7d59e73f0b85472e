"""Papers whose format names their parts: ModernGov's pages and its web service's answers."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from corpus.layouts.marked_item import read_item
from corpus.models import Document, Mark, MarkKind, Meeting, Paper, PaperKind, Section, SectionKind
from corpus.parts.councils import find_council
from corpus.parts.lines import Line, fold, split_lines

_OWN = (MarkKind.ITEM, MarkKind.PERSON, MarkKind.BODY, MarkKind.STATUS)
_CALLED_OFF = re.compile(r"\b(?:cancell?ed|postponed)\b", re.IGNORECASE)
_SAYS_SO = re.compile(
    r"(?:note\W{1,3})?(?:this |the )?meeting (?:has been |was |is )?(?:cancell?ed|postponed)\b"
    r"|\W*(?:cancell?ed|postponed)\W*$",
    re.IGNORECASE,
)
_PAGE_TITLE = re.compile(
    r"(?:(?:printed )?(?:draft )?(?:agenda|minutes|decisions)[a-z, ]{0,40}|meeting attendance|attendance details|"
    r"agenda item|decision details|meeting details)",
    re.IGNORECASE,
)
_FURNITURE = ("Items", "No. Item", "Media")  # words of the page, not of the meeting


def is_marked(document: Document) -> bool:
    """Whether the document's format names its meeting or its items."""
    return any(mark.kind in _OWN for mark in document.marks)


def read_marked(document: Document) -> Paper:
    """Read a document by its marks. What no mark names is None, with a warning."""
    grouped = list(_items(document.marks))
    items = tuple(read_item(document, item, parts) for item, parts in grouped)
    first = grouped[0][0].start if grouped else len(document.text)
    head = [line for line in split_lines(document.text, 0, first) if line.text not in _FURNITURE]
    kind = _kind_of(document, grouped)
    if head and _PAGE_TITLE.fullmatch(head[0].text):
        head = head[1:]
    by_kind = _first_of_each(document.marks)
    date, time, venue = (by_kind.get(each) for each in (MarkKind.DATE, MarkKind.TIME, MarkKind.VENUE))
    meeting = Meeting(
        council=_words(document, by_kind.get(MarkKind.COUNCIL)) or find_council(head),
        body=_words(document, by_kind.get(MarkKind.BODY)),
        date=dt.date.fromisoformat(date.value) if date and date.value else None,
        time=dt.time.fromisoformat(time.value) if time and time.value else None,
        venue=(_words(document, venue) or "").strip(" .") or None,
        chair=next(iter(_people(document, "chair")), None),
        present=_people(document, "chair", "present"),
        apologies=_people(document, "apolog"),
        items=items,
        span=document.span(0, len(document.text)),
        sections=_head_sections(document, head),
        draft=MarkKind.DRAFT in by_kind,
        cancelled=_is_cancelled(document, head),
    )
    return Paper(document, kind, (meeting,), tuple(_warnings(kind, meeting)))


def _items(marks: Sequence[Mark]) -> Iterator[tuple[Mark, list[Mark]]]:
    """Each item with the marks within it that do not overlap one before; a paper's title is within others."""
    item: Mark | None = None
    parts: list[Mark] = []
    for mark in marks:
        if mark.kind is MarkKind.ITEM and (item is None or mark.start >= item.end):
            if item is not None:
                yield item, parts
            item, parts = mark, []
        elif item is not None and item.start <= mark.start and mark.end <= item.end:
            parts.append(mark)
    if item is not None:
        yield item, parts


def _kind_of(document: Document, grouped: Sequence[tuple[Mark, list[Mark]]]) -> PaperKind:
    title = document.text.partition("\n")[0].lower()
    if "attendance" in title and not grouped:
        return PaperKind.ATTENDANCE
    if title.startswith("decision details"):
        return PaperKind.DECISIONS
    return PaperKind.ITEM_PAGE if title.startswith("agenda item") else PaperKind.AGENDA_AND_MINUTES


def _first_of_each(marks: Sequence[Mark]) -> dict[MarkKind, Mark]:
    found: dict[MarkKind, Mark] = {}
    for mark in marks:
        found.setdefault(mark.kind, mark)
    return found


def _words(document: Document, mark: Mark | None) -> str | None:
    return fold(document.text[mark.start : mark.end]) or None if mark else None


def _people(document: Document, *attendances: str) -> tuple[str, ...]:
    """Names, in the order printed, of those whose attendance begins with one of these words."""
    found = (
        _words(document, mark)
        for mark in document.marks
        if mark.kind is MarkKind.PERSON and (mark.value or "").lower().startswith(attendances)
    )
    return tuple(dict.fromkeys(name for name in found if name))


def _head_sections(document: Document, head: Sequence[Line]) -> tuple[Section, ...]:
    """The heading of the meeting and who came, as one section."""
    if not head:
        return ()
    return (Section(SectionKind.ATTENDANCE, document.span(head[0].start, head[-1].end), "Meeting"),)


def _is_cancelled(document: Document, head: Sequence[Line]) -> bool:
    statuses = (mark for mark in document.marks if mark.kind is MarkKind.STATUS)
    return any(_CALLED_OFF.search(document.text, mark.start, mark.end) for mark in statuses) or any(
        _SAYS_SO.match(line.text) for line in head
    )


def _warnings(kind: PaperKind, meeting: Meeting) -> Iterator[str]:
    if kind is PaperKind.ITEM_PAGE:
        yield "The page states no date, body or item number; they are left unknown."
    elif meeting.body is None or meeting.date is None:
        yield "The paper does not say which body met, or when; what is missing is left unknown."
    for item in meeting.items:
        if item.truncated:
            yield f"Item {item.number or item.title}: the minutes are cut short on this page."
