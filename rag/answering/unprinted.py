"""What a question counts or numbers beyond what is printed: the fourth of three decisions, "Workstream 7" of six."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.models import SectionKind
from rag.answering.premise import Gainsaid
from rag.retrieval.evidence import Evidence
from rag.understanding.lexicon import Term
from rag.understanding.question import Question

SERIES = 2  # other numbers that must be printed for one to be missed

_NTH = {
    word: n for n, word in enumerate("second third fourth fifth sixth seventh eighth ninth tenth".split(), 2)
}
_NTH_DECISION = re.compile(
    rf"\b(?:the|its|their)\s+(?P<nth>{'|'.join(_NTH)}|\d{{1,2}}(?:nd|rd|th))\s+(?:decision|resolution)\b",
    re.IGNORECASE,
)
_PART = re.compile(r"(?:^|\s)(?:\((?:[a-z]|\d{1,2}|[ivx]{1,4})\)|(?<=\n)(?:\d{1,2}|[A-Za-z])[.)])(?=\s)")
_SORT = (
    r"workstream|work package|option|phase|objective|theme|pillar|strand|enabler|scenario|milestone|aim|goal"
)
_MARK = r"(?:\d{1,2}|[A-H])(?![\w’'/]|[.,]\d)"
_LABEL = re.compile(
    rf"\b(?P<sort>(?i:{_SORT}|priority))\s+(?P<mark>{_MARK})(?!\s+(?:days?|weeks?|months?|years?)\b)"
)
_LABELS = re.compile(
    rf"\b(?P<sort>(?i:(?:{_SORT})s?|priority|priorities))\s+(?P<marks>{_MARK}(?:\s*(?:,|&|\band|\bor|\bto|[–-])+\s*{_MARK}){{0,12}})"
)  # fmt: skip
_RUN = re.compile(rf"({_MARK})\s*(?:to|[–-])\s*({_MARK})")


def find_unprinted(question: Question, terms: Sequence[Term], weighed: Sequence[Evidence]) -> Gainsaid | None:
    """That the best evidence, of it sorted best first, has fewer decisions than the question counts, or a series of
    numbered things without the one that it names."""
    if not weighed:
        return None
    return _beyond_the_last(question, weighed) or _not_in_the_series(question, weighed)


def _beyond_the_last(question: Question, weighed: Sequence[Evidence]) -> Gainsaid | None:
    match = _NTH_DECISION.search(question.text)
    if match is None:
        return None
    nth = _NTH.get(match["nth"].lower()) or int(re.sub(r"\D", "", match["nth"]))
    decided = {
        each.passage.id or each.start: each for each in weighed if each.passage.kind is SectionKind.DECISION
    }
    of_it = [each for each in decided.values() if each.passage.item_key == weighed[0].passage.item_key]
    parts = max((len(_PART.findall(each.text)) for each in of_it), default=0)
    return Gainsaid(None) if 0 < max(len(of_it), parts) < nth else None


def _not_in_the_series(question: Question, weighed: Sequence[Evidence]) -> Gainsaid | None:
    match = _LABEL.search(question.text)
    if match is None:
        return None
    sort, mark = _one(match["sort"]), match["mark"].upper()
    texts = {each.passage.span: f"{each.passage.heading} {each.passage.text}" for each in weighed}
    printed = frozenset().union(*(_marks(text, sort) for text in texts.values()))
    return Gainsaid(None) if mark not in printed and len(printed) >= SERIES else None


def _one(sort: str) -> str:
    """The singular: "priority" of "priorities"."""
    return re.sub(r"ies$", "y", sort.lower()).removesuffix("s")


def _marks(text: str, sort: str) -> frozenset[str]:
    """The marks with which a text numbers things of a sort, those between the first and the last of a run too."""
    found: set[str] = set()
    for match in _LABELS.finditer(" ".join(text.split())):
        if _one(match["sort"]) == sort:
            found.update(each.upper() for each in re.findall(_MARK, match["marks"]))
            for first, last in _RUN.findall(match["marks"]):
                if first.isdecimal() and last.isdecimal():
                    found.update(map(str, range(int(first), int(last) + 1)))
                elif first.isalpha() and last.isalpha():
                    found.update(map(chr, range(ord(first.upper()), ord(last.upper()) + 1)))
    return frozenset(found)
