"""Which questions are computed from the catalogue: each route is tried in turn, and the first that knows answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from rag.answering.later import notices_of_later
from rag.answering.notices import record_notices
from rag.computed.actions import tell_actions
from rag.computed.acts import tell_acts
from rag.computed.announced import tell_announced
from rag.computed.attendance import tell_attendance
from rag.computed.chairs import tell_chair
from rag.computed.decided import tell_decided
from rag.computed.elections import tell_election
from rag.computed.enumerated import tell_enumerated
from rag.computed.founded import tell_founded
from rag.computed.glossary import tell_meaning
from rag.computed.holders import tell_holder
from rag.computed.hours import tell_hours
from rag.computed.interests import tell_interests
from rag.computed.listed import tell_list
from rag.computed.loosely import with_body
from rag.computed.motions import tell_motions
from rag.computed.moved import tell_moved
from rag.computed.outstanding import tell_outstanding
from rag.computed.private import tell_private
from rag.computed.programme import tell_programme
from rag.computed.recommended import tell_recommended
from rag.computed.referred import tell_references
from rag.computed.repeated import tell_repeated
from rag.computed.told import Request, Silence, Told
from rag.computed.votes import tell_vote
from rag.models import NoticeKind
from rag.understanding.references import PartKind

Route = Callable[[Request], Told | Silence | None]  # None: not a question of this sort

ROUTES: tuple[Route, ...] = (
    tell_meaning,
    tell_outstanding,
    tell_actions,
    tell_interests,
    tell_motions,
    tell_moved,
    tell_election,
    tell_vote,
    tell_holder,
    tell_chair,
    tell_announced,
    tell_programme,
    tell_hours,
    tell_attendance,
    tell_founded,
    tell_acts,
    tell_references,
    tell_private,
    tell_list,
    tell_decided,
    tell_recommended,
    tell_enumerated,
    tell_repeated,
)


def compute(request: Request) -> Told | Silence | None:
    """The computed answer, Silence when the catalogue shows that there is none, None when it is not to be computed."""
    if request.asked.part and request.asked.part.kind is PartKind.LETTER:
        return None  # the catalogue knows of no parts
    request, assumed = with_body(request)
    for route in ROUTES:
        told = route(request)
        if isinstance(told, Told):
            return _with_notices(request, replace(told, notices=(*assumed, *told.notices)))
        if told is not None:
            return told
    return None


def _with_notices(request: Request, told: Told) -> Told:
    """The answer with what must be known of the papers it is told from."""
    passages = [quote.passage for quote in told.quotes]
    later = notices_of_later(request.library, passages)
    kinds = {notice.kind for notice in told.notices} & {NoticeKind.TRUNCATED}  # said of all, not of each
    record = [notice for notice in record_notices(passages) if notice.kind not in kinds]
    return replace(told, notices=(*told.notices, *later, *record))
