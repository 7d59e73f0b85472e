"""Misspellings mended: to the library's own words, or to English ones that a question is made of.

The likeliest word is chosen as Kernighan, Church and Gale do ("A spelling correction program based on a noisy
channel model", COLING 1990): by how common a word is, in the library and in English, and how likely the slip.
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import process
from rapidfuzz.distance import OSA

from rag.understanding.english import british, common_words, frequencies, is_english, total
from rag.understanding.words import ACTS, FRAME, STOP

Corrections = tuple[tuple[str, str], ...]  # what was read as what

MOST = 16  # unknown words of one question that are looked at
_OWN = 0.8  # share of the library in how common a word is; the rest is English
# How unlikely, in powers of ten: a slip, one that sounds the same, each once more, one in the first letter.
_SLIP, _SMALL_SLIP, _SECOND, _SMALL_SECOND, _FIRST = 2.2, 1.4, 1.6, 0.8, 1.2
_KNOWN = 1e-6  # how common at least a word is that councils use
_FLOOR = -8.4  # below it, no word is likely enough
_NEIGHBOURS = 2.0  # powers of ten by which words that make a phrase are likelier together than by chance
_WORD = re.compile(r"[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)?")
_TITLES = frozenset(
    "councillor councillors cllr cllrs mr mrs ms miss dr prof professor canon rev sir dame".split()
)
# Short for other words, though some are words themselves. Never mended where the papers use them.
_MANY = frozenset(("councillors", "cllrs"))  # that stand before names, and before what they do or have
# English words that stand for what they sound like, where the papers speak of that much more.
_SOUNDS_LIKE = re.compile(
    r"(?:(?<=\bthe )|(?<=\bour )|(?<=\bcity )|(?<=\bcounty )|(?<=\btown )|(?<=\bparish )|(?<=\bborough )"
    r"|(?<=\bdistrict ))"
    r"(?P<body>counsel)\b(?!['’]s (?:advice|opinion|view)| (?:for|to) the\b| (?:advi[sc]|opini))"
    r"|\b(?P<person>counsellors?)(?= (?-i:[A-Z][a-z]))",
    re.IGNORECASE,
)
_MUCH_MORE = 50
_CASUAL = {
    "wat": "what", "wot": "what", "wots": "what's", "wats": "what's", "wen": "when", "wher": "where", "hav": "have",
    "tha": "the", "abt": "about", "cos": "because", "coz": "because", "cuz": "because",
    "bcos": "because", "pls": "please", "plz": "please", "thx": "thanks", "ppl": "people", "thru": "through",
    "wanna": "want to", "gonna": "going to", "dunno": "don't know", "dept": "department", "govt": "government",
    "cttee": "committee", "ctte": "committee", "mtg": "meeting", "mtgs": "meetings", "yrs": "years", "alot": "a lot",
    "infront": "in front", "aswell": "as well", "incase": "in case", "dosent": "doesn't", "didnt": "didn't",
    "doesnt": "doesn't", "dont": "don't", "wont": "won't", "wasnt": "wasn't", "isnt": "isn't", "hasnt": "hasn't",
    "couldnt": "couldn't", "wouldnt": "wouldn't", "whos": "who's", "hows": "how's",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Said:
    """A word of a question."""

    text: str
    plain: str  # lower case
    letters: bool  # in capitals, where others are not: "MARAC"
    capital: bool  # with a capital that may make it a name
    named: bool  # with one inside the sentence
    titled: bool  # behind "Councillor"


class Speller:
    """Mends the spelling of questions put to one library, whose words are given with how many passages hold each."""

    def __init__(self, surfaces: Mapping[str, int], known: Collection[str] = ()) -> None:
        self._surfaces = surfaces
        self._known = frozenset(known)

    @cached_property
    def _held(self) -> tuple[str, ...]:
        return tuple(word for word in self._surfaces if word.isalpha() and len(word) > 3)

    @cached_property
    def _others(self) -> tuple[str, ...]:
        return (*common_words(), *(word for word in (self._known | FRAME | ACTS) if len(word) > 3))

    @cached_property
    def _total(self) -> int:
        return sum(self._surfaces.values()) or 1

    def mend(self, text: str) -> tuple[str, Corrections]:
        """The question with its misspellings mended, and what was read as what, each once."""
        text, heard = self._mend_heard(text)
        mended: dict[str, str] = dict(heard)
        looked, at, before = 0, 0, ""
        parts: list[str] = []
        plainly = not _is_titled(text) or " " not in text
        for match in _WORD.finditer(text):
            word, titled = match.group(), before in _TITLES
            letters = word.isupper() and plainly
            titled = titled and not (before in _MANY and word.islower())
            capital = titled or (word[0].isupper() and plainly and not letters)
            said = _Said(word, word.casefold(), letters, capital, capital and bool(before), titled)
            right = mended.get(said.text)
            if right is None and looked < MOST and self._is_unknown(said):
                looked += 1
                right = self._correct(said)
            if right is not None:
                mended[said.text] = right
                parts += [text[at : match.start()], right]
                at = match.end()
            before = (right or said.plain).casefold()
        return "".join([*parts, text[at:]]), tuple(mended.items())

    def _mend_heard(self, text: str) -> tuple[str, Corrections]:
        """ "Did the counsel agree?", where the papers speak of a council and hardly of counsel."""
        heard: dict[str, str] = {}

        def mend(match: re.Match[str]) -> str:
            said = match.group()
            right = said[0] + ("ouncil" if match["body"] else said[1:].lower().replace("nsel", "ncil"))
            held = self._surfaces.get(right.casefold(), 0), self._surfaces.get(said.casefold(), 0)
            if held[0] < _MUCH_MORE * max(1, held[1]):
                return said
            heard[said] = right
            return right

        return _SOUNDS_LIKE.sub(mend, text), tuple(heard.items())

    def _is_unknown(self, said: _Said) -> bool:
        word = said.plain
        if word in self._surfaces or word in self._known or word in STOP or word in FRAME or word in ACTS:
            return False
        if word in _CASUAL or (_swapped(word) and not said.letters):
            return not said.named
        if len(word) < 4 or "'" in word or "’" in word or (said.letters and len(word) < 6):
            return False
        return not is_english(word) or self._other_shore(word) is not None

    def _correct(self, said: _Said) -> str | None:
        """What a word nobody knows stands for, written as it is; None when nothing is likely enough."""
        word = said.plain
        right = _CASUAL.get(word) or _swapped(word) or self._other_shore(word)
        if right is None:
            likelihood, right = max(self._candidates(said), default=(-math.inf, ""))
            if not said.capital and not said.letters:
                likelihood, right = max((likelihood, right), self._parted(word))
            if likelihood < _FLOOR:
                return None
        if said.text.isupper():
            return right.upper()
        return right[0].upper() + right[1:] if said.text[0].isupper() else right

    def _candidates(self, said: _Said) -> Iterator[tuple[float, str]]:
        """Words a slip or two away, with how likely each is to have been meant, in powers of ten. A name is only ever
        another that the papers hold."""
        word = said.plain
        reach = 1 if len(word) < 5 else 2
        found = {
            other: int(edits)
            for words in ((self._held,) if said.capital else (self._held, self._others))
            for other, edits, _ in process.extract_iter(word, words, scorer=OSA.distance, score_cutoff=reach)
        }
        for other, edits in found.items():
            alike = _skeleton(word) == _skeleton(other)
            small = alike or sorted(word) == sorted(other)
            if edits == 2 and not (word[0] == other[0] and (alike or (len(word) > 7 and not said.capital))):
                continue
            if said.named and not ((small and len(word) > 4) or said.titled or not is_english(other)):
                continue  # Adare is not "aware", nor Bord "board"
            if said.capital and edits == 2 and not (said.titled or len(word) > 6):
                continue
            cost = (_SMALL_SLIP if small else _SLIP) + (_SMALL_SECOND if alike else _SECOND) * (edits - 1)
            cost += _FIRST if word[0] != other[0] else 0.0
            yield math.log10(self._share(other)) - cost, other

    def _share(self, word: str) -> float:
        """How common a word is, as a share of all words, in the library and in English."""
        own, english = self._surfaces.get(word, 0) / self._total, frequencies().get(word, 0) / total()
        if word in STOP:
            return max(own, english)  # a question needs them, whatever it is about
        return max(_OWN * own + (1 - _OWN) * english, _KNOWN if word in self._known | FRAME | ACTS else 1e-12)

    def _parted(self, word: str) -> tuple[float, str]:
        """Two words written as one: "councilhouse"."""
        parts = [(word[:at], word[at:]) for at in range(3, len(word) - 2)]
        whole = [(one, other) for one, other in parts if self._stands(one) and self._stands(other)]
        scored = [
            (
                math.log10(self._share(one)) + math.log10(self._share(other)) + _NEIGHBOURS - _SLIP,
                f"{one} {other}",
            )
            for one, other in whole
        ]
        return max(scored, default=(-math.inf, ""))

    def _stands(self, word: str) -> bool:
        return word in self._surfaces or frequencies().get(word, 0) > 5_000_000

    def _other_shore(self, word: str) -> str | None:
        """The library's spelling of a word that is spelt otherwise in America."""
        return next((other for other in british(word) if other in self._surfaces), None)


def _swapped(word: str) -> str | None:
    """The small word that this one is with two letters exchanged: "waht", "adn"."""
    if len(word) < 3 or word in frequencies():
        return None
    swaps = (word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1))
    return next((other for other in swaps if other in STOP), None)


def _is_titled(text: str) -> bool:
    """Whether most words have a capital, as in a title: then a capital makes no name."""
    words = re.findall(r"[^\W\d_]{4,}", text)
    return bool(sum(word[0].isupper() for word in words) > 0.7 * len(words))


_SOUNDS = (("ph", "f"), ("sch", "sk"), ("ck", "k"), ("qu", "kw"), ("x", "ks"))


def _skeleton(word: str) -> str:
    """What is heard of a word's consonants: "definately" and "definitely" have one, "skool" and "school" too."""
    for written, heard in _SOUNDS:
        word = word.replace(written, heard)
    word = re.sub(r"c(?=[eiy])", "s", word).replace("c", "k").replace("z", "s")
    return re.sub(r"(.)\1+", r"\1", word[:1] + re.sub(r"[aeiouyh]", "", word[1:]))
