"""Look again at the best sentences, one by one: how near is each to the question, read without its neighbours?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corpus.parts.lines import fold
from index.models import Embedder, Vectors
from index.passages import section_of
from rag.retrieval.evidence import ROWS, Evidence

LOOKED_AT = 8  # sentences; each costs about ten milliseconds
READ = 350  # characters of each: a long decision says what it is about at its start
NEARNESS_WEIGHT = 0.4


def sharpen(
    embedder: Embedder, chance: float, vector: Vectors, weighed: Sequence[Evidence]
) -> list[Evidence]:
    """The same evidence for a question of this `vector`, the best of it reordered by its own nearness to the question.

    Nearness is the cosine of question and sentence, set between what chance reaches in this library (0)
    and the same words (1), so that it means the same whatever model the library was made with.
    """
    top = weighed[:LOOKED_AT]
    if not top:
        return []
    cosines = embedder.embed_passages([_read_alone(each) for each in top]) @ vector
    near = [max(0.0, (float(cosine) - chance) / (1.0 - chance)) for cosine in cosines]
    looked = [
        replace(each, nearness=value, score=each.score + NEARNESS_WEIGHT * value)
        for each, value in zip(top, near, strict=True)
    ]
    return sorted(looked, key=lambda each: -each.score) + list(weighed[LOOKED_AT:])


def _read_alone(evidence: Evidence) -> str:
    """The sentence; a table's row with its column titles, since it says nothing without them."""
    text = fold(evidence.text)[:READ]
    return f"{section_of(evidence.passage)}: {text}" if evidence.passage.kind in ROWS else text
