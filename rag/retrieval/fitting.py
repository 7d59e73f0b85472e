"""Does a sentence hold the sort of thing a question wants: a sum, a count, a date, a name, a place?

What the question already says is no answer to it: a year or a name that it names does not count.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from corpus.parts.dates import MONTHS, find_dates
from rag.retrieval.counting import MONEY, could_count, has_count, is_difference, is_sum_of_another
from rag.retrieval.telling import could_tell
from rag.understanding.question import Question
from rag.understanding.wanted import Wanted, also_wanted, read_asks
from rag.understanding.words import FRAME, STOP, plain, stem, stems

_SUM = re.compile(
    r"(?P<sign>[£€])\s?(?P<number>\d[\d,]*(?:\.\d+)?)(?:\s?(?P<unit>million|billion|thousand|m|bn|k)\b)?",
    re.IGNORECASE,
)
_UNITS = {"": 1, "k": 1e3, "t": 1e3, "m": 1e6, "b": 1e9}
_DAY = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
    r"|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b"  # "3 decisions" is no day
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
# "When may a child be taken off the roll?" is answered by "only where it is best for the child".
_ASKS_CONDITION = re.compile(
    r"\bwhen (?:may|can|could|must|should|does|do)\b|\bwhen(?:['’]s| is| are) [^,;?.]{0,80}?"
    r"\b(?:allow\w*|permitted|required|acceptable|entitled|able|exempt|liable|lawful|ok(?:ay)?|fair|right)\b",
    re.IGNORECASE,
)
_CONDITION = re.compile(r"\b(?:when|whenever|if|unless|once|until|provided|where)\b", re.IGNORECASE)
_AT_AGE = re.compile(
    r"\b(?:at|aged?|age of|turn\w*|until|from|by|over|under) \d{1,2}\b|\bbirthdays?\b", re.IGNORECASE
)
_TITLED = re.compile(r"\b(?:Councillors?|Cllr|Mr|Mrs|Ms|Miss|Dr|Prof\w*|Canon|Rev\w*|Sir|Dame)\.?\s+[A-Z]")
OPENS_WITH_PERSON = re.compile(
    r"\W*(?:Councillor|Cllr|Alderman|Mr|Mrs|Ms|Miss|Dr|Prof\w*|Canon|Rev\w*|Sir|Dame)\.?\s+(?:[A-Z]\.?\s+){0,3}[A-Z][\w’'-]+"
)
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
_PLACE = re.compile(r"\bvenue\b|\bheld (?:in|at)\b|\b(?:room|chamber|hall)\b", re.IGNORECASE)
_SPOKE = re.compile(
    r"\b(?:said|told|ask(?:ed|s)?|rais(?:ed|es)|report(?:ed|s)|stat(?:ed|es)|felt|thought|suggest(?:ed|s)|quer(?:ied|ies)"
    r"|welcomed|explained|not(?:ed|es)|comment(?:ed|s)|advised|proposed|moved|express(?:ed|es)|thanked|referred|highlighted"
    r"|request(?:ed|s)|sought|enquired|inquired|outlined|spoke|agreed|observed|argued|called|pointed|respond(?:ed|s)|replied"
    r"|answered|informed|wondered|wanted|stressed|confirmed|pressed|warned|urged|hoped|believed|recalled|described"
    r"|presented|questioned|emphasised|acknowledged|added|praised|objected|supported|opposed|considered|views?|concerns?)\b",
    re.IGNORECASE,
)
VOTED = re.compile(
    r"\b(?:vot(?:e[ds]?|ing(?!\s+(?:member|co-?opt|right)))|carried|lost|unanim\w+|abst[ae]\w+|without dissent)\b"
    r"|\bnem\.? con\b|\b\d+ (?:for|against)\b|\b(?:for|against)\W{0,3}\d|\bshow of hands\b|\bballot\b|\bin favour\b"
    r"|\bfor\b.{0,80}\bagainst\b",
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
_HOW_MUCH = re.compile(
    r"\b(?:how (?:much|big|large|high)|sum|figures?|total)\b"
    r"|\baverage (?:\w+ ){0,3}(?:rent|costs?|price|pay|salary|fee|fine|income|bill|value|loan|grant|spend\w*)\b",
    re.IGNORECASE,
)
_BY_HOW_MUCH = re.compile(  # told by a share as well as by a sum
    r"\bhow much (?:\w+er|more|less|of)\b|\bby how much\b", re.IGNORECASE
)
_HOW_OFTEN = re.compile(r"\bhow (?:often|frequently|regularly)\b", re.IGNORECASE)
_OFTEN = re.compile(
    r"\b(?:hourly|daily|weekly|fortnightly|monthly|quarterly|yearly|annual\w*|termly|once|twice|times|every|each)\b"
    r"|\b(?:per|a) (?:week|month|year|term)\b|\bbi-?\s?(?:weekly|monthly|annual\w*)\b",
    re.IGNORECASE,
)
# Bodies and businesses that are told apart by their names alone.
_ASKS_WHICH = re.compile(
    r"\b(?:which|what|names?(?: of)? the) (?:\w+ )?"
    r"(?:compan(?:y|ies)|firms?|contractors?|suppliers?|supermarkets?|shops?|banks?"
    r"|charit(?:y|ies)|developers?|providers?|consultants?|organisations?|tenderers?|bidders?|architects?|operators?|agenc(?:y|ies))"
    r"(?! of\b| for\b)\b",
    re.IGNORECASE,
)
_NO_NAMES = frozenset(MONTHS) | frozenset(
    "ltd director officer officers head chair leader mayor cabinet department".split()
)
_CAPITAL = re.compile(r"(?<![.!?:•“\"‘'–-] )(?<=[\w,;)(] )[A-Z][\w’&'-]+")


def fits(question: Question, text: str, asked: Collection[str], section: str) -> bool:
    """Whether the words hold the sort of thing wanted. `asked` holds the stems that may stand for the question's words,
    `section` the heading the words stand under.

    A title or heading alone tells what was considered, not what was said: it answers only a question for a date.
    """
    if question.wanted is not Wanted.WHEN and (section == "Title" or _bare(text) in _bare(section)):
        return False
    return any(
        _fits(wanted, question, text, asked) for wanted in (question.wanted, *also_wanted(question.text))
    )


def asks_which_firm(question: Question) -> bool:
    """Whether a body or a business is asked for that is told by its name alone."""
    return _ASKS_WHICH.search(question.text) is not None


def could_fit(question: Question, text: str, around: str) -> bool:
    """Whether a text, or the words `around` it with it, could answer at all: no sum of money without one, no count
    without a number, no day without a time, no firm without a name."""
    return any(_could_fit(question, part, wanted, text, around) for part, wanted in read_asks(question.text))


def _could_fit(question: Question, part: str, wanted: Wanted, text: str, around: str) -> bool:
    if not could_tell(question.text, part, text, around):
        return False
    if wanted is Wanted.MONEY:
        by_how_much = _BY_HOW_MUCH.search(part) is not None
        return MONEY.search(around) is not None or (by_how_much and could_count(question, around))
    if wanted is Wanted.WHEN:
        if _ASKS_CONDITION.search(part) and _CONDITION.search(text):
            return True
        return any(each.search(around) for each in (_TIME, _DAY, _AT_AGE))
    if wanted is Wanted.HOW_MANY:
        much = _HOW_MUCH.search(part) is not None
        often = _HOW_OFTEN.search(part) is not None
        return could_count(question, around) or (
            (much and MONEY.search(around) is not None) or (often and _OFTEN.search(around) is not None)
        )
    return True


def _fits(wanted: Wanted, question: Question, text: str, asked: Collection[str]) -> bool:
    match wanted:
        case Wanted.MONEY:
            told = MONEY.search(text) is not None and not is_difference(question, text)
            return told and not is_sum_of_another(text, asked)
        case Wanted.HOW_MANY:
            if _HOW_OFTEN.search(question.text):
                return _OFTEN.search(text) is not None
            much = _HOW_MUCH.search(question.text) is not None
            return (much and MONEY.search(text) is not None) or has_count(question, text, asked)
        case Wanted.WHEN:
            return (_DAY if _ASKS_DAY.search(question.text) else _TIME).search(text) is not None
        case Wanted.WHO | Wanted.ANYTHING | Wanted.DECISION if asks_which_firm(question):
            return _names_another(question, text) and could_tell(question.text, question.text, text, text)
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
        case Wanted.SAID:
            return not question.speaker or _SPOKE.search(text) is not None
        case Wanted.VOTE:
            return VOTED.search(text) is not None
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
        return frozenset(map(_in_full, _SUM.finditer(text)))
    if question.wanted is Wanted.HOW_MANY:
        return frozenset(re.findall(r"(?<![\d.£])\d+\.\d+(?!\d|\.\d)|\d+(?:\.\d+)?%", text))
    return frozenset()


def _in_full(match: re.Match[str]) -> str:
    """ "£1.2 million" and "£1,200,000" are one sum."""
    amount = float(match["number"].replace(",", "")) * _UNITS[(match["unit"] or "").lower()[:1]]
    return f"{match['sign']}{amount:.2f}".removesuffix(".00")


def _is_present(question: Question, text: str) -> bool:
    if re.search(r"\bchair", question.text, re.IGNORECASE):
        return _CHAIRED.search(text) is not None
    if re.search(r"\bapolog|\babsent", question.text, re.IGNORECASE):
        return _ABSENT.search(text) is not None
    return (_TITLED.search(text) or _ATTENDED.match(text)) is not None


def _names_another(question: Question, text: str) -> bool:
    """Whether the words have a name, beside those of months, meetings and the like, that the question has not."""
    said = stems(question.text)
    names = (plain(each) for each in _CAPITAL.findall(text))
    return any(
        stem(name) not in said and not (name in FRAME or name in STOP or name in _NO_NAMES) for name in names
    )


def _others(found: Sequence[str], question: Question) -> list[str]:
    """Those that the question does not name itself."""
    said = question.text.casefold()
    return [each for each in found if each.casefold() not in said and each.split()[-1].casefold() not in said]
