"""The exact words that stand for a decision, an item or a meeting, wherever they are printed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from corpus.models import Document, SectionKind
from corpus.parts.dates import find_dates
from corpus.parts.lines import split_lines
from index.library import Library
from index.models import DecisionRecord, ItemRecord, Passage
from rag.answering.compose import Quote, whole
from rag.computed.sittings import Sitting

_TITLE_WITHIN = 600  # characters from an item's start in which its title stands
_PARAGRAPH = re.compile(r"\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*")
_HEADS = (SectionKind.ATTENDANCE, SectionKind.FRONT, SectionKind.AGENDA)


class Words:
    """Reads exact words from a library's documents, each fetched once."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._documents: dict[str, Document] = {}

    def document(self, id: str) -> Document:
        if id not in self._documents:
            self._documents[id] = self._library.document(id)
        return self._documents[id]

    def between(self, passage: Passage, start: int, end: int) -> Quote:
        """The words from `start` to `end` of the passage's document, told as of the passage's place."""
        if passage.span.start <= start and end <= passage.span.end:
            return Quote(passage, start, end)
        document = self.document(passage.span.document_id)
        span = document.span(start, end)
        return whole(replace(passage, id=0, span=span, text=document.slice(span)))

    def title(self, item: ItemRecord) -> Quote | None:
        """The item's title as printed; None when it is not printed where the item starts."""
        document = self.document(item.document)
        sought = r"\s+".join(map(re.escape, item.title.split()))
        found = re.compile(sought).search(
            document.text, item.start, item.start + _TITLE_WITHIN + len(item.title)
        )
        if not item.title.strip() or found is None:
            return None
        span = document.span(*found.span())
        return whole(
            Passage(0, span, found.group(), "", SectionKind.AGENDA, item.council, item.body, item.date, item.number,
                    item.agenda_number, item.title, None, item.key, item.matter, item.truncated, draft=item.draft)
        )  # fmt: skip


def decision_quotes(
    words: Words, decisions: Sequence[DecisionRecord], passages: Sequence[Passage]
) -> list[Quote | None]:
    """The words of each decision of one item, whose decision passages are given in the order printed."""
    found: list[Quote | None] = []
    at = 0  # no decision is printed before the one above it
    taken: set[tuple[str, int]] = (
        set()
    )  # and what is printed twice, "The report was noted", was decided twice
    for decision in decisions:
        ahead = [each for each in passages if each.span.start >= at]
        free = [each for each in ahead if (decision.text, each.span.start) not in taken]
        quote = _decision(words, decision, free) or _decision(words, decision, ahead)
        found.append(quote)
        if quote:
            at = quote.start
            taken.add((decision.text, at))
    return found


def _decision(words: Words, decision: DecisionRecord, ahead: Sequence[Passage]) -> Quote | None:
    """The passage that prints it, with the words that lead to it and the parts that go with it; a long one whole."""
    for passage in ahead:
        if decision.text in passage.text:
            return whole(passage)
        if decision.text.startswith(passage.text):  # cut into several passages
            return words.between(passage, passage.span.start, passage.span.start + len(decision.text))
    return None


def meeting_quotes(library: Library, held: Sequence[Sitting]) -> list[Quote]:
    """The words that head each meeting in its fullest paper: those with its date, where there are any."""
    documents = {sitting.papers[0].document for sitting in held}
    heads: dict[tuple[str, int], Passage] = {}
    for kinds in (_HEADS, ()):
        missing = {id for id in documents if not any(document == id for document, _ in heads)}
        for passage in library.passages_of_documents(missing, kinds) if missing else ():
            heads.setdefault((passage.span.document_id, passage.meeting), passage)
    places = [(sitting, sitting.papers[0]) for sitting in held]
    return [
        _head(heads[paper.document, paper.position], sitting)
        for sitting, paper in places
        if (paper.document, paper.position) in heads
    ]


def _head(passage: Passage, sitting: Sitting) -> Quote:
    """The paragraph of a heading that names the day, as far as the line that does; else its first line."""
    base = passage.span.start
    for match in _PARAGRAPH.finditer(passage.text):
        for date, _, end in find_dates(match.group()):
            if date == sitting.date:
                line = match.group().find("\n", end)
                stop = match.end() if line < 0 else match.start() + line
                return Quote(passage, base + match.start(), base + stop)
    first = split_lines(passage.text)[0]
    return Quote(passage, base + first.start, base + first.end)


def found(quotes: Iterable[Quote | None]) -> tuple[Quote, ...]:
    """Those that were found, each once."""
    once = {(each.passage.span.document_id, each.start, each.end): each for each in quotes if each}
    return tuple(once.values())
