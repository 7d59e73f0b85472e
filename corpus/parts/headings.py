"""The heading of printed minutes: which body met, when and where, often over many lines and in capitals."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from corpus.parts.councils import in_title_case
from corpus.parts.dates import MONTHS, first_date, first_time

OPENING = re.compile(
    r"\bminutes\s+(?:of|from|for)\b|\bmeeting\s+(?:of|held)\b|\bminutes\b.{0,80}\bmeeting\b", re.IGNORECASE
)
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
# What a machine makes of a raised "st" or "th" may be any sign or two: 25" June, 5™ March, 31*' December
_DAY = re.compile(
    rf"\b(?P<day>\d{{1,2}})\s{{0,2}}(?:[^\s\d]{{1,4}}\s{{0,2}})?,?\s{{0,2}}(?:of\s+)?"
    rf"(?P<month>{_MONTH})\b\.?\s?,?\s{{0,2}}(?P<year>(?:19|20)\d\d)(?!\d)",
    re.IGNORECASE,
)
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_HELD = re.compile(  # what stands behind a body's name
    rf"[,\s]\s*(?:which was |was )?(?:hel?d|convened|commencing|on\s+{_WEEKDAY})\b|\s[–-]\s"
    rf"|[,\s]\s*(?:on|at)\s+(?:the\s+)?\d"
    rf"|\s(?:in|at)\s+(?:the\s+)?(?=.{{3,150}}\bon\s+{_WEEKDAY})",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"\b(?:meeting|minutes|proceedings)\s+(?:[‘’'“\"]?in\s+committee[‘’'”\"]?\s+)?(?:of|for)\s+(?:a\s+|an\s+)?(?:the\s+)?"
    r"(?!proceedings\b|(?:the\s+)?(?:\w+\s+){0,4}meeting\b)",
    re.IGNORECASE,
)
_BODY_MEETING = re.compile(  # "Minutes of Eastbrook Area Committee Meeting held ..."
    r"\b(?:minutes|proceedings)\s+(?:of|for)\s+(?:the\s+)?"
    r"(?P<body>(?:[\w&,’'-]+\s+){1,12}?(?:committee|council|district|panel|board|forum|jpc|spc))\s+"
    r"(?:(?:monthly|special|annual|ordinary)\s+)?meeting\b",
    re.IGNORECASE,
)
_VENUE = re.compile(
    r"\b(?:hel?d|convened)\s+(?:(?:in|at|via|by)\s+)?(?:the\s+)?(?P<venue>(?!on\b)\S.{2,200}?),?\s+(?:on|at)\s+(?:the\s+)?"
    rf"(?:{_WEEKDAY}|\d)",
    re.IGNORECASE,
)
_VENUE_LAST = re.compile(
    r"(?:[ap]\.?\s?m\.?|noon|\d{4}),?\s+(?:in|at)\s+(?:the\s+)?(?P<venue>[A-ZÁÉÍÓÚ].{2,150}?)\.?$",
    re.IGNORECASE,
)
_VENUE_BARE = re.compile(
    rf"\s(?:in|at)\s+(?:the\s+)?(?P<venue>(?!committee)[A-ZÁÉÍÓÚ].{{2,200}}?),?\s+on\s+{_WEEKDAY}\b",
    re.IGNORECASE,
)
_OF_COUNCIL = re.compile(
    r"(?P<council>.{3,60}?\bcouncil)(?:[’']s)?,?\s+"
    r"(?P<body>\S.{0,150}\b(?:committee|sub-?committee|spc|district|panel|board|forum|group|cabinet|jpc))$",
    re.IGNORECASE,
)
_LONGEST = 1500  # characters that a heading may take
_NOON = re.compile(r"\b12(?:[.:]00)?\s*(?:o’clock\s*)?noon\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Heading:
    """What the words above the attendance say of a meeting; None where they do not."""

    council: str | None
    body: str | None
    date: dt.date | None
    time: dt.time | None
    venue: str | None


def read_heading(text: str) -> Heading:
    """Read "Minutes of Proceedings at Meeting of ... held in ... on ... at ...", its lines joined by blanks."""
    text = " ".join(text[:_LONGEST].split())
    council, body = _body(text)
    venue = _VENUE.search(text) or _VENUE_LAST.search(text) or _VENUE_BARE.search(text)
    return Heading(
        council,
        body,
        date_of(text),
        dt.time(12) if _NOON.search(text) else first_time(text),
        in_title_case(venue["venue"].strip(" ,.")) if venue else None,
    )


def date_of(text: str) -> dt.date | None:
    """The first date, whatever stands for its "st" or "th"; None for a day that no month has."""
    for match in _DAY.finditer(text):
        try:
            return dt.date(int(match["year"]), MONTHS[match["month"].lower()], int(match["day"]))
        except ValueError:
            continue
    return first_date(text)


def _body(text: str) -> tuple[str | None, str | None]:
    named = None
    for match in _BODY.finditer(text):
        named = match
    if named is None:
        whole = _BODY_MEETING.search(text)
        return None, in_title_case(whole["body"]) if whole else None
    rest = text[named.end() : named.end() + 200]
    end = _HELD.search(rest)
    name = in_title_case(rest[: end.start() if end else None].strip(" ,.:–-)"))
    if not name or len(name) > 120:
        return None, None
    if parts := _OF_COUNCIL.match(name):
        return parts["council"], parts["body"].removeprefix("the ")
    return (name if name.lower().endswith(" council") and name.count(" ") else None), name
