"""What the items name somewhere in their words: times, bodies and references that a question only speaks of."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from index.library import Library
from index.models import Filters, MatterRecord, Passage
from rag.understanding.bodies import Body, body_words, read_bodies
from rag.understanding.days import find_times
from rag.understanding.held import SORTS
from rag.understanding.labels import read_labels
from rag.understanding.question import Question
from rag.understanding.relative import says_stretch
from rag.understanding.wanted import Wanted
from rag.understanding.when import Span, says_date
from rag.understanding.words import stem, stems, tokens

LOOKED_THROUGH = 120  # passages that hold the words of a time or a name, read for whether they name it
MOST_TIMES = 6  # of many times named, those that are looked into one by one: the newest
_BESIDE = 2_000  # characters from where a body is named within which what follows may be of it
_APPENDED = ("appendix", "appendices", "annex", "annexes")
# What minutes alone tell: of a body that is named, no other's papers do.
_MINUTED = (Wanted.DECISION, Wanted.PRESENT, Wanted.INTEREST, Wanted.SAID, Wanted.VOTE, Wanted.MOVER)
_ITS_MEETING = re.compile(
    r"['’]?s?\s+(?:[\w’'-]+\s+){0,4}?(?:meetings?|sessions?|minutes|agendas?|decisions?)\b", re.I
)
_THERE = re.compile(r"\b(?:at|by|before)\s+(?:the\s+|our\s+)?(?:[\w’'-]+\s+){0,4}?$", re.IGNORECASE)
# A month without its year is the last of that name before the meeting that tells of it.
_NO_YEAR = r"(?!\.?,?\s+(?:of\s+)?(?:19|20)\d\d)"
_LED = r"(?:\d(?:st|nd|rd|th)?(?:\s+of)?|\b(?:in|during|since|from|until|by|of|early|mid|late|last|and|to))[\s-]+"
_JUST_BEHIND = dt.timedelta(days=330)
_JUST_AHEAD = dt.timedelta(days=120)  # "closes on 15 January" of a paper of the same winter


def passages_saying(library: Library, question: Question, filters: Filters) -> list[Passage]:
    """Passages that name a time the question names; [] when the question's dates are a meeting's."""
    if question.of_meeting or question.wanted is Wanted.PLANNED:
        return []
    return [
        hit.passage
        for span in question.dates[-MOST_TIMES:]
        for hit in library.store.matching(span.words.split(), LOOKED_THROUGH, filters)
        if not span.is_open and says_time(hit.passage, hit.passage.text, span)
    ]


def places_naming(library: Library, question: Question, filters: Filters) -> frozenset[tuple[str, int]]:
    """Where items name a body that the question only speaks of, by item and offset in its paper: what is asked of it
    may stand in the sentence after. None when it acts, or met, or when minutes alone would tell."""
    if (
        question.body_acts
        or question.wanted in _MINUTED
        or any(_meets(question.text, each) for each in question.bodies)
    ):
        return frozenset()
    return frozenset(
        (hit.passage.item_key, hit.passage.span.start)
        for body in question.bodies
        for hit in library.store.matching(tokens(body.words), LOOKED_THROUGH, filters)
        if hit.passage.item_key and names_body(f"{hit.passage.title or ''}\n{hit.passage.text}", body.stems)
    )


def is_beside(passage: Passage, named: frozenset[tuple[str, int]], bodies: Sequence[Body]) -> bool:
    """Whether a passage stands near one of its item that names a body, and names no other of its sort itself."""
    near = any(key == passage.item_key and abs(passage.span.start - start) < _BESIDE for key, start in named)
    return near and not any(
        other.sort == body.sort and not (other.stems <= body.stems or body.stems <= other.stems)
        for other in read_bodies(passage.text).bodies
        for body in bodies
    )


def _meets(text: str, body: Body) -> bool:
    """Whether a question asks for what was at that body: "at the Panel", "the Panel's June meeting"."""
    at = text.casefold().find(body.words.casefold())
    if at < 0:
        return True  # told in other words than the question's
    return bool(_ITS_MEETING.match(text, at + len(body.words)) or _THERE.search(text[:at]))


def matters_referred(library: Library, items: Sequence[str]) -> tuple[MatterRecord, ...]:
    """The matters of which a paper bears, in the item's title, a reference among `items`."""
    references = [item for item in items if "/" in item]
    if not references:
        return ()
    titles = library.titles()
    keys = [key for key, title in titles if any(says_reference(title, each) for each in references)]
    return tuple(library.matters_of(keys)) if keys else ()


def items_with(library: Library, labels: frozenset[str], filters: Filters) -> frozenset[str]:
    """The items and matters, and the papers beside their items, that name every appendix with these labels."""
    if not labels:
        return frozenset()
    named: dict[str, set[str]] = {}
    for hit in library.store.matching([*_APPENDED, *labels], LOOKED_THROUGH, filters):
        passage = hit.passage
        for key in filter(None, (passage.item_key or passage.span.document_id, passage.matter)):
            named.setdefault(key, set()).update(read_labels(f"{passage.heading}\n{passage.text}"))
    return frozenset(key for key, found in named.items() if labels <= found)


def says_time(passage: Passage, words: str, span: Span) -> bool:
    """Whether a passage names a time: of one that has no end, the time itself; a month or day that lies
    just behind or ahead of its meeting, by its name alone."""
    if span.is_open:
        return any(says_date(words, Span(first, last, "")) for _, _, first, last in find_times(span.words))
    if says_date(words, span) or says_stretch(words, span.words):
        return True
    if passage.date is None or not (
        dt.timedelta(0) < passage.date - span.last < _JUST_BEHIND
        or dt.timedelta(0) < span.first - passage.date < _JUST_AHEAD
    ):
        return False
    if (span.first.year, span.first.month) != (span.last.year, span.last.month):
        return False
    month = f"{span.first:%B}"
    if span.first == span.last:
        named = (
            rf"\b{span.first.day}(?:st|nd|rd|th)?\s+(?:of\s+)?{month}\b|\b{month}\s+{span.first.day}(?!\d)"
        )
    else:
        named = rf"{_LED}{month}\b"
    return re.search(f"(?:{named}){_NO_YEAR}", words) is not None


def names_body(text: str, named: frozenset[str]) -> bool:
    """Whether the words of a body's name stand together: a committee that heard of a plan is no planning committee."""
    return stems(text) >= named - SORTS and bool(places(spoken(text), named))


def spoken(text: str) -> list[str]:
    return [stem(word) for word in body_words(text)]


def places(words: list[str], named: frozenset[str]) -> list[int]:
    """Where the words of a name end that stand together."""
    reach = len(named) + 1
    return [
        at
        for at, word in enumerate(words)
        if word in named and named <= set(words[max(0, at + 1 - reach) : at + 1])
    ]


def says_reference(text: str, item: str) -> bool:
    """Whether a text has a reference; "24-00096" is "24/00096"."""
    return "/" in item and item.upper() in text.upper().replace("-", "/")
