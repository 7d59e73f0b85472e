"""Why a reply counts as a miss, in sentences a person can act on."""

from __future__ import annotations

from eval.known import Known
from eval.measures.citation_precision import needed, unclaimed
from eval.measures.citation_recall import claims_cited, unsupported
from eval.measures.computed import miscounted
from eval.measures.correct import unmet
from eval.measures.correctly_cited import invented, uncarried
from eval.measures.kind_accuracy import carrying_kinds, overclaims
from eval.measures.stray_numbers import quoted, strays
from eval.models import Asked
from eval.support import supports
from rag.models import Answer


def expected(known: Known) -> str:
    """What a right reply holds."""
    if not known.answerable:
        return "a refusal"
    facts = "; ".join(" or ".join(fact) for fact in known.facts)
    places = ", ".join(
        " ".join(
            filter(None, (p.document, p.item and f"item {p.item}", p.decision and f"decision {p.decision}"))
        )
        for p in known.places
    )
    return f"{facts} (from {places})"


def reasons(asked: Asked) -> list[str]:
    """A sentence for each thing that is wrong."""
    answer, known = asked.answer, asked.known
    if answer is None:
        return ["refused, though the record answers it"]
    found = [] if known.answerable else ["answered, though the record is silent"]
    found += [f"not in the answer: {' or '.join(fact)}" for fact in unmet(asked)]
    found += [
        f"not carried by a citation in a listed place: {' or '.join(fact)}" for fact in uncarried(asked)
    ]
    found += [f"cites a document that is not held: {name}" for name in invented(asked)]
    found += _about_quotes(asked, answer)
    if known.kind and known.kind not in (kinds := carrying_kinds(asked)):
        found.append(f"no fact carried by a {known.kind}, only by: {', '.join(sorted(kinds)) or 'nothing'}")
    return found + [f"called decided without a decision: {_short(claim)}" for claim in overclaims(answer)]


def _about_quotes(asked: Asked, answer: Answer) -> list[str]:
    found = [f"not borne out by what it cites: {_short(claim)}" for claim in unsupported(answer)]
    found += [
        f"not needed for its claim: citation {one.n}"
        for text, cited in claims_cited(answer)
        for one in cited
        if supports(text, cited) and not needed(text, cited, one)
    ]
    found += [f"beside no claim: citation {one.n}" for one in unclaimed(answer)]
    found += [f"stray number: {number}" for number in sorted(strays(quoted(answer), answer.citations))]
    for claim in answer.claims:
        own = [citation for citation in answer.citations if citation.n in claim.citations]
        if stray := strays(claim.text, own):
            found.append(f"number not in the claim's own citations: {', '.join(sorted(stray))}")
    return found + [
        f"number counted, but not cited so often: {number}" for number in sorted(miscounted(answer))
    ]


def _short(text: str) -> str:
    return text if len(text) <= 160 else f"{text[:160]} ..."
