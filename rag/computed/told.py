"""What every computed answer is made from, and what it is made of."""

from __future__ import annotations

from dataclasses import dataclass

from index.library import Library
from index.models import Filters
from rag.answering.compose import Quote
from rag.models import Computed, Notice
from rag.understanding.lexicon import Lexicon
from rag.understanding.question import Question


@dataclass(frozen=True, slots=True)
class Request:
    """A question understood, and the library it is put to. `filters` are the user's and bind."""

    asked: Question
    library: Library
    lexicon: Lexicon
    filters: Filters


@dataclass(frozen=True, slots=True)
class Told:
    """A computed answer: exact words in the order to be told, what was counted, what must be said of it."""

    quotes: tuple[Quote, ...]  # at least one
    computed: Computed | None = None
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class Silence:
    """The question is one that can be computed, and the catalogue holds nothing of it: a refusal, not a guess."""

    reason: str  # one sentence
    sure: bool = False  # words found by likeness cannot answer it either
