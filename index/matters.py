"""Which items are the same matter: met on a web page, in a pack, in printed minutes, under other numbers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from index.models import ItemRecord

_SMALL = frozenset("a an and at by for from in of on or the to with".split())
_ALIKE = 0.8  # share of the shorter title's words found in the longer
_ALIKE_NUMBERED = 0.5  # enough when the printed minutes name the agenda number themselves


def join(items: Sequence[ItemRecord]) -> dict[str, str]:
    """Item key to matter id, only for items that share a matter with an item of another paper.

    Two items are one matter when the same body met on the same day and their titles say the same, or
    when one names the other's agenda number and the titles are alike. Undated items are never joined.
    The matter's id is the smallest key among its items, so it does not depend on the order of papers.
    """
    meetings: dict[tuple[str, object], list[ItemRecord]] = defaultdict(list)
    for item in items:
        if item.body and item.date:
            meetings[_plain(item.body), item.date].append(item)
    root: dict[str, str] = {}
    for group in meetings.values():
        words = {item.key: frozenset(_plain(item.title).split()) for item in group}
        for one, other in combinations(group, 2):
            if one.document != other.document and _is_same(one, other, words[one.key], words[other.key]):
                low, high = sorted((_find(root, one.key), _find(root, other.key)))
                if low != high:
                    root[high] = low
    joined = {key: _find(root, key) for key in root}
    return joined | {key: key for key in joined.values()}


def _find(root: dict[str, str], key: str) -> str:
    while key in root:
        key = root[key]
    return key


def _is_same(one: ItemRecord, other: ItemRecord, a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two items of one meeting, with the words `a` and `b` in their titles, are the same matter."""
    if not a or not b:
        return False
    alike = len(a & b) / min(len(a), len(b))
    if one.agenda_number is not None and one.agenda_number == other.agenda_number:
        return alike >= _ALIKE_NUMBERED
    # one word ("Minutes") is found in many titles: then both must be that word alone
    return alike >= _ALIKE and (min(len(a), len(b)) > 1 or a == b)


def _plain(name: str) -> str:
    folded = re.sub(r"['’]s\b", "", name.lower().replace("&", "and"))
    return " ".join(word for word in re.findall(r"[a-z0-9]+", folded) if word not in _SMALL)
