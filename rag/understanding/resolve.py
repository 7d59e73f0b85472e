"""A question put to one library: its relative times become plain spans, its bodies the names held."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.models import Filters
from rag.models import Notice, NoticeKind
from rag.understanding.binding import Bound, bind, full_names, guess
from rag.understanding.bodies import Body, body_words
from rag.understanding.councils import resolve_councils
from rag.understanding.held import Held
from rag.understanding.placing import Day, pick, place, say_day, say_pick
from rag.understanding.question import Question
from rag.understanding.references import Part, PartKind
from rag.understanding.relative import Nth
from rag.understanding.wanted import Wanted
from rag.understanding.when import Edge, Span
from rag.understanding.words import ACTS, FRAME, STOP, stem, stems, tokens

NO_FILTERS = Filters()
_SHOWN = 4  # names that a notice lists
_MINUTED = (
    Wanted.DECISION,
    Wanted.PRESENT,
    Wanted.INTEREST,
    Wanted.SAID,
    Wanted.VOTE,
)  # told by minutes alone
_FOUNDS = re.compile(  # up to the name of the body: "about setting up the"
    r"\b(?:(?:set(?:ting)?|wind(?:ing)?|wound)\s+up"
    r"|(?:(?:re[- ]?)?(?:establish|creat|form|constitut|reviv)|abolish|disband|dissolv|scrap|merg|suspend|renam)"
    r"(?:p?ing|e)?"
    r"|(?:(?:re[- ]?)?(?:establishment|creation|formation)|setting[- ]up|winding[- ]up|abolition|dissolution"
    r"|revival|merger|future|remit|terms\s+of\s+reference)\s+of)"
    r"\s+(?:(?:the|an?|its|their|our|this|that|new|own)\s+){0,3}$",
    re.IGNORECASE,
)
_LETTERED = re.compile(r"(?P<number>\d{1,2})(?P<letter>[A-Z])")
_COUNCIL_SORTS = ("city", "county", "borough", "town", "district", "parish")
_ITS_SORT = re.compile(rf"\bthe\s+(?P<sort>{'|'.join(_COUNCIL_SORTS)})\s+council\b", re.IGNORECASE)
_FOUNDED = re.compile(r"['’]s?\s+(?:own\s+|new\s+)?(?:terms\s+of\s+reference|remit|set-?up)\b", re.IGNORECASE)
_LOOKED_AT = 6  # meetings looked at, newest first, for one whose minutes are held


@dataclass(frozen=True, slots=True)
class Resolved:
    """A question of plain spans and held names, what was assumed, and why no paper can answer it, if none can."""

    question: Question
    assumed: tuple[Notice, ...] = ()
    refused: str | None = None  # one sentence


def resolve(question: Question, held: Held, filters: Filters = NO_FILTERS) -> Resolved:
    """The question as this library can answer it."""
    if question.impossible:
        return Resolved(question, refused=f"There is no {question.impossible}: no calendar has that day.")
    bodies, said = _bodies(question, held)
    councils = resolve_councils(question.councils, held, filters)
    question = replace(question, bodies=tuple(bodies), guesses=(), councils=councils.named)
    question = _of_strangers(_without_names(_of_a_letter(question, held), councils.naming))
    question, placed, none = _with_times(question, held, filters)
    assumed = tuple(Notice(NoticeKind.ASSUMED, text) for text in (*said, *placed))
    return Resolved(question, assumed, councils.refused or none)


def _of_a_letter(question: Question, held: Held) -> Question:
    """ "Item 2(c)" is the part "(c)" of item 2 where no item is numbered so."""
    lettered = _LETTERED.fullmatch(question.items[0]) if len(question.items) == 1 else None
    if lettered is None or question.part or held.has_item(question.items[0]):
        return question
    part = Part(PartKind.LETTER, lettered["letter"])
    # What was decided of a part stands there: the item's other decisions are not asked for.
    wanted = Wanted.ANYTHING if question.wanted is Wanted.DECISION else question.wanted
    return replace(question, items=(lettered["number"],), part=part, wanted=wanted)


def _without_names(question: Question, naming: frozenset[str]) -> Question:
    """The words that only name a body or council held say nothing more: they are not what the question is about."""
    spoken = [stem(word) for word in tokens(question.text)]
    names = naming.union(*(body.stems | stems(body.words) for body in question.bodies if body.held))
    once = {each for each in names if spoken.count(each) == 1}
    words = tuple(replace(word, is_frame=word.is_frame or word.stem in once) for word in question.words)
    acting = question.body_acts or any(body.acts and body.held for body in question.bodies)
    return replace(question, words=words, body_acts=acting)


def _of_strangers(question: Question) -> Question:
    """A question about what others do: when a body meets of which nothing is held, others' papers tell; and "the Strait
    Committee workshop" that somebody told of was no meeting of it."""
    strangers = [body for body in question.bodies if not body.held]
    if not strangers or question.held:
        return question
    if question.order and question.wanted is Wanted.WHEN:
        return replace(question, order=None, dates=(), times=(), of_meeting=False)
    kept = tuple(body for body in question.bodies if not _is_told_of(question.text, body))
    return replace(question, bodies=kept)


def _is_told_of(text: str, body: Body) -> bool:
    """Whether a body's name only tells what a thing is that is asked about."""
    name = r"\s+".join(map(re.escape, body.words.split()))
    found = re.search(
        rf"\b(?:about|of|on|regarding|concerning)\s+(?:the\s+|an?\s+)?{name}\s+(?P<thing>[a-z]{{4,}})", text
    )
    return (
        found is not None and found["thing"] not in STOP | FRAME | ACTS and not found["thing"].endswith("ed")
    )


def _is_founded(text: str, body: Body, held: Held) -> bool:
    """Whether a body is what is set up or ended, by another, and the papers may speak of it: "did the committee agree
    to set up the Ferries Panel"."""
    at = text.casefold().find(body.words.casefold())
    end = at + len(body.words)
    if at < 0 or not (_FOUNDS.search(text[:at]) or _FOUNDED.match(text, end)):
        return False
    return bool(body.held) or all(word in held.words for word in body_words(body.words))


def _bodies(question: Question, held: Held) -> tuple[list[Body], list[str]]:
    """The bodies meant, with the names held, and what was assumed of them."""
    whole = full_names(question.text, held)
    names = frozenset().union(*(body.stems for body in whole))
    bound = [Bound(body) for body in whole]
    bound += [bind(body, held) for body in question.bodies if not body.stems <= names]
    bound += filter(None, (guess(body, held) for body in question.guesses if not body.stems <= names))
    told = {name for each in bound if not each.assumed for name in each.body.held}
    kept = [each for each in bound if not (each.assumed and told and told.issuperset(each.body.held))]
    kept = [each for each in kept if not _is_founded(question.text, each.body, held)]
    said = [f"“{each.body.words}” was read as {_listed(each.body.held)}." for each in kept if each.assumed]
    return [each.body for each in kept], list(dict.fromkeys(said))


def _with_times(question: Question, held: Held, filters: Filters) -> tuple[Question, list[str], str | None]:
    """The question with plain spans for all its times; what was assumed; why nothing held lies there, if so."""
    if not question.times and question.order is None:
        return question, [], None
    if question.order and question.bodies and not question.held:
        return question, [], f"No meeting of {question.bodies[0].words} is held."
    own = question.order is not None and question.held.issubset(held.councils)
    days = held.days(filters, (own and _councils_met(question, held)) or question.held)
    if not days and filters and question.order is None and not question.of_meeting:
        return replace(question, times=()), [], None  # of undated papers, which may tell of such a time
    if not days:
        return question, [], "No dated meeting is held of which this could be asked."
    newest = held.newest or days[-1][0]
    placed = [place(time, days, newest, must_meet=question.of_meeting) for time in question.times]
    said = list(dict.fromkeys(each.assumed for each in placed if each.assumed))
    none = next((each.none for each in placed if each.none), None)
    spans = dict.fromkeys([*question.dates, *(span for each in placed for span in each.spans)])
    question = replace(question, dates=tuple(sorted(spans, key=lambda span: span.first)), times=())
    if none or question.order is None:
        return question, said, none
    return _with_order(question, question.order, days, held, said)


def _councils_met(question: Question, held: Held) -> frozenset[str]:
    """The councils named whose own meetings are held, where "the final meeting of Eastmere Town Council" is told,
    or of "the Town Council"."""
    named = frozenset(body.words for body in full_names(question.text, held, councils=True))
    if named or not (sort := _ITS_SORT.search(question.text)):
        return named
    other, meant = stems(" ".join(_COUNCIL_SORTS)), stems(sort["sort"])
    return frozenset(
        each.name for each in held.bodies if each.name in held.councils and each.stems & other == meant
    )


def _with_order(
    question: Question, order: Nth, days: Sequence[Day], held: Held, said: list[str]
) -> tuple[Question, list[str], str | None]:
    """The question with the days of the meetings that it tells by their order."""
    picked = pick(order, days, question.dates)
    if not picked:
        return question, said, "No such meeting is held."
    why = ""
    if question.wanted in _MINUTED and not (order.first or order.side is not Edge.WITHIN or order.count > 1):
        minuted = _last_with_minutes(question, order, days, held)
        if minuted and minuted != picked:
            picked, why = minuted, ", the last whose minutes are held"
    spans = tuple(Span(date, date, say_day(date)) for date in sorted({date for date, _ in picked}))
    question = replace(question, dates=spans, order=None, of_meeting=True)
    return question, [*said, say_pick(order, picked, why)], None


def _last_with_minutes(question: Question, order: Nth, days: Sequence[Day], held: Held) -> list[Day]:
    """The last meeting of which something said or decided is held; [] when it is none of the newest."""
    for skip in range(order.skip, order.skip + _LOOKED_AT):
        picked = pick(replace(order, skip=skip), days, question.dates)
        if any(held.has_minutes(date, question.held) for date, _ in picked):
            return picked
    return []


def _listed(names: Sequence[str]) -> str:
    shown = list(names[:_SHOWN])
    if len(names) > _SHOWN:
        return f"{', '.join(shown)} and {len(names) - _SHOWN} more"
    return " and ".join([", ".join(shown[:-1]), shown[-1]]) if len(shown) > 1 else "".join(shown)
