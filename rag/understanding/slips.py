"""How likely a word of a question stands for another, by the slips of the hand or of the ear between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rag.understanding.english import is_english
from rag.understanding.sounds import apart, key
from rag.understanding.words import STOP

# How unlikely, in powers of ten:
SLIP, _EXCHANGED, _SECOND = 2.2, 1.4, 1.6  # a slip of the hand, letters exchanged, one slip more
BY_EAR, _SOUND, _LETTER, _CONSONANT = (
    1.1,
    0.3,
    0.2,
    1.9,
)  # written by ear; each sound, letter, consonant amiss
_HEARD, _FIRST = 0.3, 1.2  # a slip of the hand that is heard, one in the first letter
_SMALL_WORD = 1.0  # one that is everywhere, by a sound that it has not: most such are in `casual`
FLOOR = -8.5  # below it, no word is likely enough
NEAR = 2.5  # powers of ten that a word may be behind the likeliest and still be looked at
BESIDE = 2.0  # by which a word is likelier that the papers have beside its neighbours
_LOOKED_AT = 5  # words that one may stand for


@dataclass(frozen=True, slots=True)
class Said:
    """A word of a question."""

    text: str
    plain: str  # lower case
    letters: bool  # in capitals, where others are not: "MARAC"
    capital: bool  # with a capital that may make it a name
    named: bool  # with one inside the sentence
    titled: bool  # behind "Councillor"
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reading:
    """A word that another may stand for."""

    likelihood: float  # in powers of ten
    word: str
    sure: bool = True  # or only where the papers have it beside its neighbours


def how_unlikely(said: Said, other: str, edits: int, reach: int) -> tuple[float, bool] | None:
    """The slips that make a word of another, in powers of ten, and whether that is sure enough by itself; None for none
    that are made. `edits` above `reach` are those of a word that only sounds alike."""
    word = said.plain
    sounds, consonants = apart(word, other)
    alike = sounds_like(word, other, 1 if len(word) < 6 else 2) or (edits == 1 and key(word) == key(other))
    exchanged = sorted(word) == sorted(other)
    if edits > reach and not alike:
        return None
    if edits == 2 and not (word[0] == other[0] and (alike or (len(word) > 6 and not said.capital))):
        return None
    sure = _is_sure(said, other, edits, reach, alike or exchanged)
    if not sure and not alike:
        return None
    cost = (
        BY_EAR
        + (_SMALL_WORD if sounds and other in STOP else 0.0)
        + _SOUND * sounds
        + _CONSONANT * consonants
        + _LETTER * edits
    )
    if edits <= reach:
        by_hand = _EXCHANGED if exchanged else SLIP + (_HEARD if consonants else 0.0)
        cost = min(cost, by_hand + _SECOND * (edits - 1))
    return cost + (_FIRST if word[0] != other[0] and sounds + consonants else 0.0), sure


def _is_sure(said: Said, other: str, edits: int, reach: int, is_small: bool) -> bool:
    """Whether a slip is likely in a name: Adare is not "aware", nor Bord "board"."""
    if said.capital and edits > 1 and (edits > reach or not (said.titled or len(said.plain) > 6)):
        return False
    is_slip = is_small and len(said.plain) > 4 and edits == 1
    return not said.named or is_slip or said.titled or not is_english(other)


def sounds_like(word: str, other: str, vowels: int = 1) -> bool:
    """Whether two words sound the same but for so many vowels."""
    sounds, consonants = apart(word, other)
    return consonants == 0 and sounds <= vowels


def likeliest(readings: Sequence[Reading]) -> list[Reading]:
    """Those that are likely enough and not far behind the likeliest that is sure, likeliest first."""
    ranked = sorted(readings, key=lambda each: (each.likelihood, each.word), reverse=True)
    best = max((each.likelihood for each in ranked if each.sure), default=FLOOR)
    least = max(FLOOR, best - NEAR)
    return [
        each for each in ranked if each.likelihood >= (least if each.sure else min(least, FLOOR - BESIDE))
    ][:_LOOKED_AT]
