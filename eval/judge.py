"""Asked questions to a report: figures over all of them and by category, and the misses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from eval.figures import Figure, Miss, Report
from eval.measures import CALIBRATION, GAUGES, MEASURES, SCORES
from eval.measures.calibration_error import bins, calibration_error
from eval.measures.interval import about_mean, wilson
from eval.measures.latency import quantile
from eval.models import Asked, Gauge, Measure, Score
from eval.reasons import expected, reasons


@dataclass(frozen=True, slots=True)
class Judged:
    """A question asked with what every measure, score and gauge says of it, in their order."""

    asked: Asked
    trials: tuple[tuple[bool, ...], ...]
    values: tuple[float | None, ...]
    sizes: tuple[float | None, ...]
    miss: Miss | None


def judge(asked: Asked) -> Judged:
    """Every measure of one question; done once, for a question counts in several figures."""
    return Judged(
        asked,
        tuple(one.trials(asked) for one in MEASURES),
        tuple(one.value(asked) for one in SCORES),
        tuple(one.size(asked) for one in GAUGES),
        miss(asked),
    )


def report(system: str, judged: Sequence[Judged]) -> Report:
    """The figures of every question asked of `system`."""
    categories = sorted({one.asked.known.category for one in judged})
    return Report(
        system=system,
        questions=len(judged),
        figures=figures(judged),
        categories=tuple(
            (name, figures([one for one in judged if one.asked.known.category == name]))
            for name in categories
        ),
        misses=tuple(one.miss for one in judged if one.miss),
        bins=bins([one.asked for one in judged]),
    )


def figures(judged: Sequence[Judged]) -> tuple[Figure, ...]:
    """One figure a measure, score and gauge, in their order."""
    filled = bins([one.asked for one in judged])
    calibration = Figure(CALIBRATION, calibration_error(filled), "error", sum(one.replies for one in filled))
    return (
        *(_share(one, [each.trials[at] for each in judged]) for at, one in enumerate(MEASURES)),
        *(_mean(one, [each.values[at] for each in judged]) for at, one in enumerate(SCORES)),
        calibration,
        *(_size(one, [each.sizes[at] for each in judged]) for at, one in enumerate(GAUGES)),
    )


def _share(measure: Measure, trials: Sequence[tuple[bool, ...]]) -> Figure:
    passed, of = sum(map(sum, trials)), sum(map(len, trials))
    if measure.summary == "failures":
        return Figure(measure.name, of - passed, "count", of, target=measure.target)
    if not of:
        return Figure(measure.name, None, "share", 0, target=measure.target)
    return Figure(measure.name, passed / of, "share", of, *wilson(passed, of), target=measure.target)


def _mean(score: Score, given: Sequence[float | None]) -> Figure:
    values = [value for value in given if value is not None]
    if not values:
        return Figure(score.name, None, score.unit, 0, target=score.target)
    return Figure(
        score.name, fmean(values), score.unit, len(values), *about_mean(values), target=score.target
    )


def _size(gauge: Gauge, given: Sequence[float | None]) -> Figure:
    sizes = [size for size in given if size is not None]
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
        after=known.after,
        expected=expected(known),
        got=asked.reply.text,
        failed=failed,
        reasons=tuple(reasons(asked)),
    )
