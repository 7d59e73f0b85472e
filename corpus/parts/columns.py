"""Which columns a table has: titles read from its header rows, and whether those are header rows for certain.

Nothing is aligned by guess. A header counts as one only when the rows below it tell so (numbers under words), when
its titles are the usual nouns of columns ("Date", "Lead officer"), when all of them are periods, or when it leaves
the corner above the row headings empty.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from corpus.parts.lines import BULLET

Cells = Sequence[str]  # of one line of a table, each on one line of text; "" for an empty one

DEEPEST = 3  # header rows
_LONGEST_TITLE = 80
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
_YEAR = r"(?:19|20)\d\d(?:\s?[-/–]\s?(?:19|20)?\d\d)?"
_PERIOD = re.compile(
    r"(?:(?:by|between|post|pre|from|since|until|up to|in|year(?: to| ending| ended)?"
    r"|(?:q|quarter|term|week|month)\s?\d)\s+)?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?(?:{_MONTH}\s*(?:(?:to|[-–])\s*{_MONTH})?\s*)?(?:{_YEAR})?"
    rf"(?:\s*(?:to|and|[-–])\s*(?:{_MONTH}\s*)?{_YEAR})?(?:\s*\([^()]*\))?",
    re.IGNORECASE,
)
_DATED = re.compile(r"(?:19|20)\d\d|\b(?:q|quarter|term|week|month)\s?\d", re.IGNORECASE)
_VALUE = re.compile(
    r"[-–+(]?\s?[£€$]?\s?\d[\d,.  ]*\s?(?:%|per cent|percent|pence|p|k|m|bn|million|billion|fte|days?|weeks?|months?|"
    rf"hours?)?\)?|\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}|\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH}(?:\s+\d{{2,4}})?|"
    r"[-–*]|n/?a|nil|none|tbc",
    re.IGNORECASE,
)
_NOUN = re.compile(
    r"\b(?:actions?|actual|aims?|amounts?|areas?|budget|by when|categor(?:y|ies)|comments?|completion|costs?|date|"
    r"deadline|decisions?|descriptions?|directorate|due|impact|indicators?|items?|lead|likelihood|location|matter|"
    r"measures?|milestones?|months?|names?|number|objectives?|officer|options?|organisation|outcomes?|owner|"
    r"percentage|performance|period|place|post|priorit(?:y|ies)|progress|purpose|quarter|rating|reasons?|"
    r"recommendations?|reference|required|responsib(?:le|ility)|results?|risks?|role|school|score|service|stage|"
    r"status|subject|summary|targets?|task|test|themes?|timescales?|title|total|type|update|value|ward|year)\b",
    re.IGNORECASE,
)


class Column(NamedTuple):
    """A column by its title, and by the title that it shares with its neighbours, if there is one above it."""

    title: str
    group: str = ""


def header_depth(rows: Sequence[Cells]) -> int:
    """How many of the rows at the top of a table are certain to be its header; 0 when that cannot be told.

    `rows` hold every cell of their lines, empty ones at the ends too.
    """
    for depth in range(1, min(DEEPEST, len(rows) - 1) + 1):
        head, below = rows[:depth], rows[depth:]
        body = [row for row in below if len(row) == len(rows[0]) and sum(map(bool, row)) > 1]
        body = [row for row in body if row not in head]  # titles printed again above further rows
        columns = columns_of(head)
        if any(len(row) != len(rows[0]) for row in head) or not body:
            return 0
        if columns and not _wraps(below[0]) and _is_certain(columns, body):
            return depth
    return 0


def columns_of(head: Sequence[Cells]) -> tuple[Column, ...] | None:
    """The columns that header rows name, from the left; None when they leave one unnamed or name two alike."""
    if not head:
        return None
    width = max((at + 1 for row in head for at, cell in enumerate(row) if cell), default=0)
    rows = [[*row[:width], *[""] * (width - len(row))] for row in head]
    lower = rows[-1]
    if len(rows) == 1:
        columns = [Column(title) for title in lower]
    elif all(rows[0][1:]) and all(map(_wraps, rows[1:])):
        columns = [Column(" ".join(filter(None, parts))) for parts in zip(*rows, strict=True)]
    elif len(rows) == 2 and not (lower[0] and rows[0][0]) and (groups := _groups(rows[0], lower)) is not None:
        columns = [
            Column(title or above, group if title else "")
            for title, above, group in zip(lower, rows[0], groups, strict=True)
        ]
    else:
        return None
    named = [column for at, column in enumerate(columns) if at or column.title]
    are_titles = all(_is_title(column.title) for column in named)
    return tuple(columns) if len(named) > 1 and are_titles and len(set(named)) == len(named) else None


def _groups(upper: Cells, lower: Cells) -> list[str] | None:
    """The title above that each column with a title of its own shares with its neighbours; None when it is not certain.

    Titles that repeat below ("Boys | Girls | Boys | Girls") tell where one group ends; so do groups of one size; a
    single one goes as far as the titles below it do.
    """
    groups = [""] * len(lower)
    at = 1
    while at < len(lower):
        end = at
        while end < len(lower) and lower[end]:
            end += 1
        above = [place for place in range(at, end) if upper[place]]
        if above:
            size = _size(upper[at:end], lower[at:end])
            if size is None:
                return None
            for start in range(at, end, size):
                names = sorted(filter(None, upper[start : start + size]), key=len)
                if not names or not all(names[-1].startswith(name) for name in names):
                    return None  # "Panel | Panel Administered" is one title begun twice
                groups[start : start + size] = [names[-1]] * size
        at = end + 1
    return groups


def _size(upper: Cells, lower: Cells) -> int | None:
    """How many columns each group has."""
    count = len(lower)
    for size in range(2, count // 2 + 1):
        if count % size == 0 and all(lower[at] == lower[at % size] for at in range(count)):
            return size
    starts = [at for at, name in enumerate(upper) if name]
    sizes = {end - start for start, end in zip(starts, [*starts[1:], count], strict=True)}
    return sizes.pop() if starts[0] == 0 and len(sizes) == 1 and min(sizes) > 1 else None


def _wraps(row: Cells) -> bool:
    """Whether a row goes on with titles begun above it: short, without a figure, and nothing of it begins anew."""
    cells = [cell for cell in row if cell]
    return bool(cells) and all(
        len(cell) <= _LONGEST_TITLE / 2 and not is_value(cell) and (cell[0].islower() or cell[0] in "(/&")
        for cell in cells
    )


def _is_title(text: str) -> bool:
    if is_period(text):
        return True
    return (
        0 < len(text) <= _LONGEST_TITLE
        and text[-1] not in ".;:!"
        and not BULLET.match(text)
        and any(map(str.isalpha, text)) | (text in "%£€#")
        and not is_value(text)
    )


def is_period(text: str) -> bool:
    """ "2017/18", "By 2026-27", "April to September 2019": a title in the shape of a figure."""
    return _DATED.search(text) is not None and _PERIOD.fullmatch(text) is not None


def is_value(text: str) -> bool:
    """A figure, a share, a sum, a date, or what stands where there is none."""
    return _VALUE.fullmatch(text) is not None


def _is_certain(columns: Sequence[Column], body: Sequence[Cells]) -> bool:
    titles = [column.title for column in columns]
    if all(map(is_period, titles)) and len(titles) > 2:
        return not all(is_period(cell) for row in body for cell in row if cell)
    figures = [
        at for at in range(1, len(columns)) if _are_values([row[at] for row in body if row[at]], titles[at])
    ]
    if figures and (len(body) > 1 or len(figures) > 1):
        return True
    if any(map(str.isdigit, "".join(title for title in titles if not is_period(title)))):
        return False
    if not titles[0]:
        return len(titles) > 2 and all(row[0] for row in body)
    nouns = [at for at, title in enumerate(titles) if "," not in title and _NOUN.search(title)]
    again = any(_first_word(row[at]) == _first_word(titles[at]) for row in body for at in nouns if row[at])
    return not again and (2 * len(nouns) >= len(titles) or _NOUN.fullmatch(titles[0]) is not None)


def _first_word(cell: str) -> str:
    return re.split(r"\W+", cell.casefold(), maxsplit=1)[0]


def _are_values(cells: Sequence[str], title: str) -> bool:
    return bool(cells) and all(map(is_value, cells)) and not (is_period(title) and all(map(is_period, cells)))
