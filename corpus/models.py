"""The words of the record: what a reader finds in a paper.

Every text-bearing object carries a `SourceSpan`, and slicing the document's extracted text with
that span gives the object's text back exactly. Nothing here knows about models or indexes.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class PaperKind(StrEnum):
    """What sort of paper a document is; decides which layout reads it."""

    AGENDA_AND_MINUTES = "agenda_and_minutes"  # a meeting's web page
    ITEM_PAGE = "item_page"  # one agenda item's web page: no date, no body, no number
    MINUTES = "minutes"  # minutes on their own
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


@dataclass(frozen=True, slots=True)
class Document:
    """A file as extracted: its text is never touched again, so offsets stay true."""

    id: str  # the name as ingested: a file name, or a path below the ingested folder
    text: str
    page_starts: tuple[int, ...] = ()  # offset of each page's first character; () without pages
    url: str | None = None

    def page_at(self, offset: int) -> int | None:
        """Page number (from 1) holding the character at `offset`; None without pages."""
        from bisect import bisect_right

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


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision in a decision block of minutes, words as printed."""

    number: str | None
    text: str
    span: SourceSpan
    truncated: bool = False


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


@dataclass(frozen=True, slots=True)
class Paper:
    """A document, read: its kind, its meetings, and what the reader was unsure of."""

    document: Document
    kind: PaperKind
    meetings: tuple[Meeting, ...]
    warnings: tuple[str, ...] = ()


class CorpusError(Exception):
    """A paper cannot be read. The message is one sentence that names the remedy."""
