"""What somebody proposed or seconded: every decision whose minutes say so."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.answering.compose import Quote
from rag.computed.entries import Ruling, by_decision, entries_in, rulings_of
from rag.computed.exact import Words, found
from rag.computed.motions import tell_notices
from rag.computed.people import Person, names_of, people_in, read_person
from rag.computed.rooms import rooms_of
from rag.computed.saying import count_of, say_found, shown
from rag.computed.scope import OF_MEETINGS, scope_of
from rag.computed.somebody import alike
from rag.computed.told import Request, Silence, Told
from rag.computed.votes import mover_quotes
from rag.models import Computed
from rag.understanding.words import stems

_MOVED = re.compile(
    r"\b(?:what|which|how many|list|all|show)\b.*\b"
    r"(?:(?P<moved>propos\w*|mov(?:e|ed)|tabl\w*|put (?:down|forward)|submit\w*)|(?P<seconded>second(?:ed)?))\b",
    re.IGNORECASE,
)
_MOTIONS = re.compile(r"\bmotions?\b", re.IGNORECASE)
_QUESTIONS = re.compile(r"\bquestions?\b", re.IGNORECASE)
_IDLE = OF_MEETINGS | stems(
    "propose proposed proposals proposal move moved second seconded table tabled put down forward submit submitted "
    "motion motions amendment amendments notice resolution thing"
)


def tell_moved(request: Request) -> Told | Silence | None:
    """The decisions somebody moved or seconded; None for any other question."""
    asked = request.asked
    match, people = _MOVED.search(asked.text), people_in(asked.text)
    if match is None or len(people) != 1 or _QUESTIONS.search(asked.text):
        return None
    person = people[0]
    if any(word.stem not in _IDLE | stems(person.words) | asked.named for word in asked.content):
        return None
    scope = scope_of(request)
    if isinstance(scope, Silence):
        return scope
    seconded = match["seconded"] is not None
    moved = [each for place in scope.places for each in request.library.moved(place)]
    names = [name for each in moved if (name := each.seconder if seconded else each.mover)]
    mine = set(names_of(person, names))
    keys = {each.item_key for each in moved if (each.seconder if seconded else each.mover) in mine}
    rulings = [
        ruling
        for ruling in rulings_of(entries_in(request.library, scope.places, keys))
        if (ruling.decision.seconder if seconded else ruling.decision.mover) in mine
    ]
    verb = "seconded" if seconded else "proposed"
    if not rulings:
        if not seconded and _MOTIONS.search(asked.text) and (told := tell_notices(request, person)):
            return told
        return Silence(f"No decision in the papers held is recorded as {verb} by {person.words}.")
    return _told(request, rulings, f"{verb} by {person.words}", person, sorted(mine))


def _told(
    request: Request, rulings: Sequence[Ruling], said: str, person: Person, names: Sequence[str]
) -> Told | Silence:
    decisions = by_decision(rulings)
    kept, partial = shown(decisions)
    words = Words(request.library)
    quotes: list[Quote] = []
    for room in rooms_of(request.library, words, [part for parts in kept for part in parts]):
        quotes += mover_quotes(room, words) or [room.quote]
    matters = [parts[0].entry.matter for parts in decisions]
    dates = [matter.date for matter in matters if matter.date]
    meetings = {ruling.entry.sitting for ruling in rulings if ruling.entry.matter.date}
    undated = sum(matter.date is None for matter in matters)
    sentence = say_found(f"{count_of(len(decisions), 'decisions')} {said}", len(meetings), dates, undated)
    told = found(quotes)
    if not told:
        return Silence(f"The words that say what was {said} are not found in the papers held.")
    computed = Computed(sentence, len(decisions), "decisions")
    return Told(told, computed, (*partial, *alike(person, [read_person(name).words for name in names])))
