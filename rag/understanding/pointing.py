"""Words of a follow-up that point back without a pronoun: "the day after that", "which one", "why?"."""

from __future__ import annotations

import datetime as dt
import re

from rag.understanding.subject import Subject
from rag.understanding.when import read_spans

_STEP = re.compile(
    r"\b(?:on\s+)?(?:the\s+)?(?:very\s+)?(?:(?P<which>next|following|previous|preceding)\s+day"
    r"|(?P<unit>day|week)\s+(?P<way>after|before)(?:\s+(?:that|it|this))?(?=\W*$|\s+(?:and|by|at|in|did|was)\b)"
    r"|(?:a|one)\s+(?P<one>day|week)\s+(?P<then>later|earlier))\b",
    re.IGNORECASE,
)
_FORWARD = frozenset(("next", "following", "after", "later"))
_ONE = re.compile(r"\b(?P<which>which|what)\s+(?:other\s+)?one\b(?!\s+of\b)", re.IGNORECASE)
_NOUN = re.compile(
    r"^(?:and\s+|so\s+|in\s+|at\s+|by\s+|to\s+|for\s+)*(?:which|what)\s+"
    r"(?P<noun>(?!(?:was|were|is|are|did|do|does|has|have|had|will|would|can|of|else|happened)\b)[a-z][a-z-]+)\s+"
    r"(?:[a-z]+ed|is|was|were|are|did|does|do|has|have|had|will|would|can|could|saw|got|took|made|came|went|won|met|gave"
    r"|said|put|sat|heard)\b",
    re.IGNORECASE,
)
_VERB = r"(?:decide|agree|resolve|approve|refuse|reject|defer|do|say|want|choose|recommend|change|drop|oppose|vote)"
_REASON = re.compile(
    r"(?:but\s+|and\s+)?(?:why(?:\s+(?:not|so|exactly|was\s+that|is\s+that|is\s+it|was\s+it|were\s+they))?|how\s+come"
    rf"|why\s+did\s+(?:they|it|he|she|members|the\s+\w+)\s+{_VERB}(?:\s+(?:to|on|for|against))?(?:\s+(?:that|it|this|so))?"
    r"|(?:for\s+what|what\s+(?:was|were|is|are)\s+(?:the|their|its|his|her))\s+"
    r"(?:reasons?|reasoning|rationale|grounds|justification)(?:\s+(?:for|behind)\s+(?:that|it|this))?"
    r"|on\s+what\s+grounds|what\s+reasons?\s+(?:did\s+they\s+give|were\s+given|was\s+given))",
    re.IGNORECASE,
)  # fmt: skip


_THEN = re.compile(  # "what was it *the year before*?"
    r"(?:and\s+|but\s+)?(?:what|how\s+many|how\s+much|who)(?:\s+(?:is|are|was|were|did|had)\b)?"
    r"(?:\s+(?:it|that|this|they|there|the\s+(?:figure|number|total|rate|sum)))?(?:\s+(?:be|been|in|for|there))*"
    r"\s+(?P<then>the\s+(?:year|month)\s+(?:before|after)(?:\s+that)?"
    r"|(?:the\s+|in\s+the\s+)?(?:previous|following|preceding|next)\s+(?:year|month))",
    re.IGNORECASE,
)
_BESIDE = re.compile(  # "and before that?", of the day of the meeting told of
    r"(?:and\s+|but\s+|so\s+)*(?:what\s+about\s+|what\s+was\s+it\s+)?(?P<way>before|after|since)(?:\s+(?:that|then|it))?"
    r"|(?:and\s+|but\s+|so\s+)*what\s+(?:happened|came)\s+(?P<later>then|next|after(?:\s+that|wards)?|since(?:\s+then)?)",
    re.IGNORECASE,
)
_IT = re.compile(r"(?<=[a-z] )(?:it|them)\b(?!['’])", re.IGNORECASE)


def name_what_is_pointed_at(text: str, subject: Subject) -> str:
    """The follow-up with the day and the sort of thing that it points at: "and which committee saw it on 16 January
    2025?" of "and which one saw it the day after that?"; without what only repeats the question before it: "and the
    year before?" of "and what was it the year before?"."""
    if then := _THEN.fullmatch(text.strip(" ?!.,")):
        return f"and {then['then']}?"
    held = subject.place.date if subject.place and subject.topic and not subject.items else None
    if held and (beside := _BESIDE.fullmatch(text.strip(" ?!.,"))):
        later = (beside["way"] or "after").lower() != "before"
        bound = held + dt.timedelta(days=1) if later else held
        named = f"{'since' if later else 'before'} {bound.day} {bound:%B %Y}"
        return f"what was decided about {subject.topic} {named}?" if beside["later"] else f"and {named}?"
    day = _day_of(subject)
    if day and (step := _STEP.search(text)):
        days = 7 if (step["unit"] or step["one"] or "").lower() == "week" else 1
        forward = (step["which"] or step["way"] or step["then"]).lower() in _FORWARD
        other = day + dt.timedelta(days=days if forward else -days)
        text = f"{text[: step.start()]}on {other.day} {other:%B %Y}{text[step.end() :]}"
    noun = _NOUN.match(subject.question)
    if noun and (one := _ONE.search(text)):
        text = f"{text[: one.start()]}{one['which']} {noun['noun']}{text[one.end() :]}"
    return text


def asks_the_reason(text: str) -> bool:
    """Whether nothing but the reason is asked for what was told: "why?", "on what grounds?"."""
    return _REASON.fullmatch(text.strip(" ?!.,")) is not None


def _day_of(subject: Subject) -> dt.date | None:
    """The day that was asked about, else that of the meeting told of."""
    days = [span.first for span in read_spans(subject.question)[0] if span.first == span.last]
    if days:
        return days[0]
    return subject.place.date if subject.place else None


def put_thing(text: str, thing: str | None) -> str | None:
    """With what was asked for in place of the "it" that somebody did something to: "who did she say had got *the award*
    before her". None where there is no such "it", or nothing to put."""
    whole, found = _IT.subn(thing.replace("\\", r"\\"), text, count=1) if thing else (text, 0)
    return whole if found else None
