"""When or where the next meeting will be: what the newest papers of each body announce of a later one.

An older announcement is of a meeting long held, and is not told as the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.models import SectionKind
from corpus.parts.dates import find_dates
from corpus.parts.lines import split_sentences
from index.library import Library
from rag.answering.compose import Quote
from rag.answering.places import say_date
from rag.computed.meant import clause_of_meeting
from rag.computed.scope import OF_MEETINGS, Scope, at_any_time
from rag.computed.sittings import Sitting, sittings
from rag.computed.told import Request, Silence, Told
from rag.models import Computed
from rag.retrieval.fitting import names_day
from rag.understanding.days import find_times
from rag.understanding.meetings import asks_for_next
from rag.understanding.words import stems

_NEXT_ONE = re.compile(
    r"\bnext\s+(?P<between>(?:[\w’'-]+\s+){0,6}?)(?:meetings?|sessions?|sittings?|meet|sit)\b", re.IGNORECASE
)
_OWN = OF_MEETINGS | stems(
    "scheduled ordinary monthly quarterly regular formal public two three council committee"
)
_IDLE = OF_MEETINGS | stems(
    "next meet meeting date day time place room held hold happen take due be going committee council"
)
_KINDS = (SectionKind.DISCUSSION, SectionKind.DECISION, SectionKind.AGENDA)  # the minutes first


def tell_announced(request: Request) -> Told | Silence | None:
    """The newest paper's words on the next meeting of each body asked about; None for any other question."""
    asked = request.asked
    if not asks_for_next(asked.text) or find_times(asked.text):
        return None
    if clause_of_meeting(asked):
        return Silence("No announcement of a next meeting on that was found.")
    if any(word.stem not in asked.named | _IDLE for word in asked.content):
        return None
    scope = at_any_time(request)
    if not isinstance(scope, Scope):
        return None
    newest = {each.body: each for each in sittings(request.library, scope.places) if not each.cancelled}
    told = [quote for each in newest.values() for quote in _announcements(request.library, each)[:1]]
    if not told:
        return Silence("No announcement of a next meeting was found in the newest papers held.", sure=True)
    told.sort(key=lambda quote: (quote.passage.date, quote.passage.body), reverse=True)
    return Told(tuple(told), Computed(_say(told), None, "meetings"))


def _announcements(library: Library, sitting: Sitting) -> list[Quote]:
    """The sentences of a meeting's papers that tell on what later day its body meets next."""
    documents = {paper.document for paper in sitting.papers}
    passages = [
        each
        for each in library.passages_of_documents(documents, _KINDS)
        if (each.date, each.body) == (sitting.date, sitting.body)
    ]
    passages.sort(key=lambda each: _KINDS.index(each.kind))
    return [
        Quote(each, each.span.start + start, each.span.start + end)
        for each in passages
        for start, end in _announcing(each.text, each.title or "", sitting)
    ]


def _announcing(text: str, title: str, sitting: Sitting) -> Iterator[tuple[int, int]]:
    for start, end in split_sentences(text, 0, len(text)):
        words = text[start:end]
        days = [date for date, _, _ in find_dates(words)]
        later = any(day > sitting.date for day in days) or (not days and names_day(words))
        if later and _is_of(words if _NEXT_ONE.search(words) else title, sitting):
            yield start, end


def _is_of(words: str, sitting: Sitting) -> bool:
    """Whether words tell of the body's own next meeting: "next OSB meeting" is another's."""
    own = _OWN | stems(sitting.body or "")
    return any(stems(match["between"]) <= own for match in _NEXT_ONE.finditer(words))


def _say(told: list[Quote]) -> str:
    days = list(dict.fromkeys(say_date(quote.passage.date) for quote in told if quote.passage.date))
    listed = " and ".join([", ".join(days[:-1]), days[-1]] if len(days) > 1 else days)
    if len(told) == 1:
        return f"The next meeting as announced in the newest paper held, of {listed}."
    return f"The next meetings of {len(told)} bodies as announced in their newest papers held, of {listed}."
