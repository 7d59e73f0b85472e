"""Known answers: questions with the words of the record that count and the facts an answer must hold."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from corpus.models import SectionKind

ANSWERABLE = (
    "decision", "discussion", "recommendation", "figure", "table", "who", "when", "where", "attendance", "list",
    "count", "plain", "misspelt", "follow_up", "glossary", "conflict", "current", "outstanding", "votes", "injection",
)  # fmt: skip
UNANSWERABLE = (
    "absent_topic", "absent_date", "absent_item", "absent_fact", "absent_person", "false_premise", "other_council",
    "injection",
)  # fmt: skip


class KnownAnswersError(Exception):
    """A file of known answers cannot be used. The message names file, line and reason."""


@dataclass(frozen=True, slots=True)
class KnownSpan:
    """Words of the record that show the answer: offsets into the document's extracted text, end exclusive."""

    document: str  # a document's name, or the unambiguous start of one
    item: str | None  # number of the item as printed there; None outside items
    start: int
    end: int
    digest: str  # of the words at these offsets, so that a drift of the text is seen


@dataclass(frozen=True, slots=True)
class Place:
    """Where an answer may stand: `item` as printed, None for words outside any (numbered) item."""

    document: str  # a document's name, or the unambiguous start of one
    item: str | None
    decision: str | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """A question whose answer, or whose lack of one, is known."""

    id: str
    question: str
    answerable: bool
    category: str
    kind: SectionKind | None
    spans: tuple[KnownSpan, ...]
    places: tuple[Place, ...]  # the spans' items, and others where the same facts may be found
    facts: tuple[tuple[str, ...], ...]  # every group must be met, by any one of its alternatives
    after: tuple[str, ...] = ()  # the conversation's earlier questions, oldest first
    note: str | None = None
    reviewed: bool = False  # looked at by a second pair of eyes


def squash(text: str) -> str:
    """`text` with every run of white space as one blank: how words of papers are compared with quotes."""
    return " ".join(text.split())


def digest(words: str) -> str:
    """The first 8 hex digits of the SHA-256 of the squashed words."""
    return hashlib.sha256(squash(words).encode()).hexdigest()[:8]


def places_of(spans: tuple[KnownSpan, ...], listed: tuple[Place, ...] = ()) -> tuple[Place, ...]:
    """The listed places, then the items of spans that lie in none of them."""
    told = {(place.document, place.item) for place in listed}
    own = dict.fromkeys((span.document, span.item) for span in spans)
    return (*listed, *(Place(*place) for place in own if place not in told))
