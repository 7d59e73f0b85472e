"""Look again at the best sentences, one by one: how likely does each answer, read together with the question?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corpus.models import SectionKind
from corpus.parts.lines import fold
from index.models import Passage
from index.passages import section_of
from index.reranker import Reranker
from rag.retrieval.evidence import Evidence

LOOKED_AT = 20  # sentences; each costs about five milliseconds
READ = 320  # characters of each: a long decision says what it is about at its start
HEADING_READ = 70  # characters of the title and heading it stands under
RELEVANCE_WEIGHT = 0.5


def sharpen(reranker: Reranker, questions: Sequence[str], weighed: Sequence[Evidence]) -> list[Evidence]:
    """The same evidence, the best of it reordered by the chance that it answers the question, in the likeliest of its
    wordings."""
    top = weighed[:LOOKED_AT]
    texts = [read_alone(each.passage, each.text) for each in top]
    scores = [reranker.score(question, texts) for question in dict.fromkeys(questions)]
    relevant = [max(each) for each in zip(*scores, strict=True)]
    looked = [
        replace(each, relevance=value, score=each.score + RELEVANCE_WEIGHT * value)
        for each, value in zip(top, relevant, strict=True)
    ]
    return sorted(looked, key=lambda each: -each.score) + list(weighed[LOOKED_AT:])


def read_alone(passage: Passage, sentence: str) -> str:
    """What a reranker reads of a passage's sentence: it, under the title of its item and its heading. Training reads
    the same (`eval.training`)."""
    headings = dict.fromkeys((passage.title or "", section_of(passage)))
    heading = " | ".join(filter(None, headings))[:HEADING_READ]
    # "To note the report" does not say that it was decided.
    decided = "Decided: " if passage.kind is SectionKind.DECISION else ""
    return f"{heading}: {decided}{fold(sentence)[:READ]}"
