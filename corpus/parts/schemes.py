"""Items numbered otherwise than 1, 2, 3: "Minute 45:", "18.11.1", "PR160/18", "IV."; and what stands behind a title."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence, Set

from corpus.parts.counting import Opening
from corpus.parts.lines import Line
from corpus.parts.openings import title_of

_WORD = re.compile(
    r"Minute\s+(?:No\.?\s*)?(?P<number>\d{1,4})(?:\s*[:.)–—-]{1,2}\s*|\s+|$)(?P<title>[^\W\d_].*)?$",
    re.IGNORECASE,
)
_SLASHED = re.compile(
    r"(?:(?:Minute|Item)\s+(?:No\.?\s*)?)?(?P<number>(?:[A-Z]{1,8}/)*[A-Z]{0,4}\d{1,4}/\d{1,4}(?:/\d{1,4})?)"
    r"\.?(?:\s*[:.)–-]\s*|\s+|$)(?P<title>\S.*)?$"
)
_DOTTED = re.compile(r"(?P<number>\d{1,3}\.\d{1,2}\.\d{1,3})\.?\s+(?P<title>[^\W\d_].*)$")
_ROMAN = re.compile(r"(?P<number>[IVXL]{1,7})\s?[.)]\s+(?P<title>[^\W\d_].*)$")
_DAY = re.compile(r"\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d")
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}
_LONGEST = 160  # characters of a title
_LEAST = 2  # numbers that count up


def scheme_openings(lines: Sequence[Line], bold: Set[int]) -> list[Opening]:
    """Where items open, by the scheme that most lines keep; [] unless two or more numbers count up.

    Only the last part of a number may grow, or of 32/14 the first: a date, a planning reference or a road
    that opens a line keeps no count.
    """
    found: list[Opening] = []
    for pattern, keys in _SCHEMES:
        candidates = _candidates(lines, pattern, bold)
        for key in keys:
            found = max(found, _count(candidates, key), key=len)
    return found if len(found) >= _LEAST else []


def _candidates(lines: Sequence[Line], pattern: re.Pattern[str], bold: Set[int]) -> list[Opening]:
    found = []
    for at, line in enumerate(lines):
        match = pattern.match(line.text)
        if match is None:
            continue
        if _DAY.fullmatch(match["number"]):
            continue
        title, used = match["title"] or "", 1
        if not title and at + 1 < len(lines):
            title, used = lines[at + 1].text, 2
        is_short = len(title.partition(":")[0]) <= _LONGEST or line.start in bold or title.isupper()
        if title and is_short and (title[0].isalpha() or title.isupper() or line.start in bold):
            found.append(Opening(match["number"], title_of(title), at, used))
    return found


def _count(candidates: Sequence[Opening], key: Callable[[str], tuple[str, int]]) -> list[Opening]:
    """The candidates whose numbers go on from the one before by a few, the rest of the number the same."""
    best: list[Opening] = []
    runs: dict[str, tuple[int, list[Opening]]] = {}  # what stays: the last number, and its run
    for each in candidates:
        stays, number = key(each.number or "")
        last, run = runs.get(stays, (0, []))
        if number > last and (not run or number - last <= 4):
            run = [*run, each]
            runs[stays] = (number, run)
            best = max(best, run, key=len)
    return best


def _last(number: str) -> tuple[str, int]:
    head, _, tail = re.sub(r"[./]", "/", number).rpartition("/")
    return head, int(re.sub(r"\D", "", tail) or 0)


def _first(number: str) -> tuple[str, int]:
    """The growing part of 32/14 and PR160/18 is the first that is a number."""
    head, _, tail = number.rpartition("/")
    letters, digits = re.sub(r"\d+$", "", head), re.search(r"\d+$", head)
    return f"{letters}|{tail}", int(digits.group()) if digits else 0


def _roman(number: str) -> tuple[str, int]:
    values = [_VALUES[letter] for letter in number]
    total = sum(-one if one < other else one for one, other in zip(values, [*values[1:], 0], strict=True))
    return "", total


_SCHEMES: tuple[tuple[re.Pattern[str], tuple[Callable[[str], tuple[str, int]], ...]], ...] = (
    (_SLASHED, (_first, _last)),
    (_WORD, (_last,)),
    (_DOTTED, (_last,)),
    (_ROMAN, (_roman,)),
)
