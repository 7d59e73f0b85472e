"""Who nominated those whom a meeting elected or appointed: the proposal that names them, not those that lost."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.parts.movers import NAMED, STYLE, Proposal

_DECLARED = re.compile(
    r"\bdeclared\b(?P<who>[^;]{3,800}?)\b(?:elected|appointed|co-?opted)\b", re.IGNORECASE | re.DOTALL
)
_PERSON = re.compile(rf"(?:{STYLE}\s*)*(?P<name>{NAMED})")
_ALONE = re.compile(r"\bno\s+other\s+(?:nominations?|proposals?|candidates?)\b", re.IGNORECASE)
_VOTE = re.compile(r"\bvote\b", re.IGNORECASE)  # behind it stand those who voted, not who was proposed
_STYLES = re.compile(rf"\b{STYLE}(?!\w)")
_WORD = re.compile(r"\w+")
_MARKS = re.compile("[’'‘‟`´]")


@dataclass(frozen=True, slots=True)
class _Person:
    surname: str
    initial: str | None  # "M" of "Collins (M)", "Michael Collins" and "M. Collins"


def is_election(text: str) -> bool:
    """Whether a decision says who was elected: "The Mayor declared Councillor Ash appointed to the Board"."""
    return "declared" in text and _DECLARED.search(text) is not None


def nominated_by(text: str, before: str, proposals: Sequence[Proposal]) -> Proposal | None:
    """The nomination, of those found in `before`, that names all whom `text` declares elected.

    None where several do, by different members, or none does. One that met no other need not name them: a name
    may be misprinted.
    """
    declared = _DECLARED.search(text)
    moved = [each for each in proposals if not each.fell]
    if declared is None or not moved:
        return None
    people = [_person(match["name"]) for match in _PERSON.finditer(declared["who"])]
    ranked = [(_fit(people, words), each) for words, each in zip(_windows(before, moved), moved, strict=True)]
    best = max(rank for rank, _ in ranked)
    fitting = [each for rank, each in ranked if rank == best] if best > 0 else []
    if not fitting and _ALONE.search(text):
        fitting = moved
    return fitting[-1] if len({(each.mover, each.seconder) for each in fitting}) == 1 else None


def _windows(before: str, moved: Sequence[Proposal]) -> Iterator[list[str]]:
    """The words of each nomination: the rest of its line before it, and all behind it up to the next."""
    ends = [*(each.start for each in moved[1:]), len(before)]
    for each, end in zip(moved, ends, strict=True):
        line = before[before.rfind("\n", 0, each.start) + 1 : each.start]
        yield _words(f"{line.rpartition('. ')[2]} {_VOTE.split(before[each.end : end])[0]}")


def _fit(people: Sequence[_Person], words: Sequence[str]) -> int:
    """How many of the people are named, those with the same initial twice; 0 unless all are."""
    if not {person.surname for person in people} <= set(words):
        return 0
    fits = [max((_same(person, words, at) for at in range(len(words))), default=0) for person in people]
    return sum(fits) if all(fits) else 0


def _same(person: _Person, words: Sequence[str], at: int) -> int:
    """0: another person stands here; 1: one of the same name; 2: and of the same initial."""
    if words[at] != person.surname:
        return 0
    first = words[at - 1][0] if at and words[at - 1][0].isupper() else None
    behind = words[at + 1] if at + 1 < len(words) and len(words[at + 1]) == 1 else None
    initial = behind or first
    if not initial or not person.initial:
        return 1
    return 2 if initial.upper() == person.initial else 0


def _person(name: str) -> _Person:
    words = _words(name)
    full = [word for word in words if len(word) > 1] or words
    others = [word for word in words if word != full[-1] and word != "O"]
    return _Person(full[-1], others[-1][0].upper() if others else None)


def _words(text: str) -> list[str]:
    """Words without titles, with neither accents nor apostrophes: O’Dea is ODea; Ó Ceallaigh is Ceallaigh."""
    plain = unicodedata.normalize("NFKD", _MARKS.sub("", _STYLES.sub(" ", text)))
    words = _WORD.findall("".join(sign for sign in plain if not unicodedata.combining(sign)))
    return [
        word
        for word, after in pairwise([*words, ""])
        if not (word in ("O", "0", "6") and after[:1].isupper())
    ]
