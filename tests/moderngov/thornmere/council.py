"""What a council publishes, as data: bodies, meetings, items and papers. Nothing here knows of pages or XML."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, TypeVar

Any_ = TypeVar("Any_")


@dataclass(frozen=True, slots=True)
class Linked:
    """A paper published with an item: a file that the site makes of `words`, or another site's page."""

    id: int
    title: str
    words: tuple[str, ...]  # paragraphs
    form: str = "pdf"  # or "docx"
    restricted: bool = False
    reference: str = ""  # of the paragraph of the Act that closes it
    elsewhere: str | None = None  # the link leaves the site


@dataclass(frozen=True, slots=True)
class Vote:
    title: str
    kind: str  # Resolution, Amendment, Motion
    result: str  # Carried, Rejected


@dataclass(frozen=True, slots=True)
class Item:
    id: int
    place: int  # on the agenda; 0 is a heading
    number: str  # as the public sees it, with its full stop; "" before there are minutes
    title: str
    asked: tuple[str, ...] = ()
    decision: tuple[str, ...] = ()
    minutes: tuple[str, ...] = ()
    report: Linked | None = None
    papers: tuple[Linked, ...] = ()
    votes: tuple[Vote, ...] = ()
    restricted: bool = False  # the service gives its words all the same; a page shows nothing of it


@dataclass(frozen=True, slots=True)
class Attendee:
    id: int
    name: str
    role: str
    attendance: str
    party: str = ""
    ward: str = ""
    representing: str = ""


@dataclass(frozen=True, slots=True)
class Supplement:
    id: int
    title: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Meeting:
    id: int
    agenda: int  # another number: documents of the whole meeting are named by it
    date: dt.date
    time: dt.time
    venue: str
    items: tuple[Item, ...] = ()
    attendees: tuple[Attendee, ...] = ()
    status: str = "Confirmed"
    minutes: str = "approved"  # "" none yet, "draft", "approved", "printed": only as a PDF
    printed: tuple[str, ...] = ()  # the printed minutes, line by line
    supplements: tuple[Supplement, ...] = ()

    @property
    def cancelled(self) -> bool:
        return "Cancelled" in self.status


@dataclass(frozen=True, slots=True)
class Body:
    id: int
    title: str
    category: str
    meetings: tuple[Meeting, ...] = ()
    expired: bool = False
    deleted: bool = False


@dataclass(frozen=True, slots=True)
class Council:
    name: str
    bodies: tuple[Body, ...]

    def body(self, id: int) -> Body | None:
        return next((body for body in self.bodies if body.id == id), None)

    def meeting(self, id: int) -> tuple[Body, Meeting] | None:
        return next(((body, one) for body in self.bodies for one in body.meetings if one.id == id), None)

    def meeting_of_agenda(self, agenda: int) -> tuple[Body, Meeting] | None:
        return next(
            ((body, one) for body in self.bodies for one in body.meetings if one.agenda == agenda), None
        )

    def item(self, id: int) -> tuple[Body, Meeting, Item] | None:
        return next(
            ((body, meeting, item) for body, meeting, item in self.items() if item.id == id),
            None,
        )

    def items(self) -> list[tuple[Body, Meeting, Item]]:
        return [
            (body, meeting, item)
            for body in self.bodies
            for meeting in body.meetings
            for item in meeting.items
        ]

    def paper(self, id: int) -> Linked | None:
        papers = (paper for _, _, item in self.items() for paper in papers_of(item))
        return next((paper for paper in papers if paper.id == id), None)


def papers_of(item: Item) -> tuple[Linked, ...]:
    """The report first, as the site numbers them."""
    return (*((item.report,) if item.report else ()), *item.papers)


def amend(council: Any_, kind: type, id: int, **changes: object) -> Any_:
    """The same council, in which the `kind` with this id has other fields; None as a field of `papers` drops it."""
    if isinstance(council, kind) and getattr(council, "id", None) == id:
        return replace(council, **changes)  # type: ignore[type-var]
    if isinstance(council, tuple):
        return tuple(amend(each, kind, id, **changes) for each in council)  # type: ignore[return-value]
    if is_dataclass(council):
        inner: dict[str, Any] = {field.name: getattr(council, field.name) for field in fields(council)}
        nested = {
            name: value for name, value in inner.items() if isinstance(value, tuple) or is_dataclass(value)
        }
        return replace(council, **{name: amend(value, kind, id, **changes) for name, value in nested.items()})  # type: ignore[type-var]
    return council
