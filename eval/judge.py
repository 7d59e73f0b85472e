"""Asked questions to a report: figures over all of them and by category, and the misses."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from statistics import fmean

from eval.figures import Figure, Miss, Report
from eval.measures import CALIBRATION, GAUGES, MEASURES, SCORES
from eval.measures.calibration_error import bins, calibration_error
from eval.measures.interval import about_mean, wilson
from eval.measures.latency import quantile
from eval.models import Asked, Gauge, Measure, Score
from eval.reasons import expected, reasons


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
        bins=bins(asked),
    )


def figures(asked: Sequence[Asked]) -> tuple[Figure, ...]:
    """One figure a measure, score and gauge, in their order."""
    filled = bins(asked)
    calibration = Figure(CALIBRATION, calibration_error(filled), "error", sum(one.replies for one in filled))
    return (
        *(_share(one, asked) for one in MEASURES),
        *(_mean(one, asked) for one in SCORES),
        calibration,
        *(_size(one, asked) for one in GAUGES),
    )


def _share(measure: Measure, asked: Sequence[Asked]) -> Figure:
    trials = list(chain.from_iterable(measure.trials(one) for one in asked))
    passed, of = sum(trials), len(trials)
    if measure.summary == "failures":
        return Figure(measure.name, of - passed, "count", of, target=measure.target)
    if not trials:
        return Figure(measure.name, None, "share", 0, target=measure.target)
    return Figure(measure.name, passed / of, "share", of, *wilson(passed, of), target=measure.target)


def _mean(score: Score, asked: Sequence[Asked]) -> Figure:
    values = [value for one in asked if (value := score.value(one)) is not None]
    if not values:
        return Figure(score.name, None, score.unit, 0, target=score.target)
    return Figure(
        score.name, fmean(values), score.unit, len(values), *about_mean(values), target=score.target
    )


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
        after=known.after,
        expected=expected(known),
        got=asked.reply.text,
        failed=failed,
        reasons=tuple(reasons(asked)),
    )
