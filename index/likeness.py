"""Whether two titles, or two texts, are of one thing."""

from __future__ import annotations

from collections.abc import Iterable

from index.echoes import folded

Words = frozenset[str]  # of a title, as `plain_words` gives them
Shingles = frozenset[
    int
]  # of three words each (Broder, "On the resemblance and containment of documents", 1997)
NOTHING: Shingles = frozenset()
_ALIKE = 0.8
_ENOUGH = 30  # runs from which a text can be told from another
_SHARED = 0.1  # of the shorter text's runs: copies share most of them, two talks of one subject hardly any


def title_likeness(one: Words, other: Words) -> float:
    """Share of the shorter title's words found in the longer, 0 to 1. Neither is empty."""
    return len(one & other) / min(len(one), len(other))


def are_alike(one: Words, other: Words) -> bool:
    """Whether two titles say the same. One word ("Minutes") is found in many: then both must be that word alone."""
    return one == other or (min(len(one), len(other)) > 1 and title_likeness(one, other) >= _ALIKE)


def shingles(texts: Iterable[str]) -> Shingles:
    """The runs of three words in some texts, by their hashes in this process; none of too short a text."""
    found: set[int] = set()
    for text in texts:
        words = folded(text).split()
        found.update(map(hash, zip(words, words[1:], words[2:], strict=False)))
    return frozenset(found) if len(found) >= _ENOUGH else NOTHING


def differ(one: Shingles, other: Shingles) -> bool:
    """Whether both texts are long enough to tell, and neither holds much of the other."""
    shorter = min(len(one), len(other))
    return shorter > 0 and len(one & other) < shorter * _SHARED
