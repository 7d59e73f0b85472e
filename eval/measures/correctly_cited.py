"""Correctly cited: every fact is carried by a citation in a listed place, and every document cited exists.

Citation recall as in T. Gao et al., "Enabling Large Language Models to Generate Text with Citations" (ALCE),
EMNLP 2023, with known places and facts in the stead of an entailment model. A citation carries a fact
when its quote, item or decision number, date or body holds one of the fact's alternatives: what a reader
sees at the citation. The item's title does not count, for it says what was asked and not what was found. What was
counted is carried by a count that the answer's own citations bear out, if one of them lies in a listed place.
Asked of answerable questions; a refusal cites nothing and fails.
"""

from __future__ import annotations

from eval.measures.computed import miscounted
from eval.models import Asked
from eval.wording import fold, holds, shown


def correctly_cited(asked: Asked) -> tuple[bool, ...]:
    return (not uncarried(asked) and not invented(asked),) if asked.known.answerable else ()


def uncarried(asked: Asked) -> tuple[tuple[str, ...], ...]:
    """The facts that no citation in a listed place carries."""
    placed = [citation for citation in asked.citations if asked.in_place(citation)]
    seen = [fold(shown(citation)) for citation in placed]
    if asked.answer and asked.answer.computed and placed and not miscounted(asked.answer):
        seen.append(fold(asked.answer.computed.sentence))
    return tuple(
        fact for fact in asked.known.facts if not any(holds(text, words) for text in seen for words in fact)
    )


def invented(asked: Asked) -> tuple[str, ...]:
    """Documents cited that are not held."""
    return tuple({citation.document for citation in asked.citations if citation.document not in asked.texts})
