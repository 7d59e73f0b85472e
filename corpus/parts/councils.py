"""The council that a paper's head names; never one that only the text of an item mentions."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.parts.lines import Line

_WORD = r"[A-Z][\w’'-]*"
_JOIN = r"(?:(?:and|of|upon|on|AND|OF|UPON|ON)\s+)"
_SORT = r"(?:City|County|Borough|District|Metropolitan|Town|Parish|Community|Regional)"
_ALONE = re.compile(
    rf"(?P<name>(?!(?:The|Full|Annual|Special|Extraordinary)\b)(?:{_WORD}\s+{_JOIN}?){{1,5}}(?:Council|COUNCIL))"
)
_AMONG = re.compile(
    rf"(?:^|,\s)\s*(?P<name>(?:{_WORD}\s+{_JOIN}?){{1,3}}?{_SORT}\s+(?:{_WORD}\s+)?Council)(?=\s*[,.])"
)
_COVER = re.compile(rf"(?P<name>(?:{_WORD}\s+{_JOIN}?){{1,5}}?Council)[ \t]+Report for\b")
_SMALL = frozenset("And Of The For In On Upon".split())


def is_council(line: str) -> bool:
    """Whether a line is a council's name and nothing else: "KENT COUNTY COUNCIL"."""
    return _ALONE.fullmatch(line) is not None


def find_council(head: Sequence[Line]) -> str | None:
    """The first council named in the lines of a head: alone, or between commas (", Ostlebridge City Council,")."""
    for line in head:
        if match := _ALONE.fullmatch(line.text) or _AMONG.search(line.text):
            return in_title_case(match["name"])
    return None


def council_on_cover(lines: Sequence[Line]) -> str | None:
    """The council on the first report's cover: "Ostlebridge City Council Report for Resolution"."""
    return next((match["name"] for line in lines if (match := _COVER.match(line.text))), None)


def in_title_case(name: str) -> str:
    """A name in words when it is printed in capitals; any other as it is."""
    if name.upper() != name:
        return name
    words = [word.lower() if word in _SMALL and at else word for at, word in enumerate(name.title().split())]
    return " ".join(words).replace("’S", "’s").replace("'S", "'s")
