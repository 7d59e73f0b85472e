"""Which questions are computed from the catalogue: each route is tried in turn, and the first that knows answers."""

from __future__ import annotations

from collections.abc import Callable

from rag.computed.glossary import tell_meaning
from rag.computed.told import Request, Silence, Told

Route = Callable[[Request], Told | Silence | None]  # None: not a question of this sort

ROUTES: tuple[Route, ...] = (tell_meaning,)


def compute(request: Request) -> Told | Silence | None:
    """The computed answer, Silence when the catalogue shows that there is none, None when it is not to be computed."""
    for route in ROUTES:
        if (told := route(request)) is not None:
            return told
    return None
