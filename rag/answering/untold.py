"""What a conversation has not told yet, for "tell me more"."""

from __future__ import annotations

from collections.abc import Sequence

from rag.models import Answer, Refusal
from rag.retrieval.evidence import Evidence


def untold(evidence: Sequence[Evidence], before: Sequence[Answer | Refusal]) -> list[Evidence]:
    """The evidence none of which an earlier reply cites, in the same order."""
    told: dict[str, list[tuple[int, int]]] = {}
    for reply in before:
        for each in reply.citations if isinstance(reply, Answer) else ():
            told.setdefault(each.document, []).append((each.span.start, each.span.end))
    return [
        each
        for each in evidence
        if not any(
            each.start < end and start < each.end
            for start, end in told.get(each.passage.span.document_id, ())
        )
    ]
