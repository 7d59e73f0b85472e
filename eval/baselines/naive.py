"""The recipe everyone starts from: chunks of 1,000 characters, one model, FAISS, the best four as they are.

RecursiveCharacterTextSplitter(1000, 200) over the same extracted texts, the library's own embedder, an exact
inner-product index of unit vectors, top 4. What a language model would be shown counts as the answer: up to
4,000 characters. Judged generously: a chunk counts as cited in every item it overlaps, with that item's date
and body, which the recipe itself does not know. It never refuses, unless given a cosine to refuse below.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from corpus.models import SectionKind, SourceSpan
from eval.baselines.thresholds import Embed, in_conversation
from index.library import Library
from index.models import ItemRecord
from rag.models import Answer, Citation, Claim, Refusal

CHUNK, OVERLAP, TOP = 1000, 200, 4


@dataclass(frozen=True, slots=True)
class Naive:
    """The naive recipe, ready to ask. `index` is a faiss.IndexFlatIP over `chunks`, row for row."""

    embed: Embed
    texts: Mapping[str, str]
    items: Sequence[ItemRecord]
    chunks: Sequence[SourceSpan]
    index: Any
    threshold: float | None = None

    @classmethod
    def over(cls, library: Library, embed: Embed) -> Naive:
        """Split and embed every document of the library."""
        import faiss

        texts = {held.id: library.document_text(held.id) for held in library.documents()}
        chunks = [chunk for name, text in texts.items() for chunk in split(name, text)]
        index = faiss.IndexFlatIP(library.embedder.dimensions)
        index.add(library.embedder.embed_passages([texts[c.document_id][c.start : c.end] for c in chunks]))
        return cls(embed, texts, library.items(), chunks, index)

    def refusing_below(self, cosine: float) -> Naive:
        """The same, but refusing when its best chunk is less like the question than `cosine`."""
        return replace(self, threshold=cosine)

    def best_score(self, question: str) -> float | None:
        """The cosine of the best chunk; None when there is none."""
        found = self.search(question, 1)
        return found[0][0] if found else None

    def spans(self, question: str, k: int) -> list[SourceSpan]:
        return [chunk for _, chunk in self.search(question, k)]

    def search(self, question: str, k: int = TOP) -> list[tuple[float, SourceSpan]]:
        """The top chunks, best first, with their cosines."""
        scores, rows = self.index.search(self.embed(question)[None, :], k)
        return [(float(s), self.chunks[r]) for s, r in zip(scores[0], rows[0], strict=True) if r >= 0]

    def ask(self, question: str, before: Sequence[Answer | Refusal] = ()) -> Answer | Refusal:
        started = time.perf_counter()
        found = self.search(in_conversation(question, before))
        if not found or (self.threshold is not None and found[0][0] < self.threshold):
            return Refusal(question, "Nothing close enough.", (), (), time.perf_counter() - started)
        citations: list[Citation] = []
        claims: list[Claim] = []
        for _, chunk in found:
            cited = self._cite(chunk, len(citations) + 1)
            citations += cited
            claims.append(Claim(cited[0].quote, tuple(one.n for one in cited)))
        text = "\n\n".join(claim.text for claim in claims)
        seconds = time.perf_counter() - started
        return Answer(question, text, tuple(claims), tuple(citations), (), (), seconds)

    def _cite(self, chunk: SourceSpan, first: int) -> list[Citation]:
        """A citation for every item the chunk overlaps, and one for no item where it reaches outside them."""
        name, start, end = chunk.document_id, chunk.start, chunk.end
        items: list[ItemRecord | None] = [
            item for item in self.items if item.document == name and item.start < end and start < item.end
        ]
        if not any(item and item.start <= start and end <= item.end for item in items):
            items.append(None)
        return [
            Citation(
                n=n,
                document=name,
                council=item.council if item else None,
                body=item.body if item else None,
                date=item.date if item else None,
                item=item.number if item else None,
                title=item.title if item else None,
                decision=None,
                kind=SectionKind.FRONT,  # the recipe knows no kinds; its kind accuracy is not reported
                url=None,
                quote=self.texts[name][start:end],
                span=chunk,
            )
            for n, item in enumerate(items, first)
        ]


def split(name: str, text: str) -> list[SourceSpan]:
    """The chunks of a document as spans of its text."""
    from langchain_text_splitters import RecursiveCharacterTextSplitter

    splitter = RecursiveCharacterTextSplitter(chunk_size=CHUNK, chunk_overlap=OVERLAP, add_start_index=True)
    found = [(d.metadata["start_index"], len(d.page_content)) for d in splitter.create_documents([text])]
    return [SourceSpan(name, None, start, start + length) for start, length in found if start >= 0]
