"""Which numbered lines of a paper open its items, when lists within the items are numbered as well."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

_GAP = 3  # numbers: one or two between may be taken elsewhere, or misread
_FAR = 20  # numbers: no item is so far from the others
_SKIP = 0.6  # what it costs to leave one out
_NESTED = 1.0  # what a place in another list takes off
_LATE = 2.0  # what it may cost to count from another number than 1
_PLAIN = 1.5  # weight of what is plainly a heading
_SURE = 2.0  # weight of a heading that needs no number
_CERTAIN = 3.0  # weight of one that can be nothing else
_LIKELY = 1.9  # weight of one that fills a gap


@dataclass(frozen=True, slots=True)
class Opening:
    """A line that may open an item: line `at`, its heading `used` lines long."""

    number: str | None
    title: str
    at: int
    used: int
    weight: float = 0.0  # how much it looks like a heading; below 0 it looks like anything else
    sure: bool = False  # it opens an item, whatever its number

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
    turn; one that repeats number and title of another takes it up again, and what is sure stays. Where
    numbers are still lacking, a sure heading without a number, or with one that is taken, has lost its own:
    its number is not known.
    """
    numbered = [each for each in candidates if each.number is not None]
    run = _longest_count(_less_nested(numbered))
    if len(run) < 2 and numbered and numbered[0].goes_on and numbered[0].weight > 0:
        return numbered[:1]  # a meeting held for one matter of another's agenda: 6(d)
    chosen = {each.at: each for each in run}
    _add_out_of_turn(chosen, [each for each in candidates if each.number and each.weight >= _PLAIN])
    titles = {(each.number, each.title.casefold()) for each in chosen.values()}
    for each in candidates:
        if each.weight >= _PLAIN and each.title and (each.number, each.title.casefold()) in titles:
            chosen.setdefault(each.at, each)
    top = max((each.count for each in chosen.values()), default=0)
    for each in candidates:
        if each.sure or (each.number is None and each.weight >= _CERTAIN):
            is_odd = each.count > top + _FAR  # misread
            chosen.setdefault(each.at, replace(each, number=None) if is_odd else each)
    if run:
        _add_lost(chosen, run, candidates)
    return [chosen[at] for at in sorted(chosen)]


def _add_out_of_turn(chosen: dict[int, Opening], plain: Sequence[Opening]) -> None:
    """Adds headings, least number first, whose number is not taken and goes on from those that are."""
    numbers = {each.number for each in chosen.values()}
    top = max((each.count for each in chosen.values()), default=0)
    for each in sorted(plain, key=lambda opening: (opening.count, -opening.weight)):
        is_next = top < each.count <= top + _GAP and each.weight >= _SURE
        if each.number not in numbers and (is_next or each.count <= top):
            chosen[each.at] = each
            numbers.add(each.number)
            top = max(top, each.count)


def _add_lost(chosen: dict[int, Opening], run: Sequence[Opening], candidates: Sequence[Opening]) -> None:
    """Adds sure headings that have lost their number: between two of the run as many as lack, behind it all."""
    lacking = set(range(1, max(each.count for each in chosen.values()))) - {
        each.count for each in chosen.values()
    }
    in_run = {each.at for each in run}
    before = 0
    spare: list[Opening] = []
    for each in candidates:
        if each.at in in_run:
            free = sorted(lacking & set(range(before + 1, each.count)))
            for lost, count in zip(spare, free, strict=False):
                chosen[lost.at] = replace(lost, number=None)
                lacking.discard(count)
            before, spare = each.count, []
        elif each.at not in chosen and each.weight >= _LIKELY:
            spare.append(each)
    chosen.update({each.at: each for each in spare if each.number is None and each.weight >= _SURE})


def _less_nested(candidates: Sequence[Opening]) -> list[Opening]:
    """The same candidates; those of a list that counts from 1 again, within an item, weigh less."""
    found: list[Opening] = []
    begun = nested = False
    last = 0
    for each in candidates:
        if each.count == 1:
            nested, begun = begun, True
        elif each.count != last + 1:
            nested = False
        last = each.count
        found.append(replace(each, weight=each.weight - _NESTED) if nested else each)
    return found


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
            if run and run[0] - _SKIP * max(0, gap - 1) > reached:
                reached, before = run[0] - _SKIP * max(0, gap - 1), run[1]
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
