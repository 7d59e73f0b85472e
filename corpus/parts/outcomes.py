"""What became of a matter, by the decision's own main verb: noted, approved, agreed, refused, deferred, withdrawn."""

from __future__ import annotations

import re

from corpus.models import Outcome
from corpus.parts.lines import fold
from corpus.parts.verbs import OPEN, OUTCOMES, Verb, find_idiom, find_verbs, holds

_ASKED = re.compile(
    r"\b(?:would|will|should|shall|asking|asks?|requesting|requests? (?:that|the|to|an?)|"
    r"writes?|calls? on|call upon|calling|seeks?|urges?|"
    r"invites?|ensure|that)\b"
)  # what stands behind these is what someone else is to do
_AGREED_ON = re.compile(r"[\s,:]*(?:unanimously|accordingly)?[\s,:“\"]*(?:that\b)?", re.IGNORECASE)
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
_RESOLUTION = re.compile(rf"{OPEN}(?:and\W+)?(?:that\b|to [a-z]+\b)", re.IGNORECASE)
_MARK = r"\s*(?:\(?\w{1,3}[.)]\s*)?"
_LEAD = re.compile(
    rf"(?:\bnot (?:\w+ )?)?\b(?:resolve[ds]?|decisions?|resolutions?)\b[^.;]{{0,60}}{_MARK}$|"
    rf"(?:\bnot (?:\w+ )?)?\b(?:agree[ds]?|recommend(?:ed|s)?|decided|ordered)\b[^.;]{{0,60}}:{_MARK}$",
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
_BY_MEMBERS = re.compile(  # of a report whose own words are the sentence
    r"\bwhich (?:was|were) (?:\w+ly )?(?P<verb>noted|agreed|adopted|approved|deferred) by (?:the )?"
    r"(?:members|meeting|council|committee)\b",
    re.IGNORECASE,
)
_NOTED_FIRST = re.compile(
    r"[\W_]*it was noted that\b[^;]{1,600}?\band (?=it was (?:\w+ ){0,2}(?:agreed|decided|resolved)\b)",
    re.IGNORECASE,
)  # a fact; what was settled stands behind it
_OPPOSITE = (Outcome.APPROVED, Outcome.AGREED, Outcome.RECOMMENDED)
_AGAINST = (Outcome.REFUSED, Outcome.WITHDRAWN, Outcome.DEFERRED)
_READ = 2500  # characters of a decision; its main verb stands far earlier


def outcome_of(text: str, before: str = "", after: str = "") -> Outcome | None:
    """The outcome that a decision's words state; None when they do not plainly say.

    `before` are the words that lead to it ("And Resolved:"), `after` those that follow ("The recommendation
    was not agreed."). Where a decision does several things, its first main verb counts.
    """
    sequel = fold(after[:600])[:300].split(". ")[0]
    sequel = sequel if _SEQUEL.match(sequel) else ""
    words = fold(text[: 2 * _READ])[:_READ]
    if noted := _NOTED_FIRST.match(words):
        words = words[noted.end() :]
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
    if aside := _BY_MEMBERS.search(words):
        return OUTCOMES[aside["verb"].lower()]
    return led or (Outcome.AGREED if _RESOLUTION.match(words) or _MOVED.match(words) else become)


def _lead(before: str) -> str:
    """The words that say that a resolution follows: "And Resolved:", "RESOLVED that Cabinet recommend:\n(a)"."""
    near = fold(before[-300:])
    if not holds(near.lower(), _LEADING):
        return ""
    words = _LAST_CLAUSE.split(near)[-1]
    lead = _LEAD.search(words)
    return words[lead.start() :] if lead else ""  # what was lost or carried before it is another matter


def _stated(words: str) -> Outcome | None:
    """The first main verb; "agreed" gives way to what it was that was agreed ("agreed to note")."""
    reached: int | None = None  # where the words of what was agreed start
    if not words:
        return None
    plain = words.lower()
    said, idiom = find_idiom(words, plain)
    for verb in find_verbs(words, plain):
        between = words[_opening(words) if reached is None else reached : verb.at]
        if reached is not None and _CLAUSE_END.search(between):
            break
        if said < verb.start or (_ASKED.search(between) and not verb.is_act):
            break
        outcome = OUTCOMES[verb.form]
        if verb.is_denied:
            return Outcome.REFUSED if outcome in _OPPOSITE else None
        if verb.form in ("carried", "passed"):
            return outcome
        if outcome is Outcome.AGREED:
            reached = reached or _behind(words, verb.end)
        elif _is_of_a_matter(words, verb, outcome) and not (verb.is_later and outcome is Outcome.APPROVED):
            further = _AND_ALSO.match(words, verb.end) if outcome is Outcome.NOTED else None
            return OUTCOMES[further["verb"].lower()] if further else outcome
    return idiom or (Outcome.AGREED if reached is not None else None)


def _opening(words: str) -> int:
    """Where the words behind an opening "That" start."""
    match = _RESOLUTION.match(words)
    return match.end() if match else 0


def _behind(words: str, end: int) -> int:
    """Where what was agreed starts: behind "that", so that a second "that" is told from it."""
    match = _AGREED_ON.match(words, end)
    return match.end() if match else end


def _is_of_a_matter(words: str, verb: Verb, outcome: Outcome) -> bool:
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
