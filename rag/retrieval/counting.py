"""Does a sentence count what a question counts?"""

from __future__ import annotations

import re
from collections.abc import Collection

from corpus.parts.dates import DATE, MONTH_FIRST, MONTH_YEAR, MONTHS, SLASH_DATE, TIME
from rag.understanding.question import Question
from rag.understanding.words import STOP, TOKEN, plain, stem, stems, tokens

MONEY = re.compile(r"[£€]\s?\d[\d,.]*|\b\d[\d,.]*\s*(?:million|billion|pounds|pence|euros?)\b", re.IGNORECASE)
_WORD_NUMBERS = (
    "two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty hundred dozen "
    "half(?!-) third quarter twice none nobody unanimous unanimously"
).split()
_COUNT = re.compile(
    rf"(?<![\w£€/.-])\d[\d,]*(?:\.\d+)?(?![\w/])\s*%?|\b(?:{'|'.join(_WORD_NUMBERS)})\b", re.IGNORECASE
)
_NUMBER = re.compile(
    rf"(?<![\w/.-])[c~]?\d[\d,]*(?:\.\d+)?(?![\d/])|\b(?:{'|'.join(_WORD_NUMBERS)}|one(?! of\b)|once|single|both|pair"
    rf"|couple|several"
    r"|thirteen|fourteen|sixteen|seventeen|eighteen|nineteen|sixty|seventy|eighty|ninety|thousand|million|double\w*"
    r"|\w+fold|zero|nil|everyone|nobody)\b|\bno (?:\w+ ){0,2}(?P<of_none>[\w’'-]+)",
    re.IGNORECASE,
)
_YEARS = re.compile(r"\b(?:19|20)\d\d(?:\s?[-/–]\s?(?:19|20)?\d\d)?\b")
_NOT_COUNTED = (
    re.compile(  # days: "14 and 15 December", "9 May"; not what 9 may do
        r"\b\d{1,2}(?:st|nd|rd|th)?(?:(?:,| ?[-–]| (?:and|to|or|&)) ?\d{1,2}(?:st|nd|rd|th)?)*"
        rf"(?= (?:of )?(?:{'|'.join(sorted(MONTHS.keys() - {'may'}))}|(?-i:May))\b)",
        re.IGNORECASE,
    ),
    DATE,
    MONTH_FIRST,
    MONTH_YEAR,
    SLASH_DATE,
    TIME,
    MONEY,
    _YEARS,
    re.compile(  # a paragraph's number
        r"^[^\w\n]*\d{1,2}(?:\.\d{1,2})*(?:[.)]\s(?=\D)|\s(?=[^\Wa-z\d]|[“‘\"']))", re.MULTILINE
    ),
    re.compile(r"\(\d{1,2}\)"),  # (1), (2): a list within a sentence
    re.compile(
        r"\b(?:item|minute|paragraph|section|regulation|page|appendix|annex)\s\d[\d./]*", re.IGNORECASE
    ),
    re.compile(
        r"\b(?:level|room|stage|phase|no\.?|year|quarter|band|zone|route|grade|wave|option|part|chapter|article"
        r"|table|annex"
        r"|recommendation|motion|decision|priority|schedule)\s\d[\d./]*",
        re.IGNORECASE,
    ),
)
_AGE = re.compile(
    r"\bage[sd]?(?: range| group| of| between| from| under| over)* \d+(?:(?:\s?[-–]\s?| to | and | or )\d+)?"
    r"|\b\d+(?:\s?[-–]\s?\d+| to \d+| and \d+)?(?:\s|-)?years?[ -]?olds?",
    re.IGNORECASE,
)
_DURATION = re.compile(r"\b\d[\d.]*[ -](?:minutes?|hours?|days?|weeks?|months?|years?)\b", re.IGNORECASE)
_ASKS_TIME = re.compile(
    r"\b(?:long|old|fast|quickly|ages?|minutes?|hours?|days?|weeks?|months?|years?)\b", re.IGNORECASE
)
_ASKS_SHARE = re.compile(r"\b(?:percent\w*|per cent|proportion|share|rate|fraction)\b|%", re.IGNORECASE)
_CLAUSE = re.compile(
    r";\s|\s\([a-z0-9]{1,3}\)\s|(?<=[.!?])\s+(?=[A-Z(•])|\b(?:while|whilst|whereas|although|though|but)\b",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"\b(?:costs?|cost(?:ed|ing)|price|it|its|this|these|they|which|total|estimated?|budget(?:ed)?|bill|charged?)\b|\t",
    re.IGNORECASE,
)
_OF_SUMS = stems("cost spent spend pay paid price sum money fund budget amount fee rent charge total year")
_HOW_MANY = re.compile(r"\bhow many\s+(?!times\b)(?P<what>(?:[\w’'-]+\s*){1,4})", re.IGNORECASE)
_WHAT_WAS_DONE = re.compile(
    r"(?:had|have|has|were|was|are|is|did|do|does|will|would|can|could|signed|came)\b", re.IGNORECASE
)
_OF_THEM = re.compile(r"\s*\bof\s+(?:them|these|those|whom|which)\b", re.IGNORECASE)


def could_count(question: Question, text: str) -> bool:
    """Whether the text has a number that may count or measure what is asked: one that the question does not say itself,
    no date, time or reference."""
    said, text = _numbers_of(question), text.lstrip()
    return any(
        stem(plain(match["of_none"])) in stems(question.text)
        if match["of_none"]
        else plain(match.group()) not in said
        for match in _NUMBER.finditer(_masked(question, text))
    )


def _numbers_of(question: Question) -> frozenset[str]:
    """What the question says itself: of 57 pupils, 57 does not tell how many were girls."""
    return frozenset(tokens(_masked(question, question.text)))


def _masked(question: Question, text: str) -> str:
    """The text with dots for what looks like a number of things but is none: a date, a sum, a reference, an age."""
    patterns = _NOT_COUNTED if _ASKS_TIME.search(question.text) else (*_NOT_COUNTED, _AGE)
    for pattern in patterns:
        text = pattern.sub(lambda match: "·" * len(match.group()), text)
    return text


_DIFFERS = 30  # characters before a sum
_THAN = re.compile(
    r"(?:\s?(?:million|billion|thousand|m|bn|k)\b)?\s+(?:(?:a|per) \w+ )?"
    r"(?:higher|lower|dearer|cheaper|(?:more|less) than)\b",
    re.IGNORECASE,
)
_DIFFERS_BY = re.compile(
    r"\b(?:increas(?:e[ds]?|ing)|rises?|risen|rose|rising|f[ae]ll(?:s|en|ing)?|decreas(?:e[ds]?|ing)|dearer|cheaper"
    r"|higher|lower)\s+(?:of|by)\s+(?:(?:about|some|over|nearly|only)\s+)?$",
    re.IGNORECASE,
)
_ASKS_DIFFERENCE = re.compile(
    r"\b(?:by how much|how much (?:\w+ )?(?:\w+er|more|less|extra|of)"
    r"|(?:increas|decreas|reduc|chang|overspen|underspen|differ)\w*|ris(?:e|en|ing)|rose|sav(?:e|ed|ing)s?"
    r"|f[ae]ll(?:en)?|cuts?|extra|additional|compared|up|down|over|under|dearer|cheaper)\b",
    re.IGNORECASE,
)


def is_sum_of_another(text: str, asked: Collection[str]) -> bool:
    """Whether each sum of a text stands in a clause that has none of the words asked about, nor a word that points back
    to them, while another clause has them: "£72 was enough while the taps were broken" prices no taps."""
    clauses = [(MONEY.search(clause) is not None, clause) for clause in _CLAUSE.split(text)]
    about = frozenset(asked) - _OF_SUMS - STOP
    of_sums = [clause for has_sum, clause in clauses if has_sum]
    if not of_sums or any(_BACK.search(clause) or stems(clause) & about for clause in of_sums):
        return False
    return any(len(stems(clause) & about) > 1 for has_sum, clause in clauses if not has_sum)


def is_difference(question: Question, text: str) -> bool:
    """Whether each sum of a text only says by how much something differs, and that is not asked: a salary "£4,200
    higher than before" is not told."""
    if _ASKS_DIFFERENCE.search(question.text):
        return False
    sums = [match.span() for match in MONEY.finditer(text)]
    return bool(sums) and all(
        _THAN.match(text, end) is not None
        or _DIFFERS_BY.search(text[max(0, start - _DIFFERS) : start]) is not None
        for start, end in sums
    )


def has_count(question: Question, text: str, asked: Collection[str]) -> bool:
    """Whether the text counts what is asked: a number that is no date, sum or reference, and not of something else.

    "140 parents" does not say how many pupils came: after "how many pupils" the number must count a word of the
    question, or stand free ("1,131 were received").
    """
    text, said = _masked(question, text), _numbers_of(question)
    if not _ASKS_TIME.search(question.text):
        text = _DURATION.sub(lambda match: "·" * len(match.group()), text)
    counted = _HOW_MANY.search(question.text)
    if counted and re.match(r"(?:people|persons|individuals)\b", counted["what"], re.IGNORECASE):
        counted = None  # pupils, parents and staff are people too
    if counted and _WHAT_WAS_DONE.match(counted["what"]):
        counted = None  # "and how many had signed it": what is counted is not said
    for match in _COUNT.finditer(text):
        if plain(match.group().strip()) in said:
            continue
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
