"""Recall@10 of items: of the relevant items, the share among the first ten; where there are more than ten, of ten.

Recall as in C. J. van Rijsbergen, "Information Retrieval", 1979, ch. 7, at a cut-off as in C. Buckley and E. Voorhees,
"Retrieval System Evaluation", in "TREC: Experiment and Evaluation in Information Retrieval", 2005. What a relevant
item is: `eval.relevance`. Every place that answers counts as relevant, though one alone may do. Asked of
answerable questions with known spans.
"""

from __future__ import annotations

from eval.measures.ndcg import AT
from eval.models import Asked


def recall(asked: Asked) -> float | None:
    return sum(asked.ranking.relevant[:AT]) / min(asked.ranking.of, AT) if asked.ranking else None
