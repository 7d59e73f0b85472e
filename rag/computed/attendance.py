"""Who was at a meeting, who sent apologies, and which meetings somebody came to or missed: whole lists, as printed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.models import SectionKind
from index.library import Library
from rag.answering.compose import Quote, whole
from rag.answering.places import say_date
from rag.computed.attended import apologies_in, attendance_of, person_lines, whole_list
from rag.computed.exact import found
from rag.computed.meant import KINDS, clause_of_meeting, meant
from rag.computed.people import Person, names_of, people_in, perhaps_people_in, told_apart
from rag.computed.saying import count_of, say_when
from rag.computed.scope import OF_MEETINGS, Scope, nothing_held, scope_of
from rag.computed.sittings import Sitting, sittings
from rag.computed.told import Request, Silence, Told
from rag.models import Computed, Notice, NoticeKind
from rag.understanding.question import Question
from rag.understanding.words import stems

_HERE = r"(?:present|attend(?:ed|s|ing|ance|ees?)?|there|turn(?:ed)? up|in the room|at)"
_PEOPLE = r"(?:councillors|members|people|officers|officials)"
_CAME = re.compile(r"\b(?:present|attend(?:ed|s|ing|ance)?)\b", re.IGNORECASE)
_WHO_CAME = re.compile(
    rf"\b(?:who|whom|which {_PEOPLE}|how many {_PEOPLE}|list|show|give|everyone|everybody|names?)\b.*\b{_HERE}\b"
    r"|\battendance (?:list|record|sheet)?\b|\bin attendance\b",
    re.IGNORECASE,
)
_APOLOGIES = re.compile(
    r"\bapolog(?:y|ies|is\w*|iz\w*)\b|\b(?:absent|absences?|absentees?|missing)\b", re.IGNORECASE
)
_WHICH = re.compile(
    r"\b(?:which|what|how many|list|every|all|show)\b.*\b(?:meetings?|times|sessions|sittings)\b"
    r"|\bhow (?:often|regularly)\b|\battendance (?:record|history)\b",
    re.IGNORECASE,
)
_MISSED = re.compile(
    r"\bmiss(?:ed|es|ing)?\b|\babsent\b|\bapolog|(?:\bnot|n[’']t|\bfail\w* to) attend", re.IGNORECASE
)
_WAS_THERE = re.compile(
    r"^(?:and |so |but )?(?:was|were|did|has|had|is)\b.*"
    rf"(?:\b{_HERE}\b|\bcome to\b|\bgo to\b|\bmiss\b|\bapolog|\babsent\b)",
    re.IGNORECASE,
)
_IDLE = OF_MEETINGS | stems(
    "present attend attended attending attends attendance attendee attendees apology apologies apologise apologised "
    "absent absence absences absentee missing miss missed misses sent send give gave turn turned room come came went "
    "there officer officers official officials whole list everyone everybody else regularly record history fail failed "
    "received minuted offered member co opted"
)
MOST = 12  # meetings whose lists are given whole


@dataclass(frozen=True, slots=True)
class _Told:
    """What is found of the meetings asked about."""

    quotes: list[Quote]
    silent: list[Sitting]  # of which no list is held


def tell_attendance(request: Request) -> Told | Silence | None:
    """Who came, who did not, or where somebody was; None for any other question."""
    text = request.asked.text
    about_all = _WHO_CAME.search(text) or _APOLOGIES.search(text)
    about_one = _WAS_THERE.search(text) or (
        _WHICH.search(text) and (_MISSED.search(text) or _CAME.search(text))
    )
    if not (about_all or about_one):
        return None
    clause = clause_of_meeting(request.asked)
    people = people_in(text) or (perhaps_people_in(text) if about_one else [])
    if _is_left_over(request.asked, people, clause):
        return None
    scope = scope_of(request)
    if isinstance(scope, Silence):
        return scope
    held = [each for each in sittings(request.library, scope.places) if each.minuted and not each.cancelled]
    if not held:
        return Silence(nothing_held(request, scope)) if scope.named else None
    held = meant(request, scope, held, clause)
    if not held:
        return Silence("No dated minutes held are of a meeting that dealt with it.")
    if people and about_one:
        return _tell_person(request, scope, held, people)
    if people or not about_all:
        return None
    chosen, notices = _meetings(request, held, clause)
    return _tell_all(request, chosen, notices)


def _is_left_over(asked: Question, people: Sequence[Person], clause: Question | None) -> bool:
    named = asked.named.union(KINDS, *(stems(person.words) for person in people))
    named |= {word.stem for word in clause.words} if clause else set()
    return any(word.stem not in named | _IDLE for word in asked.content)


def _meetings(
    request: Request, held: Sequence[Sitting], clause: Question | None
) -> tuple[list[Sitting], tuple[Notice, ...]]:
    """Those asked about: of the days named, the first, or the last; the last as well where a body alone is named."""
    if request.asked.dates or request.asked.items or len(held) == 1 or clause:
        return list(held), ()
    listed = [each for each in held if each.attendance] or held
    last = [each for each in listed if each.date == listed[-1].date]
    when = f"{last[0].body or 'the meeting'} on {say_date(last[0].date)}"
    return last, (Notice(NoticeKind.ASSUMED, f"No meeting was named: the last one is told, {when}."),)


def _tell_all(request: Request, chosen: Sequence[Sitting], notices: tuple[Notice, ...]) -> Told | Silence:
    """The lists of the meetings, or what they say of apologies."""
    wants_apologies = _APOLOGIES.search(request.asked.text) is not None and not re.search(
        r"\bpresent\b|\battend", request.asked.text, re.IGNORECASE
    )
    told = _apologies(request.library, chosen) if wants_apologies else _lists(request.library, chosen[:MOST])
    if not told.quotes:
        return Silence(_say_silent(chosen, told, wants_apologies))
    if len(chosen) > MOST and not wants_apologies:
        text = f"The lists of {MOST} of {len(chosen):,} meetings are given; name a day to see another."
        notices = (*notices, Notice(NoticeKind.PARTIAL, text))
    if told.silent:
        days = say_when([each.date for each in told.silent])
        what = "record no apologies" if wants_apologies else "do not record who was there"
        text = f"The papers held of {count_of(len(told.silent), 'more meetings')} ({days}) {what}."
        notices = (*notices, Notice(NoticeKind.PARTIAL, text))
    return Told(found(told.quotes), _count(request, chosen, wants_apologies), notices)


def _lists(library: Library, chosen: Sequence[Sitting]) -> _Told:
    quotes: list[Quote] = []
    silent = []
    for sitting in chosen:
        printed = attendance_of(library, sitting)
        if printed and sitting.attendance:
            quotes += whole_list(printed, sitting.attendance)
        else:
            silent.append(sitting)
    return _Told(quotes, silent)


def _apologies(library: Library, chosen: Sequence[Sitting]) -> _Told:
    """From the lists, and from the items that are about apologies."""
    quotes: list[Quote] = []
    silent = []
    for sitting in chosen:
        names = sitting.attendance.apologies if sitting.attendance else ()
        mine = apologies_in(attendance_of(library, sitting), names) or _apology_items(library, sitting)
        quotes += mine
        if not mine:
            silent.append(sitting)
    return _Told(quotes, silent)


def _apology_items(library: Library, sitting: Sitting) -> list[Quote]:
    """What the items called "Apologies" say: their minutes, in the paper that has the most of them."""
    documents = {paper.document for paper in sitting.papers}
    kinds = (SectionKind.DISCUSSION, SectionKind.DECISION)
    return [
        whole(passage)
        for passage in library.passages_of_documents(documents, kinds)
        if passage.title and re.search(r"\bapolog", passage.title, re.IGNORECASE)
        and passage.date == sitting.date and not passage.set_aside
    ]  # fmt: skip


def _say_silent(chosen: Sequence[Sitting], told: _Told, wants_apologies: bool) -> str:
    what = "record no apologies" if wants_apologies else "do not record who was there"
    bodies = {sitting.body for sitting in chosen if sitting.body}
    of = f" of {bodies.pop()}" if len(bodies) == 1 else ""
    return f"The papers held{of} ({say_when([sitting.date for sitting in chosen])}) {what}."


def _count(request: Request, chosen: Sequence[Sitting], wants_apologies: bool) -> Computed | None:
    """How many names are read in the list of one meeting, when that is asked."""
    if not re.search(r"\bhow many\b|\bnumber of\b", request.asked.text, re.IGNORECASE) or len(chosen) != 1:
        return None
    paper = chosen[0].attendance
    names = (paper.apologies if wants_apologies else paper.present) if paper else ()
    if re.search(r"\bcouncillors\b", request.asked.text, re.IGNORECASE):
        names = tuple(name for name in names if name.startswith("Councillor"))
    if not names:
        return None
    what = count_of(
        len(names), "councillors" if all(name.startswith("Councillor") for name in names) else "people"
    )
    which = "sending apologies" if wants_apologies else "as present"
    return Computed(
        f"{what} named {which}, {say_date(chosen[0].date)}; the list is given whole.", len(names), "people"
    )


def _tell_person(
    request: Request, scope: Scope, held: Sequence[Sitting], people: Sequence[Person]
) -> Told | Silence | None:
    """Where somebody was, or was not."""
    text = request.asked.text
    recorded = [each for each in held if each.attendance]
    known = [name for each in recorded for name in _everybody(each)]
    person = next((each for each in people if names_of(each, known)), None)
    if person is None and not any(each.title or each.given for each in people):
        return None
    if not recorded:
        return Silence(_say_silent(held, _Told([], []), wants_apologies=False))
    person = person or people[0]
    if _WHICH.search(text) or len(recorded) > 1 or len(held) > 1:
        return _tell_meetings(request, scope, held, recorded, person)
    return _tell_whether(request, scope, recorded[0], person)


def _everybody(sitting: Sitting) -> tuple[str, ...]:
    paper = sitting.attendance
    return (*paper.present, *paper.apologies, *filter(None, (paper.chair,))) if paper else ()


def _tell_meetings(
    request: Request, scope: Scope, held: Sequence[Sitting], recorded: Sequence[Sitting], person: Person
) -> Told | Silence:
    """The meetings at which somebody is recorded as present, or as sending apologies."""
    missed = _MISSED.search(request.asked.text) is not None
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
        for sitting in came[-60:]
        for quote in _lines(request.library, sitting, person, missed=missed)[:1]
    ]
    dates = say_when([sitting.date for sitting in came])
    sentence = (
        f"{count_of(len(came), 'meetings')} at which {person.words} is recorded {said}, {dates}; {lists}."
    )
    return Told(found(quotes), Computed(sentence, len(came), "meetings"), alike(person, names))


def _tell_whether(request: Request, scope: Scope, sitting: Sitting, person: Person) -> Told | Silence:
    """Whether somebody was at one meeting: the words that name them, or the whole list, which does not."""
    printed = attendance_of(request.library, sitting)
    names = names_of(person, _everybody(sitting))
    lines = person_lines(printed, person) if names else []
    if lines:
        return Told(found(lines), None, alike(person, names))
    if not (printed and sitting.attendance):
        return Silence(_say_silent([sitting], _Told([], []), wants_apologies=False))
    day = say_date(sitting.date)
    sentence = f"{person.words} is not named in the list of who attended, {day}, which is given whole."
    return Told(found(whole_list(printed, sitting.attendance)), Computed(sentence, 0, "people"))


def _lines(library: Library, sitting: Sitting, person: Person, *, missed: bool) -> list[Quote]:
    printed = attendance_of(library, sitting)
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
