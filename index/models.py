"""What the index hands to an asker: passages, hits, filters and what the library covers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from corpus.models import Outcome, SectionKind, SourceSpan, Vote

Vectors = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Passage:
    """The unit of retrieval: a run of one section's text, with the place it stands in the record."""

    id: int  # unique in the library; 0 before it is stored
    span: SourceSpan
    text: str  # exactly the document's text at `span`
    heading: str  # "body, date | title | section": read by the index beside the text, never quoted
    kind: SectionKind
    council: str | None
    body: str | None
    date: dt.date | None
    item: str | None  # number as printed in that document
    agenda_number: str | None
    title: str | None
    decision: str | None  # printed number of the decision the passage is
    item_key: str | None  # the item within the library: same for every passage of an item
    matter: str | None  # shared by items known to be the same matter in different papers
    truncated: bool  # the item's minutes are cut short in this paper, and no paper held has them whole
    decision_truncated: bool = False  # the cut falls inside this very decision; likewise
    meeting: int = 1  # place of its meeting within the document, from 1
    draft: bool = False  # words of minutes that were not yet approved
    ocr: bool = False  # a machine read these words from a picture
    set_aside: bool = False  # a fuller paper held says the same: found only when its document is asked for
    numbers: tuple[str, ...] = ()  # every number its matter has in any paper, as they are looked for


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found. A higher score is always better; rank starts at 1."""

    passage: Passage
    score: float
    rank: int


@dataclass(frozen=True, slots=True)
class Filters:
    """What every hit must satisfy. A filter that matches nothing finds nothing."""

    council: str | None = None  # name, part of a name or acronym; case is ignored
    body: str | None = None  # likewise
    date_from: dt.date | None = None  # inclusive
    date_to: dt.date | None = None  # inclusive
    item: str | None = None  # printed or agenda number
    document: str | None = None

    def __bool__(self) -> bool:
        return any(getattr(self, name) is not None for name in self.__slots__)


@dataclass(frozen=True, slots=True)
class MeetingRecord:
    """One meeting in one document, as the catalogue keeps it."""

    document: str
    kind: str  # PaperKind value
    council: str | None
    body: str | None
    date: dt.date | None
    time: dt.time | None
    venue: str | None
    chair: str | None
    present: tuple[str, ...]
    apologies: tuple[str, ...]
    url: str | None
    draft: bool = False
    cancelled: bool = False
    sitting: str | None = None  # shared by the papers of one sitting; None when it is not known which
    position: int = 1  # within the document, from 1
    words: int = 0  # of the minutes of its items


@dataclass(frozen=True, slots=True)
class DecisionRecord:
    """One decision, as the catalogue keeps it."""

    number: str | None  # as printed
    text: str
    truncated: bool = False
    outcome: Outcome | None = None
    mover: str | None = None
    seconder: str | None = None
    vote: Vote | None = None


@dataclass(frozen=True, slots=True)
class ItemRecord:
    """One agenda item in one document, as the catalogue keeps it."""

    key: str
    matter: str | None
    document: str
    council: str | None
    body: str | None
    date: dt.date | None
    number: str | None
    agenda_number: str | None
    title: str
    start: int
    end: int
    truncated: bool
    has_report: bool
    decisions: tuple[DecisionRecord, ...]
    kind: str = "unknown"  # PaperKind value of the document
    words: int = 0  # of its minutes: discussion, decisions, interests
    draft: bool = False  # those minutes were not yet approved
    restricted: bool = False  # not open to the public: nothing of it is in this paper but that
    withheld: int = 0  # papers of the item that are not open to the public
    sitting: str | None = None  # of its meeting


class Role(StrEnum):
    """What a paper gives to a matter."""

    MINUTES = "minutes"
    DRAFT_MINUTES = "draft_minutes"
    DECISIONS = "decisions"
    REPORT = "report"
    AGENDA = "agenda"


@dataclass(frozen=True, slots=True)
class MatterPaper:
    """One paper's part in a matter."""

    item: ItemRecord
    role: Role


@dataclass(frozen=True, slots=True)
class MatterRecord:
    """One agenda item, put together from every paper that holds it."""

    id: str  # the smallest of its items' keys
    council: str | None
    body: str | None
    date: dt.date | None
    number: str | None  # of the minute, where any paper knows it; else as printed
    agenda_number: str | None  # place on the agenda, where any paper knows it
    title: str
    decisions: tuple[DecisionRecord, ...]  # of the fullest minutes
    truncated: bool  # its minutes are cut short, and no paper held has them whole
    has_report: bool
    restricted: bool  # not open to the public, and no paper held says more of it
    withheld: int  # papers of it that are not open to the public
    draft: bool  # the fullest minutes were not yet approved
    papers: tuple[MatterPaper, ...]  # the fullest first

    @property
    def fullest(self) -> ItemRecord:
        """The item in the paper that says most of it."""
        return self.papers[0].item


@dataclass(frozen=True, slots=True)
class TermRecord:
    """What one paper explains: `short` stands for `long`, in the words at `start` to `end`."""

    short: str  # as printed: "EHCPs"
    long: str  # as printed, on one line
    passage: Passage  # that holds the words
    start: int  # offsets in the document
    end: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the library holds, for refusals and for the front of the app."""

    documents: int
    meetings: int  # distinct sittings: the same meeting in two papers counts once
    bodies: tuple[str, ...]
    councils: tuple[str, ...]
    first: dt.date | None
    last: dt.date | None
    undated: int  # documents with no dated meeting
    passages: int


class Embedder(Protocol):
    """Turns text into unit vectors. One model everywhere in one library."""

    @property
    def model(self) -> str: ...  # the identity a library remembers

    @property
    def dimensions(self) -> int: ...

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors, shape (len(texts), dimensions)."""
        ...

    def embed_query(self, text: str) -> Vectors:
        """A unit vector, shape (dimensions,)."""
        ...


class Store(Protocol):
    """Where passages and vectors are found again. Both searches obey `filters` exactly."""

    def nearest(self, vector: Vectors, k: int, filters: Filters) -> list[Hit]:
        """Passages by cosine, best first."""
        ...

    def matching(self, words: Sequence[str], k: int, filters: Filters) -> list[Hit]:
        """Passages by BM25 over stemmed words (any of them), best first."""
        ...


class LibraryError(Exception):
    """A library cannot be opened, read or written. The message names the remedy."""


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """One paper held, as the catalogue keeps it."""

    id: str
    kind: str  # PaperKind value
    source: str  # absolute path of the file it was read from
    sha256: str  # in hex, of that file's bytes and of what was published of it
    bytes: int
    characters: int  # of the extracted text
    pages: int | None
    url: str | None
    warnings: tuple[str, ...]
    ingested_at: dt.datetime  # UTC
    model: str  # identity of the embedding model
    ocr_pages: tuple[int, ...] = ()  # from 1
