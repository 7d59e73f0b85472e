"""Dates as a person types them: a day, a month or a year, and the first or last day it covers."""

from __future__ import annotations

import calendar
import datetime as dt
import re

from corpus.parts.dates import MONTHS

_ISO = re.compile(r"(?P<y>\d{4})(?:-(?P<m>\d{1,2})(?:-(?P<d>\d{1,2}))?)?")
_SLASHED = re.compile(r"(?P<d>\d{1,2})[/.](?P<m>\d{1,2})[/.](?P<y>\d{4})")  # day first, as councils print
_SPOKEN = re.compile(r"(?:(?P<d>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?P<m>[a-z]+)\.?,?\s+(?P<y>\d{4})")


def read_days(text: str) -> tuple[dt.date, dt.date]:
    """First and last day of "2019-07-17", "17/07/2019", "17 July 2019", "July 2019", "2019-07" or "2019".

    Raises ValueError, with one sentence for the person who typed it, when the text is no such date.
    """
    plain = " ".join(text.lower().split())
    found = _ISO.fullmatch(plain) or _SLASHED.fullmatch(plain) or _SPOKEN.fullmatch(plain)
    try:
        if not found:
            raise ValueError
        year = int(found["y"])
        if not found["m"]:
            return dt.date(year, 1, 1), dt.date(year, 12, 31)
        month = int(found["m"]) if found["m"].isdigit() else MONTHS[found["m"]]
        if found["d"]:
            day = dt.date(year, month, int(found["d"]))
            return day, day
        return dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1])
    except (ValueError, KeyError):
        shown = text.strip()[:40]
        raise ValueError(
            f"cannot read the date {shown!r}: write it like 2019-07-17, 17 July 2019, July 2019 or 2019"
        ) from None
