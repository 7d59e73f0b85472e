"""Words without their prose: the first letters of a passage's first words, and how many words it has."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

KEPT = 12  # words whose first letter is kept
TOLD_BY = 8  # letters that tell one passage from another
LEAD_IN = 6  # words of a lead-in ("that", "it was agreed") which either side may keep or drop
SHORT = 3  # a passage of fewer words is too short to be told by where it begins in another


@dataclass(frozen=True, slots=True)
class Letters:
    """A passage by its letters: "ttdm" and 13 for thirteen words that open "That the draft minutes"."""

    initials: str  # of the first words, folded; digits stand for themselves
    words: int


def letters(text: str) -> Letters:
    """A word is what stands between blanks and holds a letter or a digit; its initial is the first of them."""
    words = [word for word in text.split() if any(sign.isalnum() for sign in word)]
    return Letters("".join(_initial(word) for word in words[: KEPT + LEAD_IN]), len(words))


def alike(true: Letters, read: Letters) -> bool:
    """Whether a passage read is the true one: it begins alike and is about as long.

    The first 8 letters of one (all, when it has fewer) occur in the other starting within its first 6 words, and
    the numbers of words differ by at most half the true number and 5.
    """
    if abs(true.words - read.words) > true.words / 2 + 5:
        return False
    return _opens(true.initials, read.initials) or (
        read.words >= SHORT and _opens(read.initials, true.initials)
    )


def _opens(one: str, other: str) -> bool:
    return 0 <= other.find(one[:TOLD_BY]) < LEAD_IN


def _initial(word: str) -> str:
    plain = unicodedata.normalize("NFKD", word)
    return next(sign for sign in plain if sign.isalnum()).casefold()[:1]
