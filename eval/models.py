"""What an evaluation works on: systems that can be asked, the record, and questions with the replies they got."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from corpus.models import SourceSpan
from eval.known import Known
from eval.places import lies_in, overlaps
from index.models import ItemRecord
from rag.models import Answer, Citation, Refusal


class Asker(Protocol):
    """Whatever can be asked: the assistant or a baseline."""

    def ask(self, question: str, before: Sequence[Answer | Refusal] = ()) -> Answer | Refusal:
        """`before` holds the earlier replies of the conversation, oldest first."""
        ...

    def spans(self, question: str, k: int) -> Sequence[SourceSpan]:
        """Where the k passages stand that are likeliest to answer, best first, whether or not they do."""
        ...


class Held(Protocol):
    """A document a library holds."""

    @property
    def id(self) -> str: ...


class Shelf(Protocol):
    """The part of a library an evaluation needs: which documents and items are held, and the extracted text."""

    def documents(self) -> Iterable[Held]: ...

    def document_text(self, document_id: str) -> str: ...

    def items(self) -> Iterable[ItemRecord]: ...


@dataclass(frozen=True, slots=True)
class Ranking:
    """How a system ranked the record's items for one question."""

    relevant: tuple[bool, ...]  # of the items found, best first
    of: int  # relevant items there are, at least one


@dataclass(frozen=True, slots=True)
class Asked:
    """A known answer beside the reply it got."""

    known: Known
    reply: Answer | Refusal
    seconds: float  # wall clock around the call
    texts: Mapping[str, str]  # extracted text of every held document
    ranking: Ranking | None = None  # None where no item is known to be relevant

    @property
    def answer(self) -> Answer | None:
        return self.reply if isinstance(self.reply, Answer) else None

    @property
    def citations(self) -> tuple[Citation, ...]:
        return self.answer.citations if self.answer else ()

    def in_place(self, citation: Citation) -> bool:
        """Whether the citation overlaps a known span or lies in a place that the known answer lists."""
        return any(overlaps(citation.span, span, self.texts) for span in self.known.spans) or any(
            lies_in(citation, place, self.texts) for place in self.known.places
        )


@dataclass(frozen=True, slots=True)
class Measure:
    """Trials that pass or fail, for one question; () where the measure does not apply.

    `summary` is the share of trials passed or the number failed. A miss is a question with a failed trial,
    unless the measure only describes (`describes`)."""

    name: str
    trials: Callable[[Asked], tuple[bool, ...]]
    summary: Literal["share", "failures"] = "share"
    target: float | None = None  # at least this share, at most this many failures
    describes: bool = False


@dataclass(frozen=True, slots=True)
class Score:
    """A number from 0 to 1 for one question (None where it does not apply), summarised by the mean."""

    name: str
    value: Callable[[Asked], float | None]
    unit: Literal["mean", "error"]  # of a mean, more is better; of an error, less
    target: float | None = None


@dataclass(frozen=True, slots=True)
class Gauge:
    """A size of one question's reply (None where there is none), summarised by a quantile (0 to 1)."""

    name: str
    size: Callable[[Asked], float | None]
    quantile: float
    unit: str  # "characters", "claims" or "s"
    target: float | None = None  # at most


class EvaluationError(Exception):
    """An evaluation cannot be run. The message is one sentence that names the remedy."""
