"""Known answers parted at random into the two halves: `python -m eval.split FILE... --set NAME --seed N`.

Each category is parted by itself, so that both halves have all of them. What falls where depends on the seed and the
questions' ids alone: shuffling the lines changes nothing, and nobody chooses. Done once; the final half is then
measured and not looked at.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from eval.known import Known, KnownAnswersError
from eval.known_answers import load
from eval.parsing import write
from eval.sets import HALVES

FOLDER = Path(__file__).with_name("known_answers")


def split(known: Sequence[Known], seed: int, final_share: float) -> tuple[list[Known], list[Known]]:
    """(tuning, final): within answerable and unanswerable, category after category, each in the order of a digest of
    seed and id, `final_share` of the questions are taken evenly for the final half. Both keep the order given."""
    ordered = sorted(known, key=lambda one: (not one.answerable, one.category, _lot(seed, one.id)))
    final = {
        one.id
        for at, one in enumerate(ordered)
        if int((at + 1) * final_share + 0.5) > int(at * final_share + 0.5)
    }
    return [one for one in known if one.id not in final], [one for one in known if one.id in final]


def _lot(seed: int, id_: str) -> str:
    return hashlib.sha256(f"{seed}:{id_}".encode()).hexdigest()


def main(argv: Sequence[str] | None = None) -> int:
    """Add located known answers to the two halves of a set. Returns the exit status: 1 when they are there already."""
    parser = argparse.ArgumentParser(prog="python -m eval.split", description=main.__doc__)
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="known answers, located")
    parser.add_argument("--set", required=True, metavar="NAME", help="the set they belong to")
    parser.add_argument("--seed", required=True, type=int, metavar="N", help="any number, chosen beforehand")
    parser.add_argument(
        "--final-share", type=float, default=0.5, metavar="SHARE", help="0 to 1 (default: 0.5)"
    )
    parser.add_argument("--prefix", default="", metavar="WORDS", help="put before every id")
    parser.add_argument(
        "--into", type=Path, default=FOLDER, metavar="DIR", help="default: the evaluation's own"
    )
    args = parser.parse_args(argv)
    paths = {half: args.into / half / f"{args.set}.jsonl" for half in HALVES}
    try:
        drawn = [replace(one, id=f"{args.prefix}{one.id}") for one in load(*args.files)]
        held = {one.id for path in paths.values() if path.is_file() for one in load(path)}
    except KnownAnswersError as error:
        print(error, file=sys.stderr)
        return 1
    if twice := sorted(one.id for one in drawn if one.id in held):
        print(f"{args.set} holds {twice[0]} already; give these other ids: --prefix.", file=sys.stderr)
        return 1
    for half, part in zip(HALVES, split(drawn, args.seed, args.final_share), strict=True):
        paths[half].parent.mkdir(parents=True, exist_ok=True)
        with paths[half].open("a", encoding="utf-8") as file:
            file.writelines(f"{write(one)}\n" for one in part)
        print(
            f"{half}: {len(part)} known answers, {sum(not one.answerable for one in part)} of them unanswerable"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
