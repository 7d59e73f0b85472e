"""Which meetings a question binds: those of the bodies, the days and the items it names, within the user's filters."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import product

from index.models import Filters
from index.names import matching_names
from rag.answering.places import say_date
from rag.computed.told import Request, Silence
from rag.understanding.question import Question
from rag.understanding.when import Span
from rag.understanding.words import stems

_LAST = re.compile(r"\b(?:last|latest|newest|most recent)\b", re.IGNORECASE)
_FIRST = re.compile(r"\b(?:first|earliest|inaugural)\b", re.IGNORECASE)
# Words that tell which meeting is meant, and say nothing of what is asked about it.
OF_MEETINGS = stems(
    "last latest newest most recent previous first earliest inaugural panel subgroup board forum executive cabinet "
    "full often time times session sitting ever also"
)
_SHOWN = 3  # bodies that a sentence names


@dataclass(frozen=True, slots=True)
class Scope:
    """The places that a question binds, any of which will do."""

    places: tuple[Filters, ...]
    bodies: tuple[str, ...]  # names held; () for any

    @property
    def named(self) -> bool:
        """Whether the question or the user names any place at all."""
        return any(self.places)


def scope_of(request: Request, topic: Question | None = None) -> Scope | Silence:
    """What the question binds; a body that `topic` is about binds nothing. Silence when it names what is not held."""
    asked = request.asked
    about = topic.named if topic is not None else frozenset()
    bodies = [body for body in asked.bodies if not body.stems <= about]
    held = sorted({name for body in bodies for name in body.held})
    if bodies and not held:
        return Silence("")
    allowed = _allowed(request, held)
    if held and not allowed:
        return Silence(f"The filters leave nothing of {_listed(held)}.")
    councils = sorted({name for council in asked.councils for name in council.held})
    spans: list[tuple[dt.date | None, dt.date | None]] = [(span.first, span.last) for span in asked.dates]
    places = tuple(
        _narrow(
            replace(
                request.filters,
                body=body or request.filters.body,
                council=request.filters.council or council,
            ),
            first,
            last,
            item,
        )
        for body, council, (first, last), item in product(
            allowed or (None,), councils or (None,), spans or [(None, None)], asked.items or (None,)
        )
    )
    return Scope(places, tuple(allowed))


def at_any_time(request: Request) -> Scope | Silence:
    """What the question binds but for the days it names."""
    return scope_of(replace(request, asked=replace(request.asked, dates=())))


def names_place_only(asked: Question) -> bool:
    """Whether a question is about no matter, but a meeting, an item or a body: "what was decided at the last one?"."""
    return not asked.content or asked.is_of_a_place


def asks_last(text: str) -> bool:
    return _LAST.search(text) is not None


def asks_first(text: str) -> bool:
    return _FIRST.search(text) is not None


def nothing_held(request: Request, scope: Scope) -> str:
    """Why nothing is found: the days or the items named are not of any meeting of those bodies; "" where the
    refusal says so by itself."""
    asked = request.asked
    days = [Filters(date_from=span.first, date_to=span.last) for span in asked.dates]
    if not (scope.bodies or asked.items):
        return "" if asked.of_meeting or not days else f"No meeting {_when(asked.dates[0])} is held."
    if asked.of_meeting and days and not any(map(request.library.meetings, days)):
        return ""
    parts = [f"of item {' or '.join(asked.items)}"] if asked.items else []
    parts += [f"of {_listed(scope.bodies)}"] if scope.bodies else []
    parts += [_when(span) for span in asked.dates[:1]]
    return f"{'Nothing' if asked.items else 'No meeting'} {' '.join(parts)} is held."


def _when(span: Span) -> str:
    return (
        f"of {say_date(span.first)}" if span.first == span.last else f"in the time asked about ({span.words})"
    )


def _allowed(request: Request, bodies: Sequence[str]) -> list[str]:
    """Those of the bodies that the user's filter lets through."""
    wanted = request.filters.body
    if wanted is None:
        return list(bodies)
    fitting = set(matching_names(wanted, request.library.coverage().bodies))
    return [body for body in bodies if body in fitting]


def _narrow(place: Filters, first: dt.date | None, last: dt.date | None, item: str | None) -> Filters:
    starts = [each for each in (place.date_from, first) if each and each != dt.date.min]
    ends = [each for each in (place.date_to, last) if each and each != dt.date.max]
    return replace(
        place,
        date_from=max(starts, default=None),
        date_to=min(ends, default=None),
        item=place.item or item,
    )


def _listed(names: Sequence[str]) -> str:
    shown = list(names[:_SHOWN])
    if len(names) > _SHOWN:
        return f"{', '.join(shown)} and {len(names) - _SHOWN} more"
    return " and ".join([", ".join(shown[:-1]), shown[-1]]) if len(shown) > 1 else "".join(shown)
