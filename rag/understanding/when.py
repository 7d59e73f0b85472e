"""The times a question names: a day, a month, a year, or everything since or before one."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from corpus.parts.dates import MONTH_YEAR, MONTHS, find_dates
from rag.understanding.words import edits_apart

_YEAR = re.compile(r"(?<![\d/£.,–-])\b(?P<year>(?:19|20)\d\d)\b(?![/–-]\d|\.\d)")
_OF = r"\s+(?:the\s+)?(?:(?:meeting|session|{edge})\s+(?:of|on|in)\s+(?:the\s+)?)?$"
_FROM_START, _FROM_END = _OF.format(edge="start|beginning"), _OF.format(edge="end")
_SINCE = re.compile(r"\b(?:since|after|from)" + _FROM_START, re.IGNORECASE)
_BEFORE = re.compile(r"\b(?:before|prior to)" + _FROM_START, re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:until|up to|till)" + _FROM_END, re.IGNORECASE)
_BETWEEN = re.compile(r"\b(?:between\b[\w ]*|from\s+(?:the\s+)?)$", re.IGNORECASE)
_AND = re.compile(r"\s*,?\s*(?:and|to|until|up to|till|[–-])\s+(?:the\s+)?", re.IGNORECASE)
_YEARS = re.compile(r"(?<!\d)((?:19|20)\d\d)\s?[/–-]\s?(?:19|20)?(\d\d)(?!\d)")
_DAY = dt.timedelta(days=1)
_NO_MONTHS = frozenset({"marsh", "match"})  # English, though one letter off a month


Place = tuple[int, int, dt.date, dt.date]  # start, end, first day, last day


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time the question names; both ends inclusive, `date.min` and `date.max` when open."""

    first: dt.date
    last: dt.date
    words: str  # as the question puts it

    @property
    def is_open(self) -> bool:
        return self.first == dt.date.min or self.last == dt.date.max


def read_spans(text: str) -> tuple[tuple[Span, ...], str]:
    """The spans a text names, in order, and the text without their words.

    "before" leaves out the time it names. "after" takes it in: that meeting's own papers tell what comes after it.
    """
    places = _places(text)
    if len(places) == 2 and _is_stretch(text, places[0], places[1]):
        (start, _, *first), (_, end, *last) = places
        spans = [Span(min(*first, *last), max(*first, *last), text[start:end])]
        return tuple(spans), f"{text[:start]} {text[end:]}"
    spans = [Span(*_open_ended(text[:start], *days), text[start:end]) for start, end, *days in places]
    for start, end, *_ in reversed(places):
        text = f"{text[:start]} {text[end:]}"
    return tuple(spans), text


def _is_stretch(text: str, one: Place, other: Place) -> bool:
    """Whether two times are the ends of one: "between 2018 and 2020", "from 5 June 2019 to 7 July 2019"."""
    return _BETWEEN.search(text[: one[0]]) is not None and _AND.fullmatch(text[one[1] : other[0]]) is not None


def _open_ended(before: str, first: dt.date, last: dt.date) -> tuple[dt.date, dt.date]:
    """The time from `first` to `last` as the words before it have it."""
    if _SINCE.search(before):
        return first, dt.date.max
    if _BEFORE.search(before):
        return dt.date.min, first - _DAY
    if _UNTIL.search(before):
        return dt.date.min, last
    return first, last


def read_years(text: str) -> frozenset[str]:
    """The years from one to the next that a text names, "2018/19" for "2018-2019" too."""
    return frozenset(f"{match[1]}/{match[2]}" for match in _YEARS.finditer(text))


def _places(text: str) -> list[Place]:
    """Every time named; a year within a date is not named again."""
    found = [(start, end, date, date) for date, start, end in find_dates(text, slashes=True)]
    for match in MONTH_YEAR.finditer(text):
        first = dt.date(int(match["year"]), MONTHS[match["month"].lower()], 1)
        found.append((match.start(), match.end(), first, _month_end(first)))
    for match in _YEAR.finditer(text):
        year = int(match["year"])
        found.append((match.start(), match.end(), dt.date(year, 1, 1), dt.date(year, 12, 31)))
    kept: list[Place] = []
    for each in found:
        if not any(each[0] < end and start < each[1] for start, end, _, _ in kept):
            kept.append(each)
    return sorted(kept)


def _month_end(first: dt.date) -> dt.date:
    return (first.replace(day=28) + dt.timedelta(days=4)).replace(day=1) - dt.timedelta(days=1)


def mend_months(text: str) -> str:
    """ "janury 2015" is January 2015: a word before a year that is nearly a month's name."""

    def mend(match: re.Match[str]) -> str:
        word = match.group().lower()
        near = [name for name in MONTHS if len(name) > 4 and edits_apart(word, name) <= (len(name) > 5) + 1]
        return near[0].title() if word not in {*MONTHS, *_NO_MONTHS} and len(near) == 1 else match.group()

    return re.sub(r"\b[A-Za-z]{5,10}(?=,?\s+(?:19|20)\d\d\b)", mend, text)


def says_date(text: str, span: Span) -> bool:
    """Whether the words name a time within the span: the day, the month or the year. An open span is never named."""
    if span.is_open:
        return False
    if any(span.first <= date <= span.last for date, _, _ in find_dates(text, slashes=True)):
        return True
    if span.first == span.last:
        return False
    for match in MONTH_YEAR.finditer(text):
        month = (int(match["year"]), MONTHS[match["month"].lower()])
        if (span.first.year, span.first.month) <= month <= (span.last.year, span.last.month):
            return True
    if not re.search(rf"(?<!\d){span.first.year}(?!\d)", text) or span.first.year != span.last.year:
        return False
    if span.first.month == span.last.month:  # "September" over a column, "2022" in a row
        return re.search(rf"\b{span.first:%B}\b", text) is not None
    return span.first.month == 1 and span.last.month == 12
