"""What was to be done: the decisions of a meeting that ask for something, which the minutes do not follow up."""

from __future__ import annotations

import re

from rag.computed.entries import by_decision, entries_in, locate, rulings_of
from rag.computed.exact import Words, found
from rag.computed.listed import cut_short
from rag.computed.saying import count_of, say_found, shown
from rag.computed.scope import OF_MEETINGS, nothing_held, scope_of
from rag.computed.told import Request, Silence, Told
from rag.models import Computed
from rag.understanding.words import stems

_ASKED = re.compile(
    r"\b(?:what|which|list|show|how many|any)\b[^?]*\bactions?\b|\bactions? (?:points?|list|log|arising)\b",
    re.IGNORECASE,
)
_TO_DO = re.compile(
    r"^\W*(?:\(?\w{1,3}[.)]\s+)?(?:resolved[\s,:]+)?(?:that\s+)?(?:it was agreed\s+)?(?:to\s+)?(?:also\s+)?(?:"
    r"request|ask|invite|arrange|write|instruct|call (?:on|for)|seek|obtain|circulate|provide|prepare|bring|send|share|"
    r"refer|(?:the\s+)?(?:[\w’'-]+\s+){1,6}?(?:be\s+(?:asked|requested|invited|instructed|circulated|provided|sent|"
    r"brought|submitted|prepared|arranged|referred)|(?:to\s+)?(?:write|report|provide|circulate|bring|send|prepare)))\b",
    re.IGNORECASE,
)
_IDLE = OF_MEETINGS | stems(
    "action actions outstanding agreed agree point points arising arise set requested request follow taken list log "
    "due complete completed made"
)


def tell_actions(request: Request) -> Told | Silence | None:
    """The decisions that ask for something to be done; None for any other question, or without a place."""
    asked = request.asked
    if not _ASKED.search(asked.text):
        return None
    if any(word.stem not in asked.named | _IDLE for word in asked.content):
        return None
    scope = scope_of(request)
    if isinstance(scope, Silence):
        return scope
    if not scope.named:
        return None
    entries = entries_in(request.library, scope.places)
    if not entries:
        return Silence(nothing_held(request, scope))
    rulings = [ruling for ruling in rulings_of(entries) if _TO_DO.search(ruling.decision.text)]
    if not rulings:
        return None
    decisions = by_decision(rulings)
    kept, partial = shown(decisions)
    matters = [parts[0].entry.matter for parts in decisions]
    dates = [matter.date for matter in matters if matter.date]
    meetings = {ruling.entry.sitting for ruling in rulings if ruling.entry.matter.date}
    undated = sum(matter.date is None for matter in matters)
    sentence = say_found(
        f"{count_of(len(decisions), 'decisions')} asking for something to be done",
        len(meetings),
        dates,
        undated,
        "Whether it was done is not told there.",
    )
    told = found(locate(request.library, Words(request.library), [part for parts in kept for part in parts]))
    if not told:
        return None
    return Told(told, Computed(sentence, len(decisions), "decisions"), (*partial, *cut_short(entries)))
