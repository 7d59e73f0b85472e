"""One half of our retrieval and nothing else: the top four passages by words alone, or by vectors alone.

By words is BM25 as the store computes it (S. Robertson and H. Zaragoza, "The Probabilistic Relevance
Framework: BM25 and Beyond", 2009); by vectors is the cosine. The passages, whole, are the answer. It refuses
only when it finds nothing.
"""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from typing import Literal

from index.library import Library
from index.models import Filters, Hit
from rag.models import Answer, Citation, Claim, Refusal

TOP = 4


@dataclass(frozen=True, slots=True)
class TopPassages:
    """The library's passages, ranked one way."""

    library: Library
    by: Literal["words", "dense"]

    def search(self, question: str) -> list[Hit]:
        if self.by == "words":
            return self.library.store.matching(re.findall(r"\w+", question.casefold()), TOP, Filters())
        return self.library.store.nearest(self.library.embedder.embed_query(question), TOP, Filters())

    def ask(self, question: str) -> Answer | Refusal:
        started = time.perf_counter()
        citations = tuple(cite(hit) for hit in self.search(question))
        seconds = time.perf_counter() - started
        if not citations:
            return Refusal(question, "Nothing found.", (), (), seconds)
        claims = tuple(Claim(one.quote, (one.n,)) for one in citations)
        text = "\n\n".join(f"{one.quote} [{one.n}]" for one in citations)
        return Answer(question, text, claims, citations, (), (), seconds)


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
