"""What the papers of one library say that their acronyms and terms stand for."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from corpus.parts.acronyms import is_acronym, singular
from index.models import TermRecord
from index.words import word_table
from rag.understanding.thesaurus import Phrase
from rag.understanding.words import STOP, edits_apart, stem, tokens

_TYPED_ALIKE = 5  # letters from which words one edit apart are one word, once mistyped


@dataclass(frozen=True, slots=True)
class Meaning:
    """One meaning of a term. Papers may print it in slightly different words."""

    short: str  # as mostly printed
    long: str  # likewise
    told: tuple[TermRecord, ...]  # who says so: latest first, undated last

    @property
    def is_of_acronym(self) -> bool:
        return is_acronym(self.short)


class Glossary:
    """The meanings of terms, found by the term; a plural is the term."""

    def __init__(self, records: Iterable[TermRecord]) -> None:
        by_term: dict[str, list[TermRecord]] = defaultdict(list)
        for record in records:
            by_term[_key(record.short)].append(record)
        self._meanings = {term: _meanings_of(told) for term, told in by_term.items()}

    def meanings(self, term: str) -> tuple[Meaning, ...]:
        """The meanings of a term, most often told first; () for one that no paper explains. Case does not matter."""
        return self._meanings.get(_key(term), ())

    def acronyms(self) -> list[Meaning]:
        """Every meaning of every acronym."""
        return [each for told in self._meanings.values() for each in told if each.is_of_acronym]

    @cached_property
    def equals(self) -> dict[Phrase, frozenset[Phrase]]:
        """Acronyms for their long forms and the other way round, as the thesaurus has them: keys hold every stem,
        values those that carry meaning. Without acronyms that are words of everyday English ("act", "send")."""
        table: dict[Phrase, set[Phrase]] = defaultdict(set)
        for meaning in self.acronyms():
            short = stems_of(singular(meaning.short))
            for long in {record.long for record in meaning.told}:
                if not is_everyday(singular(meaning.short).casefold()) and (weighty := weighty_stems(long)):
                    table[short].add(weighty)
                    table[stems_of(long)].add(short)
        return {phrase: frozenset(others) for phrase, others in table.items()}

    @property
    def longest(self) -> int:
        """Words of the longest phrase of `equals`."""
        return max(map(len, self.equals), default=0)

    @cached_property
    def everyday(self) -> dict[Phrase, frozenset[Phrase]]:
        """What acronyms that are words of everyday English stand for where they are written in capitals."""
        return {
            stems_of(short): frozenset(
                weighty_stems(record.long) for meaning in told for record in meaning.told
            )
            for short, told in self._meanings.items()
            if is_everyday(short) and all(meaning.is_of_acronym for meaning in told)
        }


def is_everyday(word: str) -> bool:
    """Whether a lower-case word is common English, whatever its letters stand for besides."""
    return word in STOP or word_table().is_common(word)


def stems_of(words: str) -> Phrase:
    return tuple(map(stem, tokens(words)))


def weighty_stems(words: str) -> Phrase:
    return tuple(stem(word) for word in tokens(words) if word not in STOP)


def _key(term: str) -> str:
    return singular(re.sub(r"^the\s+", "", term.strip(), flags=re.IGNORECASE)).casefold()


def _meanings_of(records: Sequence[TermRecord]) -> tuple[Meaning, ...]:
    """Records of one term grouped by what they say: commonest first, then the latest told."""
    groups: list[list[TermRecord]] = []
    for record in sorted(records, key=_age):
        words = weighty_stems(record.long)
        group = next((each for each in groups if _is_same(weighty_stems(each[0].long), words)), None)
        if group is None:
            groups.append([record])
        else:
            group.append(record)
    groups.sort(key=lambda told: -len({record.passage.span.document_id for record in told}))
    return tuple(
        Meaning(_mostly(each.short for each in told), _mostly(each.long for each in told), tuple(told))
        for told in groups
    )


def _age(record: TermRecord) -> tuple[bool, int]:
    date = record.passage.date
    return (date is None, -date.toordinal() if date else 0)


def _mostly(printed: Iterable[str]) -> str:
    return Counter(printed).most_common(1)[0][0]


def _is_same(one: Phrase, other: Phrase) -> bool:
    """Whether two long forms differ by a slip of the pen, or by one word that only one of them has."""
    if len(one) == len(other):
        return all(map(_is_same_word, one, other))
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    return (
        len(longer) - len(shorter) == 1
        and len(shorter) > 2
        and any(
            all(map(_is_same_word, longer[:at] + longer[at + 1 :], shorter)) for at in range(1, len(longer))
        )
    )


def _is_same_word(one: str, other: str) -> bool:
    if one == other or min(len(one), len(other)) < _TYPED_ALIKE:
        return one == other
    return edits_apart(one, other) == 1 or {one, other} == {"child", "children"}
