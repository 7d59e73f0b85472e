"""The items of the meetings asked about, each matter once, with its decisions and where they are printed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from corpus.models import SectionKind
from index.library import Library
from index.models import DecisionRecord, Filters, ItemRecord, MatterRecord, Passage
from rag.answering.compose import Quote
from rag.computed.exact import Words, decision_quotes


@dataclass(frozen=True, slots=True)
class Entry:
    """One matter before one meeting."""

    matter: MatterRecord
    items: tuple[ItemRecord, ...]  # of the papers that may be told from, the fullest first

    @property
    def item(self) -> ItemRecord:
        return self.items[0]

    @property
    def minuted(self) -> bool:
        return any(item.words for item in self.items)

    @property
    def deciding(self) -> ItemRecord | None:
        """The paper's item whose decisions are the matter's."""
        taken = [item for item in self.items if item.decisions]
        if not taken:
            return None
        return max(taken, key=lambda item: len(item.decisions)) if self.matter.truncated else taken[0]

    @property
    def sitting(self) -> str:
        return self.item.sitting or self.item.document


@dataclass(frozen=True, slots=True)
class Ruling:
    """One decision of an entry, and the item of the paper that prints it."""

    entry: Entry
    item: ItemRecord
    place: int  # among the item's decisions, from 0

    @property
    def decision(self) -> DecisionRecord:
        return self.item.decisions[self.place]


def entries_in(
    library: Library, places: Sequence[Filters], among: Collection[str] | None = None
) -> list[Entry]:
    """The matters within any of the places, by date; only those with an item `among` the keys, if they are given.
    Where a document is asked for, only that is told from."""
    matters = (
        [matter for place in places for matter in library.matters(place)]
        if among is None
        else library.matters_of(among)
    )
    documents = {place.document for place in places}
    within = None if None in documents else {item.key for place in places for item in library.items(place)}
    found: dict[str, Entry] = {}
    for matter in matters:
        items = tuple(paper.item for paper in matter.papers if within is None or paper.item.key in within)
        if items:
            found.setdefault(matter.id, Entry(matter, items))
    return sorted(found.values(), key=lambda entry: (entry.matter.date is None, entry.matter.date or 0))


def rulings_of(entries: Iterable[Entry]) -> list[Ruling]:
    """Every decision of the entries, in order."""
    deciding = ((entry, entry.deciding) for entry in entries)
    return [
        Ruling(entry, item, place) for entry, item in deciding if item for place in range(len(item.decisions))
    ]


def locate(library: Library, words: Words, rulings: Sequence[Ruling]) -> list[Quote | None]:
    """The exact words of each decision; None where they are not found as one run."""
    items = {ruling.item.key: ruling.item for ruling in rulings}
    printed: dict[str, list[Passage]] = defaultdict(list)
    for passage in library.passages_of_items(items, (SectionKind.DECISION,)):
        printed[passage.item_key or ""].append(passage)
    quotes = {key: decision_quotes(words, item.decisions, printed[key]) for key, item in items.items()}
    return [quotes[ruling.item.key][ruling.place] for ruling in rulings]
