"""Who proposed and who seconded, as printed: "Proposed by Councillor Byrne; Seconded by Councillor Collins"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from corpus.parts.lines import fold

_ROLE = (
    r"(?:(?:(?:Deputy|Lord|Vice|Leas)[- ])?(?:Mayor|C(?:h)?athaoirleach|Leader|Chair(?:man|woman|person)?|Convener|"
    r"Provost|President)(?:[ ]of[ ]the[ ](?:Council|Opposition|Committee))?)"
)
STYLE = (
    r"(?:Councillors?|Cllrs?\.?|Cl[il]rs?\.?|Cmh(?:lr|ir)s?\.?|C(?:h)?omhairleoir|Ald(?:erman|\.)?|Baill?ie|"
    r"Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Rev|Reverend|Canon|Sir|Dame|Lord|Lady|Baroness)\.?"
)
_NOT_A_NAME = (
    r"(?!(?:That|The|This|It|And|Resolved|Second\w*|Propos\w*|Mov\w+|Councillors?|Cllrs?|Cmhlr|On|In|To|For|"
    r"Against|Following|Circulated|RESOLVED|AGREED|Motion|Amendment|Vote|Abst\w+|Standing|Mayor|Signed|Dated|Item|YES|NO|FOR|"
    r"AGAINST|ABST\w+|IN)\b)"
)
_CAPITAL = r"[^\W\d_a-z]"
_MARKS = "’'‘‟`´"
_PART = (
    rf"(?:[OÓ][{_MARKS}][ ]?(?={_CAPITAL})[\w-]+|{_CAPITAL}[\w{_MARKS}-]*\w(?!\w)|{_CAPITAL}\.?(?![\w{_MARKS}-])|"
    rf"[06](?=[ ]{_CAPITAL})|(?:de|van|von|der|le)\b|Ó)"
)  # a word of a name, or an initial; "6 Ceallaigh" is how a machine reads Ó
_JOIN = r"(?:[ \t\u00a0]+|(?<=[OÓ06.])[ \t]*\n\s*|[ \t]*\n(?=\S+(?:[,;.:]|\s(?:\([A-Z]|[a-z]))))"
_INITIAL = rf"(?:\s*\({_CAPITAL}{{1,2}}\.?\))"
NAMED = rf"{_NOT_A_NAME}{_PART}(?:{_JOIN}{_NOT_A_NAME}{_PART}){{0,4}}{_INITIAL}?"
NAME = (
    rf"(?:(?:(?:[Tt]he|[Aa]n)\s+)?(?:{_ROLE}[,\s]+)?{STYLE}(?:\s+{STYLE})?(?:\s+|(?<=\.)){NAMED}|{_ROLE}\s+{NAMED}|"
    rf"(?:(?:[Tt]he|[Aa]n)\s+)?{_ROLE}\b)"
)
"""A person: "Councillor O’Brien", "Cllr J. Leddin", "Cmhlr. Ó Ceallaigh", "Mayor O'Dea", "the Deputy Mayor"."""

# what someone is, between commas
_OFFICE = (
    r"(?:,\s(?:with\s+the|who|(?:the\s+)?(?:Deputy|Leader|Cabinet|Chair|Vice|Lead|Executive|Portfolio|Member|Mayor))\b"
    r"[^.;:]{0,120}?,)"
)
_OPENS = (
    r"(?=[ABCDLMPRSV]|the\s|an\s)"  # a name does: looked at first, it spares trying each style everywhere
)
_BETWEEN = rf"(?:\s*\([^()]{{1,60}}\)|{_OFFICE})?[\s,;/.)–-]{{0,6}}"
_SECONDED = r"(?:[Ss]econd(?:ed|er)|SECOND(?:ED|ER))"
_BARE = (
    rf"(?!(?:Minutes|Limerick|Schedule|Cm\w+|Cl\w+)\b)(?:(?:{_CAPITAL}\.?[ ])+{_PART}|{_PART}{_INITIAL}|"
    rf"{_NOT_A_NAME}{_PART}[ ]{_NOT_A_NAME}(?!\w\b){_PART}(?=[ ]*[,;.\n]))"
)  # a name without a style, where nothing else can stand
_UNTITLED = rf"(?:{NAME}|{_BARE})"
_MOVED_BY = re.compile(
    rf"(?=[PpMmOoI])"
    rf"(?:\b(?:[Pp]rop(?:osed|oser)|PROPOS(?:ED|ER)|[Mm]ove[dr]|MOVE[DR])(?:\s+earlier)?(?:\s+(?i:by)|\s*:)\s*:?\s*(?P<mover>{_UNTITLED})"
    rf"|(?:\bP|(?<=\()p)roposed\s+(?P<mover7>{NAME})"  # "Proposed Cllr Ash, seconded Cllr Yew"
    rf"|\bMol(?:ta|adh)\s+(?:ag|ó)\s+(?P<mover6>{NAME})|\b[Pp]roposal\s+was\s+made\s+by\s+(?P<mover5>{NAME})"
    rf"|\b[Oo]n\s+(?:the|a)\s+(?:[Pp]roposal|[Pp]roposition|[Mm]otion)\s+(?:of|by|from)\s+(?P<mover2>{_UNTITLED})"
    rf"|\bIn\s+proposing\s+(?:the|this|his|her)\s+(?:[Mm]otion|[Aa]mendment)s?,?\s+(?P<mover3>{NAME}))"
)
_SECONDED_BY = re.compile(
    rf"(?=[SsCI,;])"
    rf"(?:\b{_SECONDED}(?:\s+(?i:by)|\s*:)\s*:?\s*(?P<seconder>{_UNTITLED})"
    rf"|\bCuid\S{{1,6}}\s+(?:ag|\S{{0,2}}n)\s+(?P<seconder3>{NAME})"  # a machine reads ón as 6n
    rf"|\bIn\s+seconding\s+(?:the|this|his|her)\s+(?:[Mm]otion|[Aa]mendment)s?,?\s+(?P<seconder4>{NAME})|[,;]\s*(?:and\s+)?second(?:ed)?(?:\s+by)?\s+"
    rf"(?P<seconder2>{NAME})(?![’']))"
)
_MOVES = re.compile(
    rf"{_OPENS}(?P<mover>{NAME}){_BETWEEN}(?:(?:and\s+)?seconded\s+by\s+(?P<seconder>{NAME}){_BETWEEN})?"
    r"(?:(?:stated|said|indicated|added)\b[^.;]{1,120}?\band\s+)?"
    r"(?:then\s+|also\s+|formally\s+|duly\s+)?(?:proposed\b(?!\s+by\b)|moved\b(?!\s+(?:by|to)\b)|"
    r"in\s+proposing\s+(?:the|this|his|her)\s+(?:[Mm]otion|[Aa]mendment))"
)
_SECONDS = re.compile(
    rf"{_OPENS}(?P<seconder>{NAME}){_BETWEEN}(?:(?:then\s+|also\s+|formally\s+|duly\s+)?seconded\b(?!\s+by)(?!(?<=[,;]\sseconded)\s+{STYLE})|"
    r"in\s+seconding\s+(?:the|this|his|her)\s+(?:[Mm]otion|[Aa]mendment))"
)
_AMENDS = re.compile(r"\b(?:amendment|amending|counter-?\s?proposal|amend(?:ed)?\b)", re.IGNORECASE)
_TO_AMEND = re.compile(
    r",?\s+that\s+the\s+(?:\w+\s+)?motion\s+be\s+amended|,?\s+the\s+following\s+(?:amended\s+motion|amendment)",
    re.IGNORECASE,
)
_FELL = re.compile(
    r"\bno\s+(?:second|seconder)\b|\b(?:want|lack)\s+of\s+a\s+seconder|\bnot\s+seconded\b|\bseconded\s+by\s+no\b|"
    r"\bfail(?:ed|ing)\s+to\s+(?:find|get|secure)\b|\bunseconded\b|\bby\s+nobody\b|\bno\s+one\b|\bnobody\b|"
    r"\b(?:was|were)\s+(?:then\s+)?withdrawn\b",
    re.IGNORECASE,
)
# the word of each of these forms, which is quickly found, and the characters around it that the form may take
_MOVES_AT = re.compile(r"[pm](?:roposed\b(?!\s+by\b)|oved\b(?!\s+(?:by|to)\b)|roposing\b)"), 500, 40
_MOVED_BY_AT = re.compile(r"[PpMm](?:ropos|ROPOS|ove[dr]\b|OVE[DR]\b|otion|olta\b|oladh\b)"), 40, 300
_SECONDS_AT = re.compile(r"second(?:ed\b(?!\s+by)|ing\b)"), 500, 40
_SECONDED_BY_AT = re.compile(r"[Ss](?:econd|ECOND)|Cuid"), 40, 300
_STOP = re.compile(r"(?<!\bNo)\. ")
_ARTICLE = re.compile(r"^(?:the|an)\s+", re.IGNORECASE)
_TITLED = re.compile(rf"(?<=,\s){STYLE}\s.*$")
_FAR = 2500  # characters that a proposal's own words may take before it is seconded
_NEAR = 300  # characters after a proposal in which it is said to have fallen


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposal printed at `start` to `end` of a text; names have their white space folded."""

    start: int
    end: int
    mover: str
    seconder: str | None
    amends: bool  # it is said of an amendment
    fell: bool = False  # nobody seconded it, or it was withdrawn
    by_form: bool = True  # "Proposed by X", not "X proposed ..."


class Second(NamedTuple):
    """Who seconded, printed at `start` to `end` of a text."""

    start: int
    end: int
    name: str


def find_proposals(text: str) -> list[Proposal]:
    """Every proposal in `text`, in order: who moved it and, where printed, who seconded it."""
    return pair(text, *find_parts(text))


def find_parts(text: str) -> tuple[list[Proposal], list[Second]]:
    """Who moved and who seconded, each in order and not yet paired."""
    moves = sorted(_moves(text), key=lambda move: move.start)
    return moves, _seconds(text) if moves else []


def pair(text: str, moves: Sequence[Proposal], seconds: Sequence[Second]) -> list[Proposal]:
    """The moves with those who seconded them."""
    found = []
    for order, move in enumerate(moves):
        following = moves[order + 1].start if order + 1 < len(moves) else len(text)
        found.append(_paired(text, move, seconds, following))
    return found


def find_seconder(text: str) -> str | None:
    """The first who seconds something in `text`, whoever moved it."""
    return next((second.name for second in _seconds(text)), None)


def _seconds(text: str) -> list[Second]:
    if "econd" not in text and "ECOND" not in text and "Cuid" not in text:
        return []
    return sorted(
        Second(match.start(), match.end(), _said(next(filter(None, match.groups()))))
        for match in (*_around(text, _SECONDED_BY, *_SECONDED_BY_AT), *_around(text, _SECONDS, *_SECONDS_AT))
    )


def _moves(text: str) -> list[Proposal]:
    found = []
    moves = (
        _around(text, _MOVES, *_MOVES_AT) if "posed" in text or "moved" in text or "posing" in text else ()
    )
    for match in moves:
        seconder = _said(match["seconder"]) if match["seconder"] else None
        found.append(
            Proposal(match.start(), match.end(), _said(match["mover"]), seconder, False, by_form=False)
        )
    taken = [(move.start, move.end) for move in found]
    for match in _around(text, _MOVED_BY, *_MOVED_BY_AT):
        if not any(first <= match.start() < last for first, last in taken):
            mover = _said(next(filter(None, match.groups())))
            found.append(Proposal(match.start(), match.end(), mover, None, False))
    return found


def _around(
    text: str, form: re.Pattern[str], words: re.Pattern[str], before: int, after: int
) -> Iterator[re.Match[str]]:
    """What has this form, sought around its words alone: to look for names everywhere takes many times as long."""
    start = end = -1
    for match in words.finditer(text):
        first, last = max(0, match.start() - before), min(len(text), match.end() + after)
        if first > end:
            yield from form.finditer(text, start, end) if end > 0 else ()
            start = first
        end = last
    if end > 0:
        yield from form.finditer(text, start, end)


def _paired(text: str, move: Proposal, seconds: Sequence[Second], following: int) -> Proposal:
    """The move with the first seconder printed after it, before any other move."""
    end, seconder = move.end, move.seconder
    reach = min(following, move.end + _FAR)
    at = bisect_left(seconds, move.end, key=lambda each: each.start)
    second = seconds[at] if at < len(seconds) and seconds[at].start < reach else None
    if second and seconder is None:
        end, seconder = second.end, second.name
    sentence = _sentence_start(text, move.start)
    fell = seconder is None and _FELL.search(text, end, min(following, end + _NEAR)) is not None
    amends = _AMENDS.search(text, sentence, min(end, move.end + 120)) or _TO_AMEND.match(text, end)
    return Proposal(move.start, end, move.mover, seconder, amends is not None, fell, move.by_form)


def _sentence_start(text: str, at: int) -> int:
    """Where the sentence that holds `at` starts, within 200 characters."""
    low = max(0, at - 200)
    marks = [text.rfind(mark, low, at) for mark in (".\n", ";", ":", "\n\n")]
    return max(low, *marks, *(match.start() for match in _STOP.finditer(text, low, at)))


def _said(name: str) -> str:
    """A name as printed, on one line; "the Mayor, Cllr Reid" is Cllr Reid."""
    plain = _ARTICLE.sub("", fold(name))
    titled = _TITLED.search(plain) if ", " in plain else None
    return titled.group() if titled else plain
