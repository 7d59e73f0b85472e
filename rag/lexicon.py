"""The words of one library: how rare each is, and which of them may answer for a word of a question."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from index.library import Library
from index.words import RelatedWords, word_table
from rag.question import Question, Word
from rag.words import FRAME, PLAIN_WORDS, STOP, edits_apart, stem

EXACT, PLAIN, LIKE = 1.0, 0.8, 0.9  # credit for meeting a word; LIKE times the likeness
NAMED = 1.3  # a name weighs more than its rarity: an answer about somebody else is no answer


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the question as the record may say it: stems, each with how well it answers (0 to 1)."""

    word: Word
    weight: float
    credits: dict[str, float]

    @property
    def is_unknown(self) -> bool:
        """Nothing in the library is written like it or used like it."""
        return not self.credits


class Lexicon:
    """Word statistics of one generation of a library."""

    def __init__(self, library: Library) -> None:
        self._surfaces = library.words()
        self._passages = max(1, library.coverage().passages)
        self._stems: dict[str, int] = defaultdict(int)
        for word, count in self._surfaces.items():
            self._stems[stem(word)] += count

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
        """A term for each word that says what the question is about; frame words only when there is nothing else."""
        words = question.content or question.words
        return tuple(self._term(word) for word in words)

    def _term(self, word: Word) -> Term:
        credits: dict[str, float] = {}
        if word.stem in self._stems:
            credits[word.stem] = EXACT
        for other in PLAIN_WORDS.get(word.stem, ()):
            if other in self._stems:
                credits.setdefault(other, PLAIN)
        if word.plain.isalpha() and not (word.is_name and credits):
            for other, likeness in self._related.of(word.plain).items():
                credits.setdefault(stem(other), LIKE * likeness)
        weight = self.rarity(word.stem) * (NAMED if word.is_name else 1.0)
        return Term(word, weight, credits)

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
        if word in STOP or word in FRAME or word_table().is_word(word):
            return None
        reach = 1 if len(word) < 6 else 2
        nearest = [
            (edits, other[0] != word[0], -self._surfaces[other], other)
            for first in {word[0], word[1]}
            for length in range(len(word) - reach, len(word) + reach + 1)
            for other in self._by_start.get((first, length), ())
            if (edits := edits_apart(word, other)) <= reach and len(other) > 3
        ]
        return min(nearest)[3] if nearest else None


