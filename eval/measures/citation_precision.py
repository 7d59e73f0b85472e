"""Citation precision: of all citations of claims, the share that the claim is borne out by, or cannot do without.

T. Gao et al., "Enabling Large Language Models to Generate Text with Citations" (ALCE), EMNLP 2023, section 4.3: a
citation counts when its claim is borne out by all its citations together, and either this citation bears it out
alone or the others do not without it. A citation that no claim names fails as well, for a reader is shown it.
"""

from __future__ import annotations

from eval.measures.citation_recall import claims_cited
from eval.models import Asked
from eval.support import supports
from rag.models import Answer, Citation


def citation_precision(asked: Asked) -> tuple[bool, ...]:
    if asked.answer is None:
        return ()
    trials = [needed(text, cited, one) for text, cited in claims_cited(asked.answer) for one in cited]
    return (*trials, *(False for _ in unclaimed(asked.answer)))


def needed(claim: str, cited: list[Citation], one: Citation) -> bool:
    """Whether `one` of the claim's citations helps to bear it out."""
    others = [each for each in cited if each is not one]
    return supports(claim, cited) and (supports(claim, [one]) or not supports(claim, others))


def unclaimed(answer: Answer) -> list[Citation]:
    """Citations that stand beside no claim."""
    claimed = {one.n for _, cited in claims_cited(answer) for one in cited}
    return [one for one in answer.citations if one.n not in claimed]
