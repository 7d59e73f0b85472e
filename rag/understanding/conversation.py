"""Follow-ups: "and in 2015?", "who raised it?" made whole by what was asked and answered before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.library import Library
from rag.models import Answer, Refusal
from rag.understanding.followups import (
    BARE,
    HOW_MANY,
    OTHERS_ALONE,
    THE_OTHERS,
    FollowUp,
    Sort,
    read_follow_up,
    read_that_matter,
)
from rag.understanding.neighbours import neighbour
from rag.understanding.pointing import asks_the_reason, name_what_is_pointed_at, put_thing
from rag.understanding.pronouns import find_pronoun
from rag.understanding.question import understand
from rag.understanding.rewording import other_body, other_item, other_person, other_time, other_topic
from rag.understanding.subject import Place, Subject, body_span, subject_of, topic_of
from rag.understanding.tying import REMEMBERED, Whole, about, read_as
from rag.understanding.wanted import Wanted
from rag.understanding.words import stems

_SHOWN = 60  # characters of a follow-up that a refusal repeats
_HE = frozenset(("he", "him", "his", "she", "her"))
_THINGS = frozenset(("it", "that", "this", "them", "these", "those", "that one", "this one"))
# Asked how a matter went on, the meeting that was told of is not the one to look in.
_LATER = re.compile(
    r"\b(?:since|later|next|now|still|finally|in the end|eventually|subsequently|afterwards?|ever|another|other"
    r"|elsewhere|again|updates?|latest|progress|nowadays|after that|by now|yet|end(?:ed)? up|turn(?:ed|s)? out"
    r"|bec[ao]mes? of|reversed|overturned|rescinded|undone|scrapped|abandoned|reinstated|restored|brought back)\b",
    re.IGNORECASE,
)
_SUMS = frozenset(("that", "this", "those", "these"))
_OF_BODY = re.compile(
    r"(?: [\w’'-]+){0,3}? (?:meetings?|members?|membership|chair\w*|minutes|remit)\b", re.IGNORECASE
)
_COMPARED = re.compile(
    r" (?:(?:any|much|far|still) )?(?:better|worse|more|less|fewer|higher|lower|bigger|smaller|larger|up|down)\b",
    re.IGNORECASE,
)
_ASKED_FOR = re.compile(  # "what *overspend* was forecast"
    r"(?:and )?(?:what|which|how many) (?P<what>(?!is\b|was\b|were\b|are\b|did\b|do\b|does\b)(?:[a-z-]+ ){1,4}?)"
    r"(?:is|was|were|are|did|does|do|had|has|have|will|would)\b",
    re.IGNORECASE,
)
_SAY_WHY = re.compile(
    r"(?:did|does|do|has|have) (?P<who>.{2,60}?) "
    r"(?:say|explain|tell (?:us|them|members|the \w+)|said|explained|give a reason) why",
    re.IGNORECASE,
)
_OWNED = re.compile(r"(?:his|her) (?!about\b|on\b|say\b|do\b|to\b)[a-z]", re.IGNORECASE)
_SIDE = re.compile(r"\b(?:against|in favour of|opposed to)$", re.IGNORECASE)
_SUM = re.compile(r"\b(?:costs?|price|sum|author|funding)$", re.IGNORECASE)


def make_whole(text: str, before: Sequence[Answer | Refusal], library: Library) -> Whole:
    """The question as it stands alone after the earlier replies of its conversation, oldest first.

    What the follow-up names itself replaces what the question before it named of the same sort; what it leaves
    unsaid is the subject of the reply before it.
    """
    bodies, subject = library.coverage().bodies, subject_of(before[-REMEMBERED:])
    if subject and subject.place and subject.topic and not subject.items and asks_the_reason(text):
        return read_as(f"what reasons were given for {subject.topic}?", subject.place, more=True)
    asked, text = text, name_what_is_pointed_at(text, subject) if subject else text
    follow = read_follow_up(text, bodies)
    if follow is None and subject is not None:
        follow = read_that_matter(text, stems(subject.topic), bodies)
    if follow is None:
        return Whole(text) if text == asked else read_as(text, None)
    if subject is None:
        return Whole(text, unclear=_ask_what(text) if _leaves_all_unsaid(follow) else None)
    match follow.sort:
        case Sort.MORE:
            return _tell_more(text, subject)
        case Sort.OF_SUBJECT:
            return _of_subject(text, follow, subject)
        case Sort.OF_MEETING:
            return _of_meeting(text, follow, subject)
        case Sort.STEP:
            return _step(text, follow, subject, library)
        case Sort.OTHER_ITEM:
            place = subject.place.meeting if subject.place else None
            return read_as(other_item(subject.question, follow.rest), place)
        case Sort.OTHER_TIME:
            return read_as(other_time(subject, follow.rest), None)
        case Sort.OTHER_BODY:
            return read_as(other_body(subject, follow.rest), None)
        case Sort.OTHER_PERSON:
            return read_as(other_person(subject, follow.rest), _meeting_of(subject, follow))
        case Sort.OTHER_TOPIC:
            if subject.items and OTHERS_ALONE.fullmatch(follow.rest):
                return Whole(text, unclear=_ask_what(text, subject.items))
            if subject.place and OTHERS_ALONE.fullmatch(follow.rest):
                asked = subject.question.rstrip(" ?!.")
                return read_as(f"{asked}, {follow.rest}?", subject.place, more=True)
            return read_as(other_topic(subject, follow.rest), _meeting_of(subject, follow))


def _meeting_of(subject: Subject, follow: FollowUp) -> Place | None:
    """The meeting, when that is all the conversation is about and the follow-up names no other time."""
    alone = subject.place and not subject.topic and not follow.asked.dates
    return subject.place.meeting if subject.place and alone else None


def _ask_what(text: str, meant: Sequence[str] = ()) -> str:
    shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
    if meant:
        return f"“{shown}” may be about any of the {len(meant)} items told before: name one, such as item {meant[0]}."
    return f"“{shown}” does not say what it is about: name the matter, the item or the meeting it asks of."


def _leaves_all_unsaid(follow: FollowUp) -> bool:
    """Whether nothing is left to look for: without a conversation, the asker must say what is meant."""
    asked = follow.asked
    match follow.sort:
        case Sort.MORE | Sort.STEP:
            return True
        case Sort.OTHER_TIME | Sort.OTHER_BODY:
            return follow.opened
        case Sort.OF_MEETING:
            return follow.unsaid is not None
        case Sort.OF_SUBJECT:
            named = asked.dates or asked.items or asked.bodies or topic_of(follow.rest)
            return not named and (
                follow.opened or follow.unsaid is not None or bool(BARE.fullmatch(follow.rest))
            )
    return False


def _tell_more(text: str, subject: Subject) -> Whole:
    if subject.items:
        return Whole(text, unclear=_ask_what(text, subject.items))
    return read_as(f"what else was said {about(subject)}?", subject.place, more=True)


def _of_subject(text: str, follow: FollowUp, subject: Subject) -> Whole:
    pronoun = follow.unsaid.group().lower() if follow.unsaid else None
    later = _LATER.search(THE_OTHERS.sub("", follow.rest)) is not None
    placed = bool(follow.asked.dates or follow.asked.bodies or follow.asked.items)
    if subject.items and not later and not placed and pronoun not in _HE:
        return Whole(text, unclear=_ask_what(text, subject.items))
    rest = follow.rest
    if follow.unsaid and pronoun in _HE and subject.person:
        of_it = "" if topic_of(follow.rest) else f" {about(subject)}"
        rest = _with_person(rest, subject)
        rest = put_thing(rest, _asked_for(subject)) or f"{rest}{of_it}"
        rest = _ask_for_the_reason(rest)
    elif follow.unsaid and pronoun == "there":
        rest = rest[: follow.unsaid.start()] + f"at {subject.topic}" + rest[follow.unsaid.end() :]
    elif follow.unsaid and (pronoun in _THINGS or "that" in follow.unsaid.groupdict()):
        start, end = follow.unsaid.span("that" if "that" in follow.unsaid.groupdict() else 0)
        own = len(topic_of(rest[:start]).split())
        if pronoun in _SUMS and own > 1 and subject.place and not (later or placed):
            return read_as(f"{rest}?", subject.place)  # "what share of the budget is that?"
        of_sum = pronoun in _SUMS or _COMPARED.match(rest, end) is not None
        thing = (_asked_for(subject) if of_sum and not later else None) or subject.topic or "the meeting"
        rest = _with_person(rest[:start] + thing + rest[end:], subject)
    elif follow.unsaid and pronoun in ("its", "their") and (body := _body_meant(follow, subject)):
        rest, placed = rest[: follow.unsaid.start()] + body + rest[follow.unsaid.end() :], True
    else:
        rest = _spell_out(rest, subject)
    place = None if later or placed else subject.place
    return read_as(f"{rest}?", place)


def _with_person(rest: str, subject: Subject) -> str:
    """With the person who was told of for the "he" that is nobody else: "is the lido in Councillor Ash’s own ward"."""
    he = find_pronoun(rest)
    if he is None or he.group().lower() not in _HE or subject.person is None:
        return rest
    name = subject.person + ("’s" if _OWNED.match(rest, he.start()) else "")
    return rest[: he.start()] + name + rest[he.end() :]


def _ask_for_the_reason(rest: str) -> str:
    """ "did Councillor Ash say why about the lido" asks for the reason that he gave."""
    return _SAY_WHY.sub(lambda match: f"what reason did {match['who']} give", rest, count=1)


def _asked_for(subject: Subject) -> str | None:
    """What was asked for with "what" or "how many", for which "that" stands: "what share of the budget is that?"."""
    asked = _ASKED_FOR.match(subject.question)
    return f"the {asked['what'].strip()}" if asked and topic_of(asked["what"]) else None


def _body_meant(follow: FollowUp, subject: Subject) -> str | None:
    """The body that "its first meeting" is of: the one that was asked about; None when it is of no body."""
    start, end = body_span(subject.question)
    if start == end or follow.unsaid is None or not _OF_BODY.match(follow.rest, follow.unsaid.end()):
        return None
    return f"the {subject.question[start:end]}’s"


def _spell_out(rest: str, subject: Subject) -> str:
    """ "when" after "what was decided about parking?" asks when parking was decided."""
    topic = subject.topic
    if (
        topic
        and rest.lower() in ("when", "why", "where")
        and understand(subject.question).wanted is Wanted.DECISION
    ):
        return f"{rest} was {topic} decided"
    if topic and (counted := HOW_MANY.match(rest)):
        return f"{counted.group()} {topic}{rest[counted.end() :]}"
    if topic and _SIDE.search(rest):
        return f"{rest} {topic}"
    if topic and _SUM.search(rest):
        return f"{rest} of {topic}"
    if whole := put_thing(rest, topic):  # "how will they pay for *the pier*"
        return whole
    return f"{rest}, {about(subject)}" if BARE.fullmatch(rest) else f"{rest} {about(subject)}"


def _of_meeting(text: str, follow: FollowUp, subject: Subject) -> Whole:
    if subject.place is None:
        return Whole(text)
    rest = follow.rest
    if follow.unsaid and follow.unsaid.group().lower() not in _HE | {"they"}:
        there = "at the meeting" if follow.unsaid.group().lower() == "there" else "the meeting"
        rest = rest[: follow.unsaid.start()] + there + rest[follow.unsaid.end() :]
    return read_as(f"{rest}?", subject.place.meeting)


def _step(text: str, follow: FollowUp, subject: Subject, library: Library) -> Whole:
    """The meeting of the same body before or after the one that was told of."""
    step, place = follow.unsaid, subject.place
    assert step is not None
    if place is None or place.date is None or place.body is None:
        return Whole(text, unclear=_ask_what(text))
    forward = (step["way"] or step["next"]).lower() in ("after", "next", "following")
    date = neighbour(library, place, forward)
    if date is None:
        way = "after" if forward else "before"
        return Whole(text, unclear=f"No meeting of {place.body} {way} {place.day} is held.")
    other = Place(place.document, place.council, place.body, date)
    if step.span() == (0, len(follow.rest)):
        return read_as(other_time(subject, f"on {other.day}"), other)
    rest = follow.rest[: step.start()] + f"at the meeting of {other.day}" + follow.rest[step.end() :]
    return read_as(f"{rest}?", other)
