"""How many such things one meeting's minutes tell of, each in a sentence that opens like the others: "Circulated,
report of the Chair of the Harbour Panel", "Circulated, report of the Chair of the Ferries Panel"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from corpus.models import SectionKind
from corpus.parts.lines import fold, split_sentences
from index.models import Passage
from rag.answering.compose import Quote
from rag.computed.saying import MOST, count_of, say_found
from rag.computed.scope import OF_MEETINGS, scope_of
from rag.computed.told import Request, Silence, Told
from rag.models import Computed
from rag.understanding.words import STOP, stem, stems, tokens

OPENING = 4  # words that open each of them alike
LONGEST = 400  # characters of a sentence that tells of one
FEWEST = 2

_ASKED = re.compile(
    r"\bhow many\s+(?P<what>[^?.;,]{4,90}?)\s+(?:came|come|went|(?:was|were|are|did|had|has|have)\b(?!\s+there))",
    re.IGNORECASE,
)
# What is put before a meeting, one after another.
_PUT = re.compile(
    r"\b(?:reports?|letters?|petitions?|deputations?|presentations?|updates?|statements?|submissions?|schemes?|bye-?laws)\b",
    re.IGNORECASE,
)
_IDLE = OF_MEETINGS | stems("council committee meeting agenda minutes item different separate")
_MARK = re.compile(r"[\s•*–-]*(?:\(?(?:[a-z]{1,4}|\d{1,2})[).]\s*)*", re.IGNORECASE)


def tell_repeated(request: Request) -> Told | None:
    """Each sentence of one meeting's minutes that tells of what is counted; None where there are not several that open
    alike, or where others open otherwise, and for any other question."""
    asked = request.asked
    match = _ASKED.search(asked.text)
    if match is None or not _PUT.search(match["what"]) or len(asked.dates) != 1:
        return None
    wanted = {stem(word) for word in tokens(match["what"]) if word not in STOP} - _IDLE
    scope = scope_of(request)
    if isinstance(scope, Silence) or len(wanted) < FEWEST:
        return None
    keys = {item.key for place in scope.places for item in request.library.items(place)}
    found: dict[tuple[str, str], list[Quote]] = defaultdict(list)
    for passage in request.library.passages_of_items(
        sorted(keys), (SectionKind.DISCUSSION, SectionKind.DECISION)
    ):
        for opening, quote in _openings(passage, wanted):
            found[passage.span.document_id, opening].append(quote)
    several = [quotes for quotes in found.values() if len(quotes) >= FEWEST]
    return _told(several[0], match["what"]) if len(several) == 1 else None


def _openings(passage: Passage, wanted: set[str]) -> Iterator[tuple[str, Quote]]:
    """The sentences that say all that is wanted, each by its first words."""
    for start, end in split_sentences(passage.text, 0, len(passage.text)):
        words = passage.text[start:end]
        mark = _MARK.match(words)
        opening = fold(words[mark.end() if mark else 0 :]).casefold().split()[:OPENING]
        if end - start <= LONGEST and len(opening) == OPENING and wanted <= stems(words):
            yield " ".join(opening), Quote(passage, passage.span.start + start, passage.span.start + end)


def _told(quotes: Sequence[Quote], what: str) -> Told:
    many = " ".join(what.split())
    dates = [quote.passage.date for quote in quotes if quote.passage.date]
    sentence = say_found(count_of(len(quotes), many), 1, dates)
    return Told(tuple(quotes[:MOST]), Computed(sentence, len(quotes), many))
