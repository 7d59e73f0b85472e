"""What several commands share: wrong use, how a command is declared, the width of the terminal."""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Callable
from typing import TypeAlias

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"
Run = Callable[[argparse.Namespace], int]


class UsageError(Exception):
    """The command was used wrongly. The message is one sentence that names the remedy."""


def declare(
    commands: Commands, everywhere: argparse.ArgumentParser, name: str, run: Run, summary: str, more: str = ""
) -> argparse.ArgumentParser:
    """A command with the options that stand everywhere; `run` takes the parsed arguments."""
    parser: argparse.ArgumentParser = commands.add_parser(
        name, help=summary, description=f"{summary}. {more}".strip(), parents=[everywhere], allow_abbrev=False
    )
    parser.set_defaults(run=run)
    return parser


def width() -> int:
    """Columns to wrap at: the terminal's, kept readable."""
    return max(40, min(100, shutil.get_terminal_size().columns))


def say(text: str) -> None:
    """Progress and complaints, on stderr."""
    print(text, file=sys.stderr, flush=True)
