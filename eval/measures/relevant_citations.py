"""Relevant citations: of the different quotes cited in answers to answerable questions, the share that overlaps a
known span or lies in a known place.

Precision as in C. J. van Rijsbergen, "Information Retrieval", 1979, ch. 7, over quotes: it falls when an answer pads
itself with quotes from elsewhere in the hope that one will do. It describes: a quote from an unlisted place may
still bear on the question, so no single quote is a miss. It is the citation measure to compare baselines by, for a
system that cites whatever it repeats has perfect precision of the other sort (`citation_precision`).
"""

from __future__ import annotations

from eval.models import Asked


def relevant_citations(asked: Asked) -> tuple[bool, ...]:
    if not asked.known.answerable:
        return ()
    spans: dict[tuple[str, int, int], bool] = {}
    for citation in asked.citations:
        key = (citation.document, citation.span.start, citation.span.end)
        spans[key] = spans.get(key, False) or asked.in_place(citation)
    return tuple(spans.values())
