"""Whether a question that could stand alone may ask of what was told last: "And which building do they want?"."""

from __future__ import annotations

from collections.abc import Sequence

from rag.models import Answer, Refusal
from rag.understanding.lexicon import Term
from rag.understanding.question import Question


def may_be_of_the_last(asked: Question, reply: Answer | Refusal, before: Sequence[Answer | Refusal]) -> bool:
    """Whether the question is refused as it stands, or answered from elsewhere than the last reply before it, and
    names no place itself."""
    if isinstance(reply, Refusal):
        return True
    last = before[-1] if before else None
    placed = asked.dates or asked.held or asked.items
    if reply.confidence is None or placed or not isinstance(last, Answer):
        return False
    return _lead(reply) != _lead(last)


def is_as_sure(one: Answer, other: Answer) -> bool:
    """Whether one answer is found as surely as another."""
    return (one.confidence or 0.0) >= (other.confidence or 0.0)


def knows_most(terms: Sequence[Term]) -> bool:
    """Whether the papers have words for most of what is asked: penguins are no part of what was told before."""
    words = [term for term in terms if not term.word.is_frame]
    known = sum(term.weight for term in words if term.credits)
    return known > 0.5 * sum(term.weight for term in words)


def _lead(answer: Answer) -> tuple[str, str | None, str | None]:
    """The paper and the item that the first words of an answer stand in."""
    lead = answer.citations[answer.claims[0].citations[0] - 1]
    return lead.document, lead.item, lead.title
