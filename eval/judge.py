"""Asked questions to a report: figures over all of them and by category, and the misses."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from eval.measures import GAUGES, MEASURES
from eval.measures.correct import unmet
from eval.measures.correctly_cited import invented, uncarried
from eval.measures.interval import wilson
from eval.measures.kind_accuracy import carrying_kinds, overclaims
from eval.measures.latency import quantile
from eval.measures.stray_numbers import strays
from eval.models import Asked, Figure, Gauge, Measure, Miss, Report


def judge(system: str, asked: Sequence[Asked]) -> Report:
    """Every measure over every question asked of `system`."""
    categories = sorted({one.known.category for one in asked})
    return Report(
        system=system,
        questions=len(asked),
        figures=figures(asked),
        categories=tuple(
            (name, figures([a for a in asked if a.known.category == name])) for name in categories
        ),
        misses=tuple(found for one in asked if (found := miss(one))),
    )


def figures(asked: Sequence[Asked]) -> tuple[Figure, ...]:
    """One figure a measure and gauge, in their order."""
    return tuple(_share(one, asked) for one in MEASURES) + tuple(_size(one, asked) for one in GAUGES)


def _share(measure: Measure, asked: Sequence[Asked]) -> Figure:
    trials = list(chain.from_iterable(measure.trials(one) for one in asked))
    passed, of = sum(trials), len(trials)
    if measure.summary == "failures":
        return Figure(measure.name, of - passed, "count", of, target=measure.target)
    if not trials:
        return Figure(measure.name, None, "share", 0, target=measure.target)
    return Figure(measure.name, passed / of, "share", of, *wilson(passed, of), target=measure.target)


def _size(gauge: Gauge, asked: Sequence[Asked]) -> Figure:
    sizes = [size for one in asked if (size := gauge.size(one)) is not None]
    value = quantile(sizes, gauge.quantile) if sizes else None
    return Figure(gauge.name, value, gauge.unit, len(sizes), target=gauge.target)


def miss(asked: Asked) -> Miss | None:
    """What went wrong with one question; None when nothing did."""
    failed = tuple(one.name for one in MEASURES if not one.describes and not all(one.trials(asked)))
    if not failed:
        return None
    known = asked.known
    return Miss(
        id=known.id,
        category=known.category,
        question=known.question,
        expected=_expected(asked),
        got=asked.reply.text,
        failed=failed,
        reasons=tuple(_reasons(asked)),
    )


def _expected(asked: Asked) -> str:
    if not asked.known.answerable:
        return "a refusal"
    facts = "; ".join(" or ".join(fact) for fact in asked.known.facts)
    places = ", ".join(
        " ".join(
            filter(None, (p.document, p.item and f"item {p.item}", p.decision and f"decision {p.decision}"))
        )
        for p in asked.known.places
    )
    return f"{facts} (from {places})"


def _reasons(asked: Asked) -> list[str]:
    answer, known = asked.answer, asked.known
    if answer is None:
        return ["refused, though the record answers it"]
    reasons = [] if known.answerable else ["answered, though the record is silent"]
    reasons += [f"not in the answer: {' or '.join(fact)}" for fact in unmet(asked)]
    reasons += [
        f"not carried by a citation in a listed place: {' or '.join(fact)}" for fact in uncarried(asked)
    ]
    reasons += [f"cites a document that is not held: {name}" for name in invented(asked)]
    reasons += [f"stray number: {number}" for number in sorted(strays(answer.text, answer.citations))]
    for claim in answer.claims:
        own = [citation for citation in answer.citations if citation.n in claim.citations]
        if stray := strays(claim.text, own):
            reasons.append(f"number not in the claim's own citations: {', '.join(sorted(stray))}")
    if known.kind and known.kind not in (kinds := carrying_kinds(asked)):
        reasons.append(f"no fact carried by a {known.kind}, only by: {', '.join(sorted(kinds)) or 'nothing'}")
    return reasons + [f"called decided without a decision: {claim}" for claim in overclaims(answer)]
