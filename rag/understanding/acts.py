"""What became of a matter, as a question presumes it ("why was it rejected?") and as the record tells it."""

from __future__ import annotations

import re
from enum import StrEnum


class Act(StrEnum):
    """What is done with a matter."""

    REFUSED = "refused"
    DEFERRED = "deferred"
    WITHDRAWN = "withdrawn"  # or ended: scrapped, cancelled, rescinded
    APPROVED = "approved"  # or agreed, supported, noted: let pass


_TELLS = {
    Act.REFUSED: re.compile(
        r"\b(?:reject\w*|refus\w*|declin(?:e|ed|es|ing)\b|veto\w*|oppos\w+|overrul\w+|disallow\w*"
        r"|(?<!\btower )(?<!\bby )block(?:ed|ing|s)?\b(?! (?:of|by|paving|grants?|bookings?)\b)"
        r"|dismiss\w*|defeat\w*|turn(?:ed|ing|s)? (?:\w+ ){0,3}down|(?:throw|threw|thrown|throwing) (?:\w+ ){0,3}out"
        r"|vot(?:e|ed|es|ing) (?:\w+ ){0,3}(?:down|against)"
        r"|(?:was|were|been|is|be) lost(?! (?:to|because|through|due|owing|from|in)\b)"
        r"|unsuccessful\w*|fell"
        r"|sa(?:id|y) no|(?:not|never) (?:to )?(?:be |been )?"
        r"(?:accept|approv|agre|support|adopt|grant|carri|endors|allow|pass|back)\w*)",
        re.IGNORECASE,
    ),
    Act.DEFERRED: re.compile(
        r"\b(?:defer\w*|postpon\w*|delay\w*|adjourn\w*|(?:held|hold|carried) over"
        r"|put (?:\w+ ){0,3}(?:off|back(?! (?:on|in|into|onto|up|at|where)\b)))\b",
        re.IGNORECASE,
    ),
    Act.WITHDRAWN: re.compile(
        r"\b(?:withdr[ae]w\w*|scrap(?:s|ped|ping)?\b|abandon\w*|aboli\w+|cancel\w*|drop(?:ped|ping|s)?\b|ax(?:e|ed|es|ing)\b"
        r"|rescind\w*|revok\w*|revers(?:e|ed|es|al|ing)\b|overturn\w*|disband\w*|dissol\w+|terminat\w+|discontinu\w+"
        r"|ceas\w+|(?:set|setting) (?:\w+ ){0,3}aside|call(?:ed|ing)? off)",
        re.IGNORECASE,
    ),
    Act.APPROVED: re.compile(
        r"\b(?:approv\w*|agree\w*|accept\w*|adopt\w*|endors\w*|support\w*|grant(?:ed|ing|s)\b|ratif\w*|welcom\w*"
        r"|carried\b|noted?\b|confirm\w*|allow\w*|permit(?:s|ted|ting)\b|go-ahead"
        r"|sign(?:ed|ing)? (?:\w+ ){0,3}off|back(?:ed|s|ing)\b|pass(?:ed|es)\b"
        r"|vot(?:e|ed|es|ing) (?:\w+ ){0,3}(?:for|in favour))",
        re.IGNORECASE,
    ),
}
_REASON = r"(?:reasons?|grounds|basis|justification|rationale|explanation|excuse|cause)"
_CLAUSE = r"(?:^|[,;:.?!] ?|\b(?:and|but|so) )"
_ASKS_WHY = (
    rf"why|how come|(?:on|for|under) what {_REASON}|what {_REASON}"
    rf"|what(?:'s| is| was| were| are) (?:the|their|its) {_REASON}|what (?:made|led|caused|persuaded|prompted)"
)
_WHY = re.compile(rf"{_CLAUSE}(?:{_ASKS_WHY})\b", re.IGNORECASE)
_PRESUMES = re.compile(
    rf"{_CLAUSE}(?:{_ASKS_WHY}|who|whom|when|which|how many|by how many|in what way)\b", re.IGNORECASE
)
_AT_A_TIME = re.compile(
    r"(?:^\W*|(?<=[\w,] ))\b(?:before|after|since|while|once|until|although|though|if|whether)\b[^,?;]*"
    r"|(?<=[\w,] )\bwhen\b[^,?;]*",
    re.IGNORECASE,
)


# "Why don't they just refuse?" does not take for granted that they did.
_NOT_DONE = re.compile(
    rf"{_CLAUSE}(?:why|how come)\s+(?:\w+n['’]t\b|(?:\w+\s+){{1,6}}?(?:\w+n['’]t|not|never)\b)", re.IGNORECASE
)
# What says which meeting it was, or which time, says of no matter what became of it or what came after.
_OF_A_MEETING = re.compile(
    r"\b(?:adjourned|postponed|deferred)\s+(?=(?:[\w’'-]+\s+){0,5}?(?:meetings?|sessions?|sittings?|agm)\b)"
    r"|\bnext\s+(?:(?:financial\s+|calendar\s+|school\s+|academic\s+)?(?:year|month|week|quarter|term)(?:['’]s)?|to|door)\b",
    re.IGNORECASE,
)
# Of a figure, that it fell: nobody refused or ended it.
_FIGURES = (
    r"(?:numbers?|rates?|figures?|levels?|attendance|births?|population|demand|spending|income|takings|footfall|sales"
    r"|scores?|turnout)(?:\s+[\w’'-]+){0,5}?"
)
_FELL = re.compile(
    r"\b(?:declin\w+|drop(?:s|ped|ping)?|fell)\s+(?:in|by|from|to(?= [\d£€])|below|sharply|steadily)\b"
    rf"|\b{_FIGURES}\s+(?:declin(?:e|es|ing)|drop(?:s|ping)?|fell)\b"
    rf"|\b(?:has|have|had)\s+(?:[\w’'-]+\s+){{0,3}}?{_FIGURES}\s+(?:declined|dropped)\b",
    re.IGNORECASE,
)
# Words of an act in another sense: a block of flats, a drop-in, refuse lorries, a roll that fell.
_NO_ACT = re.compile(
    r"\bblock(?:s|ed|ing)?\s+(?:off|up|out|of|paving|drain\w*|gull\w+|sewer\w*|pipe\w*|road\w*|path\w*|pavement\w*)\b"
    r"|\b(?:the|an?|this|that|these|those|each|every|which|what|of|per|needs|toilet|tower|office|flats?|new|old"
    r"|apartment|tenement)\s+blocks?\b"
    r"|\bdrop(?:s|ped|ping)?[\s-](?:in|off|out|down|kerbs?|by|from|to|of)\b|\b(?:the|a)\s+(?:\w+\s+)?drop\b"
    r"|\bfell\s+(?:by|from|to|in|below|behind|short|under|ill|over|off|down|on|into|due)\b|\bdeclining\b"
    r"|\bdeclined?\s+(?:in|of|by|from|to\s+\d)|\b(?:the|a)\s+(?:\w+\s+)?decline\b"
    r"|\brefuse\s+(?:collect|bin|lorr|sack|truck|vehicle|worker|crew|round|service)\w*",
    re.IGNORECASE,
)
_CLOSED = re.compile(r"\b(?:shut\w*|clos(?:ed?|es|ing|ures?)\b(?! (?:to|by|work\w*)\b))", re.IGNORECASE)


def tells(act: Act, text: str) -> bool:
    """Whether a text says that it was done, to something."""
    return _TELLS[act].search(text) is not None or (act is Act.WITHDRAWN and _CLOSED.search(text) is not None)


def presumed(question: str) -> Act | None:
    """What a question takes for granted was done: "why did they refuse it" does, "was it refused?" and "why did they
    discuss it?" do not. What was agreed to be refused was refused; None where two acts beside approval are named.
    """
    if not _PRESUMES.search(question) or _NOT_DONE.search(question):
        return None
    main = _NO_ACT.sub(" ", _FELL.sub(" ", leave_out_times(question)))
    if asks_why(question):
        main = _CLOSED.sub("withdrawn", main)
    found = [act for act in Act if _TELLS[act].search(main)]
    others = [act for act in found if act is not Act.APPROVED]
    return others[0] if len(others) == 1 else found[0] if len(found) == 1 else None


def asks_why(question: str) -> bool:
    """Whether the reason for something is asked."""
    return _WHY.search(question) is not None


def leave_out_times(question: str) -> str:
    """A question without the clauses and words that say when: "what had been advised, before they voted", "next year's
    budget", "the adjourned meeting"."""
    return _OF_A_MEETING.sub(" ", _AT_A_TIME.sub(" ", question))
