"""Which papers are of one sitting: the same body on the same day, and of one council if several are held."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

from index.names import plain_words

APART = 60  # minutes between the starts of two sittings of one body on one day
# What councils are called besides their place; "City" and "County" tell two councils of one place apart.
_OF_ANY_COUNCIL = frozenset("council borough district london royal metropolitan authority".split())


@dataclass(frozen=True, slots=True)
class Place:
    """One meeting as one paper gives it."""

    document: str
    position: int  # within the document, from 1
    council: str | None
    body: str | None
    date: dt.date | None
    time: dt.time | None = None


@dataclass(frozen=True, slots=True)
class Sitting:
    """What the papers of one sitting have in common."""

    id: str  # does not depend on the order of papers
    council: str | None  # as most of its papers name it


def sittings_of(places: Sequence[Place]) -> dict[Place, Sitting]:
    """The sitting of every meeting whose body and date are known; what cannot be told apart stays apart."""
    same: dict[Hashable, list[Place]] = defaultdict(list)
    for place in places:
        if place.body and place.date:
            same[plain_words(place.body), place.date].append(place)
    found: dict[Place, Sitting] = {}
    for group in same.values():
        for of_council in _by_council(group):
            for papers in _by_time(of_council):
                sitting = Sitting(
                    min(f"{each.document}#{each.position}" for each in papers), _council(papers)
                )
                found |= dict.fromkeys(papers, sitting)
    return found


def _council(papers: Sequence[Place]) -> str | None:
    named = Counter(each.council for each in papers if each.council)
    return min(named, key=lambda name: (-named[name], -len(name), name), default=None)


def _by_council(group: Sequence[Place]) -> Iterable[list[Place]]:
    """A paper that names no council is of the one that the others name, if they name one."""
    names = {each: _place_words(each.council) for each in group if each.council}
    whole = sorted(
        {words for words in names.values() if not any(words < other for other in names.values())}, key=sorted
    )
    return _parted(group, {each: [at for at, of in enumerate(whole) if words <= of] for each, words in names.items()},
                   len(whole))  # fmt: skip


def _place_words(council: str) -> frozenset[str]:
    words = plain_words(council)
    return frozenset(words) - _OF_ANY_COUNCIL or frozenset(words)


def _by_time(group: Sequence[Place]) -> Iterable[list[Place]]:
    """Sittings that start an hour apart are two; a paper that tells no time is of the only one, if there is one."""
    minutes = {each: each.time.hour * 60 + each.time.minute for each in group if each.time}
    starts: list[int] = []
    last = None
    for at in sorted(set(minutes.values())):
        if last is None or at - last >= APART:
            starts.append(at)
        last = at
    return _parted(group, {each: [sum(start <= at for start in starts) - 1] for each, at in minutes.items()},
                   len(starts))  # fmt: skip


def _parted(group: Sequence[Place], fitting: dict[Place, list[int]], parts: int) -> Iterable[list[Place]]:
    """Papers by the part they fit; one that says nothing, or fits several, fits the only part or stands alone."""
    shared: dict[int, list[Place]] = defaultdict(list)
    alone: dict[str, list[Place]] = defaultdict(list)
    for place in group:
        fits = fitting.get(place, range(parts) if parts else [0])
        if len(fits) == 1:
            shared[fits[0]].append(place)
        else:
            alone[place.document].append(place)
    return [*shared.values(), *alone.values()]
