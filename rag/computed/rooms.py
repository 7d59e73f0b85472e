"""The decision that a question is about, found by its words, with the words of the minutes that lead to it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

from corpus.models import SectionKind
from index.library import Library
from index.models import Filters, Passage
from rag.answering.compose import Quote
from rag.computed.entries import Entry, Ruling, entries_in, locate, rulings_of
from rag.computed.exact import Words
from rag.understanding.content import Word
from rag.understanding.lexicon import Lexicon
from rag.understanding.question import Question
from rag.understanding.thesaurus import Phrase
from rag.understanding.words import stems

ENOUGH = 0.7  # of the weight of a matter's words, for a decision to be the one asked about
AS_GOOD = 0.95  # of the best share, for a further decision to be meant as well
_FORM = re.compile(  # lines of a decision's form: who moved it, that it was resolved, what each side voted
    r"(?:Proposed|Seconded|Moved)\s+by\b|And\b.{0,40}\bresolved\b\W*$|(?:The\s+)?(?:result|vote|voting)\b.{0,120}:$"
    r"|(?:For|Against|In\s+favour|Abst\w+)\b.{0,12}$|[\W\d]*$",
    re.IGNORECASE,
)
_PARAGRAPH = re.compile(r"\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*")
_LED = 0.9  # how much it counts that a passage which leads to a decision says the words
_LED_BY_ALL = 0.8  # likewise, that all such passages say them together
_LOOKED_AT = 60  # passages that say some of the words best
_ITEMS = 10  # items read for their decisions
_REACH = 6_000  # characters before a decision that may lead to it
_BEHIND = 1_500  # characters after it that may speak of it


@dataclass(frozen=True, slots=True)
class Room:
    """A decision with the words before it and behind it that belong to no other."""

    ruling: Ruling
    quote: Quote
    start: int  # offsets in the document: of the words that lead to it
    end: int  # of those behind it
    text: str  # all of them, the decision's own among them
    share: float  # of the weight of the matter's words that are said here, 0 to 1
    printed: tuple[Passage, ...]  # the item's minutes

    def words(self, read: Words, start: int, end: int) -> Quote:
        """The words from `start` to `end` of `text`, told as of the passage they stand in."""
        first = self.start + start
        ahead = [each for each in self.printed if each.span.start <= first]
        within = ahead[-1] if ahead and first < ahead[-1].span.end else None
        place = within or replace(self.quote.passage, kind=SectionKind.DISCUSSION, decision=None)
        return read.between(place, first, self.start + end)

    def of_its_block(self, quote: Quote) -> Quote:
        """The words told as part of the decision where only its form stands between: "Proposed by", "Seconded by",
        "And Resolved:" above it, the names of who voted below it."""
        own = self.quote
        above = self.text[max(0, quote.start - self.start) : max(0, own.start - self.start)]
        below = self.text[max(0, own.end - self.start) : max(0, quote.end - self.start)]
        between = above if quote.end <= own.start else below if own.end <= quote.start else ""
        lines = [line for line in map(str.strip, between.split("\n")) if line]
        if not lines or not all(_FORM.match(line) or _only_names(line) for line in lines):
            return quote
        told = replace(quote.passage, kind=SectionKind.DECISION, decision=own.passage.decision)
        return replace(quote, passage=told)


def _only_names(line: str) -> bool:
    """Whether a line lists people and says nothing of them."""
    words = re.findall(r"[^\W\d_][\w’'-]*", line)
    return bool(words) and all(word[0].isupper() or word in ("and", "agus") for word in words)


@dataclass(frozen=True, slots=True)
class Sought:
    """The words a matter is known by, each with what says it and its weight."""

    words: tuple[tuple[frozenset[Phrase], float], ...]
    plain: tuple[str, ...]  # as the question has them

    @property
    def sayings(self) -> list[str]:
        """Every word that may say any of it, for a search."""
        return [*self.plain, *(part for phrases, _ in self.words for phrase in phrases for part in phrase)]

    def share(self, said: frozenset[str]) -> float:
        """How much of the words' weight a set of stems says, 0 to 1."""
        total = sum(weight for _, weight in self.words)
        met = sum(
            weight for phrases, weight in self.words if any(said.issuperset(phrase) for phrase in phrases)
        )
        return met / total if total else 0.0


def sought_words(asked: Question, words: Sequence[Word], lexicon: Lexicon) -> Sought:
    """The rarer a word is in the papers, the more it weighs."""
    weighed = tuple((lexicon.equals(asked, word), lexicon.rarity(word.stem)) for word in words)
    return Sought(weighed, tuple(word.plain for word in words))


def find_rooms(
    library: Library, sought: Sought, places: Sequence[Filters], as_good: float = AS_GOOD
) -> list[Room]:
    """The decisions whose own words, title and lead say most of what is sought, the best first and those as good (a
    share of the best, 0 to 1); [] when none says enough of it."""
    rulings = rulings_of(_entries(library, sought, places))
    rooms = rooms_of(library, Words(library), rulings, sought)
    best = max((room.share for room in rooms), default=0.0)
    if best < ENOUGH:
        return []
    return sorted((room for room in rooms if room.share >= as_good * best), key=lambda room: -room.share)


def find_talk(
    library: Library, sought: Sought, places: Sequence[Filters], tells: Callable[[str], bool]
) -> list[Quote]:
    """The paragraphs of minutes that say most of what is sought and tell something of it, where no decision does."""
    found: dict[tuple[str, int], tuple[float, Quote]] = {}
    for place in places:
        for hit in library.store.matching(sought.sayings, _LOOKED_AT, place):
            passage = hit.passage
            if passage.kind is not SectionKind.DISCUSSION:
                continue
            for match in _PARAGRAPH.finditer(passage.text):
                share = sought.share(stems(f"{passage.heading}\n{match.group()}"))
                if share >= ENOUGH and tells(match.group()):
                    base = passage.span.start
                    quote = Quote(passage, base + match.start(), base + match.end())
                    found[passage.span.document_id, quote.start] = share, quote
    best = max((share for share, _ in found.values()), default=0.0)
    return [quote for share, quote in found.values() if share >= AS_GOOD * best]


def rooms_of(
    library: Library, words: Words, rulings: Sequence[Ruling], sought: Sought | None = None
) -> list[Room]:
    """The rooms of decisions whose words are found, by item; each ends where the item's next decision starts."""
    items = {ruling.item.key: ruling.item for ruling in rulings}
    entries = {ruling.item.key: ruling.entry for ruling in rulings}
    every = [
        Ruling(entries[key], item, place)
        for key, item in items.items()
        for place in range(len(item.decisions))
    ]
    printed = _printed(library, items)
    wanted = {(ruling.item.key, ruling.place) for ruling in rulings}
    by_item: dict[str, list[tuple[Ruling, Quote]]] = defaultdict(list)
    for ruling, quote in zip(every, locate(library, words, every), strict=True):
        if quote:
            by_item[ruling.item.key].append((ruling, quote))
    rooms = [room for key, told in by_item.items() for room in _rooms(words, told, printed[key], sought)]
    return [room for room in rooms if (room.ruling.item.key, room.ruling.place) in wanted]


def _entries(library: Library, sought: Sought, places: Sequence[Filters]) -> list[Entry]:
    """The items whose passages say the words best."""
    keys: dict[str, float] = {}
    for place in places:
        for hit in library.store.matching(sought.sayings, _LOOKED_AT, place):
            share = sought.share(stems(f"{hit.passage.heading}\n{hit.passage.text}"))
            if (key := hit.passage.item_key) and share > keys.get(key, 0.0):
                keys[key] = share
    best = sorted(keys, key=lambda key: -keys[key])[:_ITEMS]
    return entries_in(library, places, best)


def _printed(library: Library, keys: Collection[str]) -> dict[str, list[Passage]]:
    printed: dict[str, list[Passage]] = defaultdict(list)
    for passage in library.passages_of_items(
        keys, (SectionKind.DISCUSSION, SectionKind.INTEREST, SectionKind.DECISION)
    ):
        printed[passage.item_key or ""].append(passage)
    return printed


def _rooms(
    words: Words, told: Sequence[tuple[Ruling, Quote]], printed: Sequence[Passage], sought: Sought | None
) -> list[Room]:
    item = told[0][0].item
    text = words.document(item.document).text
    found = []
    for at, (ruling, quote) in enumerate(told):
        before = told[at - 1][1].end if at and told[at - 1][1].end <= quote.start else item.start
        after = told[at + 1][1].start if at + 1 < len(told) else item.end
        start, end = max(before, quote.start - _REACH), max(quote.end, min(after, quote.end + _BEHIND))
        lead = [each for each in printed if start <= each.span.start < quote.start]
        share = _share(sought, quote, lead) if sought else 1.0
        found.append(Room(ruling, quote, start, end, text[start:end], share, tuple(printed)))
    return found


def _share(sought: Sought, quote: Quote, lead: Sequence[Passage]) -> float:
    """How much of what is sought the decision says with its title and heading, or a passage that leads to it."""
    own = sought.share(stems(f"{quote.passage.heading}\n{quote.text}"))
    led = max((sought.share(stems(f"{each.heading}\n{each.text}")) for each in lead), default=0.0)
    told = stems("\n".join([quote.passage.heading, quote.text, *(each.text for each in lead)]))
    return max(own, _LED * led, _LED_BY_ALL * sought.share(told))


def line_of(text: str, start: int, end: int) -> tuple[int, int]:
    """The range widened to whole lines."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    last = len(text) if last < 0 else last
    while first < last and text[first].isspace():
        first += 1
    return first, len(text[:last].rstrip())


def sentence_with(text: str, pattern: re.Pattern[str]) -> tuple[int, int] | None:
    """The last sentence or paragraph of a text in which the pattern is found."""
    found = None
    for match in re.finditer(r"\S(?:[^.\n]|\.(?!\s)|\n(?!\s*\n))*\.?", text):
        if pattern.search(match.group()):
            found = match.span()
    return found
