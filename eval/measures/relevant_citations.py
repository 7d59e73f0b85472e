"""Focus: of the different quotes cited in answers to answerable questions, the share lying in listed places.

Citation precision as in ALCE (T. Gao et al., EMNLP 2023), at the level of items: it falls when an answer
pads itself with quotes from elsewhere in the hope that one will do. It describes: a quote from an unlisted
place may still bear on the question, so no single quote is a miss.
"""

from __future__ import annotations

from eval.models import Asked


def focus(asked: Asked) -> tuple[bool, ...]:
    if not asked.known.answerable:
        return ()
    spans: dict[tuple[str, int, int], bool] = {}
    for citation in asked.citations:
        key = (citation.document, citation.span.start, citation.span.end)
        spans[key] = spans.get(key, False) or asked.in_place(citation)
    return tuple(spans.values())
