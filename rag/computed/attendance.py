"""Who was at a meeting and who sent apologies: whole lists, as printed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.library import Library
from rag.answering.compose import Quote
from rag.answering.places import say_date
from rag.computed.absent import APOLOGIES, STAYED_AWAY, apologies_of
from rag.computed.always import tell_always
from rag.computed.attended import attendances, overlap, whole_list
from rag.computed.chairs import ASKS_CHAIR, chair_of
from rag.computed.company import (
    Part,
    asks_besides,
    besides_members,
    count_named,
    known_to_be_there,
    leave_out_named,
)
from rag.computed.exact import found
from rag.computed.meant import KINDS, clause_of_meeting, meant
from rag.computed.people import Person, people_in, perhaps_people_in
from rag.computed.saying import count_of, say_when
from rag.computed.scope import OF_MEETINGS, Scope, nothing_held, scope_of
from rag.computed.sittings import Sitting, sittings
from rag.computed.somebody import MISSED, WHICH, say_unlisted, tell_person
from rag.computed.told import Request, Silence, Told
from rag.models import Computed, Notice, NoticeKind
from rag.understanding.question import Question
from rag.understanding.words import stems

_HERE = r"(?:present|attend(?:ed|s|ing|ance|ees?)?|(?<!is )(?<!are )there|turn(?:ed)? up|in the room|at)"
_PEOPLE = (  # not "members' questions"
    r"(?:councillors|members|people|officers|officials|staff|guests|visitors)\b"
    r"(?!['’]|\s+(?:questions|motions|interests|comments|concerns|reports|letters|allowances)\b)"
)
_CAME = re.compile(r"\b(?:present|attend(?:ed|s|ing|ance)?)\b", re.IGNORECASE)
_WHO_CAME = re.compile(
    rf"\b(?:who|whom|which {_PEOPLE}|how many (?:[\w’'-]+ ){{0,3}}?{_PEOPLE}|list|show|give|everyone|everybody|"
    rf"names?)\b.*\b{_HERE}\b"
    r"|\battendance (?:list|record|sheet)?\b|\bin attendance\b",
    re.IGNORECASE,
)
_WAS_THERE = re.compile(
    r"^(?:and |so |but )?(?:was|were|did|has|had|is)\b.*"
    rf"(?:\b{_HERE}\b|\bcome to\b|\bgo to\b|\bmiss\b|\bapolog|\babsent\b)",
    re.IGNORECASE,
)
# Of a sort that is not counted apart.
_OF_A_SORT = re.compile(r"(?<!including )\b(?:co-?opted|substitutes?)\b", re.IGNORECASE)
_EVERY = re.compile(
    r"\b(?:who|which|how many)\b.*\b(?:every(?: single)?|all(?: of)?(?: the| its| their)?)\s+"
    r"(?:[\w’'-]+\s+){0,3}?meetings?\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"\bhow many\b|\bnumber of\b", re.IGNORECASE)
_IDLE = OF_MEETINGS | stems(
    "present attend attended attending attends attendance attendee attendees apology apologies apologise apologised "
    "absent absence absences absentee missing miss missed misses sent send give gave turn turned room come came went "
    "there officer officers official officials whole list everyone everybody else regularly record history fail failed "
    "received minuted offered member co opted recorded include included including chair chairman chairwoman "
    "chairperson chaired listed named marked noted down total"
)
MOST_LISTS = 12  # meetings whose lists are given whole


@dataclass(frozen=True, slots=True)
class _Told:
    """What is found of the meetings asked about."""

    quotes: list[Quote]
    silent: list[Sitting]  # of which no list is held


def tell_attendance(request: Request) -> Told | Silence | None:
    """Who came, who did not, or where somebody was; None for any other question."""
    text = leave_out_named(request.asked.text)
    about_all = _WHO_CAME.search(text) or APOLOGIES.search(text) or STAYED_AWAY.search(text)
    about_one = _WAS_THERE.search(text) or (
        WHICH.search(text) and (MISSED.search(text) or _CAME.search(text))
    )
    if not (about_all or about_one):
        return None
    clause = clause_of_meeting(replace(request.asked, text=text))
    people = people_in(text) or (perhaps_people_in(text) if about_one else [])
    people = [each for each in people if not stems(each.words) <= request.asked.named]
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
    if people and about_one and (told := tell_person(request, scope, held, people)):
        return told
    if people_in(text) or not about_all:
        return None
    if _EVERY.search(text) and not MISSED.search(text):
        return tell_always(request.library, held)
    if not scope.named and _COUNTED.search(text):
        return None
    chosen, notices = _meetings(request, held, clause)
    return _tell_all(request, scope, chosen, notices)


def _is_left_over(asked: Question, people: Sequence[Person], clause: Question | None) -> bool:
    named = asked.named.union(KINDS, *(stems(person.words) for person in people))
    named |= {word.stem for word in clause.words} if clause else set()
    known = stems(" ".join(known_to_be_there(asked.text)))
    return any(word.stem not in named | known | _IDLE for word in asked.content)


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


def _tell_all(
    request: Request, scope: Scope, chosen: Sequence[Sitting], notices: tuple[Notice, ...]
) -> Told | Silence:
    """The lists of the meetings, or what they say of apologies."""
    text = request.asked.text
    came = re.search(r"\bpresent\b|\battend", text, re.IGNORECASE) is not None
    wants_apologies = STAYED_AWAY.search(text) is not None or (
        APOLOGIES.search(text) is not None and not came
    )
    besides = asks_besides(text)
    if besides and not wants_apologies and (apart := _tell_besides(request, chosen, besides, notices)):
        return apart
    told = (
        _apologies(request, scope, chosen)
        if wants_apologies
        else _lists(request.library, chosen[:MOST_LISTS])
    )
    what = "record no apologies" if wants_apologies else "do not record who was there"
    if not told.quotes:
        return Silence(say_unlisted(chosen, what))
    told.quotes.extend(_as_well(request, scope, chosen[:MOST_LISTS], told.quotes))
    if len(chosen) > MOST_LISTS and not wants_apologies:
        text = f"The lists of {MOST_LISTS} of {len(chosen):,} meetings are given; name a day to see another."
        notices = (*notices, Notice(NoticeKind.PARTIAL, text))
    if told.silent:
        days = say_when([each.date for each in told.silent])
        text = f"The papers held of {count_of(len(told.silent), 'more meetings')} ({days}) {what}."
        notices = (*notices, Notice(NoticeKind.PARTIAL, text))
    return Told(found(told.quotes), _count(request, chosen, wants_apologies), notices)


def _tell_besides(
    request: Request, chosen: Sequence[Sitting], wanted: frozenset[Part], notices: tuple[Notice, ...]
) -> Told | None:
    """Those who are listed besides the members; None where no list tells them apart."""
    printed = attendances(request.library, chosen[:MOST_LISTS])
    told = [besides_members(each, wanted) for each in printed]
    quotes = [quote for each in told for quote in each]
    if not quotes:
        return None
    number = count_named(told[0]) if len(told) == 1 else None
    computed = None
    if number and _COUNTED.search(request.asked.text):
        who = "officers" if wanted == {Part.OFFICERS} else "people besides the members"
        said = f"{count_of(number, who)} named, {say_date(chosen[0].date)}; the list is given whole."
        computed = Computed(said, number, "people")
    return Told(found(quotes), computed, notices)


def _lists(library: Library, chosen: Sequence[Sitting]) -> _Told:
    quotes: list[Quote] = []
    silent = []
    for sitting, printed in zip(chosen, attendances(library, chosen), strict=True):
        if printed and sitting.attendance:
            quotes += whole_list(printed, sitting.attendance)
        else:
            silent.append(sitting)
    return _Told(quotes, silent)


def _apologies(request: Request, scope: Scope, chosen: Sequence[Sitting]) -> _Told:
    """From the lists, and from the items that are about apologies."""
    said = apologies_of(request.library, scope.places, chosen)
    silent = [sitting for sitting, quotes in zip(chosen, said, strict=True) if not quotes]
    return _Told([quote for quotes in said for quote in quotes], silent)


def _as_well(request: Request, scope: Scope, chosen: Sequence[Sitting], told: Sequence[Quote]) -> list[Quote]:
    """What the question asks besides, where that is not told already: who chaired, who sent apologies."""
    text = request.asked.text
    further: list[Quote] = []
    if ASKS_CHAIR.search(text):
        further += [quote for sitting in chosen for quote in chair_of(request.library, sitting)]
    if APOLOGIES.search(text):
        further += _apologies(request, scope, chosen).quotes
    return [each for each in further if not any(overlap(each, other) for other in told)]


def _count(request: Request, chosen: Sequence[Sitting], wants_apologies: bool) -> Computed | None:
    """How many names are read in the list of one meeting, when that is asked."""
    text = request.asked.text
    if (
        _OF_A_SORT.search(text)
        or not _COUNTED.search(text)
        or len(chosen) != 1
        or (asks_besides(text) and not wants_apologies)
    ):
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
    which = "as sending apologies" if wants_apologies else "as present"
    return Computed(
        f"{what} named {which}, {say_date(chosen[0].date)}; the list is given whole.", len(names), "people"
    )
