"""The words of one library: how rare each is, and which of them may answer for a word of a question."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from corpus.parts.dates import MONTHS
from index.library import Library
from index.words import RelatedWords, word_table
from rag.understanding.content import Word
from rag.understanding.glossary import Glossary, stems_of
from rag.understanding.question import Question
from rag.understanding.thesaurus import Phrase, opposites, thesaurus
from rag.understanding.words import FRAME, STOP, edits_apart, stem, tokens

EXACT, PLAIN, LIKE = 1.0, 0.85, 0.9  # credit for meeting a word; LIKE times the likeness
FRAME_WEIGHT = 0.2  # "meeting", "number": they help to choose between sentences that are about the matter
NAMED = 1.3  # a name weighs more than its rarity: an answer about somebody else is no answer

CALENDAR = frozenset(MONTHS) | frozenset(
    "monday tuesday wednesday thursday friday saturday sunday".split()
)  # no day is like another


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the question as the record may say it: stems that must stand together, each set with how well
    it answers (0 to 1)."""

    word: Word
    weight: float
    credits: dict[Phrase, float]

    def credit(self, words: frozenset[str]) -> float:
        """How well a set of stems meets the word, 0 to 1."""
        return max(
            (credit for phrase, credit in self.credits.items() if words.issuperset(phrase)), default=0.0
        )


class Lexicon:
    """Word statistics of one generation of a library."""

    def __init__(self, library: Library) -> None:
        self._surfaces = library.words()
        self._passages = max(1, library.coverage().passages)
        self._stems: dict[str, int] = defaultdict(int)
        for word, count in self._surfaces.items():
            self._stems[stem(word)] += count
        self.glossary = Glossary(library.glossary())

    @cached_property
    def _related(self) -> RelatedWords:
        return RelatedWords(self._surfaces)

    @cached_property
    def _by_start(self) -> dict[tuple[str, int], list[str]]:
        """Words by first letter and length, for spelling."""
        table: dict[tuple[str, int], list[str]] = defaultdict(list)
        for word in self._surfaces:
            if word.isalpha():
                table[word[0], len(word)].append(word)
        return table

    def rarity(self, stemmed: str) -> float:
        """Inverse document frequency, 0 for a word of every passage, about 1 for one met once.

        idf = ln((N + 1) / (n + 0.5)) / ln(2N + 2); see Robertson, "Understanding inverse document
        frequency", Journal of Documentation 60(5), 2004.
        """
        count = min(self._stems.get(stemmed, 0), self._passages)
        top = math.log((self._passages + 1) / 0.5)
        return max(0.05, math.log((self._passages + 1) / (count + 0.5)) / top)

    def read(self, question: Question) -> tuple[Term, ...]:
        """A term for each word: frame words weigh little, unless the question has no others."""
        phrases = self._phrases(question)
        about_something = bool(question.content)
        return tuple(
            self._term(word, [others for phrase, others in phrases if word.stem in phrase],
                       FRAME_WEIGHT if word.is_frame and about_something else 1.0)
            for word in question.words
        )  # fmt: skip

    def equals(self, question: Question, word: Word) -> frozenset[Phrase]:
        """What says a word of a question as well as itself: its stem and what may stand for that, never a word
        that is merely like it."""
        phrases = [others for phrase, others in self._phrases(question) if word.stem in phrase]
        others = chain(self._standing_for((word.stem,)), *phrases)
        return frozenset(
            {(word.stem,), *(each for each in others if all(part in self._stems for part in each))}
        )

    def _standing_for(self, phrase: Phrase) -> frozenset[Phrase]:
        """By general knowledge, and by what the papers themselves explain."""
        return thesaurus().get(phrase, frozenset()) | self.glossary.equals.get(phrase, frozenset())

    def _phrases(self, question: Question) -> list[tuple[Phrase, frozenset[Phrase]]]:
        """Runs of the question's words for which others may stand, with those; "SEND" in capitals too."""
        spoken = tuple(stem(word) for word in tokens(question.text))
        runs = [
            spoken[at : at + length]
            for length in range(2, max(4, self.glossary.longest) + 1)
            for at in range(len(spoken) - length + 1)
        ]
        found = [(run, others) for run in runs if (others := self._standing_for(run))]
        capitals = [] if question.text.isupper() else re.findall(r"\b[A-Z]{2,}(?=s?\b)", question.text)
        everyday = self.glossary.everyday
        return found + [(run, everyday[run]) for run in map(stems_of, capitals) if run in everyday]

    def _term(self, word: Word, phrases: Sequence[frozenset[Phrase]], importance: float) -> Term:
        credits: dict[Phrase, float] = {}
        if word.stem in self._stems:
            credits[word.stem,] = EXACT
        for other in chain(self._standing_for((word.stem,)), *phrases):
            if all(each in self._stems for each in other):
                credits.setdefault(other, PLAIN)
        if word.plain.isalpha() and word.plain not in CALENDAR and not word.is_name:
            for like, likeness in self._related.of(word.plain).items():
                if stem(like) in opposites().get(word.stem, ()):
                    continue
                credits.setdefault((stem(like),), LIKE * likeness)
        weight = self.rarity(word.stem) * (
            NAMED if word.is_name else 0.4 + 0.6 * word_table().rarity(word.plain)
        )
        return Term(word, weight * importance, credits)

    def mend(self, text: str) -> tuple[str, tuple[tuple[str, str], ...]]:
        """The question with its misspellings mended, and what was read as what."""
        mended: dict[str, str] = {}
        for word in dict.fromkeys(re.findall(r"[^\W\d_]{4,}", text)):
            if word.islower() and word not in self._surfaces and (right := self._correct(word)):
                mended[word] = right
        for wrong, right in mended.items():
            text = re.sub(rf"\b{wrong}\b", right, text)
        return text, tuple(mended.items())

    def _correct(self, word: str) -> str | None:
        """The library's word a misspelling stands for: near in edits, and the commonest of the nearest.

        A word the model's table holds whole is English and is left alone: "libraries" is not "liberties".
        """
        if word in STOP or word in FRAME or _is_english(word):
            return None
        if swapped := next((other for other in _swapped(word) if other in STOP), None):
            return swapped  # "waht"
        reach = 1 if len(word) < 6 else 2
        nearest = [
            (
                edits,
                other[0] != word[0],
                other not in FRAME,
                len(other) != len(word),
                -self._surfaces[other],
                other,
            )
            for first in {word[0], word[1]}
            for length in range(len(word) - reach, len(word) + reach + 1)
            for other in self._by_start.get((first, length), ())
            if (edits := edits_apart(word, other)) <= reach and len(other) > 3 and other not in STOP
        ]
        return min(nearest)[-1] if nearest else None


def _swapped(word: str) -> Iterator[str]:
    """The word with two neighbouring letters exchanged, at each place."""
    return (word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1))


def _is_english(word: str) -> bool:
    """Whether the word, or what it is a form of, is English: "bins" is no misspelling of "bias"."""
    table = word_table()
    plurals = [word[: -len(end)] for end in ("s", "es") if word.endswith(end)]
    others = [word[: -len(end)] for end in ("ed", "ing", "er", "ly") if word.endswith(end)]
    bases = [word, *(base for base in plurals if len(base) > 3), *(base for base in others if len(base) > 4)]
    bases += [word[:-3]] if word.endswith("ing") and len(word) > 5 else []  # "mowing" is not "moving"
    return any(map(table.is_word, bases)) or any(table.is_common(base) for base in plurals if len(base) == 3)
