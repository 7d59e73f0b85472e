"""The bench's own arithmetic; the speeds themselves are for `minutebook bench`."""

from __future__ import annotations

import sys

import pytest

from eval import bench
from eval.figures import Figure
from eval.models import EvaluationError


def test_pairs_take_turns_at_going_first() -> None:
    order: list[str] = []
    for turn in range(3):
        bench.paired(lambda: order.append("one"), lambda: order.append("other"), turn)
    assert order == ["one", "other", "other", "one", "one", "other"]


def test_a_cold_question_that_fails_is_told_with_its_last_words() -> None:
    words = [sys.executable, "-c", "import sys; print('no library', file=sys.stderr); sys.exit(1)"]
    with pytest.raises(EvaluationError, match="A cold question failed: no library"):
        bench._spawn(words)
    assert bench._spawn(words, accept=(0, 1)) == 1


def test_figures_are_shown_with_targets() -> None:
    text = bench._text(
        [
            Figure("index build / encode alone", 1.3, "times", 3, target=1.25),
            Figure("cold question, median", 2.0, "s", 5, target=3.0),
            Figure("encode alone", 8.123, "s", 120),
        ]
    )
    assert text.splitlines() == [
        "speed                       figure     over  target         met",
        "index build / encode alone  1.3 times  3     <= 1.25 times  NO",
        "cold question, median       2 s        5     <= 3 s         yes",
        "encode alone                8.12 s     120",
    ]
