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


def choose(question: Question, weighed: Sequence[Evidence], best: Evidence) -> Choice:
    """Pick the evidence to tell: `best` leads, unless decisions were asked for and there are some."""
    sought = question.wanted is Wanted.DECISION
    decisions = _decisions(question, weighed) if sought else []
    beside = [each for each in weighed if each.score >= best.score - MARGIN and each is not best and each.fits]
    told, also = _without_repeats(decisions or [best, *beside], MOST_DECISIONS if decisions else MOST_CLAIMS)
    return Choice(tuple(told), tuple(also), sought, bool(decisions))


def _without_repeats(picked: Sequence[Evidence], most: int) -> tuple[list[Evidence], list[tuple[Evidence, ...]]]:
    """The first `most` of different words, and beside each the same words in another paper, if there are any."""
    told: dict[str, Evidence] = {}
    also: dict[str, tuple[Evidence, ...]] = {}
    for each in picked:
        words = fold(each.text).casefold().strip(" .;•-")
        if words not in told and len(told) < most:
            told[words], also[words] = each, ()
        elif words in told and not also[words] and each.passage.span.document_id != told[words].passage.span.document_id:
            also[words] = (each,)
    return list(told.values()), list(also.values())


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
