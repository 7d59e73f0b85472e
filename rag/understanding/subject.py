"""What a conversation is about: the topic of its last question, and the place in the record its answer came from."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.models import Filters
from rag.models import Answer, Citation, Refusal
from rag.understanding.chat import turn_away
from rag.understanding.persons import IN_POST, NAMED, person_named, person_told, person_who
from rag.understanding.question import understand
from rag.understanding.when import TWO_YEARS, read_spans
from rag.understanding.words import ACTS, FRAME, STOP, plain, stem

_WORD = re.compile(r"[^\W_]+(?:['’./-][^\W_]+)*")
_LINKS = frozenset("a an and at between by for from in into of on or our over the to under up with".split())
_DETERMINERS = frozenset("the a an our this that these those its their his her all".split())
_SORTS = frozenset(
    map(stem, "committee subgroup sub-group panel board forum cabinet council executive".split())
)
NUMBERED = re.compile(
    r"\b(?:agenda\s+)?(?:items?|minutes?|decisions?)\s+(?:no\.?\s*)?[\w/.-]*\d[\w/.-]*", re.I
)
_OF_COUNCIL = frozenset(map(stem, "tax house housing home flat estate rent tenant".split()))
_AUXILIARY = (
    r"(?P<be>is|are|was|were|been|being)|do|does|did|will|would|can|could|should|may|might|must|shall"
)
_ASKED_AFTER = re.compile(  # "are *grey bins emptied*", "would *the pass cover*"
    rf"\b(?:{_AUXILIARY})\s+(?:(?:the|an?|our|its|their|this|that|those|these)\s+)?$", re.IGNORECASE
)
_DONE = re.compile(
    r"[a-z]{2,}[^e\W]ed|built|held|sent|paid|made|taken|given|known|shown|spent|kept|cut|lost|sold|bought|brought|found|put"
    r"|left|set|told|chosen|written|broken|drawn|run|shut|lit"
)
_IN_TWO_YEARS = re.compile(  # "in 2022/23", not "the 2022/23 budget"
    TWO_YEARS.pattern + r"(?=\s*(?:[?.!,;)]|$|(?:in|at|on|for|and|by|to|from|of)\b))", re.IGNORECASE
)
_ASKS_WHO = re.compile(r"\W*(?:and |but |so )?(?:who\b|what (?:was|is) the name\b)", re.IGNORECASE)
_COUNTED = re.compile(r"\W*(?:and |but |so )?how many\b", re.IGNORECASE)
_ASKS_WHAT = re.compile(
    r"(?:and |but |so )?(?:in |at |to |for )?(?:what|which|how (?:much|many))\b", re.IGNORECASE
)
_ASKED_OF = re.compile(  # "what does *the pass* let young carers do"
    r"\b(?:does|do|did|will|would|can)\s+(?:the|an?|our|its|their|this|that|these|those)\s+(?P<thing>(?:[\w’'-]+\s+){1,4}?)"
    r"(?:let|allow|enable|cost|cover|mean|involve|include|aim|apply|last|replace|require|affect)\s+\S",
    re.IGNORECASE,
)
_THINGS = frozenset(
    "fund amendment timetable objections works".split()
)  # behind what they are of: "the pier fund"
_END_OF = re.compile(r"\s+of\b", re.IGNORECASE)  # "the north end of the street" is a place


@dataclass(frozen=True, slots=True)
class Place:
    """A meeting, or an item of it when `item` or `title` is known."""

    document: str
    council: str | None
    body: str | None
    date: dt.date | None
    item: str | None = None
    title: str | None = None

    @property
    def meeting(self) -> Place:
        return Place(self.document, self.council, self.body, self.date)

    def parts(self) -> list[str]:
        """ "item 27", "Children and Young People Scrutiny Panel", "17 July 2019"; the paper when none is known."""
        item = f"item {self.item}" if self.item else self.title
        return list(filter(None, (item, self.body, self.day))) or [self.document]

    @property
    def day(self) -> str | None:
        return f"{self.date.day} {self.date:%B %Y}" if self.date else None

    def filters(self) -> Filters:
        known = self.date is not None and self.body is not None and (self.item is not None or not self.title)
        return Filters(
            council=self.council if known else None,
            body=self.body if known else None,
            date_from=self.date if known else None,
            date_to=self.date if known else None,
            item=self.item,
            document=None if known else self.document,
        )


@dataclass(frozen=True, slots=True)
class Subject:
    """What a follow-up may leave unsaid."""

    question: str  # as it stood alone, without the place it was tied to
    topic: str  # the words of it that say what about, else the item's title; "" when it is of a meeting
    place: Place | None  # where the words that lead the answer stand; None after a refusal
    person: str | None  # whom the question or the answer names
    items: tuple[str, ...]  # of a computed list: any of them may be meant by "it"


def subject_of(before: Sequence[Answer | Refusal]) -> Subject | None:
    """The subject of the last reply that has one; after a refusal, that question's, with the place it was tied to."""
    found: Subject | None = None
    for reply in before:
        if isinstance(reply, Refusal) and turn_away(reply.question):
            continue  # "in plain English please" is of nothing else
        question, tied = _untied(reply.meant or reply.question, found.place if found else None)
        topic = topic_of(question)
        if isinstance(reply, Answer):
            found = _of_answer(reply, question, topic)
        elif topic or (found and tied):
            found = Subject(
                question, topic or (found.topic if found else ""), tied, person_named(question), ()
            )
    return found


def tie(question: str, place: Place) -> str:
    """The question with the place it is tied to: "who raised it (item 27, Cabinet, 3 May 2019)?"."""
    bare = question.rstrip("?!. ")
    unsaid = ", ".join(part for part in place.parts() if part not in bare)
    return f"{bare} ({unsaid}){'?' if question.endswith('?') else ''}" if unsaid else question


def _untied(question: str, place: Place | None) -> tuple[str, Place | None]:
    """The question without the place it was tied to, and that place, if it was tied to this one or its meeting."""
    mark = "?" if question.endswith("?") else ""
    if place is None or not question.removesuffix(mark).endswith(")"):
        return question, None
    for opening in re.finditer(r" \(", question):
        bare = question[: opening.start()] + mark
        for each in (place, place.meeting):
            if tie(bare, each) == question:
                return bare, each
    return question, None


def _of_answer(reply: Answer, question: str, topic: str) -> Subject:
    lead = reply.citations[reply.claims[0].citations[0] - 1]
    place = Place(lead.document, lead.council, lead.body, lead.date, lead.item, lead.title)
    items = _items(reply.citations) if reply.computed else ()
    computed = person_told(reply.computed.sentence) if reply.computed else None
    person = person_named(question) or computed or _person_of(question, lead.quote)
    if not lead.title and not lead.item:  # of the meeting itself: who came, where it was
        return Subject(question, topic, place, person, ())
    topic = topic or " ".join((lead.title or "").split())
    return Subject(question, topic, place, person, items if len(items) > 1 else ())


def _person_of(question: str, quote: str) -> str | None:
    """Whom the words of an answer name; asked who somebody is, also one without a title: "Ada Ash, Lamp Adviser"."""
    told = person_told(quote)
    if _ASKS_WHO.match(question) and (told is None or told.startswith("the ")):
        return person_who(quote) or told
    return told


def _items(citations: Sequence[Citation]) -> tuple[str, ...]:
    found = {(each.body, each.date, each.item or each.title): each for each in citations}
    return tuple(each.item or each.title or each.document for each in found.values())


def topic_of(question: str) -> str:
    """The words that say what a question is about, as they stand in it; "" when it names no more than a place."""
    start, end = topic_span(question)
    article = re.search(r"\b(?:the|an?|our)\s+$", question[:start], re.IGNORECASE)
    return question[article.start() if article and end else start : end]


def topic_span(question: str) -> tuple[int, int]:
    """Where the longest run of words stands that are neither asking, nor a time, a number, a person or a body;
    (0, 0) when none does.

    Small words may link the run, but neither begin nor end it.
    """
    hidden = question
    for span in read_spans(question)[0]:
        hidden = hidden.replace(span.words, "\0" * len(span.words), 1)
    for pattern in (NUMBERED, NAMED, IN_POST, _IN_TWO_YEARS):
        hidden = pattern.sub(lambda match: "\0" * len(match.group()), hidden)
    words = list(_WORD.finditer(hidden))
    of_bodies = _of_bodies(question, words)
    if asked := _ASKED_OF.search(hidden):
        own = [
            at for at, word in enumerate(words) if asked.start("thing") <= word.start() < asked.end("thing")
        ]
        if own and all(at not in of_bodies and _is_topical(plain(words[at].group()), "") for at in own):
            return words[own[0]].start(), words[own[-1]].end()
    counted = _COUNTED.match(question) is not None
    best, run = (0, 0, 0), (0, 0, 0)  # content words, start, end
    for at, word in enumerate(words):
        said = plain(word.group())
        gap = hidden[words[at - 1].end() : word.start()] if at else ""
        if run[0] and re.search(r"[^\s,’'“”\"-]", gap):
            run = (0, 0, 0)
        after = plain(words[at + 1].group()) if at + 1 < len(words) else ""
        of_end = said == "end" and run[0] > 0 and _END_OF.match(hidden, word.end()) is not None
        topical = (
            _is_topical(said, after) or of_end or (run[0] > 0 and (said in _THINGS or _is_named(words, at)))
        )
        is_verb = not run[0] and (_is_done(said, after) or _is_of_who(words, at))
        if at not in of_bodies and topical and not is_verb:
            run = (run[0] + 1, run[1] if run[0] else word.start(), word.end())
            # Of two alike, the later: "say about lamps"; but what is counted, when that is asked.
            best = max((best, run) if counted else (run, best), key=lambda each: each[0])
        elif at in of_bodies or said not in _LINKS:
            run = (0, 0, 0)
    return best[1], _without_verb(hidden, best[1], best[2])


def _without_verb(question: str, start: int, end: int) -> int:
    """Where a topic ends without what is asked of it: "how often are bins emptied", "what would the pass cover"."""
    asked = _ASKED_AFTER.search(question[:start])
    if asked is None or re.match(r"\s*(?:[?.!,;]|and\b|$)", question[end:]) is None:
        return end
    *rest, last = re.finditer(r"[^\s,]+", question[start:end])
    is_verb = _DONE.fullmatch(last.group()) if asked["be"] else _ASKS_WHAT.match(question)
    return start + rest[-1].end() if rest and is_verb else end


def _is_topical(word: str, after: str) -> bool:
    if word == "council" and stem(after) in _OF_COUNCIL:
        return True
    return not (word in STOP or word in FRAME or word in ACTS or (len(word) == 1 and not word.isdigit()))


def _is_named(words: Sequence[re.Match[str]], at: int) -> bool:
    """Whether a word that may be an act is of a name that began before it: "the Harbour *Work* Trust"."""
    both = words[at - 1].group(), words[at].group()
    return all(word[0].isupper() for word in both) and plain(both[1]) in ACTS


def _is_done(word: str, after: str) -> bool:
    """Whether it says what is done to something, rather than what: "included in the course"."""
    return word.endswith("ed") and after in _LINKS


def _is_of_who(words: Sequence[re.Match[str]], at: int) -> bool:
    """Whether a word is what somebody does who is asked for: "who *won* the contract"."""
    after = words[at + 1].group().lower() if at + 1 < len(words) else ""
    return at > 0 and words[at - 1].group().lower() == "who" and after in _DETERMINERS


def body_span(question: str) -> tuple[int, int]:
    """Where a question names a body, without the article before it; (0, 0) when it names none."""
    words = list(_WORD.finditer(question))
    places = _of_bodies(question, words)
    if not places:
        return 0, 0
    last = first = max(places)
    while first - 1 in places:
        first -= 1
    while plain(words[first].group()) in _LINKS:
        first += 1
    return words[first].start(), words[last].end()


def _of_bodies(question: str, words: Sequence[re.Match[str]]) -> frozenset[int]:
    """The places of the words that name a body: its sort ("panel") and the words of its name before it."""
    stems = [stem(plain(word.group())) for word in words]
    named = understand(question).named
    found: set[int] = set()
    for at, word in enumerate(stems):
        if word in _SORTS and not (
            word == "council" and at + 1 < len(words) and stems[at + 1] in _OF_COUNCIL
        ):
            found.add(at)
            back = at - 1
            while back >= 0 and (stems[back] in named or words[back].group().lower() in _LINKS):
                found.add(back)
                back -= 1
    return frozenset(found)
