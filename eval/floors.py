"""The committed figures, below which `minutebook eval --floor` fails. Renew them: `python -m eval.floors`."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from math import floor
from pathlib import Path

from eval.figures import HIGHER_IS_BETTER, Figure, Half

FLOORS = Path(__file__).with_name("floors.json")
HELD = (
    "correct and correctly cited", "correct", "refusal precision", "refusal recall", "citation precision",
    "citation recall", "quotes verbatim", "stray numbers", "stray numbers in claims", "stray numbers in counts",
    "kind accuracy", "nDCG@10", "recall@10",
)  # fmt: skip

Floors = Mapping[
    str, Mapping[str, Mapping[str, float]]
]  # half -> set or "all" -> measure -> the least (or the most)


def floors() -> Floors:
    committed: Floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    return committed


def below(halves: Sequence[Half], committed: Floors) -> list[str]:
    """A sentence for each figure that is worse than the committed one, and for a half of which none is committed. The
    figures over all sets are compared only when no committed set is left out."""
    from eval.report import show

    lines = []
    for half in halves:
        held = committed.get(half.name, {})
        if not held:
            lines.append(
                f"No figures of the {half.name} half are committed; commit some: python -m eval.floors."
            )
        whole = {name for name, _ in half.sets} >= held.keys() - {"all"}
        for name, reports in half.columns:
            if name == "all" and not whole:
                continue
            for measure, value in held.get(name, {}).items():
                figure = reports[0].figure(measure)
                if figure.worse_than(value):
                    lines.append(
                        f"{name}, {half.name} half: {measure} is {show(figure)}; the floor is {value:g}."
                    )
    return lines


def measured(halves: Sequence[Half]) -> dict[str, dict[str, dict[str, float]]]:
    """The figures as they are committed: shares and means rounded down to a thousandth."""
    return {
        half.name: {
            name: {
                measure: _rounded(figure)
                for measure in HELD
                if (figure := reports[0].figure(measure)).value is not None
            }
            for name, reports in half.columns
        }
        for half in halves
    }


def _rounded(figure: Figure) -> float:
    value = figure.value or 0.0
    return floor(value * 1000) / 1000 if figure.unit in HIGHER_IS_BETTER else value


def main() -> int:
    """Measure every set that is written, both halves, and commit the figures. Returns the exit status."""
    from eval.models import EvaluationError
    from eval.run import choose, evaluate
    from eval.sets import NAMES, absent

    wanted = [one for one in choose(NAMES, None, None, None) if one.file.is_file()]
    if reasons := [reason for one in wanted if (reason := absent(one))]:
        print(
            f"Floors are renewed on all sets that are written, or not at all. {reasons[0]}", file=sys.stderr
        )
        return 1
    try:
        halves = evaluate(wanted)
    except EvaluationError as error:
        print(error, file=sys.stderr)
        return 1
    FLOORS.write_text(json.dumps(measured(halves), indent=1) + "\n", encoding="utf-8")
    print(f"{FLOORS} holds the figures of {sum(half.whole[0].questions for half in halves)} questions.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
