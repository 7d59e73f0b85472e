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
_LOOKED_THROUGH = 40


def later_notices(library: Library, choice: Choice) -> tuple[Notice, ...]:
    """One notice for each told decision that a later decision, not told beside it, says it undoes."""
    told = [
        each.passage
        for each in choice.evidence
        if each.passage.kind is SectionKind.DECISION and each.passage.date
    ]
    return tuple(notice for passage in told for notice in _undone(library, passage, told))


def _undone(library: Library, passage: Passage, told: Sequence[Passage]) -> list[Notice]:
    date = passage.date or dt.date.max
    after = Filters(date_from=date + dt.timedelta(days=1)) if date < dt.date.max else Filters()
    for hit in library.store.matching(_WORDS, _LOOKED_THROUGH, after):
        later = hit.passage
        if later.kind is not SectionKind.DECISION or later.id in {each.id for each in told}:
            continue
        names_it = passage.item is not None and re.search(
            rf"(?<![\w/]){re.escape(passage.item)}(?![\w/])", later.text
        )
        if (
            _UNDOES.search(later.text)
            and names_it
            and any(found == date for found, _, _ in find_dates(later.text))
        ):
            date_of = say_date(later.date) if later.date else None
            where = ", ".join(filter(None, (later.body, date_of, say_item(later.item, None))))
            text = (
                f"A later decision ({where}) undoes that of {say_date(date)}, {say_item(passage.item, None)}."
            )
            return [Notice(NoticeKind.SUPERSEDED, text)]
    return []
