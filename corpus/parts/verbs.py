"""The verbs of a decision that may tell what became of it: "was noted", "agreed to defer", "it is hereby resolved"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from corpus.models import Outcome

_VERBS = {
    Outcome.NOTED: "note notes noted",
    Outcome.APPROVED: "approve approves approved adopt adopts adopted endorse endorses endorsed ratify ratifies "
    "ratified confirm confirms confirmed accept accepts accepted",
    Outcome.AGREED: "agree agrees agreed resolve resolves resolved decide decides decided ordered carried passed",
    Outcome.REFUSED: "refuse refuses refused reject rejects rejected lost defeated decline declines declined fell",
    Outcome.DEFERRED: "defer defers deferred adjourn adjourns adjourned postpone postpones postponed",
    Outcome.WITHDRAWN: "withdraw withdraws withdrawn",
    Outcome.RECOMMENDED: "recommend recommends recommended",
}
OUTCOMES = {form: outcome for outcome, forms in _VERBS.items() for form in forms.split()}
_STEMS = tuple(
    "not approv adopt endors ratif confirm accept agree resol decid order carried passed refus reject lost defeat "
    "declin fell defer adjourn postpon withdr recommend".split()
)  # of all these
_VERB = (
    rf"(?!carried (?:out|on|over|forward)\b)(?P<verb>{'|'.join(sorted(OUTCOMES, key=len, reverse=True))})\b"
)
_GAP = r"(?:(?:[a-z]+ly|hereby|and|is|are|be|also|now|then|all|both|so|therefore|further|each|too)[ ,]+){0,5}"
_NOT = r"(?P<not>(?:not|never|neither)[ ]+)?"
_BODY = (
    r"(?:(?<!Chief )Executive|Council|(?:Sub-?)?Committee|(?:Sub)?group|Cabinet|Board|Panel|Members|Councillors|"
    r"Meeting|Authority|Assembly|Forum|Commission|District|they|we)"
)
_BODIES = (
    "executive council committee group cabinet board panel members meeting authority assembly forum commission "
    "district they we"
)  # their words
_PART = r"(?:\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)][ ]*)?"  # "(a)", "1.", "iv)"
OPEN = rf"[\W_]*{_PART}[\W_]*(?:decisions?\W+)?"
_SETTLES = r"(?:agreed?|resolved?|decided|ordered|voted)"
_MATTERS = r"(?:motion|amendment|proposal|recommendation|vote)s?"
_MANNER = r"(?: \(?(?:unanimously|accordingly|by \w+ vote)\)?)?"
_DECLARED = r"carried|defeated|lost|passed|withdrawn|accepted|adopted|approved"
_DONE_FIRST = (
    r"(?:was|were|be|been|put|moved|proposed|seconded|considered|discussed|received|reviewed|welcomed)"
)
_SAID = r"(?:[^.;]|(?<=lr)\.|(?<=\b[A-Z])\.)"  # words of one sentence, abbreviations among them


@dataclass(frozen=True, slots=True)
class _Form:
    pattern: re.Pattern[str]
    needed: tuple[str, ...]  # one of these, in small letters, stands in all that has this form; () for any
    opens: bool  # it opens the text

    def find(self, words: str, plain: str) -> Iterable[re.Match[str]]:
        """All that has this form in `words`; `plain` are they in small letters, no further than a verb can stand."""
        if self.needed and not holds(plain, self.needed):
            return ()
        if not self.opens:
            return self.pattern.finditer(words, 0, len(plain))
        match = self.pattern.match(words, 0, len(plain))
        return (match,) if match else ()


def holds(plain: str, needed: tuple[str, ...]) -> bool:
    """Whether one of these words stands in a text in small letters: a quick look before a form is sought."""
    return any(map(plain.__contains__, needed))


def _form(pattern: str, needed: str = "", *, opens: bool = False) -> _Form:
    return _Form(re.compile(pattern, re.IGNORECASE), tuple(needed.split()), opens)


_STATED = (
    _form(rf"{OPEN}(?:(?:the|this|that) {_MATTERS} )?{_NOT}(?:to )?{_GAP}{_VERB}", opens=True),
    _form(
        rf"\b(?P<later>would |will |should |shall )?(?P<aux>be|is|are|was|were)[ ,]+(?:taken as (?:read and )?)?"
        rf"{_GAP}{_NOT}(?:be )?{_GAP}{_VERB}"
    ),
    _form(rf"\b{_BODY}[ ,:]+{_PART}{_GAP}(?P<not>(?:did|does|do|would) not )?{_GAP}{_VERB}", _BODIES),
    _form(rf"\bhereby[ ,]+{_NOT}{_GAP}{_VERB}", "hereby"),
    _form(
        rf"\b{_SETTLES}{_MANNER}[ ,:–-]+{_NOT}to[ :]+(?P<not2>not )?{_PART}{_GAP}{_VERB}",
        "agree resolve decided ordered voted",
    ),
    _form(rf"\b{_DONE_FIRST}\b{_SAID}{{1,160}}?(?:\band|,)[ ]+{_NOT}{_GAP}{_VERB}", "and ,"),
    _form(
        rf"(?P<body>[^.;]{{0,60}}?(?<!some )\b{_BODY}\b)(?! supported){_SAID}{{1,300}}?\band[ ](?:also |then )?{_VERB}"
        rf"(?=[ ](?:that|the|to|this|an?|its)\b)",
        _BODIES,
        opens=True,
    ),
    _form(rf"\bdeclared\b[^.;]{{1,140}}?(?<!be )\b{_NOT}(?P<verb>{_DECLARED})\b", "declared"),
    _form(
        rf"\b{_MATTERS}[ ]+{_NOT}(?P<verb>carried|fell|lost|defeated|passed)\b",
        "carried fell lost defeated passed",
    ),
    _form(rf"\bunanimously {_VERB}", "unanimously"),
)
_PERMITTED = (
    r"\b(?:approval|permission|consent|sanction|authori[sz]ation)(?: of the (?:\w+ ){1,4}| to [^.;]{1,60}? | )"
    r"(?:be |is |was |to be )(?:and is )?(?:hereby )?"
)
_IDIOMS = tuple(
    (_form(pattern, needed), outcome)
    for pattern, needed, outcome in (
        (r"\b(?:left|lies?|lie|lay|lying|laid over) on the table\b|\breferred back\b|\brefer (?:\S+ ){1,6}back\b|"
         r"\bheld over\b|\bstands? (?:adjourned|deferred)\b",
         "table back over stand", Outcome.DEFERRED),
        (rf"{_PERMITTED}(?:not (?:given|granted)|refused)\b|\b(?:no|want of a|lack of a) seconder\b",
         "given granted refused seconder", Outcome.REFUSED),
        (rf"{_PERMITTED}(?:given|granted)\b", "given granted", Outcome.APPROVED),
        (r"\b(?:as|were|was|are|is|be) an? (?:true|correct|accurate)\b[^.;]{0,20}\brecord\b",
         "record", Outcome.APPROVED),
        (rf"\bwithdrew (?:the|his|her|their|this|that) (?:\w+ ){{0,2}}{_MATTERS}\b", "withdrew", Outcome.WITHDRAWN),
    )
)  # fmt: skip
_RELATIVE = re.compile(
    r"\b(?:which|who|as|that|if|once|when|where|until|unless|had|has|have|what|previously|to)(?: it)?[ ,]+$"
)
_ACT = re.compile(r"\bhereby\b|\bdeclared\b", re.IGNORECASE)
_LONGEST = 30  # characters that a verb and what must follow it take


@dataclass(frozen=True, slots=True)
class Verb:
    form: str
    at: int  # where its phrase starts
    start: int
    end: int
    is_denied: bool
    is_act: bool  # done by these very words ("hereby") or as recorded ("was agreed", "declared carried")
    is_later: bool  # "would be approved"


def find_idiom(words: str, plain: str) -> tuple[int, Outcome | None]:
    """Where the first idiom stands, and its outcome; far behind all words when there is none."""
    found = ((match.start(), outcome) for form, outcome in _IDIOMS for match in form.find(words, plain))
    return min(found, key=lambda each: each[0], default=(len(words), None))


def find_verbs(words: str, plain: str) -> list[Verb]:
    """Verbs that could be the main one, in order, each once however many ways it is recognised."""
    found: dict[int, Verb] = {}
    for match in _phrases(words, plain):
        verb = _verb(match)
        known = found.get(verb.start)
        if known:
            verb = replace(
                verb,
                is_denied=verb.is_denied or known.is_denied,
                is_act=verb.is_act or known.is_act,
                is_later=verb.is_later or known.is_later,
            )
        found[verb.start] = verb
    return [found[at] for at in sorted(found)]


def _phrases(words: str, plain: str) -> Iterator[re.Match[str]]:
    last = max(map(plain.rfind, _STEMS))
    if last < 0:
        return
    plain = plain[: last + _LONGEST]
    for form in _STATED:
        is_relative = _RELATIVE.search if "aux" in form.pattern.groupindex else None
        for match in form.find(words, plain):
            if not (is_relative and is_relative(words[: match.start()][-24:])):
                yield match


def _verb(match: re.Match[str]) -> Verb:
    said = match.groupdict()
    form, start = said["verb"].lower(), match.start("verb")
    is_told = match.group()[:4].lower() in ("was ", "were") and OUTCOMES[form] is Outcome.AGREED
    return Verb(
        form,
        match.start() if said.get("later") else start,
        start,
        match.end(),
        is_denied=bool(said.get("not") or said.get("not2")),
        is_act=is_told or bool(said.get("body")) or _ACT.search(match.group()) is not None,
        is_later=bool(said.get("later")),
    )
