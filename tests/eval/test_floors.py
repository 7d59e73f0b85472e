"""The committed figures: what CI holds the answers to, and how they are renewed."""

from __future__ import annotations

import pytest

from eval.figures import Figure, Half, Report
from eval.floors import HELD, below, floors, measured
from eval.judge import figures
from eval.sets import HALVES, NAMES


def report(**values: float | None) -> Report:
    units = {"stray numbers": "count", "Brier score": "error"}
    made = tuple(
        Figure(
            name, values.get(name.replace(" ", "_").replace("@", "_at_"), 1.0), units.get(name, "share"), 9
        )
        for name in HELD
    )
    return Report("minutebook", 9, made, (), (), ())


def half(*sets: str, **values: float | None) -> Half:
    return Half("final", tuple((name, (report(**values),)) for name in sets), (report(**values),))


def test_every_measure_that_is_held_exists() -> None:
    assert set(HELD) <= {figure.name for figure in figures([])}


def test_the_committed_floors_are_of_our_sets_and_measures() -> None:
    for name, sets in floors().items():
        assert name in HALVES
        assert set(sets) <= {*NAMES, "all"}
        assert all(set(held) <= set(HELD) for held in sets.values())


def test_a_figure_is_held_to_its_floor_in_its_own_direction() -> None:
    committed = {"final": {"sample": {"correct": 0.9, "stray numbers": 0}}}
    assert below([half("sample", correct=0.9, stray_numbers=0)], committed) == []
    assert below([half("sample", correct=0.899, stray_numbers=2)], committed) == [
        "sample, final half: correct is 89.9% of 9; the floor is 0.9.",
        "sample, final half: stray numbers is 2; the floor is 0.",
    ]
    assert below([half("sample", correct=None)], committed)[0] == (
        "sample, final half: correct is -; the floor is 0.9."
    )


def test_a_half_without_floors_is_told() -> None:
    assert below([half("sample")], {"tuning": {"all": {"correct": 0.9}}}) == [
        "No figures of the final half are committed; commit some: python -m eval.floors."
    ]


def test_all_sets_together_are_held_only_when_all_are_there() -> None:
    committed = {"final": {"all": {"correct": 0.9}, "sample": {}, "kent": {}}}
    assert below([half("sample", "seeds", correct=0.5)], committed) == []
    assert below([half("sample", "kent", correct=0.5)], committed) == [
        "all, final half: correct is 50.0% of 9; the floor is 0.9."
    ]


def test_renewed_floors_are_held_by_what_they_were_measured_on() -> None:
    halves = [half("sample", "kent", correct=0.91251, stray_numbers=0, kind_accuracy=None)]
    renewed = measured(halves)
    assert renewed["final"]["kent"]["correct"] == 0.912
    assert "kind accuracy" not in renewed["final"]["all"]
    assert below(halves, renewed) == []


@pytest.mark.parametrize(("unit", "worse"), [("share", True), ("mean", True), ("error", False), ("s", False)])
def test_worse(unit: str, worse: bool) -> None:
    assert Figure("x", 0.4, unit, 9).worse_than(0.5) is worse
