"""Latency: wall-clock seconds of a warm question, answered or refused; median and 95th percentile.

Percentiles interpolate linearly between order statistics: R. Hyndman and Y. Fan, "Sample Quantiles in
Statistical Packages", The American Statistician 50(4), 1996, type 7.
"""

from __future__ import annotations

from collections.abc import Sequence

from eval.models import Asked


def seconds(asked: Asked) -> float:
    return asked.seconds


def quantile(values: Sequence[float], share: float) -> float:
    """The `share` quantile (0 to 1) of at least one value."""
    ordered = sorted(values)
    position = share * (len(ordered) - 1)
    below = int(position)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (position - below) * (ordered[above] - ordered[below])
