"""The places a question itself names bind: a passage must stand in that meeting, item or body, or say so itself."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace

from corpus.models import SectionKind
from index.library import Library
from index.models import Filters, Passage
from index.passages import section_of
from rag.understanding.councils import names_council
from rag.understanding.days import find_times
from rag.understanding.question import Question
from rag.understanding.wanted import Wanted
from rag.understanding.when import Span, says_date
from rag.understanding.words import STOP, stem, stems, tokens

_LOOKED_THROUGH = 120  # passages that hold the words of a time, read for whether they name it
_MOST_TIMES = 6  # of many times named, those that are looked into one by one: the newest
_MOST_BODIES = 3  # of many bodies that a name may stand for, none is looked into by itself
_MOST_PLACES = 12  # looked into one by one
_ACTING = 6  # words after a body's name within which it is said to have decided
_DECIDED = frozenset(
    stem(word)
    for word in """agreed approved decided resolved adopted accepted rejected refused noted endorsed confirmed voted set
    deferred carried supported""".split()
)


_FULL_COUNCIL = stems("full council")
_COUNCIL = re.compile(r"(?:\b([A-Z][\w’'-]*)\s+)?\bCouncil\b(?!\s+(?:[Tt]ax|[Hh]ous|[Ff]lat|[Cc]hamber))")


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a question's dates, items, bodies and councils ask of a passage."""

    question: Question
    saying: frozenset[str]  # items that name a time the question names, somewhere in their words

    def allow(self, passage: Passage) -> bool:
        return (
            self._in_time(passage)
            and self._in_items(passage)
            and self.in_bodies(passage)
            and self._in_councils(passage)
        )

    def stands_in_items(self, passage: Passage) -> bool:
        """Whether the passage is of an item the question names, not merely naming it; True when it names none."""
        return not self.question.items or any(_stands_in(passage, item) for item in self.question.items)

    def narrow(self, filters: Filters) -> list[Filters]:
        """The user's filters, each made narrower by one of the times, items and bodies named; [] when none is."""
        question = self.question
        held = sorted(question.held) if filters.body is None and len(question.held) <= _MOST_BODIES else []
        if not (question.dates or question.items or held):
            return []
        return [
            replace(
                filters,
                date_from=max(filter(None, (filters.date_from, span.first if span else None)), default=None),
                date_to=min(filter(None, (filters.date_to, span.last if span else None)), default=None),
                item=filters.item or item,
                body=filters.body or body,
            )
            for span in question.dates[-_MOST_TIMES:] or (None,)
            for item in question.items or (None,)
            for body in held or (None,)
        ][:_MOST_PLACES]

    def _in_time(self, passage: Passage) -> bool:
        if not self.question.dates or passage.item_key in self.saying:
            return True
        words = f"{passage.heading}\n{passage.text}"
        return any(
            is_of(passage, span) or (not self.question.of_meeting and says_date(words, span))
            for span in self.question.dates
        )

    def _in_items(self, passage: Passage) -> bool:
        return not self.question.items or any(is_item(passage, item) for item in self.question.items)

    def in_bodies(self, passage: Passage) -> bool:
        """Whether the passage is of a body named, or it or the heading above it names it. What one body decided or was
        asked to decide, another did not: of a body that acts, other bodies' papers tell only what they say that it
        decided."""
        question = self.question
        if not question.bodies or passage.body in question.held:
            return True
        if question.body_acts and passage.kind is SectionKind.DECISION:
            return False
        words = f"{passage.title or ''}\n{section_of(passage)}\n{passage.text}"
        strict = question.body_acts and question.wanted is Wanted.DECISION and not question.held
        return any((_decides if strict else _names_body)(words, body.stems) for body in question.bodies)

    def _in_councils(self, passage: Passage) -> bool:
        councils = self.question.councils
        if not councils or any(passage.council in council.held for council in councils):
            return True
        if passage.kind is SectionKind.DECISION:
            return False  # what one council decided about another, the other did not decide
        return any(names_council(passage.text, council) for council in councils)


def bounds_of(library: Library, question: Question, filters: Filters) -> Bounds:
    question = _with_ends(question, library.coverage().last)
    return Bounds(question, _items_saying(library, question, filters))


def _with_ends(question: Question, newest: dt.date | None) -> Question:
    """The question with the time itself for all that lies after it, where nothing held is as new: how many places will
    be needed "after 2032" was told before, in words that name the year."""
    if newest is None or question.of_meeting:
        return question
    spans = [
        next((Span(first, last, each.words) for _, _, first, last in find_times(each.words)), each)
        if each.last == dt.date.max and each.first > newest
        else each
        for each in question.dates
    ]
    return replace(question, dates=tuple(spans))


def _items_saying(library: Library, question: Question, filters: Filters) -> frozenset[str]:
    """Items whose words name a time the question names; none when the question's dates are a meeting's."""
    if question.of_meeting or question.wanted is Wanted.PLANNED:
        return frozenset()
    return frozenset(
        hit.passage.item_key
        for span in question.dates[-_MOST_TIMES:]
        for hit in library.store.matching(span.words.split(), _LOOKED_THROUGH, filters)
        if hit.passage.item_key and says_date(hit.passage.text, span)
    )


def _names_body(text: str, named: frozenset[str]) -> bool:
    """Whether the words of a body's name stand together: a committee that heard of a plan is no planning committee."""
    return stems(text) >= named and bool(_places(_spoken(text), named))


def _decides(text: str, named: frozenset[str]) -> bool:
    """Whether a text says that the body so named decided something. Others' papers call full Council "Council"."""
    if named == _FULL_COUNCIL and any(match[1] in (None, "Full", "The") for match in _COUNCIL.finditer(text)):
        named = _FULL_COUNCIL - {"full"}
    words = _spoken(text) if stems(text) >= named else []
    return any(_DECIDED.intersection(words[at + 1 : at + 1 + _ACTING]) for at in _places(words, named))


def _spoken(text: str) -> list[str]:
    joined = re.sub(r"sub-\s?group", "subgroup", text, flags=re.IGNORECASE)
    return [stem(word) for word in tokens(joined) if word not in STOP]


def _places(words: list[str], named: frozenset[str]) -> list[int]:
    """Where the words of a name end that stand together."""
    reach = len(named) + 1
    return [
        at
        for at, word in enumerate(words)
        if word in named and named <= set(words[max(0, at + 1 - reach) : at + 1])
    ]


def is_of(passage: Passage, span: Span) -> bool:
    return passage.date is not None and span.first <= passage.date <= span.last


def is_item(passage: Passage, item: str) -> bool:
    """Whether the passage stands in the item so numbered, or names its reference ("CYP/18/55") itself."""
    return _stands_in(passage, item) or _says_reference(passage.text, item)


def _stands_in(passage: Passage, item: str) -> bool:
    """Whether its item has that number in this paper or another, or that reference in its title."""
    numbers = {each.upper() for each in (passage.item, passage.agenda_number, *passage.numbers) if each}
    return item.upper() in numbers or _says_reference(passage.title or "", item)


def _says_reference(text: str, item: str) -> bool:
    """Whether a text has a reference; "24-00096" is "24/00096"."""
    return "/" in item and item.upper() in text.upper().replace("-", "/")
