"""Length of answers: characters of the text without markers, and claims. Reported as medians.

An answer that quotes enough is bound to hold the facts; read every correctness figure beside these two.
For the same reason E. Voorhees and D. Tice capped answers at 50 and 250 bytes: "The TREC-8 Question Answering
Track Evaluation", TREC 1999.
"""

from __future__ import annotations

from eval.models import Asked
from eval.wording import without_markers


def characters(asked: Asked) -> float | None:
    return len(without_markers(asked.answer.text)) if asked.answer else None


def claims(asked: Asked) -> float | None:
    return len(asked.answer.claims) if asked.answer else None
