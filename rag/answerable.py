"""Does the record answer the question at all? If not, the honest reply is a refusal.

Thresholds were set on the odd-numbered known answers of both sets; `minutebook eval` shows all of them.
"""

from __future__ import annotations

from collections.abc import Sequence

from corpus.models import SectionKind
from rag.evidence import Evidence
from rag.question import Question
from rag.wanted import Wanted

ANSWERED = 0.72  # coverage and nearness together: below it the words are about something else
STATED = 0.2  # enough when the sort of section itself answers: who was present, where, what was declared
BESIDE = 0.3  # how far below the best a sentence that fits may lie and still be about the same thing
BESIDE_CRUX = 0.1  # less, when the best lacks the very word that decides the question

_STATING = {
    Wanted.PRESENT: (SectionKind.ATTENDANCE,),
    Wanted.MEETING_PLACE: (SectionKind.ATTENDANCE, SectionKind.FRONT),
    Wanted.CONTACT: (SectionKind.ATTENDANCE, SectionKind.FRONT),
    Wanted.INTEREST: (SectionKind.INTEREST,),
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
    best = weighed[0]
    if best.score - able.score > (BESIDE_CRUX if best.lacks_crux else BESIDE):
        return None
    if question.items and not question.content:
        return able
    needed = STATED if able.passage.kind in _STATING.get(question.wanted, ()) else ANSWERED
    return able if able.coverage + able.nearness >= needed else None
