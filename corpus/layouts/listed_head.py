"""The head of a list of decisions: which body met, and when."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.models import Document, Meeting, Section, SectionKind
from corpus.parts.councils import find_council, in_title_case, is_council
from corpus.parts.dates import find_dates, first_time
from corpus.parts.lines import Line

_ENDS = r"(?=\s+(?:held|on|at|which|and\s+are|will|that)\b|\s+[-–—]\s|[.,;:(]|$)"
_NAMED = (
    re.compile(rf"\bmeeting\s+of\s+(?:the\s+)?(?P<body>[A-Z].{{2,100}}?){_ENDS}"),
    re.compile(
        rf"\bdecisions\b.{{0,40}}?\b(?:by|of)\s+(?:the\s+)?(?P<body>[A-Z].{{2,100}}?){_ENDS}", re.DOTALL
    ),
)
_BODY_LINE = re.compile(
    r"(?P<body>[^.;:\t]{0,90}\b(?:committee|panel|board|cabinet|sub-?group|sub-?committee|executive|council|forum|commission|"
    r"assembly|partnership)\b[^.;:\t]{0,60}?)(?:\s+[-–—]\s.*|\s*,?\s*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\b.*|\d{1,2}\s.*))?",
    re.IGNORECASE,
)
_DECISIONS = re.compile(
    r"^(?:(?:list|record|notice|schedule|summary) of )?(?:\w+ )?decisions?(?: (?:list|notice|sheet|record))?"
    r"(?: of(?: the)?)?\W*",
    re.IGNORECASE,
)
_NOT_THE_MEETING = re.compile(
    r"\b(?:publish|publication|call(?:ed)?[- ]?in|deadline|implement|effect|come into force|expir|dated)",
    re.IGNORECASE,
)
_LONGEST = 3000  # characters of a head that are looked at


def read_head(document: Document, head: Sequence[Line]) -> Meeting:
    """The meeting as the lines above the first item tell it, without items."""
    text = " ".join(line.text for line in head)[:_LONGEST]
    span = document.span(head[0].start, head[-1].end) if head else document.span(0, 0)
    dated = next((line for line in head if _is_of_meeting(line)), None)
    dates = find_dates(dated.text, slashes=True) if dated else []
    return Meeting(
        council=find_council(head),
        body=_find_body(text, head),
        date=dates[0][0] if dates else None,
        time=first_time(dated.text[dates[0][2] :]) if dated and dates else None,
        venue=None,
        chair=None,
        present=(),
        apologies=(),
        items=(),
        span=document.span(0, len(document.text)),
        sections=(Section(SectionKind.ATTENDANCE, span, "Meeting"),) if head else (),
    )


def _is_of_meeting(line: Line) -> bool:
    """A line whose first date is the meeting's: no word of publishing or calling in stands before it."""
    dates = find_dates(line.text, slashes=True)
    if not dates:
        return False
    said = line.text.lower().rfind("meeting", 0, dates[0][1])
    return not _NOT_THE_MEETING.search(line.text, max(said, 0), dates[0][1])


def _find_body(text: str, head: Sequence[Line]) -> str | None:
    """By the words "meeting of the ...", else by the first line that is a body's name and no more."""
    for pattern in _NAMED:
        if match := pattern.search(text):
            return in_title_case(match["body"].strip(" ,–—-"))
    for line in head:
        name = _DECISIONS.sub("", line.text)
        match = _BODY_LINE.fullmatch(name)
        if match and not is_council(line.text) and match["body"].strip():
            return in_title_case(match["body"].strip(" ,–—-"))
    return None
