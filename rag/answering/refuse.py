"""When the record does not answer, say so: the one refusal, its reason, coverage and nearest items."""

from __future__ import annotations

from collections.abc import Sequence

from index.library import Library
from index.models import Filters
from index.names import nearest_names
from rag.answering.places import say_coverage, say_date
from rag.models import Nearest
from rag.retrieval.retrieve import Candidate
from rag.retrieval.spoken import matters_referred
from rag.understanding.councils import say_unheld
from rag.understanding.question import Question
from rag.understanding.when import Span

REFUSAL = "The papers held do not answer this."
NEAREST = 3
_NAMED = 5  # bodies or councils held that a refusal lists
_SHOWN = 60  # characters of a filter's name


def say_refusal(library: Library, question: Question, filters: Filters, reason: str | None = None) -> str:
    """The refusal with the `reason` and those that can be told for certain, and what the library covers."""
    parts = [REFUSAL, reason] if reason else [REFUSAL]
    held = library.coverage(filters)
    if filters and not held.documents:
        parts += _unfit(library, filters)
        held = library.coverage()
    for item in question.items:
        if not library.items(Filters(item=item)) and not matters_referred(library, (item,)):
            parts.append(f"No item {item} is held.")
    if not question.held:
        parts += [f"No papers of {body.words} are held." for body in question.bodies]
    parts += [say_unheld(council, held.councils) for council in question.councils if not council.held]
    if question.of_meeting:
        for span in question.dates:
            if not library.meetings(Filters(date_from=span.first, date_to=span.last)):
                parts.append(f"No meeting {_during(span)} is held.")
    parts.append(f"Held: {say_coverage(held)}.")
    return " ".join(parts)


def _unfit(library: Library, filters: Filters) -> list[str]:
    """Which of the filters nothing held fits, and what is held instead: of the nearest name, or of the first few."""
    held, said = library.coverage(), []
    for called, name, names in (
        ("body", filters.body, held.bodies),
        ("council", filters.council, held.councils),
    ):
        alone = Filters(body=name) if called == "body" else Filters(council=name)
        if name is not None and not library.coverage(alone).documents:
            said.append(f"No {called} called “{_shown(name)}” is held{_instead(name, names)}.")
    if filters.item is not None and not library.coverage(Filters(item=filters.item)).documents:
        said.append(f"No item {_shown(filters.item)} is held.")
    days = Filters(date_from=filters.date_from, date_to=filters.date_to)
    if days and not library.coverage(days).documents:
        said.append("No meeting in the time set is held.")
    return said or ["No paper held fits the filters set."]


def _shown(name: str) -> str:
    words = " ".join(name.split())
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"


def _instead(wanted: str, names: Sequence[str]) -> str:
    if near := nearest_names(wanted, names):
        return f"; the nearest by name: {', '.join(near)}"
    more = f" and {len(names) - _NAMED:,} more" if len(names) > _NAMED else ""
    return f"; held: {', '.join(names[:_NAMED])}{more}" if names else ""


def _during(span: Span) -> str:
    if span.first == span.last:
        return f"of {say_date(span.first)}"
    return f"in the time asked about ({span.words})"


def nearest_items(candidates: Sequence[Candidate]) -> tuple[Nearest, ...]:
    """The items of the best candidates, each once."""
    found: dict[str, Nearest] = {}
    for candidate in candidates:
        passage = candidate.passage
        if passage.item_key and passage.title:
            near = Nearest(passage.span.document_id, passage.item, passage.title, passage.date)
            found.setdefault(passage.matter or passage.item_key, near)
        if len(found) == NEAREST:
            break
    return tuple(found.values())
