"""Which numbered lines of a paper open its items, when lists within the items are numbered as well."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_GAP = 3  # numbers: a machine may have misread one or two between
_LATE = 4  # what it costs to count from another number than 1


@dataclass(frozen=True, slots=True)
class Opening:
    """A line that may open an item: line `at`, its heading `used` lines long."""

    number: str | None
    title: str
    at: int
    used: int
    weight: float = 0.0  # how much it looks like a heading; below 0 it looks like anything else


def longest_count(candidates: Sequence[Opening]) -> list[Opening]:
    """The weightiest run of candidates, in order, whose numbers count up: 1, 2, 3, at times one left out.

    For each number the best run that ends in it is kept, so the time is linear.
    """
    best: dict[int, tuple[float, int]] = {}  # number: weight of the run, index of its last candidate
    came_from: list[int | None] = []
    for index, candidate in enumerate(candidates):
        value = int(candidate.number or 0)
        reached, before = (0.0 if value == 1 else -min(value, _LATE)), None
        for gap in range(1, _GAP + 1):
            if (run := best.get(value - gap)) and run[0] - (gap - 1) > reached:
                reached, before = run[0] - (gap - 1), run[1]
        came_from.append(before)
        if value not in best or reached + candidate.weight > best[value][0]:
            best[value] = (reached + candidate.weight, index)
    weight, last = max(best.values(), default=(0.0, -1), key=lambda run: run[0])
    found: list[Opening] = []
    step: int | None = last if weight > 0 else None
    while step is not None:
        found.append(candidates[step])
        step = came_from[step]
    return found[::-1]
