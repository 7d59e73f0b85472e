"""Whether words spell an acronym, by a rule that can be said in one breath.

Every letter is the first letter of a word, in order, and no word of weight is passed over; small words ("of",
"and") may give their letter or not. The rule follows Schwartz and Hearst, "A simple algorithm for identifying
abbreviation definitions in biomedical text", Pacific Symposium on Biocomputing 2003, which finds letters anywhere
inside words; here a letter stands inside a word only as an inner capital ("LiquidLogic"), as a small letter that
goes on with its word ("SuDS"). In an acronym of four letters or more one word may be passed over: "Social, Emotional
and Mental Health Needs (SEMH)".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import takewhile

SMALL = frozenset("a an and as at by de for from in na of on or the to with &".split())
# Two capitals or more, with what may stand between and behind them: "CHC", "PfA", "EHCPs", "R&D", "S151".
ACRONYM = r"(?=(?:[a-z0-9&/]*[A-Z]){2})[A-Z](?:[A-Za-z0-9]|[&/](?=[A-Z])){1,9}(?![\w&])"
_ACRONYM = re.compile(ACRONYM)
_ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+|&")
_LONG_ENOUGH = 4  # letters of an acronym for a word to be passed over
_MOST_WORDS = 16


def is_acronym(text: str) -> bool:
    """Whether the text is written like an acronym and is no Roman numeral."""
    return _ACRONYM.fullmatch(text) is not None and not _ROMAN.fullmatch(text)


def singular(acronym: str) -> str:
    """ "EHCPs" -> "EHCP"; "CAMHS" stays as it is."""
    return acronym[:-1] if len(acronym) > 2 and acronym[-1] == "s" and acronym[-2].isupper() else acronym


def words_in(text: str) -> list[re.Match[str]]:
    """The words of a long form; those joined by a hyphen or a slash are words of their own."""
    return list(_WORD.finditer(text))


def spells(acronym: str, words: Sequence[str], *, loosely: bool = False) -> bool:
    """Whether the words spell the acronym; `loosely` with one of them passed over."""
    letters = re.sub(r"[&/]", "", singular(acronym))
    if not 2 <= len(words) <= _MOST_WORDS or words[0] in SMALL or words[-1] in SMALL:
        return False
    if letters[:1].casefold() != words[0][0].casefold():
        return False
    return _spells(letters, words, 1 if loosely and len(letters) >= _LONG_ENOUGH else 0)


def _spells(letters: str, words: Sequence[str], over: int) -> bool:
    """Whether the words give all of the letters, with up to `over` of them passed over."""

    @cache
    def fits(letter: int, word: int, over: int) -> bool:
        if word == len(words):
            return letter == len(letters)
        passed = words[word].casefold() in SMALL and fits(letter, word + 1, over)
        passed = passed or (over > 0 and word > 0 and fits(letter, word + 1, over - 1))
        return passed or any(
            fits(letter + count, word + 1, over) for count in _given(letters[letter:], words[word])
        )

    return fits(0, 0, over)


def _given(letters: str, word: str) -> list[int]:
    """How many of the next letters a word can give."""
    if word.isdigit():
        return [len(word)] if letters.startswith(word) else []
    if letters[:1].casefold() != word[0].casefold():
        return []
    pairs = zip(letters[1:], word[1:], strict=False)
    goes_on = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1] and pair[0].islower(), pairs))
    capitals = "" if word.isupper() else "".join(filter(str.isupper, word[1:]))
    inner = [1 + len(capitals)] if capitals and letters[1:].startswith(capitals) else []
    return [*range(1, goes_on + 2), *inner]
