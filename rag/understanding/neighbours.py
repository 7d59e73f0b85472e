"""The meeting of a body before or after another."""

from __future__ import annotations

import datetime as dt

from index.library import Library
from index.models import Filters
from rag.understanding.subject import Place


def neighbour(library: Library, place: Place, forward: bool) -> dt.date | None:
    """The day on which the body of a place met next, or before; None when no such meeting is held."""
    if place.date is None:
        return None
    held = library.meetings(Filters(council=place.council, body=place.body))
    days = {each.date for each in held if each.date and not each.cancelled}
    if forward:
        return min((day for day in days if day > place.date), default=None)
    return max((day for day in days if day < place.date), default=None)
