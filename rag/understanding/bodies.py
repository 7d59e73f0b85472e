"""The bodies and councils that a question names, as far as its words alone tell."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rag.understanding.areas import read_areas
from rag.understanding.words import FRAME, STOP, stem, tokens

_SORT_WORDS = r"(?:committee|sub-?\s?committee|sub-?\s?group|panel|board|forum)"
_NAMED = re.compile(
    rf"(?P<name>(?:[\w&’'-]+\s+){{1,6}}?)(?P<sort>(?:scrutiny\s+)?{_SORT_WORDS})\b", re.IGNORECASE
)
_ALONE = re.compile(
    r"\b(?:the|our|this|that)\s+(?P<sort>sub-?\s?committee|sub-?\s?group|panel|board|forum)\b", re.I
)
# "The County Council's last meeting" was the council's own, where any of its own is held.
_OWN = re.compile(
    r"\b(?:the|our)\s+(?:(?:city|county|borough|district|town|parish)\s+(?:and\s+)?){1,2}(?P<sort>council)(?:['’]s)?"
    r"(?=\s+(?:[\w’'-]+\s+){0,3}?(?:meeting|session|sitting|minutes|agenda)s?\b)",
    re.IGNORECASE,
)
_CABINET = re.compile(
    r"\b(?:did|does|has|have|was|is|by|at|of|the|full|next|last|latest|previous|first|everything|what|when) cabinet\b"
    r"(?! (?:member|paper|report|office))",
    re.IGNORECASE,
)
_FULL_COUNCIL = re.compile(
    r"\b(?:the\s+)?full\s+(?:[\w&’'-]+\s+){0,4}?council\b|\bmeetings? of (?:the )?full council\b", re.I
)
_ACTS = re.compile(
    r"\b(?:did|does|has|have|by)\s+(?!(?:one|an?|any|no|its|their|our|two|set)\b)(?:the\s+)?(?:[\w&’'-]+\s+){0,6}?"
    rf"(?:{_SORT_WORDS}|cabinet|full council|scrutiny)\b",
    re.IGNORECASE,
)
_BEFORE_NAME = re.compile(
    r"\b(?:the|our|this|that|its|by|of|at|on|to|an?|did|was|another|new|next|last|previous|first|two|three|every|each"
    r"|any|all|both|which|what|who|some|other|these|those|their|his|her"
    r"|(?-i:one|single|have|has|had|having|be|been|being|is|are|were|get|got|would|will|should|could|can|may|might|must))\b",
    re.IGNORECASE,
)
_ANY = re.compile(r"\b(?:an?|one|single|another|any|each|every|new)\W*$", re.IGNORECASE)
_SCRUTINY = re.compile(
    rf"\b(?:did|does|has|have|was|is|by|at|to|from)\s+scrutiny\b(?!\s+(?:{_SORT_WORDS}|officer|function|review|work|of))",
    re.IGNORECASE,
)
# What follows one of these with a capital may be a body told without its sort: "did Neighbourhoods agree".
_ACTING = re.compile(
    r"\b(?:did|does|has|have|by|at)\s+(?:the\s+)?(?P<name>[A-Z][\w’'-]*(?:\s+(?:(?:and|of|for|&)\s+)?[A-Z][\w’'-]*){0,6})"
)
# Or before one of these: "the Newton West members", "the Travel and Trade SPC".
_MEMBERS = re.compile(
    r"(?P<name>[A-Z][\w’'-]*(?:\s+(?:(?:and|of|for|&)\s+)?[A-Z][\w’'-]*){0,6}?)\s+"
    r"(?:municipal\s+|metropolitan\s+)?(?:district|area|members|councillors|meetings?|SPC)\b"
)
_ACRONYM = re.compile(
    r"(?P<acts>\b(?:did|does|has|have|had|was|by|at)\s+(?:the\s+)?)?(?<![\w/-])(?P<letters>[A-Z][A-Z&]{1,9})(?![\w/-])"
)
_MEANING = re.compile(r"\b(?:mean|means|meaning|stands? for|short for|abbreviat\w*|acronym|initials)\b", re.I)
_COUNCIL = re.compile(
    r"(?P<name>(?:(?-i:[A-Z])[\w’'-]*\s+(?:(?:and|of|upon|on|&)\s+(?:the\s+)?)?){1,5})"
    r"(?P<sort>(?:(?:city|county|borough|district|metropolitan|town|parish|unitary)\s+){0,3}council|cabinet)\b"
    r"(?!\s+(?:tax|house|housing|home|flat|estate|chamber|plan|member)s?\b)",
    re.IGNORECASE,
)
# "every body and committee", "any outside panel": of no body in particular.
_NO_NAME = frozenset("body bodies group groups list name give tell show outside external internal".split())
_NO_PLACE = frozenset(
    "what did does has have who when where why how was is are were full city county borough district metropolitan "
    "town parish unitary royal london the and of upon on council councils tell which can could will would should "
    "youth school schools student arts research combined local".split()
)
# "the Leader of the Council" is somebody, not a council.
_OFFICES = frozenset(
    "leader deputy chief executive mayor lord provost chair member clerk officer director head".split()
)
_LED_BY_OFFICE = re.compile(rf"(?:(?:{'|'.join(sorted(_OFFICES))})\s+)+of\s+(?:the\s+)?(?=\S)", re.IGNORECASE)
AREA = "area"  # the sort of a council that is named by its place alone


@dataclass(frozen=True, slots=True)
class Body:
    """A body or a council that a question names."""

    words: str  # as the question puts it
    stems: frozenset[str]  # of its name
    held: tuple[str, ...] = ()  # names held that it stands for; none before the question is resolved
    sort: str = ""  # stem of what sort of body it is said to be: "panel"
    acts: bool = False  # it did something, or something was done there


@dataclass(frozen=True, slots=True)
class Named:
    """The bodies of a question: surely bodies, perhaps bodies (kept only when one held fits), and councils."""

    bodies: tuple[Body, ...] = ()
    guesses: tuple[Body, ...] = ()
    councils: tuple[Body, ...] = ()


def read_bodies(text: str) -> Named:
    """What a text names. "the Ofsted Subgroup" is surely a body; "the Panel", "CYP" and "scrutiny" may be."""
    bodies = [*_by_name(text), *_by_office(text)]
    guesses = [*_alone(text), *(() if _MEANING.search(text) else _acronyms(text)), *_acting(text)]
    return Named(tuple(bodies), _each_once(guesses), tuple(_councils(text)))


def acts(text: str) -> bool:
    """Whether a body named did it: "did the Panel agree", rather than "who chairs the Panel"."""
    return _ACTS.search(text) is not None


def body_stems(name: str) -> frozenset[str]:
    """Stems of the words of a body's name; "sub-group", "sub group" and "subgroup" are one."""
    return frozenset(stem(word) for word in body_words(name))


def body_words(name: str) -> list[str]:
    """The words of a body's name that tell it from others, in order and lower case."""
    joined = re.sub(r"\bsub[-\s]+(?=(?:group|committee)\b)", "sub", name, flags=re.IGNORECASE)
    return [word for word in tokens(joined) if word not in STOP]


def _each_once(bodies: list[Body]) -> tuple[Body, ...]:
    return tuple({body.words: body for body in reversed(bodies)}.values())[::-1]


def _by_name(text: str) -> list[Body]:
    found = []
    for match in _NAMED.finditer(text):
        name = _BEFORE_NAME.split(match["name"])[-1]
        if not text.isupper() and (capital := re.search(r"\b[A-Z]", name)):
            name = name[capital.start() :]
        elif len(match["name"].split()) == len(name.split()):
            continue  # "teaching exclusion panel governors": no article, no capital, no body
        elif _ANY.search(match["name"][: len(match["name"]) - len(name)]):
            continue  # "one safeguarding board for both" is of none
        words = {stem(word) for word in tokens(name) if word not in STOP | FRAME | _NO_NAME}
        if words:
            whole = " ".join(f"{name}{match['sort']}".split())
            found.append(
                Body(whole, frozenset(words) | body_stems(match["sort"]), (), _sort_of(match["sort"]))
            )
    return found


def _by_office(text: str) -> list[Body]:
    found = []
    if _CABINET.search(text):
        found.append(Body("Cabinet", frozenset({stem("cabinet")}), (), stem("cabinet")))
    if match := _FULL_COUNCIL.search(text):
        found.append(Body(match.group(), frozenset({stem("full"), stem("council")}), (), stem("council")))
    return found


def _alone(text: str) -> list[Body]:
    return [
        Body(match.group(), body_stems(match["sort"]), (), _sort_of(match["sort"]))
        for pattern in (_ALONE, _OWN)
        for match in pattern.finditer(text)
    ]


def _acting(text: str) -> list[Body]:
    names = [match["name"] for pattern in (_ACTING, _MEMBERS) for match in pattern.finditer(text)]
    found = [Body(name, body_stems(name), acts=True) for name in names if not name.isupper()]
    if _SCRUTINY.search(text):
        found.append(Body("scrutiny", frozenset({stem("scrutiny")})))
    return found


def _acronyms(text: str) -> list[Body]:
    """Words all in capitals; none in a text that is all in capitals."""
    if text.isupper():
        return []
    return [
        Body(match["letters"], frozenset({stem(match["letters"].lower())}), acts=match["acts"] is not None)
        for match in _ACRONYM.finditer(text)
    ]


def _councils(text: str) -> list[Body]:
    found = []
    for match in _COUNCIL.finditer(text):
        led = _LED_BY_OFFICE.match(match["name"])
        name = match["name"][led.end() :] if led else match["name"]
        place = [word for word in tokens(name) if word not in _NO_PLACE and word not in STOP]
        if place and not set(place) <= _OFFICES:
            words = match.group()[led.end() :] if led else match.group()
            found.append(Body(" ".join(words.split()), frozenset(map(stem, place))))
    return found + [_area(name) for name in read_areas(text)]


def _area(name: str) -> Body:
    """A council that a question names by its place alone."""
    return Body(name, frozenset(map(stem, tokens(name))), sort=AREA)


def _sort_of(words: str) -> str:
    return stem(body_words(words)[-1])
