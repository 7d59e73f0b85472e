"""Times that only the library can place, placed: plain spans, and what was assumed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from rag.understanding.days import month_end
from rag.understanding.relative import Back, Nth, PartOfYear, Relative, Stretch
from rag.understanding.when import Edge, Span, open_ended, say_span

Day = tuple[dt.date, str | None]  # a day on which a body met, and the body
_SHOWN = 4  # times that a notice lists
_DAYS_OF_WEEK = 7


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a time lies. With no spans, `none` says in a sentence that nothing held lies there."""

    spans: tuple[Span, ...]
    assumed: str | None = None  # one sentence
    none: str | None = None


def place(time: Relative, days: Sequence[Day], newest: dt.date, *, must_meet: bool) -> Placed:
    """Where a time lies, given the days of the meetings that the question can mean, in order, and the newest held.

    `must_meet` says that it is the time of a meeting; if not, the words that name it will do.
    """
    match time:
        case PartOfYear(year=None):
            return _of_any_year(time, days, newest, must_meet)
        case PartOfYear():
            first, last = _part_of(time, time.year)
            span = Span(*open_ended(time.edge, first, last), time.words)
            plain = time.months == 1 or say_span(Span(first, last, "")) == time.words
            return Placed(
                (span,), None if plain else f"“{time.words}” was read as {say_span(Span(first, last, ''))}."
            )
        case Back():
            first, last = _back(time, newest)
        case Stretch():
            first, last = _stretch(time, newest), newest
    span = Span(*open_ended(time.edge if isinstance(time, Back) else Edge.WITHIN, first, last), time.words)
    because = f"the newest meeting held is of {say_day(newest)}"
    return Placed((span,), f"“{time.words}” was read as {say_span(Span(first, last, ''))}: {because}.")


def _of_any_year(time: PartOfYear, days: Sequence[Day], newest: dt.date, must_meet: bool) -> Placed:
    """Every such part of a year in which there was a meeting, or the latest when only one can be meant."""
    years = sorted({year for day, _ in days for year in (day.year - 1, day.year) if _holds(time, year, day)})
    if not years:
        return (
            Placed((), none=f"No meeting of {time.words}, of any year, is held.")
            if must_meet
            else _named(time, newest)
        )
    if time.latest or time.edge is not Edge.WITHIN:
        years = years[-1:]
    parts = [Span(*_part_of(time, year), time.words, any_year=True) for year in years]
    said = [say_span(part) for part in parts]
    all_of = "" if len(years) == 1 else ", all that are held"
    shown = _listed(said) if len(said) <= _SHOWN else f"{said[0]} to {said[-1]}, {len(said)} times"
    spans = tuple(
        Span(*open_ended(time.edge, part.first, part.last), time.words, time.edge is Edge.WITHIN)
        for part in parts
    )
    return Placed(spans, f"“{time.words}” was read as {shown}{all_of}.")


def _named(time: PartOfYear, newest: dt.date) -> Placed:
    """Such a part of any year, by the words that name it."""
    year = newest.year
    while _part_of(time, year)[0] > newest:
        year -= 1
    span = Span(*_part_of(time, year), time.words, any_year=True)
    return Placed((span,), f"“{time.words}” was read as {time.words} of any year.")


def _holds(time: PartOfYear, year: int, day: dt.date) -> bool:
    first, last = _part_of(time, year)
    return first <= day <= last


def _part_of(time: PartOfYear, year: int | None) -> tuple[dt.date, dt.date]:
    first = dt.date(year or 1, time.month, 1)
    if time.day is not None:
        day = first.replace(day=min(time.day, month_end(first).day))  # 29 February
        return day, day
    end = time.month - 1 + time.months - 1
    return first, month_end(dt.date(first.year + end // 12, end % 12 + 1, 1))


def _back(time: Back, newest: dt.date) -> tuple[dt.date, dt.date]:
    if time.unit == "year":
        year = newest.year - time.count
        return dt.date(year, 1, 1), dt.date(year, 12, 31)
    months = newest.year * 12 + newest.month - 1 - time.count
    first = dt.date(months // 12, months % 12 + 1, 1)
    return first, month_end(first)


def _stretch(time: Stretch, newest: dt.date) -> dt.date:
    """The day after which the stretch that ends with the newest begins."""
    if time.unit == "week":
        return newest - dt.timedelta(days=_DAYS_OF_WEEK * time.count)
    count = time.count * (12 if time.unit == "year" else 1)
    months = newest.year * 12 + newest.month - 1 - count
    first = dt.date(max(1, months // 12), months % 12 + 1, 1)
    return first.replace(day=min(newest.day, month_end(first).day)) + dt.timedelta(days=1)


def pick(nth: Nth, days: Sequence[Day], spans: Sequence[Span]) -> list[Day]:
    """The meetings meant by their order, among those in the spans (before or after them, if it says so)."""
    if nth.side is Edge.BEFORE and spans:
        among = [day for day in days if day[0] < min(span.first for span in spans)]
    elif nth.side is Edge.SINCE and spans:
        among = [day for day in days if day[0] > max(span.last for span in spans)]
    elif spans and nth.skip:  # "the meeting before that"
        among = [day for day in days if day[0] <= max(span.last for span in spans)]
    else:
        among = [day for day in days if not spans or any(span.first <= day[0] <= span.last for span in spans)]
    if nth.announces:
        return sorted({body: (date, body) for date, body in among}.values(), key=lambda day: day[0])
    dates = sorted({date for date, _ in among}, reverse=not nth.first)[nth.skip :][: nth.count]
    return [day for day in among if day[0] in dates]


def say_pick(nth: Nth, picked: Sequence[Day], why: str) -> str:
    """ "“last” was read as the meeting of 12 March 2024 (Harbour Panel), the last held." """
    by_date: dict[dt.date, list[str]] = {}
    for date, body in picked:
        by_date.setdefault(date, []).extend([body] if body else [])
    said = [say_day(date) + (f" ({_listed(bodies)})" if bodies else "") for date, bodies in by_date.items()]
    meetings = "what was announced at that" if nth.announces else "that" if len(said) == 1 else "those"
    return f"“{nth.words}” was read as {meetings} of {_listed(said)}{why}."


def say_day(day: dt.date) -> str:
    return f"{day.day} {day:%B %Y}"


def _listed(names: Sequence[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)
