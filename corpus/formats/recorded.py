"""Minutes kept in a table: a number, what was said, who is to act. Such a row is read as lines, not as one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_SAID = re.compile(
    r"(?:minutes?|discussions?|notes?)(?:\s+(?:and|&|/)\s+\w+)?|item\s?/\s?discussion", re.IGNORECASE
)
_TO_ACT = re.compile(r"actions?(?:\s+(?:by|for|points?|required))?|lead|owner|by\s+whom", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,4}[a-z]?[.)]?|[A-Z]{0,6}/?\d{1,4}/\d{1,4}\.?")
_HEAD = 40  # characters of a cell in the head of a table
_COLUMNS = 3  # of a table that only its numbers tell
_FILLED = 0.85  # of a cell's width

Cell = Sequence[str]  # its paragraphs or its printed lines
Row = Sequence[Cell]


def holds_minutes(rows: Sequence[Row]) -> bool:
    """Whether a table's head says so ("Minute", "Discussion"), or each row is a number and what was said.

    Of a table whose cells are single paragraphs nothing is lost as rows.
    """
    if len(rows) < 2 or not any(len(cell) > 1 for row in rows for cell in row):
        return False
    if _has_head(rows[0]):
        return True
    firsts = ["".join(row[0]).strip() for row in rows if row]
    numbers = sum(_NUMBER.fullmatch(first) is not None for first in firsts)
    told = numbers > 1 and all(not first or _NUMBER.fullmatch(first) for first in firsts)
    return told and max(map(len, rows)) <= _COLUMNS


def _has_head(row: Row) -> bool:
    cells = [" ".join(cell).strip() for cell in row]
    return all(len(cell) < _HEAD for cell in cells) and any(_SAID.fullmatch(cell) for cell in cells)


def as_lines(rows: Sequence[Row], *, printed: bool = False) -> Iterator[list[str]]:
    """The lines of each row: its number with the first of them, then the others, then who is to act.

    `printed` tells that cells hold lines as printed, to be joined where they fill the cell.
    """
    head = [" ".join(cell).strip() for cell in rows[0]] if _has_head(rows[0]) else []
    if head:
        yield ["\t".join(head)]
    widths = [max((len(line) for row in rows for line in row[at : at + 1] for line in line), default=0)
              for at in range(max(map(len, rows)))]  # fmt: skip
    for row in rows[1 if head else 0 :]:
        lines: list[str] = []
        number = ""
        for at, cell in enumerate(row):
            words = [" ".join(line.split()) for line in cell if line.strip()]
            if printed:
                words = list(_joined(words, widths[at]))
            if not words:
                continue
            if at == 0 and _NUMBER.fullmatch(" ".join(words)):
                number = " ".join(words)
                number += "." if number.isdigit() else ""  # as items are numbered outside of tables
            elif at < len(head) and _TO_ACT.fullmatch(head[at]):
                lines.append(f"{head[at]}: {' '.join(words)}")
            else:
                lines += words
        if number:
            lines[:1] = [" ".join([number, *lines[:1]])]
        if lines:
            yield lines


def _joined(lines: Sequence[str], width: int) -> Iterator[str]:
    """Printed lines made paragraphs: one that leaves no room for the next word goes on."""
    open_line = ""
    last = ""
    for line in lines:
        reached = len(last) + 1 + len(line.partition(" ")[0])
        if last and (reached > width * _FILLED or line[0].islower()):
            open_line = f"{open_line} {line}"
        else:
            if open_line:
                yield open_line
            open_line = line
        last = line
    if open_line:
        yield open_line
