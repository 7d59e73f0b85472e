"""What a reader who is sure overrules: rules that tell by its form alone whether a sentence may answer.

"How many babies" is answered by "15,613 live births", which has no word for what is counted. Rules know words; they
hold where nobody who read the sentence is sure.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rag.retrieval.evidence import Evidence
from rag.understanding.question import Question
from rag.understanding.wanted import Wanted

SURE = 0.6  # chance from which a sentence that may have what is wanted is held to have it
SURELY = 0.8  # likewise one that lacks the word for what is asked


def overrule(question: Question, weighed: Sequence[Evidence]) -> list[Evidence]:
    """The same evidence in the same order, each that surely answers held to have the sort of thing that is wanted,
    unless it is ruled out for more than the want of a word. Of sums the rules know more: which clause of a sentence
    each prices."""
    heard = [
        replace(each, ruled_out=False, by_words=False) if each.by_words and each.relevance >= SURELY else each
        for each in weighed
    ]
    if question.wanted is Wanted.MONEY:
        return heard
    return [
        replace(each, fits=True) if each.relevance >= SURE and not (each.fits or each.ruled_out) else each
        for each in heard
    ]
