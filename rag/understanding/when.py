"""The times a question names with their year: a day, a month, a year, or everything since or before one."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from corpus.parts.dates import MONTH_YEAR, MONTHS, find_dates
from rag.understanding.days import MONTH, Place, find_times, month_end
from rag.understanding.words import STOP

_OF = (
    r"\s+(?:(?:the|their|its|our)\s+)?(?:(?:meetings?|session|{edge})\s+(?:of|on|in|held on)\s+(?:the\s+)?)?$"
)
_FROM_START, _FROM_END = _OF.format(edge="start|beginning"), _OF.format(edge="end")
_SINCE = re.compile(r"\b(?:since|after|following|from|as of)" + _FROM_START, re.IGNORECASE)
_BEFORE = re.compile(r"\b(?:before|prior to|preceding|earlier than)" + _FROM_START, re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:until|up to(?: and including)?|till)" + _FROM_END, re.IGNORECASE)
_ONWARDS = re.compile(r",?\s+(?:onwards?|and (?:after|later|since))\b", re.IGNORECASE)
_BETWEEN = re.compile(r"\b(?:between\b[\w ]*|from\s+(?:the\s+)?)$", re.IGNORECASE)
_AND = re.compile(r"\s*,?\s*(?:(?:and|to|until|up to|till)\s+|[–-]\s*)(?:the\s+)?", re.IGNORECASE)
_TO = re.compile(r"\s*,?\s*(?:(?:to|until|up to|till)\s+|[–-]\s*)(?:the\s+)?", re.IGNORECASE)
# Not the year and the day of "25 April 2014-27 April 2014".
TWO_YEARS = re.compile(
    rf"(?<!\d)((?:19|20)\d\d)\s?[/–-]\s?(?:19|20)?(\d\d)(?!\d|(?:st|nd|rd|th)?\s+(?:of\s+)?(?i:{MONTH})\b)"
)
_BEFORE_THING = re.compile(
    r"\b(?:(?:the|its|their|our|an?|this|that)|[^\W\d_]+(?:['’]s|s['’]))\s+$", re.IGNORECASE
)
_THING = re.compile(r"(?:['’]s)?\s+(?P<noun>[^\W\d_]+)")
_MEETING_NEXT = re.compile(
    r"(?:['’]s)?\s+(?:[\w&’'-]+\s+){0,6}?"
    r"(?:meetings?|sessions?|sittings?|agm|minutes|agendas?|decisions?|resolutions?|votes?)\b", re.I
)  # fmt: skip
# The year of a budget is not that in which it is set.
_BUDGET_NEXT = re.compile(
    r"(?:['’]s)?\s+(?:[\w’'-]+\s+){0,2}?budget\s+(?:meetings?|sessions?|debates?)\b", re.IGNORECASE
)
_FOR = re.compile(
    r"(?<!meeting )(?<!meetings )(?<!minutes )(?<!agenda )(?<!papers )(?<!decisions )(?<!apologies )"
    r"\b(?:for|over|by)\s+(?:the\s+)?(?:(?:spring|summer|autumn|winter|end|start|year)\s+(?:of|to|ending)\s+)?$",
    re.IGNORECASE,
)
_YEAR_TO = re.compile(r"\byear\s+(?:up\s+)?(?:to|ending|ended)\s+(?:on\s+)?(?:the\s+)?$", re.IGNORECASE)
# A charge or a change begins on the day; "the minutes from March 2019" are of it.
_TAKES_EFFECT = re.compile(
    r"\b(?:with effect|effective|starting|commencing|applying|in force|payable|as)\s+(?:from|on)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
# When a paper came out or a form had to be in is no meeting's day: "the register published on 20 June 2022".
_ISSUED = re.compile(
    r"(?<!meeting )(?<!minutes )(?<!agenda )\b(?:published|issued|dated|posted|circulated|closing|closed|signed|printed"
    r"|as\s+at|correct\s+(?:at|on))\s+(?:on\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
_CHARGED_FROM = re.compile(
    r"\b(?:charge|fee|fare|rent|price|rate|cost|permit|toll|fine|tax|salary|allowance|limit|tariff|levy)s?\b.{0,60}\bfrom\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_DAY = dt.timedelta(days=1)
_LOOKED_BACK = 60  # characters before a time, read for what they make of it


class Edge(StrEnum):
    """Which side of a time is meant."""

    WITHIN = "within"
    SINCE = "since"
    BEFORE = "before"
    UNTIL = "until"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time the question names; both ends inclusive, `date.min` and `date.max` when open."""

    first: dt.date
    last: dt.date
    words: str  # as the question puts it
    any_year: bool = False  # the question names no year: the month's or day's name alone says it

    @property
    def is_open(self) -> bool:
        return self.first == dt.date.min or self.last == dt.date.max


def read_spans(text: str) -> tuple[tuple[Span, ...], str]:
    """The spans a text names, in order, and the text without their words.

    "before" leaves out the time it names. "after" takes it in: that meeting's own papers tell what comes after it.
    A time that belongs to a thing is none beside others: "decided in 2017 about the 2018 budget".
    """
    places = find_times(text)
    if not _are_ends(text, places):
        places = [place for place in places if not _is_of_thing(text, place[0], place[1])] or places
    if _are_ends(text, places):
        (start, _, *first), (_, end, *last) = places
        spans = [Span(min(*first, *last), max(*first, *last), text[start:end])]
        return tuple(spans), f"{text[:start]} {text[end:]}"
    spans = [
        Span(
            *_year_to(text[:start], *_open_ended(edge_before(text, start), text[end:], *days)),
            text[start:end],
        )
        for start, end, *days in places
    ]
    for start, end, *_ in reversed(places):
        text = f"{text[:start]} {_ONWARDS.sub('', text[end:], count=1) if _ONWARDS.match(text[end:]) else text[end:]}"
    return tuple(spans), text


def _are_ends(text: str, places: Sequence[Place]) -> bool:
    """Whether two times are the ends of one: "between 2018 and 2020", "from 5 June 2019 to 7 July", "2019 to 2022"."""
    if len(places) != 2:
        return False
    one, other = places
    before, among = text[max(0, one[0] - _LOOKED_BACK) : one[0]], text[one[1] : other[0]]
    return (_AND if _BETWEEN.search(before) else _TO).fullmatch(among) is not None


def edge_before(text: str, start: int) -> Edge:
    """Which side of a time the words that lead to `start` mean."""
    before = text[max(0, start - _LOOKED_BACK) : start]
    for edge, pattern in ((Edge.SINCE, _SINCE), (Edge.BEFORE, _BEFORE), (Edge.UNTIL, _UNTIL)):
        if pattern.search(before):
            return edge
    return Edge.WITHIN


def _open_ended(edge: Edge, after: str, first: dt.date, last: dt.date) -> tuple[dt.date, dt.date]:
    return open_ended(Edge.SINCE if _ONWARDS.match(after) else edge, first, last)


def _year_to(before: str, first: dt.date, last: dt.date) -> tuple[dt.date, dt.date]:
    """The whole of "the year to 31 March 2021"; another time is as it was."""
    if first != last or not _YEAR_TO.search(before[-_LOOKED_BACK:]):
        return first, last
    return _year_before(last), last


def _year_before(last: dt.date) -> dt.date:
    """The first day of the year that ends on `last`."""
    after = last + _DAY
    return after.replace(year=after.year - 1, day=min(after.day, 28) if after.month == 2 else after.day)


def open_ended(edge: Edge, first: dt.date, last: dt.date) -> tuple[dt.date, dt.date]:
    """The time from `first` to `last`, or all that lies on one side of it."""
    match edge:
        case Edge.SINCE:
            return first, dt.date.max
        case Edge.BEFORE:
            return dt.date.min, first - _DAY
        case Edge.UNTIL:
            return dt.date.min, last
        case Edge.WITHIN:
            return first, last


def tells_of_things(text: str) -> bool:
    """Whether every time named belongs to a thing or is one that something is for: "the 2019 budget", "for 2020".

    It need not be the time of a meeting then; "the July 2019 meeting" is one.
    """
    places = find_times(text)
    if _are_ends(text, places):
        places = places[:1]
    return bool(places) and all(_is_of_thing(text, start, end) for start, end, _, _ in places)


def tells_of_budgets(text: str) -> bool:
    """Whether every time named is a year whose budget was set at the meeting meant: "the 2020 budget meeting"."""
    places = find_times(text)
    return bool(places) and all(_is_of_budget(text, start, end) for start, end, _, _ in places)


def _is_of_budget(text: str, start: int, end: int) -> bool:
    return text[start:end].isdecimal() and _BUDGET_NEXT.match(text, end) is not None


def _is_of_thing(text: str, start: int, end: int) -> bool:
    before, after = text[max(0, start - _LOOKED_BACK) : start], text[end:]
    if _is_of_budget(text, start, end):
        return True
    if _MEETING_NEXT.match(after):
        return False
    if _FOR.search(before) or _TAKES_EFFECT.search(before) or _ISSUED.search(before):
        return True
    if _CHARGED_FROM.search(before) and not _ONWARDS.match(after):
        return True
    noun = _THING.match(after)
    return noun is not None and noun["noun"].lower() not in STOP and _BEFORE_THING.search(before) is not None


def read_years(text: str) -> frozenset[str]:
    """The years from one to the next that a text names, "2018/19" for "2018-2019" too."""
    return frozenset(f"{match[1]}/{match[2]}" for match in TWO_YEARS.finditer(text))


def are_apart(some: frozenset[str], others: frozenset[str]) -> bool:
    """Whether there are years on both sides, as `read_years` gives them, and no run of one is beside any of the other:
    "2025/26" lies within "2025/29"."""
    runs = [[_ends(run) for run in side] for side in (some, others)]
    return all(runs) and not any(
        first < other_last and other < last for first, last in runs[0] for other, other_last in runs[1]
    )


def _ends(run: str) -> tuple[int, int]:
    """The years in which it begins and ends; at least one from the next."""
    first, last = int(run[:4]), int(run[:2] + run[5:])
    return first, max(last + 100 * (last < first), first + 1)


def says_date(text: str, span: Span) -> bool:
    """Whether the words name a time within the span: the day, the month or the year. An open span is never named."""
    if span.is_open:
        return False
    if any(span.first <= date <= span.last for date, _, _ in find_dates(text, slashes=True)):
        return True
    one_month = (span.first.year, span.first.month) == (span.last.year, span.last.month)
    if span.any_year and one_month and re.search(_named(span), text):
        return True
    if span.first == span.last:
        return False
    if span.first == _year_before(span.last) and not TWO_YEARS.search(span.words):  # "2021" in a row
        years = rf"{span.last.year}|{span.first.year}\s?[/–-]\s?(?:\d\d)?{span.last:%y}"
        if re.search(rf"(?<!\d)(?:{years})(?!\d|\s?[/–-]\d)", text):
            return True
    if span.first.year < span.last.year and _is_of_years(span):
        named = (*find_times(text), *_runs_of_years(text))
        return any(span.first <= first and last <= span.last for _, _, first, last in named)
    for match in MONTH_YEAR.finditer(text):
        month = (int(match["year"]), MONTHS[match["month"].lower()])
        if (span.first.year, span.first.month) <= month <= (span.last.year, span.last.month):
            return True
    if not re.search(rf"(?<!\d){span.first.year}(?!\d)", text) or span.first.year != span.last.year:
        return False
    if one_month:  # "September" over a column, "2022" in a row
        return re.search(rf"\b{span.first:%B}\b", text) is not None
    return span.first.month == 1 and span.last.month == 12


def _is_of_years(span: Span) -> bool:
    """Whether it is of whole years of the calendar."""
    return (span.first.month, span.first.day, span.last.month, span.last.day) == (1, 1, 12, 31)


def _runs_of_years(text: str) -> Iterator[Place]:
    """The years "2029-32" and "2029 to 2032" run through; one from one to the next is a council's year."""
    for match in TWO_YEARS.finditer(text):
        first = int(match[1])
        last = first - first % 100 + int(match[2])
        if first < last:
            yield match.start(), match.end(), dt.date(first, 1, 1), dt.date(last, 12, 31)


def _named(span: Span) -> str:
    """How a text names a day or a month without its year."""
    month = f"{span.first:%B}"
    if span.first != span.last:
        return rf"\b{month}\b"
    return rf"\b{span.first.day}(?:st|nd|rd|th)?\s+(?:of\s+)?{month}\b|\b{month}\s+{span.first.day}(?!\d)"


def say_span(span: Span) -> str:
    """ "March 2021", "2023", "12 March 2024", "September 2018 to August 2019", "since 1 March 2019"."""
    first, last = (f"{day.day} {day:%B %Y}" for day in (span.first, span.last))
    if span.first == dt.date.min:
        return f"until {last}"
    if span.last == dt.date.max:
        return f"since {first}"
    if span.first == span.last:
        return first
    if span.first.day != 1 or span.last != month_end(span.last.replace(day=1)):
        return f"{first} to {last}"
    if (span.first.month, span.last.month, span.first.year) == (1, 12, span.last.year):
        return str(span.first.year)
    months = dict.fromkeys((f"{span.first:%B %Y}", f"{span.last:%B %Y}"))
    return " to ".join(months)
