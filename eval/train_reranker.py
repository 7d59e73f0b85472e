"""Train a reranker: python -m eval.train_reranker --papers DIR --out FILE [--base DIR] [--squad FILE ...]

Three stages: SQuAD 2.0, if its files are given; the training questions and the invented items; the tuning half of the
known answers beside some of the second stage again. Needs `pip install "minutebook[train]"`; takes about two hours on
two cores. The result is `index/reranker-small.onnx`, or `index/reranker-large.onnx` where `--base` names a folder with
all-mpnet-base-v2. With `--late` as well it is `index/late-interaction.npz`, learnt in one stage from all of it.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path

import numpy as np

from corpus.models import CorpusError
from eval.known import KnownAnswersError
from eval.known_answers import load
from eval.models import EvaluationError
from eval.sets import NAMES, PAPERS, absent, cache, find, library_of
from eval.training import invented
from eval.training.candidates import Finder, Group, learn, learn_known
from eval.training.questions import FILE, Lesson, documents, papers_in, read
from eval.training.squad import learn_squad
from index.ingest import ingest
from index.library import Library
from index.models import LibraryError
from rag.assistant import Assistant
from rag.models import QuestionError

SEED = 1
TRAINING = "training"  # the library of the training papers
KNOWN_RATE = 0.6  # of the steepest rate, in the third stage
MOST_GENERAL = 6_300  # SQuAD's questions, as many with an answer as without
INVENTED_TWICE = 2  # in the second stage, each invented question so often
KNOWN_TWICE, AGAIN = 2, 1_700  # in the third: each known answer so often; so many questions of the second
NEEDED = ("transformers", "onnx")


def missing() -> str | None:
    """What cannot be imported, in a sentence; None when all is there."""
    gone = [name for name in NEEDED if find_spec(name) is None]
    if not gone:
        return None
    return f'Training needs {", ".join(gone)}; install what it needs with: pip install "minutebook[train]"'


def general_groups(files: Iterable[Path], draw: np.random.Generator) -> list[Group]:
    """Groups of SQuAD's questions."""
    groups = [group for file in files for group in learn_squad(file)]
    halves = ([each for each in groups if each.answers], [each for each in groups if not each.answers])
    return [half[at] for half in halves for at in draw.permutation(len(half))[: MOST_GENERAL // 2]]


def own_groups(place: Path, made: Mapping[str, Path], lessons: Sequence[Lesson]) -> list[Group]:
    """Groups of the training questions, candidates from a library of their papers."""
    library = made.get(TRAINING, cache() / TRAINING)
    if TRAINING not in made:
        ingest(library, papers_in(place, documents(lessons)))
    with Library.open(library) as opened:
        return [group for group in learn(Finder(opened), lessons) if group.others]


def known_groups(made: Mapping[str, Path], most: int | None) -> list[Group]:
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


def train(
    general: Sequence[Group],
    own: Sequence[Group],
    known: Sequence[Group],
    draw: np.random.Generator,
    base: Path | None,
    out: Path,
) -> None:
    """The three stages, each left out if it has nothing, and the model's export to `out`."""
    from eval.training.export import export
    from eval.training.model import CrossEncoder, large, small, teach

    size = large(base) if base else small()
    model = CrossEncoder(size)
    again = [own[at] for at in draw.permutation(len(own))[:AGAIN]]
    stages = (
        (general, size.rate),
        (own, size.rate),
        ([*list(known) * KNOWN_TWICE, *again], KNOWN_RATE * size.rate),
    )
    for groups, rate in stages:
        if groups:
            teach(model, groups, rate, draw, _tell)
    export(model, out)


def train_late(groups: Sequence[Group], draw: np.random.Generator, base: Path, out: Path) -> None:
    """What late interaction matches, from the vectors of `base`, written to `out`."""
    from eval.training.late import teach_late, untaught

    model = untaught(base, groups)
    teach_late(model, groups, draw, _tell)
    model.save(out)


def main(argv: Sequence[str] | None = None) -> int:
    """Train the reranker. Returns the exit status: 1 with a sentence when something is missing."""
    parser = argparse.ArgumentParser(prog="python -m eval.train_reranker", description=main.__doc__)
    parser.add_argument("--papers", type=Path, default=PAPERS["limerick"], metavar="DIR",
                        help="a folder or an archive with the training papers")  # fmt: skip
    parser.add_argument(
        "--questions", type=Path, default=FILE, metavar="FILE", help="default: the project's own"
    )
    parser.add_argument("--base", type=Path, metavar="DIR",
                        help="a folder with all-mpnet-base-v2, to train the large one")  # fmt: skip
    parser.add_argument("--late", action="store_true",
                        help="with --base, to train what late interaction matches instead")  # fmt: skip
    parser.add_argument("--squad", type=Path, action="extend", nargs="+", default=[], metavar="FILE",
                        help="files of SQuAD 2.0, to learn of first")  # fmt: skip
    parser.add_argument("--library", action="append", default=[], metavar="NAME=DIR",
                        help=f"a library made before, of {TRAINING} or of a set")  # fmt: skip
    parser.add_argument(
        "--most", type=int, metavar="N", help="take so many questions of each file, to try it out"
    )
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help="where to write the model")
    args = parser.parse_args(argv)
    made = {name: Path(place) for name, _, place in (each.partition("=") for each in args.library)}
    draw = np.random.default_rng(SEED)
    try:
        lessons, items = read(args.questions)[: args.most], invented.read()[: args.most]
        if reason := missing():
            raise EvaluationError(reason)
        if args.base and not (args.base / "config.json").is_file():
            raise EvaluationError(f"{args.base} holds no model; name a folder with all-mpnet-base-v2.")
        if args.late and not args.base:
            raise EvaluationError("--late needs --base, a folder with all-mpnet-base-v2.")
        general = general_groups(args.squad, draw)[: args.most]
        own = own_groups(args.papers, made, lessons)
        own += list(invented.learn_invented(items, draw)) * INVENTED_TWICE
        known = known_groups(made, args.most)
        _tell(
            f"groups of questions: {len(general)} of SQuAD, {len(own)} of ours, {len(known)} of known answers"
        )
        import torch

        torch.manual_seed(SEED)
        if args.late:
            train_late([*general, *own, *known], draw, args.base, args.out)
        else:
            train(general, own, known, draw, args.base, args.out)
    except (EvaluationError, KnownAnswersError, CorpusError, LibraryError, QuestionError) as error:
        _tell(str(error))
        return 1
    print(f"{args.out}: {args.out.stat().st_size:,} bytes")
    return 0


def _tell(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
