"""Which items are the same matter: met on a web page, in a pack, in printed minutes, under other numbers.

Two items of one sitting are one matter by the strongest of these ties; a tie that would make one matter of two
items of one paper, or of items whose numbers contradict each other, is not made.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from index.likeness import NOTHING, Shingles, are_alike, differ, title_likeness
from index.names import plain_words
from index.rows import sought

_ALIKE_NUMBERED = 0.5  # likeness of titles that is enough when a number is the same
_SAME_NUMBERS, _NUMBERED, _SAME_TITLE, _LIKE_TITLE = 4, 3, 2, 1  # how strong a tie is


@dataclass(frozen=True, slots=True)
class Standing:
    """One item of a sitting, as one paper prints it and as its publisher places it."""

    key: str
    document: str
    number: str | None  # as printed: of the minute or of the agenda
    agenda_number: str | None  # when the paper tells it
    titles: tuple[str, ...]  # printed; of the item it was published with
    placed: bool = False  # its publisher says of which item the whole paper is
    said: Shingles = NOTHING  # of its minutes, when they are long enough to tell


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of an item's numbers, and its titles as sets of words."""

    item: Standing
    minute: str | None
    agenda: str | None
    unlabelled: str | None  # of the minute or of the agenda, who knows
    titles: tuple[frozenset[str], ...]

    @property
    def numbers(self) -> frozenset[str]:
        return frozenset(each for each in (self.minute, self.agenda, self.unlabelled) if each)


_Tie = tuple[int, float, str, str]  # strength, likeness of titles, keys


def join(items: Sequence[Standing]) -> dict[str, str]:
    """Item key to matter id, for the items of one sitting that share a matter with an item of another paper.

    The matter's id is the smallest key among its items, so it does not depend on the order of papers.
    """
    known = {item.key: _know(item) for item in items}
    papers: dict[str, list[_Known]] = defaultdict(list)
    for each in known.values():
        papers[each.item.document].append(each)
    ties = [tie for one, other in combinations(papers.values(), 2) for tie in _ties(one, other)]
    cluster = {key: [each] for key, each in known.items()}
    for _, _, one, other in sorted(ties, key=lambda tie: (-tie[0], -tie[1], *tie[2:])):
        first, second = cluster[one], cluster[other]
        if first is not second and _may_merge(first, second):
            first += second
            cluster |= {each.item.key: first for each in second}
    return {
        key: min(each.item.key for each in members) for key, members in cluster.items() if len(members) > 1
    }


def _know(item: Standing) -> _Known:
    number = sought(item.number or "") or None
    agenda = sought(item.agenda_number or "") or None
    titles = tuple(words for title in item.titles if (words := frozenset(plain_words(title))))
    if agenda is None:
        return _Known(item, None, None, number, titles)
    return _Known(item, number if number != agenda else None, agenda, None, titles)


def _ties(one: Sequence[_Known], other: Sequence[_Known]) -> Iterable[_Tie]:
    """The ties between the items of two papers, without those that could as well be with another item."""
    numbered_alike = _number_alike(one, other)
    ties: list[_Tie] = []
    for a in one:
        for b in other:
            strength, alike = _strength(a, b)
            if numbered_alike and a.numbers and b.numbers and not a.numbers & b.numbers:
                continue
            if strength:
                ties.append((strength, alike, a.item.key, b.item.key))
    best: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for strength, alike, *keys in ties:
        for key in keys:
            best[key].append((strength, alike))
    return [
        tie for tie in ties if all(max(best[key]) == tie[:2] and best[key].count(tie[:2]) == 1 for key in tie[2:])
    ]  # fmt: skip


def _number_alike(one: Sequence[_Known], other: Sequence[_Known]) -> bool:
    """Whether two papers number the sitting's items in the same way: items of one title mostly have one number."""
    pairs = [(a, b) for a in one for b in other if set(a.titles) & set(b.titles)]
    same = sum(bool(a.numbers & b.numbers) for a, b in pairs)
    return same * 2 > len(pairs)


def _strength(a: _Known, b: _Known) -> tuple[int, float]:
    """How strongly two items of different papers are tied, 0 for not at all, and how alike their titles are."""
    if _contradict(a, b):
        return 0, 0.0
    alike = max((title_likeness(x, y) for x in a.titles for y in b.titles), default=0.0)
    shared = a.numbers & b.numbers
    if shared and (a.item.placed or b.item.placed or len(shared) > 1):
        return _SAME_NUMBERS, alike
    if differ(a.item.said, b.item.said):
        return 0, 0.0
    if shared and (alike >= _ALIKE_NUMBERED or not (a.titles and b.titles)):
        return _NUMBERED, alike
    if set(a.titles) & set(b.titles):
        return _SAME_TITLE, 1.0
    whole = any(are_alike(x, y) for x in a.titles for y in b.titles)
    return (_LIKE_TITLE, alike) if whole else (0, 0.0)


def _contradict(a: _Known, b: _Known) -> bool:
    for one, other in ((a.minute, b.minute), (a.agenda, b.agenda)):
        if one and other and one != other:
            return True
    return any(
        bool(x.minute and x.agenda and y.unlabelled) and y.unlabelled not in x.numbers
        for x, y in ((a, b), (b, a))
    )


def _may_merge(one: Sequence[_Known], other: Sequence[_Known]) -> bool:
    papers = {each.item.document for each in one}
    return papers.isdisjoint(each.item.document for each in other) and not any(
        _contradict(a, b) for a in one for b in other
    )
