"""Which items are about a topic, by a rule that can be told, and never by mere likeness.

An item is about a topic when one of these says all of the topic's words, each by its stem or by what the thesaurus
and the papers hold equal to it: its title, the printed heading of a part of it, one of its decisions (which its title
may help to say it: "That the first permit be £62", of "Residents' Parking"), or two or more
passages (of some 600 characters) of its minutes. What says them in one passage only is a mention, and kept apart.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from corpus.models import SectionKind
from index.library import Library
from index.models import Filters
from index.passages import LABELS
from index.saying import Saying
from rag.understanding.content import Word
from rag.understanding.lexicon import Lexicon
from rag.understanding.question import Question
from rag.understanding.thesaurus import Phrase
from rag.understanding.words import stem, stems

EARNEST = 2  # passages of an item's minutes that say the topic
RULE = "An item counts when its title, a heading, a decision or at least two passages of its minutes say so."
OF_DECISION = "A decision counts when its words, its item's title or a heading say so."
# The formal step before private business: no item is about exclusions for taking it.
_FORMS = 3  # words of one stem that are looked for
_SHORT = 3  # letters of a stem that is no part of a longer one
_FORMAL = re.compile(
    r"\bexclusion of (?:the )?(?:press|public)(?:,? and (?:the )?(?:press|public))?\b", re.IGNORECASE
)
# To agree the minutes of another meeting is not to decide what they tell of.
_OF_MINUTES = re.compile(r"^(?:[\w’' -]{1,40} of )?(?:the )?(?:draft |previous )?minutes\b", re.IGNORECASE)
_MINUTES = (SectionKind.DISCUSSION, SectionKind.INTEREST)


@dataclass(frozen=True, slots=True)
class Topic:
    """Words that are all to be said, each with the phrases that say it."""

    words: str  # as the question has them
    ways: tuple[frozenset[Phrase], ...]
    letters: Mapping[str, str] = field(default_factory=dict)  # acronyms by stem: "SEND" is not "send"

    def said_in(self, said: Collection[str]) -> bool:
        """Whether a set of stems says all of the topic."""
        return all(any(set(phrase) <= set(said) for phrase in phrases) for phrases in self.ways)

    def said_by(self, text: str) -> bool:
        """Whether a text says all of the topic, acronyms in capitals."""
        said = set(stems(text))
        said -= {part for part, acronym in self.letters.items() if not re.search(rf"\b{acronym}s?\b", text)}
        return self.said_in(said)

    def titles(self, title: str) -> bool:
        """Whether a title or a printed heading says it."""
        return self.said_by(_FORMAL.sub("", title) if self.passes_over(title) else title)

    def passes_over(self, title: str) -> bool:
        """Whether an item only shuts the doors before private business, and that is not what is asked about."""
        about = any({("public",), ("press",)} & ways for ways in self.ways)
        return not about and _FORMAL.search(title) is not None


@dataclass(frozen=True, slots=True)
class About:
    """Where the record is about a topic: keys of items, ids of passages."""

    titled: frozenset[str]  # items whose title says it
    headed: dict[str, frozenset[int]]  # passages that stand under a heading which says it, by item
    decided: dict[str, frozenset[int]]  # decisions that say it, by item
    discussed: dict[str, tuple[int, ...]]  # passages of minutes that say it, by item, where there are enough
    mentioned: dict[str, tuple[int, ...]]  # the one passage that says it, by item

    @property
    def items(self) -> frozenset[str]:
        return self.titled | self.headed.keys() | self.decided.keys() | self.discussed.keys()


def read_topic(asked: Question, lexicon: Lexicon) -> Topic | None:
    """What a clause of a question is about; None when it names nothing."""
    words = [word for word in asked.words if not word.is_frame]
    if not words:
        return None
    said = re.sub(r"^(?:the|our|a|an|any)\s+", "", asked.text.strip(" ,;"), flags=re.IGNORECASE)
    ways = tuple(lexicon.equals(asked, word) for word in words)
    return Topic(said, ways, _acronyms(ways, words, asked.text, lexicon))


def _acronyms(
    ways: Sequence[frozenset[Phrase]], words: Sequence[Word], text: str, lexicon: Lexicon
) -> dict[str, str]:
    """Acronyms by stem: those a clause has in capitals, and those that stand for its words and are words themselves."""
    written = {
        word.stem: word.plain.upper() for word in words if word.plain.isalpha() and len(word.plain) > 1
    }
    found = {part: letters for part, letters in written.items() if re.search(rf"\b{letters}\b", text)}
    for phrase in frozenset().union(*ways):
        if len(phrase) == 1 and phrase in lexicon.glossary.everyday and phrase[0] not in written:
            found[phrase[0]] = phrase[0].upper()
    return found


def find_about(library: Library, topic: Topic, filters: Filters) -> About:
    """Every item within the filters that is about the topic."""
    titled = frozenset(
        key for key, title in library.titles(filters) if _may_say(title, topic) and topic.titles(title)
    )
    headed: dict[str, set[int]] = defaultdict(set)
    decided: dict[str, set[int]] = defaultdict(set)
    said: dict[str, list[int]] = defaultdict(list)
    sayings = _sayings(library, topic, filters)
    joined = _said_with_title(library, topic, sayings)
    for each in sayings:
        if each.item_key is None:
            continue
        title = each.title or ""
        formal = _OF_MINUTES.search(title) or topic.passes_over(title)
        if each.kind is SectionKind.DECISION and (each.itself or each.id in joined) and not formal:
            decided[each.item_key].add(each.id)
        if each.kind in (*_MINUTES, SectionKind.DECISION) and _is_headed(each, topic):
            headed[each.item_key].add(each.id)
        if each.kind in _MINUTES and each.itself:
            said[each.item_key].append(each.id)
    discussed = {key: tuple(ids) for key, ids in said.items() if len(ids) >= EARNEST}
    about = titled | headed.keys() | decided.keys() | discussed.keys()
    return About(
        titled,
        {key: frozenset(ids) for key, ids in headed.items()},
        {key: frozenset(ids) for key, ids in decided.items()},
        discussed,
        {key: tuple(ids) for key, ids in said.items() if key not in about},
    )


def _sayings(library: Library, topic: Topic, filters: Filters) -> list[Saying]:
    """The passages that say the topic; of an acronym, only those that have it in capitals or in full."""
    found = library.saying([_wording(library, phrases) for phrases in topic.ways], filters)
    if not topic.letters:
        return found
    texts = library.passages_by_id([each.id for each in found])
    return [
        replace(each, itself=each.itself and topic.said_by(texts[each.id].text))
        for each in found
        if topic.said_by(f"{each.heading}\n{texts[each.id].text}")
    ]


def _said_with_title(library: Library, topic: Topic, sayings: Sequence[Saying]) -> set[int]:
    """The decisions that say the topic together with their item's title, as a body's name in the heading does not."""
    decisions = {
        each.id: each
        for each in sayings
        if each.kind is SectionKind.DECISION and not each.itself and each.title
    }
    texts = library.passages_by_id(list(decisions)) if decisions else {}
    return {id for id, each in decisions.items() if topic.said_by(f"{each.title}\n{texts[id].text}")}


def _wording(library: Library, phrases: Collection[Phrase]) -> list[tuple[str, ...]]:
    """The phrases as the papers have their words: a stem alone is not always found again by its own stem."""
    found: list[tuple[str, ...]] = []
    for phrase in phrases:
        forms = [_forms(library, part) for part in phrase]
        found += [(form,) for form in forms[0]] if len(forms) == 1 else [tuple(each[0] for each in forms)]
    return found


def _forms(library: Library, stemmed: str) -> list[str]:
    """The commonest words of the papers with this stem; the stem itself where there are none."""
    start = stemmed[:-1] if len(stemmed) > _SHORT else stemmed
    return [word for word in library.words_starting(start) if stem(word) == stemmed][:_FORMS] or [stemmed]


def say_rule(abouts: Sequence[About]) -> str:
    """What makes an item one about the topic, and how many more mention it."""
    passing = len({key for about in abouts for key in about.mentioned})
    if not passing:
        return RULE
    more = "1 more item mentions it" if passing == 1 else f"{passing:,} more items mention it"
    return f"{RULE} {more} in one passage, and {'is' if passing == 1 else 'are'} left out."


def _may_say(title: str, topic: Topic) -> bool:
    """A quick look before the words are stemmed: how a stem starts is how its words do."""
    low = title.casefold()
    return all(
        any(all(part[: max(3, len(part) - 1)] in low for part in phrase) for phrase in phrases)
        for phrases in topic.ways
    )


def _is_headed(each: Saying, topic: Topic) -> bool:
    section = each.heading.rpartition(f"{LABELS[each.kind]}: ")[2] if ": " in each.heading else ""
    return bool(section) and topic.titles(section)
