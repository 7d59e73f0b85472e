"""Which of the items that a system found are relevant: those that hold a known span.

Relevance points at offsets of the extracted text, so that it outlives every change of passages. What is ranked
are items, for an item is what an asker can look up: passages found are taken in their order, each for the item it
overlaps, and an item counts once, at its best passage. Papers of the same matter (a minute and its copy in the
next meeting's pack) are one item. Outside items a passage stands for the known span it overlaps, else for itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from corpus.models import SourceSpan
from eval.known import Known
from eval.models import Ranking
from eval.places import resolve
from index.models import ItemRecord

DEPTH = 60  # passages looked at, for ten different items are wanted

Shelved = Mapping[str, Sequence[ItemRecord]]  # document -> its items


def shelve(items: Iterable[ItemRecord]) -> Shelved:
    """The items of each document."""
    shelved: dict[str, list[ItemRecord]] = {}
    for item in items:
        shelved.setdefault(item.document, []).append(item)
    return shelved


def rank(known: Known, found: Sequence[SourceSpan], shelved: Shelved, held: Iterable[str]) -> Ranking | None:
    """The items found, each relevant or not; None where the known answer has no spans in held documents."""
    names = list(held)
    located = [
        SourceSpan(name, None, span.start, span.end)
        for span in known.spans
        if (name := resolve(span.document, names))
    ]
    relevant = {item for span in located for item in _items(span, located, shelved)}
    if not relevant:
        return None
    ranked = dict.fromkeys(item for span in found for item in _items(span, located, shelved))
    return Ranking(tuple(item in relevant for item in ranked), len(relevant))


def _items(span: SourceSpan, known: Sequence[SourceSpan], shelved: Shelved) -> list[str]:
    """Names of what a span stands for: items, else known spans, else itself."""
    items = [
        item.matter or item.key
        for item in shelved.get(span.document_id, ())
        if item.start < span.end and span.start < item.end
    ]
    outside = [one for one in known if _overlap(one, span)] or [span]
    return items or [f"{one.document_id}:{one.start}-{one.end}" for one in outside]


def _overlap(one: SourceSpan, other: SourceSpan) -> bool:
    return one.document_id == other.document_id and one.start < other.end and other.start < one.end
