"""Later decisions that undo one that is told: a reader of the first must know of the second."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from corpus.models import SectionKind
from corpus.parts.dates import find_dates
from index.library import Library
from index.models import Filters, Passage
from rag.answering.choose import Choice
from rag.answering.places import say_date, say_item
from rag.models import Notice, NoticeKind

_WORDS = (
    "rescind",
    "rescinded",
    "revoke",
    "revoked",
    "reverse",
    "reversed",
    "aside",
    "overturn",
    "overturned",
)
_UNDOES = re.compile(
    r"\b(?:rescind\w*|revok\w*|revers(?:e|ed|ing)|overturn\w*|set(?:ting)? aside)\b", re.IGNORECASE
)


def later_notices(library: Library, choice: Choice) -> tuple[Notice, ...]:
    """What is to be said of decisions chosen that were undone later."""
    return notices_of_later(library, [each.passage for each in choice.evidence])


def notices_of_later(library: Library, told: Sequence[Passage]) -> tuple[Notice, ...]:
    """One notice for each decision told that a later decision, told beside it or not, says it undoes."""
    decisions = [each for each in told if each.kind is SectionKind.DECISION and each.date and each.item]
    if not decisions:
        return ()
    first = min(each.date for each in decisions if each.date)
    after = Filters(date_from=first + dt.timedelta(days=1)) if first < dt.date.max else Filters()
    saying = library.saying([[(word,) for word in _WORDS]], after)
    says = [each.id for each in saying if each.kind is SectionKind.DECISION and each.itself]
    undoing = [each for each in library.passages_by_id(says).values() if _UNDOES.search(each.text)]
    found = (next((later for later in undoing if _names(later, each)), None) for each in decisions)
    pairs = zip(decisions, found, strict=True)
    return tuple(dict.fromkeys(_notice(passage, later) for passage, later in pairs if later))


def _names(later: Passage, passage: Passage) -> bool:
    """Whether a later decision names the item and the day of another."""
    if later.date is None or passage.date is None or later.date <= passage.date or passage.item is None:
        return False
    named = re.search(rf"(?<![\w/]){re.escape(passage.item)}(?![\w/])", later.text)
    return named is not None and any(date == passage.date for date, _, _ in find_dates(later.text))


def _notice(passage: Passage, later: Passage) -> Notice:
    date_of = say_date(later.date) if later.date else None
    where = ", ".join(filter(None, (later.body, date_of, say_item(later.item, None))))
    day = say_date(passage.date) if passage.date else "an unknown day"
    text = f"A later decision ({where}) undoes that of {day}, {say_item(passage.item, None)}."
    return Notice(NoticeKind.SUPERSEDED, text)
