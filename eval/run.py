"""`minutebook eval`: ask the known questions, measure the replies, print figures and misses."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from corpus.models import CorpusError
from eval.judge import judge
from eval.known_answers import Known, KnownAnswersError, load
from eval.models import Asked, Asker, EvaluationError, Report, Shelf
from eval.report import below, write_json, write_page, write_text
from eval.sets import NAMES, KnownSet, absent, find, library_of
from index.models import LibraryError

if TYPE_CHECKING:
    from rag.assistant import Assistant

FLOORS = Path(__file__).with_name("floors.json")


def evaluate(assistant: Asker, known: Sequence[Known], library: Shelf, system: str = "minutebook") -> Report:
    """Ask every question once, after one to warm up, and judge the replies against the library's texts."""
    texts = {held.id: library.document_text(held.id) for held in library.documents()}
    asked = []
    for warming, one in [(True, one) for one in known[:1]] + [(False, one) for one in known]:
        started = time.perf_counter()
        reply = assistant.ask(one.question)
        if not warming:
            asked.append(Asked(one, reply, time.perf_counter() - started, texts))
    return judge(system, asked)


def run(
    sets: Sequence[str] = NAMES,
    *,
    library: Path | None = None,
    papers: Path | None = None,
    as_json: bool = False,
    baseline: bool = False,
    misses: bool = True,
    floor: bool = False,
    page: Path | None = None,
    out: TextIO = sys.stdout,
) -> int:
    """Evaluate on each set ("seeds", "sample" or a file): on `library`, else on one built from `papers` or
    the set's own; of several sets, those whose papers are absent are named and left out. `floor` compares
    with the figures in floors.json; `page` is an HTML file to write as well.
    Returns the exit status: 0; 1 when an evaluation cannot be run or a figure lies under its floor; 2 when a
    set is unknown."""
    try:
        wanted = [find(name, papers) for name in sets]
    except EvaluationError as error:
        print(error, file=sys.stderr)
        return 2
    try:
        wanted = wanted if library else _present(wanted)
        results = [(one, _evaluate(one, library, baseline)) for one in wanted]
    except (EvaluationError, KnownAnswersError, CorpusError, LibraryError) as error:
        print(error, file=sys.stderr)
        return 1
    named = [(one.name, reports) for one, reports in results]
    print(write_json(named) if as_json else write_text(named, misses), file=out)
    if page:
        page.write_text(write_page(named), encoding="utf-8")
    under = [line for name, reports in named for line in below(name, reports[0], floors())] if floor else []
    for line in under:
        print(line, file=sys.stderr)
    return 1 if under else 0


def floors() -> dict[str, dict[str, float]]:
    """Set -> measure -> the least share (or most failures, or longest time) that CI accepts."""
    committed: dict[str, dict[str, float]] = json.loads(FLOORS.read_text(encoding="utf-8"))
    return committed


def _present(sets: list[KnownSet]) -> list[KnownSet]:
    """The sets whose papers are here; all of them, to fail on, when none is."""
    reasons = {one: absent(one) for one in sets}
    here = [one for one in sets if reasons[one] is None]
    for one in sets if here else ():
        if reasons[one]:
            print(f"{one.name} is left out. {reasons[one]}", file=sys.stderr)
    return here or sets


def _evaluate(known_set: KnownSet, library: Path | None, baseline: bool) -> list[Report]:
    """Our report first, then the baselines'."""
    known = load(known_set.file)
    assistant = open_assistant(library or library_of(known_set))
    reports = [evaluate(assistant, known, assistant.library)]
    if baseline:
        from eval.baselines import baselines

        for name, asker in baselines(assistant.library, known):
            report = evaluate(asker, known, assistant.library, name)
            reports.append(without_kinds(report) if name.startswith("naive") else report)
    return reports


def open_assistant(library: Path) -> Assistant:
    """The assistant over the library at this path. Raises LibraryError."""
    from rag.assistant import Assistant

    return Assistant.open(library)


def without_kinds(report: Report) -> Report:
    """The report of a system that knows no kinds of fact: that figure is not applicable."""
    figures = (
        replace(one, value=None, of=0, low=None, high=None) if one.name == "kind accuracy" else one
        for one in report.figures
    )
    return replace(report, figures=tuple(figures))
