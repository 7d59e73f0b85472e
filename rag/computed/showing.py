"""The words that show that an item was before a meeting, or that it is about a topic."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corpus.models import SectionKind
from corpus.parts.lines import split_lines, split_sentences
from index.library import Library
from index.models import ItemRecord, Passage
from rag.answering.compose import Quote
from rag.computed.entries import Entry
from rag.computed.exact import Words
from rag.computed.topics import About, Topic
from rag.understanding.words import stems


@dataclass(frozen=True, slots=True)
class Member:
    """One thing listed: the entry it is of, and the words that show it."""

    entry: Entry
    quotes: tuple[Quote, ...]


def show_entries(
    library: Library, words: Words, entries: Sequence[Entry], topic: Topic | None, abouts: Sequence[About]
) -> list[Member]:
    """Each entry with its title, where that is printed and says the topic, else with the words that do."""
    titled = [_title(words, entry, topic, abouts) for entry in entries]
    rest = [entry for entry, quote in zip(entries, titled, strict=True) if quote is None]
    telling = _telling(library, rest, abouts) if rest else {}
    found = []
    for entry, quote in zip(entries, titled, strict=True):
        if quote is None and (passage := telling.get(entry.matter.id)):
            quote = best_sentence(passage, topic)
        found.append(Member(entry, (quote,) if quote else ()))
    return found


def _title(words: Words, entry: Entry, topic: Topic | None, abouts: Sequence[About]) -> Quote | None:
    for item in entry.items:
        if (topic is None or is_of(item, abouts)) and (quote := words.title(item)):
            return quote
    return None


def _telling(library: Library, entries: Sequence[Entry], abouts: Sequence[About]) -> Mapping[str, Passage]:
    """For each entry the passage that says the topic, a decision before all; without a topic its first."""
    of_item = {item.key: entry for entry in entries for item in entry.items}
    ids = [id for key in of_item for about in abouts for id in _says(about, key)[:1]]
    passages = list(library.passages_by_id(ids).values()) if abouts else []
    passages = passages or library.passages_of_items(of_item)
    found: dict[str, Passage] = {}
    for passage in passages:
        found.setdefault(of_item[passage.item_key or ""].matter.id, passage)
    return found


def _says(about: About, key: str) -> list[int]:
    """Passages of an item that say the topic, those that say it best first."""
    return [
        *sorted(about.decided.get(key, ())),
        *sorted(about.headed.get(key, ())),
        *about.discussed.get(key, ()),
        *about.mentioned.get(key, ()),
    ]


def best_sentence(passage: Passage, topic: Topic | None) -> Quote:
    """The first sentence of a passage that says the topic, else its first line or sentence; a decision whole."""
    base = passage.span.start
    if passage.kind is SectionKind.DECISION:
        return Quote(passage, base, passage.span.end)
    ranges = list(split_sentences(passage.text, 0, len(passage.text)))
    for start, end in ranges:
        if topic and topic.said_in(stems(passage.text[start:end])):
            return Quote(passage, base + start, base + end)
    start, end = ranges[0] if ranges else split_lines(passage.text)[0][:2]
    return Quote(passage, base + start, base + end)


def is_of(item: ItemRecord, abouts: Sequence[About]) -> bool:
    """Whether an item's title says the topic."""
    return any(item.key in about.titled for about in abouts)
