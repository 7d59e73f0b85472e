"""Look again at the best sentences, one by one: how likely does each answer, read together with the question?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corpus.models import SectionKind
from corpus.parts.lines import fold
from index.models import Passage
from index.passages import section_of
from index.reranker import Reranker
from rag.retrieval.evidence import Evidence, units

LOOKED_AT = 20  # sentences; each costs about five milliseconds
READ = 320  # characters of each: a long decision says what it is about at its start
HEADING_READ = 70  # characters of the title and heading it stands under
BEFORE_READ = 120  # characters of the end of the sentence before it
RELEVANCE_WEIGHT = 0.5


def sharpen(reranker: Reranker, questions: Sequence[str], weighed: Sequence[Evidence]) -> list[Evidence]:
    """The same evidence, the best of it reordered by the chance that it answers the question, in the likeliest of its
    wordings."""
    top = weighed[:LOOKED_AT]
    texts = [read_alone(each.passage, each.start, each.end) for each in top]
    scores = [reranker.score(question, texts) for question in dict.fromkeys(questions)]
    relevant = [max(each) for each in zip(*scores, strict=True)]
    looked = [
        replace(each, relevance=value, score=each.score + RELEVANCE_WEIGHT * value)
        for each, value in zip(top, relevant, strict=True)
    ]
    return sorted(looked, key=lambda each: -each.score) + list(weighed[LOOKED_AT:])


def read_alone(passage: Passage, start: int, end: int) -> str:
    """What a reranker reads of a sentence, by its offsets in the document. Training reads the same
    (`eval.training`)."""
    first, last = start - passage.span.start, end - passage.span.start
    lo, hi = max((each for each in units(passage) if each[1] <= first), default=(0, 0))
    headings = (passage.title or "", section_of(passage))
    decided = passage.kind is SectionKind.DECISION
    return set_out(headings, passage.text[first:last], passage.text[lo:hi], decided)


def set_out(headings: Sequence[str], sentence: str, before: str, decided: bool) -> str:
    """A sentence under the title of its item and its heading, with how the one before it ends: "He replied that it
    would open in March" is of what was asked there. "To note the report" does not say that it was decided."""
    heading = " | ".join(filter(None, dict.fromkeys(headings)))[:HEADING_READ]
    text = f"{heading}: {'Decided: ' if decided else ''}{fold(sentence)[:READ]}"
    end = fold(before)
    if len(end) > BEFORE_READ:
        end = end[-BEFORE_READ:].partition(" ")[2]
    return f"{text} « {end}" if end else text
