"""`minutebook ingest`: read papers into the library, or take papers out."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from ui.commands.common import Commands, UsageError, declare, say

if TYPE_CHECKING:
    from index.reports import IngestReport, PaperReport

MOST_ROWS = 5  # of papers that nothing happened to, or of files that are no papers; more become one line
MOST_SUFFIXES = 6  # named of the files that are no papers


def add(commands: Commands, everywhere: argparse.ArgumentParser) -> None:
    parser = declare(
        commands, everywhere, "ingest", run, "Read papers into the library",
        "Unchanged papers cost nothing; a changed one replaces its old self.",
    )  # fmt: skip
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="papers, and folders of papers")
    parser.add_argument(
        "--remove", nargs="+", default=[], metavar="NAME", help="papers to take out of the library"
    )


def run(args: argparse.Namespace) -> int:
    if not args.paths and not args.remove:
        raise UsageError("name the papers or folders to read: minutebook ingest PATH...")
    from index.ingest import ingest, remove

    status = 0
    if args.remove:
        status |= report(remove(args.library, args.remove))
    if args.paths:
        from ui.commands.progress import show_progress

        with show_progress(sys.stderr) as progress:
            done = ingest(args.library, args.paths, progress=progress)
        status |= report(done)
    return status


def report(done: IngestReport) -> int:
    """Print what became of each paper; 1 when any failed."""
    print(report_text(done), flush=True)
    failed = done.count("failed")
    if failed:
        from ui.present import count

        say(
            f"minutebook: {failed:,} of {count(len(done.papers), 'paper')} could not be read; the reasons are above"
        )
    return 1 if failed else 0


def report_text(done: IngestReport) -> str:
    from ui.present import on_one_line, table

    head = ("paper", "", "kind", "date", "items", "decisions", "warnings", "body")
    many = {status for status in ("unchanged", "skipped") if done.count(status) > MOST_ROWS}
    listed = [paper for paper in done.papers if paper.status not in many]
    lines = [table(head, [_row(paper) for paper in listed]), ""] if listed else []
    for paper in listed:
        lines += [
            f"{paper.document}: {on_one_line(said)}" for said in (paper.reason, *paper.warnings) if said
        ]
    if "unchanged" in many:
        lines.append(_unchanged(done.papers))
    if "skipped" in many:
        lines += _skipped(done.papers)
    return "\n".join([*lines, counts_text(done)])


def counts_text(done: IngestReport) -> str:
    """How many papers met with what, and what the library holds now, on one line."""
    from ui.present import count

    counts = [
        f"{done.count(status):,} {status}"
        for status in ("added", "replaced", "unchanged", "duplicate", "removed", "skipped", "failed")
        if done.count(status)
    ]
    held = f"the library holds {count(done.documents, 'paper')}, {count(done.passages, 'passage')}"
    return f"{', '.join(counts) or 'nothing to read'}; {held} ({done.seconds:.1f} s)"


def _unchanged(papers: Sequence[PaperReport]) -> str:
    from ui.present import count

    unchanged = [paper for paper in papers if paper.status == "unchanged"]
    moved = sum(paper.reason is not None for paper in unchanged)  # the one thing said of such a paper
    return f"{count(len(unchanged), 'paper')} unchanged" + (
        f", {moved:,} of them in files that have moved" if moved else ""
    )


def _skipped(papers: Sequence[PaperReport]) -> list[str]:
    """ "1,000 files skipped: 700 .png and 300 .xlsx are not read; give ...": a line for each remedy."""
    from ui.present import count, on_one_line

    by_remedy: dict[str, Counter[str]] = {}
    for paper in papers:
        if paper.status == "skipped":
            remedy = (paper.reason or "").partition("; ")[2]
            suffix = PurePosixPath(paper.document).suffix.lower()
            by_remedy.setdefault(remedy, Counter())[on_one_line(suffix) or "without a suffix"] += 1
    lines = []
    for remedy, suffixes in by_remedy.items():
        named = [f"{number:,} {suffix}" for suffix, number in suffixes.most_common(MOST_SUFFIXES)]
        if left := suffixes.total() - sum(number for _, number in suffixes.most_common(MOST_SUFFIXES)):
            named.append(f"{left:,} of other kinds")
        are = "is" if suffixes.total() == 1 else "are"
        told = " and ".join(filter(None, (", ".join(named[:-1]), named[-1])))
        lines.append(f"{count(suffixes.total(), 'file')} skipped: {told} {are} not read; {remedy}")
    return lines


def _row(paper: PaperReport) -> tuple[object, ...]:
    kind = (paper.kind or "-").replace("_", " ")
    if paper.status not in ("added", "replaced"):  # not read this time
        return (paper.document, paper.status, kind, *"-----")
    dates = ", ".join(date.isoformat() for date in paper.dates) or "undated"
    numbers = (paper.items, paper.decisions, len(paper.warnings) or "-")
    return (paper.document, paper.status, kind, dates, *numbers, paper.body or "not stated")
