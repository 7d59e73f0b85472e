"""Tables that nothing rules: lines of three cells or more whose gaps stand one below the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from corpus.formats.rulings import Box

_LEVEL = 3.0  # points that the parts of one line may differ in height
_GAP = 8.0  # points between two cells at least; words stand closer
_GUTTER = 4.0  # points that stay free between two columns on all lines
_APART = 45.0  # points from a line to the next at most
_FEWEST_LINES, _FEWEST_COLUMNS = 3, 3

Line = list[Box]  # cells from the left


def find_grids(runs: Sequence[Box]) -> list[list[tuple[Box, ...]]]:
    """Rows of cells; `runs` are a page's pieces of text in the order that the PDF holds them, y downwards."""
    found = []
    for block in _blocks(_lines(runs)):
        columns = _columns(block)
        if len(columns) >= _FEWEST_COLUMNS:
            found.append([tuple(_row(line, columns)) for line in block])
    return found


def _lines(runs: Sequence[Box]) -> Iterator[Line]:
    """Cells that stand on one line and follow each other from left to right."""
    line: Line = []
    for run in runs:
        last = line[-1] if line else None
        if last and abs(last[3] - run[3]) < _LEVEL and run[0] > last[2] - _LEVEL:
            if run[0] - last[2] < _GAP:
                line[-1] = (last[0], min(last[1], run[1]), run[2], max(last[3], run[3]))
            else:
                line.append(run)
            continue
        if line:
            yield line
        line = [run]
    if line:
        yield line


def _blocks(lines: Iterator[Line]) -> Iterator[list[Line]]:
    """Lines of enough cells that stand close below each other."""
    block: list[Line] = []
    for line in lines:
        goes_on = block and 0 < line[0][3] - block[-1][0][3] < _APART
        if len(line) < _FEWEST_COLUMNS or not goes_on:
            if len(block) >= _FEWEST_LINES:
                yield block
            block = []
        if len(line) >= _FEWEST_COLUMNS:
            block.append(line)
    if len(block) >= _FEWEST_LINES:
        yield block


def _columns(block: Sequence[Line]) -> list[tuple[float, float]]:
    """Left and right of each column: what is free of words on all lines lies between two."""
    taken = sorted((cell[0], cell[2]) for line in block for cell in line)
    columns = [taken[0]]
    for left, right in taken[1:]:
        if left - columns[-1][1] >= _GUTTER:
            columns.append((left, right))
        else:
            columns[-1] = (columns[-1][0], max(columns[-1][1], right))
    middles = [(before[1] + after[0]) / 2 for before, after in pairwise(columns)]
    return list(pairwise([columns[0][0] - 1, *middles, columns[-1][1] + 1]))


def _row(line: Line, columns: Sequence[tuple[float, float]]) -> Iterator[Box]:
    top, bottom = min(cell[1] for cell in line) - 1, max(cell[3] for cell in line) + 1
    return ((left, top, right, bottom) for left, right in columns)
