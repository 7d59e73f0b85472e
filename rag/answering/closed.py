"""What is not in the record and never will be: items and papers not open to the public, meetings called off."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from index.library import Library
from index.models import Filters, MatterRecord, MeetingRecord, Passage
from rag.answering.places import say_date
from rag.models import Notice, NoticeKind
from rag.understanding.question import Question
from rag.understanding.when import Span

MOST = 3  # notices of one sort


def closed_notices(
    library: Library, question: Question, filters: Filters, cited: Sequence[Passage] = ()
) -> tuple[Notice, ...]:
    """Notices on the items and meetings that the question names, and on the papers of the items `cited`."""
    names_place = bool(question.dates or question.items)
    bodies = question.held if names_place else frozenset()
    if not names_place or (question.bodies and not bodies):  # a body of another council, perhaps
        return tuple(_withheld(_of_cited(library, cited)))
    asked = [each for each in _asked(library, question, filters) if not bodies or each.body in bodies]
    return (
        *_called_off(library, question, filters, bodies),
        *_withheld([*asked, *_of_cited(library, cited)]),
    )


def _called_off(
    library: Library, question: Question, filters: Filters, bodies: frozenset[str]
) -> Iterator[Notice]:
    """Only of a day, or of a body: which of a month's meetings were called off says nothing on most questions."""
    spans = [span for span in question.dates if bodies or span.first == span.last]
    found: dict[object, MeetingRecord] = {}
    for span in spans:
        for meeting in library.meetings(_during(filters, span)):
            if meeting.cancelled and (not bodies or meeting.body in bodies):
                found.setdefault(meeting.sitting or (meeting.document, meeting.body, meeting.date), meeting)
    for meeting in list(found.values())[:MOST]:
        of_body = f" of {meeting.body}" if meeting.body else ""
        on_day = f" on {say_date(meeting.date)}" if meeting.date else ""
        yield Notice(NoticeKind.CANCELLED, f"The meeting{of_body}{on_day} was cancelled.")


def _withheld(matters: Iterable[MatterRecord]) -> list[Notice]:
    found = {matter.id: matter for matter in matters}
    return [Notice(NoticeKind.WITHHELD, _said(matter)) for matter in list(found.values())[:MOST]]


def _of_cited(library: Library, cited: Sequence[Passage]) -> list[MatterRecord]:
    """Of the items that the answer tells of, those with something that is not open to the public."""
    told = {passage.matter or passage.item_key for passage in cited}
    dates = dict.fromkeys(passage.date for passage in cited if passage.date)
    days = (library.matters(Filters(date_from=date, date_to=date), closed=True) for date in dates)
    return [matter for matters in days for matter in matters if matter.id in told]


def _asked(library: Library, question: Question, filters: Filters) -> Iterable[MatterRecord]:
    """What is not open to the public of the items that the question names, else of the meetings that it names."""
    if not question.items and not (question.dates and (question.of_meeting or not question.content)):
        return []
    within = [_during(filters, span) for span in question.dates] or [filters]
    if question.items:
        within = [replace(each, item=item) for each in within for item in question.items]
    return [matter for each in within for matter in library.matters(each, closed=True)]


def _during(filters: Filters, span: Span) -> Filters:
    return replace(
        filters,
        date_from=max(filter(None, (filters.date_from, span.first)), default=None),
        date_to=min(filter(None, (filters.date_to, span.last)), default=None),
    )


def _said(matter: MatterRecord) -> str:
    where = ", ".join(filter(None, (matter.body, say_date(matter.date) if matter.date else None)))
    number = matter.number or matter.agenda_number
    item = f"tem {number}" if number else "n item"
    of_meeting = f"{item} of this meeting" + (f" ({where})" if where else "")
    if matter.restricted:
        return f"{'I' if number else 'A'}{of_meeting} is not open to the public; nothing of it is held."
    if not matter.withheld:
        return f"{'I' if number else 'A'}{of_meeting} is in part not open to the public."
    papers, held = ("A paper", "it") if matter.withheld == 1 else (f"{matter.withheld} papers", "them")
    verb = "is" if matter.withheld == 1 else "are"
    return f"{papers} of {'i' if number else 'a'}{of_meeting} {verb} not open to the public; nothing of {held} is held."
