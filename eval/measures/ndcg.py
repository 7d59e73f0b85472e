"""nDCG@10 of items: how high the relevant items stand in the ranking, whether or not the question is answered.

K. Järvelin and J. Kekäläinen, "Cumulated gain-based evaluation of IR techniques", ACM Transactions on Information
Systems 20(4), 2002, with a gain of 1 for a relevant item and the discount log2(rank + 1) of C. Burges et al.,
"Learning to rank using gradient descent", ICML 2005; the ideal puts every relevant item first. What a relevant
item is: `eval.relevance`. Asked of answerable questions with known spans.
"""

from __future__ import annotations

from math import log2

from eval.models import Asked

AT = 10


def ndcg(asked: Asked) -> float | None:
    if asked.ranking is None:
        return None
    gained = sum(1 / log2(rank + 1) for rank, hit in enumerate(asked.ranking.relevant[:AT], 1) if hit)
    return gained / sum(1 / log2(rank + 1) for rank in range(1, min(asked.ranking.of, AT) + 1))
