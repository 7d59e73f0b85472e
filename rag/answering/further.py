"""Answer a further question of the same sentence: "who wrote it, and what did she recommend?" asks twice.

The evidence is weighed for the whole question, so a sentence that answers the second half alone may stand behind those
that answer the first. The reranker reads the second half with each sentence of the matter that was found.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from index.reranker import Rerankers
from rag.answering.choose import Choice
from rag.answering.widen import widen
from rag.retrieval.evidence import Evidence
from rag.retrieval.sharpen import read_alone
from rag.understanding.question import Question
from rag.understanding.wanted import further_questions

MOST_FURTHER = 2  # further questions that are looked into
LOOKED_AT = 16  # sentences of the matter
LIKELY = 0.6  # relevance from which a sentence is told for one


def answer_further(
    rerankers: Rerankers, question: Question, weighed: Sequence[Evidence], choice: Choice
) -> Choice:
    """The choice, with the sentence that best answers each further question, where it is not told yet."""
    parts = further_questions(question.text)[:MOST_FURTHER]
    if not parts or not choice.evidence:
        return choice
    place = _place(choice.evidence[0])
    near = [each for each in weighed if _place(each) == place and not each.ruled_out][:LOOKED_AT]
    added: list[Evidence] = []
    for part in parts:
        relevant = rerankers.many.score(
            part, [read_alone(each.passage, each.start, each.end) for each in near]
        )
        best, chance = max(zip(near, relevant, strict=True), key=lambda pair: pair[1], default=(None, 0.0))
        if best is not None and chance >= LIKELY and not _is_told(best, (*choice.evidence, *added)):
            added.append(widen(best, whole=True))
    return replace(choice, evidence=(*choice.evidence, *added), also=(*choice.also, *((),) * len(added)))


def _place(evidence: Evidence) -> str:
    passage = evidence.passage
    return passage.item_key or passage.span.document_id


def _is_told(one: Evidence, told: Sequence[Evidence]) -> bool:
    document = one.passage.span.document_id
    return any(
        each.passage.span.document_id == document and each.start < one.end and one.start < each.end
        for each in told
    )
