"""Citation recall: of the claims (sentences) of all answers, the share that their own citations bear out together.

T. Gao, H. Yen, J. Yu and D. Chen, "Enabling Large Language Models to Generate Text with Citations" (ALCE), EMNLP
2023, section 4.3; `eval.support` stands in for its entailment model. A term that the answer explains is a claim of
its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from eval.models import Asked
from eval.support import supports
from rag.models import Answer, Citation


def citation_recall(asked: Asked) -> tuple[bool, ...]:
    return tuple(supports(text, cited) for text, cited in claims_cited(asked.answer)) if asked.answer else ()


def unsupported(answer: Answer) -> list[str]:
    """The claims that their citations do not bear out."""
    return [text for text, cited in claims_cited(answer) if not supports(text, cited)]


def claims_cited(answer: Answer) -> Iterator[tuple[str, list[Citation]]]:
    """Every claim and explained term with the citations it names."""
    by_number = {one.n: one for one in answer.citations}
    for claim in answer.claims:
        yield claim.text, [by_number[n] for n in claim.citations if n in by_number]
    for term in answer.terms:
        yield f"{term.short} {term.long}", [by_number[term.citation]] if term.citation in by_number else []
