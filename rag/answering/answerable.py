"""Does the record answer the question at all? If not, the honest reply is a refusal.

Thresholds were set on the odd-numbered known answers of both sets; `minutebook eval` shows all of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.models import SectionKind
from rag.retrieval.evidence import Evidence
from rag.understanding.question import Question
from rag.understanding.wanted import Wanted

ANSWERED = 0.72  # coverage and nearness together: below it the words are about something else
DECLARED = 0.62  # for a declared interest: it is one, but under which matter must be met
STATED = 0.2  # enough when the sort of section itself answers: who was present, where, what was declared
BESIDE = 0.25  # how far below the best a sentence that fits may lie and still be about the same thing
BESIDE_CRUX = 0.1  # less, when the best lacks the very word that decides the question

_WHY = re.compile(r"(?:so |and |but )?why\b", re.IGNORECASE)
_NOT = re.compile(
    r"\b(?:not|no|never|reject\w*|refus\w*|declin\w*|lost|rescind\w*)\b|n['’]t\b", re.IGNORECASE
)
_STATING = {
    Wanted.PRESENT: (SectionKind.ATTENDANCE,),
    Wanted.MEETING_PLACE: (SectionKind.ATTENDANCE, SectionKind.FRONT),
    Wanted.CONTACT: (SectionKind.ATTENDANCE, SectionKind.FRONT),
    Wanted.PLANNED: (SectionKind.WORK_PROGRAMME,),
}


def lead(question: Question, weighed: Sequence[Evidence]) -> Evidence | None:
    """The evidence that answers, from evidence sorted best first; None when the record does not answer.

    It has the sort of thing wanted and the word that decides the question, lies close to the best there is,
    and meets enough of what the question is about.
    """
    able = next((each for each in weighed if each.fits and not each.lacks_crux), None)
    if able is None:
        return None
    if _denies(question, able):
        return None
    best = weighed[0]
    states = able.passage.kind in _STATING.get(question.wanted, ())
    beside = BESIDE_CRUX if best.lacks_crux else BESIDE
    if best.score - able.score > beside and not (states and _is_of_one_part(best, able)):
        return None
    decided = question.wanted is Wanted.DECISION and able.passage.kind is SectionKind.DECISION
    if question.is_of_a_place and (question.items or question.part or (decided and not able.candidate.fused)):
        return able
    needed = STATED if states else ANSWERED
    if able.passage.kind is SectionKind.INTEREST and question.wanted is Wanted.INTEREST:
        needed = DECLARED
    return able if able.coverage + able.nearness >= needed else None


def _is_of_one_part(best: Evidence, able: Evidence) -> bool:
    """Whether both stand in the same part of one meeting's record: its heading names the body, the list who came."""
    return best.passage.kind is able.passage.kind and best.passage.date == able.passage.date is not None


def _denies(question: Question, evidence: Evidence) -> bool:
    """A question why something was done, whose answer would be a decision not to do it, has a false premise."""
    return (
        evidence.passage.kind is SectionKind.DECISION
        and _WHY.match(question.text) is not None
        and _NOT.search(evidence.text) is not None
        and _NOT.search(question.text) is None
    )
