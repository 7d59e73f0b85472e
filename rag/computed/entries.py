"""The items of the meetings asked about, each matter once, with its decisions and where they are printed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from corpus.models import SectionKind
from index.library import Library
from index.models import DecisionRecord, Filters, ItemRecord, MatterRecord, Passage
from rag.answering.compose import Quote
from rag.computed.exact import Words, decision_quotes

_LETTER = re.compile(r"[a-z]|[ivx]+", re.IGNORECASE)


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

    @property
    def lettered(self) -> bool:
        """Whether it is part (b) of a resolution, rather than decision 2 of several."""
        return _is_lettered(self.decision)

    @property
    def resolution(self) -> tuple[str, int]:
        """The decision as a person counts them, by its item and its first place: all the lettered parts of a
        resolution are one."""
        decisions, first = self.item.decisions, self.place
        while (
            first
            and all(map(_is_lettered, decisions[first - 1 : first + 1]))
            and not _starts(decisions, first)
        ):
            first -= 1
        return self.entry.matter.id, first


def _is_lettered(decision: DecisionRecord) -> bool:
    return _LETTER.fullmatch(decision.number or "") is not None


def _starts(decisions: Sequence[DecisionRecord], place: int) -> bool:
    """Whether the letters begin again: at (a), or at (i) that does not follow (h)."""
    before, number = ((each.number or "").casefold() for each in decisions[place - 1 : place + 1])
    return number == "a" or (number == "i" and before != "h")


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


def by_decision(rulings: Iterable[Ruling]) -> list[tuple[Ruling, ...]]:
    """The rulings as a person counts decisions, in order: the lettered parts of one resolution together."""
    found: dict[tuple[str, int], list[Ruling]] = defaultdict(list)
    for ruling in rulings:
        found[ruling.resolution].append(ruling)
    return [tuple(parts) for parts in found.values()]


def locate(library: Library, words: Words, rulings: Sequence[Ruling]) -> list[Quote | None]:
    """The exact words of each decision; None where they are not found as one run."""
    items = {ruling.item.key: ruling.item for ruling in rulings}
    printed: dict[str, list[Passage]] = defaultdict(list)
    for passage in library.passages_of_items(items, (SectionKind.DECISION,)):
        printed[passage.item_key or ""].append(passage)
    quotes = {key: decision_quotes(words, item.decisions, printed[key]) for key, item in items.items()}
    return [quotes[ruling.item.key][ruling.place] for ruling in rulings]
