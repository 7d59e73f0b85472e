"""At what time of day a meeting began or ended."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.models import SectionKind
from index.library import Library
from rag.answering.compose import Quote
from rag.computed.exact import found
from rag.computed.meant import KINDS, clause_of_meeting, meant
from rag.computed.scope import OF_MEETINGS, Scope, scope_of
from rag.computed.sittings import Sitting, sittings
from rag.computed.told import Request, Told
from rag.understanding.words import stems

MOST = 8  # meetings that are told of
_ASKS = re.compile(
    r"\b(?:what|which)\s+(?:(?:start|starting|opening|finish|finishing|closing|end)\s+)?(?:time|hour)s?\b"
    r"|\bwhat o['’]?clock\b|\bhow (?:early|late)\b"
    r"|\b(?:what|when)\s+(?:is|was)\s+the\s+(?:start|starting|finishing|closing|end)\s+time\b",
    re.IGNORECASE,
)
_END = re.compile(
    r"\b(?:end(?:ed|ing)?|finish(?:ed|ing)?|clos(?:e|ed|ing)|conclud(?:e|ed)|over|rise|rose|adjourn(?:ed)?|wrap(?:ped)?"
    r"|wound|wind|break|broke)\b",
    re.IGNORECASE,
)
_IDLE = OF_MEETINGS | stems(
    "time day hour o'clock start started starting begin began beginning commence commenced open opened opening kick "
    "kicked off call called summoned summon convened convene due scheduled schedule set fixed end ended ending finish "
    "finished finishing close closed closing conclude concluded over rise rose adjourn adjourned wrap wrapped up wind "
    "wound break broke take took place happen early late actual exact sit sat get gets going people there"
)
_CLOCK = (
    r"(?:\b\d{1,2}(?:[.:]\d{2})?\s?(?:[ap]\.?\s?m\b\.?|noon|midday|o['’]?clock|hours|hrs)|\b(?:12\s+)?(?:noon|midday)\b"
    r"|\b(?:[01]?\d|2[0-3]):[0-5]\d\b)"
)
_BEGINS = re.compile(_CLOCK, re.IGNORECASE)
_ENDS = re.compile(
    rf"\b(?:end(?:ed|ing)|finish(?:ed|ing)|clos(?:ed|ing|e)|concluded|rose|adjourned|terminated)\b[^.\n]{{0,40}}?{_CLOCK}",
    re.IGNORECASE,
)
_LINE = re.compile(r"\S[^\n]*(?:\n\s*\([^()]{1,120}\))?")  # with what is added in brackets: "(or later)"


def tell_hours(request: Request) -> Told | None:
    """The words that tell when in the day a meeting began, or ended; None for any other question, and where the papers
    do not tell it."""
    text = request.asked.text
    if not _ASKS.search(text):
        return None
    clause = clause_of_meeting(request.asked)
    named = request.asked.named.union(KINDS, {word.stem for word in clause.words} if clause else ())
    if any(word.stem not in named | _IDLE for word in request.asked.content):
        return None
    scope = scope_of(request)
    if not isinstance(scope, Scope) or not scope.named:
        return None
    held = [each for each in sittings(request.library, scope.places) if not each.cancelled]
    held = meant(request, scope, held, clause)
    ended = _END.search(text) is not None
    told = [list(_hours(request.library, each, ended)) for each in reversed(held[-MOST:])]
    if not (request.asked.dates or clause):
        told = [quotes for quotes in told if quotes][:1]  # of the latest of which it is told
    quotes = found(quote for each in told for quote in each)
    return Told(quotes) if quotes else None


def _hours(library: Library, sitting: Sitting, ended: bool) -> Iterator[Quote]:
    """The lines of a meeting's papers that print its time: the first of its heading, or the last of its minutes."""
    kinds = (
        (SectionKind.DISCUSSION, SectionKind.DECISION, SectionKind.FRONT)
        if ended
        else (SectionKind.FRONT, SectionKind.ATTENDANCE)
    )
    documents = {paper.document for paper in sitting.papers}
    lines = [
        Quote(passage, passage.span.start + line.start(), passage.span.start + line.end())
        for passage in library.passages_of_documents(documents, kinds)
        if passage.date == sitting.date and passage.body == sitting.body
        for line in _LINE.finditer(passage.text)
        if (_ENDS if ended else _BEGINS).search(line.group())
    ]
    yield from lines[-1:] if ended else lines[:1]
