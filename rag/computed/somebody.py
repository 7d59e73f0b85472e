"""Whether somebody was at a meeting, and which meetings somebody came to or missed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rag.answering.compose import Quote
from rag.answering.places import say_date
from rag.computed.absent import apologies_of, sent_by
from rag.computed.attended import apologies_in, attendance_of, overlap, person_lines, whole_list
from rag.computed.exact import found
from rag.computed.people import Person, names_of, told_apart
from rag.computed.saying import MOST, count_of, say_when
from rag.computed.scope import Scope
from rag.computed.sittings import Sitting
from rag.computed.told import Request, Silence, Told
from rag.models import Computed, Notice, NoticeKind

WHICH = re.compile(
    r"\b(?:which|what|how many|list|every|all|show)\b.*\b(?:meetings?|times|sessions|sittings)\b"
    r"|\bhow (?:often|regularly)\b|\battendance (?:record|history)\b",
    re.IGNORECASE,
)
MISSED = re.compile(
    r"\bmiss(?:ed|es|ing)?\b|\babsent\b|\bapolog|(?:\bnot|n[’']t|\bfail\w* to) attend", re.IGNORECASE
)


_WHETHER = re.compile(r"^(?:and |so |but )?(?:was|were|did|has|had|is)\b", re.IGNORECASE)


def say_unlisted(held: Sequence[Sitting], what: str = "do not record who was there") -> str:
    """That the papers of these meetings tell nothing of the sort."""
    bodies = {sitting.body for sitting in held if sitting.body}
    of = f" of {bodies.pop()}" if len(bodies) == 1 else ""
    return f"The papers held{of} ({say_when([sitting.date for sitting in held])}) {what}."


@dataclass(frozen=True, slots=True)
class _Place:
    """One meeting whose papers tell who was there or who was not, and what they tell of somebody."""

    sitting: Sitting
    names: tuple[str, ...]  # his or hers in the list of those present
    away: tuple[Quote, ...]  # the words by which he or she sent apologies


def tell_person(
    request: Request, scope: Scope, held: Sequence[Sitting], people: Sequence[Person]
) -> Told | Silence | None:
    """Where somebody was, or was not."""
    text = request.asked.text
    said = apologies_of(request.library, scope.places, held)
    recorded = [(each, quotes) for each, quotes in zip(held, said, strict=True) if each.attendance or quotes]
    known = [name for each, _ in recorded for name in _everybody(each)]
    person = next((each for each in people if names_of(each, known)), None)
    if person is None and not any(each.title or each.given for each in people):
        return None
    if not recorded:
        return Silence(say_unlisted(held))
    person = person or people[0]
    places = [_place(each, quotes, person) for each, quotes in recorded]
    if WHICH.search(text) or len(recorded) > 1 or len(held) > 1:
        return _tell_meetings(request, held, places, person)
    return _tell_whether(request, places[0], person)


def _place(sitting: Sitting, apologies: Sequence[Quote], person: Person) -> _Place:
    paper = sitting.attendance
    present = (*paper.present, *filter(None, (paper.chair,))) if paper else ()
    names = tuple(names_of(person, present))
    away = () if names or (paper and paper.apologies and not names_of(person, paper.apologies)) else apologies
    return _Place(sitting, names, tuple(sent_by(person, away)))


def _everybody(sitting: Sitting) -> tuple[str, ...]:
    paper = sitting.attendance
    return (*paper.present, *paper.apologies, *filter(None, (paper.chair,))) if paper else ()


def _tell_meetings(
    request: Request, held: Sequence[Sitting], places: Sequence[_Place], person: Person
) -> Told | Silence:
    """The meetings at which somebody is recorded as present, or as sending apologies; those of both sorts where it is
    asked whether he or she came to them."""
    missed = MISSED.search(request.asked.text) is not None
    came = [each for each in places if each.names]
    away = [each for each in places if each.away]
    chosen = away if missed else came
    others = came if missed else away
    others = others if _WHETHER.search(request.asked.text) else []
    said = "as sending apologies" if missed else "as present"
    lists = f"attendance is recorded for {len(places):,} of the {count_of(len(held), 'meetings')} held"
    if not (chosen or others):
        return Silence(f"No list held names {person.words} {said}; {lists}.")
    kept = [*chosen[-MOST:], *others[-MOST:]]
    quotes = [quote for each in kept for quote in _lines(request, each, person)[:1]]
    dates = say_when([each.sitting.date for each in chosen])
    at = f"at which {person.words} is recorded"
    what = f"{count_of(len(chosen), 'meetings')} {at} {said}"
    sentence = ", ".join(filter(None, (what, dates))) + f"; {lists}."
    if others:
        days = say_when([each.sitting.date for each in others])
        instead = "as present" if missed else "as sending apologies"
        both = f"{len(others):,} {instead} ({days})"
        if chosen:
            both = f"{len(chosen):,} {said} ({dates}), {both}"
        sentence = f"{count_of(len(chosen) + len(others), 'meetings')} {at}; {both}; {lists}."
    names = [name for each in chosen for name in each.names]
    return Told(
        found(quotes), Computed(sentence, len(chosen) + len(others), "meetings"), alike(person, names)
    )


def _tell_whether(request: Request, place: _Place, person: Person) -> Told | Silence:
    """Whether somebody was at one meeting: the words that name them, or the whole list, which does not."""
    sitting = place.sitting
    printed = attendance_of(request.library, sitting)
    names = names_of(person, _everybody(sitting))
    lines = (person_lines(printed, person) if names else []) or list(place.away)
    if lines:
        return Told(found(lines), None, alike(person, names))
    if not (printed and sitting.attendance):
        return Silence(say_unlisted([sitting]))
    day = say_date(sitting.date)
    sentence = f"{person.words} is not named in the list of who attended, {day}, which is given whole."
    return Told(found(whole_list(printed, sitting.attendance)), Computed(sentence, 0, "people"))


def _lines(request: Request, place: _Place, person: Person) -> list[Quote]:
    """The words that name somebody as there, or as sending apologies."""
    if place.away:
        return list(place.away)
    paper = place.sitting.attendance
    printed = attendance_of(request.library, place.sitting)
    away = apologies_in(printed, paper.apologies if paper else ())
    lines = person_lines(printed, person)
    return [line for line in lines if not any(overlap(each, line) for each in away)] or lines


def alike(person: Person, names: Sequence[str]) -> tuple[Notice, ...]:
    """That the record tells several people of that surname apart, when the question does not."""
    several = told_apart(names)
    if len(several) < 2:
        return ()
    return (Notice(NoticeKind.ASSUMED, f"“{person.words}” may be {' or '.join(several)}: all are told."),)
