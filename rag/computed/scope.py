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
from rag.models import Notice, NoticeKind
from rag.retrieval.bounds import named_bodies
from rag.understanding.question import Question
from rag.understanding.when import Span
from rag.understanding.words import stem, stems, tokens

_MEETING = r"(?:meetings?|sessions?|sittings?|sat|met|meet|sit)\b"
_LAST = re.compile(
    rf"\b(?:last|latest|newest|most recent|previous)\s+(?:[\w’'-]+\s+){{0,6}}?{_MEETING}", re.IGNORECASE
)
_FIRST = re.compile(rf"\b(?:first|earliest|inaugural)\s+(?:[\w’'-]+\s+){{0,6}}?{_MEETING}", re.IGNORECASE)
_SORT = re.compile(
    r"\b(?:the|our|this|that|your)\s+(?P<sort>council|committee|sub-?\s?group|panel|board|forum|executive|cabinet)\b"
    r"(?!\s+(?:tax|house|housing|home|flat|estate|member|paper|meeting room|chamber|plan))",
    re.IGNORECASE,
)


_ORDER = stems(
    "last latest newest most recent previous first earliest inaugural panel subgroup board forum executive"
)
_SORTS = stems("committee subgroup panel board forum executive cabinet")


@dataclass(frozen=True, slots=True)
class Scope:
    """The places that a question binds, any of which will do."""

    places: tuple[Filters, ...]
    bodies: tuple[str, ...]  # held names; () for any body
    days: tuple[str, ...]  # "in 2019", as the question has it
    notices: tuple[Notice, ...]  # what was assumed

    @property
    def named(self) -> bool:
        """Whether the question or the user names any place at all."""
        return any(self.places)


def scope_of(request: Request, *, topic: Question | None = None) -> Scope | Silence:
    """What the question binds; a body that `topic` is about binds nothing. Silence when it names what is not held."""
    asked = request.asked
    about = frozenset(topic.bodies) if topic is not None else frozenset()
    named = tuple(body for body in asked.bodies if body not in about)
    bodies, notices = _bodies(request, replace(asked, bodies=named))
    if named and not bodies:
        return Silence("")
    allowed = _allowed(request, bodies)
    if bodies and not allowed:
        return Silence(f"The filters leave nothing of {_listed(bodies)}.")
    spans: list[tuple[dt.date | None, dt.date | None]] = [(span.first, span.last) for span in asked.dates]
    places = tuple(
        _narrow(replace(request.filters, body=body or request.filters.body), first, last, item)
        for body, (first, last), item in product(
            allowed or (None,),
            spans or [(None, None)],
            asked.items or (None,),
        )
    )
    days = tuple(span.words for span in asked.dates)
    return Scope(places, tuple(allowed), days, notices)


def names_place_only(asked: Question) -> bool:
    """Whether a question is about no matter, but a meeting, an item or a body: "what was decided at the last one?"."""
    named = frozenset().union(*asked.bodies) | _ORDER
    return all(word.stem in named for word in asked.content)


def asks_last(text: str) -> bool:
    return _LAST.search(text) is not None


def asks_first(text: str) -> bool:
    return _FIRST.search(text) is not None


def nothing_held(request: Request, scope: Scope) -> str:
    """Why nothing is found: the days or the items named are not of any meeting of those bodies; "" where the
    refusal says so by itself."""
    asked = request.asked
    days = [Filters(date_from=span.first, date_to=span.last) for span in asked.dates]
    if not (scope.bodies or asked.items) or (days and not any(map(request.library.meetings, days))):
        return ""
    parts = [f"of item {' or '.join(asked.items)}"] if asked.items else []
    parts += [f"of {_listed(scope.bodies)}"] if scope.bodies else []
    parts += [_when(span) for span in asked.dates[:1]]
    return (
        f"No meeting {' '.join(parts)} is held." if not asked.items else f"Nothing {' '.join(parts)} is held."
    )


def _when(span: Span) -> str:
    return (
        f"of {say_date(span.first)}" if span.first == span.last else f"in the time asked about ({span.words})"
    )


def _bodies(request: Request, asked: Question) -> tuple[list[str], tuple[Notice, ...]]:
    """The held bodies that a question names by name, or by their sort alone: "the committee"."""
    if asked.bodies:
        return sorted(named_bodies(request.library, asked)), ()
    match = _SORT.search(asked.text)
    if match is None or request.filters.body is not None:
        return [], ()
    sort = stem(re.sub(r"\W", "", match["sort"].lower()))
    held = request.library.coverage(request.filters)
    if (
        sort == "council"
    ):  # a committee of the council is the council's too, but for what the full council did
        found = [body for body in held.bodies if body.casefold().endswith("council")]
    else:
        found = [body for body in held.bodies if _sort_of(body) == sort]
    if not found or len(found) == len(held.bodies) == 1:
        return found, ()
    text = f"“{match.group()}” was read as {_listed(found)}."
    return found, (Notice(NoticeKind.ASSUMED, text),)


def _sort_of(body: str) -> str | None:
    """The stem of what a body is, by the last word for that in its name."""
    words = tokens(re.sub(r"(?i)sub-\s?group", "subgroup", body))
    return next((stem(word) for word in reversed(words) if stem(word) in _SORTS), None)


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


def _listed(names: Sequence[str], most: int = 4) -> str:
    shown = list(names[:most])
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return (
        ", ".join(shown[:-1]) + " and " + shown[-1] if len(shown) > 1 and not more else ", ".join(shown)
    ) + more
