"""The words of the record: what a reader finds in a paper.

Every text-bearing object carries a `SourceSpan`, and slicing the document's extracted text with
that span gives the object's text back exactly. Nothing here knows about models or indexes.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum


class PaperKind(StrEnum):
    """What sort of paper a document is; decides which layout reads it."""

    AGENDA_AND_MINUTES = "agenda_and_minutes"  # a meeting's web page
    ITEM_PAGE = "item_page"  # one agenda item's web page: no date, no body, no number
    MINUTES = "minutes"  # minutes on their own
    DECISIONS = "decisions"  # the list of decisions published soon after a meeting
    ATTENDANCE = "attendance"  # who came to a meeting, on a page of its own
    REPORTS_PACK = "reports_pack"  # front sheet, previous minutes, reports
    REPORT = "report"  # one report by itself
    UNKNOWN = "unknown"


class SectionKind(StrEnum):
    """What the words of a section are evidence of. Only `DECISION` is "decided"."""

    DECISION = "decision"
    RECOMMENDATION = "recommendation"  # what a report asks for; not taken yet
    DISCUSSION = "discussion"  # minutes: what was said
    INTEREST = "interest"  # a declaration of interest
    REPORT = "report"  # an officer's or a third party's report
    TABLE = "table"  # rows of a table in a report
    MONITOR = "monitor"  # a recommendations monitor: past requests and what became of them
    KEY_DECISIONS = "key_decisions"  # a register of decisions still to be taken
    WORK_PROGRAMME = "work_programme"  # what a committee plans to look at
    ATTENDANCE = "attendance"  # the meeting's heading, who was present, apologies
    AGENDA = "agenda"  # what a meeting was asked to consider
    FRONT = "front"  # notices, membership, contacts


@dataclass(frozen=True, slots=True)
class SourceSpan:
    """Characters `start` to `end` (end exclusive) of a document's extracted text."""

    document_id: str
    page: int | None  # first page touched, counted from 1; None where the source has no pages
    start: int
    end: int


class MarkKind(StrEnum):
    """What a format that names its parts says of a run of text; plain text has no marks."""

    COUNCIL = "council"
    BODY = "body"
    DATE = "date"  # value: ISO date
    TIME = "time"  # value: HH:MM
    VENUE = "venue"
    STATUS = "status"  # of the meeting: "Cancelled", "Confirmed; Special Meeting"
    DRAFT = "draft"  # the minutes are not yet approved
    PERSON = (
        "person"  # one attendee; value: what their attendance is called ("Present", "Apologies", "Chair")
    )
    ITEM = "item"  # all of one agenda item; the marks within it are its parts
    NUMBER = "number"  # as the public sees it; value: without the dot
    AGENDA_NUMBER = "agenda_number"  # place on the agenda, when another number is shown
    TITLE = "title"
    HEADING = "heading"  # a paragraph set apart: a heading of the format, or all in bold
    AGENDA = "agenda"  # what the meeting was asked
    MINUTES = "minutes"
    DECISION = "decision"
    VOTE = "vote"  # a recorded vote, as a table
    PAPER = "paper"  # the title of a paper published with an item
    WITHHELD = "withheld"  # an item or a paper that is not open to the public; value: "item" or "paper"


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters `start` to `end` (end exclusive) of the extracted text are a `kind`. Marks nest or lie apart."""

    kind: MarkKind
    start: int
    end: int
    value: str | None = None  # in plain form, where the printed words are not


@dataclass(frozen=True, slots=True)
class Publication:
    """What the publisher says of a paper beside its own words: the site's page or web service, not a guess.

    It fills what the paper itself does not state. `item` and `agenda_number` are of the item it was
    published with; both None for a paper of the whole meeting.
    """

    url: str | None = None
    title: str | None = None  # of the link that leads to it
    council: str | None = None
    body: str | None = None
    date: dt.date | None = None
    time: dt.time | None = None
    item: str | None = None
    agenda_number: str | None = None
    item_title: str | None = None
    draft: bool = False  # minutes published before they were approved


@dataclass(frozen=True, slots=True)
class Document:
    """A file as extracted: its text is never touched again, so offsets stay true."""

    id: str  # the name as ingested: a file name, or a path below the ingested folder
    text: str
    page_starts: tuple[int, ...] = ()  # offset of each page's first character; () without pages
    url: str | None = None
    marks: tuple[Mark, ...] = ()  # by start, outer before inner
    ocr_pages: tuple[int, ...] = ()  # pages, from 1, whose words a machine read from a picture
    published: Publication | None = None
    warnings: tuple[str, ...] = ()  # what the format's reader was unsure of
    unread_pages: tuple[int, ...] = ()  # pictures that there was no OCR to read

    def page_at(self, offset: int) -> int | None:
        """Page number (from 1) holding the character at `offset`; None without pages."""
        return bisect_right(self.page_starts, offset) or 1 if self.page_starts else None

    def span(self, start: int, end: int) -> SourceSpan:
        return SourceSpan(self.id, self.page_at(start), start, end)

    def slice(self, span: SourceSpan) -> str:
        return self.text[span.start : span.end]


@dataclass(frozen=True, slots=True)
class Section:
    """A run of text of one kind. Sections of an item do not overlap."""

    kind: SectionKind
    span: SourceSpan
    heading: str | None = None  # the nearest printed heading, or a table's header row
    decision: str | None = None  # the printed number when kind is DECISION


class Outcome(StrEnum):
    """What became of a matter, by the decision's own words."""

    NOTED = "noted"
    APPROVED = "approved"  # approved, adopted, endorsed, ratified, confirmed
    AGREED = "agreed"
    REFUSED = "refused"  # refused, rejected, lost, not agreed
    DEFERRED = "deferred"  # deferred, adjourned, postponed
    WITHDRAWN = "withdrawn"
    RECOMMENDED = "recommended"  # recommended on, to another body


@dataclass(frozen=True, slots=True)
class Vote:
    """A vote as printed. A count is None where neither a number nor names are printed; names may be ()."""

    in_favour: int | None = None
    against: int | None = None
    abstained: int | None = None
    named_in_favour: tuple[str, ...] = ()
    named_against: tuple[str, ...] = ()
    named_abstained: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision in a decision block of minutes, words as printed."""

    number: str | None
    text: str
    span: SourceSpan
    truncated: bool = False
    outcome: Outcome | None = None  # None when its words do not plainly say
    mover: str | None = None  # as printed: "Councillor Byrne"
    seconder: str | None = None
    vote: Vote | None = None


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One matter before one meeting, as one paper prints it."""

    number: str | None  # as printed in this document
    agenda_number: str | None
    title: str
    span: SourceSpan
    decisions: tuple[Decision, ...] = ()
    sections: tuple[Section, ...] = ()
    truncated: bool = False  # the paper says that its minutes are cut short
    has_report: bool = False
    restricted: bool = False  # the item is not open to the public: nothing of it is held but that
    withheld: int = 0  # papers of the item that are not open to the public


@dataclass(frozen=True, slots=True)
class Meeting:
    """One sitting of one body. A field the paper does not state is None."""

    council: str | None
    body: str | None
    date: dt.date | None
    time: dt.time | None
    venue: str | None
    chair: str | None
    present: tuple[str, ...]
    apologies: tuple[str, ...]
    items: tuple[AgendaItem, ...]
    span: SourceSpan
    sections: tuple[Section, ...] = ()  # heading, attendance, front matter: of no single item
    draft: bool = False
    cancelled: bool = False  # it was called off; it stays in the record


@dataclass(frozen=True, slots=True)
class Paper:
    """A document, read: its kind, its meetings, and what the reader was unsure of."""

    document: Document
    kind: PaperKind
    meetings: tuple[Meeting, ...]
    warnings: tuple[str, ...] = ()


class CorpusError(Exception):
    """A paper cannot be read. The message is one sentence that names the remedy."""
