"""Does the best evidence answer the question at all? If not, the honest reply is a refusal."""

from __future__ import annotations

from rag.evidence import Evidence
from rag.question import Question

COVERED = 0.45


def is_answered(question: Question, best: Evidence) -> bool:
    if question.items and not question.content:
        return True
    if best.lacks_crux or not best.fits:
        return False
    return best.coverage + 0.5 * best.candidate.cosine > 0.7
