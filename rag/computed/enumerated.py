"""How many members a list has that a paper prints: "how many bullet points are there in the vision for the quay?"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.models import Document
from corpus.parts.itemised import PrintedList, printed_lists
from index.models import Passage
from rag.answering.compose import Quote, whole
from rag.answering.places import say_date
from rag.computed.saying import MOST, count_of
from rag.computed.scope import OF_MEETINGS
from rag.computed.told import Request, Told
from rag.models import Computed
from rag.retrieval.retrieve import retrieve
from rag.understanding.lexicon import Term
from rag.understanding.words import stem, stems

LOOKED_IN = 3  # papers
BEFORE = 500  # characters before a list that may say what it is of
AROUND = 0.6  # worth of a word that stands there, rather than in the sentence that leads to the list
ENOUGH = 0.75  # share of the question that must be met
LED = 0.5  # share that the lead must say by itself
APART = 0.1  # by how much the next list must say less
LONGEST = 600  # characters of a member that are told

_ANY = (
    r"bullet points?|bullets?|(?:numbered |lettered )?points|entries|things|elements|parts|items on the list"
)
_ASKED = re.compile(
    rf"\b(?:how many|number of)\s+(?:(?:different|separate|main|key|numbered)\s+)?(?:(?P<any>{_ANY})|(?P<noun>aims|"
    r"priorities|objectives|reasons|actions|options|principles|themes|headings|steps|conditions|areas|pathways|"
    r"commitments|outcomes|criteria|tasks|stages|strands|categories|factors|benefits|challenges|measures|criteria))\b"
    r"(?=.*\b(?:are|were|is|does|do|did|has|have|had|made up|listed|set out)\b)",
    re.IGNORECASE,
)
_LISTING = (  # somebody, or a paper, told them one after another
    r"(?:list(?:ed|s)?|name[ds]?|(?:run|ran|go|gone|went)\s+through|set\s+out|mention(?:ed|s)?|identif(?:y|ied|ies)|outline[ds]?"
    r"|highlight(?:ed|s)?|raise[ds]?|put\s+forward|announce[ds]?|enumerate[ds]?|printed)"
)
_TOLD = re.compile(
    r"\b(?:how many|number of)\s+(?:(?!did|does|do|was|were|are|is|of)[\w’'-]+\s+){0,3}?(?P<noun>[a-z’'-]+[^s\W]s)\s+"
    r"(?:(?:to|of|for|on|about|in|from|with)\s+(?:[\w’'-]+\s+){1,6}?)?"
    rf"(?:did|does|do|was|were|are|is|has|have)\b[^?.;]*?\b{_LISTING}\b",
    re.IGNORECASE,
)
_IDLE = OF_MEETINGS | stems(
    "bullet bullets point points entry entries thing things element elements part parts item list listed lists set "
    "under number numbered lettered count counted different separate main key section report paper document "
    "mention mentioned include included given printed contain contains "
    "name named run ran go gone went through identify identified outline outlined highlight highlighted raise raised "
    "put forward announce announced"
)
_NUMBERS = "two three four five six seven eight nine ten eleven twelve".split()


@dataclass(frozen=True, slots=True)
class _Found:
    list: PrintedList
    document: Document
    share: float


def tell_enumerated(request: Request) -> Told | None:
    """The list that the question means, whole, and how many members it has; None for any other question, or where it
    is not plain which list is meant."""
    asked = request.asked
    match = _ASKED.search(asked.text) or _TOLD.search(asked.text)
    if match is None:
        return None
    noun = stem(match["noun"].casefold()) if match["noun"] else None
    terms = [
        each
        for each in request.lexicon.read(asked)
        if not each.word.is_frame and each.word.stem not in _IDLE | asked.named | {noun}
    ]
    if not terms:
        return None
    candidates = retrieve(request.library, asked, request.lexicon.read(asked), request.filters).candidates
    passages = [each.passage for each in candidates]
    ranked = sorted(_lists(request, terms, passages, noun), key=lambda each: -each.share)
    best = next(iter(ranked), None)
    if best is None or any(other.share > best.share - APART for other in ranked[1:]):
        return None
    return _told(best, passages)


def _lists(
    request: Request, terms: Sequence[Term], passages: Sequence[Passage], noun: str | None
) -> Iterator[_Found]:
    """The lists of the papers found first that are of what is asked."""
    weight = sum(term.weight for term in terms) or 1.0
    for id in list(dict.fromkeys(each.span.document_id for each in passages))[:LOOKED_IN]:
        document = request.library.document(id)
        seen: set[tuple[int, int]] = set()
        for each in printed_lists(document.text):
            if each.lead is None or each.paragraphs or each.members[0] in seen:
                continue
            seen.add(each.members[0])
            lead = document.text[slice(*each.lead)]
            leads = stems(lead)
            around = stems(document.text[max(0, each.lead[0] - BEFORE) : each.lead[0]])
            led = sum(term.weight * term.credit(leads) for term in terms) / weight
            share = (
                sum(
                    term.weight * max(term.credit(leads), AROUND * term.credit(around | leads))
                    for term in terms
                )
                / weight
            )
            named = noun is None or noun in leads
            if led >= LED and share >= ENOUGH and named and _agrees(lead, len(each.members)):
                yield _Found(each, document, share)


def _agrees(lead: str, members: int) -> bool:
    """Whether the lead says no other number of them: "the four aims are:"."""
    said = [number for number, word in enumerate(_NUMBERS, start=2) if re.search(rf"\b{word}\b", lead, re.I)]
    return not said or members in said


def _told(found: _Found, passages: Sequence[Passage]) -> Told:
    lead = found.list.lead or found.list.members[0]
    of_paper = [each for each in passages if each.span.document_id == found.document.id]
    quotes = [
        _quote(found.document, of_paper, start, min(end, start + LONGEST))
        for start, end in (lead, *found.list.members[:MOST])
    ]
    number = len(found.list.members)
    date = quotes[0].passage.date
    when = f" (paper of {say_date(date)})" if date else ""
    return Told(
        tuple(quotes), Computed(f"{count_of(number, 'points')} in the list printed{when}.", number, "points")
    )


def _quote(document: Document, passages: Sequence[Passage], start: int, end: int) -> Quote:
    """The words from `start` to `end`, as of the passage that they stand in, or of the nearest."""
    within = [each for each in passages if each.span.start <= start and end <= each.span.end]
    if within:
        return Quote(within[0], start, end)
    nearest = min(passages, key=lambda each: abs(each.span.start - start))
    span = document.span(start, end)
    return whole(replace(nearest, id=0, span=span, text=document.slice(span)))
