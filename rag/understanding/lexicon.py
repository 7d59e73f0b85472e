"""The words of one library: how rare each is, and which of them may answer for a word of a question."""

from __future__ import annotations

import itertools
import math
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from corpus.parts.acronyms import ACRONYM, singular
from index.library import Library
from index.models import TermRecord
from index.words import word_table
from rag.understanding.content import Word
from rag.understanding.glossary import Glossary, is_everyday, stems_of, weighty_stems
from rag.understanding.initials import names_spelling
from rag.understanding.question import Question
from rag.understanding.spelling import Corrections, Speller
from rag.understanding.thesaurus import Phrase, thesaurus, thesaurus_words
from rag.understanding.words import STOP, stem, tokens

EXACT, JOINED, PLAIN = 1.0, 0.95, 0.85  # credit for meeting a word, as one or two words, or by another for it
FRAME_WEIGHT = 0.2  # "meeting", "number": they help to choose between sentences that are about the matter
NAMED = 1.3  # a name weighs more than its rarity: an answer about somebody else is no answer
LONGEST = 5  # words of a phrase that others may stand for
_LETTERS = re.compile(rf"(?<![\w&/-]){ACRONYM}(?![/-])")
_LOOKED_FOR = 4  # acronyms of a question that are looked for in full
_APART = frozenset(("over", "under", "de", "mac", "mc"))  # that make one word with the next: "over spend"


@dataclass(frozen=True, slots=True)
class Reading:
    """What the record's words were taken to stand for."""

    asked: str  # as the question says it: "kids in care"
    own: Phrase  # its stems
    phrase: Phrase  # the stems that stand for it
    said: str  # as it is told: "looked after children"
    whole: bool = True  # the papers have it so, not only each of its words somewhere


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the question as the record may say it: stems that must stand together, each set with how well
    it answers (0 to 1)."""

    word: Word
    weight: float
    credits: dict[Phrase, float]
    readings: tuple[Reading, ...] = ()  # those of the credits that an asker is told of

    def credit(self, words: frozenset[str]) -> float:
        """How well a set of stems meets the word, 0 to 1."""
        return max(
            (credit for phrase, credit in self.credits.items() if words.issuperset(phrase)), default=0.0
        )


@dataclass(frozen=True, slots=True)
class _Run:
    """Words of the question that follow each other, and what may stand for them: stems, as told to the asker."""

    said: str
    stems: Phrase
    others: dict[Phrase, str]
    credit: float = PLAIN


class Lexicon:
    """Word statistics of one generation of a library."""

    def __init__(self, library: Library) -> None:
        self._surfaces = library.words()
        self._passages = max(1, library.coverage().passages)
        self._stems: dict[str, int] = defaultdict(int)
        for word, count in self._surfaces.items():
            self._stems[stem(word)] += count
        self.glossary = Glossary(library.glossary())
        self._library, self._names = library, dict[str, tuple[TermRecord, ...]]()
        self._printed: dict[str, bool] = {}

    @cached_property
    def _speller(self) -> Speller:
        return Speller(self._surfaces, thesaurus_words(), self._library.has_together)

    def rarity(self, stemmed: str) -> float:
        """Inverse document frequency, 0 for a word of every passage, about 1 for one met once.

        idf = ln((N + 1) / (n + 0.5)) / ln(2N + 2); see Robertson, "Understanding inverse document
        frequency", Journal of Documentation 60(5), 2004.
        """
        count = min(self._stems.get(stemmed, 0), self._passages)
        top = math.log((self._passages + 1) / 0.5)
        return max(0.05, math.log((self._passages + 1) / (count + 0.5)) / top)

    def mend(self, text: str) -> tuple[str, Corrections]:
        """The question with its misspellings mended, and what was read as what."""
        return self._speller.mend(text)

    def read(self, question: Question) -> tuple[Term, ...]:
        """A term for each word: frame words weigh little, unless the question has no others."""
        runs = list(self._runs(question))
        about_something = bool(question.content)
        return tuple(
            self._term(word, [run for run in runs if word.stem in run.stems],
                       FRAME_WEIGHT if word.is_frame and about_something else 1.0)
            for word in question.words
        )  # fmt: skip

    def equals(self, question: Question, word: Word) -> frozenset[Phrase]:
        """What says a word of a question as well as itself: its stem, and what the thesaurus or the papers have for
        it."""
        others = (
            other for run in self._runs(question) if word.stem in run.stems for other in self._held(run)
        )
        return frozenset({(word.stem,), *others})

    def _held(self, run: _Run) -> list[Phrase]:
        """What may stand for a run and is in the papers: where not all of it is sought, somewhere as it is told.
        Those who "look after" a parent are no "looked after children"."""
        return [
            other
            for other, said in run.others.items()
            if all(part in self._stems for part in other) and self._is_of_the_papers(said, other)
        ]

    def _is_of_the_papers(self, said: str, sought: Phrase) -> bool:
        if all(word in STOP or stem(word) in sought for word in tokens(said)):
            return True
        if said not in self._printed:
            first, _, rest = said.partition(" ")
            self._printed[said] = self._library.has_together(first, rest)
        return self._printed[said]

    def _is_said(self, other: str) -> bool:
        """Whether the papers have words side by side: a paper on school sites has "road" and "maintenance", and nothing
        of road maintenance."""
        first, _, rest = other.partition(" ")
        return not rest or self._library.has_together(first, rest)

    def _runs(self, question: Question) -> Iterator[_Run]:
        """Runs of the question's words for which others may stand, with those; "SEND" in capitals too."""
        spoken = tokens(question.text)
        stemmed = tuple(map(stem, spoken))
        for length in range(1, max(LONGEST, self.glossary.longest) + 1):
            for at in range(len(spoken) - length + 1):
                run = stemmed[at : at + length]
                if others := self._standing_for(run):
                    yield _Run(" ".join(spoken[at : at + length]), run, others)
        for letters in _letters_of(question.text):
            if names := self.spelt_out(letters):
                others = dict.fromkeys((weighty_stems(each.long) for each in names), names[0].long)
                yield _Run(letters, stems_of(singular(letters)), others)
        capitals = [] if question.text.isupper() else re.findall(r"\b[A-Z]{2,}(?=s?\b)", question.text)
        for run in filter(self.glossary.everyday.get, map(stems_of, capitals)):
            yield _Run(" ".join(run), run, dict.fromkeys(self.glossary.everyday[run], ""))
        yield from self._rejoined(spoken)

    def spelt_out(self, letters: str) -> tuple[TermRecord, ...]:
        """Who prints the one name of these letters, where no paper explains them; looked for once."""
        if self.glossary.meanings(letters) or is_everyday(singular(letters).casefold()):
            return ()
        if letters not in self._names:
            self._names[letters] = names_spelling(letters, self._library.passages())
        return self._names[letters]

    def _standing_for(self, phrase: Phrase) -> dict[Phrase, str]:
        """By general knowledge, and by what the papers themselves explain."""
        return thesaurus().get(phrase, {}) | dict.fromkeys(self.glossary.equals.get(phrase, ()), "")

    def _rejoined(self, spoken: Sequence[str]) -> Iterator[_Run]:
        """Words that the papers write as one where the question has two, and the other way round."""
        for one, other in itertools.pairwise(spoken):
            if _may_join(one, other) and stem(one + other) in self._stems:
                yield _Run(f"{one} {other}", (stem(one), stem(other)), {(stem(one + other),): ""}, JOINED)
        for word in spoken:
            if word not in self._surfaces and word.isalpha():
                parts = [(word[:at], word[at:]) for at in range(3, len(word) - 2)]
                held = [each for each in parts if _may_join(*each) and self._surfaces.keys() >= {*each}]
                yield _Run(word, (stem(word),), {(stem(one), stem(other)): "" for one, other in held})

    def _is_held_in_parts(self, word: str) -> bool:
        """Whether a name such as "O'Hara" is in the papers: the full-text index keeps its parts."""
        parts = word.split("'")
        return len(parts) > 1 and all(part in self._surfaces for part in parts)

    def _term(self, word: Word, runs: Sequence[_Run], importance: float) -> Term:
        credits: dict[Phrase, float] = {}
        if word.stem in self._stems or self._is_held_in_parts(word.plain):
            credits[word.stem,] = EXACT
        for run in runs:
            for other in self._held(run):
                credits[other] = max(run.credit, credits.get(other, 0.0))
        readings = tuple(
            Reading(run.said, run.stems, other, run.others[other], self._is_said(run.others[other]))
            for run in runs
            for other in self._held(run)
            if run.others[other]
        )
        weight = self.rarity(word.stem) * (
            NAMED if word.is_name else 0.4 + 0.6 * word_table().rarity(word.plain)
        )
        return Term(word, weight * importance, credits, readings)


def _letters_of(text: str) -> list[str]:
    """The acronyms that a question writes in capitals; none in one that is all in capitals."""
    return [] if text.isupper() else list(dict.fromkeys(_LETTERS.findall(text)))[:_LOOKED_FOR]


def _may_join(one: str, other: str) -> bool:
    """Whether two words may well be written as one: "for ward" is no "forward"."""
    if one in _APART:
        return len(other) > 2 and other not in STOP
    return min(len(one), len(other)) > 2 and one not in STOP and other not in STOP
