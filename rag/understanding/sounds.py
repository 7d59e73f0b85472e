"""How words sound, and which of many are near one by its sound or by its letters: "soshal" and "social"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

from jellyfish import metaphone
from rapidfuzz import process
from rapidfuzz.distance import OSA

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
# Letters that words which sound the same may begin with: "kemist", "rite", "nome", "fone", "sirkus", "hoo".
_BEGINNINGS = {
    "c": "cksq", "k": "kcq", "q": "qck", "s": "scpz", "z": "zsx", "x": "xz", "n": "nkgpm", "r": "rw", "w": "wo",
    "f": "fp", "p": "pf", "j": "jg", "g": "gj", "h": "hw", "t": "tp", "y": "yu", "u": "uy", "o": "ow",
}  # fmt: skip
_WRITTEN = tuple(
    (re.compile(written), heard)
    for written, heard in (
        (r"^(?:kn|gn|pn)", "n"), (r"^wr", "r"), (r"^ps", "s"), (r"^wh(?=o)", "h"), (r"wh", "w"), (r"mb(?=s?$)", "m"),
        (r"xion|ction", "kSun"), (r"(?:ss?|t|c)ion|[ct]ian(?=s?$)|sh[aeiou]n", "Sun"),
        (r"(?:sc|[ct])i(?=al|ous|en)", "S"), (r"(?<=[aeou])r(?=[bcdfgklmnpstvz])", ""),
        (r"tch|ch", "C"), (r"sC|sk", "sk"), (r"sh", "S"), (r"th", "0"), (r"ph", "f"), (r"igh|ig(?=n$)", "i"),
        (r"(?<=[aou])gh(?=t)", ""), (r"ck", "k"), (r"qu|kw", "kw"), (r"x", "ks"), (r"dge?|ge(?=s?$)|g(?=[eiy])", "j"),
        (r"sc(?=[eiy])|c(?=[eiy])", "s"), (r"c", "k"), (r"z", "s"), (r"([b-df-hj-np-tv-zS])\1+", r"\1"),
        (r"(?<=.)ing?(?=s?$)", "In"), (r"ai|ay", "e"), (r"(?<=[kpsfCS])e?d$", "t"), (r"a(?=[bdfgklmnprstv]e)", "e"),
        (r"(?<=[bcdfgklmnprstvz0CSj])e(?=$|d$|ment)|(?<=[bdfgklmnprtv0])e(?=s$)", ""),
        (r"(?<=[a-zA-Z]{2})(?:(?:i?ou|e|o|a)r(?=s?$)|(?<=[bt])re$)", "a"),
        (r"[ae]y(?=s?$)|ie(?=s?$)|y", "i"), (r"ou|ow|oo|ue|ew|ui", "u"),
        (r"ea(?=d|l?th|sur)", "e"), (r"ee|ea|ie|ei", "i"), (r"oa|oe|au|aw", "o"), (r"([aeiou])\1+", r"\1"),
    )
)  # fmt: skip


@lru_cache(maxsize=20_000)
def heard(word: str) -> str:
    """A lower-case word as it sounds, roughly: of words that sound the same most have one."""
    for written, sound in _WRITTEN:
        word = written.sub(sound, word)
    return word


def apart(word: str, other: str) -> tuple[int, int]:
    """By how many sounds two words differ, and by how many of those that are not vowels."""
    one, two = heard(word), heard(other)
    return int(OSA.distance(one, two)), int(OSA.distance(_consonants(one), _consonants(two)))


def _consonants(sound: str) -> str:
    """Those of a sound; a vowel at the beginning or the end stands for itself: "shepy" is no "shape"."""
    return (
        sound[:1].translate(_VOWELS) + re.sub("[aeiouI]", "", sound[1:-1]) + sound[1:][-1:].translate(_VOWELS)
    )


_VOWELS = str.maketrans("aeiou", "aaaaa")


@lru_cache(maxsize=50_000)
def key(word: str) -> str:
    """Metaphone, which hears a "sch" as in "schmaltz", a "qu" as a "k" and no "sh" in "conscious"."""
    return metaphone(word.replace("sch", "sk").replace("qu", "kw").replace("scio", "sho"))


class Nearby:
    """Words to be found by what is like them. What is learnt of them is learnt when first asked for."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(words)
        self._lists: dict[tuple[str, int], list[str]] = defaultdict(list)  # by first letter and length
        for word in sorted(self._words):
            self._lists[word[0], len(word)].append(word)
        self._keys: dict[str, dict[str, list[str]]] = {}  # by first letter: metaphone -> words

    def __contains__(self, word: str) -> bool:
        return word in self._words

    def like(self, word: str, reach: int) -> Iterator[tuple[str, int]]:
        """Words at most `reach` slips away, with how many; one at most where the first letter is another's."""
        for length in range(len(word) - reach, len(word) + reach + 1):
            near = self._lists.get((word[0], length), ())
            for other, edits, _ in process.extract(
                word, near, scorer=OSA.distance, score_cutoff=reach, limit=None
            ):
                yield other, int(edits)
        for other in {word[1:], word[1:2] + word[0] + word[2:]} | {
            letter + rest for letter in _LETTERS for rest in (word, word[1:])
        }:
            if other in self._words and other[0] != word[0]:
                yield other, 1

    def sounding(self, word: str) -> Iterator[str]:
        """Words whose consonants sound the same."""
        sought = key(word)
        for letter in _BEGINNINGS.get(word[0], word[0]) if sought else "":
            yield from self._sounds_of(letter).get(sought, ())

    def _sounds_of(self, letter: str) -> dict[str, list[str]]:
        if letter not in self._keys:
            sounds: dict[str, list[str]] = defaultdict(list)
            for (first, _), words in self._lists.items():
                if first == letter:
                    for word in words:
                        sounds[key(word)].append(word)
            self._keys[letter] = dict(sounds)
        return self._keys[letter]
