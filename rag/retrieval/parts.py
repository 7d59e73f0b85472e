"""Numbered parts of a paper: "paragraph 2.6", "recommendation 2" and where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.models import SectionKind
from index.library import Library
from index.models import Filters, Passage
from index.passages import section_of
from rag.understanding.references import Part, PartKind

_MARKS = r"(?m:^)[ \t•·▪–-]*"
_NEXT = re.compile(_MARKS + r"\(?\d{1,2}(?:\.\d{1,2}){0,2}[.):]?(?=[ \t])")
_NEXT_LETTER = re.compile(_MARKS + r"\(?[A-Za-z][.):](?=[ \t])")
_LETTER = re.compile(r"[ \t•·▪–-]*(?:\((?P<bracketed>[A-Za-z])\)|(?P<letter>[A-Za-z])[.)])(?=\s)")
_MOST_ITEMS = 12  # whose passages are read for the part
_LOOKED_THROUGH = 120  # passages that hold the number somewhere, when no item is named


def part_of(passage: Passage, part: Part) -> tuple[int, int] | None:
    """Where the part stands in the passage's text, up to the next number; None when it does not. What is found of a
    lettered part of an item is all of it."""
    if part.kind is PartKind.LETTER:
        return 0, len(passage.text)
    number = re.escape(part.number)
    if part.kind is PartKind.SECTION:
        return _section_in(passage, part.number)
    if part.kind is PartKind.RECOMMENDATION and passage.kind is not SectionKind.RECOMMENDATION:
        opening = re.compile(rf"\brecommendation\s+{number}(?!\w|\.\d)", re.IGNORECASE)
    else:
        mark = "[.):]" if part.number.isalpha() else "[.):]?"  # "a charge" is no part "a"
        opening = re.compile(rf"{_MARKS}(?:{part.kind}\s+)?\(?{number}{mark}(?=[ \t])", re.IGNORECASE)
    match = opening.search(passage.text)
    if match is None:
        return None
    after = (_NEXT_LETTER if part.number.isalpha() else _NEXT).search(passage.text, match.end())
    return match.start(), after.start() if after else len(passage.text)


def _section_in(passage: Passage, number: str) -> tuple[int, int] | None:
    """Where a passage is of the section with a number: all of one under its heading, or from its heading or first
    paragraph up to those of another."""
    if re.match(rf"\W*{number}[.):]?(?=\s)", section_of(passage)):
        return 0, len(passage.text)
    opening = re.search(rf"{_MARKS}{number}(?:[.):]|\.\d{{1,2}})?[.]?(?=[ \t])", passage.text)
    if opening is None:
        return None
    others = (
        each.start()
        for each in _NEXT.finditer(passage.text, opening.end())
        if re.match(rf"\W*{number}(?!\d)", each.group()) is None
    )
    return opening.start(), next(others, len(passage.text))


def passages_with(
    library: Library,
    part: Part,
    items: Sequence[str],
    places: Sequence[Filters],
    filters: Filters,
    referred: Sequence[str] = (),
) -> list[Passage]:
    """The passages that hold the part, of the items named and of those with the keys `referred`; of any paper when no
    item is named."""
    if items or referred:
        keys = [item.key for place in places for item in library.items(place) if items]
        keys = list(dict.fromkeys((*referred, *keys)))[:_MOST_ITEMS]
        if part.kind is PartKind.LETTER:
            return [each for key in keys for each in _lettered(library.passages(item_key=key), part.number)]
        read = [passage for key in keys for passage in library.passages(item_key=key)]
    else:
        read = [hit.passage for hit in library.store.matching([part.number], _LOOKED_THROUGH, filters)]
    return [passage for passage in read if part_of(passage, part) is not None and not passage.set_aside]


def _lettered(passages: Sequence[Passage], letter: str) -> Iterator[Passage]:
    """The passages of an item, in order, that stand under a letter: from the one that opens with it up to the one that
    opens with another."""
    within = False
    for passage in passages:
        if opens := _LETTER.match(passage.text):
            within = (opens["letter"] or opens["bracketed"]).upper() == letter
        if within and not passage.set_aside:
            yield passage
