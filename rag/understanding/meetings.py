"""Meetings told by their order: "the last meeting", "the first two Cabinet meetings of 2019"."""

from __future__ import annotations

import re

from rag.understanding.days import MONTH
from rag.understanding.relative import COUNT, NAME_WORDS, Nth, count_of
from rag.understanding.when import Edge

_MEETS = r"(?:meetings?|sessions?|sittings?)\b"
_SORT = r"(?:committee|sub-?\s?committee|sub-?\s?group|panel|board|forum|cabinet|executive|council)\b"
_LAST = r"last|latest|newest|most\s+recent|previous|final"
_FIRST = r"first|earliest|inaugural"
_TIME = rf"(?:{MONTH}|spring|summer|autumn|winter|years?|months?|weeks?|quarter)\b"
_AT = r"\b(?:at|from|of|in|during)\s+"
_ORDER = re.compile(
    rf"\b(?:very\s+)?(?:(?P<last>{_LAST})|(?P<first>{_FIRST}))\s+(?!{_TIME})(?:(?P<count>{COUNT})\s+)?(?={NAME_WORDS}{_MEETS})",
    re.IGNORECASE,
)
# Not the last of all: "the last meeting that dealt with it", "the most recent meeting to hear of lamps".
_OF_MATTER = re.compile(
    rf"{NAME_WORDS}{_MEETS}\s+(?:(?:that|which|where|when|(?:at|in)\s+which)\s+(?!(?:was|were|is|are|took|happened|had\s+minutes)\b)"
    r"|to\s+(?:deal|discuss|consider|hear|look|talk|take|touch|mention|speak)\b|(?:dealing|discussing|considering)\b)",
    re.IGNORECASE,
)
_AT_SORT = re.compile(  # "at the last committee"
    rf"{_AT}(?:the|our|their|its)\s+(?P<time>(?:(?P<last>{_LAST})|(?P<first>{_FIRST}))\s+)(?={NAME_WORDS}{_SORT}(?!\s+[a-z]+\s+(?:report|paper)))",
    re.IGNORECASE,
)
_LAST_MET = re.compile(r"\b(?:(?P<last>last)|(?P<first>first))\s+(?=(?:met|meet|sat|sit)\b)", re.IGNORECASE)
_BEFORE_LAST = re.compile(
    rf"(?P<kept>\b{_MEETS})\s+before\s+(?:last|that|this|the\s+(?:last|latest|previous|most\s+recent)(?:\s+(?:one|meeting|session))?)\b",
    re.IGNORECASE,
)
_ONE_BEFORE = re.compile(r"\bthe\s+(?:one|time)\s+before(?:\s+that|\s+last)?(?=\W*$)", re.IGNORECASE)
_BESIDE = re.compile(  # "at the meeting before 17 July 2019"
    rf"{_AT}(?:the|their|its|our)\s+(?P<which>(?:next|following|last|previous|first)\s+)?{NAME_WORDS}(?:meeting|session|sitting)\s+"
    r"(?:of\s+(?:the\s+)?(?:[\w&’'-]+\s+){1,8}?)?(?:held\s+|immediately\s+|just\s+|directly\s+)?"
    r"(?P<time>(?P<before>before|prior\s+to|preceding)|after|following)\s+(?=(?:the\s+)?(?:[\w’']+\s+){0,3}?[^\s]*\d|(?:the\s+)?[A-Z])",
    re.IGNORECASE,
)
# "The last meeting that dealt with it" is the last of those, whatever met since.
_OF_MATTER = re.compile(
    rf"\b(?:{_LAST})\s+(?:{COUNT}\s+)?{NAME_WORDS}{_MEETS}\s+(?:(?:that|which|where|when|(?:at|in)\s+which|whose)\s+(?:the\s+)?"
    r"(?:[\w’'-]+\s+){0,6}?(?:deal|dealt|discuss|consider|look|cover|mention|touch|hear|speak|spoke|talk|rais|debat|address|tackl"
    r"|came|come)|(?:to|dealing|discussing|considering|mentioning"
    r"|covering|looking|debating)\b(?!\s+date\b))",
    re.IGNORECASE,
)
_NEXT = re.compile(
    r"\b(?:when|where|what\s+(?:date|day|time)|what(?:['’]s|\s+is)\s+the\s+(?:date|day|time|place)|which\s+day)\b[^.?!]*\b"
    rf"(?:next\s+(?={NAME_WORDS}(?:meeting|session|sitting|meet|sit|sat)\b)|(?:meet(?:ing|s)?|sit(?:ting|s)?)\s+next\b(?!\s+to\b))",
    re.IGNORECASE,
)
# The minutes of a meeting are approved at the one after it.
_APPROVES = r"\b(?:approv|agree|accept|confirm|sign|correct|adopt|amend|reject|refus|inaccura|record)"
APPROVED = re.compile(
    rf"\bminutes\b.*{_APPROVES}|{_APPROVES}\w*\b.*\bminutes\b",
    re.IGNORECASE,
)


def read_order(text: str) -> tuple[Nth | None, str]:
    """The meetings that a text tells by their order, None without; and the text without the words that tell it.

    The other times it names are those among which they are counted: "the first meeting of 2019".
    """
    if APPROVED.search(text) or asks_last_of_matter(text):
        return None, text
    if match := _BEFORE_LAST.search(text) or _ONE_BEFORE.search(text):
        kept = match.groupdict().get("kept") or ""
        return Nth(match.group(), skip=1), f"{text[: match.start()]} {kept} {text[match.end() :]}"
    if match := _BESIDE.search(text):
        side = Edge.BEFORE if match["before"] else Edge.SINCE
        rest = _without(text, match)
        rest = rest[: match.start("which")] + rest[match.end("which") :] if match["which"] else rest
        return Nth(f"meeting {match['time'].strip()}", first=side is Edge.SINCE, side=side), rest
    for pattern in (_ORDER, _AT_SORT, _LAST_MET):
        match = pattern.search(text)
        if match and not _OF_MATTER.match(text, match.end()):
            rest = (
                _without(text, match)
                if "time" in match.groupdict()
                else f"{text[: match.start()]} {text[match.end() :]}"
            )
            words = f"{(match.groupdict().get('time') or match.group()).strip()} meeting"
            count = count_of(match.groupdict().get("count"))
            return Nth(words + "s" * (count > 1), match["first"] is not None, count), rest
    return None, text


def asks_last_of_matter(text: str) -> bool:
    """Whether a question asks of the last of the meetings that dealt with a matter: how it stood then."""
    return _OF_MATTER.search(text) is not None


def asks_for_next(text: str) -> bool:
    """Whether a question asks when or where the next meeting will be: what the newest papers announce."""
    return _NEXT.search(text) is not None


def _without(text: str, match: re.Match[str]) -> str:
    return f"{text[: match.start('time')]} {text[match.end('time') :]}"
