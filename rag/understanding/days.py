"""Every way of writing a day, a month, a year or years of a calendar, found in a question."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from corpus.parts.dates import DATE, ISO_DATE, MONTH_FIRST, MONTH_YEAR, MONTHS, SLASH_DATE, find_dates
from rag.understanding.words import edits_apart

Place = tuple[int, int, dt.date, dt.date]  # start, end, first day, last day

MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_YEAR = re.compile(r"(?<![\d/£.,–-])\b(?P<year>(?:19|20)\d\d)(?P<decade>s)?\b(?![/–-]\d|\.\d)")
_DASH_DATE = re.compile(
    rf"(?<![\d/-])(?P<day>\d{{1,2}})-(?P<month>\d{{1,2}}|{MONTH})-(?P<year>(?:19|20)\d\d)(?![\d-])", re.I
)
_SHORT_YEAR = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?P<month>{MONTH})\b\.?,?\s+['’‘](?P<year>\d\d)\b", re.I
)  # fmt: skip
_MONTH_SLASH_YEAR = re.compile(
    r"(?<![\w/.-])(?<!item )(?<!minute )(?P<month>0?[1-9]|1[0-2])/(?P<year>(?:19|20)\d\d)(?![\w/-])"
)
_OF_TWO_YEARS = re.compile(r"[/–-](?:19|20)?\d\d(?!\d)")  # "the November 2024-25 monitoring" is of no day
_WEEKDAY = re.compile(rf"\b(?P<name>{'|'.join(WEEKDAYS)}),?\s+(?:the\s+)?$", re.I)
_DAY_OF_MONTH = (
    rf"\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{MONTH})\b|(?:{MONTH})\s+\d{{1,2}}(?:st|nd|rd|th)?(?!\d)"
)
_JOIN = r"\s*(?:,|&|/|[–-]|\b(?:and|or|to|until|till)\b)\s*(?:the\s+)?"
_NO_YEAR_YET = re.compile(  # "March and April 2019", "from 5 June to 7 July 2019"
    rf"\b(?P<first>(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?P<month>{MONTH}))\b\.?"
    rf"(?={_JOIN}(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?P<other>{MONTH})\b\.?,?\s+(?P<year>(?:19|20)\d\d)\b)",
    re.I,
)
_NO_MONTH_YET = re.compile(  # "17 and 18 July 2019"
    rf"(?<![\d/.,-])(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?={_JOIN}\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?"
    rf"(?P<month>{MONTH})\b\.?,?\s+(?P<year>(?:19|20)\d\d)\b)",
    re.I,
)
_DASHED = re.compile(  # "5 June 2019–7 June 2019" is no "2019/07"
    rf"\b((?:{MONTH})\s+(?:19|20)\d\d)\s?[–-]\s?(?=(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?:{MONTH})\b)",
    re.I,
)
_NOT_DAYS = re.compile(r"\b(?:items?|minutes?|decisions?|nos?\.?|numbers?)\s+$", re.I)
_NO_MONTHS = frozenset({"marsh", "match"})  # English, though one letter off a month
NOT_MONTHS = frozenset(
    {"may", "march", "mar", "dec", "sep"}
)  # other words too, unless written with a capital
_MOST_DAYS = 31
_MOST_JOINED = 12  # months or days in a row that share one year


def find_times(text: str) -> list[Place]:
    """Every day, month, year and decade written with its year, in order; a year within a date is not named again.

    A weekday before a day is taken with it.
    """
    kept: list[Place] = []
    for start, end, first, last in _written(text):
        if not any(start < other_end and other < end for other, other_end, _, _ in kept):
            kept.append((start, end, first, last))
    return sorted(_with_weekday(text, place) for place in kept)


def _written(text: str) -> Iterator[Place]:
    """Days first, then months, then years: what is told more exactly comes before what lies within it."""
    for date, start, end in find_dates(text, slashes=True):
        yield start, end, date, date
    for pattern in (_DASH_DATE, SLASH_DATE):
        for match in pattern.finditer(text):
            if day := _day(match["year"], match["month"], match["day"]) or _american(match):
                yield match.start(), match.end(), day, day
    for match in _SHORT_YEAR.finditer(text):
        if first := _day(match["year"], match["month"], match["day"] or "1"):
            yield match.start(), match.end(), first, first if match["day"] else month_end(first)
    for pattern in (MONTH_YEAR, _MONTH_SLASH_YEAR):
        for match in pattern.finditer(text):
            if _OF_TWO_YEARS.match(text, match.end()):
                continue
            if first := _day(match["year"], match["month"], "1"):
                yield match.start(), match.end(), first, month_end(first)
    for match in _YEAR.finditer(text):
        year = int(match["year"])
        if match["decade"] is None:
            yield match.start(), match.end(), dt.date(year, 1, 1), dt.date(year, 12, 31)
        elif year % 10 == 0:
            yield match.start(), match.end(), dt.date(year, 1, 1), dt.date(year + 9, 12, 31)


def _with_weekday(text: str, place: Place) -> Place:
    start, end, first, last = place
    before = _WEEKDAY.search(text[max(0, start - 20) : start]) if first == last else None
    return (start - len(before.group()) if before else start, end, first, last)


def _day(year: str, month: str, day: str) -> dt.date | None:
    number = int(month) if month.isdecimal() else MONTHS[month.lower()]
    try:
        return dt.date(int(year) + 2000 if len(year) == 2 else int(year), number, int(day))
    except ValueError:
        return None


def _american(match: re.Match[str]) -> dt.date | None:
    """ "7/17/2019" can only be the 17th of July. Short years are left alone: "1.13.19" is no date."""
    if len(match["year"]) == 2 or not match["month"].isdecimal():
        return None
    return _day(match["year"], match["day"], match["month"])


def impossible_day(text: str) -> str | None:
    """The first day named that no calendar has, as it is written: "30 February 2019", "31 June"; None without one."""
    for pattern in (DATE, MONTH_FIRST, ISO_DATE, _DASH_DATE, SLASH_DATE):
        for match in pattern.finditer(text):
            short = pattern is SLASH_DATE and len(match["year"]) == 2  # "1.13.19" need not be a date
            if not short and not _day(match["year"], match["month"], match["day"]) and not _american(match):
                return match.group()
    for match in re.finditer(_DAY_OF_MONTH, text, re.I):
        name = re.search(rf"\b(?:{MONTH})\b", match.group(), re.I)
        number = re.search(r"\d+", match.group())
        if not name or not number or name.group() in NOT_MONTHS or int(number.group()) > _MOST_DAYS:
            continue  # "item 40 may be"
        if not _day("2020", name.group(), number.group()):  # a leap year
            return match.group()
    return None


def mend_times(text: str) -> str:
    """The text with its misspelt months mended ("janury 2015") and its joined times made whole: "March and April 2019"
    is "March 2019 and April 2019", "17 and 18 July 2019" is "17 July 2019 and 18 July 2019"."""
    text = _mend_months(text)
    for _ in range(_MOST_JOINED):  # from right to left: each takes the year from the one after it
        whole = _NO_YEAR_YET.sub(_give_year, _NO_MONTH_YET.sub(_give_month, text))
        if whole == text:
            break
        text = whole
    return _DASHED.sub(r"\1 to ", text)


def _give_year(match: re.Match[str]) -> str:
    """ "November to February 2019" begins in 2018."""
    earlier = MONTHS[match["month"].lower()] > MONTHS[match["other"].lower()]
    return f"{match['first']} {int(match['year']) - earlier}"


def _give_month(match: re.Match[str]) -> str:
    if _NOT_DAYS.search(match.string[max(0, match.start() - 20) : match.start()]):
        return match.group()
    return f"{match.group()} {match['month']} {match['year']}"


def _mend_months(text: str) -> str:
    """ "janury 2015" is January 2015: a word before a year that is nearly a month's name."""

    def mend(match: re.Match[str]) -> str:
        word = match.group().lower()
        near = [name for name in MONTHS if len(name) > 4 and edits_apart(word, name) <= (len(name) > 5) + 1]
        return near[0].title() if word not in {*MONTHS, *_NO_MONTHS} and len(near) == 1 else match.group()

    return re.sub(r"\b[A-Za-z]{5,10}(?=,?\s+(?:19|20)\d\d\b)", mend, text)


def month_end(first: dt.date) -> dt.date:
    """The last day of the month that begins on `first`."""
    return (first.replace(day=28) + dt.timedelta(days=4)).replace(day=1) - dt.timedelta(days=1)
