"""What became of a matter, by the decision's own main verb: noted, approved, agreed, refused, deferred, withdrawn."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from corpus.models import Outcome
from corpus.parts.lines import fold

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
_OUTCOME = {form: outcome for outcome, forms in _VERBS.items() for form in forms.split()}
_STEMS = tuple(
    "not approv adopt endors ratif confirm accept agree resol decid order carried passed refus reject lost defeat "
    "declin fell defer adjourn postpon withdr recommend".split()
)  # of all these
_VERB = (
    rf"(?!carried (?:out|on|over|forward)\b)(?P<verb>{'|'.join(sorted(_OUTCOME, key=len, reverse=True))})\b"
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
_OPEN = rf"[\W_]*{_PART}[\W_]*(?:decisions?\W+)?"
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
    needed: tuple[
        str, ...
    ]  # one of these, in small letters, stands in all that has this form: quickly looked for
    opens: bool  # it opens the text

    def find(self, words: str, plain: str) -> Iterable[re.Match[str]]:
        """All that has this form in `words`; `plain` are they in small letters."""
        if not _holds(plain, self.needed):
            return ()
        if not self.opens:
            return self.pattern.finditer(words)
        match = self.pattern.match(words)
        return (match,) if match else ()


def _holds(plain: str, needed: tuple[str, ...]) -> bool:
    return not needed or any(word in plain for word in needed)


def _form(pattern: str, needed: str = "", *, opens: bool = False) -> _Form:
    return _Form(re.compile(pattern, re.IGNORECASE), tuple(needed.split()), opens)


_STATED = (
    _form(rf"{_OPEN}(?:(?:the|this|that) {_MATTERS} )?{_NOT}(?:to )?{_GAP}{_VERB}", opens=True),
    _form(
        rf"\b(?P<later>would |will |should |shall )?(?P<aux>be|is|are|was|were)[ ,]+{_GAP}{_NOT}(?:be )?{_GAP}{_VERB}"
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
_ASKED = re.compile(
    r"\b(?:would|will|should|shall|asking|asks?|requesting|requests? (?:that|the|to|an?)|"
    r"writes?|calls? on|call upon|calling|seeks?|urges?|"
    r"invites?|ensure|that)\b"
)  # what stands behind these is what someone else is to do
_AGREED_ON = re.compile(r"[\s,:]*(?:unanimously|accordingly)?[\s,:“\"]*(?:that\b)?", re.IGNORECASE)
_ACT = re.compile(r"\bhereby\b|\bdeclared\b", re.IGNORECASE)
_AND_ALSO = re.compile(
    r" and (?:also |formally |unanimously )?(?P<verb>approved?|adopted?|endorsed?|ratif(?:y|ied)|agreed?)\b",
    re.IGNORECASE,
)
_MATTER = re.compile(
    r"\b(?:motion|amendment|proposal|item|report|application|recommendation|question|notice|it|this)s?\b",
    re.IGNORECASE,
)
_PAUSE = re.compile(r"adjourn\w*[^.;]{0,60}\b(?:minutes?|hours?|lunch|break|recess)\b", re.IGNORECASE)
_CLAUSE_END = re.compile(r";|[.](?= [A-Z“\"(])|\s(?=\((?:[b-e]|ii|2)\)|[2b][.)] )")
_RESOLUTION = re.compile(rf"{_OPEN}(?:that\b|to [a-z]+\b)", re.IGNORECASE)
_MARK = r"\s*(?:\(?\w{1,3}[.)]\s*)?"
_LEAD = re.compile(
    rf"\b(?:resolve[ds]?|decisions?|resolutions?)\b[^.;]{{0,60}}{_MARK}$|"
    rf"\b(?:agree[ds]?|recommend(?:ed|s)?|decided|ordered)\b[^.;]{{0,60}}:{_MARK}$",
    re.IGNORECASE,
)
_LEADING = ("resol", "decision", "agree", "recommend", "decided", "ordered")  # one of these is in each lead
_LAST_CLAUSE = re.compile(r"[;”\"]\s|[.](?<!\b\d\.)\s(?=[A-Z\d])")
_CARRIED = re.compile(r"(?<!not )\bcarried\b")
_LOST = re.compile(r"\b(?:defeated|lost|not carried)\b")
_SEQUEL = re.compile(
    r"[\W_]*(?:(?:up)?on being put[^.;]{0,40}?)?(?:the|this|that) (?:motion|recommendation|proposal|resolution)s?\b",
    re.IGNORECASE,
)
_MOVED = re.compile(r"^on the (?:proposal|motion|proposition) of\b[^.;]{1,80}\bsecond", re.IGNORECASE)
_SETTLED = re.compile(r"\b(?:was|were|resolved|agreed|hereby)\b", re.IGNORECASE)
_OPPOSITE = (Outcome.APPROVED, Outcome.AGREED, Outcome.RECOMMENDED)
_AGAINST = (Outcome.REFUSED, Outcome.WITHDRAWN, Outcome.DEFERRED)
_READ = 2500  # characters of a decision; its main verb stands far earlier


@dataclass(frozen=True, slots=True)
class _Verb:
    form: str
    at: int  # where its phrase starts
    start: int
    end: int
    is_denied: bool
    is_act: bool  # done by these very words ("hereby") or as recorded ("was agreed", "declared carried")
    is_later: bool  # "would be approved"


def outcome_of(text: str, before: str = "", after: str = "") -> Outcome | None:
    """The outcome that a decision's words state; None when they do not plainly say.

    `before` are the words that lead to it ("And Resolved:"), `after` those that follow ("The recommendation
    was not agreed."). Where a decision does several things, its first main verb counts.
    """
    sequel = fold(after[:600])[:300].split(". ")[0]
    sequel = sequel if _SEQUEL.match(sequel) else ""
    words = fold(text[: 2 * _READ])[:_READ]
    become = _stated(sequel)
    if become in _AGAINST and not _SETTLED.search(words):
        return become
    if "carried" in words and _CARRIED.search(words) and _LOST.search(words):
        return None  # one motion carried and another lost: of neither
    lead = _lead(before)
    led = _stated(lead) or Outcome.AGREED if lead else None
    if led is Outcome.RECOMMENDED:
        return led
    if found := _stated(words):
        return found
    return led or (Outcome.AGREED if _RESOLUTION.match(words) or _MOVED.match(words) else become)


def _lead(before: str) -> str:
    """The words that say that a resolution follows: "And Resolved:", "RESOLVED that Cabinet recommend:\n(a)"."""
    near = fold(before[-300:])
    if not _holds(near.lower(), _LEADING):
        return ""
    words = _LAST_CLAUSE.split(near)[-1]
    return words if _LEAD.search(words) else ""


def _stated(words: str) -> Outcome | None:
    """The first main verb; "agreed" gives way to what it was that was agreed ("agreed to note")."""
    reached: int | None = None  # where the words of what was agreed start
    plain = words.lower()
    said, idiom = _idiom(words, plain)
    for verb in _verbs(words, plain):
        between = words[_opening(words) if reached is None else reached : verb.at]
        if reached is not None and _CLAUSE_END.search(between):
            break
        if said < verb.start or (_ASKED.search(between) and not verb.is_act):
            break
        outcome = _OUTCOME[verb.form]
        if verb.is_denied:
            return Outcome.REFUSED if outcome in _OPPOSITE else None
        if verb.form in ("carried", "passed"):
            return outcome
        if outcome is Outcome.AGREED:
            reached = reached or _behind(words, verb.end)
        elif _is_of_a_matter(words, verb, outcome) and not (verb.is_later and outcome is Outcome.APPROVED):
            further = _AND_ALSO.match(words, verb.end) if outcome is Outcome.NOTED else None
            return _OUTCOME[further["verb"].lower()] if further else outcome
    return idiom or (Outcome.AGREED if reached is not None else None)


def _idiom(words: str, plain: str) -> tuple[int, Outcome | None]:
    """Where the first idiom stands, and its outcome; far behind all words when there is none."""
    found = ((match.start(), outcome) for form, outcome in _IDIOMS for match in form.find(words, plain))
    return min(found, key=lambda each: each[0], default=(len(words), None))


def _verbs(words: str, plain: str) -> list[_Verb]:
    """Verbs that could be the main one, in order, each once however many ways it is recognised."""
    found: dict[int, _Verb] = {}
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
    if _holds(plain, _STEMS):
        for form in _STATED:
            is_relative = _RELATIVE.search if "aux" in form.pattern.groupindex else None
            for match in form.find(words, plain):
                if not (is_relative and is_relative(words[: match.start()][-24:])):
                    yield match


def _verb(match: re.Match[str]) -> _Verb:
    said = match.groupdict()
    form, start = said["verb"].lower(), match.start("verb")
    is_told = match.group()[:4].lower() in ("was ", "were") and _OUTCOME[form] is Outcome.AGREED
    return _Verb(
        form,
        match.start() if said.get("later") else start,
        start,
        match.end(),
        is_denied=bool(said.get("not") or said.get("not2")),
        is_act=is_told or bool(said.get("body")) or _ACT.search(match.group()) is not None,
        is_later=bool(said.get("later")),
    )


def _opening(words: str) -> int:
    """Where the words behind an opening "That" start."""
    match = _RESOLUTION.match(words)
    return match.end() if match else 0


def _behind(words: str, end: int) -> int:
    """Where what was agreed starts: behind "that", so that a second "that" is told from it."""
    match = _AGREED_ON.match(words, end)
    return match.end() if match else end


def _is_of_a_matter(words: str, verb: _Verb, outcome: Outcome) -> bool:
    """Whether a verb tells what became of the matter: not a pause, not money withdrawn, not "confirmed that"."""
    if outcome is Outcome.DEFERRED:
        return _PAUSE.match(words, verb.start) is None
    if outcome is Outcome.WITHDRAWN:
        named = (
            words[max(0, verb.start - 120) : verb.start]
            if verb.form == "withdrawn"
            else words[verb.end :][:40]
        )
        return _MATTER.search(named) is not None
    return not (verb.form.startswith(("confirm", "accept")) and words.startswith(" that", verb.end))
