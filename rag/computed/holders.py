"""Who holds an office: whom the latest paper that names anybody in it names, and of what date that paper is."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.models import SectionKind
from corpus.parts.lines import split_sentences
from corpus.parts.people import split_attendance
from index.models import Filters, Passage
from rag.answering.compose import Quote
from rag.answering.places import say_date
from rag.computed.exact import found
from rag.computed.scope import scope_of
from rag.computed.told import Request, Silence, Told
from rag.models import Computed
from rag.understanding.bodies import body_stems
from rag.understanding.words import stems

_NOW = r"(?:now|at present|currently|at the moment|these days|nowadays|today|right now|presently|as of now)"
_OFFICE = (
    r"(?P<office>(?:deputy\s+|vice[-\s]+)?(?:(?:lord\s+)?mayor|(?:lord\s+)?provost|leader|cathaoirleach|chief\s+executive)"
    r"|(?:cabinet|executive|lead)\s+member|portfolio\s+holder)"
)
_ASKS = re.compile(
    r"^(?:(?:and|so|please|can you tell me|do you know|tell me)[\s,]+)*"
    rf"(?:(?:who(?:['’]s|\s+is)|which\s+(?:councillor|member|person|politician)\s+is)(?:\s+{_NOW})?|what(?:['’]s|\s+is)\s+the\s+name\s+of|name|who\s+(?:{_NOW}\s+)?holds\s+the"
    r"\s+(?:office|post|role)\s+of)\s+"
    rf"(?:(?:the|our|your|an?)\s+)?(?:(?P<whose>[\w’'-]+(?:\s+[\w’'-]+)?)['’]s\s+)?(?:(?:current|present|serving|sitting|latest)\s+)?{_OFFICE}\b(?P<of>[^?.!;]*?)"
    rf"(?:[\s,]+{_NOW})?[\s?.!]*$",
    re.IGNORECASE,
)
_LED = re.compile(r"^\s*(?:for|of|at|in|with responsibility for)\s+(?:the\s+|our\s+)?", re.IGNORECASE)
_STYLE = (
    r"(?i:Councillor|Cllr|Cmhlr|Alderman|Ald|Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Dame|Lord|Lady|Baroness|Baron)\b\.?"
)
_PART = r"(?:[A-Z]\.|[A-ZÓÁÉÍÚ][\w’'-]*|\([A-Z]\w?\))"
_STYLED = rf"{_STYLE}(?:\s+{_PART}){{1,4}}?"
_NO_BODY = r"(?!\w+\s+(?:\w+\s+)?(?:Council|Committee|Panel|Board|Report|Group)\b)"
_BARE = rf"{_NO_BODY}[A-Z][a-z’'-]+(?:[^\S\n]+{_PART}){{1,3}}?"
_WHO = rf"(?:{_STYLED}|{_BARE})"
_AND = r"(?:(?:[A-Z][\w-]*\s+){1,3}and\s+)?"  # "Deputy Leader and Cabinet Member for Finance"
_FILLED = r"(?:re-?)?(?:elected|appointed|installed|chosen)"
_AS = r"(?:\s+(?:as|to\s+be|to\s+the\s+(?:office|post)\s+of))?\s+(?:the\s+)?"
_NAME_BEHIND = re.compile(
    r"\s+(?:for|of|with\s+responsibility\s+for)\s+(?:the\s+)?"
    r"(?P<name>[A-Z][\w’'-]*(?:,?\s+(?:(?:and|of|the|for|&)\s+){0,2}[A-Z][\w’'-]*){0,12})"
)
_BEFORE = re.compile(r"([\w’'-]+?)[^\S\n-]*-?[^\S\n]*$")  # the word before the office, on its line
_NOT_NOW = frozenset(
    "former outgoing previous past retiring late then deputy vice ex assistant acting shadow group".split()
)
_MAY_LEAD = frozenset("the an our incoming new newly lord".split())
_OF_BODY = frozenset(("mayor", "lord mayor", "provost", "lord provost", "cathaoirleach"))
_ITS_OWN = re.compile(
    r"\b(?:council|district|borough)\b", re.IGNORECASE
)  # a body that has such an office itself
_OF_COUNCIL = frozenset(("leader", "deputy leader", "chief executive"))
_SURE = frozenset(("mayor", "lord mayor", "provost", "cathaoirleach", "leader"))
_IDLE = stems(
    "council county city borough town district local authority current present moment nowadays today"
)
_KINDS = (
    SectionKind.ATTENDANCE,
    SectionKind.DISCUSSION,
    SectionKind.DECISION,
    SectionKind.REPORT,
    SectionKind.FRONT,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Named:
    """Words that name somebody in the office."""

    passage: Passage
    date: dt.date
    start: int  # offsets in the passage
    end: int
    elected: bool  # they tell that it was filled
    of: str  # the words behind the office: "for Education and Skills"


def tell_holder(request: Request) -> Told | Silence | None:
    """Who is Mayor, Leader or Cabinet Member, as of the latest paper that names them; None for any other question."""
    asked = _ASKS.match(request.asked.text)
    if asked is None or request.asked.items:
        return None
    office = " ".join(asked["office"].lower().split())
    of = frozenset() if (led := _LED.match(asked["of"])) is None else stems(asked["of"][led.end() :])
    if asked["of"].strip() and led is None:
        return None
    if asked["whose"] and not stems(asked["whose"]) <= _places(request):
        return None
    portfolio = office.endswith((" member", "holder"))
    if portfolio and not of:
        return None
    if not portfolio and not of <= _places(request):
        return None
    scope = scope_of(request)
    if isinstance(scope, Silence):
        return scope
    named = [
        each for each in _all_named(request, office, scope.places) if not portfolio or of <= stems(each.of)
    ]
    latest = _latest(request, office, frozenset() if portfolio else of - _IDLE, named)
    shown = f"{asked['office']}{asked['of'].rstrip() if portfolio else ''}"
    if not latest:
        return Silence(f"No paper held says who is {shown}.", sure=True) if office in _SURE else None
    *days, last = map(say_date, sorted({each.date for each in latest}))
    sentence = f"As of {last}, the latest paper held that says who is {shown}."
    if days:
        sentence = f"The latest papers held that say who is {shown} are of {', '.join(days)} and {last}."
    return Told(found(_quote(each) for each in latest[::-1]), Computed(sentence, None, "people"))


def _places(request: Request) -> frozenset[str]:
    """The stems of the names of all bodies and councils held, and of words that say nothing of the office."""
    coverage = request.library.coverage()
    names = [
        *coverage.bodies,
        *(council for meeting in request.library.meetings() if (council := meeting.council)),
    ]
    return _IDLE.union(*map(stems, names))


def _all_named(request: Request, office: str, places: Sequence[Filters]) -> Iterator[_Named]:
    """Every dated passage that names somebody in the office."""
    word = re.split(r"[\s-]+", office)[-1]
    told = [
        each for place in places for each in request.library.saying([[(word,)]], place) if each.kind in _KINDS
    ]
    patterns = _patterns(office)
    for passage in request.library.passages_by_id([each.id for each in told]).values():
        if passage.date is None:
            continue
        for pattern, elected in patterns:
            for match in pattern.finditer(passage.text):
                before = passage.text[: match.start("o")] if match.start("o") == match.start() else ""
                if not _is_another(before):
                    of = passage.text[match.end("o") : match.end("o") + 120]
                    yield _Named(passage, passage.date, match.start(), match.end(), elected, _behind(of))


def _is_another(before: str) -> bool:
    """Whether the word that leads to an office makes another of it: "Deputy Mayor", "former Leader"."""
    found = _BEFORE.search(before)
    if found is None:
        return False
    word = found[1].lower()
    return word in _NOT_NOW or (found[1][0].isupper() and word not in _MAY_LEAD)


def _patterns(office: str) -> tuple[tuple[re.Pattern[str], bool], ...]:
    words = r"[\s-]+".join(map(re.escape, re.split(r"[ -]+", office)))
    o = rf"(?P<o>(?i:{words}))\b(?!['’]s\b)"
    if office in _OF_COUNCIL:  # not of a group, a team or another organisation
        o += r"(?!(?:\s+Officer)?\s+(?:for|at|of\s+(?!(?:the\s+)?(?:[A-Z][\w’'-]*\s+(?:and\s+)?){0,5}Council\b)))"
    if office.endswith((" member", "holder")):
        o = r"(?P<o>(?i:(?:cabinet|executive|lead)\s+member|portfolio\s+holder))(?=\s+(?:for|with)\b)"
    behind = r"(?:\s+for\s+[^,.;()\n]{3,80}?)?"
    made = rf"(?:\w+ly\s+)?{_FILLED}{_AS}{o}"
    behind += rf"\s*(?:[:–-]\s*{_STYLED}|,\s*{_STYLED}(?=\s*[,.;\n)])|\(\s*{_STYLED}\s*\))"
    return (
        (re.compile(rf"\b{_WHO}\s*[,–:(\n-]\s*(?:(?:the|An)\s+)?{_AND}{o}"), False),
        (re.compile(o + behind), False),
        (re.compile(rf"\b{_WHO}\s+(?:was|is|had\s+been|has\s+been)\s+{made}"), True),
        (re.compile(rf"\b(?i:declared)\s+(?:that\s+)?{_WHO}\s+{made}"), True),
    )


def _behind(text: str) -> str:
    """What the office is of or for: "Education and Skills"."""
    found = _NAME_BEHIND.match(text)
    return found["name"] if found else ""


def _latest(request: Request, office: str, of: frozenset[str], named: Sequence[_Named]) -> list[_Named]:
    """The last to name anybody, of each council, or of each body that has such an office of its own; only of those
    bodies whose names say the place asked about, where there are any."""
    groups: dict[str, _Named] = {}
    bodies = request.library.coverage().bodies
    for each in sorted(
        named, key=lambda each: (each.date, each.elected, each.passage.span.document_id, each.start)
    ):
        own = each.passage.body if office in _OF_BODY and _ITS_OWN.search(each.passage.body or "") else None
        said = body_stems(each.of) if office in _OF_BODY else frozenset()
        meant = [body for body in bodies if said and said <= body_stems(body)]
        groups[min(meant, key=len) if meant else own or each.passage.council or ""] = each
    of_place = [each for name, each in groups.items() if of and of <= stems(name)]
    return of_place or list(groups.values())


def _quote(named: _Named) -> Quote:
    """The sentences, or the lines of a list, that the words stand in."""
    passage = named.passage
    split = split_attendance if passage.kind is SectionKind.ATTENDANCE else split_sentences
    units = [
        (start, end)
        for start, end in split(passage.text, 0, len(passage.text))
        if start < named.end and named.start < end
    ]
    start, end = (units[0][0], units[-1][1]) if units else (named.start, named.end)
    return Quote(passage, passage.span.start + start, passage.span.start + end)
