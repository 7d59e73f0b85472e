"""The places a question itself names bind: a passage must stand in that meeting, item or body, or say so itself."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace

from corpus.models import SectionKind
from index.library import Library
from index.models import Filters, MatterRecord, Passage
from index.passages import section_of
from rag.retrieval.spoken import (
    MOST_TIMES,
    is_beside,
    items_with,
    matters_referred,
    names_body,
    passages_saying,
    places,
    places_naming,
    says_reference,
    says_time,
    spoken,
)
from rag.understanding.bodies import Body, body_stems
from rag.understanding.councils import names_council, tells_of_place
from rag.understanding.days import find_times
from rag.understanding.held import GENERIC, SORTS
from rag.understanding.labels import read_labels
from rag.understanding.question import Question
from rag.understanding.wanted import Wanted
from rag.understanding.when import Span
from rag.understanding.words import stem, stems

_MOST_BODIES = 3  # of many bodies that a name may stand for, none is looked into by itself
_MOST_PLACES = 12  # looked into one by one
_FEW = 6  # items that name a time, from which up none is looked into by itself
_ACTING = 6  # words after a body's name within which it is said to have decided
_DECIDED = frozenset(
    stem(word)
    for word in """agreed approved decided resolved adopted accepted rejected refused noted endorsed confirmed voted set
    deferred carried supported""".split()
)


# Each row of a list is of something else.
_ROWS = (SectionKind.TABLE, SectionKind.MONITOR, SectionKind.KEY_DECISIONS, SectionKind.WORK_PROGRAMME)
_FULL_COUNCIL = stems("full council")
_COUNCIL = re.compile(r"(?:\b([A-Z][\w’'-]*)\s+)?\bCouncil\b(?!\s+(?:[Tt]ax|[Hh]ous|[Ff]lat|[Cc]hamber))")


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a question's dates, items, bodies and councils ask of a passage."""

    question: Question
    saying: frozenset[str]  # items, and papers beside items, that name a time the question names, somewhere
    said_in: tuple[Filters, ...] = ()  # the places of these, where they are few
    naming: frozenset[tuple[str, int]] = frozenset()  # where items name a body the question only speaks of
    referred: tuple[MatterRecord, ...] = ()  # matters with a reference the question names, in whatever paper
    appended: frozenset[str] = (
        frozenset()
    )  # items, matters and papers that name the appendices the question names

    def allow(self, passage: Passage) -> bool:
        return (
            self._in_time(passage)
            and self._in_items(passage)
            and self.in_bodies(passage)
            and self._in_councils(passage)
            and self._in_appendices(passage)
        )

    def stands_in_items(self, passage: Passage) -> bool:
        """Whether the passage is of an item the question names, not merely naming it; True when it names none."""
        items = self.question.items
        return not items or self._is_referred(passage) or any(_stands_in(passage, item) for item in items)

    def narrow(self, filters: Filters) -> list[Filters]:
        """The user's filters, each made narrower by one of the times, items and bodies named; [] when none is."""
        question = self.question
        held = sorted(question.held) if filters.body is None and len(question.held) <= _MOST_BODIES else []
        if not (question.dates or question.items or held):
            return []
        narrowed = [
            replace(
                filters,
                date_from=max(filter(None, (filters.date_from, span.first if span else None)), default=None),
                date_to=min(
                    filter(None, (filters.date_to, span.last if span and not question.of_past else None)),
                    default=None,
                ),
                item=filters.item or item,
                body=filters.body or body,
            )
            for span in question.dates[-MOST_TIMES:] or (None,)
            for item in question.items or (None,)
            for body in held or (None,)
        ]
        said = [replace(filters, document=each.document, item=each.item) for each in self.said_in]
        return [*self._narrow_to_matters(filters), *said, *narrowed][:_MOST_PLACES]

    def _narrow_to_matters(self, filters: Filters) -> list[Filters]:
        """The matters with a reference named, by their place in the record: the papers know them by other numbers."""
        if filters:
            return []
        return [
            Filters(
                body=each.body, date_from=each.date, date_to=each.date, item=each.number or each.agenda_number
            )
            for each in self.referred
            if each.date and (each.number or each.agenda_number)
        ]

    def _in_time(self, passage: Passage) -> bool:
        if not self.question.dates or (passage.item_key or passage.span.document_id) in self.saying:
            return True
        if self._is_later(passage):
            return True
        words = f"{passage.heading}\n{passage.text}"
        return any(
            is_of(passage, span) or (not self.question.of_meeting and says_time(passage, words, span))
            for span in self.question.dates
        )

    def _is_later(self, passage: Passage) -> bool:
        """Whether it may tell what became of a matter of the time named, when that is asked: in whatever body."""
        first = self.question.dates[0].first if self.question.of_past and self.question.dates else None
        return first is not None and (passage.date is None or passage.date >= first)

    def _in_items(self, passage: Passage) -> bool:
        items = self.question.items
        return not items or self._is_referred(passage) or any(is_item(passage, item) for item in items)

    @property
    def papers(self) -> list[str]:
        """The keys of the items in whatever paper of the matters with a reference named."""
        return [paper.item.key for each in self.referred for paper in each.papers]

    def _is_referred(self, passage: Passage) -> bool:
        return passage.item_key in self.papers

    def in_bodies(self, passage: Passage) -> bool:
        """Whether the passage is of a body named, or it or the heading above it names it. What one body decided or was
        asked to decide, another did not: of a body that acts, other bodies' papers tell only what they say that it
        decided."""
        question = self.question
        if not question.bodies or passage.body in question.held or self._is_later(passage):
            return True
        if passage.body is None and all(body.stems <= SORTS for body in question.bodies):
            return True  # "the Panel" may be that of a paper which does not say whose it is
        if passage.kind not in _ROWS and is_beside(passage, self.naming, question.bodies):
            return True
        if question.body_acts and passage.kind is SectionKind.DECISION:
            return False
        words = f"{passage.title or ''}\n{section_of(passage)}\n{passage.text}"
        strict = question.body_acts and question.wanted is Wanted.DECISION and not question.held
        return any(
            (_decides if strict else names_body)(words, _unsaid(body, passage)) for body in question.bodies
        )

    def _in_councils(self, passage: Passage) -> bool:
        councils = self.question.councils
        if not councils or any(passage.council in council.held for council in councils):
            return True
        if passage.kind is SectionKind.DECISION:
            return False  # what one council decided about another, the other did not decide
        return any(
            names_council(passage.text, council) or tells_of_place(self.question.text, council, passage.text)
            for council in councils
        )

    def _in_appendices(self, passage: Passage) -> bool:
        """Whether the passage is of an item that names the appendix asked about, or of that appendix itself."""
        labels = read_labels(self.question.text)
        if not labels or labels <= read_labels(passage.span.document_id):
            return True
        return not self.appended.isdisjoint(
            (passage.item_key or passage.span.document_id, passage.matter or "")
        )


def bounds_of(library: Library, question: Question, filters: Filters) -> Bounds:
    question = _with_ends(question, library.coverage().last)
    saying = passages_saying(library, question, filters)
    said_in = dict.fromkeys((each.span.document_id, each.item or each.agenda_number) for each in saying)
    few = len(said_in) <= _FEW and filters.document is None and filters.item is None
    return Bounds(
        question,
        frozenset(each.item_key or each.span.document_id for each in saying),
        tuple(Filters(document=paper, item=number) for paper, number in said_in if number and few),
        places_naming(library, question, filters),
        matters_referred(library, question.items),
        items_with(library, read_labels(question.text), filters),
    )


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


def _unsaid(body: Body, passage: Passage) -> frozenset[str]:
    """The words of a body's name that a passage must say: of one not held, the place before it goes without saying in
    the papers of that place. "The Newton JPC sub-committee" is there "the JPC sub-committee"."""
    said = frozenset() if body.held else body_stems(f"{passage.body or ''} {passage.council or ''}") - GENERIC
    rest = body.stems - said
    return rest if rest - GENERIC else body.stems


def _decides(text: str, named: frozenset[str]) -> bool:
    """Whether a text says that the body so named decided something. Others' papers call full Council "Council"."""
    if named == _FULL_COUNCIL and any(match[1] in (None, "Full", "The") for match in _COUNCIL.finditer(text)):
        named = _FULL_COUNCIL - {"full"}
    words = spoken(text) if stems(text) >= named else []
    return any(_DECIDED.intersection(words[at + 1 : at + 1 + _ACTING]) for at in places(words, named))


def is_of(passage: Passage, span: Span) -> bool:
    return passage.date is not None and span.first <= passage.date <= span.last


def is_item(passage: Passage, item: str) -> bool:
    """Whether the passage stands in the item so numbered, or names its reference ("CYP/18/55") itself."""
    return _stands_in(passage, item) or says_reference(passage.text, item)


def _stands_in(passage: Passage, item: str) -> bool:
    """Whether its item has that number in this paper or another, or that reference in its title."""
    numbers = {each.upper() for each in (passage.item, passage.agenda_number, *passage.numbers) if each}
    return item.upper() in numbers or says_reference(passage.title or "", item)
