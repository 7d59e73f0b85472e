"""What one generation of a library holds, as people ask for it: councils, bodies, the days they met."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from index.library import Library
from index.models import Coverage, Filters, MeetingRecord
from rag.understanding.bodies import body_words
from rag.understanding.words import stem, stems


@dataclass(frozen=True, slots=True)
class HeldBody:
    """A body held, by the words of its name."""

    name: str
    ordered: tuple[str, ...]  # stems of its words, without the small ones
    initials: str  # of the same words: "cypsc"

    @property
    def stems(self) -> frozenset[str]:
        return frozenset(self.ordered)

    @property
    def sort(self) -> str:
        """The stem of what it is: "subgroup" of "Harbour Committee – Ferries Subgroup"; "" when no sort is named."""
        return next((each for each in reversed(self.ordered) if each in SORTS), "")


_LOOKED_THROUGH = 60  # passages with a place's name
_OFTEN = 3  # of them, from which the body's papers are of that place

# What bodies are, rather than what they are about.
SORTS = frozenset(
    stem(word)
    for word in "committee subcommittee subgroup panel board forum cabinet executive council".split()
)
GENERIC = SORTS | frozenset(
    stem(word)
    for word in """scrutiny overview select joint municipal metropolitan district area strategic policy standing
    special advisory working group party city county borough full""".split()
)


class Held:
    """The names and days of one generation of a library."""

    def __init__(self, library: Library) -> None:
        self.library = library

    @cached_property
    def meetings(self) -> Sequence[MeetingRecord]:
        return self.library.meetings()

    @cached_property
    def _covered(self) -> Coverage:
        return self.library.coverage()

    @cached_property
    def bodies(self) -> tuple[HeldBody, ...]:
        """By name."""
        return tuple(_read(name) for name in self._covered.bodies)

    @cached_property
    def councils(self) -> tuple[str, ...]:
        """By name."""
        return self._covered.councils

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word of the papers, lower case."""
        return frozenset(self.library.words())

    @cached_property
    def called(self) -> frozenset[str]:
        """Stems of every word that a body held is called by."""
        return frozenset().union(*(body.stems for body in self.bodies))

    @cached_property
    def newest(self) -> dt.date | None:
        """The day of the newest meeting held."""
        return max((meeting.date for meeting in self.meetings if meeting.date), default=None)

    def days(self, filters: Filters, bodies: frozenset[str]) -> list[tuple[dt.date, str | None]]:
        """The days on which these bodies met (any, for none), within the filters, and who met, in order."""
        held = self.library.meetings(filters) if filters else self.meetings
        return sorted(
            {
                (meeting.date, meeting.body)
                for meeting in held
                if meeting.date and not meeting.cancelled and (not bodies or meeting.body in bodies)
            },
            key=lambda each: (each[0], each[1] or ""),
        )

    def bodies_of(self, is_meant: Callable[[str], bool]) -> frozenset[str]:
        """The bodies that met for a council whose name is meant."""
        return frozenset(
            each.body for each in self.meetings if each.body and each.council and is_meant(each.council)
        )

    def speaks_of(self, body: str, place: frozenset[str]) -> bool:
        """Whether the place with these stems is that of a body whose papers say no council: no other papers speak of
        it, and they speak of it often, or not as of another council."""
        hits = self.library.store.matching(sorted(place), _LOOKED_THROUGH, Filters())
        said = [hit.passage for hit in hits if place <= stems(hit.passage.text)]
        if not said or any(passage.council or passage.body != body for passage in said):
            return False
        return len(said) >= _OFTEN or all(stem("council") not in stems(passage.text) for passage in said)

    def has_item(self, number: str) -> bool:
        """Whether any paper has an item of that number."""
        return bool(self.library.items(Filters(item=number)))

    def has_minutes(self, day: dt.date, bodies: frozenset[str]) -> bool:
        """Whether something that was said or decided that day is held, rather than only what was to be."""
        items = self.library.items(Filters(date_from=day, date_to=day))
        return any((item.words or item.decisions) and (not bodies or item.body in bodies) for item in items)


def _read(name: str) -> HeldBody:
    words = body_words(name)
    return HeldBody(name, tuple(map(stem, words)), "".join(word[0] for word in words))
