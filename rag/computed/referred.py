"""References of one sort: "all the CRR numbers of the May meeting", "which items had a 24/ decision number"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.models import SectionKind
from index.models import ItemRecord, Passage
from rag.answering.compose import Quote
from rag.computed.exact import Words
from rag.computed.saying import say_when
from rag.computed.scope import Scope, scope_of
from rag.computed.told import Request, Told
from rag.models import Computed
from rag.retrieval.evidence import units

MOST = 40  # references told; of more, no list is made here
_ASKED = re.compile(
    r"(?<![\w/])(?P<sort>[A-Z]{2,6}|\d{2}/)\s+(?:(?:decision|risk|item|minute|case|file|order|contract|application|planning)\s+)?"
    r"(?:numbers?|nos?\b\.?|ref(?:erence)?s?(?: numbers?)?|codes?|ids?)(?!\w)"
)
_LISTED = re.compile(r"\b(?:list|which|what|all|every|each|give|name|show|tell)\b", re.IGNORECASE)
_ONE = re.compile(
    r"\bwhat (?:is|was)\b|\bwhat(?:'s| [A-Z]{2,6} (?:number|ref)\b)|\bhow many\b"
    r"|\bthe [A-Z]{2,6} (?:number|ref(?:erence)?|code) (?:of|for)\b",
    re.IGNORECASE,
)
_ITEMS = re.compile(r"\b(?:agenda|items?|reports?|pieces of business)\b", re.IGNORECASE)
_KINDS = (SectionKind.DECISION, SectionKind.DISCUSSION)


def tell_references(request: Request) -> Told | None:
    """Where each reference of the sort that a question names is first said in the meetings it binds, in the order
    printed: in the titles of their items, where items are asked for. None for any other question, or where the
    papers have none."""
    text = request.asked.text
    match = _ASKED.search(text)
    if match is None or not _LISTED.search(text) or _ONE.search(text):
        return None
    scope = scope_of(request)
    if not isinstance(scope, Scope) or not scope.named:
        return None
    sort = match["sort"].removesuffix("/")
    between = r"/\s?" if match["sort"].endswith("/") else r"[\s./-]{0,2}"
    pattern = re.compile(rf"(?<![\w/]){re.escape(sort)}{between}\d[\d/]*(?<!/)(?!\w)")
    items = [item for place in scope.places for item in request.library.items(place)]
    found: dict[str, Quote] = {}
    for quote in _titles(request, items, pattern) if _ITEMS.search(text) else _words(request, items, pattern):
        for said in pattern.finditer(quote.text):
            found.setdefault(re.sub(r"\W", "", said.group()), quote)
    if not found or len(found) > MOST:
        return None
    quotes = tuple(dict.fromkeys(found.values()))
    dates = {quote.passage.date for quote in quotes if quote.passage.date}
    many = "reference" if len(found) == 1 else "references"
    where = ", ".join(filter(None, (f"{len(found)} {many} “{match['sort']}…”", say_when(dates))))
    return Told(quotes, Computed(f"{where}; counted in the papers held.", len(found), "references"))


def _titles(request: Request, items: Sequence[ItemRecord], pattern: re.Pattern[str]) -> Iterator[Quote]:
    words = Words(request.library)
    for item in items:
        if pattern.search(item.title) and (quote := words.title(item)):
            yield quote


def _words(request: Request, items: Sequence[ItemRecord], pattern: re.Pattern[str]) -> Iterator[Quote]:
    """The sentences that say one, those of minutes first."""
    passages = [
        each
        for each in request.library.passages_of_items({item.key for item in items})
        if not each.set_aside and pattern.search(each.text)
    ]
    for passage in sorted(passages, key=_rank):
        base = passage.span.start
        for start, end in units(passage):
            if pattern.search(passage.text[start:end]):
                yield Quote(passage, base + start, base + end)


def _rank(passage: Passage) -> bool:
    return passage.kind not in _KINDS
