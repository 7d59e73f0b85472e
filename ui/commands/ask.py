"""`minutebook ask`: one question, or one a line from standard input."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from ui.commands.common import Commands, UsageError, declare, say, width
from ui.dates import read_days

if TYPE_CHECKING:
    from index.models import Filters
    from rag.assistant import Assistant
    from rag.models import Answer, Refusal


def add(commands: Commands, everywhere: argparse.ArgumentParser) -> None:
    parser = declare(
        commands, everywhere, "ask", run, "Ask the library a question",
        "A question of - reads one question a line from standard input.",
    )  # fmt: skip
    parser.add_argument(
        "question", nargs="+", metavar="QUESTION", help="the question, or - for standard input"
    )
    parser.add_argument(
        "--after", action="append", default=[], metavar="QUESTION",
        help="asked before, in the same conversation; may be repeated, the oldest first",
    )  # fmt: skip
    parser.add_argument("--json", action="store_true", help="print one JSON object for each question")
    parser.add_argument("--body", metavar="NAME", help="only this committee, panel or other body")
    parser.add_argument("--council", metavar="NAME", help="only this council")
    parser.add_argument(
        "--from", dest="date_from", metavar="DATE", help="only meetings on or after this date"
    )
    parser.add_argument("--to", dest="date_to", metavar="DATE", help="only meetings on or before this date")
    parser.add_argument("--item", metavar="NUMBER", help="only this agenda or minute number")


def run(args: argparse.Namespace) -> int:
    filters = read_filters(args)
    question = " ".join(args.question)
    for each in (*args.after, question):
        if each != "-":
            check_question(each)
    from ui.commands.opening import open_assistant

    assistant = open_assistant(args.library)
    before = converse(assistant, args.after, filters)
    if question == "-":
        return ask_each(assistant, sys.stdin, filters, args.json, before)
    print_said(assistant.ask(question, filters, before), args.json)
    return 0


def converse(
    assistant: Assistant, questions: Iterable[str], filters: Filters
) -> tuple[Answer | Refusal, ...]:
    """The replies of a conversation, in order; each question is asked after the ones before it."""
    before: tuple[Answer | Refusal, ...] = ()
    for question in questions:
        before += (assistant.ask(question, filters, before),)
    return before


def read_filters(args: argparse.Namespace) -> Filters:
    """Filters from the options. Raises UsageError for a date that cannot be read or a blank option."""
    from index.models import Filters

    for name in ("body", "council", "item"):
        if getattr(args, name) is not None and not getattr(args, name).strip():
            raise UsageError(f"--{name} is blank: name one or leave the option out")
    first = _day(args.date_from, "--from", 0)
    last = _day(args.date_to, "--to", 1)
    if first and last and first > last:
        raise UsageError(f"--from {first} is after --to {last}: swap them")
    return Filters(council=args.council, body=args.body, date_from=first, date_to=last, item=args.item)


def _day(text: str | None, option: str, end: int) -> dt.date | None:
    if text is None:
        return None
    try:
        return read_days(text)[end]
    except ValueError as problem:
        raise UsageError(f"{option}: {problem}") from None


def check_question(question: str) -> None:
    """Turn away at once, before a library is opened, what could never be asked."""
    from rag.models import QuestionError

    if not question.strip():
        raise QuestionError('the question is blank: write one, such as minutebook ask "what was decided?"')


def ask_each(
    assistant: Assistant,
    lines: Iterable[str],
    filters: Filters,
    as_json: bool,
    before: Sequence[Answer | Refusal] = (),
) -> int:
    """Answer every line that is not blank, each after the same conversation. A line that cannot be asked is reported
    and the rest go on."""
    from rag.models import QuestionError, Refusal
    from ui.present import on_one_line

    status, first = 0, True
    for question in filter(None, map(str.strip, lines)):
        if not as_json:
            print("" if first else "\n", f"> {on_one_line(question)}", sep="", flush=True)
        first = False
        try:
            print_said(assistant.ask(question, filters, before), as_json)
        except QuestionError as problem:
            status = 2
            say(f"minutebook: {problem}")
            if as_json:  # one object a line, whatever was asked
                print_said(Refusal(question, str(problem), (), (), 0.0), as_json)
    return status


def print_said(said: Answer | Refusal, as_json: bool) -> None:
    from ui.present import json_line, to_json, to_text

    print(json_line(to_json(said)) if as_json else to_text(said, width()), flush=True)
