"""Which of the record's words were taken to stand for the asker's, where an answer rests on that."""

from __future__ import annotations

from collections.abc import Sequence

from rag.models import Notice, NoticeKind
from rag.retrieval.evidence import Evidence
from rag.understanding.lexicon import Reading, Term
from rag.understanding.words import stems

MOST = 3  # told of one answer


def read_as(terms: Sequence[Term], evidence: Sequence[Evidence]) -> tuple[Notice, ...]:
    """A notice for each word or phrase of the question that the evidence told does not say, but other words for it; not
    for the words of a phrase that is told whole."""
    told = [stems(each.text) | stems(each.passage.title or "") for each in evidence]
    found: list[Reading] = []
    readings = [each for term in terms for each in term.readings]
    for reading in sorted(readings, key=lambda each: -len(each.own)):
        covered = any(set(reading.own) <= set(each.own) for each in found)
        if not covered and _rests_on(reading, told):
            found.append(reading)
    texts = (f"“{each.asked}” was read as “{each.said}”." for each in found[:MOST])
    return tuple(Notice(NoticeKind.ASSUMED, text) for text in texts)


def _rests_on(reading: Reading, told: Sequence[frozenset[str]]) -> bool:
    return any(words.issuperset(reading.phrase) for words in told) and not any(
        words.issuperset(reading.own) for words in told
    )
