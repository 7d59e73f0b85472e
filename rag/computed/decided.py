"""What was decided at a meeting, on an item or by a body, when nothing else is asked: every decision, in order."""

from __future__ import annotations

import re

from rag.computed.entries import by_decision, entries_in, locate, rulings_of
from rag.computed.exact import Words, found
from rag.computed.listed import cut_short
from rag.computed.saying import count_of, say_found, shown
from rag.computed.scope import names_place_only, nothing_held, scope_of
from rag.computed.told import Request, Silence, Told
from rag.models import Computed
from rag.understanding.wanted import Wanted

_NOT_WHAT = re.compile(
    r"^(?:and |so |but )?(?:why|who|whom|whose|when|where|how|which (?!decisions|resolutions))\b|\bwhy\b|\bwho\b",
    re.IGNORECASE,
)


def tell_decided(request: Request) -> Told | Silence | None:
    """Every decision of the place that the question names; None when it names none, asks about a matter as well, or
    the minutes held of it have no decision to tell."""
    asked = request.asked
    if asked.wanted is not Wanted.DECISION or not names_place_only(asked) or _NOT_WHAT.search(asked.text):
        return None
    scope = scope_of(request)
    if isinstance(scope, Silence) or not scope.named:
        return scope if isinstance(scope, Silence) else None
    entries = entries_in(request.library, scope.places)
    if not entries:
        return None if asked.items else Silence(nothing_held(request, scope))
    rulings = [
        ruling for ruling in rulings_of(entries) if asked.decision in (None, ruling.decision.number)
    ]  # fmt: skip
    if not rulings:
        if any(entry.minuted for entry in entries):
            return None  # what was said there may still be told
        return Silence("The papers held of it were written before the meeting and record no decision.")
    decisions = by_decision(rulings)
    kept, partial = shown(decisions)
    parts = [part for decision in kept for part in decision]
    quotes = found(locate(request.library, Words(request.library), parts))
    if not quotes:
        return None
    matters = [ruling.entry.matter for ruling in rulings]
    dates = [matter.date for matter in matters if matter.date]
    meetings = {ruling.entry.sitting for ruling in rulings if ruling.entry.matter.date}
    undated = sum(decision[0].entry.matter.date is None for decision in decisions)
    sentence = say_found(count_of(len(decisions), "decisions"), len(meetings), dates, undated)
    computed = Computed(sentence, len(decisions), "decisions")
    return Told(quotes, computed, (*partial, *cut_short(entries)))
