"""Expected calibration error: is what replies say of their chance how often the record does answer?

C. Guo, G. Pleiss, Y. Sun and K. Weinberger, "On Calibration of Modern Neural Networks", ICML 2017: the replies in ten
bins of equal width by confidence; the difference between a bin's mean confidence and its share of answerable
questions, averaged with the bins' sizes as weights. Replies that give no confidence (computed ones) are left out.
"""

from __future__ import annotations

from collections.abc import Sequence

from eval.figures import Bin
from eval.models import Asked

BINS = 10


def bins(asked: Sequence[Asked]) -> tuple[Bin, ...]:
    """Replies that give a confidence, in bins of a tenth each; empty ones are left out."""
    filled: dict[int, list[tuple[float, bool]]] = {}
    for one in asked:
        if (confidence := one.reply.confidence) is not None:
            at = min(int(confidence * BINS), BINS - 1)
            filled.setdefault(at, []).append((confidence, one.known.answerable))
    return tuple(
        Bin(
            sum(c for c, _ in replies) / len(replies), sum(a for _, a in replies) / len(replies), len(replies)
        )
        for _, replies in sorted(filled.items())
    )


def calibration_error(filled: Sequence[Bin]) -> float | None:
    """None without replies that give a confidence."""
    replies = sum(one.replies for one in filled)
    return (
        sum(abs(one.confidence - one.answerable) * one.replies for one in filled) / replies
        if replies
        else None
    )
