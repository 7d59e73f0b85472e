"""What else the words of a question tell: what is asked of something, who speaks, whose the dates are."""

from __future__ import annotations

import re

from rag.understanding.days import find_times
from rag.understanding.meetings import APPROVED
from rag.understanding.wanted import OPEN_ENDED, PERSON, Wanted, read_asks, read_wanted
from rag.understanding.when import tells_of_budgets, tells_of_things
from rag.understanding.words import STOP, plain, stem, tokens

_RECENT = re.compile(
    r"\b(?:still|now|nowadays|currently|latest|newest|most recent(?:ly)?|in the end|eventually|finally|these days"
    r"|up to date|any ?more|what(?:['’]s| is) (?:happening|going on) (?:with|to|about|at)"
    r"|where (?:are we|do things stand)|(?:is|are) (?:\w+ ){1,5}going to"
    r"|last (?:meeting|session|time) (?:that|which|where|to)|(?:happened|became|came) (?:to|of|with))\b",
    re.IGNORECASE,
)
_ATTRIBUTE = re.compile(
    r"^(?:so |and |but |please |ok |hi |hello )?"
    r"what(?:'s| is| was| are| were)? (?:the |its |their )?(?:exact |full |total )?"
    r"(?P<attribute>[a-z]{3,}) (?:of|for|did|does|do)\b"
    # Which streets, rounds or pupils it was is answered by their names.
    r"|^(?:so |and |but |please |ok |hi |hello )?which (?P<one>[a-z]{2,}(?:[^s\W\d_]|ss|us)) (?:of|for|did|does|do)\b",
    re.IGNORECASE,
)
_RATED = re.compile(
    r"\b(?:rated|judged|graded)(?: as| to be)? [\"'‘“]?(?P<attribute>[a-z]{3,})\b", re.IGNORECASE
)
_MINUTES_OF = re.compile(r"\bminutes (?:of|for|from)\b", re.IGNORECASE)
_AT_MEETING = re.compile(
    r"\b(?:at|in|of|during|from) (?:the |that |this |our |its )?(?:[\w’']+ ){0,5}(?:meeting|session|sitting)\b"
    r"|\b(?:committee|panel|subgroup|board|cabinet|council|executive) (?:met|meet|sat)\b"
    r"|\b(?:came|come|went|go|put|brought|taken) (?:before|to) (?:[\w&’'-]+ ){0,7}?"
    r"(?:committee|sub-?committee|sub-?group|panel|board|cabinet|council|executive|scrutiny|spc|members|councillors|meeting|vote)\b"
    r"|\b(?:came|come|went|put|brought|taken) before\b",
    re.IGNORECASE,
)
_OF_PAPER = re.compile(  # the day of a paper, not of a meeting
    r"\b(?:published|issued|dated|printed|posted|released|circulated|updated|signed)\s+(?:on\s+|in\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
_DISCUSSES = re.compile(
    r"\b(?:did|has|have|was|were)\b.*\b(?:(?:discuss|consider)(?:ed)?|debated?|minuted"
    r"|(?:talk|look)(?:ed)? (?:about|at))\b",
    re.IGNORECASE,
)
# Who speaks at meetings; what inspectors said in 2018 a report of 2019 may tell.
_SPEAKS = re.compile(
    r"\b(?:did|does|have|has|had)\s+(?:the\s+|our\s+)?(?:[\w’'-]+\s+){0,2}?(?:members?|committee|panel|sub-?group|board|cabinet"
    r"|chair\w*|leader|councillors?|cllrs?|mr|mrs|ms|miss|director|head|officers?|we|they)\b(?:\s+[\w’'-]+){0,5}?\s+"
    r"(?:say|said|tell|told|ask|asked|raise|raised|report|reported|give|gave|hear|heard|answer|answered|propose|proposed"
    r"|(?:make|made|think|thought)\s+of|conclude|concluded|feel\s+about|felt\s+about)\b",
    re.IGNORECASE,
)
_OF_MEETINGS = (
    Wanted.DECISION,
    Wanted.PRESENT,
    Wanted.MEETING_PLACE,
    Wanted.VOTE,
    Wanted.MOVER,
)
_SAYING = frozenset(
    "view views question questions point points comment comments concern concerns reply answer".split()
)
_SPEAKER = re.compile(rf"\b{PERSON}", re.IGNORECASE)
_SAID = (
    r"(?:say|said|tell|told|reply|report|advise|explain|answer|warn|promise|think|recommend|claim|mention|state"
    r"|outline)"
)
_OFFICE = re.compile(
    r"\b(?:did|does|has|had|have)\s+(?:the\s+|our\s+|your\s+)?"
    rf"(?P<office>(?:(?!{_SAID}\b)[\w’'-]+\s+){{0,4}}?(?:director|head|chief|manager|superintendent|treasurer|inspector|engineer"
    r"|planner|commissioner|ombudsman|principal|headteacher|secretary)"
    rf"(?:\s+(?:of|for)(?:\s+(?!{_SAID}\b)[\w’'-]+){{1,5}}?)?)\s+{_SAID}\b",
    re.IGNORECASE,
)

# "How many of them were girls": what tells those counted from the rest.
_SPLIT = re.compile(
    r"\b(?:how many(?: of (?:(?:the|these|those|them|our|their|whom|which|its|his|her)(?: [\w’'-]+){0,4}?))?"
    r"|(?<!by )what (?:percentage|proportion|share) of (?:them|these|those))"
    r" (?:were|was|are|is|have|had|has)\b(?: (?:been|a|an|the|about|for|from|also|only|actually))*"
    r" (?P<split>[^,;:?.()]{3,80})",
    re.IGNORECASE,
)


def asks_of_meeting(text: str, wanted: Wanted) -> bool:
    """Whether the times a text names say when a meeting was, rather than when something happened."""
    if APPROVED.search(text):
        return False  # at a later meeting than that of the minutes
    if tells_of_budgets(text):
        return False
    places = find_times(text)
    if places and all(_OF_PAPER.search(text[:start]) for start, *_ in places):
        return False
    if _MINUTES_OF.search(text):
        return True
    if _AT_MEETING.search(text):
        return True
    meets = wanted in _OF_MEETINGS or (
        wanted in OPEN_ENDED and (_DISCUSSES.search(text) or _SPEAKS.search(text)) is not None
    )
    return meets and not tells_of_things(text)


def read_attribute(text: str) -> str | None:
    """The stem of what is asked of something: "the address of", "rated outstanding"."""
    found = _RATED.search(text) or _ATTRIBUTE.search(text)
    return stem(plain(next(filter(None, found.groups())))) if found else None


def read_recent(text: str) -> bool:
    """Whether a text asks how things stand, or how they ended."""
    return _RECENT.search(text) is not None


def read_speaker(text: str) -> frozenset[str]:
    """The stem of the surname of the person whose words are asked for; none when it is nobody named."""
    if read_wanted(text) is not Wanted.SAID or not (match := _SPEAKER.search(text)):
        return frozenset()
    names = [word for word in tokens(match.group())[1:] if len(word) > 1 and word not in STOP | _SAYING]
    return frozenset({stem(names[-1])}) if names else frozenset()


def read_office(text: str) -> frozenset[str]:
    """The stems of the office whose holder's words are asked for: "what did the Director of Place say"."""
    match = _OFFICE.search(text)
    return (
        frozenset(stem(word) for word in tokens(match["office"]) if word not in STOP)
        if match
        else frozenset()
    )


def read_split(text: str) -> frozenset[str]:
    """The stems of what tells those counted from the rest, where nothing else is asked: "girls" of "of the 57 pupils,
    how many were girls?"."""
    match = _SPLIT.search(text) if len(read_asks(text)) == 1 else None
    return (
        frozenset(stem(word) for word in tokens(match["split"]) if word not in STOP) if match else frozenset()
    )
