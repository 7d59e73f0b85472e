"""Does a sentence hold the sort of thing a question wants: a sum, a number, a date, a name, a place?"""

from __future__ import annotations

import re

from rag.question import Question, Wanted

_MONEY = re.compile(r"£\s?\d|\b\d[\d,.]*\s*(?:million|billion|pounds|pence)\b|\d\s?[km]\b", re.IGNORECASE)
_NUMBER = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|hundred|half|third|quarter|once|"
    r"twice|monthly|weekly|daily|annual\w*|quarterly|all|none|no)\b",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"\b(?:19|20)\d\d\b|\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b"
    r"|\b\d{1,2}[./:]\d{2}\b|\b(?:term|months?|weeks?|years?|days?|spring|summer|autumn|winter|monday|tuesday|wednesday|thursday|"
    r"friday|saturday|sunday|today|tomorrow|immediately)s?\b",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"\b(?:Councillors?|Cllr|Mr|Mrs|Ms|Miss|Dr|Professor|Canon|Chair\w*|Leader|Member|Director|Head|Manager|Lead|Officer|Treasurer|"
    r"Team|Board|Panel|Service|Secretary|Subgroup|Committee|Cabinet|Council|Representative)\b"
    r"|(?<=[a-z,;:.] )[A-Z][a-z]+ [A-Z][a-z]+|\b[A-Z]{3,}\b|(?:^|[\t•-] ?)[A-Z][a-z]+ [A-Z][a-z]+"
)
_CONTACT = re.compile(r"\b(?:tel\w*|phone|call)\b|@|\b\d{4,5}[ ]\d{3}[ ]?\d{3,4}\b|\bcontact\b", re.IGNORECASE)
_PLACE = re.compile(r"\bvenue\b|\bheld (?:in|at)\b", re.IGNORECASE)
_PATTERNS = {
    Wanted.MONEY: _MONEY,
    Wanted.HOW_MANY: _NUMBER,
    Wanted.WHEN: _TIME,
    Wanted.WHO: _NAME,
    Wanted.PRESENT: _NAME,
    Wanted.CONTACT: _CONTACT,
    Wanted.MEETING_PLACE: _PLACE,
}
_CHAIRED = re.compile(r"\bin the chair\b|\((?:the )?chair(?:man|woman|person)?\)|\btook the chair\b|\bchaired\b|\bpresided\b", re.I)
_ABSENT = re.compile(r"\bapologies\b|\babsent\b", re.IGNORECASE)


def fits(question: Question, text: str) -> bool:
    """Whether the words hold the sort of thing wanted; True where any words may answer."""
    if question.wanted is Wanted.PRESENT:
        if re.search(r"\bchair", question.text, re.IGNORECASE):
            return _CHAIRED.search(text) is not None
        if re.search(r"\bapolog|\babsent", question.text, re.IGNORECASE):
            return _ABSENT.search(text) is not None
    pattern = _PATTERNS.get(question.wanted)
    return pattern is None or pattern.search(text) is not None
