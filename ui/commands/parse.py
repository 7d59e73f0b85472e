"""`minutebook parse`: what a reader finds in one paper, without a library."""

from __future__ import annotations

import argparse
from pathlib import Path

from ui.commands.common import Commands, declare


def add(commands: Commands, everywhere: argparse.ArgumentParser) -> None:
    parser = declare(commands, everywhere, "parse", run, "Show how one paper is read, without indexing it")
    parser.add_argument("file", type=Path, metavar="FILE", help="the paper")
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(args: argparse.Namespace) -> int:
    from corpus.extract import extract
    from corpus.models import CorpusError
    from corpus.publication import read_publication
    from corpus.read import read_paper
    from ui.papers import paper_json, paper_text
    from ui.present import json_line

    try:
        paper = read_paper(extract(args.file, args.file.name, read_publication(args.file)))
    except CorpusError as problem:  # says what is wrong; which paper it is, the person must see too
        raise CorpusError(f"{args.file}: {problem}") from None
    print(json_line(paper_json(paper)) if args.json else paper_text(paper))
    return 0
