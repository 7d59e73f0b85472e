"""The question before, with a time, body, item, person or topic of it replaced by another of the same sort."""

from __future__ import annotations

import datetime as dt
import re

from rag.understanding.followups import SHIFT, bare_name, without_times
from rag.understanding.persons import NAMED
from rag.understanding.question import understand
from rag.understanding.subject import NUMBERED, Subject, body_span, topic_span
from rag.understanding.wanted import Wanted
from rag.understanding.when import TWO_YEARS, Span, read_spans

_AT = "in|on|of|at|for|during"  # one may stand for another; the others say something of their own
_LED = re.compile(rf"(?:{_AT}|from|since|before|after|until|by|between|to)\b", re.IGNORECASE)
_LED_AT = re.compile(rf"(?:{_AT})\s+(?:the\s+)?", re.IGNORECASE)
_LEADING = rf"(?:\b(?:(?P<at>{_AT})|from|since|before|after|until|by|between|to)\s+(?:the\s+)?)?"
_DETERMINER = re.compile(r"\b(?:the|an?|our|any|this|that|its|their)\s+$", re.IGNORECASE)
_NAME = r"[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*)*"
_AT_NAME = re.compile(rf"\s(?:in|at|on|near)\s+(?:the\s+)?(?={_NAME}$)")  # "parking *in* Quay Road"
_SORTED = re.compile(r"\b(?:committee|sub-?\s?group|panel|board|forum|group)$", re.IGNORECASE)


def other_time(subject: Subject, words: str) -> str:
    """ "How many were there in 2014?", "in 2015" -> "How many were there in 2015?"."""
    question = subject.question
    if shift := SHIFT.fullmatch(words):
        words = _shifted(subject, shift) or words
    named, times = read_spans(words)[0], _times_in(question)
    new = words
    if not _LED.match(words) and (named or TWO_YEARS.match(words)):
        new = f"{'on' if named and _is_day(named[0]) else 'in'} {words}"
    first = re.search(_LEADING + re.escape(times[0]), question, re.IGNORECASE) if times else None
    if first is None:
        return _append(question, new)
    end = question.index(times[-1], first.start()) + len(times[-1])
    leading = first.group()[: -len(times[0])].strip().lower()
    own = leading and not first["at"] and leading != "between" and _LED_AT.match(new)
    if own:  # "the year to March 2022" keeps its "to"
        start, new = question.index(times[0], first.start()), new[own.end() :]
    else:
        start = first.start()
    return question[:start] + new + question[end:]


def _times_in(question: str) -> list[str]:
    """The times of a question as it puts them: those of a calendar, or the years from one to the next."""
    spans = [span.words for span in read_spans(question)[0]]
    return spans or [match.group() for match in TWO_YEARS.finditer(question)]


def _shifted(subject: Subject, shift: re.Match[str]) -> str | None:
    """The year or month beside the one that was asked about, or the answer is of; None when there is none."""
    spans = read_spans(subject.question)[0]
    day = spans[0].first if spans and not spans[0].is_open else subject.place.date if subject.place else None
    if day is None:
        return None
    way = (
        -1
        if (shift["way"] or shift["which"]).lower() in ("before", "earlier", "previous", "preceding")
        else 1
    )
    if (shift["unit"] or shift["of"]).lower() == "year":
        return f"in {day.year + way}"
    month = (day.replace(day=15) + dt.timedelta(days=30 * way)).replace(day=1)
    return f"in {month:%B %Y}"


def _is_day(span: Span) -> bool:
    return span.first == span.last


def other_body(subject: Subject, words: str) -> str:
    """ "What did Cabinet decide?", "the Ofsted Subgroup" -> "What did the Ofsted Subgroup decide?"."""
    question = (
        other_time(subject, read_spans(words)[0][0].words) if read_spans(words)[0] else subject.question
    )
    name = bare_name(without_times(words))
    if _SORTED.search(name) or re.search(rf"\bthe\s+{re.escape(name)}", words, re.IGNORECASE):
        name = f"the {name}"
    start, end = body_span(question)
    if start == end:
        return _append(question, f"at {name}")
    start -= len(found.group()) if (found := _DETERMINER.search(question[:start])) else 0
    if (
        found
        and re.match(r"\s+(?:meeting|session)", question[end:], re.IGNORECASE)
        and not name.startswith("the ")
    ):
        name = f"the {name}"
    return question[:start] + name + question[end:]


def other_topic(subject: Subject, words: str) -> str:
    """ "What was decided about parking?", "exclusions" -> "What was decided about exclusions?"; what begins with a
    preposition narrows the topic: "in primary schools"; a name stands for the place of it: "parking in Quay Road"."""
    if not subject.topic:
        return f"what was said {words if _LED.match(words) else f'about {words}'}?"
    question, spans = subject.question, read_spans(words)[0]
    if spans:
        question, words = other_time(subject, words[_start(words, spans[0]) :]), without_times(words)
    start, end = topic_span(question)
    if start == end:
        return _append(question, words if _LED.match(words) else f"about {words}")
    if led := _LED.match(words):
        same = re.search(rf"\s{led.group()}\s", question[start:end], re.IGNORECASE)
        return f"{question[: start + same.start() if same else end]} {words}{question[end:]}"
    if re.fullmatch(_NAME, words) and (at := _AT_NAME.search(question[start:end])):
        return question[: start + at.end()] + words + question[end:]
    start -= len(found.group()) if (found := _DETERMINER.search(question[:start])) else 0
    return question[:start] + words + question[end:]


def _start(words: str, span: Span) -> int:
    found = re.search(_LEADING + re.escape(span.words), words, re.IGNORECASE)
    return found.start() if found else 0


def other_person(subject: Subject, words: str) -> str:
    """ "What did Councillor Ash say?", "Councillor Elm" -> "What did Councillor Elm say?"."""
    if found := NAMED.search(subject.question):
        return subject.question[: found.start()] + bare_name(words) + subject.question[found.end() :]
    if not subject.topic:
        return f"was {bare_name(words)} at the meeting?"
    return f"what did {bare_name(words)} say about {subject.topic}?"


def other_item(question: str, words: str) -> str:
    """ "What was decided at item 27?", "item 28" -> "What was decided at item 28?"."""
    item = found.group() if (found := NUMBERED.search(words)) else words
    if found := NUMBERED.search(question):
        return question[: found.start()] + item + question[found.end() :]
    verb = "decided" if understand(question).wanted is Wanted.DECISION else "said"
    return f"what was {verb} at {item}?"


def _append(question: str, words: str) -> str:
    bare = question.rstrip("?!. ")
    return f"{bare} {words}{question[len(bare) :].strip() or '?'}"
