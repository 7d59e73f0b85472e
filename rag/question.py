"""A question, understood without a language model: its words, what sort of answer it wants, and
which place in the record (date, item, body) it names."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from corpus.dates import DATE, MONTH_YEAR, MONTHS, find_dates
from corpus.numbers import REFERENCE
from rag.models import QuestionError
from rag.words import FRAME, STOP, edits_apart, plain, stem

MAX_CHARACTERS = 1_000


class Wanted(StrEnum):
    """What sort of answer a question wants."""

    DECISION = "decision"
    WHEN = "when"
    WHO = "who"
    HOW_MANY = "how_many"
    MONEY = "money"
    WHERE = "where"
    MEETING_PLACE = "meeting_place"
    CONTACT = "contact"
    PLANNED = "planned"
    INTEREST = "interest"
    PRESENT = "present"
    ANYTHING = "anything"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time the question names; both ends inclusive."""

    first: dt.date
    last: dt.date
    words: str  # as the question puts it


@dataclass(frozen=True, slots=True)
class Word:
    """A content word of the question."""

    plain: str  # lower case
    stem: str
    is_name: bool  # written with a capital inside the sentence, or all in capitals
    is_frame: bool  # "committee", "decided": what is asked for rather than what about


@dataclass(frozen=True, slots=True)
class Question:
    text: str
    words: tuple[Word, ...]
    wanted: Wanted
    dates: tuple[Span, ...]
    items: tuple[str, ...]  # references as printed: "27", "CYP/19/22"
    decision: str | None  # "decision 2"
    attribute: str | None  # stem of what is asked of something: "the address of", "what result did"
    recent: bool  # asks how things stand, or how they ended
    of_meeting: bool  # the dates say when the meeting was, rather than when something happened

    @property
    def content(self) -> tuple[Word, ...]:
        """The words that say what the question is about."""
        return tuple(word for word in self.words if not word.is_frame)


_WANTED = (
    (Wanted.INTEREST, r"\binterests?\b.*\bdeclar|\bdeclar\w*\b.*\b(?:interests?|anything)\b|\bconflicts? of interest"),
    (Wanted.PRESENT, r"\b(?:who|which|was|were|did)\b.*\b(?:present|attend(?:ed|ing|ance)?|absent|apologies|apologis\w+|turn(?:ed)? up)\b(?! of the)|\b(?:who|which \w+)\b.*\b(?:chair(?:ed|ing|s)?|chairman|chairwoman|chairperson)\b(?! of)|\bwho (?:was|were) (?:at|in) the\b|\bwho sent\b"),
    (Wanted.MEETING_PLACE, r"\b(?:where|(?:which|what) (?:venue|place|room|building|hall|location))\b.*\b(?:meeting|meet|met|held|sit|sat|session)\b|\bvenue\b"),
    (Wanted.PLANNED, r"\bwhat(?:'s| is| was) (?:next )?on the agenda for\b|\b(?:reports?|items?|topics?|matters?|business)\b.*\b(?:lined up|coming up|due to|down for|planned|scheduled|expected|still to come|next)\b|\b(?:work|forward) (?:programme|plan)\b"),
    (Wanted.CONTACT, r"\b(?:what|which|whose) (?:phone |telephone )?number (?:do|should|can|could|to)\b.*\b(?:ring|call|phone|dial)\b|\b(?:phone|telephone|e-?mail|contact) (?:number|address|details|officer)\b|\bwho (?:do|should|can) (?:i|we) (?:contact|ring|call|phone|e-?mail|ask|speak|write)\b|\bget in touch\b"),
    (Wanted.MONEY, r"\bhow (?:much|many)\b.*\b(?:cost|costs|spen[dt]\w*|pa(?:id|y)\w*|money|fund\w*|budget\w*|pounds?|worth|price|sav(?:e|ed|ing|ings)|charge\w*|grant|invest\w*)\b|£|\bwhat (?:was|is|were|did|does|do|will|would)\b.*\b(?:cost|costs|budget|price|fee|salary|bill|value)\b|\b(?:cost|price|budget|fee|salary) of\b"),
    (Wanted.HOW_MANY, r"\bhow (?:many|much|big|large|high|low|old|long|often|far|fast|quickly)\b|\bwhat (?:was|is|were|are|'s)?\s*(?:the )?(?:\w+ ){0,4}(?:percentage|proportion|number|rate|total|figures?|share|average|size|ratio|per ?cent|caseloads?|score|target)\b|\bpercentage\b|\bwhat (?:percentage|proportion|number|share|fraction)\b"),
    (Wanted.WHEN, r"(?:^|[,;:.?!] ?|\band |\bfrom |\buntil |\bby )when\b|\bwhen (?:is|are|was|were|did|does|do|will|would|should|has|have)\b|\b(?:what|which|wich) (?:dates?|days?|month|year|time)\b|\bby what date\b|\bhow soon\b|\bdeadline\b|\bdue date\b|\bwhat'?s the date\b"),
    (Wanted.WHO, r"(?:^|[,;:.?!] ?|\b(?:and|or|by|to|from|about|of|for|with|tell me|know|say) )(?:who|whom|whose)(?:'s)?\b|\bwhich (?:\w+ )?(?:officer|councillor|member|director|person|company|organisation|firm)\b|\bnames?\b(?: of)?"),
    (Wanted.DECISION, r"\bwhat (?:has |had )?(?:happened|become|became|came)\b|\b(?:did|does|do|will|would|has|have|is|are) (?:the |our )?(?:[\w’']+ ){0,5}(?:back(?:ed)?|support(?:ed)?|accept(?:ed)?|do with|do about|done about)\b|\b(?:decid\w*|decisions?|resol[uv]\w*|agree[ds]?|approv\w*|vot(?:e|ed|es|ing)|outcomes?|conclusion|reject\w*|refus\w*|turn(?:ed)? down|endors\w*|noted|defer\w*|sign(?:ed)? off|adopt(?:ed)?|respond(?:ed)?|position|request(?:ed)?|ask(?:ed)? for)\b"),
    (Wanted.WHERE, r"(?:^|[,;:.?!] ?|\band )where\b|\bwhere (?:is|are|was|were|did|does|do|will|would|should|has|have|had)\b|\b(?:what|which) (?:venue|place|room|building|location|address)\b"),
)  # fmt: skip
_WANTED_COMPILED = tuple((wanted, re.compile(pattern, re.IGNORECASE)) for wanted, pattern in _WANTED)
_ITEM = re.compile(
    rf"\b(?P<ref>{REFERENCE}|\d{{2}}/\d{{1,4}})\b"
    r"|\b(?:agenda\s+)?(?:item|minute|min\.)\s*(?:no\.?|number|#)?\s*(?P<number>\d{1,4})\b(?!\s*(?:minutes?|months?|years?|per|%))",
    re.IGNORECASE,
)
_DECISION_NUMBER = re.compile(r"\bdecision\s+(?:no\.?\s*|number\s*)?(?P<number>\d{1,2})\b", re.IGNORECASE)
_YEAR = re.compile(r"(?<![\d/£.,-])\b(?P<year>(?:19|20)\d\d)\b(?![/-]\d|\.\d)")
_SINCE = re.compile(r"\b(?:since|after|from)\s+(?:the\s+)?$", re.IGNORECASE)
_BEFORE = re.compile(r"\b(?:before|until|up to|till|prior to)\s+(?:the\s+)?$", re.IGNORECASE)
_BETWEEN = re.compile(r"\b(?:between|from)\b.*\b(?:and|to)\b", re.IGNORECASE)
_RECENT = re.compile(r"\b(?:still|now|nowadays|currently|latest|newest|most recent(?:ly)?|in the end|eventually|finally|these days|up to date|any more|anymore)\b", re.I)
_TAKES_OVER = re.compile(r"\b(?:takes?|taking|taken|took)\s+over(?:\s+from)?\b", re.I)  # a verb made of words that say nothing alone
_ATTRIBUTE = re.compile(
    r"^(?:so |and |but |please |ok |hi |hello )?(?:what(?:'s| is| was| are| were)? (?:the |its |their )?(?:exact |full |total )?|which )(?P<attribute>[a-z]{3,}) (?:of|for|did|does|do)\b", re.I
)  # fmt: skip
_MINUTES_OF = re.compile(r"\bminutes\b", re.IGNORECASE)
_AT_MEETING = re.compile(r"\b(?:at|in|of|during|from) (?:the |that |this |our |its )?(?:[\w’']+ ){0,5}(?:meeting|session|sitting)\b|\b(?:committee|panel|subgroup|board|cabinet|council|executive) (?:met|meet|sat)\b", re.I)
_TOKEN = re.compile(r"[^\W_]+(?:['’./,-][^\W_]+)*%?|£\d[\d,.]*")


def read_question(text: str) -> Question:
    """Understand a question.

    Raises:
        QuestionError: it is blank, has no words, or is longer than MAX_CHARACTERS.
    """
    cleaned = " ".join("".join(c if unicodedata.category(c)[0] != "C" else " " for c in unicodedata.normalize("NFKC", text)).split())
    if not cleaned:
        raise QuestionError("The question is blank; ask something, such as: what was decided about school places?")
    if len(cleaned) > MAX_CHARACTERS:
        raise QuestionError(f"The question has {len(cleaned):,} characters; ask in at most {MAX_CHARACTERS:,}.")
    if not re.search(r"\w", cleaned):
        raise QuestionError("The question has no words in it; ask something, such as: who chaired the last meeting?")
    cleaned = _mend_months(_TAKES_OVER.sub("replaces", cleaned))
    items = tuple(dict.fromkeys((match["ref"] or match["number"]).upper() for match in _ITEM.finditer(cleaned)))
    decision = match["number"] if (match := _DECISION_NUMBER.search(cleaned)) else None
    dates, rest = _read_dates(_DECISION_NUMBER.sub("decision", _ITEM.sub(" ", cleaned)))
    wanted = _read_wanted(cleaned)
    of_meeting = not _MINUTES_OF.search(cleaned) and (
        wanted in (Wanted.DECISION, Wanted.PRESENT, Wanted.MEETING_PLACE) or _AT_MEETING.search(cleaned) is not None
    )
    recent = _RECENT.search(cleaned) is not None
    attribute = stem(plain(match["attribute"])) if (match := _ATTRIBUTE.search(cleaned)) else None
    return Question(cleaned, _read_words(rest), wanted, dates, items, decision, attribute, recent, of_meeting)


def _mend_months(text: str) -> str:
    """ "janury 2015" is January 2015: a word before a year that is nearly a month's name."""

    def mend(match: re.Match[str]) -> str:
        word = match.group().lower()
        near = [name for name in MONTHS if len(name) > 4 and edits_apart(word, name) <= 2]
        return near[0].title() if word not in MONTHS and len(near) == 1 else match.group()

    return re.sub(r"\b[A-Za-z]{5,10}(?=,?\s+(?:19|20)\d\d\b)", mend, text)


def _read_wanted(text: str) -> Wanted:
    """What the first telling words ask for: "where did they meet when ..." asks where."""
    found = [(match.start(), order, wanted) for order, (wanted, pattern) in enumerate(_WANTED_COMPILED)
             if (match := pattern.search(text))]  # fmt: skip
    return min(found)[2] if found else Wanted.ANYTHING


def _read_words(text: str) -> tuple[Word, ...]:
    found: dict[str, Word] = {}
    for position, match in enumerate(_TOKEN.finditer(text)):
        raw = match.group()
        for part in raw.split("-") if raw[0].isdigit() or raw[0] == "£" else re.split(r"[-/.,]", raw):
            word = plain(part)
            if not word or word in STOP or (len(word) == 1 and not word.isdigit()):
                continue
            capital = part[0].isupper() and (position > 0 or part.isupper()) and not text.isupper()
            found.setdefault(stem(word), Word(word, stem(word), capital, word in FRAME))
    return tuple(found.values())


def _read_dates(text: str) -> tuple[tuple[Span, ...], str]:
    """Spans of time the text names, and the text without their words."""
    spans: list[tuple[int, int, dt.date, dt.date]] = []
    for date, start, end in find_dates(text, slashes=True):
        if not any(start < b and a < end for a, b, _, _ in spans):
            spans.append((start, end, date, date))
    for match in MONTH_YEAR.finditer(text):
        if not any(match.start() < b and a < match.end() for a, b, _, _ in spans):
            first = dt.date(int(match["year"]), MONTHS[match["month"].lower()], 1)
            spans.append((match.start(), match.end(), first, _month_end(first)))
    for match in _YEAR.finditer(text):
        if not any(match.start() < b and a < match.end() for a, b, _, _ in spans):
            year = int(match["year"])
            spans.append((match.start(), match.end(), dt.date(year, 1, 1), dt.date(year, 12, 31)))
    spans.sort()
    if len(spans) == 2 and _BETWEEN.search(text[: spans[1][0]]):
        (start, _, first, _), (_, end, _, last) = spans
        spans = [(start, end, min(first, last), max(first, last))]
    found = []
    for start, end, first, last in spans:
        if _SINCE.search(text[:start]):
            last = dt.date.max
        elif _BEFORE.search(text[:start]):
            first, last = dt.date.min, first
        found.append(Span(first, last, text[start:end]))
    for start, end, _, _ in reversed(spans):
        text = f"{text[:start]} {text[end:]}"
    return tuple(found), text


def _month_end(first: dt.date) -> dt.date:
    return (first.replace(day=28) + dt.timedelta(days=4)).replace(day=1) - dt.timedelta(days=1)


def names_a_day(text: str) -> bool:
    return DATE.search(text) is not None
