"""`python -m eval.reading TRUTH.json FOLDER`: read the papers of a truth and print how well they were read."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from corpus.extract import extract
from corpus.models import CorpusError
from corpus.read import read_paper
from eval.reading.score import FOUND, RIGHT, Score, score_paper, total
from eval.reading.truth import TruePaper, TruthError, load

FIGURES = (*(f"{what} {side}" for what in FOUND for side in ("precision", "recall")), *RIGHT)
_HEADS = ("item P", "item R", "dec P", "dec R", "number", "date", "body", "outc.", "mover", "second", "vote")


def measure(truth: Sequence[TruePaper], folder: Path) -> dict[str, Score]:
    """Each paper's score by its name. Raises CorpusError for a paper that cannot be read."""
    return {
        true.document: score_paper(true, read_paper(extract(folder / true.document, true.document)))
        for true in truth
    }


def table(scores: dict[str, Score]) -> str:
    """One line a paper and one in total: precision and recall of items and decisions, shares right of fields."""
    lines = [" ".join(f"{head:>6}" for head in _HEADS)]
    lines += [f"{_line(score)}  {name}" for name, score in scores.items()]
    lines.append(f"{_line(total(scores.values()))}  all {len(scores)}")
    return "\n".join(lines)


def _line(score: Score) -> str:
    shares = [score.share(figure) for figure in FIGURES]
    return " ".join("     -" if share is None else f"{share:6.3f}" for share in shares)


def _json(scores: dict[str, Score]) -> str:
    all_papers = {"all": total(scores.values())}
    return json.dumps(
        {
            name: {
                "figures": {figure: score.share(figure) for figure in FIGURES},
                "counts": dict(score.counts),
                "notes": score.notes,
            }
            for name, score in (scores | all_papers).items()
        },
        indent=2,
        ensure_ascii=False,
    )


def main(argv: Sequence[str] | None = None) -> int:
    """Print how well papers are read beside a truth made by hand. Returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m eval.reading", description=main.__doc__)
    parser.add_argument("truth", type=Path, metavar="TRUTH.json")
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="where the papers lie")
    parser.add_argument("--json", action="store_true", help="figures, counts and notes as JSON")
    args = parser.parse_args(argv)
    try:
        scores = measure(load(args.truth), args.folder)
    except (TruthError, CorpusError, OSError) as problem:
        print(problem, file=sys.stderr)
        return 1
    if args.json:
        print(_json(scores))
        return 0
    for name, score in scores.items():
        if score.notes:
            print(name, *(f"  {note}" for note in score.notes), "", sep="\n")
    print(table(scores))
    return 0


if __name__ == "__main__":
    sys.exit(main())
