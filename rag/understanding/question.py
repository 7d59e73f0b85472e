"""A question, understood without a language model: its words, what sort of answer it wants, and
which place in the record (date, item, body) it names."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from rag.models import QuestionError
from rag.understanding.asking import asks_of_meeting, read_attribute, read_recent, read_speaker
from rag.understanding.background import leave_out_past, leave_out_then
from rag.understanding.bodies import Body, acts, read_bodies
from rag.understanding.content import Word, read_words
from rag.understanding.days import impossible_day, mend_times
from rag.understanding.differing import leave_out_differing
from rag.understanding.framing import asks_for_the_end, leave_out_framing
from rag.understanding.meetings import asks_for_next, asks_last_of_matter, read_order
from rag.understanding.references import Part, PartKind, read_items, read_part
from rag.understanding.relative import Nth, PartOfYear, Relative, read_parts
from rag.understanding.wanted import Wanted, read_wanted
from rag.understanding.when import Span, read_spans

MAX_CHARACTERS = 1_000

# A verb made of words that say nothing alone, and a name in letters.
_TAKES_OVER = re.compile(r"\b(?:takes?|taking|taken|took)\s+over(?:\s+from)?\b", re.IGNORECASE)
_AGM = re.compile(r"\bA\.?G\.?M\.?(?=\W|$)")


@dataclass(frozen=True, slots=True)
class Question:
    """A question as its words tell it. `resolve` puts it to a library: then `dates` and `bodies` are all that bind,
    and `times`, `order` and `guesses` are gone."""

    text: str
    words: tuple[Word, ...]
    wanted: Wanted
    dates: tuple[Span, ...]
    items: tuple[str, ...]  # references as printed: "27", "CYP/19/22"
    part: Part | None  # "decision 2", "paragraph 2.6"
    bodies: tuple[Body, ...]
    body_acts: bool  # a body named did it: "did the Panel agree", rather than "who chairs the Panel"
    speaker: frozenset[str]  # stems of who is asked to have said it: "what did Councillor Ash say"
    attribute: str | None  # stem of what is asked of something: "the address of", "rated outstanding"
    recent: bool  # asks how things stand, or how they ended
    of_meeting: bool  # the dates say when the meeting was, rather than when something happened
    times: tuple[Relative, ...] = ()  # those that only a library can place
    order: Nth | None = None  # "the last meeting", likewise
    guesses: tuple[Body, ...] = ()  # what may be a body: "the Panel", "CYP"
    councils: tuple[Body, ...] = ()
    impossible: str | None = None  # a day that no calendar has
    of_past: bool = False  # the dates only tell when the matter was put whose outcome is asked for
    differing: bool = False  # it says that papers differ, or that there are several answers

    @property
    def content(self) -> tuple[Word, ...]:
        """The words that say what the question is about."""
        return tuple(word for word in self.words if not word.is_frame)

    @property
    def decision(self) -> str | None:
        """The number of the decision named: "2" of "decision 2"."""
        return self.part.number if self.part and self.part.kind is PartKind.DECISION else None

    @property
    def held(self) -> frozenset[str]:
        """The names of the held bodies that it names; none before it is resolved."""
        return frozenset(name for body in self.bodies for name in body.held)

    @property
    def named(self) -> frozenset[str]:
        """The stems of the bodies that it names."""
        return frozenset().union(*(body.stems for body in self.bodies))

    @property
    def is_of_a_place(self) -> bool:
        """Whether it is about no matter, but a meeting, an item or a body: "what did Cabinet decide in May 2019?"."""
        return all(word.stem in self.named for word in self.content)


def read_question(text: str) -> Question:
    """Understand a question.

    Raises:
        QuestionError: it is blank, has no words, or is longer than MAX_CHARACTERS.
    """
    return understand(clean(text))


def understand(text: str) -> Question:
    """Understand a question that `clean` has let pass; mended, it may have grown."""
    whole, text = text, leave_out_differing(text)
    differing, text = text != whole, leave_out_then(text)
    said = mend_times(_TAKES_OVER.sub("replaces", _AGM.sub("annual meeting", text)))
    present = leave_out_past(said)
    wanted = read_wanted(present or said)
    of_meeting = asks_of_meeting(said, wanted) and present is None
    order, rest = read_order(leave_out_framing(said))
    times, rest = read_parts(rest, of_meeting=of_meeting)
    dates, rest = read_spans(rest)
    if order is None and not dates and not times and asks_for_next(said):
        order = Nth("next meeting", announces=True)
    items, rest = read_items(" ".join(rest.split()))
    part, rest = read_part(rest)
    named = read_bodies(rest)
    return Question(
        said,
        read_words(rest),
        wanted,
        tuple(dict.fromkeys(dates)),
        items,
        part,
        named.bodies,
        acts(rest),
        read_speaker(said),
        read_attribute(said),
        present is not None
        or read_recent(said)
        or asks_for_the_end(said)
        or asks_last_of_matter(said)
        or (order is not None and order.announces),
        of_meeting
        or order is not None
        or any(isinstance(each, PartOfYear) and each.latest for each in times),
        times,
        order,
        named.guesses,
        named.councils,
        impossible_day(said),
        present is not None,
        differing,
    )


def clean(text: str) -> str:
    """The question on one line, without control characters or marks that show nothing.

    Raises:
        QuestionError: it is blank, has no words, or is longer than MAX_CHARACTERS.
    """
    shown = "".join(c for c in unicodedata.normalize("NFKC", text) if unicodedata.category(c) != "Cf")
    cleaned = " ".join("".join(" " if unicodedata.category(c)[0] == "C" else c for c in shown).split())
    if not cleaned:
        raise QuestionError(
            "The question is blank; ask something, such as: what was decided about school places?"
        )
    if len(cleaned) > MAX_CHARACTERS:
        raise QuestionError(
            f"The question has {len(cleaned):,} characters; ask in at most {MAX_CHARACTERS:,}."
        )
    if not re.search(r"\w", cleaned):
        raise QuestionError(
            "The question has no words in it; ask something, such as: who chaired the last meeting?"
        )
    return cleaned
