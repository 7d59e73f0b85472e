"""Our retrieval and nothing else: the top four passages by words alone, by vectors alone, or by both; no verifying.

By words is BM25 as the store computes it (S. Robertson and H. Zaragoza, "The Probabilistic Relevance
Framework: BM25 and Beyond", 2009); by vectors is the cosine; hybrid fuses the two by rank (G. Cormack, C. Clarke and
S. Büttcher, "Reciprocal rank fusion outperforms Condorcet and individual rank learning methods", SIGIR 2009). The
passages, whole, are the answer: nothing of it is chosen, verified or withheld. It refuses when it finds nothing, or
when its best passage scores below a threshold: BM25 by words, else the cosine.
"""

from __future__ import annotations

import re
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from corpus.models import SourceSpan
from eval.baselines.thresholds import Embed, in_conversation
from index.models import Filters, Hit, Store
from rag.models import Answer, Citation, Claim, Refusal

TOP = 4
DEPTH, RRF = 40, 60  # hits taken from each search to fuse, and the constant of the fusion


@dataclass(frozen=True, slots=True)
class TopPassages:
    """A library's passages, ranked one way."""

    store: Store
    embed: Embed
    by: Literal["words", "dense", "hybrid"]
    threshold: float | None = None

    def refusing_below(self, score: float) -> TopPassages:
        """The same, but refusing when its best passage scores less."""
        return replace(self, threshold=score)

    def best_score(self, question: str) -> float | None:
        """Of the best passage by words, else by vectors; None when nothing is found."""
        found = self._words(question, 1) if self.by == "words" else self._dense(question, 1)
        return found[0].score if found else None

    def search(self, question: str, k: int = TOP) -> list[Hit]:
        if self.by == "words":
            return self._words(question, k)
        if self.by == "dense":
            return self._dense(question, k)
        depth = max(k, DEPTH)
        return fuse([self._dense(question, depth), self._words(question, depth)])[:k]

    def spans(self, question: str, k: int) -> list[SourceSpan]:
        return [hit.passage.span for hit in self.search(question, k)]

    def ask(self, question: str, before: Sequence[Answer | Refusal] = ()) -> Answer | Refusal:
        started = time.perf_counter()
        whole = in_conversation(question, before)
        score = self.best_score(whole)
        if score is None or (self.threshold is not None and score < self.threshold):
            return Refusal(question, "Nothing close enough.", (), (), time.perf_counter() - started)
        citations = tuple(cite(hit) for hit in self.search(whole))
        claims = tuple(Claim(one.quote, (one.n,)) for one in citations)
        text = "\n\n".join(f"{one.quote} [{one.n}]" for one in citations)
        return Answer(question, text, claims, citations, (), (), time.perf_counter() - started)

    def _words(self, question: str, k: int) -> list[Hit]:
        return self.store.matching(re.findall(r"\w+", question.casefold()), k, Filters())

    def _dense(self, question: str, k: int) -> list[Hit]:
        return self.store.nearest(self.embed(question), k, Filters())


def fuse(rankings: Sequence[Sequence[Hit]]) -> list[Hit]:
    """One ranking: a passage scores the sum of 1 / (RRF + rank) over the rankings it is in."""
    scores: dict[int, float] = {}
    passages = {hit.passage.id: hit.passage for ranking in rankings for hit in ranking}
    for ranking in rankings:
        for hit in ranking:
            scores[hit.passage.id] = scores.get(hit.passage.id, 0.0) + 1 / (RRF + hit.rank)
    ordered = sorted(scores, key=lambda id_: (-scores[id_], id_))
    return [Hit(passages[id_], scores[id_], rank) for rank, id_ in enumerate(ordered, 1)]


def cite(hit: Hit) -> Citation:
    """The hit's passage, whole, as a citation numbered by its rank."""
    passage = hit.passage
    return Citation(
        n=hit.rank,
        document=passage.span.document_id,
        council=passage.council,
        body=passage.body,
        date=passage.date,
        item=passage.item,
        title=passage.title,
        decision=passage.decision,
        kind=passage.kind,
        url=None,
        quote=passage.text,
        span=passage.span,
    )
