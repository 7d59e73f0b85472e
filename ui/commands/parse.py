"""`minutebook parse`: what a reader finds in one paper, without a library."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from ui.commands.common import Commands, declare

if TYPE_CHECKING:
    from corpus.models import AgendaItem, Meeting, Paper


def add(commands: Commands, everywhere: argparse.ArgumentParser) -> None:
    parser = declare(commands, everywhere, "parse", run, "Show how one paper is read, without indexing it")
    parser.add_argument("file", type=Path, metavar="FILE", help="the paper")
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(args: argparse.Namespace) -> int:
    from corpus.extract import extract
    from corpus.models import CorpusError
    from corpus.read import read_paper
    from ui.present import json_line, paper_json

    try:
        paper = read_paper(extract(args.file, args.file.name))
    except CorpusError as problem:  # says what is wrong; which paper it is, the person must see too
        raise CorpusError(f"{args.file}: {problem}") from None
    print(json_line(paper_json(paper)) if args.json else paper_text(paper))
    return 0


def paper_text(paper: Paper) -> str:
    from ui.present import on_one_line

    lines = [f"{on_one_line(paper.document.id)}: {paper.kind.value.replace('_', ' ')}"]
    for meeting in paper.meetings:
        lines += ["", *_meeting_lines(meeting)]
        for item in meeting.items:
            lines += _item_lines(item)
    lines += (
        ["", *(f"warning: {on_one_line(warning)}" for warning in paper.warnings)] if paper.warnings else []
    )
    return "\n".join(lines)


def _meeting_lines(meeting: Meeting) -> list[str]:
    from ui.present import day, on_one_line

    time = f", {meeting.time:%H:%M}" if meeting.time else ""
    facts = {
        "council": meeting.council,
        "venue": meeting.venue,
        "chair": meeting.chair,
        "present": ", ".join(meeting.present),
        "apologies": ", ".join(meeting.apologies),
    }
    heading = (
        f"{meeting.body or 'body not stated'}, {day(meeting.date)}{time}{', draft' if meeting.draft else ''}"
    )
    return [on_one_line(heading), *(f"  {name}: {on_one_line(said)}" for name, said in facts.items() if said)]


def _item_lines(item: AgendaItem) -> list[str]:
    from ui.records import item_heading, numbered

    decisions = [f"      {numbered(decision.number, decision.text)}" for decision in item.decisions]
    return [f"  {item_heading(item)}", *decisions]
