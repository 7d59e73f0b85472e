"""A paper becomes passages: runs of whole sentences of one section, each with its place in the record."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from corpus.models import AgendaItem, Document, Meeting, Paper, Section, SectionKind
from corpus.parts.lines import split_lines, split_sentences
from corpus.parts.people import split_attendance
from corpus.parts.put_forward import HEADED
from corpus.parts.sections import RECOMMENDS
from index.models import Passage

TARGET = 600  # characters; with its heading a passage stays within the 256 tokens the model reads
LONGEST = 1100  # a decision, or a sentence, longer than this is split all the same

OF_MINUTES = frozenset(
    (SectionKind.DISCUSSION, SectionKind.DECISION, SectionKind.INTEREST, SectionKind.ATTENDANCE)
)
LABELS = {
    SectionKind.DECISION: "Decision",
    SectionKind.RECOMMENDATION: "Recommendation of a report",
    SectionKind.DISCUSSION: "Minutes, discussion",
    SectionKind.INTEREST: "Declaration of interest",
    SectionKind.REPORT: "Report",
    SectionKind.TABLE: "Table in a report",
    SectionKind.MONITOR: "Recommendations monitor",
    SectionKind.KEY_DECISIONS: "Register of key decisions to be taken",
    SectionKind.WORK_PROGRAMME: "Work programme",
    SectionKind.ATTENDANCE: "Meeting and attendance",
    SectionKind.AGENDA: "Agenda",
    SectionKind.FRONT: "Front sheet",
}


def passages_of(paper: Paper) -> list[Passage]:
    """Every passage of a paper, in the order printed within each meeting; ids are 0 until stored."""
    found: list[Passage] = []
    for number, meeting in enumerate(paper.meetings, start=1):
        for section in meeting.sections:
            found += _section_passages(paper, number, None, None, section)
        for position, item in enumerate(meeting.items, start=1):
            key = f"{paper.document.id}#{number}.{position}"
            for section in item.sections:
                found += _section_passages(paper, number, item, key, section)
    return found


def _section_passages(
    paper: Paper, number: int, item: AgendaItem | None, key: str | None, section: Section
) -> Iterator[Passage]:
    document, meeting = paper.document, paper.meetings[number - 1]
    cut = section.kind is SectionKind.DECISION and any(
        decision.truncated and section.span.start <= decision.span.start < section.span.end
        for decision in (item.decisions if item else ())
    )
    for start, end in split_section(document.text, section, within_item=item is not None):
        yield Passage(
            id=0,
            span=document.span(start, end),
            text=document.text[start:end],
            heading=heading_of(meeting, item, section),
            kind=section.kind,
            council=meeting.council,
            body=meeting.body,
            date=meeting.date,
            item=item.number if item else None,
            agenda_number=item.agenda_number if item else None,
            title=item.title if item else None,
            decision=section.decision,
            item_key=key,
            matter=None,
            truncated=item.truncated if item else False,
            decision_truncated=cut,
            meeting=number,
            draft=meeting.draft and section.kind in OF_MINUTES,
            ocr=_is_ocr(document, start, end),
        )


def _is_ocr(document: Document, start: int, end: int) -> bool:
    """Whether any page that the words stand on was read by a machine; a picture alone has no pages."""
    if not document.page_starts:
        return bool(document.ocr_pages)
    first, last = document.page_at(start) or 0, document.page_at(end - 1) or 0
    return any(first <= page <= last for page in document.ocr_pages)


def heading_of(meeting: Meeting, item: AgendaItem | None, section: Section) -> str:
    """ "body, date | title | kind: printed heading": read by both searches beside the words, never quoted."""
    date = f"{meeting.date.day} {meeting.date:%B %Y}" if meeting.date else None
    where = ", ".join(filter(None, (meeting.body, date)))
    kind = LABELS[section.kind]
    return " | ".join(
        filter(
            None,
            (where, item.title if item else None, f"{kind}: {section.heading}" if section.heading else kind),
        )
    )


def section_of(passage: Passage) -> str:
    """The printed heading, and the column titles of a table, that a passage stands under; "" without any."""
    return passage.heading.partition(f"{LABELS[passage.kind]}: ")[2]


def told_under(recommendation: Passage) -> str:
    """The appended paper, or the part of an item of minutes, that a recommendation stands in; "" for the report's own,
    or where the item has no parts."""
    parts = section_of(recommendation).split(" – ")
    heads = (at for at, part in enumerate(parts) if RECOMMENDS.fullmatch(part) or HEADED.fullmatch(part))
    return " – ".join(parts[: next(heads, len(parts))])


def is_of_another_part(decision: Passage, recommendation: Passage) -> bool:
    """Whether a decision was taken in another part of the item of minutes that a recommendation was put forward in."""
    same_paper = decision.span.document_id == recommendation.span.document_id
    return same_paper and section_of(decision) != told_under(recommendation)


def split_section(text: str, section: Section, *, within_item: bool = False) -> Iterator[tuple[int, int]]:
    """Ranges of up to `TARGET` characters that end where a sentence, bullet or row ends; of a list of who
    attended, where a label's names end. What an item says of attendance is prose."""
    start, end = section.span.start, section.span.end
    if section.kind is SectionKind.DECISION and end - start <= LONGEST:
        yield start, end
        return
    begin = last = None
    is_list = section.kind is SectionKind.ATTENDANCE and not within_item
    units = split_attendance if is_list else split_sentences
    for lo, hi in chain.from_iterable(_pieces(text, *each) for each in units(text, start, end)):
        if begin is not None and last is not None and hi - begin > TARGET:
            yield begin, last
            begin = None
        begin = lo if begin is None else begin
        last = hi
    if begin is not None and last is not None:
        yield begin, last


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence, or its lines or words when it is longer than `LONGEST` (noise, a table without rows)."""
    if end - start <= LONGEST:
        yield start, end
        return
    for line in split_lines(text, start, end):
        at = line.start
        while line.end - at > LONGEST:
            stop = text.rfind(" ", at, at + TARGET)
            stop = at + TARGET if stop <= at else stop
            yield at, stop
            at = stop + (text[stop] == " ")
        if at < line.end:
            yield at, line.end
