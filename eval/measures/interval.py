"""The 95% interval of a share, by the score method.

E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the American
Statistical Association 22(158), 1927: (p + z^2/2n -+ z sqrt(p(1-p)/n + z^2/4n^2)) / (1 + z^2/n).
"""

from __future__ import annotations

from math import sqrt

Z = 1.959964  # the normal deviate that leaves 2.5% on either side


def wilson(passed: int, trials: int) -> tuple[float, float]:
    """Lowest and highest plausible share, given `passed` of `trials` (at least one)."""
    share = passed / trials
    middle = share + Z**2 / (2 * trials)
    spread = Z * sqrt(share * (1 - share) / trials + Z**2 / (4 * trials**2))
    scale = 1 + Z**2 / trials
    return max(0.0, (middle - spread) / scale), min(1.0, (middle + spread) / scale)
