"""What an evaluation works on and what it finds: questions asked, measures, figures, reports."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, Protocol

from eval.known_answers import Known
from eval.places import lies_in
from rag.models import Answer, Citation, Refusal


class Asker(Protocol):
    """Whatever can be asked: the assistant or a baseline."""

    def ask(self, question: str) -> Answer | Refusal: ...


class Held(Protocol):
    """A document a library holds."""

    @property
    def id(self) -> str: ...


class Shelf(Protocol):
    """The part of a library an evaluation needs: which documents are held, and their extracted text."""

    def documents(self) -> Iterable[Held]: ...

    def document_text(self, document_id: str) -> str: ...


@dataclass(frozen=True, slots=True)
class Asked:
    """A known answer beside the reply it got."""

    known: Known
    reply: Answer | Refusal
    seconds: float  # wall clock around the call
    texts: Mapping[str, str]  # extracted text of every held document

    @property
    def answer(self) -> Answer | None:
        return self.reply if isinstance(self.reply, Answer) else None

    @property
    def citations(self) -> tuple[Citation, ...]:
        return self.answer.citations if self.answer else ()

    def in_place(self, citation: Citation) -> bool:
        """Whether the citation lies in one of the places the known answer lists."""
        return any(lies_in(citation, place, self.texts) for place in self.known.places)


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
class Gauge:
    """A size of one question's reply (None where there is none), summarised by a quantile (0 to 1)."""

    name: str
    size: Callable[[Asked], float | None]
    quantile: float
    unit: str  # "characters", "claims" or "s"
    target: float | None = None  # at most


@dataclass(frozen=True, slots=True)
class Figure:
    """One measure over some questions. `value` is None when no question bears on it."""

    name: str
    value: float | None
    unit: str  # "share", "count", or a gauge's unit
    of: int  # trials, or replies sized
    low: float | None = None  # 95% Wilson interval of a share
    high: float | None = None
    target: float | None = None

    @property
    def met(self) -> bool | None:
        """Whether the target is met; None without a target or a value."""
        if self.value is None or self.target is None:
            return None
        return self.value >= self.target if self.unit == "share" else self.value <= self.target


@dataclass(frozen=True, slots=True)
class Miss:
    """A question that failed a measure: what was expected, what came, and why it counts as failed."""

    id: str
    category: str
    question: str
    expected: str
    got: str
    failed: tuple[str, ...]  # names of measures
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """How one system did on one set of known answers."""

    system: str
    questions: int
    figures: tuple[Figure, ...]
    categories: tuple[tuple[str, tuple[Figure, ...]], ...]
    misses: tuple[Miss, ...]

    def figure(self, name: str) -> Figure:
        """The figure called `name`; KeyError when there is none."""
        for figure in self.figures:
            if figure.name == name:
                return figure
        raise KeyError(name)


class EvaluationError(Exception):
    """An evaluation cannot be run. The message is one sentence that names the remedy."""
