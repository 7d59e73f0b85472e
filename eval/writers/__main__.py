"""`python -m eval.writers`: what becomes of the sentences that language models write.

Scripted hostile models, an honest one, and the model that MINUTEBOOK_LLM names word the quoted answers to questions of
the tuning half. Every sentence of a hostile one is false, so each that is kept is an unsupported sentence shown; of a
real model, read what was kept (--show prints it beside the quote).
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from eval.known_answers import load
from eval.models import EvaluationError
from eval.sets import absent, find, library_of
from eval.writers.scripted import HONEST, HOSTILE, Script, Scripted
from eval.writers.trial import Trial, try_out
from index.library import Library
from index.models import LibraryError
from rag.assistant import Assistant
from rag.models import Answer, WriterError
from rag.writing.writer import Writer, named_writer

SECONDS = 2.0  # for a scripted model: more than any but the one that hangs takes
_HEAD = (
    "writer | answers | changed | kept | dropped | unsupported shown "
    "| first sentence s (median) | whole s (median, most)"
)


def main(argv: Sequence[str] | None = None) -> int:
    """Print the table to stdout. Returns 1 when a false sentence was shown or something cannot be done, else 0."""
    parser = argparse.ArgumentParser(prog="python -m eval.writers", description=__doc__.splitlines()[0])
    parser.add_argument("--set", default="sample", metavar="NAME", help="the set of known answers to ask")
    parser.add_argument("--library", type=Path, metavar="DIR", help="ask this library, not a fresh one")
    parser.add_argument("--questions", type=int, default=40, metavar="N", help="how many (default 40)")
    parser.add_argument("--show", action="store_true", help="print every changed claim beside its quote")
    parser.add_argument("--named-only", action="store_true", help="leave the scripted models out")
    args = parser.parse_args(argv)
    try:
        named = named_writer()
        answers = quoted_answers(args.set, args.library, args.questions)
    except (WriterError, EvaluationError, LibraryError) as problem:
        print(problem, file=sys.stderr)
        return 1
    trials = [] if args.named_only else [_scripted(name, script, answers) for name, script in _SCRIPTS]
    if named:
        print(f"asking {named.name} ...", file=sys.stderr)
        trials.append(try_out(named, answers, named.name))
    for line in table(trials):
        print(line)
    if args.show:
        for trial in trials:
            for change in trial.changes:
                print(f"\n{trial.writer}\n  quoted: {change.quoted}\n  shown:  {change.shown}")
    return 1 if any(trial.changed for trial in trials if trial.writer in HOSTILE) else 0


_SCRIPTS = [*HONEST.items(), *HOSTILE.items()]


def quoted_answers(name: str, library: Path | None, most: int) -> list[Answer]:
    """The answers, in the record's words, to the first `most` questions of the set's tuning half that are worded by a
    writer: neither refused nor computed. Raises EvaluationError, LibraryError."""
    known_set = find(name, "tuning", library=library)
    if reason := absent(known_set):
        raise EvaluationError(reason)
    print("asking in the record's own words ...", file=sys.stderr)
    with Library.open(library_of(known_set)) as held:
        assistant = Assistant(held)
        answers: list[Answer] = []
        for known in load(known_set.file):
            if known.answerable and not known.after and len(answers) < most:
                reply = assistant.ask(known.question)
                if isinstance(reply, Answer) and reply.computed is None:
                    answers.append(reply)
    return answers


def _scripted(name: str, script: Script, answers: Sequence[Answer]) -> Trial:
    slow = name == "hangs"  # waits until its time is over, so a few answers will do
    return try_out(Writer(Scripted(script=script), SECONDS), answers[:2] if slow else answers, name)


def table(trials: Sequence[Trial]) -> list[str]:
    """The trials as lines of a Markdown table."""
    lines = [f"| {_HEAD} |", "|" + "---|" * len(_HEAD.split("|"))]
    for trial in trials:
        shown = len(trial.changes) if trial.writer in HOSTILE else "read them" if trial.changes else 0
        first = f"{median(trial.first):.2f}" if trial.first else "-"
        whole = f"{median(trial.whole):.2f}, {max(trial.whole):.2f}" if trial.whole else "-"
        cells = (trial.writer, trial.answers, trial.changed, trial.kept, trial.dropped, shown, first, whole)
        lines.append("| " + " | ".join(map(str, cells)) + " |")
    return lines


if __name__ == "__main__":
    sys.exit(main())
