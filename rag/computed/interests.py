"""Declarations of interest: every one of the meeting, the matter, the person or the time asked about."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from corpus.models import SectionKind
from corpus.parts.lines import split_sentences
from index.models import Filters, Passage
from rag.answering.compose import Quote, whole
from rag.computed.clause import read_clause
from rag.computed.exact import found
from rag.computed.people import Person, fold_name, people_in
from rag.computed.saying import count_of, say_when, shown
from rag.computed.scope import OF_MEETINGS, nothing_held, scope_of
from rag.computed.sittings import Sitting, sittings
from rag.computed.told import Request, Silence, Told
from rag.computed.topics import About, Topic, find_about, read_topic
from rag.models import Computed
from rag.understanding.question import Question
from rag.understanding.words import stems

_ASKED = re.compile(
    r"\bdeclar\w*\b.*\binterests?\b|\binterests?\b.*\bdeclar|\bdeclarations\b|\bconflicts? of interest\b",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"^(?:and |so |but )?(?:why|how (?:do|does|should|can)|what is|what are)\b|\bmean\b", re.IGNORECASE
)
_TOPIC = re.compile(
    r"\b(?:when|while|as)\s+(?P<a>.+?)\s+(?:was|were|is|are|came|got|being)\b"
    r"|\b(?:item on|item about|debate on|discussion (?:of|on|about)|in relation to|relating to|related to|"
    r"in respect of|concerning|regarding|about|over|on|in)\s+(?P<b>\S.*)$",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"\b(?:declar|disclos)\w*\b.*\binterests?\b|\binterests?\b.*\b(?:declar|disclos)", re.IGNORECASE
)
_DECLARED = re.compile(
    r"\b(?:declar|disclos)\w*\b[^.]{0,80}\binterests?\b|\binterests?\b[^.]{0,40}\b(?:declared|disclosed)\b",
    re.IGNORECASE,
)
_TELLING = (SectionKind.INTEREST, SectionKind.DISCUSSION, SectionKind.DECISION, SectionKind.ATTENDANCE)
_NONE = re.compile(r"\b(?:no|none|nil|not any|neither)\b", re.IGNORECASE)
_SOME = re.compile(r"\b(?:declared|disclosed|repeated)\s+(?!at\b|by\b|in\b|under\b|for\b)\w", re.IGNORECASE)
# What was declared, and held to be none.
_NO_INTEREST = re.compile(r"\b(?:was|were|is|are|did|does) not\b[^.]{0,40}\binterests?\b", re.IGNORECASE)
_BEFORE = re.compile(r"\b(?:had|has|having)\s+(?:\w+\s+)?(?:declared|disclosed)\b", re.IGNORECASE)
_SORT = re.compile(r"\b(?:pecuniary|prejudicial)\b", re.IGNORECASE)  # what is not plainly one may be personal
_WORDS = [[("declared",), ("declare",), ("declaration",), ("disclosed",)], [("interest",)]]
_IDLE = OF_MEETINGS | stems(
    "declare declared declares declaring declaration declarations interest interests disclose disclosed conflict "
    "personal pecuniary prejudicial financial make made register registered debate debated item anybody nobody officer "
    "discuss record recorded respect"
)


def tell_interests(request: Request) -> Told | Silence | None:
    """Who declared an interest; None for any other question."""
    text = request.asked.text
    if not _ASKED.search(text) or _NOT.search(text):
        return None
    clause = _clause(request.asked)
    people = people_in(text)
    if _is_left_over(request.asked, clause, people):
        return None
    scope = scope_of(request, clause)
    if isinstance(scope, Silence):
        return scope
    topic = read_topic(clause, request.lexicon) if clause else None
    held = [each for each in sittings(request.library, scope.places) if each.minuted and not each.cancelled]
    if not held:
        return Silence(nothing_held(request, scope)) if scope.named else None
    quotes = _without_echoes([quote for place in scope.places for quote in _declared(request, place)])
    unnamed = people and not any(_names(quote, person) for quote in quotes for person in people)
    if topic:
        abouts = [find_about(request.library, topic, place) for place in scope.places]
        numbers = _numbers(request, abouts)
        quotes = [quote for quote in quotes if _concerns(quote, topic, abouts, numbers)]
    if people:
        quotes = [quote for quote in quotes if any(_names(quote, person) for person in people)]
    sorts = _sorts(text)
    made = [quote for quote in quotes if not _is_none(quote) and sorts <= _sorts(quote.text)]
    if not people:
        made = [quote for quote in made if not _NO_INTEREST.search(quote.text)]
    if made:
        return _told(made)
    none = [quote for quote in quotes if _is_none(quote)]
    others = people or (sorts and len(none) < len(quotes))  # some were declared, though not what is asked for
    if none and not others and (topic is None or _days(none) == 1):
        return Told(found(none), _count_of_none(none))
    silence = _silence(held, people, sorts)
    return replace(
        silence, sure=bool(unnamed or (sorts and not people))
    )  # another's, or another sort, is no answer


def _clause(asked: Question) -> Question | None:
    """What the matter was in which an interest is asked about."""
    for match in _TOPIC.finditer(asked.text):
        clause = read_clause(match["a"] or match["b"], asked)
        if clause and any(word.stem not in _IDLE for word in clause.words):
            return clause
    return None


def _is_left_over(asked: Question, clause: Question | None, people: Sequence[Person]) -> bool:
    told = {word.stem for word in clause.words} if clause else set()
    told |= asked.named.union(*(stems(person.words) for person in people))
    return any(word.stem not in told | _IDLE for word in asked.content)


def _declared(request: Request, place: Filters) -> list[Quote]:
    """Every passage that tells of declarations, whatever the paper calls it, in the order of meetings."""
    library = request.library
    titled = {key for key, title in library.titles(place) if _TITLE.search(title)}
    says = [each.id for each in library.saying(_WORDS, place) if each.itself]
    passages = {
        each.id: each
        for each in (
            *library.passages_of_items(titled, _TELLING),
            *library.passages_by_id(says).values(),
            *library.passages_of_kind(SectionKind.INTEREST, place),
        )
        if place.document is not None or not each.set_aside
    }
    quotes = [quote for each in passages.values() for quote in _parts(each, titled)]
    return sorted(quotes, key=_order)


def _parts(passage: Passage, titled: set[str]) -> list[Quote]:
    """The passage where it is one of declarations, else its sentences that tell of one."""
    if passage.kind not in _TELLING:
        return []
    if passage.kind is SectionKind.INTEREST or passage.item_key in titled:
        return [whole(passage)]
    return [
        Quote(passage, passage.span.start + start, passage.span.start + end)
        for start, end in split_sentences(passage.text, 0, len(passage.text))
        if _DECLARED.search(passage.text[start:end])
    ]


def _order(quote: Quote) -> tuple[str, str, int]:
    return str(quote.passage.date or "9999"), quote.passage.span.document_id, quote.start


def _is_none(quote: Quote) -> bool:
    """Whether it says that nothing was declared."""
    return _NONE.search(quote.text) is not None and not _SOME.search(quote.text)


def _sorts(text: str) -> set[str]:
    return {match.casefold() for match in _SORT.findall(text)}


def _without_echoes(quotes: Sequence[Quote]) -> list[Quote]:
    """Without what only speaks of a declaration ("Mrs Ash, who had declared an interest, said"), where the meeting's
    declarations are told."""
    plain = [quote for quote in quotes if not (_BEFORE.search(quote.text) or _is_none(quote))]
    declared = set(map(_meeting, plain))
    return [quote for quote in quotes if not (_BEFORE.search(quote.text) and _meeting(quote) in declared)]


def _meeting(quote: Quote) -> tuple[str | None, dt.date | None]:
    return quote.passage.body, quote.passage.date


def _numbers(request: Request, abouts: Sequence[About]) -> dict[str, set[str]]:
    """By meeting, the numbers of the items about the topic: a declaration may name its item by number alone."""
    keys = frozenset().union(*(about.items for about in abouts))
    numbers: dict[str, set[str]] = {}
    for matter in request.library.matters_of(keys):
        for paper in matter.papers:
            held = {each for each in (paper.item.number, paper.item.agenda_number) if each}
            numbers.setdefault(f"{matter.body} {matter.date}", set()).update(held)
    return numbers


def _concerns(quote: Quote, topic: Topic, abouts: Sequence[About], numbers: dict[str, set[str]]) -> bool:
    passage = quote.passage
    if topic.said_in(stems(quote.text)) or any(passage.item_key in about.items for about in abouts):
        return True
    named = re.findall(
        r"\bitems?\s+([\w/., ]*\d[\w/]*(?:\s*(?:,|and|&)\s*\d[\w/]*)*)", quote.text, re.IGNORECASE
    )
    mine = numbers.get(f"{passage.body} {passage.date}", set())
    return bool(mine & {number for each in named for number in re.findall(r"[\w/]*\d[\w/]*", each)})


def _names(quote: Quote, person: Person) -> bool:
    return person.surname in {fold_name(word) for word in re.findall(r"[\w’'-]+", quote.text)}


def _days(quotes: Sequence[Quote]) -> int:
    return len(set(map(_meeting, quotes)))


def _told(made: Sequence[Quote]) -> Told:
    """Every declaration; how many items they are recorded under where there are several."""
    kept, partial = shown(made)
    dates = [quote.passage.date for quote in made if quote.passage.date]
    items = len({quote.passage.matter or quote.passage.item_key for quote in made})
    computed = None
    if items > 1:
        where = f"{count_of(items, 'items')}, in {count_of(_days(made), 'meetings')}"
        sentence = f"Interests declared under {where}, {say_when(dates)}; counted in the papers held."
        computed = Computed(sentence, items, "items")
    return Told(found(kept), computed, partial)


def _count_of_none(none: Sequence[Quote]) -> Computed | None:
    """At how many meetings nothing was declared by their own words, where there are several."""
    meetings = _days(none)
    if meetings == 1:
        return None
    when = say_when([quote.passage.date for quote in none if quote.passage.date])
    sentence = (
        f"No interest declared, by the minutes of {meetings} meetings, {when}; counted in the papers held."
    )
    return Computed(sentence, meetings, "meetings")


def _silence(held: Sequence[Sitting], people: Sequence[Person], sorts: Collection[str]) -> Silence:
    days = say_when([each.date for each in held])
    whose = f" by {people[0].words}" if people else ""
    sort = f"{next(iter(sorts))} interest" if sorts else "interest"
    return Silence(f"The minutes held ({days}) record no declaration of {sort}{whose} there.")
