"""Which sort of follow-up a question is: what it leaves unsaid, told from its own words alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from index.names import acronym, matching_names
from rag.understanding.pronouns import find_pronoun
from rag.understanding.question import Question, understand
from rag.understanding.subject import topic_of
from rag.understanding.when import read_spans
from rag.understanding.words import ACTS, stem


class Sort(StrEnum):
    """What a follow-up asks."""

    MORE = "more"  # "tell me more", "anything else?"
    STEP = "step"  # "and the meeting before that?"
    OTHER_TIME = "other_time"  # "and in 2015?": the question before, of another time
    OTHER_BODY = "other_body"  # "what about the Ofsted Subgroup?"
    OTHER_ITEM = "other_item"  # "and item 28?"
    OTHER_PERSON = "other_person"  # "and Councillor Ash?"
    OTHER_TOPIC = "other_topic"  # "and exclusions?"
    OF_MEETING = "of_meeting"  # "who was there?", "what else did that meeting decide?"
    OF_SUBJECT = "of_subject"  # "who raised it?", "why?"


@dataclass(frozen=True, slots=True)
class FollowUp:
    sort: Sort
    rest: str  # without "and" or "what about" before it
    asked: Question  # the rest, read by itself
    opened: bool  # by "and", "what about"
    unsaid: re.Match[str] | None = (
        None  # in `rest`: what stands for the subject, its meeting, or the one beside it
    )


_OPENER = re.compile(
    r"(?:(?:and|but|or|so|ok|okay|also|then|well|right|oh|yes|no|thanks|thank you|great|good|please|sorry)\b"
    r"[\s,.!:–-]*)+",
    re.IGNORECASE,
)
_AND = re.compile(r"\b(?:and|also|so|then)\b", re.IGNORECASE)
_ABOUT = re.compile(
    r"(?:(?:what|how) about|what of|(?:the )?same (?:question )?(?:for|about))\b\s*", re.IGNORECASE
)
_OF_IT = r"(?: (?:about|on|of) (?:it|that|this))?"
_MORE = re.compile(
    r"(?:(?:can|could|will|would) you )?(?:please )?(?:tell|show|give) me (?:some |any )?more"
    rf"(?: details?| information)?{_OF_IT}"
    rf"|(?:any |some )?more(?: details?| information)?{_OF_IT}|(?:in )?more detail|go on|carry on|continue"
    rf"|(?:(?:can|could) you )?(?:elaborate|expand){_OF_IT}"
    rf"|(?:is there |was there )?any(?:thing)? (?:else|more){_OF_IT}"
    rf"|what else(?: (?:was|were) (?:said|decided|agreed|discussed|noted))?{_OF_IT}|and",
    re.IGNORECASE,
)
STEP = re.compile(
    r"\b(?:at |in |of |from |on )?(?:the )?(?:(?:meeting|one|session|sitting|time) (?P<way>before|after)"
    r"(?: (?:that|this|it))?(?: one| meeting)?"
    r"|(?P<next>next|following|previous|preceding|last|earlier|prior) (?:meeting|one|session|time))\b",
    re.IGNORECASE,
)
# "Who sent apologies?", of the meeting told of; "who apologised for the delay" names what it is about.
_APOLOGIES = re.compile(
    r"(?:who(?: else)?|whose|what|which (?:councillors|members)|did any(?:one|body)(?: else)?|were there any)\b"
    r"(?:(?! (?:for|about|over|to)\b)[^,.;:])*\bapolog(?:ies|i[sz]ed)(?: (?:were|was) [a-z]+| for absence| in)?",
    re.IGNORECASE,
)
_THAT_MEETING = re.compile(
    r"\b(?:that|this|the same) (?:meeting|session|sitting)\b|\b(?P<there>there)(?=\W*$)"
    r"|\b(?:at|in|of|from) the meeting(?=\W*$)",
    re.IGNORECASE,
)
_EXISTS = re.compile(
    r"^(?:how (?:many|much)|what|which) (?:[\w’'-]+ ){0,6}?(?:is|are|was|were) there$", re.IGNORECASE
)
_HE = frozenset(("he", "him", "his", "she", "her"))
_WAS = re.compile(r"(?:who )?(?:else )?(?:was|were)\b", re.IGNORECASE)
_MEETING_VERBS = re.compile(
    r"\bwho (?:else )?(?:chaired|attended|was (?:in the chair|present|absent|there|at)|presided|came)\b"
    r"|\bwhere (?:was (?:it|the meeting) held|did (?:it|they|the meeting) (?:meet|sit))\b|\bwhat time\b",
    re.IGNORECASE,
)
_SORTS = re.compile(
    r"\b(?:committee|sub-?\s?group|panel|board|forum|cabinet|council|executive|assembly|(?:task|working) group)\b",
    re.IGNORECASE,
)
_PERSON = re.compile(
    r"(?:Councillors?|Cllr|Mr|Mrs|Ms|Miss|Dr|Prof|Canon|Rev|Sir|Dame)\b\.?\s+[A-Z]", re.IGNORECASE
)
_BEFORE_NAME = re.compile(r"(?:(?:at|in|on|of|for|by|from|with|the|our|to|about)\s+)+", re.IGNORECASE)
_LEADING_UP = re.compile(
    r"(?:\s(?:in|on|of|at|for|from|during|since|before|after|until|by|the|meeting)){1,4}$", re.IGNORECASE
)
_WHETHER = re.compile(
    r"(?:is|are|was|were|did|does|do|has|have|had|will|would|can|could|should|may|might|must)(?:n['’]t)?\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"(?:(?:in|at|by|to|for|from|on|of|with|about) )?(?:who|whom|whose|what|which|when|where|why|how)\b"
    rf"|{_WHETHER.pattern}"
    r"|(?:list|name|tell|show|give|find|explain|describe|summari[sz]e|say|count|compare)\b",
    re.IGNORECASE,
)
SHIFT = re.compile(
    r"(?:in |for |from )?(?:the |a )?(?:(?P<unit>year|month) (?P<way>before|after|later|earlier)(?: that| it)?"
    r"|(?P<which>previous|following|next|preceding) (?P<of>year|month))",
    re.IGNORECASE,
)
BARE = re.compile(
    r"(?:(?:since|until|from|by|to|for|at|in|with|about|of) )?(?:who(?:m|se)?|what|which|when|where|why|how)"
    r"(?: (?:not|so|much|many|long|often|come|soon|far|exactly|one|ones|then|else|by|with|for))*"
    r"|who (?:pays|paid|benefits|loses|gains|decides|knew)"
    r"|by whom|how come|what for|says who|really|are you sure|what next|what happened(?: (?:next|then|after that))?",
    re.IGNORECASE,
)
_STANDS_FOR = re.compile(
    r"\b(?:it|they|them|he|she|him|those|these|(?:who|what|where|which|any(?:one|body|thing)) else"
    r"|the others?\b(?! \w+s\b)"
    r"|each(?= (?:get|got|cost|have|has|had|is|was|of)\b|\W*$)|both(?= (?:get|got|of)\b|\W*$)"
    r"|the (?:first|second|third|last|next|other) (?:one|two|three))\b"
    r"|^(?:and )?which (?:one )?(?:is|was|were|are|had|has|got|gets) (?:the )?(?:most|least|\w+est|first|last)\b"
    r"|^how (?:many|much) (?:\w+ ){1,2}(?:is|are|was|were) there\W*$|^how (?:many|much) [a-z]+\W*$",
    re.IGNORECASE,
)
HOW_MANY = re.compile(  # of what?
    r"how many(?= (?:of (?:them|those|these)|were|was|are|is|have|has|had|did|do|does|will|would|could|can|came)\b)",
    re.IGNORECASE,
)
THE_OTHERS = re.compile(  # beside those that were told
    r"\bthe\s+(?:other|remaining|rest\b|losing|defeated|unsuccessful)(?:\s+(?:two|three|four|five|six))?(?:\s+\w+s)?(?=\W|$)",
    re.IGNORECASE,
)
OTHERS_ALONE = re.compile(  # of what was told: "and the other two?"
    r"the (?:others?|rest|remainder|second|third|fourth|last|remaining)(?: (?:ones?|two|three|four|five|six))?"
    r"(?: of (?:them|those|these))?",
    re.IGNORECASE,
)
_ASKED_OF_THEM = re.compile(  # "were they *picked*", "had they *been fully paid by then*": nothing else is named
    r"\s+(?:(?:been|being|all|ever|also|both|first|last|\w+ly)\s+)*(?:\w{3,}ed|built|held|sent|paid|made|taken|given|shown"
    r"|spent|kept|cut|sold|bought|found|put|left|set|told|chosen|written|drawn|run|shut|meant|called)"
    r"(?:\s+(?:for|by|to|on|at|in|with|from|up|out|off|then|there|before|after|instead|again|yet|\w+ly))*",
    re.IGNORECASE,
)
_MATTERS = frozenset(
    map(stem, "idea plan proposal motion amendment scheme decision suggestion matter project money sum charge request"
              " petition recommendation change policy strategy vote offer".split())
)  # fmt: skip
_THAT_MATTER = re.compile(  # after a word that takes a noun: not "agreed that bins", "the bin that"
    r"\b(?:about|of|on|in|for|to|with|from|at|by|against|behind|into|over|under|is|was|are|were|did|does|will|would|has"
    r"|had|have) (?P<that>(?:that|this|those|these|such an?) (?P<noun>[a-z]+))\b",
    re.IGNORECASE,
)
_MANY = re.compile(  # asked for by themselves
    r"\b(?:next meeting|meetings|decisions|items|reports|committees|councillors|members|minutes|agendas|votes|every"
    r"|each|all)\b",
    re.IGNORECASE,
)


def read_follow_up(text: str, bodies: Sequence[str]) -> FollowUp | None:
    """What a question leaves unsaid; None when it stands alone, as most do. `bodies` are those held."""
    rest = text[match.end() :] if (match := _OPENER.match(text)) else text
    about = _ABOUT.match(rest)
    opened = bool(about or match)
    rest = (rest[about.end() :] if about else rest).strip()
    bare = rest.strip(" ?!.,")
    asked = understand(bare)
    if _MORE.fullmatch(bare) or (not bare and _AND.search(text)):
        return FollowUp(Sort.MORE, bare or "more", asked, True)
    if not bare:
        return None  # "ok thanks"
    if (step := STEP.search(bare)) and _steps(step, bare, opened):
        return FollowUp(Sort.STEP, bare, asked, opened, step)
    fragment = not _CLAUSE.match(bare)
    if fragment:
        sort = _sort_of_fragment(bare, asked, bodies, opened)
        return FollowUp(sort, bare, asked, opened) if sort else None
    pronoun = find_pronoun(bare)
    if (
        pronoun
        and pronoun.group().lower() in ("they", "these", "those")
        and not bare[: pronoun.start()].lower().endswith(" of ")
        and not _ASKED_OF_THEM.fullmatch(bare, pronoun.end())
        and topic_of(bare[pronoun.end() :])
    ):
        return None  # "what did they say about parking?": the council, of a matter that is named
    named = bool(asked.dates or asked.items or asked.bodies)
    topic = topic_of(bare)
    that = _THAT_MEETING.search(bare)
    if that and that["there"] and pronoun and pronoun.group().lower() in _HE:
        bare, that = bare[: that.start()].rstrip(), None  # "what's her job there?": hers is enough
    if that and that["there"] and _EXISTS.search(bare):
        that = None  # "how many bids were there?"
    if that:
        of_meeting = (
            not (that["there"] and topic) or _WAS.match(bare) is not None
        )  # "how many pupils go there?"
        sort = Sort.OF_MEETING if of_meeting else Sort.OF_SUBJECT
        return None if named else FollowUp(sort, bare, asked, opened, that)
    of_those_who_came = _APOLOGIES.fullmatch(bare) or (_MEETING_VERBS.search(bare) and not topic)
    if of_those_who_came and not named:
        return FollowUp(Sort.OF_MEETING, bare, asked, opened, pronoun)
    bare_count = HOW_MANY.match(bare) is not None and not named
    whether = _WHETHER.match(bare) is not None and not asked.dates
    unsaid = not topic and not asked.items and (opened or whether or not (named or _MANY.search(bare)))
    others = opened and not named and THE_OTHERS.search(bare) is not None
    if pronoun or bare_count or unsaid or others or BARE.fullmatch(bare):
        return FollowUp(Sort.OF_SUBJECT, bare, asked, opened, pronoun)
    return None


def read_that_matter(text: str, told: frozenset[str], bodies: Sequence[str]) -> FollowUp | None:
    """A question about "that bus" or "this plan", where `told` holds the stems of what was told before; None when it
    is of something else: "the bus that was late"."""
    rest = text[match.end() :] if (match := _OPENER.match(text)) else text
    bare = rest.strip(" ?!.,")
    for that in _THAT_MATTER.finditer(bare):
        if stem(that["noun"].lower()) in told | _MATTERS and not names_body(that["noun"], bodies):
            return FollowUp(Sort.OF_SUBJECT, bare, understand(bare), match is not None, that)
    return None


def goes_on(text: str) -> bool:
    """Whether a question that could stand alone goes on from what was said before: "and ...", "... it ..."."""
    return _OPENER.match(text) is not None or _STANDS_FOR.search(text) is not None


def _steps(step: re.Match[str], text: str, opened: bool) -> bool:
    """Whether the words step from one meeting to its neighbour: "the next meeting" does so only by itself."""
    if step["way"]:
        return bool(re.search(r"\b(?:that|this|it|one)\b", step.group())) or step.span() == (0, len(text))
    return opened and step.span() == (0, len(text))


def _sort_of_fragment(text: str, asked: Question, bodies: Sequence[str], opened: bool) -> Sort | None:
    """The sort of a follow-up that is no clause; None when it stands alone as words to look for."""
    content = [word for word in asked.content if word.plain not in ACTS]
    name = bare_name(without_times(text))
    if OTHERS_ALONE.fullmatch(text):
        return Sort.OTHER_TOPIC
    if SHIFT.fullmatch(text) or ((asked.dates or asked.times) and not content and not asked.items):
        return Sort.OTHER_TIME
    if _PERSON.match(name):
        return Sort.OTHER_PERSON if opened else None
    if names_body(name, bodies):
        return Sort.OTHER_BODY if opened or _BEFORE_NAME.match(text.removeprefix("the ")) else None
    if not content:
        if asked.items:
            return Sort.OTHER_ITEM if opened else None
        return Sort.OF_SUBJECT if opened or find_pronoun(text) else None
    return Sort.OTHER_TOPIC if opened else None


def without_times(text: str) -> str:
    """The words without the times they name, nor what led up to them."""
    return _LEADING_UP.sub("", read_spans(text)[1].strip()) if read_spans(text)[0] else text


def bare_name(text: str) -> str:
    return text[match.end() :] if (match := _BEFORE_NAME.match(text)) else text


def names_body(name: str, bodies: Sequence[str]) -> bool:
    """Whether the words are a body's name, a part of one with its sort ("the Ofsted Subgroup"), or its acronym."""
    if name.casefold() in {body.casefold() for body in bodies}:
        return True
    if len(name) > 1 and name.isupper() and " " not in name:
        return any(acronym(body) == name for body in bodies)
    found = _SORTS.search(name)
    return (
        found is not None
        and found.end() == len(name)
        and (len(name.split()) > 1 or bool(matching_names(name, bodies)))
    )
