"""`minutebook eval`: ask the known questions, measure the replies, print figures and misses."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TextIO

from corpus.models import CorpusError
from eval.asking import ask_all, open_ours
from eval.figures import Half, Report
from eval.floors import below, floors
from eval.judge import Judged, judge, report
from eval.known import Known, KnownAnswersError
from eval.known_answers import load
from eval.models import Asker, EvaluationError
from eval.report import write_json, write_page, write_text
from eval.sets import HALVES, NAMES, OWN, KnownSet, absent, find, library_of
from index.models import LibraryError

OURS = "minutebook"
Replies = dict[str, list[Judged]]  # system -> what it replied, question by question, judged


def run(
    sets: Sequence[str] = NAMES,
    *,
    half: str | None = None,
    library: Path | None = None,
    papers: Path | None = None,
    as_json: bool = False,
    baseline: bool = False,
    misses: bool = True,
    floor: bool = False,
    page: Path | None = None,
    out: TextIO = sys.stdout,
) -> int:
    """Evaluate on each set (one of NAMES, or a file), both halves or only `half`: on `library`, else on one built from
    `papers` or the set's own; sets whose papers or questions are absent are named and left out. `floor` compares with
    the figures in floors.json; `page` is an HTML file to write as well.
    Returns the exit status: 0; 1 when an evaluation cannot be run or a figure lies under its floor; 2 when a
    set is unknown."""
    try:
        wanted = choose(sets, half, library, papers)
    except EvaluationError as error:
        print(error, file=sys.stderr)
        return 2
    try:
        halves = evaluate(present(wanted), baseline)
    except (EvaluationError, KnownAnswersError, CorpusError, LibraryError) as error:
        print(error, file=sys.stderr)
        return 1
    print(write_json(halves) if as_json else write_text(halves, misses), file=out)
    if page:
        page.write_text(write_page(halves), encoding="utf-8")
    under = below(halves, floors()) if floor else []
    for line in under:
        print(line, file=sys.stderr)
    return 1 if under else 0


def choose(
    sets: Sequence[str], half: str | None, library: Path | None, papers: Path | None
) -> list[KnownSet]:
    """The sets' halves that are meant, each once. Raises EvaluationError for a name that is no set."""
    halves = HALVES if half is None else (half,)
    return list(dict.fromkeys(find(name, each, papers, library) for each in halves for name in sets))


def present(wanted: Sequence[KnownSet]) -> list[KnownSet]:
    """Those whose questions and papers are here; the rest are named on stderr. Raises EvaluationError when none is."""
    reasons = {one: absent(one) for one in wanted}
    here = [one for one in wanted if reasons[one] is None]
    for one, reason in reasons.items():
        if reason and here:
            print(f"{one.name} ({one.half}) is left out. {reason}", file=sys.stderr)
    if not here:
        raise EvaluationError(next(filter(None, reasons.values()), "Name a set of known answers."))
    return here


def evaluate(known_sets: Sequence[KnownSet], baseline: bool = False) -> list[Half]:
    """Every system's report on each half, set by set and over all its sets."""
    halves: dict[str, dict[str, Replies]] = {}
    for name in dict.fromkeys(one.name for one in known_sets):
        for known_set, replies in ask_set([one for one in known_sets if one.name == name], baseline):
            halves.setdefault(known_set.half, {})[name] = replies
    return [_half(name, halves[name]) for name in (*HALVES, OWN) if name in halves]


def ask_set(halves: Sequence[KnownSet], baseline: bool) -> Iterator[tuple[KnownSet, Replies]]:
    """The replies of every system, ours first, to each half of one set."""
    ours = open_ours(library_of(halves[0]))
    known = {one: load(one.file) for one in halves}
    systems: dict[str, Asker] = {OURS: ours}
    if baseline:
        from eval.baselines import baselines

        systems |= baselines(ours.library, _tuning(halves[0]) or known[halves[0]])
    for one in halves:
        yield (
            one,
            {
                name: [judge(asked) for asked in ask_all(asker, known[one], ours.library)]
                for name, asker in systems.items()
            },
        )


def _tuning(known_set: KnownSet) -> tuple[Known, ...]:
    """The tuning half of the set; of a file of its user's, nothing."""
    if known_set.half == OWN:
        return ()
    tuning = find(known_set.name, HALVES[0]).file
    return load(tuning) if tuning.is_file() else ()


def _half(name: str, sets: Mapping[str, Replies]) -> Half:
    whole: Replies = {}
    for replies in sets.values():
        for system, judged in replies.items():
            whole[system] = whole.get(system, []) + judged
    each = tuple((one, _reports(replies)) for one, replies in sets.items())
    return Half(name, each, _reports(whole))


def _reports(replies: Replies) -> tuple[Report, ...]:
    reports = [report(system, judged) for system, judged in replies.items()]
    return tuple(without_kinds(one) if one.system.startswith("naive") else one for one in reports)


def without_kinds(report: Report) -> Report:
    """The report of a system that knows no kinds of fact: that figure is not applicable."""
    figures = (
        replace(one, value=None, of=0, low=None, high=None) if one.name == "kind accuracy" else one
        for one in report.figures
    )
    return replace(report, figures=tuple(figures))
