"""Train the reranker: python -m eval.train_reranker --papers DIR --out FILE [--library NAME=DIR ...]

Two stages: the training questions, then the tuning half of the known answers beside some of the training questions
again. Needs `pip install "minutebook[train]"`; takes about an hour on two cores. The result is `index/reranker.onnx`.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path

import numpy as np

from corpus.models import CorpusError
from eval.known import KnownAnswersError
from eval.known_answers import load
from eval.models import EvaluationError
from eval.sets import NAMES, PAPERS, absent, cache, find, library_of
from eval.training.candidates import Finder, Group, learn, learn_known
from eval.training.questions import FILE, Lesson, documents, papers_in, read
from index.ingest import ingest
from index.library import Library
from index.models import LibraryError
from rag.assistant import Assistant
from rag.models import QuestionError

SEED = 1
TRAINING = "training"  # the library of the training papers
FIRST_RATE, FIRST_ROUNDS = 8e-5, 2
SECOND_RATE, SECOND_ROUNDS = 5e-5, 1
KNOWN_TWICE, AGAIN = 2, 1_700  # in the second stage: each known answer so often; so many training questions
NEEDED = ("transformers", "onnx")


def missing() -> str | None:
    """What cannot be imported, in a sentence; None when all is there."""
    gone = [name for name in NEEDED if find_spec(name) is None]
    if not gone:
        return None
    return f'Training needs {", ".join(gone)}; install what it needs with: pip install "minutebook[train]"'


def first_groups(place: Path, made: Mapping[str, Path], lessons: Sequence[Lesson]) -> list[Group]:
    """Groups of the training questions, candidates from a library of their papers."""
    library = made.get(TRAINING, cache() / TRAINING)
    if TRAINING not in made:
        ingest(library, papers_in(place, documents(lessons)))
    with Library.open(library) as opened:
        return [group for group in learn(Finder(opened), lessons) if group.others]


def second_groups(made: Mapping[str, Path], most: int | None) -> list[Group]:
    """Groups of the tuning half's known answers, `most` of each set."""
    groups: list[Group] = []
    for name in NAMES:
        known_set = find(name, "tuning", library=made.get(name))
        if reason := absent(known_set):
            print(f"{name} is left out. {reason}", file=sys.stderr)
            continue
        with Library.open(library_of(known_set)) as library:
            groups += learn_known(Assistant(library), Finder(library), load(known_set.file)[:most])
    return groups


def train(first: Sequence[Group], second: Sequence[Group], out: Path) -> None:
    """Both stages, and the model's export to `out`."""
    import torch

    from eval.training.export import export
    from eval.training.model import CrossEncoder, Stage, teach

    torch.manual_seed(SEED)
    draw = np.random.default_rng(SEED)
    model = CrossEncoder()
    teach(model, first, Stage(FIRST_RATE, FIRST_ROUNDS), draw, _tell)
    again = [first[at] for at in draw.permutation(len(first))[:AGAIN]]
    teach(model, [*list(second) * KNOWN_TWICE, *again], Stage(SECOND_RATE, SECOND_ROUNDS), draw, _tell)
    export(model, out)


def main(argv: Sequence[str] | None = None) -> int:
    """Train the reranker. Returns the exit status: 1 with a sentence when something is missing."""
    parser = argparse.ArgumentParser(prog="python -m eval.train_reranker", description=main.__doc__)
    parser.add_argument("--papers", type=Path, default=PAPERS["limerick"], metavar="DIR",
                        help="a folder or an archive with the training papers")  # fmt: skip
    parser.add_argument(
        "--questions", type=Path, default=FILE, metavar="FILE", help="default: the project's own"
    )
    parser.add_argument("--library", action="append", default=[], metavar="NAME=DIR",
                        help=f"a library made before, of {TRAINING} or of a set")  # fmt: skip
    parser.add_argument(
        "--most", type=int, metavar="N", help="take so many questions of each file, to try it out"
    )
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help="where to write the model")
    args = parser.parse_args(argv)
    made = {name: Path(place) for name, _, place in (each.partition("=") for each in args.library)}
    try:
        lessons = read(args.questions)[: args.most]
        if reason := missing():
            raise EvaluationError(reason)
        first = first_groups(args.papers, made, lessons)
        second = second_groups(made, args.most)
        _tell(f"{len(lessons)} questions, {len(first)} of them of use; {len(second)} known answers of use")
        train(first, second, args.out)
    except (EvaluationError, KnownAnswersError, CorpusError, LibraryError, QuestionError) as error:
        _tell(str(error))
        return 1
    print(f"{args.out}: {args.out.stat().st_size:,} bytes")
    return 0


def _tell(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
