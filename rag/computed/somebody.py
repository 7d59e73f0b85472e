"""Whether somebody was at a meeting, and which meetings somebody came to or missed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.models import Passage
from rag.answering.compose import Quote
from rag.answering.places import say_date
from rag.computed.attended import apologies_in, attendance_of, attendances, person_lines, whole_list
from rag.computed.exact import found
from rag.computed.people import Person, names_of, told_apart
from rag.computed.saying import MOST, count_of, say_when
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


def say_unlisted(held: Sequence[Sitting], what: str = "do not record who was there") -> str:
    """That the papers of these meetings tell nothing of the sort."""
    bodies = {sitting.body for sitting in held if sitting.body}
    of = f" of {bodies.pop()}" if len(bodies) == 1 else ""
    return f"The papers held{of} ({say_when([sitting.date for sitting in held])}) {what}."


def tell_person(request: Request, held: Sequence[Sitting], people: Sequence[Person]) -> Told | Silence | None:
    """Where somebody was, or was not."""
    text = request.asked.text
    recorded = [each for each in held if each.attendance]
    known = [name for each in recorded for name in _everybody(each)]
    person = next((each for each in people if names_of(each, known)), None)
    if person is None and not any(each.title or each.given for each in people):
        return None
    if not recorded:
        return Silence(say_unlisted(held))
    person = person or people[0]
    if WHICH.search(text) or len(recorded) > 1 or len(held) > 1:
        return _tell_meetings(request, held, recorded, person)
    return _tell_whether(request, recorded[0], person)


def _everybody(sitting: Sitting) -> tuple[str, ...]:
    paper = sitting.attendance
    return (*paper.present, *paper.apologies, *filter(None, (paper.chair,))) if paper else ()


def _tell_meetings(
    request: Request, held: Sequence[Sitting], recorded: Sequence[Sitting], person: Person
) -> Told | Silence:
    """The meetings at which somebody is recorded as present, or as sending apologies."""
    missed = MISSED.search(request.asked.text) is not None
    came, names = [], []
    for sitting in recorded:
        paper = sitting.attendance
        listed = (
            (paper.apologies if missed else (*paper.present, *filter(None, (paper.chair,)))) if paper else ()
        )
        if mine := names_of(person, listed):
            came.append(sitting)
            names += mine
    said = "as sending apologies" if missed else "as present"
    lists = f"attendance is recorded for {len(recorded):,} of the {count_of(len(held), 'meetings')} held"
    if not came:
        return Silence(f"No list held names {person.words} {said}; {lists}.")
    quotes = [
        quote
        for sitting, printed in zip(came[-MOST:], attendances(request.library, came[-MOST:]), strict=True)
        for quote in _lines(sitting, printed, person, missed=missed)[:1]
    ]
    dates = say_when([sitting.date for sitting in came])
    sentence = (
        f"{count_of(len(came), 'meetings')} at which {person.words} is recorded {said}, {dates}; {lists}."
    )
    return Told(found(quotes), Computed(sentence, len(came), "meetings"), alike(person, names))


def _tell_whether(request: Request, sitting: Sitting, person: Person) -> Told | Silence:
    """Whether somebody was at one meeting: the words that name them, or the whole list, which does not."""
    printed = attendance_of(request.library, sitting)
    names = names_of(person, _everybody(sitting))
    lines = person_lines(printed, person) if names else []
    if lines:
        return Told(found(lines), None, alike(person, names))
    if not (printed and sitting.attendance):
        return Silence(say_unlisted([sitting]))
    day = say_date(sitting.date)
    sentence = f"{person.words} is not named in the list of who attended, {day}, which is given whole."
    return Told(found(whole_list(printed, sitting.attendance)), Computed(sentence, 0, "people"))


def _lines(sitting: Sitting, printed: Sequence[Passage], person: Person, *, missed: bool) -> list[Quote]:
    paper = sitting.attendance
    away = apologies_in(printed, paper.apologies if paper else ())
    lines = person_lines(printed, person)
    if missed:
        return [each for each in away if any(_overlap(each, line) for line in lines)] or lines
    return [line for line in lines if not any(_overlap(each, line) for each in away)] or lines


def _overlap(one: Quote, other: Quote) -> bool:
    return one.passage.id == other.passage.id and one.start < other.end and other.start < one.end


def alike(person: Person, names: Sequence[str]) -> tuple[Notice, ...]:
    """That the record tells several people of that surname apart, when the question does not."""
    several = told_apart(names)
    if len(several) < 2:
        return ()
    return (Notice(NoticeKind.ASSUMED, f"“{person.words}” may be {' or '.join(several)}: all are told."),)
