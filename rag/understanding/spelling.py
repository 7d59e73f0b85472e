"""Misspellings mended: to the library's own words, or to English ones that a question is made of.

The likeliest word is chosen as Kernighan, Church and Gale do ("A spelling correction program based on a noisy
channel model", COLING 1990): by how common a word is, in the library and in English, and how likely the slip, of the
hand or of the ear; among likely ones, by which the papers have beside its neighbours.
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache, cached_property

from rag.understanding.casual import MUCH_MORE, Together, mend_heard, plainly_meant
from rag.understanding.contractions import contraction
from rag.understanding.english import british, common_words, frequencies, is_english, is_ordinary, total
from rag.understanding.slips import (
    BESIDE,
    BY_EAR,
    FLOOR,
    NEAR,
    SLIP,
    Reading,
    Said,
    how_unlikely,
    likeliest,
    sounds_like,
)
from rag.understanding.sounds import Nearby
from rag.understanding.words import ACTS, FRAME, STOP

Corrections = tuple[tuple[str, str], ...]  # what was read as what

MOST = 16  # unknown words of one question that are looked at
_OWN = 0.8  # share of the library in how common a word is; the rest is English
_KNOWN, _ASKED = 1e-6, 5e-5  # how common at least a word is that councils use, one that questions are made of
_PHRASE = 2.0  # powers of ten by which words that make a phrase are likelier together than by chance
_MORE = 2.5  # powers of ten by which a word is commoner than a rare one that it may stand for
_FORM = re.compile(r"([a-z]*[^aeiou][aeiou])([bdgmnprt])(ed|ing|ings|er|ers)")
_SLIPS = 2  # words of a question that are misspelt, from which others that the papers lack may be too
_LESS = 0.0  # powers of ten by which a word is then commoner that one may stand for
_WORD = re.compile(r"[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)?")
_TITLES = frozenset(
    "councillor councillors cllr cllrs mr mrs ms miss dr prof professor canon rev sir dame".split()
)
_OFFICES = frozenset(
    "superintendent sergeant sgt inspector constable detective garda guard senator deputy minister mayor alderman"
    " bishop fr lord lady baroness judge engineer".split()
)
# That stand before names, which have a capital, and before what they do or have.
_WITH_CAPITAL = frozenset(("councillors", "cllrs")) | _OFFICES


class Speller:
    """Mends the spelling of questions put to one library, whose words are given with how many passages hold each, and
    `together`, which says whether the papers have two words side by side."""

    def __init__(
        self,
        surfaces: Mapping[str, int],
        known: Collection[str] = (),
        together: Together = lambda one, other: False,
    ) -> None:
        self._surfaces = surfaces
        self._known = frozenset(known)
        self._together = together

    @cached_property
    def _held(self) -> Nearby:
        return Nearby(word for word in self._surfaces if word.isalpha() and len(word) > 3)

    @cached_property
    def _councils(self) -> Nearby:
        plurals = (f"{word}s" for word in self._known if f"{word}s" in frequencies())
        return Nearby(word for word in {*self._known, *FRAME, *ACTS, *plurals} if len(word) > 3)

    @cached_property
    def _total(self) -> int:
        return sum(self._surfaces.values()) or 1

    def mend(self, text: str) -> tuple[str, Corrections]:
        """The question with its misspellings mended, and what was read as what, each once."""
        text, heard = mend_heard(text, self._surfaces, self._together)
        words, readings = self._read(text)
        mended: dict[str, str] = {}
        parts: list[str] = []
        at = 0
        for place, said in enumerate(words):
            if readings[place]:
                right = mended.get(said.text) or self._choose(place, words, readings)
                if right is not None:
                    mended[said.text] = right
                    readings[place] = [Reading(0.0, right.casefold())]
                    parts += [text[at : said.start], right]
                    at = said.end
                else:
                    readings[place] = []
        return "".join([*parts, text[at:]]), tuple((dict(heard) | mended).items())

    def _read(self, text: str) -> tuple[list[Said], list[list[Reading]]]:
        """The words of a question, and what each may stand for, likeliest first: nothing but itself for most."""
        words: list[Said] = []
        readings: list[list[Reading]] = []
        known: dict[str, list[Reading]] = {}
        before = ""
        plainly = not _is_titled(text) or " " not in text
        for match in _WORD.finditer(text):
            word, titled = match.group(), before in _TITLES | _OFFICES
            letters = word.isupper() and plainly
            titled = titled and not (before in _WITH_CAPITAL and not word.istitle())
            capital = titled or (word[0].isupper() and plainly and not letters)
            said = Said(
                word, word.casefold(), letters, capital, capital and bool(before), titled, *match.span()
            )
            if word not in known and len(known) < MOST and (may := self._may_stand_for_others(said)):
                known[word] = may
            words.append(said)
            readings.append(known.get(word, []))
            sure = [each for each in readings[-1] if each.sure]
            before = sure[0].word if sure else said.plain
        if sum(map(bool, readings)) >= _SLIPS:
            for at, said in enumerate(words):
                if not readings[at] and self._may_be_another(said):
                    readings[at] = self._rarer(said, _LESS)
        return words, readings

    def _may_be_another(self, said: Said) -> bool:
        """Whether the papers lack an English word, which in a question of many slips may be one: "pear review"."""
        long = len(said.plain) > 3 and not said.capital and not said.letters
        return long and said.plain.isalpha() and not self._is_used(said.plain)

    def _may_stand_for_others(self, said: Said) -> list[Reading]:
        if self._is_unknown(said):
            return self._readings(said)
        return self._rarer(said) if self._is_rare(said) else []

    def _is_unknown(self, said: Said) -> bool:
        word = said.plain
        if contraction(word) == word or (self._is_used(word) and not self._is_contracted(said)):
            return False
        if plainly_meant(word) and not said.letters:
            return not said.named
        if len(word) < 4 or "'" in word or "’" in word or (said.letters and len(word) < 6):
            return False
        return not is_english(word) or self._other_shore(word) is not None

    def _is_contracted(self, said: Said) -> bool:
        """Whether an apostrophe is all it lacks, and no paper has it so: "whats"."""
        return contraction(said.plain) is not None and not said.letters and said.plain not in self._surfaces

    def _is_used(self, word: str) -> bool:
        return any(word in words for words in (self._surfaces, self._known, STOP, FRAME, ACTS))

    def _is_rare(self, said: Said) -> bool:
        """Whether a word is English but hardly met, and not in the papers: "corse", "reeding"."""
        word = said.plain
        long = len(word) > 3 and not said.capital and not said.letters
        return long and word.isalpha() and not self._is_used(word) and not is_ordinary(word)

    def _readings(self, said: Said) -> list[Reading]:
        """What a word nobody knows may stand for, likeliest first; none when nothing is likely enough."""
        if right := plainly_meant(said.plain) or self._other_shore(said.plain) or self._doubled(said.plain):
            return [Reading(0.0, right)]
        found = list(self._candidates(said))
        if not said.capital and not said.letters:
            found += self._parted(said.plain)
        return likeliest(found)

    def _rarer(self, said: Said, more: float = _MORE) -> list[Reading]:
        """What a rare word may stand for that sounds the same: only ever a much commoner one beside its neighbours, or
        one that lost its g and that the papers have, as "parkin"."""
        whole, counts = f"{said.plain}g", frequencies()
        if whole in self._surfaces and counts.get(whole, 0) > MUCH_MORE * counts.get(said.plain, 0):
            return [Reading(0.0, whole)]
        least = math.log10(self._share(said.plain)) + more
        found = (
            Reading(math.log10(self._share(other)) - BY_EAR, other, False)
            for other in self._held.sounding(said.plain)
            if math.log10(self._share(other)) > least and sounds_like(said.plain, other)
        )
        return likeliest(list(found))

    def _choose(self, place: int, words: Sequence[Said], readings: Sequence[Sequence[Reading]]) -> str | None:
        """The likeliest reading of a word beside its neighbours, written as the word is; None where none is sure."""
        said, may = words[place], readings[place]
        if place and words[place - 1].titled and said.text[0].isupper() and _touch(words, place - 1):
            # "Ms Ann Galt" is nobody else who is called Gilt: only whom the papers call Ann.
            may = [each for each in may if self._together(words[place - 1].plain, each.word)]
            if not may:
                return None
        if len(may) > 1 or not may[0].sure:
            beside = [
                (_standing_at(at, words, readings), at < place)
                for at in (place - 1, place + 1)
                if 0 <= at < len(words) and _touch(words, min(at, place))
            ]
            may = [self._beside(each, beside) for each in may]
        sure = [each for each in may if each.sure]
        if not sure:
            return None
        right = max(sure, key=lambda each: each.likelihood).word
        if said.text.isupper() and len(said.text) > 1:
            return right.upper()
        return right[0].upper() + right[1:] if said.text[0].isupper() else right

    def _beside(self, reading: Reading, beside: Sequence[tuple[str, bool]]) -> Reading:
        """A reading, likelier and sure where the papers have it beside what stands before or after it."""
        for other, is_before in beside:
            if other in STOP or len(other) < 3 or reading.word not in self._surfaces:
                continue
            pair = (other, reading.word) if is_before else (reading.word, other)
            if self._together(*pair):
                return Reading(reading.likelihood + BESIDE, reading.word)
        return reading

    def _candidates(self, said: Said) -> Iterator[Reading]:
        """Words a slip or two away, or that sound alike. A name is only ever another that the papers hold."""
        word = said.plain
        reach = 1 if len(word) < 5 else 2
        found: dict[str, int] = {}
        for words in (self._held,) if said.capital else (self._held, self._councils, _english()):
            found |= dict.fromkeys(words.sounding(word), reach + 1) | dict(words.like(word, reach))
        best = FLOOR
        for share, other in sorted(((self._share(other), other) for other in found), reverse=True):
            if math.log10(share) - BY_EAR < best - NEAR - BESIDE:
                break  # none that follows is near enough
            unlikely = how_unlikely(said, other, found[other], reach)
            if unlikely is not None:
                cost, sure = unlikely
                best = max(best, math.log10(share) - cost) if sure else best
                yield Reading(math.log10(share) - cost, other, sure)

    def _share(self, word: str) -> float:
        """How common a word is, as a share of all words, in the library and in English."""
        own, english = self._surfaces.get(word, 0) / self._total, frequencies().get(word, 0) / total()
        if word in STOP:
            return max(own, english)  # a question needs them, whatever it is about
        least = _ASKED if word in FRAME else _KNOWN if word in self._councils else 1e-12
        return max(_OWN * own + (1 - _OWN) * english, least)

    def _doubled(self, word: str) -> str | None:
        """The form of a word that wants one letter twice, as forms do: "veted" where the papers vet."""
        form = _FORM.fullmatch(word)
        whole = f"{form[1]}{form[2]}{form[2]}{form[3]}" if form else ""
        return whole if form and whole in frequencies() and form[1] + form[2] in self._surfaces else None

    def _parted(self, word: str) -> Iterator[Reading]:
        """Two words written as one: "councilhouse"."""
        for at in range(3, len(word) - 2):
            one, other = word[:at], word[at:]
            if self._stands(one) and self._stands(other):
                chance = math.log10(self._share(one)) + math.log10(self._share(other)) + _PHRASE
                yield Reading(chance - SLIP, f"{one} {other}")

    def _stands(self, word: str) -> bool:
        return word in self._surfaces or frequencies().get(word, 0) > 5_000_000

    def _other_shore(self, word: str) -> str | None:
        """The library's spelling of a word that is spelt otherwise in America."""
        return next((other for other in british(word) if other in self._surfaces), None)


def _is_titled(text: str) -> bool:
    """Whether most words have a capital, as in a title: then a capital makes no name."""
    words = re.findall(r"[^\W\d_]{4,}", text)
    return bool(sum(word[0].isupper() for word in words) > 0.7 * len(words))


def _standing_at(place: int, words: Sequence[Said], readings: Sequence[Sequence[Reading]]) -> str:
    return readings[place][0].word if readings[place] else words[place].plain


def _touch(words: Sequence[Said], place: int) -> bool:
    """Whether nothing but a space or a possessive stands between a word and the next."""
    return words[place + 1].start - words[place].end in (1, 3)


@cache
def _english() -> Nearby:
    return Nearby(common_words())
