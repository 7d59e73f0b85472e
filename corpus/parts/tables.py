"""A row of a table in a paper's text, told with the columns that its cells stand in.

Tables reach the text as lines of cells parted by tabs, an empty cell for each further column that a merged one spans.
A row is aligned only when it has as many cells as its header has, and the header is certain (see columns.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from corpus.parts.columns import Column, columns_of, header_depth
from corpus.parts.lines import BULLET, fold, trim

REACH = 200  # lines looked through above a row for its header, and below for rows like it
_GAP = 3  # blank lines that a page's end may leave within a table
_PAGE_MARK = re.compile(r"(?:[Il]tem|[Pp]age)\s+\d{1,4}(?:\s+of\s+\d{1,4})?|\d{1,4}")


class TableRow(NamedTuple):
    """A row with its columns: as many cells as there are columns, or fewer where the last are empty."""

    cells: tuple[str, ...]
    columns: tuple[Column, ...]
    header_start: int  # offsets in the text of the rows that title the columns
    header_end: int


class _Line(NamedTuple):
    start: int
    end: int
    cells: tuple[str, ...]
    apart: bool  # blank lines, or a page's mark, stand before it


def find_row(text: str, start: int, end: int) -> TableRow | None:
    """The row that is `text[start:end]`, whole lines, with its columns; None where they cannot be told for certain."""
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", max(start, end - 1))
    last = last if last >= 0 else len(text)
    above, apart = _above(text, first)
    own, below = _lines(text[first:last], first, apart), _below(text, last)
    cells = joined([line.cells for line in own])
    if cells is None or any(_goes_on(*pair) for pair in pairwise([*above[-1:], own[0], *below[:1]])):
        return None
    lines = [*above, *own, *below]
    for at in range(len(above), -1, -1):
        if at and not lines[at].apart and 2 * sum(map(bool, lines[at - 1].cells)) >= len(lines[at].cells):
            continue  # no header begins in the midst of rows
        depth = header_depth([line.cells for line in lines[at:]])
        head = lines[at : at + depth]
        columns = columns_of([line.cells for line in head]) if depth else None
        if columns:
            within = at + depth <= len(above) and len(cells) == len(head[0].cells)
            _, ends = trim(text, head[0].start, head[-1].end)  # a tab before the first title is an empty cell
            untitled = any(cells[len(columns) :])
            return TableRow(cells, columns, head[0].start, ends) if within and not untitled else None
        if lines[at].apart and len(lines[at].cells) != len(cells):
            return None  # another table
    return None


def _goes_on(upper: _Line, lower: _Line) -> bool:
    """Whether one row of the table is printed on both lines, as cells: what the one begins, the other ends."""
    if lower.apart or upper is lower:
        return False
    if lower.cells[0][:1].islower() or any(
        cell.count("(") != cell.count(")") for cell in (*upper.cells, *lower.cells)
    ):
        return True
    return any(
        _is_cut(above) and below[:1].islower() and not BULLET.match(below)
        for above, below in zip(upper.cells, lower.cells, strict=False)
    )


def _is_cut(cell: str) -> bool:
    """Whether a cell opens as a sentence does and does not end as one."""
    return cell[:1].isupper() and cell.count(" ") > 1 and cell[-1] not in ".;:!?)"


def joined(lines: Sequence[Sequence[str]]) -> tuple[str, ...] | None:
    """The cells of a row printed on these lines; None when it cannot be told what goes on with what.

    A further line goes on with the row when it fills fewer than half of the cells and not the first alone, which
    might be the heading of the rows below.
    """
    cells = list(lines[0]) if lines else []
    if sum(map(bool, cells)) < 2 or not cells[0] or cells[0][0].islower():
        return None
    for line in lines[1:]:
        filled = [at for at, cell in enumerate(line) if cell]
        if len(line) != len(cells) or 2 * len(filled) >= len(cells) or filled == [0] or not filled:
            return None
        for at in filled:
            cells[at] = f"{cells[at]} {line[at]}".strip()
    return tuple(cells)


def split_cells(line: str) -> tuple[str, ...]:
    """The cells of one line, each without blanks at its ends."""
    return tuple(map(fold, line.split("\t")))


def _lines(text: str, at: int, apart: bool) -> list[_Line]:
    """The lines that are not blank, with where they stand."""
    found = []
    for line in text.split("\n"):
        if line.strip():
            found.append(_Line(at, at + len(line), split_cells(line), apart))
        apart = not line.strip()
        at += len(line) + 1
    return found


def _above(text: str, before: int) -> tuple[list[_Line], bool]:
    """The lines of cells that stand above an offset, down to it, and whether it stands apart from them."""
    found: list[_Line] = []
    apart, blank = False, 0
    while before > 0 and len(found) < REACH and blank <= _GAP:
        start = text.rfind("\n", 0, before - 1) + 1
        line, before = text[start : before - 1], start
        if "\t" in line.strip(" \r"):
            found.append(_Line(start, start + len(line), split_cells(line), False))
            blank = 0
        elif not line.strip() or (blank and _PAGE_MARK.fullmatch(line.strip())):
            blank += 1
            apart = apart or not found
            found[-1:] = [each._replace(apart=True) for each in found[-1:]]
        else:
            break
    return found[::-1], apart


def _below(text: str, after: int) -> list[_Line]:
    """The lines of cells that follow an offset without a gap."""
    found: list[_Line] = []
    while after < len(text) and len(found) < REACH:
        end = text.find("\n", after + 1)
        end = len(text) if end < 0 else end
        line = text[after + 1 : end]
        if "\t" not in line.strip(" \r"):
            break
        found.append(_Line(after + 1, end, split_cells(line), False))
        after = end
    return found
