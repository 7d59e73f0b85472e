"""Who proposed and seconded a matter, and how the vote on it went: the words beside its decision that say so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from corpus.parts.lines import fold
from corpus.parts.movers import find_parts, find_proposals
from corpus.parts.votes import find_votes
from rag.answering.compose import Quote
from rag.computed.exact import Words, found
from rag.computed.people import fold_name, people_in, read_person
from rag.computed.rooms import (
    AS_GOOD,
    Room,
    Sought,
    find_rooms,
    find_talk,
    line_of,
    sentence_with,
    sought_words,
)
from rag.computed.saying import MOST, say_when
from rag.computed.scope import OF_MEETINGS, Scope, at_any_time, scope_of
from rag.computed.told import Request, Silence, Told
from rag.computed.voters import UNANIMOUS, of_voter, tells_how, voter_in
from rag.models import Notice, NoticeKind
from rag.understanding.content import Word
from rag.understanding.question import Question
from rag.understanding.when import says_date
from rag.understanding.words import stems

_MOVER = re.compile(
    r"\bwho\b(?:\s+\w+){0,3}?\s+(?:propos|mov(?:ed|er)|second|tabl|put\b(?:\s+\w+)?\s+forward|back(?:ed|er))\w*"
    r"(?!\s+(?:in|into|to|from|out|up|house|away|here|there)\b)"
    r"|\b(?:proposer|seconder|mover)s?\b|\bwhose\s+(?:motion|amendment|proposal)\b",
    re.IGNORECASE,
)
_VOTE = re.compile(
    r"\bhow\s+(?:did|was|were)\b.*\bvot|\bhow many\b.*\b(?:vot(?:ed?|es|ing)\b|abstain|abstention|in favour|against)"
    r"|\bwho\b(?:\s+\w+){0,3}?\s+(?:voted|abstained|opposed)\b|\b(?:result|outcome)s? of the vote\b|\bvote go\b"
    r"|\b(?:recorded|casting) vote\b|\bunanim|\bwhat was the vote\b|\bdid\b.*\bvote (?:for|against|in favour)\b"
    r"|\bby how many votes\b|\b(?:went|go|put|came|brought|going) to (?:a|the) (?:roll[- ]call |named )?vote\b"
    r"|\bvoting (?:figures?|numbers?)\b|\b(?:figures?|numbers?) (?:of|for|in) the vote\b"
    r"|\bhow (?:they|members|it was) voted\b|\b(?:which|what) way\b.*\bvot"
    r"|\bvot(?:e|es|ing)\b.*\b(?:split|tally|margin)\b|\b(?:split|tally|margin)\b.*\bvot(?:e|es|ing)\b",
    re.IGNORECASE,
)
_NAMED_AS = r"(?:Councillors?|Cllrs?|Cmhlr|Alderman|Mr|Mrs|Ms|Miss|Dr|Leader|Mayor|Chair\w*)\b\.?"
_AMENDMENT = re.compile(r"\b(?:whose|who)\b.*\bamend", re.IGNORECASE)
_PUT_AMENDMENT = re.compile(  # "Mr Ash suggested and the Panel agreed to the following amendment"
    rf"\b(?i:{_NAMED_AS})\s+\w[^.]{{0,60}}?\b(?:propos|suggest|mov|tabl|submit|put forward|second)\w*\b[^.]{{0,120}}"
    r"\bamendment|\bamendment\b[^.]{0,120}\b(?:proposed|suggested|moved|tabled|submitted|put forward) by\b"
)
VOTED = 0.85  # of the best share, for a decision on which a vote is recorded to be meant as well
_NOT = re.compile(
    r"\bvotes? of (?:sympathy|thanks|condolence|congratulation|confidence|no confidence)"
    r"|^(?:and |so |but )?(?:why|when|where)\b|\bvoted? (?:for|as|in) (?:chair|mayor)|\bpropos\w+ to\b",
    re.I,
)
_AGAINST = re.compile(r"\b(?:against|opposed)\b", re.IGNORECASE)
_ABSTAINED = re.compile(r"\babst", re.IGNORECASE)
_NAMES = re.compile(r"\bwho\b", re.IGNORECASE)
_HOW_VOTED = re.compile(
    r"\b\d+\s+votes?\s+to\s+\d+\b"
    r"|\bvote was (?:then )?taken\b|\bshow of hands\b|\bmajority of the members\b|\bcasting vote\b|\bvoted\b"
    r"|\bput to (?:the|a) vote\b|\bvotes?\b.*\b(?:for|against|favour)\b",
    re.IGNORECASE,
)
_MOTION_ENDED = re.compile(
    r"\b(?:motion|amendment|proposal)\b[^.]{0,60}\b(?:lost|carried|defeated|withdrawn|fell)\b", re.IGNORECASE
)
_NAMED_VOTE = re.compile(
    r"\bvot(?:ed|ing) against\b|\bagainst\b\W+(?:councillor|cllr)|\babstain", re.IGNORECASE
)
_IDLE = OF_MEETINGS | stems(
    "propose proposed proposes proposer proposing move moved mover moves second seconded seconder seconders table "
    "tabled put forward back backed backer support supported vote voted votes voting against favour abstain abstained "
    "abstention abstentions oppose opposed unanimous unanimously unanimity carried carry pass passed result recorded "
    "casting motion motions amendment amendments proposal proposals resolution recommendation idea way go went member "
    "adopted adopt agreed approve approved approval accepted accept majority hand anybody nobody anyone everyone split "
    "figures numbers replace replaced replaces stay make making made "
    "grounds divided division whose row dispute argument disagreement taken split tally margin"
)


_PERSON = r"(?:Councillor|Cllr|Cmhlr|Alderman|Mr|Mrs|Ms|Miss|Dr|Canon)\.?\s"
_TOLD_MOVER = (
    re.compile(  # beside "Proposed by": "Councillor Ash moved", "Mrs Elm's motion", "a motion by Mr Oak"
        rf"\b{_PERSON}[^.;\n]{{1,60}}?\b(?:moved|seconded)\b(?!\s+(?:to|into|away|house|on\s+to)\b)"
        rf"|\b{_PERSON}(?:[\w’'-]+\s)?[\w-]+[’']s\s+(?:motion|amendment|proposal)\b"
        rf"|\b(?:motion|amendment)\s+(?:by|of|from)\s+{_PERSON}"
    )
)


def tell_vote(request: Request) -> Told | Silence | None:
    """Who moved a matter, or how it was voted on; None for any other question, or when no matter is found by its
    words."""
    asked = request.asked
    moved, voted = _MOVER.search(asked.text), _VOTE.search(asked.text)
    if not (moved or voted) or _NOT.search(asked.text):
        return None
    words = _matter(asked)
    scope = scope_of(request)
    if isinstance(scope, Silence):
        return scope
    if not words and not asked.items:
        return None
    sought = sought_words(asked, words, request.lexicon)
    rooms = _voted_on(_rooms(request, scope, sought, VOTED)) if voted else _rooms(request, scope, sought)
    told = _amended(request, sought, scope, rooms) if moved and _AMENDMENT.search(asked.text) else []
    if told:
        told += _votes(asked, rooms, Words(request.library))[0] if voted else []
        return Told(found(told)[:MOST])
    silences: list[str] = []
    for tell, tells, wanted in ((_movers, _tells_mover, moved), (_votes, _tells_vote, voted)):
        if wanted:
            quotes, why = tell(asked, rooms, Words(request.library)) if rooms else ([], [])
            talk = [] if quotes else find_talk(request.library, sought, scope.places, partial(tells, asked))
            told += quotes or talk
            silences += [] if talk else why
    if not told:
        return Silence(" ".join(dict.fromkeys(silences))) if rooms else None
    notices = tuple(Notice(NoticeKind.PARTIAL, why) for why in dict.fromkeys(silences))
    return Told(found(told)[:MOST], None, notices)


def _tells_mover(asked: Question, text: str) -> bool:
    return bool(find_proposals(text)) or _TOLD_MOVER.search(text) is not None


def _tells_vote(asked: Question, text: str) -> bool:
    """Whether a paragraph tells how a vote went; who voted so, where that is asked."""
    if _NAMES.search(asked.text) and (_AGAINST.search(asked.text) or _ABSTAINED.search(asked.text)):
        return _NAMED_VOTE.search(text) is not None
    return any(pattern.search(text) for pattern in (_HOW_VOTED, UNANIMOUS, _MOTION_ENDED)) or bool(
        find_votes(text)
    )


def _matter(asked: Question) -> list[Word]:
    """The words that say which matter it is."""
    voter = voter_in(asked.text)
    named = [*people_in(asked.text), *([voter] if voter else [])]
    people = frozenset().union(*(stems(person.words) for person in named))
    return [word for word in asked.content if word.stem not in _IDLE | people | asked.named]


def _amended(request: Request, sought: Sought, scope: Scope, rooms: Sequence[Room]) -> list[Quote]:
    """The sentences of the minutes that name who put an amendment to the matter."""
    read = Words(request.library)
    led = [room.words(read, *span) for room in rooms if (span := _with_motion(room.text))]
    if led:
        return led
    told = find_talk(
        request.library, sought, scope.places, lambda text: _PUT_AMENDMENT.search(text) is not None
    )
    spans = [(quote, _with_motion(quote.text)) for quote in told]
    return [Quote(each.passage, each.start + span[0], each.start + span[1]) for each, span in spans if span]


def _with_motion(text: str) -> tuple[int, int] | None:
    """Where it is told who put an amendment, with the sentence before it that tells who moved what it is to replace."""
    span = sentence_with(text, _PUT_AMENDMENT)
    before = sentence_with(text[: span[0]].rstrip(), _TOLD_MOVER) if span else None
    adjoins = span and before and not text[before[1] : span[0]].strip()
    return (before[0], span[1]) if span and before and adjoins else span


def _rooms(request: Request, scope: Scope, sought: Sought, as_good: float = AS_GOOD) -> list[Room]:
    """The decisions on the matter; the time named is of the meeting, or else is said in the minutes themselves."""
    asked = request.asked
    if asked.of_meeting or not asked.dates:
        return find_rooms(request.library, sought, scope.places, as_good)
    anywhen = at_any_time(request)
    places = anywhen.places if isinstance(anywhen, Scope) else scope.places
    rooms = find_rooms(request.library, sought, places, as_good)
    named = [room for room in rooms if any(says_date(room.quote.text, span) for span in asked.dates)]
    named = named or [room for room in rooms if any(says_date(room.text, span) for span in asked.dates)]
    return named or [room for room in rooms if _is_of_time(asked, room)]


def _is_of_time(asked: Question, room: Room) -> bool:
    date = room.ruling.item.date
    return date is not None and any(span.first <= date <= span.last for span in asked.dates)


def _voted_on(rooms: list[Room]) -> list[Room]:
    """Those on which a vote is recorded; the best of all where there is none."""
    voted = [room for room in rooms if room.ruling.decision.vote] or rooms
    best = max((room.share for room in voted), default=0.0)
    return [room for room in voted if room.share >= AS_GOOD * best]


def _movers(asked: Question, rooms: Sequence[Room], words: Words) -> tuple[list[Quote], list[str]]:
    """The words that name who moved and seconded, each with the decision they led to."""
    named = [room for room in rooms if room.ruling.decision.mover or room.ruling.decision.seconder]
    told = [quote for room in named for quote in mover_quotes(room, words)]
    spans = [] if told else [(room, sentence_with(room.text, _TOLD_MOVER)) for room in rooms]
    told += [quote for room, span in spans if span for quote in (room.words(words, *span), room.quote)]
    if told:
        return told, []
    return [], [f"The minutes held ({_when(rooms)}) name nobody who proposed or seconded it."]


def mover_quotes(room: Room, words: Words) -> list[Quote]:
    """The words that name who moved and seconded a decision, then its own; [] when none that name them is found."""
    decision = room.ruling.decision
    own = [move for move in find_proposals(room.quote.text) if _same(move.mover, decision.mover or "")]
    if own and (decision.seconder is None or fold(decision.seconder) in fold(room.quote.text)):
        return [room.quote]
    spans = [
        (move.start, move.end)
        for move in find_proposals(room.text)
        if decision.mover and _same(move.mover, decision.mover)
    ][-1:]
    _, seconds = find_parts(room.text)
    spans += [
        (second.start, second.end)
        for second in seconds
        if decision.seconder and _same(second.name, decision.seconder)
    ][-1:]
    quotes = [room.words(words, *line_of(room.text, *span)) for span in spans]
    if not quotes:
        surname = read_person(decision.mover or decision.seconder or "").surname
        if surname not in fold_name(room.quote.text):
            return []
    return _merged([*map(room.of_its_block, quotes), room.quote])


def _votes(asked: Question, rooms: Sequence[Room], words: Words) -> tuple[list[Quote], list[str]]:
    """The words that tell the vote: its names or numbers, or that it was unanimous, or by a show of hands."""
    text = asked.text
    side = "against" if _AGAINST.search(text) else "abstained" if _ABSTAINED.search(text) else None
    told: list[Quote] = []
    nameless = False
    voter = voter_in(text)
    for room in rooms:
        vote = room.ruling.decision.vote
        if vote is not None:
            told += _vote_quotes(room, words)
            names = {"against": vote.named_against, "abstained": vote.named_abstained}.get(
                side or "", vote.named_in_favour
            )
            nameless |= bool(_NAMES.search(text)) and not names
        elif not (side and _NAMES.search(text)):
            told += _told_otherwise(room, words)
    if voter:
        told += of_voter([each for room in rooms for each in room.printed], voter)
    if voter and told and not tells_how(voter, told):
        return told, [f"The minutes do not say how {voter.words} voted."]
    if not told:
        what = "name nobody who voted so" if side and _NAMES.search(text) else "record no vote on it"
        return [], [f"The minutes held ({_when(rooms)}) {what}."]
    return told, ["The minutes do not name who voted so."] if nameless else []


def _vote_quotes(room: Room, words: Words) -> list[Quote]:
    cast = [each for each in find_votes(room.text) if each.vote == room.ruling.decision.vote]
    quotes = [room.words(words, *line_of(room.text, cast[-1].start, cast[-1].end))] if cast else []
    quotes = quotes or _told_otherwise(room, words)
    return _merged([*map(room.of_its_block, quotes), room.quote])


def _told_otherwise(room: Room, words: Words) -> list[Quote]:
    """What is said of a vote that is told without numbers: that all agreed, or a majority did."""
    upto = room.text[: room.quote.end - room.start]
    for pattern in (UNANIMOUS, _HOW_VOTED):
        if span := sentence_with(upto, pattern):
            return _merged([room.words(words, *span), room.quote])
    return []


def _merged(quotes: Sequence[Quote]) -> list[Quote]:
    """Without those that stand within another."""
    return [
        each
        for each in quotes
        if not any(
            other is not each and other.start <= each.start and each.end <= other.end and _longer(other, each)
            for other in quotes
        )
    ]


def _longer(one: Quote, other: Quote) -> bool:
    return one.end - one.start > other.end - other.start


def _same(one: str, other: str) -> bool:
    return fold(one).casefold() == fold(other).casefold()


def _when(rooms: Sequence[Room]) -> str:
    return say_when([room.ruling.item.date for room in rooms if room.ruling.item.date]) or "undated"
