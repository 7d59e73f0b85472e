"""When a meeting sat, by the lines above who was present, where no "held on" says it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from corpus.parts.bodies import find_body
from corpus.parts.dates import find_dates
from corpus.parts.lines import Line

_PRESENT = re.compile(r"(?:\w+\s+){0,2}(?:present|attendance|sederunt|apologies)\b", re.IGNORECASE)
_OTHER = re.compile(
    r"\b(?:next|previous|last|published|posted|issued|printed|approved|signed|dated?|circulated|despatch\w*|deadline|"
    r"updated|created|from|until|since)\b",
    re.IGNORECASE,
)
_SAT = re.compile(
    r"\b(?:meeting|held|minutes?|commencing|[ap]\.?m\b|(?:mon|tues|wednes|thurs|fri|satur|sun)day)",
    re.IGNORECASE,
)
_HEAD = 15  # lines
_DATE_LINE = 60  # characters


def date_of_sitting(lines: Sequence[Line]) -> dt.date | None:
    """The one date of the head; None where it has several, or one that tells of something else."""
    found = {date for line in _head(lines) if not _OTHER.search(line.text) for date in _dates(line)}
    return found.pop() if len(found) == 1 else None


def called_by_its_head(lines: Sequence[Line]) -> bool:
    """Whether lines by themselves name a body and the day it sat: what minutes without that word open with."""
    head = _head(lines)
    dated = any(_dates(line) and _SAT.search(line.text) and len(line.text) < _DATE_LINE for line in head)
    return dated and find_body(lines).body is not None


def _head(lines: Sequence[Line]) -> Sequence[Line]:
    for at, line in enumerate(lines[:_HEAD]):
        if _PRESENT.match(line.text):
            return lines[:at]
    return lines[:_HEAD]


def _dates(line: Line) -> list[dt.date]:
    return [date for date, _, _ in find_dates(line.text, slashes=True)]
