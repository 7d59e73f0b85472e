"""A follow-up tied to a place that was told of: the item that led the answer, another one told, or none."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.models import Filters
from rag.models import Answer, Notice, NoticeKind, Refusal
from rag.understanding.followups import goes_on
from rag.understanding.subject import Place, Subject, subject_of, tie, topic_of
from rag.understanding.words import stems

REMEMBERED = 20  # replies of a conversation that are looked back upon
OTHERS = 3  # items told beside the first of an answer that are looked in


@dataclass(frozen=True, slots=True)
class Whole:
    """A question that stands alone, and what was assumed to make it so."""

    text: str
    said: str | None = None  # as it was read, with the place it is tied to; None when it was left alone
    bound: Filters = Filters()  # that place
    assumed: tuple[Notice, ...] = ()
    more: bool = False  # asks for what was not told yet
    unclear: str | None = None  # why it cannot be answered: nothing says what it is about. One sentence


def tied(text: str, before: Sequence[Answer | Refusal]) -> Whole | None:
    """A question that nothing held answers as it stands, read as one about what was told last: when it goes on from
    it ("and which was the worst?") or stands on it ("who may revise it?"). None when it does neither."""
    subject = subject_of(before[-REMEMBERED:])
    if subject is None or subject.place is None or subject.items or not goes_on(text):
        return None
    return read_as(f"{text.strip(' ?!.')}, {about(subject)}?", subject.place)


def untied(whole: Whole) -> Whole | None:
    """A follow-up that the item it was tied to does not answer, asked of all the papers: "and when did it open?" is
    told by a later meeting. None when it was tied to none."""
    if whole.more or not (whole.bound.item or whole.bound.document):
        return None
    return read_as(whole.text, None)


def retied(whole: Whole, before: Sequence[Answer | Refusal]) -> Iterator[tuple[Whole, bool]]:
    """Likewise, asked first of the items that the last answer told whose titles have its topic, the latest first:
    "how much will it cost?" may be told by the second of them. With each, whether that must be surely told."""
    free = untied(whole)
    if free is None:
        return
    last = next((reply for reply in reversed(before) if isinstance(reply, Answer)), None)
    if last and last.computed is None:
        cited = (last.citations[claim.citations[0] - 1] for claim in last.claims)
        told = dict.fromkeys(
            Place(each.document, each.council, each.body, each.date, each.item, each.title)
            for each in cited
            if each.item or each.title
        )
        if any(each.filters() == whole.bound for each in told):
            latest = sorted(
                told, key=lambda each: each.date or dt.date.min, reverse=True
            )  # it may still stand
            titled = [(text, each) for each in latest if (text := _titled(whole.text, each))]
            others = [one for one in titled if (one[0], one[1].filters()) != (whole.text, whole.bound)]
            yield from ((read_as(text, each), False) for text, each in others[:OTHERS])
    yield free, True


def _titled(text: str, place: Place) -> str | None:
    """With the title of an item for the topic that is part of it: "grey bins" as "Grey Bin Collections". None where it
    is not: what else an answer told may be of another matter."""
    topic, title = topic_of(text), " ".join((place.title or "").split())
    return text.replace(topic, title, 1) if topic and stems(topic) <= stems(title) else None


def within(filters: Filters, bound: Filters) -> Filters:
    """The asker's filters, and where they leave it open the place a follow-up is tied to."""
    firsts, lasts = (filters.date_from, bound.date_from), (filters.date_to, bound.date_to)
    return Filters(
        council=filters.council or bound.council,
        body=filters.body or bound.body,
        date_from=max(filter(None, firsts), default=None),
        date_to=min(filter(None, lasts), default=None),
        item=filters.item or bound.item,
        document=filters.document or bound.document,
    )


def read_as(text: str, place: Place | None, *, more: bool = False) -> Whole:
    """What is read for a follow-up, tied to a place, and that this was assumed."""
    said = tie(text, place) if place else text
    notice = Notice(
        NoticeKind.ASSUMED, f"Your question was read as: {said if said[-1] in '.?!' else said + '.'}"
    )
    return Whole(text, said, place.filters() if place else Filters(), (notice,), more)


def about(subject: Subject) -> str:
    return f"about {subject.topic}" if subject.topic else "at the meeting"
