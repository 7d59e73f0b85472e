"""Which of the meetings held a question means: of a kind ("the special meeting"), or about a matter."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.computed.clause import read_clause
from rag.computed.exact import meeting_quotes
from rag.computed.scope import Scope
from rag.computed.sittings import Sitting
from rag.computed.told import Request
from rag.computed.topics import find_about, read_topic
from rag.understanding.question import Question
from rag.understanding.words import stems

_KIND = re.compile(
    r"\b(?P<kind>special|extraordinary|emergency|annual|ordinary|adjourned|inaugural|budget)\s+"
    r"(?:[\w’'-]+\s+){0,4}?meetings?\b",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"\bmeetings?\s+(?:(?:that was\s+)?(?:held|called)\s+)?(?:on|about|concerning|that|which|where|when|to|at which)\s+"
    r"(?:(?:dealt with|discuss(?:ed)?|consider(?:ed)?|looked at|heard|debated?|was about)\s+)?(?P<topic>\S.*)$",
    re.IGNORECASE,
)
# Words that tell a meeting by its kind, or lead to what it dealt with.
KINDS = stems(
    "special extraordinary emergency annual ordinary adjourned inaugural dealt deal discuss discussed consider "
    "considered heard looked debated called"
)


def clause_of_meeting(asked: Question) -> Question | None:
    """What the meeting asked about dealt with: "the meeting that dealt with allotments"."""
    match = _ABOUT.search(asked.text)
    return read_clause(match["topic"], asked) if match else None


def meant(request: Request, scope: Scope, held: Sequence[Sitting], clause: Question | None) -> list[Sitting]:
    """Those of the meetings that are of the kind named, and that dealt with the clause's matter."""
    kept = list(held)
    if match := _KIND.search(request.asked.text):
        heads = {id(each): meeting_quotes(request.library, [each]) for each in kept}
        kind = match["kind"].casefold()
        of_kind = [each for each in kept if any(kind in quote.text.casefold() for quote in heads[id(each)])]
        kept = of_kind or kept
    topic = read_topic(clause, request.lexicon) if clause else None
    if topic is None:
        return kept
    keys = frozenset().union(*(find_about(request.library, topic, place).items for place in scope.places))
    days = {(matter.body, matter.date) for matter in request.library.matters_of(keys)}
    return [each for each in kept if (each.body, each.date) in days]
