"""Does a sentence count what a question counts?"""

from __future__ import annotations

import re
from collections.abc import Collection

from corpus.parts.dates import DATE, MONTH_FIRST, MONTH_YEAR, SLASH_DATE, TIME
from rag.understanding.question import Question
from rag.understanding.words import STOP, TOKEN, plain, stem

MONEY = re.compile(r"[£€]\s?\d[\d,.]*|\b\d[\d,.]*\s*(?:million|billion|pounds|pence|euros?)\b", re.IGNORECASE)
_WORD_NUMBERS = (
    "two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty hundred dozen "
    "half(?!-) third quarter twice none nobody unanimous unanimously"
).split()
_COUNT = re.compile(
    rf"(?<![\w£€/.-])\d[\d,]*(?:\.\d+)?(?![\w/])\s*%?|\b(?:{'|'.join(_WORD_NUMBERS)})\b", re.IGNORECASE
)
NUMBER = re.compile(rf"\d|\b(?:{'|'.join(_WORD_NUMBERS)}|one|no|each|every)\b", re.IGNORECASE)
_YEARS = re.compile(r"\b(?:19|20)\d\d(?:\s?[-/–]\s?(?:19|20)?\d\d)?\b")
_NOT_COUNTED = (
    DATE,
    MONTH_FIRST,
    MONTH_YEAR,
    SLASH_DATE,
    TIME,
    MONEY,
    _YEARS,
    re.compile(r"^\W*\d{1,2}(?:\.\d{1,2})*(?:[.)]\s(?=\D)|\s(?=[^\Wa-z\d]|[“‘\"']))"),  # a paragraph's number
    re.compile(r"\(\d{1,2}\)"),  # (1), (2): a list within a sentence
    re.compile(
        r"\b(?:item|minute|paragraph|section|regulation|page|appendix|annex)\s\d[\d./]*", re.IGNORECASE
    ),
    re.compile(r"\b(?:level|room|stage|phase|no\.?)\s\d[\d./]*", re.IGNORECASE),
)
_DURATION = re.compile(r"\b\d[\d.]*[ -](?:minutes?|hours?|days?|weeks?|months?|years?)\b", re.IGNORECASE)
_ASKS_TIME = re.compile(
    r"\b(?:long|old|fast|quickly|ages?|minutes?|hours?|days?|weeks?|months?|years?)\b", re.IGNORECASE
)
_ASKS_SHARE = re.compile(r"\b(?:percent\w*|per cent|proportion|share|rate|fraction)\b|%", re.IGNORECASE)
_HOW_MANY = re.compile(r"\bhow many\s+(?!times\b)(?P<what>(?:[\w’'-]+\s*){1,4})", re.IGNORECASE)
_WHAT_WAS_DONE = re.compile(
    r"(?:had|have|has|were|was|are|is|did|do|does|will|would|can|could|signed|came)\b", re.IGNORECASE
)
_OF_THEM = re.compile(r"\s*\bof\s+(?:them|these|those|whom|which)\b", re.IGNORECASE)


def has_count(question: Question, text: str, asked: Collection[str]) -> bool:
    """Whether the text counts what is asked: a number that is no date, sum or reference, and not of something else.

    "140 parents" does not say how many pupils came: after "how many pupils" the number must count a word of the
    question, or stand free ("1,131 were received").
    """
    patterns = _NOT_COUNTED if _ASKS_TIME.search(question.text) else (*_NOT_COUNTED, _DURATION)
    for pattern in patterns:
        text = pattern.sub(lambda match: "·" * len(match.group()), text)
    counted = _HOW_MANY.search(question.text)
    if counted and re.match(r"(?:people|persons|individuals)\b", counted["what"], re.IGNORECASE):
        counted = None  # pupils, parents and staff are people too
    if counted and _WHAT_WAS_DONE.match(counted["what"]):
        counted = None  # "and how many had signed it": what is counted is not said
    for match in _COUNT.finditer(text):
        if match.group().rstrip().endswith("%"):
            if not counted or _ASKS_SHARE.search(question.text):
                return True
            continue  # a share is no count
        if not counted or "\t" in text:
            return True
        if _OF_THEM.match(text, match.end()):
            continue  # "640 people, 214 of them" counts people twice
        following: list[str] = []
        for word in TOKEN.finditer(text, match.end(), match.end() + 60):
            if text[match.end() if not following else 0 : word.start()].strip(" -") and not following:
                break  # punctuation: the number stands free
            if plain(word.group()) in STOP:
                break
            following.append(stem(plain(word.group())))
            if len(following) == 4:
                break
        if not following or any(each in asked for each in following):
            return True
    return False
