"""Whose council a question asks about: one that is held, or another, whose business no paper held tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.models import Filters, Passage
from index.names import acronym
from rag.understanding.bodies import AREA, Body
from rag.understanding.held import Held
from rag.understanding.words import STOP, stem, stems, tokens

_MOST_READ = 6  # papers read for whether they tell of a council held
_LOOKED_THROUGH = 60  # passages with a place's name, read for whose they are
_OWN = re.compile(  # what a council has, rather than a place
    r"\b(?:council\w*|cabinet|mayor|leader|members?|officers?|directors?|chief|committees?|panels?|boards?|scrutiny|minutes"
    r"|budgets?|accounts?|polic(?:y|ies)|plans?|strateg(?:y|ies)|decisions?|social\s+workers?|staff|departments?|services?)\b",
    re.IGNORECASE,
)
_SHOWN = 5  # names that a refusal lists


@dataclass(frozen=True, slots=True)
class Councils:
    """The councils that bind a question, and why it cannot be answered when it asks about one that is not held."""

    named: tuple[Body, ...] = ()  # held ones, when several are held; or one that papers held tell of by name
    naming: frozenset[str] = frozenset()  # stems that only name the council whose papers are held
    refused: str | None = None  # one sentence


def resolve_councils(named: Sequence[Body], held: Held, filters: Filters) -> Councils:
    """What the councils named in a question come to in this library."""
    bound: list[Body] = []
    naming: set[str] = set()
    for council in named:
        if council.sort == AREA and (_held(council, held) or _may_be_own(council, held, filters)):
            continue  # "Manchester's schools" names no council beside those held
        if mine := _held(council, held):
            naming |= stems(council.words)
            if len({_place(each) for each in held.councils}) > 1:
                bound.append(replace(council, held=mine))
        elif any(council.stems <= body.stems for body in held.bodies):
            continue  # a body held is called by that place
        elif _is_told_of(council, held, filters):
            bound.append(council)
        elif not _may_be_own(council, held, filters):
            return Councils(refused=say_unheld(council, held.councils))
    return Councils(tuple(bound), frozenset(naming))


def _held(council: Body, held: Held) -> tuple[str, ...]:
    """The councils held that a name stands for: a whole name for itself, a part of it or its initials for all that
    have them."""
    words = [word for word in tokens(council.words) if word not in STOP]
    exact = [name for name in held.councils if [w for w in tokens(name) if w not in STOP] == words]
    part = [name for name in held.councils if council.stems <= stems(name)]
    spelt = (name for name in held.councils if council.stems == {stem(acronym(name).lower())})
    return tuple(exact or part or spelt)


def _place(council: str) -> frozenset[str]:
    """The words of a council's name that say where it is."""
    return stems(council) - _OF_ANY


_OF_ANY = stems(
    "the council city county borough district metropolitan unitary royal london authority town parish of and"
)


def _may_be_own(council: Body, held: Held, filters: Filters) -> bool:
    """Whether the place stands in a paper that does not say which council's it is, nor tells of a place that a held
    council is of."""
    unsaid = dict.fromkeys(
        passage.span.document_id for passage in _naming(council, held, filters) if passage.council is None
    )
    mine = [word for name in held.councils for word in tokens(name) if stem(word) not in _OF_ANY]
    known = re.compile(rf"\b(?:{'|'.join(map(re.escape, mine))})\b", re.IGNORECASE) if mine else None
    texts = (held.library.document_text(document) for document in list(unsaid)[:_MOST_READ])
    return any(known is None or known.search(text) is None for text in texts)


def _is_told_of(council: Body, held: Held, filters: Filters) -> bool:
    """Whether a paper tells of that very council, or of the place that stands for it."""
    naming = _naming(council, held, filters)
    return any(council.sort == AREA or names_council(passage.text, council) for passage in naming)


def tells_of_place(question: str, council: Body, text: str) -> bool:
    """Whether a text tells of what a question asks of a place, rather than of its council: "Leeds's water", not
    "Leeds's officers"."""
    place = re.escape(council.words)
    had = re.search(rf"\b{place}['’]s\s+(?P<thing>[\w’'-]+(?:\s+[\w’'-]+){{0,2}})", question, re.IGNORECASE)
    if council.sort != AREA or had is None or _OWN.search(had["thing"]):
        return False
    things = {stem(word) for word in tokens(had["thing"])[:2] if word not in STOP}
    words = stems(text)
    return council.stems <= words and not things.isdisjoint(words)


def names_council(text: str, council: Body) -> bool:
    """Whether a text has the place and "council" together: "Westhaven City Council"."""
    words = [stem(word) for word in tokens(text)]
    reach = len(council.stems) + 4
    return any(
        word == stem("council") and council.stems <= set(words[max(0, at - reach) : at])
        for at, word in enumerate(words)
    )


def _naming(council: Body, held: Held, filters: Filters) -> list[Passage]:
    hits = held.library.store.matching(sorted(council.stems), _LOOKED_THROUGH, filters)
    return [hit.passage for hit in hits if council.stems <= stems(hit.passage.text)]


def say_unheld(council: Body, councils: Sequence[str]) -> str:
    """ "No papers of Westhaven City Council are held; those held are of Saltmarsh Borough Council." """
    more = f" and {len(councils) - _SHOWN} more" if len(councils) > _SHOWN else ""
    have = f"; those held are of {', '.join(councils[:_SHOWN])}{more}" if councils else ""
    return f"No papers of {council.words} are held{have}."
