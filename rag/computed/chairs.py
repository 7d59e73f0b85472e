"""Who chaired a meeting, who chairs a body, and which meetings somebody chaired."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from corpus.models import SectionKind
from index.library import Library
from rag.answering.compose import Quote
from rag.answering.places import say_date
from rag.computed.attended import attendance_of, attendances, chair_line, chair_taken, person_lines
from rag.computed.exact import found
from rag.computed.meant import KINDS, clause_of_meeting, meant
from rag.computed.people import Person, people_in, perhaps_people_in, read_person
from rag.computed.saying import MOST, count_of, say_when
from rag.computed.scope import OF_MEETINGS, Scope, asks_last, at_any_time, nothing_held, scope_of
from rag.computed.sittings import Sitting, sittings
from rag.computed.told import Request, Silence, Told
from rag.models import Computed, Notice, NoticeKind
from rag.understanding.question import Question
from rag.understanding.words import stems

_CHAIR = r"(?:chair(?:ed|s|ing)?|chair(?:man|woman|person)|presid(?:ed?|es|ing))\b"
ASKS_CHAIR = re.compile(
    rf"\b(?:who|whom|whose|which (?:councillor|member|person)|name of)\b.*\b{_CHAIR}|\bin the chair\b",
    re.IGNORECASE,
)
_WHICH = re.compile(
    rf"\b(?:which|what|how many|how often|list|all)\b.*\b(?:meetings?|times|sessions)?\b.*\b{_CHAIR}",
    re.IGNORECASE,
)
_DID = re.compile(
    rf"^(?:and |so |but )?(?:was|were|did|has|had|is|does)\b.*\b(?:{_CHAIR}|in the chair\b)", re.IGNORECASE
)
_OTHER = re.compile(
    r"\b(?:vice|deputy|elect\w*|appoint\w*|nominat\w*|propos\w*|second\w*|become|became|put in charge|said|say|"
    r"tell|told|ask\w*|report\w*|write|wrote|thank\w*)\b",
    re.IGNORECASE,
)
_OF_COUNCIL = re.compile(
    rf"{_CHAIR}\s+of\s+(?:the|our)\s+(?:\w+\s+){{0,2}}?council\b(?!\s+tax)", re.IGNORECASE
)
_MOST_OFTEN = re.compile(
    r"\b(?:most|more) (?:often|meetings|times|frequently|regularly)\b|\b(?:usually|normally|mostly|generally)\b",
    re.IGNORECASE,
)
_EACH = re.compile(
    r"\b(?:each|every|all|both)\b(?:\s+(?:of|one|the|its|their))*\s+(?:[\w’'-]+\s+){0,4}?meetings?\b|\bthe meetings\b",
    re.IGNORECASE,
)
_WHO_CAME = re.compile(r"\b(?:and|plus)\b.*\b(?:present|attend\w*|there|apolog\w*|absent)\b", re.IGNORECASE)
_NOW = re.compile(r"\b(?:chairs|is|currently|now|current)\b", re.IGNORECASE)
_LEFT = re.compile(r"\b(?:left|leave|leaving|depart\w*|stepped (?:aside|down|out)|vacated)\b", re.IGNORECASE)
_IDLE = OF_MEETINGS | stems(
    "chair chaired chairs chairing chairman chairwoman chairperson preside presided presides presiding current person "
    "took take left leave leaves leaving depart departed stepped aside vacated partway midway halfway part way through "
    "mayor after then rest remainder else moment currently now nowadays present serving "
    "most more often times frequently regularly usually normally mostly generally each every"
)


def tell_chair(request: Request) -> Told | Silence | None:
    """Who was in the chair; None for any other question, as who was elected to it."""
    text = request.asked.text
    who, which, did = ASKS_CHAIR.search(text), _WHICH.search(text), _DID.search(text)
    if not (who or which or did) or _OTHER.search(text) or _WHO_CAME.search(text):
        return None
    clause = clause_of_meeting(request.asked)
    left = who and _LEFT.search(text)
    people = people_in(text) or (perhaps_people_in(text) if which or did or left else [])
    if _is_left_over(request.asked, people, clause) or (not who and not people):
        return None
    scope = scope_of(request)
    if isinstance(scope, Silence):
        return scope
    held = [each for each in sittings(request.library, scope.places) if each.minuted and not each.cancelled]
    if not held:
        return Silence(nothing_held(request, scope)) if scope.named else None
    if _OF_COUNCIL.search(text) and not scope.bodies:  # its committees' chairs are others
        held = [each for each in held if "council" in (each.body or "").casefold()]
        if not held:
            return Silence("No minutes of the Council itself are held.")
    held = meant(request, scope, held, clause)
    if not held:
        return Silence("No dated minutes held are of a meeting that dealt with it.")
    if people and (which or did):
        return _tell_chaired(request, scope, held, people[0])
    if who and _MOST_OFTEN.search(text) and (told := _tell_most(request, held)):
        return told
    if request.asked.dates or request.asked.items or clause or _EACH.search(text):
        return _tell_all(request, scope, held)
    return _tell_latest(request, scope, held)


def _is_left_over(asked: Question, people: Sequence[Person], clause: Question | None) -> bool:
    named = asked.named.union(KINDS, *(stems(person.words) for person in people))
    named |= {word.stem for word in clause.words} if clause else set()
    return any(word.stem not in named | _IDLE for word in asked.content)


def _tell_all(request: Request, scope: Scope, held: Sequence[Sitting]) -> Told | Silence:
    """Who chaired each of the meetings."""
    told = {id(sitting): chair_of(request.library, sitting) for sitting in held}
    silent = [sitting for sitting in held if not told[id(sitting)]]
    quotes = found(quote for sitting in held for quote in told[id(sitting)])
    if not quotes:
        return Silence(_unsaid(silent) + _last_told(request))
    notices = (Notice(NoticeKind.PARTIAL, _unsaid(silent)),) if silent else ()
    return Told(quotes, None, notices)


def _tell_most(request: Request, held: Sequence[Sitting]) -> Told | None:
    """Who is recorded in the chair of the most meetings, by the lists of who attended."""
    chairs = [(each, each.attendance.chair) for each in held if each.attendance and each.attendance.chair]
    counts = Counter(_key(chair) for _, chair in chairs)
    if not counts:
        return None
    most = max(counts.values())
    names = list(dict.fromkeys(chair for _, chair in chairs if counts[_key(chair)] == most))
    first = {_key(name): name for name in reversed(names)}
    chosen = [(each, chair) for each, chair in chairs if _key(chair) in first][-MOST:]
    printed = attendances(request.library, [each for each, _ in chosen])
    quotes = found(chair_line(list_, chair) for list_, (_, chair) in zip(printed, chosen, strict=True))
    if not quotes:
        return None
    lists = f"who chaired is recorded for {len(chairs):,} of the {count_of(len(held), 'meetings')} held"
    each = " each" if len(first) > 1 else ""
    sentence = (
        f"{' and '.join(first.values())} chaired {count_of(most, 'meetings')}{each}, the most; {lists}."
    )
    return Told(quotes, Computed(sentence, most, "meetings"))


def _key(name: str) -> tuple[str, str]:
    """What tells a name from others, however its given names are written."""
    person = read_person(name)
    return person.surname, person.given[0][0] if person.given else ""


def _last_told(request: Request) -> str:
    """Which meeting was the last of which it is told who chaired; "" when the question names the day itself."""
    if not asks_last(request.asked.text):
        return ""
    scope = at_any_time(request)
    held = sittings(request.library, scope.places) if isinstance(scope, Scope) else []
    told = [each for each in held if each.attendance and each.attendance.chair]
    if not told:
        return ""
    of = f" of {told[-1].body}" if told[-1].body else ""
    return f" The last of which it is told is that{of} of {say_date(told[-1].date)}."


def _tell_latest(request: Request, scope: Scope, held: Sequence[Sitting]) -> Told | Silence:
    """Who chaired the latest meeting whose papers tell it, and of which later ones they do not."""
    later: list[Sitting] = []
    for sitting in reversed(held):
        if quotes := chair_of(request.library, sitting):
            same = [each for each in held if each.date == sitting.date and each is not sitting]
            others = [quote for each in same for quote in chair_of(request.library, each)]
            notices = (Notice(NoticeKind.PARTIAL, _unsaid(later)),) if later else ()
            computed = None
            if _NOW.search(request.asked.text):
                of = f" of {sitting.body}" if sitting.body else ""
                computed = Computed(
                    f"As of {say_date(sitting.date)}, the latest meeting{of} of which it is told who chaired.",
                    None,
                    "meetings",
                )
            return Told(found([*quotes, *others]), computed, notices)
        later.append(sitting)
    return Silence(_unsaid(held))


def chair_of(library: Library, sitting: Sitting) -> list[Quote]:
    """The words that tell who was in the chair: of the list of who attended, then of the minutes."""
    printed = attendance_of(library, sitting)
    chair = sitting.attendance.chair if sitting.attendance else None
    lines: list[Quote | None] = [chair_line(printed, chair) if chair else None]
    if chair and lines == [None]:
        lines = list(person_lines(printed, read_person(chair))[:1])
    documents = {paper.document for paper in sitting.papers}
    kinds = (SectionKind.DISCUSSION, SectionKind.DECISION, SectionKind.ATTENDANCE)
    minutes = [
        passage
        for passage in library.passages_of_documents(documents, kinds)
        if passage.date == sitting.date
        and passage.body == sitting.body
        and not passage.set_aside
        and (passage.item_key or passage.kind is not SectionKind.ATTENDANCE)
    ]
    return list(found([*lines, *chair_taken(minutes)]))


def _tell_chaired(request: Request, scope: Scope, held: Sequence[Sitting], person: Person) -> Told | Silence:
    """The meetings that somebody chaired, by the lists of who attended."""
    known = [each for each in held if each.attendance and each.attendance.chair]
    chaired = [
        each for each in known if each.attendance and person.may_be(read_person(each.attendance.chair or ""))
    ]
    lists = f"who chaired is recorded for {len(known):,} of the {count_of(len(held), 'meetings')} held"
    if not chaired:
        if len(held) == 1 and known:
            return Told(tuple(chair_of(request.library, held[0])), None)
        return Silence(f"No list held has {person.words} in the chair; {lists}.")
    quotes = []
    last = chaired[-MOST:]
    for sitting, printed in zip(last, attendances(request.library, last), strict=True):
        chair = sitting.attendance.chair if sitting.attendance else None
        quotes.append(chair_line(printed, chair or ""))
    dates = say_when([each.date for each in chaired])
    sentence = f"{count_of(len(chaired), 'meetings')} chaired by {person.words}, {dates}; {lists}."
    told = found(quotes)
    return Told(told, Computed(sentence, len(chaired), "meetings")) if told else Silence(_unsaid(chaired))


def _unsaid(silent: Sequence[Sitting]) -> str:
    bodies = {sitting.body for sitting in silent if sitting.body}
    of = f" of {next(iter(bodies))}" if len(bodies) == 1 else ""
    meetings = "the meeting" if len(silent) == 1 else count_of(len(silent), "meetings")
    return f"The papers held of {meetings}{of} ({say_when([each.date for each in silent])}) do not say who chaired."
