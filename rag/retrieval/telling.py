"""What can be told in one way only: a share needs a part of a whole, a time of day a clock, a firm a name.

Each kind of thing that a question may ask for stands here with how papers tell it. Words that tell nothing of the kind,
beside what the question says itself, do not answer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from corpus.parts.dates import MONTHS
from rag.understanding.words import STOP, TOKEN, plain, stem, stems

_WHICH = (
    r"(?:\b(?:which|what)|\bname|\bnames? of)(?: (?:the|its|their))?(?: (?!of\b|for\b|to\b)[\w’'-]+){0,2}"
)
# "Which school year", "what bank holiday" ask for no school and no bank.
_THEN = (
    r"(?= (?:in|at|on|from|of|near|with|to|that|who|whose|which|is|are|was|were|be|has|have|had|did|does|do"
    r"|will|would|should|could|can|may|might|must|came|come|got|won|took|made|gave|put|went|ran|runs?|said|asked|owned"
    r"|owns?|want\w*|needs?|[a-z]{3,}(?:ed|ing))\b|\W*[?,.;:]|\W*$)"
)
_OPENING = (
    "The|This|That|These|Those|An?|In|On|At|Our|All|Its|If|As|For|To|By|From|It|They|He|She|We|No|Members?"
)
_CAPITAL = rf"(?!(?:{_OPENING})\b)[A-Z][\w’'&.-]*"


@dataclass(frozen=True, slots=True)
class _Kind:
    """How a question asks for a kind of thing, and how a text tells one; `named` where it is told by a name that the
    question must not say itself."""

    asks: re.Pattern[str]
    tells: re.Pattern[str]
    named: bool = False


def _kind(asks: str, tells: str) -> _Kind:
    return _Kind(re.compile(asks, re.IGNORECASE), re.compile(tells, re.IGNORECASE))


def _named(nouns: str, tells: str) -> _Kind:
    return _Kind(re.compile(rf"{_WHICH} (?:{nouns}){_THEN}", re.IGNORECASE), re.compile(tells), named=True)


_KINDS = (
    _kind(
        r"\b(?:percentage|per ?cent|proportion|fraction)\b|\bwhat share\b|\b(?:interest|vacancy|turnover"
        r"|success) rate\b",
        r"%|\bper ?cent|\bpercent|\bproportion|\b(?:half|thirds?|quarters?|fifths?|tenths?|most|majority|all"
        r"|none|every"
        r"|everyone|everybody|nobody|whole|entire\w*)\b|\bin (?:ten|five|four|three|two|twenty|\d+)\b"
        r"|\d (?:of|out of) |\t|\b0\.\d",
    ),
    _kind(
        r"\bwhat (?:start(?:ing)? |exact )?time\b(?! (?:of (?:the )?year|limit|scale|frame|period|span))"
        r"|\bwhat hour\b",
        r"\b\d{1,2}[.:]\d\d\b|\b\d{1,2} ?[ap]\.? ?m\b|o['’]clock|\b(?:noon|midday|midnight|rising of"
        r"|conclusion of|dawn|dusk"
        r"|sunset|sunrise|morning|afternoon|evening|night)\b",
    ),
    _kind(
        r"\bwhat colou?rs?\b",
        r"\b(?:red|amber|green|blue|black|white|grey|gray|brown|yellow|orange|purple|pink|silver|gold|navy"
        r"|maroon|teal|violet"
        r"|turquoise|cream|beige|scarlet|crimson|bronze|multi-?colou?red)\b|\bcolou?r",
    ),
    _kind(r"\b(?:phone|telephone|mobile) number\b", r"\d[\d() .+-]{5,}\d"),
    _kind(r"\be-?mail address\b", r"@"),
    _named(
        r"compan(?:y|ies)|(?:\w+ )?firms?|contractors?|suppliers?|supermarkets?|shops?|banks?|developers?"
        r"|consultants?"
        r"|consultanc(?:y|ies)|tenderers?|bidders?|architects?",
        rf"(?<=[\w,;:)(–-] ){_CAPITAL}(?: (?:and |& |of )?{_CAPITAL})*|(?:^|[.\n\t] ?"
        rf"|[•–-] ){_CAPITAL}(?: (?:& )?{_CAPITAL})+",
    ),
    _named(
        r"schools?",
        rf"{_CAPITAL}(?: (?:and |of |the )?{_CAPITAL})* (?:School|Academy|College|Primary|Grammar|Nursery|High"
        rf"|N\.?S\b|Infants?|Juniors?"
        rf"|Junior|PRU|Centre)|\bSt\.? {_CAPITAL}|\bScoil {_CAPITAL}|\bGael\w+ {_CAPITAL}|\bCol[aá]iste {_CAPITAL}"
        rf"|\t{_CAPITAL}|{_CAPITAL}[^\t\n]*\t",
    ),
    _named(
        r"(?:roads?|streets?|junctions?)",
        rf"{_CAPITAL}(?: (?:and |of |the )?{_CAPITAL})* (?:Road|Rd|Street|St|Lane|Avenue|Ave|Way|Drive|Close"
        rf"|Row|Place|Square|Terrace"
        r"|Hill|Park|Bridge|Quay|Crescent|Court|Grove|Gardens|Parade|Walk|Rise|View|Green|Cross|Roundabout"
        r"|Mount|Gate|Bypass)\b"
        r"|\b[ABMNRL]\d{1,4}\b",
    ),
)
# What names no firm, school or road: a month, a part of a council, the kind of thing itself.
_NO_NAME = frozenset(map(stem, MONTHS)) | stems(
    """monday tuesday wednesday thursday friday saturday sunday north south east west central national local state
    eur school schools academy college primary secondary grammar nursery high infant junior road street lane act
    plan programme project scheme strategy policy report appendix ward year key stage council company firm
    contractor limited ltd group"""
)
_OFFICE = stems(
    """councillor cllr member mayor chair chairman chairperson leader director engineer officer manager executive
    head chief clerk secretary treasurer department directorate division council committee cabinet panel subgroup
    board forum minister oireachtas"""
)
_PERSON = re.compile(
    rf"\b(?:Councillors?|Cllrs?|Alderman|Mr|Mrs|Ms|Miss|Dr|Prof\w*|Canon|Rev\w*|Sir|Dame|Lord"
    rf"|Lady)\.?(?: {_CAPITAL}){{1,3}}"
)


def could_tell(question: str, part: str, text: str, around: str) -> bool:
    """Whether a text has what `part` of a question asks for, where that is of a kind that can be told in one way only;
    True for all others. A name must stand in the text itself, anything else in the words `around` it, it included."""
    return all(_tells(kind, question, text if kind.named else around) for kind in _asked(part))


@lru_cache(maxsize=256)
def _asked(part: str) -> tuple[_Kind, ...]:
    return tuple(kind for kind in _KINDS if kind.asks.search(part))


def _tells(kind: _Kind, question: str, text: str) -> bool:
    if not kind.named:
        return kind.tells.search(text) is not None
    said = stems(question)
    unpeopled = _PERSON.sub("·", text)
    return any(_is_another(match.group(), said) for match in kind.tells.finditer(unpeopled))


def _is_another(name: str, said: frozenset[str]) -> bool:
    """Whether a name is none of those said, nor that of an office or a part of a council."""
    words = {stem(plain(word)) for word in TOKEN.findall(name)}
    return not words & _OFFICE and any(word not in STOP for word in words - said - _NO_NAME)
