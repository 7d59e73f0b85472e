"""The clause of a question that says what things are about: "items about parking", "where parking was discussed"."""

from __future__ import annotations

import re
from dataclasses import replace

from rag.understanding.bodies import Body
from rag.understanding.question import Question, understand
from rag.understanding.when import read_spans
from rag.understanding.words import stem

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
    r"under(?=\s+(?:(?:the\s+)?(?:agenda\s+)?(?:item|heading)\s+)?['‘“\"])|"
    r"involv(?:ed?|ing|es)|on the (?:subject|topic|matter|issue) of|(?<!is )(?<!are )(?<!was )(?<!were )on)"
    r"\s+(?P<topic>\S.*)$",
    re.IGNORECASE,
)
_BY_SORT = re.compile(
    r"\b(?:by|at|of|in|to|before|from)\s+(?:the\s+|our\s+|this\s+|that\s+)?"
    r"(?:council|committee|sub-?\s?group|panel|board|forum|executive|cabinet|members|councillors|meetings?|past|all)\b"
    r"(?!\s+\w)",
    re.IGNORECASE,
)
_SUBJECT_OF = re.compile(
    r"^(?:(?:the |our )?(?:subject|topic|matter|issue|question) of |(?:the )?(?:agenda )?(?:item|heading) (?=['‘“\"]))",
    re.IGNORECASE,
)
_ON_AGENDA = re.compile(
    r"\b(?:listed |included )?on (?:the|its|their) (?:[\w’'-]+ ){0,3}?agenda\b", re.IGNORECASE
)
_SENTENCE = re.compile(r"[?!;]|\.\s")
_TRAILING = re.compile(
    r"\s+(?:(?:in total|altogether|so far|to date|over the years|in the past|recently|ever|before|please|at all|"
    r"at (?:that|this|the|any) meetings?|(?:was|were|(?:has|have) been) (?:discussed|considered|debated|raised))\W*)+$",
    re.IGNORECASE,
)
# What stands so is no matter: "came from the Director", "dealt with in private", "on at the Council that were lost".
_NO_MATTER = re.compile(
    r"\W*(?:by|in|at|from|as|to|of|with|within|without|before|after|between|during|that|which|who|whose|when|"
    r"where|being|been|was|were|is|are|had|have|has|c[ao]me|arose|went|behalf|each|hand|both|either)\b",
    re.IGNORECASE,
)
_TO_A_TIME = r"(?:\b(?:held on|on|in|at|of|from|for|during|dated|since|before|after|between)\s+(?:the\s+)?)?"
# "Counting the late one", "(every meeting you hold)": all are told without being asked for.
_ASIDE = re.compile(
    r"\s*[,(–-]\s*(?:counting|including)\s+(?:(?:the|any|all|even)\s+)*(?:[\w-]+\s+){0,2}(?:ones?|those)\b[^,()?.;]*\)?"
    r"|\s*[,(–-]\s*(?:(?:across|in|over|at|of|from)\s+)?(?:all|every|each|any)\b(?:\s+of)?(?:\s+the)?\s+"
    r"(?:meetings?|papers?|minutes|years?)\b[^,()?.;]*\)?",
    re.IGNORECASE,
)


def asides(text: str) -> list[str]:
    """What a question says besides, only to have all of them counted."""
    return [match.group() for match in _ASIDE.finditer(text)]


def read_topic_clause(text: str, asked: Question) -> tuple[Question | None, str]:
    """The clause that says what things are about, and the word that leads to it."""
    rest = _without_times(_SENTENCE.split(text)[0])
    for pattern, words in ((_WHERE, rest), (_PASSIVE, rest), (_ACTIVE, _ON_AGENDA.sub(" ", rest))):
        at = 0
        while match := pattern.search(words, at):
            at = match.start("topic")
            if _NO_MATTER.match(match["topic"]):
                continue
            if topic := read_clause(match["topic"], asked):
                return topic, match["verb"]
            break
    return None, ""


def _without_times(text: str) -> str:
    """The text without the times it names, and without the words that lead to them."""
    for span in read_spans(text)[0]:
        text = re.sub(_TO_A_TIME + re.escape(span.words), " ", text, count=1, flags=re.IGNORECASE)
    return text


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


def names_time(asked: Question, topic: Question) -> bool:
    """Whether a time in the question is part of the topic, "the 2019 budget", and not when a meeting was."""
    content = {word.stem for word in topic.words}
    for span in asked.dates:
        after = re.search(rf"{re.escape(span.words)}\s+(\w+)", asked.text)
        before = re.search(rf"(\w+)\s+(?:for\s+(?:the\s+)?(?:year\s+)?)?{re.escape(span.words)}", asked.text)
        if any(found and stem(found[1].casefold()) in content for found in (after, before)):
            return True
    return False
