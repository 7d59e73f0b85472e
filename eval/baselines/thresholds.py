"""A baseline made to refuse: below which score of its best passage, as the tuning half has it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, Self

from eval.known import Known
from eval.models import Asker
from index.models import Vectors
from rag.models import Answer, Refusal

Embed = Callable[[str], Vectors]  # a question as a unit vector


class Scoring(Asker, Protocol):
    """A system whose best passage has a score (higher is better), and that can be told when to refuse."""

    def best_score(self, question: str) -> float | None: ...

    def refusing_below(self, score: float) -> Self: ...


def best_threshold(system: Scoring, known: Sequence[Known]) -> float:
    """The score below which refusing is right most often: refused if unanswerable, else answered."""
    scored = [
        (score, one.answerable)
        for one in known
        if (score := system.best_score(" ".join((*one.after, one.question)))) is not None
    ]

    def right(threshold: float) -> int:
        return sum((score >= threshold) == answerable for score, answerable in scored)

    return max(sorted(score for score, _ in scored), key=right, default=0.0)


def in_conversation(question: str, before: Sequence[Answer | Refusal]) -> str:
    """How a system that knows no conversation is asked a later question of one: after the earlier ones."""
    return " ".join((*(reply.question for reply in before), question))
