"""Does a sentence hold the sort of thing a question wants: a sum, a count, a date, a name, a place?

What the question already says is no answer to it: a year or a name that it names does not count.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from corpus.parts.dates import DATE, MONTH_FIRST, MONTH_YEAR, SLASH_DATE, TIME, find_dates
from rag.understanding.question import Question
from rag.understanding.wanted import Wanted
from rag.understanding.words import STOP, TOKEN, plain, stem

_MONEY = re.compile(r"£\s?\d[\d,.]*|\b\d[\d,.]*\s*(?:million|billion|pounds|pence)\b", re.IGNORECASE)
_SUM = re.compile(
    r"£\s?(?P<number>\d[\d,]*(?:\.\d+)?)(?:\s?(?P<unit>million|billion|thousand|m|bn|k)\b)?", re.IGNORECASE
)
_UNITS = {"": 1, "k": 1e3, "t": 1e3, "m": 1e6, "b": 1e9}
_WORD_NUMBERS = (
    "two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty hundred dozen "
    "half(?!-) third quarter twice none nobody unanimous unanimously"
).split()
_COUNT = re.compile(
    rf"(?<![\w£/.-])\d[\d,]*(?:\.\d+)?(?![\w/])\s*%?|\b(?:{'|'.join(_WORD_NUMBERS)})\b", re.IGNORECASE
)
_YEARS = re.compile(r"\b(?:19|20)\d\d(?:\s?[-/–]\s?(?:19|20)?\d\d)?\b")
_NOT_COUNTED = (
    DATE,
    MONTH_FIRST,
    MONTH_YEAR,
    SLASH_DATE,
    TIME,
    _MONEY,
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
_DAY = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*"
    r"|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"\b(?:19|20)\d\d\b|\b\d{1,2}[./:]\d{2}\b"
    r"|\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b"
    r"|\b(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|tomorrow|immediately)s?\b"
    r"|\b(?:terms?|months?|weeks?|years?|days?|spring|summer|autumn|winter|monthly|weekly|daily|annual\w*|quarterly)\b",
    re.IGNORECASE,
)
_TITLED = re.compile(r"\b(?:Councillors?|Cllr|Mr|Mrs|Ms|Miss|Dr|Prof\w*|Canon|Rev\w*|Sir|Dame)\.?\s+[A-Z]")
_PERSON = re.compile(
    r"\b(?:Councillors?|Cllr|Mr|Mrs|Ms|Miss|Dr|Prof\w*|Canon|Rev\w*|Sir|Dame)\.?\s+(?:[A-Z]\.?\s+){0,3}[A-Z][\w’'-]+"
    r"|\b(?!(?:The|This|That|These|Those|An?|In|On|At|Our|All|Its|If|As|For|To|By|From) )"  # "The Director"
    r"[A-Z][a-z’'-]+ (?:[A-Z]\.? )?(?:O['’])?[A-Z][a-z’'-]+\b"
)
_ROLE = re.compile(
    r"\b(?:Chair\w*|Leader|Member|Director|Head|Manager|Lead|Officer|Treasurer|Secretary|Representative|Governor)\b"
    r"|\b(?:Principal|Teacher|Team|Board|Panel|Services?|Subgroup|Committee|Cabinet|Council|Police|Trust|School)\b"
    r"|\b(?:Academy|Ltd|Group|Department|Unit)\b|\b[A-Z]{3,}\b"
)
_CONTACT = re.compile(r"\btel(?:ephone)?\b|\bphone\b|@|\b\d{4,5}[ ]\d{3}[ ]?\d{3,4}\b", re.IGNORECASE)
_PLACE = re.compile(r"\bvenue\b|\bheld (?:in|at)\b", re.IGNORECASE)
_VOTED = re.compile(
    r"\b(?:vot(?:e[ds]?|ing(?!\s+(?:member|co-?opt|right)))|carried|lost|unanim\w+|abst[ae]\w+)\b"
    r"|\bin favour\b|\bwithout dissent\b|\bfor\b.*\bagainst\b",
    re.IGNORECASE,
)
_MOVED = re.compile(
    r"\b(?i:proposed|moved|seconded)(?:\s+and\s+seconded)?\s+(?i:by)\b\W*(?:the\s+)?[A-Z]"
    r"|\b(?i:proposed|proposer|moved|mover|seconded|seconder)\s*:\W*[A-Z]"
    r"|\b(?!(?:The|A|An)\b)[A-Z][\w’'-]+,?\s+(?:(?:then|also|formally|duly)\s+)?(?:proposed|moved|seconded)\b"
)
_CHAIRED = re.compile(
    r"\bin the chair\b|\((?:the )?chair(?:man|woman|person)?\)|\btook the chair\b|\bchaired\b|\bpresided\b"
    r"|\b(?:as|appointed|elected) chair",
    re.IGNORECASE,
)
_ATTENDED = re.compile(  # a list of people who need not have a title: "In attendance: Ann Ash, Clerk"
    r"^\W*(?:also\s+)?(?:present|(?:officers\s+)?in\s+attendance|officers(?:\s+present)?)\b[^:\n]{0,40}:\s*[A-Z]",
    re.IGNORECASE,
)
_ABSENT = re.compile(r"\bapologies\b|\babsent\b", re.IGNORECASE)
_ASKS_DAY = re.compile(r"\b(?:what|which|exact) (?:date|day)\b", re.IGNORECASE)
_ASKS_NAME = re.compile(r"\bnames?\b|\bcalled\b", re.IGNORECASE)
_ASKS_SHARE = re.compile(r"\b(?:percent\w*|per cent|proportion|share|rate|fraction)\b|%", re.IGNORECASE)
_HOW_OFTEN = re.compile(r"\bhow (?:often|frequently|regularly)\b", re.IGNORECASE)
_OFTEN = re.compile(
    r"\b(?:hourly|daily|weekly|fortnightly|monthly|quarterly|yearly|annual\w*|termly|once|twice|times|every|each)\b"
    r"|\b(?:per|a) (?:week|month|year|term)\b|\bbi-?\s?(?:weekly|monthly|annual\w*)\b",
    re.IGNORECASE,
)
_HOW_MANY = re.compile(r"\bhow many\s+(?!times\b)(?P<what>(?:[\w’'-]+\s*){1,4})", re.IGNORECASE)


def fits(question: Question, text: str, asked: Collection[str], section: str) -> bool:
    """Whether the words hold the sort of thing wanted. `asked` holds the stems that may stand for the question's words,
    `section` the heading the words stand under.

    A title or heading alone tells what was considered, not what was said: it answers only a question for a date.
    """
    if question.wanted is not Wanted.WHEN and (section == "Title" or _bare(text) in _bare(section)):
        return False
    match question.wanted:
        case Wanted.MONEY:
            return _MONEY.search(text) is not None
        case Wanted.HOW_MANY:
            if _HOW_OFTEN.search(question.text):
                return _OFTEN.search(text) is not None
            much = re.search(r"\bhow much\b", question.text, re.IGNORECASE) is not None
            return (much and _MONEY.search(text) is not None) or has_count(question, text, asked)
        case Wanted.WHEN:
            return (_DAY if _ASKS_DAY.search(question.text) else _TIME).search(text) is not None
        case Wanted.WHO:
            people = _others(_PERSON.findall(text), question)
            return bool(people) or (
                not _ASKS_NAME.search(question.text) and bool(_others(_ROLE.findall(text), question))
            )
        case Wanted.CONTACT:
            return _CONTACT.search(text) is not None
        case Wanted.MEETING_PLACE:
            return _PLACE.search(text) is not None
        case Wanted.PRESENT:
            return _is_present(question, text)
        case Wanted.VOTE:
            return _VOTED.search(text) is not None
        case Wanted.MOVER:
            return _MOVED.search(text) is not None
        case _:
            return True


def _bare(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text).strip().casefold()


def names_day(text: str) -> bool:
    """Whether the words name a day of a month: a better answer to "when" than a month or a year."""
    return _DAY.search(text) is not None


def values(question: Question, text: str) -> frozenset[str]:
    """The dates (ISO), sums ("£640000") or percentages and decimals a sentence answers with, those asked about aside.

    Whole numbers are left out: two of them seldom count the same thing.
    """
    said = {date.isoformat() for date, _, _ in find_dates(question.text, slashes=True)}
    if question.wanted is Wanted.WHEN:
        return frozenset(date.isoformat() for date, _, _ in find_dates(text)) - said
    if question.wanted is Wanted.MONEY:
        return frozenset(map(_in_pounds, _SUM.finditer(text)))
    if question.wanted is Wanted.HOW_MANY:
        return frozenset(re.findall(r"(?<![\d.£])\d+\.\d+(?!\d|\.\d)|\d+(?:\.\d+)?%", text))
    return frozenset()


def _in_pounds(match: re.Match[str]) -> str:
    """ "£1.2 million" and "£1,200,000" are one sum."""
    pounds = float(match["number"].replace(",", "")) * _UNITS[(match["unit"] or "").lower()[:1]]
    return f"£{pounds:.2f}".removesuffix(".00")


def _is_present(question: Question, text: str) -> bool:
    if re.search(r"\bchair", question.text, re.IGNORECASE):
        return _CHAIRED.search(text) is not None
    if re.search(r"\bapolog|\babsent", question.text, re.IGNORECASE):
        return _ABSENT.search(text) is not None
    return (_TITLED.search(text) or _ATTENDED.match(text)) is not None


def _others(found: Sequence[str], question: Question) -> list[str]:
    """Those that the question does not name itself."""
    said = question.text.casefold()
    return [each for each in found if each.casefold() not in said and each.split()[-1].casefold() not in said]


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
    for match in _COUNT.finditer(text):
        if match.group().rstrip().endswith("%"):
            if not counted or _ASKS_SHARE.search(question.text):
                return True
            continue  # a share is no count
        if not counted or "\t" in text:
            return True
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
