"""One writer put to the test on quoted answers: what it wrote, what was kept, and how long the asker waited."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass

from rag.models import Answer
from rag.writing.writer import Writer


@dataclass(frozen=True, slots=True)
class Change:
    """Words of the record, and what was shown instead."""

    quoted: str
    shown: str


@dataclass(frozen=True, slots=True)
class Trial:
    """What became of a writer's sentences over some answers; times in seconds."""

    writer: str
    answers: int
    changed: int  # answers of which some sentence was shown in the writer's words
    kept: int  # sentences, the quotes' own words among them
    dropped: int
    first: tuple[float, ...]  # until the first sentence was shown, where one was
    whole: tuple[float, ...]  # until the answer was final
    changes: tuple[Change, ...]


def try_out(writer: Writer, answers: Sequence[Answer], name: str) -> Trial:
    """Have the writer word each answer; `answers` stand in the record's own words."""
    kept = dropped = changed = 0
    first: list[float] = []
    whole: list[float] = []
    changes: list[Change] = []
    for answer in answers:
        started, shown = time.perf_counter(), None
        steps = writer.reword(answer.question, answer.claims, answer.citations)
        claims, counted = answer.claims, (0, 0)
        for step in steps:
            if shown is None and step.claims != answer.claims:
                shown = time.perf_counter() - started
            claims, counted = step.claims, (step.kept, step.dropped)
        whole.append(time.perf_counter() - started)
        first += [shown] if shown is not None else []
        kept, dropped = kept + counted[0], dropped + counted[1]
        told = zip(answer.claims, claims, strict=True)
        new = [Change(quoted.text, said.text) for quoted, said in told if quoted != said]
        changed += bool(new)
        changes += new
    return Trial(name, len(answers), changed, kept, dropped, tuple(first), tuple(whole), tuple(changes))
