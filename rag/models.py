"""What an asker gets back: claims with citations and notices, or a refusal with what came nearest."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from corpus.models import SectionKind, SourceSpan


class NoticeKind(StrEnum):
    """A warning about the record, part of the answer."""

    TRUNCATED = "truncated"  # minutes cut short in the paper held
    UNDATED = "undated"  # the paper states no date or body
    CONFLICT = "conflict"  # sources disagree
    DRAFT = "draft"  # minutes that were not yet approved
    OCR = "ocr"  # a machine read the words from a picture
    WITHHELD = "withheld"  # not open to the public, so not held
    CANCELLED = "cancelled"  # a meeting asked about was called off
    SUPERSEDED = "superseded"  # a later decision undoes one that is told
    EARLIER = "earlier"  # of what is told, some is older and may no longer hold
    PARTIAL = "partial"  # more fits than is told
    NOT_DECIDED = "not_decided"  # asked for a decision, found only discussion or a report
    ASSUMED = "assumed"  # how a word, date or body in the question was understood
    WRITTEN = "written"  # a language model worded the answer
    DROPPED = "dropped"  # words of a language model were left out: what they cite does not bear them out


@dataclass(frozen=True, slots=True)
class Citation:
    """Exact words and where they stand. `quote` is the document's text at `span`."""

    n: int
    document: str
    council: str | None
    body: str | None
    date: dt.date | None
    item: str | None
    title: str | None
    decision: str | None
    kind: SectionKind
    url: str | None
    quote: str
    span: SourceSpan
    ocr: bool = False  # a machine read the quote from a picture
    titles: bool = False  # it titles the columns of a table whose row is cited beside it


@dataclass(frozen=True, slots=True)
class Claim:
    """One sentence of an answer; its words come from what it cites."""

    text: str
    citations: tuple[int, ...]  # Citation.n, at least one


@dataclass(frozen=True, slots=True)
class Notice:
    kind: NoticeKind
    text: str


@dataclass(frozen=True, slots=True)
class Computed:
    """What was counted or listed from the catalogue rather than quoted: "4 decisions, in 2 meetings"."""

    sentence: str
    count: int | None  # members found; each is cited, unless the sentence says that not all are shown
    of: str  # what was counted: "decisions", "meetings", "items"


@dataclass(frozen=True, slots=True)
class Term:
    """An acronym or term that an answer uses, as the papers themselves explain it."""

    short: str
    long: str
    citation: int  # Citation.n of the words that explain it


@dataclass(frozen=True, slots=True)
class Nearest:
    """An item that came close without answering."""

    document: str
    item: str | None
    title: str
    date: dt.date | None


@dataclass(frozen=True, slots=True)
class Answer:
    """Something the record says. `text` holds the claims with [n] markers, for a person to read."""

    question: str
    text: str
    claims: tuple[Claim, ...]
    citations: tuple[Citation, ...]
    notices: tuple[Notice, ...]
    nearest: tuple[Nearest, ...]
    seconds: float
    status: str = "answered"
    meant: str | None = None  # the question as understood, where that is not as asked: a follow-up made whole
    computed: Computed | None = None
    terms: tuple[Term, ...] = ()
    confidence: float | None = None  # the chance, 0 to 1, that the record answers; None for computed answers


@dataclass(frozen=True, slots=True)
class Refusal:
    """The record is silent, and `text` says so with what the library covers."""

    question: str
    text: str
    notices: tuple[Notice, ...]
    nearest: tuple[Nearest, ...]
    seconds: float
    status: str = "refused"
    meant: str | None = None  # as in Answer
    confidence: float | None = None


class QuestionError(Exception):
    """A question cannot be asked (blank, far too long). The message names the remedy."""


class WriterError(Exception):
    """A language model cannot be used as named. The message names the remedy."""
