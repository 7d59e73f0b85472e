"""Simpler ways of answering, judged by the same measures so that ours can be seen to earn their keep.

They may import faiss and langchain_text_splitters, which elsewhere in the house stay inside index/: a
baseline stands for the recipe people know, so it must use the recipe's own parts and none of our store.
"""

from __future__ import annotations

from collections.abc import Sequence

from eval.baselines.naive import Naive, best_threshold
from eval.baselines.top_passages import TopPassages
from eval.known_answers import Known
from eval.models import Asker
from index.library import Library


def baselines(library: Library, known: Sequence[Known]) -> list[tuple[str, Asker]]:
    """Name and asker of every baseline over what `library` holds; the naive recipe's threshold is tuned on
    the very questions it is then judged by, in its favour."""
    naive = Naive.over(library)
    return [
        ("naive", naive),
        ("naive, tuned", naive.refusing_below(best_threshold(naive, known))),
        ("words only", TopPassages(library, "words")),
        ("dense only", TopPassages(library, "dense")),
    ]
