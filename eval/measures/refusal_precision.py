"""Refusal precision: of the questions refused, the share that has no answer in the record.

Precision as in C. J. van Rijsbergen, "Information Retrieval", 1979, ch. 7, of the class "unanswerable" as in
P. Rajpurkar et al., "Know What You Don't Know: Unanswerable Questions for SQuAD", ACL 2018.
"""

from __future__ import annotations

from eval.models import Asked


def refusal_precision(asked: Asked) -> tuple[bool, ...]:
    return () if asked.answer else (not asked.known.answerable,)
