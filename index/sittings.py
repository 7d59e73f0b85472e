"""Which papers are of one sitting: the same body on the same day, and of one council if several are held."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from index.likeness import NOTHING, Shingles, Words, are_alike, differ
from index.names import plain_words

_SAME_AGENDA = 0.5  # share of the shorter agenda's titles that two papers of one sitting have in common
APART = 30  # minutes between the starts of two sittings of one body on one day
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
    site: str | None = None  # the host that published the paper
    titles: frozenset[Words] = frozenset()  # of its items
    said: Shingles = NOTHING  # when it holds the minutes of the whole meeting


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
            for papers in chain.from_iterable(map(_by_words, _by_time(of_council))):
                sitting = Sitting(
                    min(f"{each.document}#{each.position}" for each in papers), _council(papers)
                )
                found |= dict.fromkeys(papers, sitting)
    return found


def _council(papers: Sequence[Place]) -> str | None:
    named = Counter(each.council for each in papers if each.council)
    return min(named, key=lambda name: (-named[name], -len(name), name), default=None)


def _by_council(group: Sequence[Place]) -> list[list[Place]]:
    """A paper that names no council is of the one that its site's other papers name, or else of the only one named,
    if it can be: with another agenda, or without one and on another site, it is another council's."""
    names = {each: _place_words(each.council) for each in group if each.council}
    whole = sorted(
        {words for words in names.values() if not any(words < other for other in names.values())}, key=sorted
    )
    fitting = {each: [at for at, of in enumerate(whole) if words <= of] for each, words in names.items()}
    councils = [[each for each, fits in fitting.items() if fits == [at]] for at in range(len(whole))]
    for place in group:
        if place not in names:
            of_site = [at for at, papers in enumerate(councils) if _of_site(place, papers)]
            fitting[place] = of_site or [
                at for at, papers in enumerate(councils) if _may_be_of(place, papers)
            ]
    return _parted(group, fitting)


def _of_site(place: Place, papers: Iterable[Place]) -> bool:
    return place.site is not None and any(place.site == paper.site for paper in papers)


def _may_be_of(place: Place, papers: Sequence[Place]) -> bool:
    if not place.titles or not any(paper.titles for paper in papers):
        return not (place.site and any(paper.site for paper in papers))
    return _shares_agenda(place, papers)


def _shares_agenda(place: Place, papers: Sequence[Place]) -> bool:
    fewer, more = sorted((place.titles, {title for paper in papers for title in paper.titles}), key=len)
    found = sum(any(are_alike(title, other) for other in more) for title in fewer)
    return len(fewer) > 0 and found >= len(fewer) * _SAME_AGENDA


def _place_words(council: str) -> frozenset[str]:
    words = plain_words(council)
    return frozenset(words) - _OF_ANY_COUNCIL or frozenset(words)


def _by_time(group: Sequence[Place]) -> list[list[Place]]:
    """Sittings that start half an hour apart are two; a paper that tells no time is of one of them by its words."""
    minutes = {each: each.time.hour * 60 + each.time.minute for each in group if each.time}
    starts: list[int] = []
    last = None
    for at in sorted(set(minutes.values())):
        if last is None or at - last >= APART:
            starts.append(at)
        last = at
    fitting = {each: [sum(start <= at for start in starts) - 1] for each, at in minutes.items()}
    timed = [[each for each, fits in fitting.items() if fits == [at]] for at in range(len(starts))]
    return _parted(group, {each: fitting.get(each) or _fits(each, timed) for each in group})


def _by_words(group: Sequence[Place]) -> list[list[Place]]:
    """Minutes of which neither repeats the other are of two sittings; other papers are of that with their agenda."""
    apart: list[list[Place]] = []
    fitting: dict[Place, list[int]] = {}
    for place in sorted(
        (each for each in group if each.said), key=lambda each: (-len(each.said), each.document)
    ):
        at = next(
            (at for at, papers in enumerate(apart) if not differ(place.said, papers[0].said)), len(apart)
        )
        apart[at:] = [[*apart[at], place], *apart[at + 1 :]] if at < len(apart) else [[place]]
        fitting[place] = [at]
    return _parted(group, {each: fitting.get(each) or _fits(each, apart) for each in group})


def _fits(place: Place, parts: Sequence[Sequence[Place]]) -> list[int]:
    """The parts that a paper may be of: those that say what it says, else those with its agenda, else any."""
    every = list(range(max(1, len(parts))))
    if len(parts) < 2:
        return every
    said = [at for at in every if any(one.said and not differ(one.said, place.said) for one in parts[at])]
    agenda = [at for at in every if _shares_agenda(place, parts[at])]
    return (said if place.said else []) or agenda or every


def _parted(group: Sequence[Place], fitting: dict[Place, list[int]]) -> list[list[Place]]:
    """Papers by the part they fit; those that fit none by their site; one that fits several stands alone."""
    parts: dict[object, list[Place]] = defaultdict(list)
    for place in group:
        fits = fitting[place]
        parts[fits[0] if len(fits) == 1 else (place.site if not fits else place)].append(place)
    return list(parts.values())
