"""Choose which evidence becomes the answer: the decisions of an item, or the sentences that say it best."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.lines import fold
from corpus.models import SectionKind
from rag.evidence import Evidence
from rag.question import Question, Wanted

MOST_CLAIMS = 4
MOST_DECISIONS = 8  # an item's decisions are given whole: part of a resolution misleads
MARGIN = 0.2  # how far below the best a further sentence may score
DECISION_SHARE = 0.75  # of the best coverage, for a decision to be what was asked about


@dataclass(frozen=True, slots=True)
class Choice:
    """Evidence in the order to be told; `also` holds, for each, the same words found in other papers."""

    evidence: tuple[Evidence, ...]
    also: tuple[tuple[Evidence, ...], ...]
    decision_sought: bool  # a decision was asked for
    decision_found: bool


def choose(question: Question, weighed: Sequence[Evidence]) -> Choice:
    """Pick from evidence that is sorted best first and not empty."""
    sought = question.wanted is Wanted.DECISION
    decisions = _decisions(question, weighed) if sought else []
    picked = decisions or [each for each in weighed if each.score >= weighed[0].score - MARGIN]
    told: list[Evidence] = []
    also: list[list[Evidence]] = []
    seen: dict[str, int] = {}
    for each in picked:
        words = fold(each.text).casefold().strip(" .;")
        if words in seen:
            if each.passage.span.document_id != told[seen[words]].passage.span.document_id:
                also[seen[words]].append(each)
        elif len(told) < (MOST_DECISIONS if decisions else MOST_CLAIMS):
            seen[words] = len(told)
            told.append(each)
            also.append([])
    return Choice(tuple(told), tuple(tuple(each[:1]) for each in also), sought, bool(decisions))


def _decisions(question: Question, weighed: Sequence[Evidence]) -> list[Evidence]:
    """Decisions about what was asked: those whose own words are about it, else all of the item that is."""
    found = [each for each in weighed if each.passage.kind is SectionKind.DECISION]
    if question.decision:
        found = [each for each in found if each.passage.decision == question.decision]
    if not found:
        return []
    best = found[0]
    if not question.items and best.coverage < DECISION_SHARE * max(each.coverage for each in weighed):
        return []
    near = [each for each in found if each.score >= best.score - MARGIN / 2]
    whole = [each for each in found if each.passage.item_key == best.passage.item_key]
    picked = near if len({each.passage.item_key for each in near}) > 1 else whole
    return sorted(picked, key=lambda each: (weighed_place(weighed, each), each.start))


def weighed_place(weighed: Sequence[Evidence], one: Evidence) -> int:
    """Rank of the best evidence from the same item: items in order of their best, decisions in order printed."""
    return next(at for at, each in enumerate(weighed) if each.passage.item_key == one.passage.item_key)
