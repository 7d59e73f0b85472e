"""Find passages: by meaning, by the question's own words and by words that stand for them, fused by rank."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from corpus.dates import MONTH_YEAR, MONTHS, find_dates
from index.library import Library
from index.models import Filters, Hit, Passage
from rag.lexicon import Term
from rag.question import Question, Span, Wanted

DEPTH = 40  # hits taken from each search
LINKED = 12  # best candidates whose items' decisions are read as well
RRF = 60  # Cormack, Clarke and Büttcher, "Reciprocal rank fusion", SIGIR 2009


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage worth reading: its cosine with the question and its fused score (both higher is better)."""

    passage: Passage
    cosine: float
    fused: float


@dataclass(frozen=True, slots=True)
class Found:
    candidates: tuple[Candidate, ...]  # best first; all satisfy the filters and the question's own places
    nearest: tuple[Candidate, ...]  # what came up when the question's own places are left aside


def retrieve(library: Library, question: Question, terms: Sequence[Term], filters: Filters) -> Found:
    """Candidates for a question.

    The user's filters bind exactly. A date or item number in the question binds too: a passage must
    stand in that meeting or item, or say the date or number in its own words.
    """
    vector = library.embedder.embed_query(question.text)
    own = [term.word.plain for term in terms]
    others = [stem for term in terms for phrase in term.credits for stem in phrase]

    def search(within: Filters, depth: int = DEPTH) -> list[Candidate]:
        meaning = library.store.nearest(vector, depth * 3, within)
        lists = [meaning[:depth], library.store.matching(own, depth, within), library.store.matching(others, depth, within)]
        return _fuse(lists, {hit.passage.id: hit.score for hit in meaning})

    free = search(filters)
    if not (question.dates or question.items):
        return Found(tuple(free), tuple(free))
    saying = _items_saying(library, question, filters)
    pool = [*free, *(each for narrowed in _narrowed(question, filters) for each in search(narrowed))]
    kept = {each.passage.id: each for each in pool if _stands_in(each.passage, question, saying)}
    return Found(tuple(sorted(kept.values(), key=lambda each: -each.fused)), tuple(free))


def with_decisions(library: Library, candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The candidates, and every decision of the items that the best of them come from.

    "To note the presentation" shares no word with the question, and the same matter's decision may stand in
    another paper than its report: both are reached through the item. A decision inherits its item's cosine.
    """
    held = {each.passage.id for each in candidates}
    found = list(candidates)
    cosine: dict[str, float] = {}
    for each in candidates[:LINKED]:
        for key in filter(None, (each.passage.item_key, each.passage.matter)):
            cosine[key] = max(each.cosine, cosine.get(key, 0.0))
    for passage in library.decisions([each.passage.item_key for each in candidates[:LINKED] if each.passage.item_key]):
        if passage.id not in held:
            best = max((cosine[key] for key in (passage.item_key, passage.matter) if key in cosine), default=0.0)
            found.append(Candidate(passage, best, 0.0))
    return tuple(found)


def _items_saying(library: Library, question: Question, filters: Filters) -> frozenset[str]:
    """Items whose words name a time the question names; none when the question's dates are a meeting's."""
    if question.of_meeting or question.wanted is Wanted.PLANNED:
        return frozenset()
    return frozenset(
        hit.passage.item_key
        for span in question.dates
        for hit in library.store.matching(span.words.split(), 3 * DEPTH, filters)
        if hit.passage.item_key and says_date(hit.passage.text, span)
    )


def _fuse(lists: Iterable[Sequence[Hit]], cosines: dict[int, float]) -> list[Candidate]:
    scores: dict[int, float] = {}
    passages: dict[int, Passage] = {}
    for hits in lists:
        for hit in hits:
            passages[hit.passage.id] = hit.passage
            scores[hit.passage.id] = scores.get(hit.passage.id, 0.0) + 1.0 / (RRF + hit.rank)
    floor = min(cosines.values(), default=0.0)
    found = [Candidate(passages[key], cosines.get(key, floor), score) for key, score in scores.items()]
    return sorted(found, key=lambda each: -each.fused)


def _narrowed(question: Question, filters: Filters) -> list[Filters]:
    """The filters a question's dates and items ask for, each within the user's own."""
    spans: Sequence[Span | None] = question.dates or (None,)
    items: Sequence[str | None] = question.items or (None,)
    return [
        replace(
            filters,
            date_from=max(filter(None, (filters.date_from, span.first if span else None)), default=None),
            date_to=min(filter(None, (filters.date_to, span.last if span else None)), default=None),
            item=filters.item or item,
        )
        for span in spans
        for item in items
    ]


def _stands_in(passage: Passage, question: Question, saying: frozenset[str]) -> bool:
    in_dates = not question.dates or passage.item_key in saying or any(
        _is_of(passage, span) or (not question.of_meeting and says_date(f"{passage.heading}\n{passage.text}", span)) for span in question.dates
    )  # fmt: skip
    in_items = not question.items or any(_is_item(passage, item) for item in question.items)
    return in_dates and in_items


def _is_of(passage: Passage, span: Span) -> bool:
    return passage.date is not None and span.first <= passage.date <= span.last


def _is_item(passage: Passage, item: str) -> bool:
    printed = [each.upper() for each in (passage.item, passage.agenda_number) if each]
    return item in printed or ("/" in item and item in passage.text.upper())


def says_date(text: str, span: Span) -> bool:
    """Whether the words name a time within the span: the day, the month or the year. An open span is never named."""
    if span.first == dt.date.min or span.last == dt.date.max:
        return False
    if any(span.first <= date <= span.last for date, _, _ in find_dates(text, slashes=True)):
        return True
    if span.first == span.last:
        return False
    for match in MONTH_YEAR.finditer(text):
        month = (int(match["year"]), MONTHS[match["month"].lower()])
        if (span.first.year, span.first.month) <= month <= (span.last.year, span.last.month):
            return True
    if span.first.month == span.last.month and re.search(rf"(?<!\d){span.first.year}(?!\d)", text):
        return re.search(rf"\b{span.first:%B}\b", text) is not None  # "September" over a column, "2022" in a row
    one_year = span.first.year == span.last.year and span.first.month == 1 and span.last.month == 12
    return one_year and re.search(rf"(?<!\d){span.first.year}(?!\d)", text) is not None
