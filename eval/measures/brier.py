"""Brier score: the mean squared difference between a reply's confidence and what was so.

G. Brier, "Verification of forecasts expressed in terms of probability", Monthly Weather Review 78(1), 1950. What was
so is 1 where the record answers the question, else 0; always saying the share of answerable questions p would score
p(1 - p): 0.22 for two thirds. Replies that give no confidence (computed ones) are left out.
"""

from __future__ import annotations

from eval.models import Asked


def brier(asked: Asked) -> float | None:
    confidence = asked.reply.confidence
    return None if confidence is None else (confidence - asked.known.answerable) ** 2
