"""Dates, times and months as councils print them."""

from __future__ import annotations

import datetime as dt
import re

MONTHS = {
    name: number
    for number, names in enumerate(
        "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|"
        "september sept sep|october oct|november nov|december dec".split("|"),
        start=1,
    )
    for name in names.split()
}
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
DATE = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{_MONTH})\b\.?,?\s+(?P<year>(?:19|20)\d\d)(?!\d)",
    re.IGNORECASE,
)
ISO_DATE = re.compile(r"\b(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b")
SLASH_DATE = re.compile(r"\b(?P<day>\d{1,2})[/.](?P<month>\d{1,2})[/.](?P<year>(?:19|20)?\d\d)\b")
MONTH_FIRST = re.compile(
    rf"\b(?P<month>{_MONTH})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>(?:19|20)\d\d)(?!\d)",
    re.IGNORECASE,
)
MONTH_YEAR = re.compile(
    rf"\b(?P<month>{_MONTH})\b\.?,?\s+(?:of\s+)?(?P<year>(?:19|20)\d\d)(?!\d)", re.IGNORECASE
)
TIME = re.compile(
    r"\b(?P<hour>\d{1,2})(?:[.:](?P<minute>\d\d))?\s*(?P<half>[ap])\.?\s?m(?-i:(?![a-z]))\.?|\b(?P<hour24>\d{2}):(?P<minute24>\d\d)\b",
    re.IGNORECASE,
)


def month_number(name: str) -> int | None:
    return MONTHS.get(name.lower().rstrip("."))


def _build(match: re.Match[str]) -> dt.date | None:
    month = match["month"]
    year = int(match["year"])
    try:
        return dt.date(
            year + 2000 if year < 100 else year,
            int(month) if month.isdecimal() else month_number(month) or 0,
            int(match["day"]),
        )
    except ValueError:
        return None  # "31 February 2019" is no date


def find_dates(text: str, *, slashes: bool = False) -> list[tuple[dt.date, int, int]]:
    """Dates with the offsets they stand at, in order. `slashes` also reads 17/07/2019 and 17.07.19."""
    found = []
    for pattern in (DATE, MONTH_FIRST, ISO_DATE, *((SLASH_DATE,) if slashes else ())):
        for match in pattern.finditer(text):
            if date := _build(match):
                found.append((date, match.start(), match.end()))
    return sorted(found, key=lambda each: each[1])


def first_date(text: str) -> dt.date | None:
    return next((date for date, _, _ in find_dates(text)), None)


def first_time(text: str) -> dt.time | None:
    """The first time of day: "10.00 am", "4pm", "18:30". None when there is none."""
    for match in TIME.finditer(text):
        if match["hour24"] is not None:
            hour, minute = int(match["hour24"]), int(match["minute24"])
        else:
            hour, minute = int(match["hour"]) % 12, int(match["minute"] or 0)
            hour += 12 if match["half"].lower() == "p" else 0
        if hour < 24 and minute < 60:
            return dt.time(hour, minute)
    return None
