"""Two columns of running text that a PDF holds line by line across both: found so that each can be read by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from corpus.formats.rulings import Box

_GUTTER = 10.0  # points between two columns at least
_FEWEST_LINES = 8  # beside each other: fewer are a list or a signature block
_NARROWEST = 100.0  # points: what is narrower is no column of running text
_FULL, _PROSE = 0.7, 0.6  # running text: so much of the lines fill so much of their column's width


def find_columns(runs: Sequence[Box]) -> list[tuple[Box, Box]]:
    """Left and right column of each stretch of a page that is set in two; `runs` are its pieces of text in the order
    that the PDF holds them. A page that is held column by column already gives none."""
    gaps = [
        (left[2], right[0])
        for left, right in pairwise(runs)
        if abs(left[1] - right[1]) < 3 and right[0] - left[2] >= _GUTTER
    ]
    if len(gaps) < _FEWEST_LINES or (gutter := _shared_by_most(gaps)) is None:
        return []
    stretches, open_one = [], _Stretch(gutter)
    for run in runs:
        if run[0] < gutter - 1 and run[2] > gutter + 1:  # a title across both
            stretches.append(open_one)
            open_one = _Stretch(gutter)
        else:
            open_one.add(run)
    return [each.columns() for each in (*stretches, open_one) if each.is_prose()]


def _shared_by_most(gaps: Sequence[tuple[float, float]]) -> float | None:
    """The middle of what most gaps have in common, if enough have."""
    ends = sorted([(start, 1) for start, _ in gaps] + [(end, -1) for _, end in gaps])
    count, best, place = 0, 0, 0.0
    for (at, step), (after, _) in pairwise(ends):
        count += step
        if count > best:
            best, place = count, (at + after) / 2
    return place if best >= _FEWEST_LINES else None


@dataclass(slots=True)
class _Stretch:
    """Lines between two titles, on either side of the gutter."""

    gutter: float
    sides: tuple[list[Box], list[Box]] = field(default_factory=lambda: ([], []))
    turns: int = 0  # times that the text jumps the gutter to the right along a line

    def add(self, run: Box) -> None:
        side = self.sides[run[0] > self.gutter]
        other = self.sides[0]
        self.turns += side is not other and bool(other) and abs(other[-1][1] - run[1]) < 3
        if side and abs(side[-1][1] - run[1]) < 3:  # the line goes on in other letters
            left, bottom, right, top = side.pop()
            run = (min(left, run[0]), min(bottom, run[1]), max(right, run[2]), max(top, run[3]))
        side.append(run)

    def is_prose(self) -> bool:
        fewest = min(map(len, self.sides))
        return (
            fewest >= _FEWEST_LINES
            and self.turns >= fewest * _PROSE
            and all(map(_is_running_text, self.sides))
        )

    def columns(self) -> tuple[Box, Box]:
        left, right = (around(side) for side in self.sides)
        return left, right


def _is_running_text(lines: Sequence[Box]) -> bool:
    left, _, right, _ = around(lines)
    full = sum(line[2] - line[0] >= _FULL * (right - left) for line in lines)
    return right - left >= _NARROWEST and full >= _PROSE * len(lines)


def around(boxes: Sequence[Box]) -> Box:
    """The box that holds all of these."""
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return min(lefts), min(bottoms), max(rights), max(tops)
