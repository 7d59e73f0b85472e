"""Stray numbers: numbers in an answer that none of its citations holds; and in a claim, none of its own.

After the quantities of Z. Zhao, S. Cohen and B. Webber, "Reducing Quantity Hallucinations in Abstractive
Summarization", Findings of EMNLP 2020: a number counts as supported when the same number stands in a
cited quote or in that citation's item number, decision number, date, body or title. "two" to "twelve" are
numbers too. One trial for each different number of the answer, or of each claim. What was counted out of the
catalogue is judged by itself (`computed`).
"""

from __future__ import annotations

from collections.abc import Iterable

from eval.models import Asked
from eval.wording import numbers, shown, without_markers
from rag.models import Answer, Citation


def stray_numbers(asked: Asked) -> tuple[bool, ...]:
    return _trials(quoted(asked.answer), asked.citations) if asked.answer else ()


def stray_claim_numbers(asked: Asked) -> tuple[bool, ...]:
    return tuple(
        trial
        for claim in (asked.answer.claims if asked.answer else ())
        for trial in _trials(claim.text, [one for one in asked.citations if one.n in claim.citations])
    )


def quoted(answer: Answer) -> str:
    """The answer's text but for what was counted."""
    return answer.text.replace(answer.computed.sentence, "") if answer.computed else answer.text


def strays(text: str, citations: Iterable[Citation]) -> set[str]:
    """The numbers of `text` that no citation holds."""
    known: set[str] = set()
    for citation in citations:
        known |= numbers(f"{shown(citation)}\n{citation.title or ''}")
    return numbers(without_markers(text)) - known


def _trials(text: str, citations: Iterable[Citation]) -> tuple[bool, ...]:
    stray = strays(text, citations)
    return tuple(number not in stray for number in sorted(numbers(without_markers(text))))
