"""Which numbered lines of a paper open its items, when lists within the items are numbered as well."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

_GAP = 3  # numbers: one or two between may be taken elsewhere, or misread
_LATE = 2.0  # what it may cost to count from another number than 1
_PLAIN = 1.5  # weight of what is plainly a heading
_SURE = 2.0  # weight of a heading whose number cannot be right


@dataclass(frozen=True, slots=True)
class Opening:
    """A line that may open an item: line `at`, its heading `used` lines long."""

    number: str | None
    title: str
    at: int
    used: int
    weight: float = 0.0  # how much it looks like a heading; below 0 it looks like anything else

    @property
    def count(self) -> int:
        """The number without its letter; 0 without one."""
        return int((self.number or "0").rstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))

    @property
    def goes_on(self) -> bool:
        """A part of a number, which may stand behind it: 4, 4(a), 4(b)."""
        return self.number is not None and self.number[-1].isalpha()


def choose_openings(candidates: Sequence[Opening]) -> list[Opening]:
    """The openings of items, in order, among lines that a number (or only a heading's usual words) opens.

    First the run that counts up best. A plain heading with a number that the run lacks was taken out of
    turn. Where numbers are still lacking between two of the run, a sure heading without a number, or with
    one that is taken already, has lost its own: it is an item whose number is not known.
    """
    run = _longest_count([each for each in candidates if each.number is not None])
    chosen = {each.at: each for each in run}
    lacking = set(range(1, max((each.count for each in run), default=0))) - {each.count for each in run}
    for each in candidates:
        if each.at not in chosen and each.count in lacking and each.weight >= _PLAIN:
            chosen[each.at] = each
            lacking.discard(each.count)
    before = 0
    spare: list[Opening] = []
    for each in sorted(candidates, key=lambda opening: opening.at):
        if each in run:
            free = sorted(lacking & set(range(before + 1, each.count)))
            for lost, count in zip(spare, free, strict=False):
                chosen[lost.at] = replace(lost, number=None)
                lacking.discard(count)
            before, spare = each.count, []
        elif each.at not in chosen and each.weight >= _SURE:
            spare.append(each)
    return [chosen[at] for at in sorted(chosen)]


def _longest_count(candidates: Sequence[Opening]) -> list[Opening]:
    """The weightiest run, in order, whose numbers count up: 1, 2, 3, at times one left out.

    For each number the best run that ends in it is kept, so the time is linear.
    """
    best: dict[int, tuple[float, int]] = {}  # number: weight of the run, index of its last candidate
    came_from: list[int | None] = []
    for index, candidate in enumerate(candidates):
        value = candidate.count
        reached, before = -min((value - 1) * 0.5, _LATE), None
        for gap in range(0 if candidate.goes_on else 1, _GAP + 1):
            run = best.get(value - gap)
            if run and run[0] - max(0, gap - 1) > reached:
                reached, before = run[0] - max(0, gap - 1), run[1]
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
