"""What a work programme plans for a day: the rows printed under that day, and no others of the programme."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from corpus.models import SectionKind
from corpus.parts.dates import find_dates
from corpus.parts.lines import heads_rows
from index.models import Passage
from rag.answering.compose import Quote
from rag.computed.scope import OF_MEETINGS, Scope, at_any_time
from rag.computed.told import Request, Told
from rag.retrieval.evidence import units
from rag.understanding.words import stems

_ASKS = re.compile(r"\b(?:work|forward)\s+(?:programme|plan)\b|\b(?:planned|scheduled|due)\b", re.IGNORECASE)
_IDLE = OF_MEETINGS | stems(
    "work forward programme program plan planned scheduled due coming come item business meeting list listed committee "
    "council agenda considered discussed look"
)


def tell_programme(request: Request) -> Told | None:
    """The days asked about and the rows planned for them; None for any other question, and where none is planned."""
    asked = request.asked
    if not asked.dates or not _ASKS.search(asked.text):
        return None
    if any(word.stem not in asked.named | _IDLE for word in asked.content):
        return None
    scope = at_any_time(request)
    if not isinstance(scope, Scope):
        return None
    passages = {
        each.id: each
        for place in scope.places
        for each in request.library.passages_of_kind(SectionKind.WORK_PROGRAMME, place)
    }
    ordered = sorted(passages.values(), key=lambda each: (each.span.document_id, each.span.start))
    rows = [
        quote
        for _, these in groupby(ordered, key=lambda each: (each.span.document_id, each.item_key))
        for day, quote in _rows_by_day(list(these))
        if any(span.first <= day <= span.last for span in asked.dates)
    ]
    return Told(tuple(rows)) if len(rows) > 1 else None


def _rows_by_day(passages: Sequence[Passage]) -> Iterator[tuple[dt.date, Quote]]:
    """Each day of one programme, and the rows that stand under it, without those that title its columns."""
    day: dt.date | None = None
    titles, titled = "", False
    for passage in passages:
        for start, end in units(passage):
            words = passage.text[start:end]
            if heads_rows(words):
                day, titled = next((date for date, _, _ in find_dates(words)), None), False
                if day:
                    yield day, Quote(passage, passage.span.start + start, passage.span.start + end)
            elif "\t" not in words.strip() or (words == titles and titled):
                day = None  # another table begins
            elif day and not titled:
                titles, titled = words, True
            elif day:
                row, _, below = words.rstrip().rpartition("\n")
                ends = bool(row) and "\t" not in below  # one cell alone heads other rows: "Not yet dated"
                stop = start + len(row) if ends else end
                yield day, Quote(passage, passage.span.start + start, passage.span.start + stop)
                day = None if ends else day
