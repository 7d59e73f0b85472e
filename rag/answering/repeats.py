"""What is told once, though papers say it twice: in the minutes' text and their decision, or in two papers."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.models import SectionKind
from corpus.parts.lines import fold
from index.echoes import folded
from rag.retrieval.evidence import Evidence


def without_repeats(
    picked: Sequence[Evidence], most: int
) -> tuple[list[Evidence], list[tuple[Evidence, ...]]]:
    """The first `most` of different words, and beside each the same words in another paper, if there are any."""
    told: list[Evidence] = []
    also: list[tuple[Evidence, ...]] = []
    decided = [each for each in picked if each.passage.kind is SectionKind.DECISION]
    for each in picked:
        if any(_is_minuted_decision(each, decision) for decision in decided):
            continue
        at = next((at for at, one in enumerate(told) if _is_told(each, one)), None)
        if at is None:
            told, also = [*told, each][:most], [*also, ()][:most]
        elif not also[at] and _is_twin(each, told[at]):
            also[at] = (each,)
    return told, also


def _is_minuted_decision(one: Evidence, decision: Evidence) -> bool:
    """Whether minutes say within their text what is set apart as a decision of the same matter as well."""
    is_talk = one.passage.kind is SectionKind.DISCUSSION and matter_of(one) is not None
    said, decided = (folded(each.text) for each in (one, decision))
    return is_talk and matter_of(one) == matter_of(decision) and f" {said} " in f" {decided} "


def _is_twin(one: Evidence, other: Evidence) -> bool:
    """Whether two papers tell one event: the same words at another meeting are another, and not cited beside it."""
    same_paper = one.passage.span.document_id == other.passage.span.document_id
    return not same_paper and one.passage.date == other.passage.date


def _is_told(one: Evidence, other: Evidence) -> bool:
    """Whether the words of one are told with the other's. "To note the report" of two matters are two decisions."""
    same_paper = one.passage.span.document_id == other.passage.span.document_id
    if same_paper and other.start <= one.start and one.end <= other.end:
        return True
    words, longer = (f" {fold(each.text).casefold().strip(' .;•-')} " for each in (one, other))
    if SectionKind.DECISION not in (one.passage.kind, other.passage.kind):
        return words in longer
    if one.passage.kind is not other.passage.kind or matter_of(one) != matter_of(other):
        return False
    return words == longer or (one.passage.decision_truncated and longer.startswith(words.rstrip()))


def matter_of(evidence: Evidence) -> str | None:
    """The key of its matter, or of its item where that is in no other paper."""
    return evidence.passage.matter or evidence.passage.item_key
