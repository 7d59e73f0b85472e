"""Fit the weights by which the assistant tells how sure it is: python -m eval.fit_confidence [--library NAME=DIR ...]

Every question of the calibration set, and those of `eval.altered` made from it, is looked at; those that certain rules
settle are left aside. The rerankers have not learnt from these questions: of those they have learnt from, they are
too sure. A logistic regression with an L2 penalty on standardised signs, by Newton's method: T. Hastie, R. Tibshirani
and J. Friedman, "The Elements of Statistical Learning", 2nd ed. 2009, 4.4. Judged by leaving one set out at a time.
With `--write`, what was fitted on all of them goes into `confidence.json`.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, fields
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from eval.altered import altered
from eval.known import Known
from eval.known_answers import load
from eval.sets import NAMES, absent, find, library_of
from rag.answering.answerable import Verdict
from rag.answering.confidence import FILE, Signs
from rag.assistant import Assistant
from rag.models import Answer, Refusal

PENALTY = 2.0
OF_ALTERED = 0.3  # weight of a question made by rule: it stands for fewer that people ask
THRESHOLD = 0.55  # of the 500 fitted on, fewest are wrong there; more would refuse what the record answers
THRESHOLDS = (0.3, 0.35, 0.4, 0.45, 0.5, 0.55)
_STEPS = 50

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Looked:
    """A question that was looked at: None for signs where a certain rule settles it."""

    set: str
    answerable: bool
    weight: float
    signs: tuple[float, ...] | None
    confidence: float  # as said now; all there is without signs


@dataclass(frozen=True, slots=True)
class Fitted:
    base: float
    signs: tuple[float, ...]

    def chance(self, signs: tuple[float, ...]) -> float:
        return float(1.0 / (1.0 + np.exp(-(self.base + np.dot(self.signs, signs)))))


def look(assistant: Assistant, name: str, known: Sequence[Known]) -> Iterator[Looked]:
    """Each known question, and each made from them, that no rule settles before evidence is weighed."""
    for one in known:
        before: list[Answer | Refusal] = []
        for question in one.after:
            before.append(assistant.ask(question, before=tuple(before)))
        if verdict := assistant.judge(one.question, before=tuple(before)):
            yield Looked(name, one.answerable, 1.0, *_seen(verdict))
    plain = [one.question for one in known if one.answerable and not one.after]
    for made in altered(assistant.library, plain):
        if verdict := assistant.judge(made.question):
            yield Looked(name, False, OF_ALTERED, *_seen(verdict))


def _seen(verdict: Verdict) -> tuple[tuple[float, ...] | None, float]:
    return (astuple(verdict.signs) if verdict.signs else None), verdict.confidence


def fit(looked: Sequence[Looked]) -> Fitted:
    """The weights under which what was looked at is likeliest, large ones held back."""
    seen = [one for one in looked if one.signs is not None]
    signs = np.array([one.signs for one in seen], dtype=np.float64)
    middle, spread = signs.mean(axis=0), signs.std(axis=0) + 1e-9
    rows = np.column_stack([(signs - middle) / spread, np.ones(len(seen))])
    truth = np.array([float(one.answerable) for one in seen])
    counts = np.array([one.weight for one in seen])
    held_back = np.diag([PENALTY] * signs.shape[1] + [1e-6])
    found: Floats = np.zeros(rows.shape[1])
    for _ in range(_STEPS):
        chances = 1.0 / (1.0 + np.exp(-(rows @ found)))
        slope = rows.T @ (counts * (chances - truth)) + held_back @ found
        bend = (rows * (counts * chances * (1.0 - chances))[:, None]).T @ rows + held_back
        step = np.linalg.solve(bend, slope)
        found -= step
        if float(np.abs(step).max()) < 1e-9:
            break
    weights = found[:-1] / spread
    return Fitted(float(found[-1] - weights @ middle), tuple(float(each) for each in weights))


def tell(looked: Sequence[Looked], chances: Mapping[int, float], threshold: float) -> str:
    """Refusal precision and recall at a threshold; beside them, how many of those made by rule are refused."""
    real = [(one, chances[at]) for at, one in enumerate(looked) if one.weight == 1.0]
    refused = [one for one, chance in real if chance < threshold]
    right = sum(not one.answerable for one in refused)
    silent = sum(not one.answerable for one, _ in real)
    made = [chances[at] < threshold for at, one in enumerate(looked) if one.weight < 1.0]
    return (
        f"{threshold:.2f}: refusal precision {right / max(1, len(refused)):.3f} ({right}/{len(refused)}), "
        f"recall {right / max(1, silent):.3f} ({right}/{silent}), wrong {len(refused) - 2 * right + silent}; "
        f"of those made by rule {sum(made)}/{len(made)} refused"
    )


def left_out(looked: Sequence[Looked]) -> dict[int, float]:
    """For each question its chance by weights fitted without its set."""
    chances = {}
    for name in sorted({one.set for one in looked}):
        fitted = fit([one for one in looked if one.set != name])
        for at, one in enumerate(looked):
            if one.set == name:
                chances[at] = fitted.chance(one.signs) if one.signs else one.confidence
    return chances


def ruled_out(looked: Sequence[Looked]) -> float:
    """The share answerable of those that the certain rules refuse, one of each added."""
    none = [
        one.answerable for one in looked if one.signs is None and one.weight == 1.0 and one.confidence < 0.5
    ]
    return (sum(none) + 1) / (len(none) + 2)


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m eval.fit_confidence", description="Fit how sure answers are."
    )
    parser.add_argument(
        "--library", action="append", default=[], metavar="NAME=DIR", help="a library made before"
    )
    parser.add_argument("--threshold", type=float, default=THRESHOLD)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args(argv)
    made = dict(each.split("=", 1) for each in args.library)
    looked: list[Looked] = []
    for name in NAMES:
        known_set = find(name, "calibration", library=Path(made[name]) if name in made else None)
        if reason := absent(known_set):
            print(f"{name} is left out. {reason}", file=sys.stderr)
            continue
        looked += look(Assistant.open(library_of(known_set)), name, load(known_set.file))
    chances = left_out(looked)
    for name in sorted({one.set for one in looked}):
        own = [at for at, one in enumerate(looked) if one.set == name]
        print(
            f"{name:9}",
            tell([looked[at] for at in own], dict(enumerate(chances[at] for at in own)), args.threshold),
        )
    for threshold in THRESHOLDS:
        print("all      ", tell(looked, chances, threshold))
    fitted = fit(looked)
    names = [field.name for field in fields(Signs)]
    held = {
        "threshold": args.threshold,
        "ruled_out": round(ruled_out(looked), 3),
        "base": round(fitted.base, 3),
        "signs": {name: round(weight, 3) for name, weight in zip(names, fitted.signs, strict=True)},
    }
    print(json.dumps(held, indent=2))
    if args.write:
        FILE.write_text(json.dumps(held, indent=2) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
