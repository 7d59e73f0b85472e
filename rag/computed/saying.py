"""The sentence that says what was counted or listed, and what it covers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from typing import TypeVar

from rag.answering.places import say_date
from rag.models import Notice, NoticeKind

Member = TypeVar("Member")

MOST = 60  # members of a list that are shown


def count_of(number: int, many: str) -> str:
    """ "1 decision", "4 decisions"."""
    return f"{number:,} {many if number != 1 else _one(many)}"


def _one(many: str) -> str:
    first, _, rest = many.partition(" ")
    if first == "people":
        return f"person {rest}".strip()
    return many.replace("ies", "y") if many.endswith("ies") else many.removesuffix("s")


def say_when(dates: Collection[dt.date]) -> str:
    """ "14 January 2015 to 3 March 2015"; "" without a date."""
    if not dates:
        return ""
    first, last = min(dates), max(dates)
    return say_date(first) + (f" to {say_date(last)}" if last != first else "")


def say_found(
    what: str, meetings: int, dates: Collection[dt.date], undated: int = 0, further: str = ""
) -> str:
    """ "4 decisions, in 2 meetings, 14 January 2015 to 3 March 2015; counted in the papers held."."""
    parts = [what]
    if meetings:
        parts += [f"in {count_of(meetings, 'meetings')}", say_when(dates)]
    if undated:
        parts.append(f"{undated:,} of them in undated papers")
    return f"{', '.join(filter(None, parts))}; counted in the papers held.{further and ' ' + further}"


def shown(members: Sequence[Member]) -> tuple[Sequence[Member], tuple[Notice, ...]]:
    """The latest members that there is room for, and what is said of the others."""
    if len(members) <= MOST:
        return members, ()
    text = f"The latest {MOST} of {len(members):,} are shown; name a body, a period or a topic to see the others."
    return members[-MOST:], (Notice(NoticeKind.PARTIAL, text),)
