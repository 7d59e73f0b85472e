"""What a question asks to have listed or counted: which sort of thing, about what, with what outcome."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from corpus.models import Outcome
from rag.computed.clause import asides, names_time, read_topic_clause
from rag.computed.tabled import BUT_FOR, asks_of_tabled
from rag.understanding.question import Question, understand
from rag.understanding.wanted import Wanted
from rag.understanding.words import FRAME, STOP, stem, stems, tokens


class Sort(StrEnum):
    """What is listed, named as a computed sentence names several of it."""

    DECISIONS = "decisions"
    ITEMS = "items"
    MEETINGS = "meetings"
    MOTIONS = "motions"
    AMENDMENTS = "amendments"
    VOTES = "recorded votes"
    REPORTS = "items with a report"
    QUESTIONS = "questions on the agenda"


@dataclass(frozen=True, slots=True)
class Selection:
    """A list or a count that a question asks for."""

    sort: Sort
    counted: bool  # "how many", rather than "which"
    topic: Question | None  # the clause that says what they are about
    outcomes: frozenset[Outcome]
    discussed: bool  # the matter must have come up at the meeting, by its minutes
    mentions: bool  # a mention will do
    ruled: bool = False  # something must have been decided on it


_NOUNS = (
    (Sort.DECISIONS, r"decisions?|resolutions?"),
    (Sort.ITEMS, r"(?:agenda )?items?|matters|topics|subjects|pieces of business"),
    (Sort.MEETINGS, r"meetings?|sessions|sittings"),
    (Sort.AMENDMENTS, r"amendments?"),
    (Sort.MOTIONS, r"(?:notices? of )?motions?"),
    (Sort.VOTES, r"(?:recorded )?votes|divisions"),
    (Sort.REPORTS, r"reports"),
    (Sort.QUESTIONS, r"(?:notices? of )?questions"),
)
_NOUN = "|".join(f"(?P<{sort.name}>{words})" for sort, words in _NOUNS)
_NOUN_STEMS = stems(
    "motions amendments votes divisions topics subjects matters business notices recorded sessions sittings questions"
)
_EACH = r"(?:all|every|each|any|both)(?: of)?(?: the| our| its| their)?"
_KIND = (  # "planning"
    r"(?:(?!(?:of|on|in|at|by|about|the|and|or|who|that|which|did|do|does|has|have|were|was|are|is)\b)[\w’'-]+ ){0,3}?"
)
_POLITE = r"(?:please |can you |could you |would you |i want |i need |i'd like )?(?:to see |to have )?"
_COUNT = re.compile(
    rf"\b(?:how many|(?:what (?:is|was) )?(?:the )?(?:total )?number of|count(?: of)?)(?: of)?(?: the)? "
    rf"(?P<kind>{_KIND})(?:{_NOUN})\b",
    re.IGNORECASE,
)
_LIST = re.compile(
    rf"^(?:and |so |but )?(?:(?:{_POLITE}(?:list|show|give|name|tell|display|find|get|see)(?: me| us)?(?: of)?"
    rf"(?: (?:a|the) (?:complete |full |whole )?list of)?(?: {_EACH}| the| our)?"
    rf"|(?:a |the )?(?:complete |full )?list of(?: {_EACH}| the)?|{_EACH}"
    rf"|(?:at |in )?(?:what|which)(?: (?:were|are))?(?: {_EACH}| the| of the)?) "
    rf"|(?=(?:decisions|resolutions|meetings|motions|amendments)\b))"
    rf"(?P<kind>{_KIND})(?:{_NOUN})\b",
    re.IGNORECASE,
)
_AUX = "was|were|is|has|have|had|been|ever"
# "List everything that Cabinet decided about parking": every decision of it.
_EVERYTHING = re.compile(
    rf"^(?P<list>(?:and |so |but )?(?:{_POLITE}(?:list|show|give|tell|find|get)(?: me| us)? )?)"
    r"(?:everything|all|anything and everything)(?: that| which)?"
    rf"(?P<who>(?: (?!(?:about|on|{_AUX})\b)[\w’'-]+){{0,9}}?)"
    rf"(?: (?:{_AUX}))* (?:decided|resolved|agreed)\b(?! to\b(?! date))",
    re.IGNORECASE,
)
_SINGLE = re.compile(r"(?:decision|resolution|item|meeting|motion|amendment)$", re.IGNORECASE)
_TIMES = re.compile(
    r"\bhow (?:often|many times)(?P<aux> (?:has|have|had|did|was|were|do|does))(?P<rest>.*)$", re.IGNORECASE
)
_WHEN = re.compile(
    r"^(?:and |so |but )?(?:when|(?:on )?(?:what|which) (?:dates?|days?))"
    r"(?P<aux> (?:has|have|had|did|was|were))(?P<rest> .*)$",
    re.IGNORECASE,
)
_DISCUSS = re.compile(
    r"\b(?:discuss|debat|consider|mention|talk(?:ed|ing)? (?:about|over)|deal\b|dealt\b|look(?:ed|ing)? at)",
    re.IGNORECASE,
)
_MET = re.compile(
    r"^(?P<who>(?: (?!(?:decid|agre|resolv|want|plan|intend|expect)\w*|that|would|will|should|to\b)[\w’'&-]+){0,9}?)"
    r" (?:meet|met|sit|sat|been held|held|hold)\b(?P<rest>.*)$",
    re.IGNORECASE,
)
_MENTION = re.compile(r"mention|refer|touch", re.IGNORECASE)
_OUTCOMES = (
    (r"defer(?:red|s)?|adjourn(?:ed)?|postponed?|put (?:off|back)", {Outcome.DEFERRED}),
    (
        r"los[te]|defeated|reject(?:ed)?|refused?|(?:turned|voted) down|not (?:carried|agreed)",
        {Outcome.REFUSED},
    ),
    (r"withdr[ae]wn?", {Outcome.WITHDRAWN}),
    (r"noted?", {Outcome.NOTED}),
    (r"approved?|adopt(?:ed)?|endorsed?|ratif(?:y|ied)", {Outcome.APPROVED}),
    (r"carried|carry|passed|successful", {Outcome.APPROVED, Outcome.AGREED}),
)
# Words that may stand beside what is listed without changing which are meant.
_IDLE = stems(
    "pass passed reach reached record recorded total altogether complete full formal separate different library "
    "sit sat meet met last latest first recent previous year every each often times time session so far date "
    "deal dealt cover covered subject topic issue matter business include included including held holding exist "
    "were been over period month altogether taken reading chronological order numbered count discuss discussed "
    "minuted heading headed individual distinct submit submitted tabled put panel subgroup board forum cabinet "
    "executive published printed public listed debate debated talk talked look looked raise raised "
    "everything anything"
)
_RULED = re.compile(
    r"\b(?:ended|resulted|finished|concluded|led|came|with|had|have|has|saw|produced|attracted)\s+"
    r"(?:(?:up|in|to|with|at|a|an|any|some|formal|recorded)\s+){0,3}(?:decisions?|resolutions?)\b"
    r"|\b(?:ended|finished|concluded|resulted)\s+(?:(?:up|with|in)\s+){1,2}(?:something|anything|a\s+thing|business)\s+"
    r"(?:being\s+|that\s+was\s+)?(?:decided|resolved|agreed|determined)\b"
    r"|\b(?:were|was|got)\s+(?:decided|resolved|determined)(?:\s+(?:up)?on)?\b",
    re.IGNORECASE,
)
# What came after a matter is not known by that matter's words: the list is of the matter alone, and says so.
_SUCCESSOR = re.compile(
    r"\s+(?:or|and) (?:what(?:ever)?|anything that|its|the one that)(?: has| had)? (?:since )?"
    r"(?:replac\w+|follow\w+|succe\w+|superseded|came after)(?: (?:it|that|them|this))?\b",
    re.IGNORECASE,
)
_LATER = re.compile(
    r"\b(?:will|next|due|lined up|coming up|planned|scheduled|forthcoming|upcoming|future|should|would)\b",
    re.I,
)


# What members raised in a debate is told by its minutes.
_WITHIN = re.compile(
    r"\b(?:when|while|as)\s+(?:(?:the\s+)?[\w’'-]+\s+){1,4}?(?:were\s+|was\s+)?(?:discuss|debat|consider|look)\w*"
    r"|\bduring\s+(?:the\s+|its\s+|their\s+)?(?:debate|discussion|consideration)\b|\b(?:raised?|made|asked) by\b"
    r"|\b(?:did|do)\s+(?:(?:the\s+)?[\w’'-]+\s+){1,4}?raise\b",
    re.IGNORECASE,
)
# What the catalogue keeps no mark of: which decisions were called in, to whom a vote of sympathy was passed.
_UNMARKED = re.compile(
    r"\bcall(?:ed)?[ -]in\b|\bvotes?\s+of\s+(?:sympathy|thanks|condolence|congratulation|confidence|no confidence)",
    re.IGNORECASE,
)
_VOTED = re.compile(r"\b(?:vote|votes|voted|division)\b", re.IGNORECASE)
_MATTERS = re.compile(r"\b(?:matters|topics|subjects)$", re.IGNORECASE)


def read_selection(asked: Question) -> Selection | None:
    """The list or count that a question asks for; None when it asks for none, or for one that papers must tell."""
    text = asked.text
    for aside in _besides(text):
        text = text.replace(aside, " ")
    text = _EVERYTHING.sub(r"\g<list>every decision\g<who>", text.rstrip("?!. "))
    if _LATER.search(text) or asked.wanted is Wanted.PLANNED or _UNMARKED.search(text):
        return None
    if match := _COUNT.search(text):
        return _selected(asked, match, text[: match.start()] + " " + text[match.end() :], counted=True)
    if (match := _LIST.search(text)) and not _SINGLE.search(_noun(match)):
        return _selected(asked, match, text[match.end() :], counted=False)
    if (match := _LIST.search(text)) and re.search(
        r"\b(?:every|each|which meeting|all)\b", match.group(), re.I
    ):
        return _selected(asked, match, text[match.end() :], counted=False)
    if match := _TIMES.search(text):
        return _of_meetings(asked, text[: match.start()], match, counted=True)
    if match := _WHEN.search(text):
        return _of_meetings(asked, "", match, counted=False)
    return None


def _besides(text: str) -> list[str]:
    """What a question says of how to count, and not of what."""
    return [*(match.group() for match in BUT_FOR.finditer(text)), *asides(text)]


def _noun(match: re.Match[str]) -> str:
    return next(match[sort.name] for sort in Sort if match[sort.name])


def _selected(asked: Question, match: re.Match[str], rest: str, *, counted: bool) -> Selection | None:
    sort = next(sort for sort in Sort if match[sort.name])
    if _MATTERS.search(match.group()) and _WITHIN.search(rest):
        return None
    if sort in (Sort.ITEMS, Sort.DECISIONS, Sort.MOTIONS) and _VOTED.search(rest):
        sort = Sort.VOTES
    after = _SUCCESSOR.search(rest)
    rest = _SUCCESSOR.sub("", rest)
    kind = understand(match["kind"]) if re.search(r"\w", match["kind"]) else None
    ruling = _RULED.search(rest) if sort is Sort.ITEMS else None
    outcomes, said = _outcomes(rest)
    said = said.union(
        *(stems(found.group()) for found in (ruling, after) if found), *map(stems, _besides(asked.text))
    )
    topic, verb = read_topic_clause(_RULED.sub("", rest) if ruling else rest, asked)
    if kind is not None and any(word.stem not in _IDLE | asked.named for word in kind.content):
        if counted or topic is not None:
            return None  # "how many open damp reports": a count that papers state
        topic = kind
    if sort is Sort.QUESTIONS and not asks_of_tabled(asked.text):
        return None  # asked in talk, or of somebody else
    if sort is Sort.REPORTS and counted and not _DISCUSS.search(rest):
        return None
    if topic is not None and names_time(asked, topic):
        return None
    if _is_left_over(asked, topic, said):
        return None
    discussed = sort is Sort.MEETINGS and topic is not None
    mentions = _MENTION.match(verb) is not None
    return Selection(sort, counted, topic, outcomes, discussed, mentions, ruling is not None)


def _of_meetings(asked: Question, before: str, match: re.Match[str], *, counted: bool) -> Selection | None:
    """ "How often did the panel meet?", "when was the pool discussed?"."""
    aux, rest = match["aux"], f"{match['rest']} {before}"
    met = _MET.match(match["rest"])
    topic, verb = read_topic_clause(aux + rest, asked) if _DISCUSS.search(rest) else (None, "")
    if (topic is None and not met) or (topic is not None and names_time(asked, topic)):
        return None
    if _is_left_over(asked, topic, frozenset()):
        return None
    return Selection(
        Sort.MEETINGS, counted, topic, frozenset(), topic is not None, _MENTION.match(verb) is not None
    )


def _outcomes(text: str) -> tuple[frozenset[Outcome], frozenset[str]]:
    """The outcomes named, and the stems of the words that name them."""
    found: set[Outcome] = set()
    said: set[str] = set()
    for words, outcomes in _OUTCOMES:
        if match := re.search(rf"\b(?:{words})\b", text, re.IGNORECASE):
            found |= outcomes
            said |= stems(match.group())
    return frozenset(found), frozenset(said)


def _is_left_over(asked: Question, topic: Question | None, said: frozenset[str]) -> bool:
    """Whether the question says something more, which no list of the catalogue can answer."""
    told = {word.stem for word in topic.words} if topic else set()
    told |= asked.named | said | _IDLE | _NOUN_STEMS | {stem(word) for word in (*FRAME, *STOP)}
    return any(word.stem not in told for word in asked.content) or not tokens(asked.text)
