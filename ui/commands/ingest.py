"""`minutebook ingest`: read papers into the library, or take papers out."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ui.commands.common import Commands, UsageError, declare, say

if TYPE_CHECKING:
    from index.models import IngestReport, PaperReport

MOST_UNCHANGED = 5  # rows of papers that nothing happened to; more become one line


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
        say(f"minutebook: {failed} of {len(done.papers)} papers could not be read; the reasons are above")
    return 1 if failed else 0


def report_text(done: IngestReport) -> str:
    from ui.present import on_one_line, table

    head = ("paper", "", "kind", "date", "items", "decisions", "warnings", "body")
    many = done.count("unchanged") > MOST_UNCHANGED
    listed = [paper for paper in done.papers if not (many and paper.status == "unchanged")]
    lines = [table(head, [_row(paper) for paper in listed]), ""] if listed else []
    for paper in listed:
        lines += [
            f"{paper.document}: {on_one_line(said)}" for said in (paper.reason, *paper.warnings) if said
        ]
    if many:
        lines.append(_unchanged(done.papers))
    return "\n".join([*lines, counts_text(done)])


def counts_text(done: IngestReport) -> str:
    """How many papers met with what, and what the library holds now, on one line."""
    counts = [
        f"{done.count(status)} {status}"
        for status in ("added", "replaced", "unchanged", "duplicate", "removed", "skipped", "failed")
        if done.count(status)
    ]
    held = f"the library holds {done.documents:,} papers, {done.passages:,} passages"
    return f"{', '.join(counts) or 'nothing to read'}; {held} ({done.seconds:.1f} s)"


def _unchanged(papers: Sequence[PaperReport]) -> str:
    unchanged = [paper for paper in papers if paper.status == "unchanged"]
    moved = sum(paper.reason is not None for paper in unchanged)  # the one thing said of such a paper
    return f"{len(unchanged):,} papers unchanged" + (
        f", {moved:,} of them in files that have moved" if moved else ""
    )


def _row(paper: PaperReport) -> tuple[object, ...]:
    kind = (paper.kind or "-").replace("_", " ")
    if paper.status not in ("added", "replaced"):  # not read this time
        return (paper.document, paper.status, kind, *"-----")
    dates = ", ".join(date.isoformat() for date in paper.dates) or "undated"
    numbers = (paper.items, paper.decisions, len(paper.warnings) or "-")
    return (paper.document, paper.status, kind, dates, *numbers, paper.body or "not stated")
