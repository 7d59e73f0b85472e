"""Correctly cited: every fact is carried by a citation in a listed place, and every document cited exists.

Citation recall as in T. Gao et al., "Enabling Large Language Models to Generate Text with Citations" (ALCE),
EMNLP 2023, with known places and facts in the stead of an entailment model. A citation carries a fact
when its quote, item or decision number, date or body holds one of the fact's alternatives: what a reader
sees at the citation. The item's title does not count, for it says what was asked and not what was found.
Asked of answerable questions; a refusal cites nothing and fails.
"""

from __future__ import annotations

from eval.models import Asked
from eval.wording import fold, holds
from rag.models import Citation


def correctly_cited(asked: Asked) -> tuple[bool, ...]:
    return (not uncarried(asked) and not invented(asked),) if asked.known.answerable else ()


def uncarried(asked: Asked) -> tuple[tuple[str, ...], ...]:
    """The facts that no citation in a listed place carries."""
    seen = [fold(shown(citation)) for citation in asked.citations if asked.in_place(citation)]
    return tuple(
        fact for fact in asked.known.facts if not any(holds(text, words) for text in seen for words in fact)
    )


def invented(asked: Asked) -> tuple[str, ...]:
    """Documents cited that are not held."""
    return tuple({citation.document for citation in asked.citations if citation.document not in asked.texts})


def shown(citation: Citation) -> str:
    """The words a reader sees at a citation, but for the item's title."""
    date = f"{citation.date:%-d %B %Y}" if citation.date else None
    item = f"item {citation.item}" if citation.item else None
    decision = f"decision {citation.decision}" if citation.decision else None
    return "\n".join(filter(None, (citation.quote, item, decision, date, citation.body)))
