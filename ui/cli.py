"""`minutebook`: the command line. Results to stdout, progress and complaints to stderr.

Exit 0 done (a refusal is an answer), 1 failed, 2 wrong use, 130 interrupted. Commands live in
`ui.commands`, one module each; they import what is heavy inside the function that needs it.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from ui.commands import ask, doctor, evaluate, fetch, ingest, parse, serve, show
from ui.commands.common import UsageError

COMMANDS = (ingest, fetch, ask, show, parse, serve, doctor, evaluate)
_SHELL_SIGPIPE = 141  # what a shell reports for a program whose reader went away


class Parser(argparse.ArgumentParser):
    """Wrong use is one sentence, like every other complaint."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {message} (see {self.prog} --help)\n")


def build_parser() -> argparse.ArgumentParser:
    everywhere = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    everywhere.add_argument(
        "--library", metavar="DIR", help="the library to use (or MINUTEBOOK_LIBRARY; default ./library)"
    )
    everywhere.add_argument(
        "--model", metavar="NAME", help="the embedding model (or MINUTEBOOK_MODEL; default the bundled one)"
    )
    parser = Parser(
        prog="minutebook",
        description="Ask a council's minutes a question; get the item number and the exact words back.",
        parents=[everywhere],
        allow_abbrev=False,
    )
    commands = parser.add_subparsers(
        metavar="COMMAND", dest="command", required=True, parser_class=Parser, title="commands"
    )
    for module in COMMANDS:
        module.add(commands, everywhere)
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status; never raises for what a person did."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        args = build_parser().parse_args(argv)
        _settle(args)
        status: int = args.run(args)
        sys.stdout.flush()
        return status
    except SystemExit as stop:  # argparse: --help is 0, wrong use is 2
        return stop.code if isinstance(stop.code, int) else 2
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # Nobody reads any more: keep the interpreter's last flush from complaining too.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _SHELL_SIGPIPE
    except Exception as problem:
        if os.environ.get("MINUTEBOOK_DEBUG"):
            raise
        sentence, status = _in_words(problem)
        print(f"minutebook: {sentence}", file=sys.stderr)
        return status


def _settle(args: argparse.Namespace) -> None:
    """What stands before the command and after it, and in the environment, becomes one library, one model."""
    named = getattr(args, "library", None)
    args.named_library = Path(named) if named else None  # said on this command line, not in the environment
    args.library = Path(named or os.environ.get("MINUTEBOOK_LIBRARY") or "library")
    if model := getattr(args, "model", None):
        os.environ["MINUTEBOOK_MODEL"] = model  # where the index looks for it


def _in_words(problem: Exception) -> tuple[str, int]:
    """One sentence and an exit status for anything that can go wrong."""
    from corpus.models import CorpusError
    from index.models import LibraryError
    from rag.models import QuestionError, WriterError

    if isinstance(problem, UsageError | QuestionError | WriterError):
        return str(problem), 2
    if isinstance(problem, CorpusError | LibraryError):
        return str(problem), 1
    if isinstance(problem, OSError):
        reason = (problem.strerror or str(problem)).lower()
        return (f"{problem.filename}: {reason}" if problem.filename else reason), 1
    kind = type(problem).__name__
    return f"something unexpected happened ({kind}); MINUTEBOOK_DEBUG=1 shows where", 1


if __name__ == "__main__":
    sys.exit(main())
