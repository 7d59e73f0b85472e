"""The appendices that a text names: "Appendix D", "Annexes 1 to 3"."""

from __future__ import annotations

import re

_MARK = r"(?<!\w)(?:\d{1,2}[A-Za-z]?|[A-HJ-Z]\d?|[b-hj-z])(?![\w’'/])"  # "a" and "I" are words
_NAMED = re.compile(
    rf"\b(?i:appendix|appendices|annex(?:e|es)?)\s+(?P<marks>{_MARK}(?:\s*(?:,|&|\band|\bto|[–-])\s*{_MARK}){{0,12}})"
)
_RUN = re.compile(rf"({_MARK})\s*(?:to|[–-])\s*({_MARK})")
_LONGEST = 26  # appendices from the first to the last of a run


def read_labels(text: str) -> frozenset[str]:
    """The marks of the appendices that a text names, those between the first and the last of a run too; an annex is
    an appendix."""
    found: set[str] = set()
    for match in _NAMED.finditer(text):
        found.update(each.upper() for each in re.findall(_MARK, match["marks"]))
        for first, last in _RUN.findall(match["marks"]):
            found.update(_between(first.upper(), last.upper()))
    return frozenset(found)


def _between(first: str, last: str) -> list[str]:
    if first.isdecimal() and last.isdecimal():
        return [str(number) for number in range(int(first), min(int(last), int(first) + _LONGEST) + 1)]
    if len(first) == len(last) == 1 and first.isalpha() and last.isalpha():
        return [chr(code) for code in range(ord(first), ord(last) + 1)]
    return []
