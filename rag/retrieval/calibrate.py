"""How near does a question come to this library by chance? Cosines mean nothing before that is known."""

from __future__ import annotations

from statistics import fmean

from index.library import Library
from index.models import Filters

# Asked of any council's papers these find nothing: what they reach is what chance reaches.
PROBES = (
    "How do I bake sourdough bread without a starter?",
    "Which guitar strings sound best for flamenco?",
    "What is the boiling point of nitrogen?",
    "Who composed the Brandenburg Concertos?",
    "Can a chess bishop jump over a pawn?",
    "How far is Neptune from the sun?",
)


def chance_cosine(library: Library) -> float:
    """The mean cosine of an unrelated question with the passage nearest to it, in this library and its model."""
    hits = [library.store.nearest(library.embedder.embed_query(probe), 1, Filters()) for probe in PROBES]
    return fmean(hit.score for found in hits for hit in found) if any(hits) else 0.0
