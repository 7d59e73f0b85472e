"""The 95% interval of a share, by the score method, and of a mean, by its standard error.

E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the American
Statistical Association 22(158), 1927: (p + z^2/2n -+ z sqrt(p(1-p)/n + z^2/4n^2)) / (1 + z^2/n).
"""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt
from statistics import fmean, stdev

Z = 1.959964  # the normal deviate that leaves 2.5% on either side


def wilson(passed: int, trials: int) -> tuple[float, float]:
    """Lowest and highest plausible share, given `passed` of `trials` (at least one)."""
    share = passed / trials
    middle = share + Z**2 / (2 * trials)
    spread = Z * sqrt(share * (1 - share) / trials + Z**2 / (4 * trials**2))
    scale = 1 + Z**2 / trials
    return max(0.0, (middle - spread) / scale), min(1.0, (middle + spread) / scale)


def about_mean(values: Sequence[float]) -> tuple[float, float]:
    """Lowest and highest plausible mean of values from 0 to 1, of which there is at least one: mean -+ z s/sqrt(n),
    the normal approximation ("Student", "The probable error of a mean", Biometrika 6(1), 1908, for large n)."""
    mean = fmean(values)
    spread = Z * stdev(values) / sqrt(len(values)) if len(values) > 1 else 1.0
    return max(0.0, mean - spread), min(1.0, mean + spread)
