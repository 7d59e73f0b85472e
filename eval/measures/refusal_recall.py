"""Refusal recall: of the questions with no answer in the record, the share that is refused.

Recall as in C. J. van Rijsbergen, "Information Retrieval", 1979, ch. 7, of the class "unanswerable" as in
P. Rajpurkar et al., "Know What You Don't Know: Unanswerable Questions for SQuAD", ACL 2018.
"""

from __future__ import annotations

from eval.models import Asked


def refusal_recall(asked: Asked) -> tuple[bool, ...]:
    return () if asked.known.answerable else (asked.answer is None,)
