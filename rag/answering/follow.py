"""Read on: what was said of a subject stands behind the words that name it.

"The Panel asked about the boiler." and "(b) New Graveyard" are found first and tell nothing; the answer is in the
sentences that follow in the same part of the item, up to the next subject.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.models import SectionKind
from index.library import Library
from index.models import Passage
from index.passages import is_of_another_part, section_of
from rag.answering.choose import TITLED, Choice
from rag.retrieval.evidence import Evidence, units
from rag.understanding.question import Question
from rag.understanding.when import are_apart, read_years

FURTHER = 350  # characters read on behind words that tell something themselves
FURTHER_OF_SUBJECT = 700  # behind words that only name a subject
SHORT = 110  # characters of a sentence that opens a subject: "The Panel asked about the boiler."
MOST_DECIDED = 4  # decisions told beside a recommendation
FOLLOWED = 3  # pieces of evidence that are read on

_TALK = (SectionKind.DISCUSSION, SectionKind.REPORT)
_MARK = r"\W*(?:\(?\d{0,2}\s?\(?[a-z]{1,4}\)\s*)?"
_OPENS = re.compile(
    rf"{_MARK}(?:To\s+(?:receive|consider|note|review|discuss|hear|approve|agree)\b|(?:Also\s+)?Circulated\b"
    rf"|(?:I|We)\s+(?:(?:will|shall|would|also|further)\s+){{0,3}}(?:ask|move|call|propose)\b)",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\b(?:asked|asking|queried|enquired|inquired|raised|introduced|presented|presentation|outlined|read\s+out|discussed|"
    r"considered|received|updated?|sought|requested)\b",
    re.IGNORECASE,
)


def opens_a_subject(text: str) -> bool:
    """Whether the words name a subject rather than tell something of it."""
    words = text.strip()
    if _OPENS.match(words) or words.endswith(":"):
        return True
    return len(words) <= SHORT and (_ASKS.search(words) is not None or words[-1:] not in ".!?”\"’')")


def read_on(library: Library, question: Question, choice: Choice) -> Choice:
    """The choice, with what follows the first of its evidence in the same part of the item.

    Only talk is read on: what a date or a figure is of often stands in the next sentence, and the second half of what
    was asked.
    Each addition is one run of whole sentences of one passage.
    """
    if choice.decision_found or not choice.evidence:
        return choice
    evidence: list[Evidence] = []
    also: list[tuple[Evidence, ...]] = []
    for at, (whole, twins) in enumerate(zip(choice.evidence, choice.also, strict=True)):
        each = _untold(whole, evidence)
        if each is None:
            continue
        evidence.append(each)
        also.append(twins)
        if at < FOLLOWED and each.passage.kind in _TALK and each.passage.item_key:
            room = FURTHER_OF_SUBJECT if opens_a_subject(each.text) else FURTHER
            years = read_years(question.text)
            added = [
                one
                for one in _following(library, each, room, years)
                if not any(_holds(t, one) for t in evidence)
            ]
            evidence += added
            also += [()] * len(added)
    return replace(choice, evidence=tuple(evidence), also=tuple(also))


def with_decisions(library: Library, choice: Choice) -> Choice:
    """The choice, with what was decided of the matter beside what was only recommended of it, or where a decision was
    asked for and the talk before it was found."""
    told = choice.evidence
    if choice.decision_found or any(each.passage.kind is SectionKind.DECISION for each in told):
        return choice
    lead = next((each for each in told if each.passage.item_key), None)
    if lead is None:
        return choice
    key = lead.passage.item_key or ""
    decided: list[Passage] = []
    recommended = next((each for each in told if each.passage.kind is SectionKind.RECOMMENDATION), None)
    if recommended:
        taken = [each for each in library.decisions([key]) if not each.set_aside]
        decided = [each for each in taken if not is_of_another_part(each, recommended.passage)]
    elif choice.decision_sought and lead is told[0] and lead.passage.kind is SectionKind.DISCUSSION:
        taken = [each for each in library.passages(item_key=key) if each.kind is SectionKind.DECISION]
        part = section_of(lead.passage)
        decided = [each for each in taken if part and section_of(each) == part]
        if len(taken) == 1 and lead.titled >= TITLED:
            decided = taken
    added = tuple(_cut_out(lead, each, each.span.start, each.span.end) for each in decided[:MOST_DECIDED])
    at = told.index(recommended) if recommended else 0
    return replace(
        choice,
        evidence=(*told[:at], *added, *told[at:]),
        also=(*choice.also[:at], *((),) * len(added), *choice.also[at:]),
        decision_found=bool(added),
    )


def _untold(evidence: Evidence, told: Sequence[Evidence]) -> Evidence | None:
    """The evidence, or what of it no other quote holds: its first whole sentences that stand together; None when
    nothing is left."""
    if not any(_holds(each, evidence) for each in told):
        return evidence
    kept: list[tuple[int, int]] = []
    for start, end in _units_behind(evidence.passage, evidence.start):
        if end > evidence.end:
            break
        if not any(_holds(each, replace(evidence, start=start, end=end)) for each in told):
            kept.append((start, end))
        elif kept:
            break
    return _cut_out(evidence, evidence.passage, kept[0][0], kept[-1][1]) if kept else None


def _holds(one: Evidence, other: Evidence) -> bool:
    """Whether one quote holds another, or part of it."""
    same = one.passage.span.document_id == other.passage.span.document_id
    return same and one.start < other.end and other.start < one.end


def _following(library: Library, evidence: Evidence, room: int, years: frozenset[str]) -> Iterator[Evidence]:
    """What follows in the same part, within `room` characters, up to a sentence of other years than those asked of."""
    own = evidence.passage
    leads_on = evidence.text.rstrip().endswith(":")
    for passage in library.passages(item_key=own.item_key):
        if passage.span.end <= evidence.end:
            continue
        if passage.kind not in (*_TALK, SectionKind.DECISION):
            return
        if section_of(passage) != section_of(own) and not leads_on:
            return
        start = end = None
        for lo, hi in _units_behind(passage, evidence.end):
            told = (
                read_years(passage.text[lo - passage.span.start : hi - passage.span.start])
                if years
                else years
            )
            if hi - (start if start is not None else lo) > room or are_apart(told, years):
                break
            start, end = lo if start is None else start, hi
        if start is None or end is None:
            return
        yield _cut_out(evidence, passage, start, end)
        room -= end - start
        leads_on = passage.text.rstrip().endswith(":")
        if end < passage.span.end:
            return


def _units_behind(passage: Passage, offset: int) -> Iterator[tuple[int, int]]:
    base = passage.span.start
    return ((base + lo, base + hi) for lo, hi in units(passage) if base + lo >= offset)


def _cut_out(evidence: Evidence, passage: Passage, start: int, end: int) -> Evidence:
    base = passage.span.start
    candidate = replace(evidence.candidate, passage=passage)
    return replace(
        evidence, candidate=candidate, start=start, end=end, text=passage.text[start - base : end - base]
    )
