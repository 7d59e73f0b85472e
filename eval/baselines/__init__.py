"""Simpler ways of answering, judged by the same measures so that ours can be seen to earn their keep.

They may import faiss and langchain_text_splitters, which elsewhere in the house stay inside index/: a
baseline stands for the recipe people know, so it must use the recipe's own parts and none of our store.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from eval.baselines.naive import Naive
from eval.baselines.thresholds import Scoring, best_threshold
from eval.baselines.top_passages import TopPassages
from eval.known import Known
from eval.models import Asker
from index.library import Library

REFUSING = ", refusing"  # ends the name of a baseline that refuses below a score fitted on the tuning half


def baselines(library: Library, tuning: Sequence[Known]) -> Iterator[tuple[str, Asker]]:
    """Name and asker of every baseline over what `library` holds: each as it is, which never refuses, and refusing
    below the score that is right most often on the questions of `tuning`."""
    embed = cache(library.embedder.embed_query)  # all are asked the same questions
    systems: tuple[tuple[str, Scoring], ...] = (
        ("naive recipe", Naive.over(library, embed)),
        ("words only", TopPassages(library.store, embed, "words")),
        ("dense only", TopPassages(library.store, embed, "dense")),
        ("hybrid, unverified", TopPassages(library.store, embed, "hybrid")),
    )
    for name, system in systems:
        yield name, system
        yield name + REFUSING, system.refusing_below(best_threshold(system, tuning))
