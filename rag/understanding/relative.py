"""Times that only the library can place, for want of a year: "in March", "last summer", "over the last two years"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.parts.dates import MONTHS
from rag.understanding.days import MONTH, NOT_MONTHS, WEEKDAYS
from rag.understanding.when import Edge, edge_before

NUMBERS = {
    word: number
    for number, words in enumerate(
        "one|two,couple of|three,few|four|five|six|seven|eight|nine|ten|eleven|twelve".split("|"), start=1
    )
    for word in words.split(",")
}
COUNT = rf"(?:\d{{1,2}}|{'|'.join(NUMBERS)})"
# Words that may be a body's name, as before "meeting": "the March *Harbour Scrutiny Committee* meeting".
NAME_WORDS = (
    r"(?:(?!(?:about|at|on|in|to|for|by|from|with|that|which|who|what|did|was|were|is|the|an?|time|report|item|minutes)\b)"
    r"[\w&’'-]+\s+){0,8}?"
)
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}  # the first of three months
_TERMS = {"autumn": (9, 4), "spring": (1, 4), "summer": (4, 4)}  # first month and months, of English schools
_QUARTERS = {"fir": 0, "sec": 1, "thi": 2, "fou": 3, "las": 3, "1st": 0, "2nd": 1, "3rd": 2, "4th": 3,
             "1": 0, "2": 1, "3": 2, "4": 3}  # fmt: skip
FINANCIAL, _SCHOOL_YEAR = 4, 9  # the months in which councils' and schools' years begin
_TWO_YEARS = r"(?P<from>(?:19|20)\d\d)\s?[/–-]\s?(?P<to>(?:19|20)?\d\d)(?![\d/–-])"
_OF_YEAR = rf"\s+(?:of\s+)?(?:{_TWO_YEARS}|(?P<year>(?:19|20)\d\d))"
_NO_YEAR = r"(?!\.?,?\s+(?:of\s+)?(?:['’‘]\d\d|(?:19|20)\d\d)\b|\s?-\d)"
_MEETING = rf"(?:['’]s)?\s+{NAME_WORDS}(?:meeting|session|sitting)(?P<many>s?)\b"
_IN = r"\b(?:in|during|of|on|from|since|after|before|until|till|throughout|prior to|early|late|month of)\s+"
_LAST = r"(?:\b(?P<past>last|this)\s+)?"
_MONTH = re.compile(
    rf"(?P<led>{_IN}(?:the\s+)?)?(?:\b(?:{'|'.join(WEEKDAYS)}),?\s+(?:the\s+)?)?(?P<time>{_LAST}\b(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+"
    rf"(?:of\s+)?(?P<of_day>{MONTH})\b|(?P<month>{MONTH})\b(?:\s+(?P<day_of>\d{{1,2}})(?:st|nd|rd|th)?\b|(?!\s+\d)))){_NO_YEAR}",
    re.IGNORECASE,
)
_SEASON = re.compile(
    rf"(?P<led>{_IN}(?:the\s+)?)?(?P<time>{_LAST}\b(?:(?P<term>spring|summer|autumn)\s+term|(?P<season>spring|summer|autumn|winter))\b"
    rf"(?:{_OF_YEAR}\b)?)",
    re.IGNORECASE,
)
_QUARTER = re.compile(
    rf"(?P<time>\b(?:(?P<nth>first|second|third|fourth|last|[1-4](?:st|nd|rd|th))\s+quarter|Q(?P<q>[1-4])|quarter\s+(?P<n>[1-4]))"
    rf"{_OF_YEAR}\b)",
    re.IGNORECASE,
)
_YEARS = re.compile(rf"(?<![\w/-])(?P<time>{_TWO_YEARS})")
_BACK = re.compile(
    r"(?P<time>\b(?:the\s+(?P<unit>year|month)\s+before\s+last|(?P<which>this|last)\s+(?P<of>year|month)(?P<own>['’]s)?)\b)",
    re.IGNORECASE,
)
_STRETCH = re.compile(
    rf"(?P<time>\b(?:over|in|during|within|for)\s+(?:the\s+|these\s+)?(?:last|past|previous)\s+(?:(?P<count>{COUNT})\s+)?"
    r"(?P<unit>year|month|week)s?\b(?!['’]))",
    re.IGNORECASE,
)
_SO_LONG = re.compile(
    rf"\b(?:last|past|previous|preceding)\s+(?:(?P<count>{COUNT})\s+)?(?P<unit>year|month|week)s?\b",
    re.IGNORECASE,
)
# The record's own acts, in the time that follows: "decided in 2018/19". Alone it may be of a thing: "fees in 2018/19".
_ACTS_IN = re.compile(
    r"(?:^|\b(?:meetings?|sessions?|met|meet|sat|sit|held|decisions?|decided?|agreed?|resolved?|discuss(?:ed)?|considered?"
    r"|minutes|made|taken|happen(?:ed)?))\s*(?:in|during|of|for|since|over|throughout)?\s*(?:the\s+)?$",
    re.IGNORECASE,
)
_THING_NEXT = re.compile(
    r"(?:['’]s)?\s+(?:(?:draft|final|annual|capital|revenue|proposed|council|municipal)\s+){0,2}"
    r"(?:budgets?|plans?|programmes?|accounts?|strateg(?:y|ies)|settlement|precept|calendar|timetable|scheme|grants?|levy|fees?"
    r"|charges?|allowances?|pay|tax)\b",
    re.IGNORECASE,
)
_MEETING_OF = re.compile(
    r"\b(?:meeting|session|sitting)\s+(?:held\s+)?(?:in|of|on|during|from)\s+(?:the\s+)?$", re.IGNORECASE
)
_LOOKED_BACK = 60  # characters before a time, read for what they make of it


@dataclass(frozen=True, slots=True)
class PartOfYear:
    """Months or a day of some year: "in March", "17 July", "last summer", "autumn term 2018"."""

    words: str
    month: int  # the first
    months: int = 1
    day: int | None = None
    year: int | None = None  # of the first month; None: of any year
    latest: bool = False  # only the latest is meant: "the March meeting", "last summer"
    edge: Edge = Edge.WITHIN


@dataclass(frozen=True, slots=True)
class Back:
    """A year or a month, counted back from the newest: "this year" 0, "last year" 1, "the year before last" 2."""

    words: str
    unit: str  # "year" | "month"
    count: int
    edge: Edge = Edge.WITHIN


@dataclass(frozen=True, slots=True)
class Stretch:
    """So many years, months or weeks, up to the newest: "over the last two years"."""

    words: str
    unit: str  # "year" | "month" | "week"
    count: int


@dataclass(frozen=True, slots=True)
class Nth:
    """Meetings told by their order, among those of the other times that the question names: "the last two meetings"."""

    words: str
    first: bool = False  # else the last
    count: int = 1
    skip: int = 0  # "the meeting before last" 1
    side: Edge = Edge.WITHIN  # BEFORE or SINCE: the meeting before, or after, the other time named
    announces: bool = (
        False  # the last of each body, for what their papers announce: "when is the next meeting?"
    )


Relative = PartOfYear | Back | Stretch
Found = tuple[re.Match[str], Relative]  # the match has a group "time"


def read_parts(text: str, *, of_meeting: bool) -> tuple[tuple[Relative, ...], str]:
    """The times without a year, told by a part of it, or by how long ago they were, in order; and the text without
    their words. `of_meeting` says that the question asks when a meeting was, so that a season may be that."""
    kept: list[Found] = []
    for found in (
        _stretches(text),
        _backs(text),
        _quarters(text),
        _seasons(text, of_meeting),
        _years(text),
        _months(text),
    ):
        for match, time in found:
            start, end = match.span("time")
            if not any(start < other.end("time") and other.start("time") < end for other, _ in kept):
                kept.append((match, time))
    kept.sort(key=lambda each: each[0].start("time"))
    for match, _ in reversed(kept):
        text = f"{text[: match.start('time')]} {text[match.end('time') :]}"
    return tuple(time for _, time in kept), text


def _stretches(text: str) -> Iterator[Found]:
    for match in _STRETCH.finditer(text):
        yield match, Stretch(match["time"], match["unit"].lower(), count_of(match["count"]))


def says_stretch(text: str, words: str) -> bool:
    """Whether a text itself tells of as long a time up to its own day as `words` do: "in the past year" of "over the
    last twelve months"; False where `words` tell of another time."""
    asked = {_length(match) for match in _STRETCH.finditer(words)}
    return bool(asked) and any(_length(match) in asked for match in _SO_LONG.finditer(text))


def _length(match: re.Match[str]) -> tuple[str, int]:
    unit, count = match["unit"].lower(), count_of(match["count"])
    return ("month", 12 * count) if unit == "year" else (unit, count)


def _backs(text: str) -> Iterator[Found]:
    for match in _BACK.finditer(text):
        if match["own"] and not re.match(_MEETING, text[match.end() :], re.IGNORECASE):
            continue  # "this year's figures" are a thing
        count = 2 if match["unit"] else int(match["which"].lower() == "last")
        unit = (match["unit"] or match["of"]).lower()
        yield match, Back(match["time"], unit, count, edge_before(text, match.start()))


def _quarters(text: str) -> Iterator[Found]:
    """A quarter of a year of the calendar, or of a council's year when that is named: "Q1 2018/19" begins in April."""
    for match in _QUARTER.finditer(text):
        if _is_the_records(text, match):
            nth = match["nth"] or match["q"] or match["n"]
            month = 3 * _QUARTERS[nth.lower()[:3]] + (FINANCIAL if _is_one_year(match) else 1)
            year = int(match["from"] or match["year"]) + (month > 12)
            yield match, _part(text, match, (month - 1) % 12 + 1, 3, year)


def _seasons(text: str, of_meeting: bool) -> Iterator[Found]:
    for match in _SEASON.finditer(text):
        dated = match["year"] or match["from"]
        one = _asks_for_one(text, match)
        led = (dated and match["led"]) or match["past"]
        if one is None and not (led and of_meeting):
            continue  # "warm rooms for the winter" are a thing
        month, months = (
            _TERMS[match["term"].lower()] if match["term"] else (_SEASONS[match["season"].lower()], 3)
        )
        year = int(dated) + (match["from"] is not None and month < _SCHOOL_YEAR) if dated else None
        yield match, _part(text, match, month, months, year)


def _years(text: str) -> Iterator[Found]:
    """ "2018/19" is the year from April 2018; "2018-2020" is three years of the calendar."""
    for match in _YEARS.finditer(text):
        first, last = int(match["from"]), int(match["to"])
        if _is_the_records(text, match):
            if _is_one_year(match):
                yield match, _part(text, match, FINANCIAL, 12, first)
            elif last > first:
                yield match, _part(text, match, 1, 12 * (last - first + 1), first)


def _months(text: str) -> Iterator[Found]:
    for match in _MONTH.finditer(text):
        name, day = match["of_day"] or match["month"], match["day"] or match["day_of"]
        led = (match["led"] or (match["past"] and "last ") or "").lower()
        if _asks_for_one(text, match) is None and not _is_month(match, name, day, led):
            continue
        yield match, _part(text, match, MONTHS[name.lower()], 1, None, int(day) if day else None)


def _is_month(match: re.Match[str], name: str, day: str | None, led: str) -> bool:
    """Whether the words that lead to a month's name make it one: "in March 27 pupils came", "you may march"."""
    if match["day_of"] and not match["time"][-1].isalpha():
        return bool(led) and not led.startswith(("in ", "during "))
    if name in NOT_MONTHS:
        return (
            bool(led)
            and not led.startswith(("of ", "from "))
            and (day is not None or not led.startswith("on "))
        )
    return bool(led or day)


def _part(
    text: str, match: re.Match[str], month: int, months: int, year: int | None, day: int | None = None
) -> PartOfYear:
    groups = match.groupdict()
    one = _asks_for_one(text, match) or groups.get("past") is not None
    edge = edge_before(text, match.start("time"))
    return PartOfYear(match["time"], month, months, day, year, one and year is None, edge)


def _asks_for_one(text: str, match: re.Match[str]) -> bool | None:
    """Whether the time is one meeting's ("the March meeting", "the meeting in March"); None when no meeting's."""
    if meeting := re.match(_MEETING, text[match.end("time") :], re.IGNORECASE):
        return not meeting["many"]
    return True if _MEETING_OF.search(text[: match.start("time")][-_LOOKED_BACK:]) else None


def _is_the_records(text: str, match: re.Match[str]) -> bool:
    if _THING_NEXT.match(text, match.end("time")):
        return False  # "to agree the 2025-26 budget", "the 2025-26 budget meeting"
    before = text[: match.start("time")][-_LOOKED_BACK:]
    return _asks_for_one(text, match) is not None or _ACTS_IN.search(before) is not None


def _is_one_year(match: re.Match[str]) -> bool:
    return match["to"] is not None and int(match["to"]) % 100 == (int(match["from"]) + 1) % 100


def count_of(said: str | None) -> int:
    """ "two" -> 2, "10" -> 10; 1 when nothing is said."""
    if not said:
        return 1
    return int(said) if said.isdecimal() else NUMBERS[" ".join(said.lower().split())]
