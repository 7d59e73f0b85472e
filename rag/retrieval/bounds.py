"""The places a question itself names bind: a passage must stand in that meeting, item or body, or say so itself."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from corpus.models import SectionKind
from index.library import Library
from index.models import Filters, Passage
from rag.understanding.question import Question
from rag.understanding.wanted import Wanted
from rag.understanding.when import Span, says_date
from rag.understanding.words import STOP, stem, stems, tokens

_SORTS = stems("scrutiny committee subgroup panel board forum")
_LOOKED_THROUGH = 120  # passages that hold the words of a time, read for whether they name it


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a question's dates, items and bodies ask of a passage."""

    question: Question
    saying: frozenset[str]  # items that name a time the question names, somewhere in their words
    bodies: frozenset[str]  # held bodies that the question names

    def allow(self, passage: Passage) -> bool:
        return self._in_time(passage) and self._in_items(passage) and self.in_bodies(passage)

    def stands_in_items(self, passage: Passage) -> bool:
        """Whether the passage is of an item the question names, not merely naming it; True when it names none."""
        return not self.question.items or not _numbers(passage).isdisjoint(self.question.items)

    def narrow(self, filters: Filters) -> list[Filters]:
        """The user's filters, each made narrower by one of the times and items named; [] when none is."""
        if not (self.question.dates or self.question.items):
            return []
        return [
            replace(
                filters,
                date_from=max(filter(None, (filters.date_from, span.first if span else None)), default=None),
                date_to=min(filter(None, (filters.date_to, span.last if span else None)), default=None),
                item=filters.item or item,
            )
            for span in self.question.dates or (None,)
            for item in self.question.items or (None,)
        ]

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
        if not self.question.bodies or passage.body in self.bodies:
            return True
        if self.bodies and self.question.body_acts and passage.kind is SectionKind.DECISION:
            return False  # what another body decided about it, or asked of it, it did not decide
        return any(
            _names_body(f"{passage.title or ''}\n{passage.text}", named) for named in self.question.bodies
        )


def bounds_of(library: Library, question: Question, filters: Filters) -> Bounds:
    return Bounds(question, _items_saying(library, question, filters), named_bodies(library, question))


def named_bodies(library: Library, question: Question) -> frozenset[str]:
    """Held bodies that the question names, with or without their place: "the Northfold Youth Panel".

    A place is a word of a held council's name, or one that no body is called by and the papers know.
    """
    if not question.bodies:
        return frozenset()
    held = library.coverage()
    called = stems(" ".join(held.bodies))
    known = (
        {stem(word) for word in library.words()} - called
        if any(words - called for words in question.bodies)
        else set()
    )
    places = stems(" ".join(held.councils)) | known
    return frozenset(
        body
        for body in held.bodies
        if any(stems(body) | places >= words and stems(body) & words - _SORTS for words in question.bodies)
    )


def _items_saying(library: Library, question: Question, filters: Filters) -> frozenset[str]:
    """Items whose words name a time the question names; none when the question's dates are a meeting's."""
    if question.of_meeting or question.wanted is Wanted.PLANNED:
        return frozenset()
    return frozenset(
        hit.passage.item_key
        for span in question.dates
        for hit in library.store.matching(span.words.split(), _LOOKED_THROUGH, filters)
        if hit.passage.item_key and says_date(hit.passage.text, span)
    )


def _names_body(text: str, named: frozenset[str]) -> bool:
    """Whether the words of a body's name stand together: a committee that heard of a plan is no planning committee."""
    if not stems(text) >= named:
        return False
    words = [
        stem(word)
        for word in tokens(re.sub(r"sub-\s?group", "subgroup", text, flags=re.I))
        if word not in STOP
    ]
    return any(named <= set(words[at : at + len(named) + 1]) for at in range(len(words)))


def is_of(passage: Passage, span: Span) -> bool:
    return passage.date is not None and span.first <= passage.date <= span.last


def is_item(passage: Passage, item: str) -> bool:
    """Whether the passage stands in the item so numbered, or names its reference ("CYP/18/55") itself."""
    return item.upper() in _numbers(passage) or ("/" in item and item.upper() in passage.text.upper())


def _numbers(passage: Passage) -> set[str]:
    """Every number that the passage's item is known by, in this paper or another on the same matter."""
    return {each.upper() for each in (passage.item, passage.agenda_number, *passage.numbers) if each}
