"""Files of known answers: questions with the words of the record that count and the facts an answer must hold.

One JSON object a line in `known_answers/*/*.jsonl`; `eval.parsing` says of which fields. Check a file with
`python -m eval.known_answers FILE [--papers DIR]`.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from eval.known import Known, KnownAnswersError
from eval.parsing import parse


def load(*paths: Path) -> tuple[Known, ...]:
    """Every known answer of the files, in order. Raises KnownAnswersError naming the first bad line."""
    known, problems = read(paths)
    if problems:
        raise KnownAnswersError(problems[0])
    return known


def read(paths: Iterable[Path]) -> tuple[tuple[Known, ...], list[str]]:
    """What is sound in the files, and a sentence "file:line: reason" for each line that is not."""
    known: dict[str, Known] = {}
    problems: list[str] = []
    for path in paths:
        try:
            lines = path.read_text(encoding="utf-8").split("\n")
        except (OSError, UnicodeDecodeError) as error:
            problems.append(f"{path}: cannot be read ({error}); name a JSONL file of known answers.")
            continue
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                one = parse(line)
                if one.id in known:
                    raise ValueError(f"id {one.id!r} is used twice")
                known[one.id] = one
            except ValueError as error:  # JSONDecodeError is one
                problems.append(f"{path}:{number}: {error}")
    return tuple(known.values()), problems


def main(argv: Sequence[str] | None = None) -> int:
    """Check files of known answers; problems go to stderr, a summary to stdout. Returns the exit status."""
    from eval.proofread import proofread

    parser = argparse.ArgumentParser(prog="python -m eval.known_answers", description=main.__doc__)
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument(
        "--papers", type=Path, metavar="DIR", help="check spans, places and facts against these papers"
    )
    args = parser.parse_args(argv)
    known, problems = read(args.files)
    doubts: list[str] = []
    if args.papers:
        wrong, doubts = proofread(known, args.papers)
        problems += wrong
    for line in [*(f"doubt: {doubt}" for doubt in doubts), *problems]:
        print(line, file=sys.stderr)
    unanswerable = sum(not one.answerable for one in known)
    print(
        f"{len(known)} known answers, {unanswerable} of them unanswerable; "
        f"{len(problems)} problems, {len(doubts)} doubts"
    )
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
