"""Ranking and calibration against figures worked out by hand."""

from __future__ import annotations

from dataclasses import replace
from math import log2

import pytest

from eval.figures import Bin
from eval.measures.brier import brier
from eval.measures.calibration_error import bins, calibration_error
from eval.measures.interval import about_mean
from eval.measures.ndcg import ndcg
from eval.measures.recall_at import recall
from eval.models import Ranking


@pytest.mark.parametrize(
    ("relevant", "of", "gain", "found"),
    [
        ((True,), 1, 1.0, 1.0),
        ((False, True), 1, 1 / log2(3), 1.0),
        ((False, True, False, True), 2, (1 / log2(3) + 1 / log2(5)) / (1 + 1 / log2(3)), 1.0),
        ((False,) * 10 + (True,), 1, 0.0, 0.0),  # eleventh
        ((True,) * 10, 25, 1.0, 1.0),  # no more than ten can be among ten
        ((), 1, 0.0, 0.0),
    ],
)
def test_ranking(made, ask, relevant, of, gain, found) -> None:
    asked = replace(ask(made.GOOD), ranking=Ranking(relevant, of))
    assert ndcg(asked) == pytest.approx(gain)
    assert recall(asked) == pytest.approx(found)


def test_no_relevant_item_is_no_ranking(made, ask) -> None:
    assert ndcg(ask(made.GOOD)) is recall(ask(made.GOOD)) is None


def sure(made, ask, confidence: float | None, answerable: bool):
    return ask(replace(made.REFUSED, confidence=confidence), made.KNOWN if answerable else made.SILENT)


def test_brier_is_the_squared_distance_to_what_was_so(made, ask) -> None:
    assert brier(sure(made, ask, 0.7, True)) == pytest.approx(0.09)
    assert brier(sure(made, ask, 0.7, False)) == pytest.approx(0.49)
    assert brier(sure(made, ask, None, True)) is None


def test_calibration_weighs_bins_by_their_replies(made, ask) -> None:
    asked = [sure(made, ask, 0.9, True), sure(made, ask, 0.94, False), sure(made, ask, 1.0, True)]
    asked += [sure(made, ask, 0.2, False), sure(made, ask, None, True)]
    low, high = bins(asked)
    assert low == Bin(0.2, 0.0, 1)
    assert (high.confidence, high.answerable, high.replies) == (
        pytest.approx(2.84 / 3),
        pytest.approx(2 / 3),
        3,
    )
    assert calibration_error((low, high)) == pytest.approx((0.2 + abs(2.84 - 2)) / 4)
    assert calibration_error(()) is None


def test_an_interval_about_a_mean() -> None:
    assert about_mean([0.4, 0.6]) == pytest.approx((0.5 - 0.196, 0.5 + 0.196), abs=1e-3)
    assert about_mean([0.5]) == (0.0, 1.0)
