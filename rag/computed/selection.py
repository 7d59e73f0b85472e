"""What a question asks to have listed or counted: which sort of thing, about what, with what outcome."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from corpus.models import Outcome
from rag.computed.tabled import BUT_FOR, asks_of_tabled
from rag.understanding.bodies import Body
from rag.understanding.question import Question, understand
from rag.understanding.wanted import Wanted
from rag.understanding.when import read_spans
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
    r"(?:(?!(?:of|on|in|at|by|about|the|and|or|did|do|does|has|have|were|was|are|is)\b)[\w’'-]+ ){0,3}?"
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
_PASSIVE = re.compile(
    r"\b(?:was|were|has|have|had|is|are)\s+(?P<topic>.+?)\s+(?:been\s+)?(?:last\s+|first\s+|ever\s+|previously\s+)?"
    r"(?:been\s+)?(?P<verb>discussed|debated|considered|mentioned|raised|talked about|looked at|dealt with|"
    r"on the agenda)\b",
    re.IGNORECASE,
)
_WHERE = re.compile(
    r"\b(?:where|at which|in which|when)\s+(?P<topic>.+?)\s+(?:was|were|has been|have been|came|is|are)\s+"
    r"(?P<verb>discussed|debated|considered|mentioned|raised|talked about|looked at|dealt with|up|on the agenda)\b",
    re.IGNORECASE,
)
_ACTIVE = re.compile(
    r"\b(?P<verb>about|concerning|regarding|relating to|related to|to do with|dealing with|dealt with|deal with|"
    r"discuss(?:ed|ing|es)?|debat(?:ed?|ing)|consider(?:ed|ing|s)?|mention(?:ed|ing|s)?|refer(?:red|ring|s)? to|"
    r"cover(?:ed|ing|s)?|look(?:ed|ing|s)? at|talk(?:ed|ing|s)? about|touch(?:ed|ing)? on|address(?:ed|ing|es)?|"
    r"involv(?:ed?|ing|es)|on the (?:subject|topic|matter|issue) of|(?<!is )(?<!are )(?<!was )(?<!were )on)"
    r"\s+(?P<topic>\S.*)$",
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
    "minuted numbered individual distinct submit submitted tabled put panel subgroup board forum cabinet executive "
    "published printed public listed debate debated talk talked look looked raise raised"
)
_RULED = re.compile(
    r"\b(?:ended|resulted|finished|concluded|led|came|with|had|have|has|saw|produced|attracted)\s+"
    r"(?:(?:up|in|to|with|at|a|an|any|some|formal|recorded)\s+){0,3}(?:decisions?|resolutions?)\b"
    r"|\b(?:ended|finished|concluded|resulted)\s+(?:(?:up|with|in)\s+){1,2}(?:something|anything|a\s+thing|business)\s+"
    r"(?:being\s+|that\s+was\s+)?(?:decided|resolved|agreed|determined)\b"
    r"|\b(?:were|was|got)\s+(?:decided|resolved|determined)(?:\s+(?:up)?on)?\b",
    re.IGNORECASE,
)
_BY_SORT = re.compile(
    r"\b(?:by|at|of|in|to|before|from)\s+(?:the\s+|our\s+|this\s+|that\s+)?"
    r"(?:council|committee|sub-?\s?group|panel|board|forum|executive|cabinet|members|councillors|meetings?|past|all)\b"
    r"(?!\s+\w)",
    re.IGNORECASE,
)
_SUBJECT_OF = re.compile(r"^(?:the |our )?(?:subject|topic|matter|issue|question) of ", re.IGNORECASE)
_ON_AGENDA = re.compile(
    r"\b(?:listed |included )?on (?:the|its|their) (?:[\w’'-]+ ){0,3}?agenda\b", re.IGNORECASE
)
_SENTENCE = re.compile(r"[?!;]|\.\s")
_TRAILING = re.compile(
    r"\s+(?:(?:in total|altogether|so far|to date|over the years|in the past|recently|ever|before|please|at all|"
    r"at (?:that|this|the|any) meetings?|(?:was|were|(?:has|have) been) (?:discussed|considered|debated|raised))\W*)+$",
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


def read_selection(asked: Question) -> Selection | None:
    """The list or count that a question asks for; None when it asks for none, or for one that papers must tell."""
    text = BUT_FOR.sub(" ", asked.text).rstrip("?!. ")
    if _LATER.search(text) or asked.wanted is Wanted.PLANNED:
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


def _noun(match: re.Match[str]) -> str:
    return next(match[sort.name] for sort in Sort if match[sort.name])


def _selected(asked: Question, match: re.Match[str], rest: str, *, counted: bool) -> Selection | None:
    sort = next(sort for sort in Sort if match[sort.name])
    after = _SUCCESSOR.search(rest)
    rest = _SUCCESSOR.sub("", rest)
    kind = understand(match["kind"]) if re.search(r"\w", match["kind"]) else None
    ruling = _RULED.search(rest) if sort is Sort.ITEMS else None
    outcomes, said = _outcomes(rest)
    said = said.union(
        *(stems(found.group()) for found in (ruling, after, BUT_FOR.search(asked.text)) if found)
    )
    topic, verb = _topic(_RULED.sub("", rest) if ruling else rest, asked)
    if kind is not None and any(word.stem not in _IDLE | asked.named for word in kind.content):
        if counted or topic is not None:
            return None  # "how many open damp reports": a count that papers state
        topic = kind
    if sort is Sort.QUESTIONS and not asks_of_tabled(asked.text):
        return None  # asked in talk, or of somebody else
    if sort is Sort.REPORTS and counted and not _DISCUSS.search(rest):
        return None
    if topic is not None and _names_time(asked, topic):
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
    topic, verb = _topic(aux + rest, asked) if _DISCUSS.search(rest) else (None, "")
    if (topic is None and not met) or (topic is not None and _names_time(asked, topic)):
        return None
    if _is_left_over(asked, topic, frozenset()):
        return None
    return Selection(
        Sort.MEETINGS, counted, topic, frozenset(), topic is not None, _MENTION.match(verb) is not None
    )


def _topic(text: str, asked: Question) -> tuple[Question | None, str]:
    """The clause that says what things are about, and the word that leads to it."""
    rest = read_spans(_SENTENCE.split(text)[0])[1]
    for pattern, words in ((_WHERE, rest), (_PASSIVE, rest), (_ACTIVE, _ON_AGENDA.sub(" ", rest))):
        if (match := pattern.search(words)) and (topic := read_clause(match["topic"], asked)):
            return topic, match["verb"]
    return None, ""


def read_clause(text: str, asked: Question) -> Question | None:
    """What a clause of a question is about: its words without a body that it is said of, and with a word of every
    meeting only where that stands before another, as in "council tax". Its `bodies` are those that it is about.
    None when it names nothing."""
    text = _BY_SORT.sub(" ", _TRAILING.sub("", _SUBJECT_OF.sub("", read_spans(text)[1])))
    if not re.search(r"\w", text):
        return None
    text = text.lower() if asked.text.isupper() else text  # in capitals throughout, none makes an acronym
    read = understand(text)
    content = {word.stem for word in read.content} - asked.named
    named: tuple[Body, ...] = ()
    if not content:  # it is about a body
        content = {word.stem for word in read.words} & asked.named
        named = tuple(body for body in asked.bodies if body.stems & content)
    framed = {
        word.stem
        for word in read.words
        if (found := re.search(rf"\b{re.escape(word.plain)}\s+(\w+)", text, re.IGNORECASE))
        and stem(found[1].casefold()) in content
    }
    words = tuple(
        replace(word, is_frame=False)
        for word in read.words
        if word.stem in content or (word.is_frame and word.stem in framed)
    )
    return replace(read, words=words, bodies=named, guesses=()) if content else None


def _names_time(asked: Question, topic: Question) -> bool:
    """Whether a time in the question is part of the topic, "the 2019 budget", and not when a meeting was."""
    content = {word.stem for word in topic.words}
    for span in asked.dates:
        after = re.search(rf"{re.escape(span.words)}\s+(\w+)", asked.text)
        before = re.search(rf"(\w+)\s+(?:for\s+(?:the\s+)?(?:year\s+)?)?{re.escape(span.words)}", asked.text)
        if any(found and stem(found[1].casefold()) in content for found in (after, before)):
            return True
    return False


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
