"""`minutebook eval` and `minutebook bench`: how good the answers are, and how fast they come."""

from __future__ import annotations

import argparse
from pathlib import Path

from ui.commands.common import Commands, declare


def add(commands: Commands, everywhere: argparse.ArgumentParser) -> None:
    judge = declare(
        commands, everywhere, "eval", run_eval, "Ask the known questions and judge the answers",
        "Builds a library of the papers each set is about, unless --library names one.",
    )  # fmt: skip
    judge.add_argument(
        "sets",
        nargs="*",
        metavar="SET",
        help="seeds, sample, kent, limerick or a file of known answers",
    )
    judge.add_argument("--half", choices=("tuning", "final"), help="only that half of the sets' questions")
    judge.add_argument("--papers", type=Path, metavar="DIR", help="the papers the questions are about")
    judge.add_argument("--baseline", action="store_true", help="put simpler systems beside it")
    judge.add_argument("--floor", action="store_true", help="fail when a figure is under the committed one")
    judge.add_argument("--no-misses", action="store_true", help="figures only, without what was missed")
    judge.add_argument("--report", type=Path, metavar="FILE", help="write an HTML page as well")
    judge.add_argument("--json", action="store_true", help="print JSON")
    bench = declare(
        commands, everywhere, "bench", run_bench, "Time building a library and asking it",
        "Uses a library of the sample papers, unless --library names one.",
    )  # fmt: skip
    bench.add_argument("--papers", type=Path, metavar="DIR", help="the papers to build a library of")
    bench.add_argument("--json", action="store_true", help="print JSON")


def run_eval(args: argparse.Namespace) -> int:
    from eval.run import run
    from eval.sets import NAMES

    return run(
        args.sets or NAMES,
        half=args.half,
        library=args.named_library,
        papers=args.papers,
        as_json=args.json,
        baseline=args.baseline,
        misses=not args.no_misses,
        floor=args.floor,
        page=args.report,
    )


def run_bench(args: argparse.Namespace) -> int:
    from eval.bench import run

    return run(args.named_library, args.papers, as_json=args.json)
