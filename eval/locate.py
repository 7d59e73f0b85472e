"""A draft's quoted evidence turned into spans: `python -m eval.locate DRAFT --papers DIR [--out FILE]`.

A draft is a file of known answers with, in the place of spans, the words that show the answer:
"evidence": [{"document": ..., "item": ..., "quote": ...}]. What comes out points at the words and does not hold them,
so known answers about papers that are not ours to give away can be. A quote that is not there, or there twice, is
told by line, and its question left out.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from corpus.models import CorpusError
from eval.known import KnownSpan, digest, squash
from eval.models import EvaluationError
from eval.papers import Papers
from eval.parsing import listed, parse, write
from eval.sets import papers_of
from eval.wording import fold

LONGEST = 5  # words of a paper in a row that a note or a fact may repeat
OWN_WORDS = 9  # words of a paper in a row that a question may not repeat


def locate(line: str, papers: Papers) -> tuple[str, list[str]]:
    """A draft's line as a line of known answers, and doubts about it. Raises ValueError, EvaluationError or
    CorpusError with the reason why it cannot be one."""
    row = json.loads(line)
    if not isinstance(row, dict):
        raise ValueError("a line must be a JSON object")
    evidence = listed(row, "evidence")
    spans = [find(one, papers) for one in evidence]
    row.pop("evidence", None)
    row["spans"] = [
        {"document": s.document, "item": s.item, "start": s.start, "end": s.end, "digest": s.digest}
        for s in spans
    ]
    doubts = _guard(row, papers)
    return write(parse(json.dumps(row))), doubts


def find(evidence: object, papers: Papers) -> KnownSpan:
    """Where the quoted words stand, white space aside. Raises as `locate` does."""
    if not isinstance(evidence, dict) or evidence.keys() - {"document", "item", "quote"}:
        raise ValueError("evidence is an object with document, item and quote")
    document, item, quote = (evidence.get(name) for name in ("document", "item", "quote"))
    if not (isinstance(document, str) and isinstance(quote, str) and quote.split()):
        raise ValueError("evidence must name its document and quote its words")
    name = papers.name(document.replace("__", "/"))  # as a paper is called where a name can hold no stroke
    text = papers.text(name)
    words = re.compile(r"\s+".join(map(re.escape, quote.split())))
    found = [match.span() for match in words.finditer(text)]
    if len(found) != 1:
        state = "is not in" if not found else f"stands {len(found)} times in"
        raise ValueError(f"{_short(quote)!r} {state} {name}; quote words that stand there once")
    ((start, end),) = found
    item = None if item is None else str(item)
    return KnownSpan(name, item, start, end, digest(text[start:end]))


def _guard(row: dict[str, Any], papers: Papers) -> list[str]:
    """Drops a note that repeats a paper's sentence; tells of a question or fact that does."""
    texts = [papers.folded(name) for name in {span["document"] for span in row["spans"]}]
    doubts = []
    if repeats(str(row.get("note") or ""), texts, LONGEST + 1):
        row.pop("note")
        doubts.append("the note repeats the paper and is left out")
    if repeats(str(row.get("question")), texts, OWN_WORDS):
        doubts.append(f"the question repeats {OWN_WORDS} words of the paper in a row")
    if any(repeats(words, texts, LONGEST + 1) for group in row.get("facts", []) for words in group):
        doubts.append(f"a fact is longer than {LONGEST} words of the paper")
    return doubts


def repeats(text: str, papers: Sequence[str], length: int) -> bool:
    """Whether `length` words of `text` in a row stand so in one of the folded papers."""
    words = fold(text).split()
    runs = (" ".join(words[at : at + length]) for at in range(len(words) - length + 1))
    return any(run in paper for run in runs for paper in papers)


def _short(quote: str) -> str:
    words = squash(quote)
    return words if len(words) <= 80 else f"{words[:80]}..."


def main(argv: Sequence[str] | None = None) -> int:
    """Turn drafts into known answers. Problems and doubts go to stderr. Returns the exit status: 1 with problems."""
    parser = argparse.ArgumentParser(prog="python -m eval.locate", description=main.__doc__)
    parser.add_argument("drafts", nargs="+", type=Path, metavar="DRAFT")
    parser.add_argument("--papers", required=True, metavar="DIR", help="their folder, or the name of a set")
    parser.add_argument("--out", type=Path, metavar="FILE", help="where to write them (default: stdout)")
    args = parser.parse_args(argv)
    located: list[str] = []
    problems = 0
    try:
        papers = Papers(papers_of(args.papers))
        for draft in args.drafts:
            for number, line in enumerate(draft.read_text(encoding="utf-8").split("\n"), 1):
                if not line.strip():
                    continue
                try:
                    known, doubts = locate(line, papers)
                except (ValueError, EvaluationError, CorpusError) as error:
                    problems += 1
                    print(f"{draft}:{number}: {error}", file=sys.stderr)
                    continue
                located.append(known)
                for doubt in doubts:
                    print(f"{draft}:{number}: doubt: {doubt}", file=sys.stderr)
    except (EvaluationError, OSError, UnicodeDecodeError) as error:
        print(error, file=sys.stderr)
        return 1
    text = "".join(f"{line}\n" for line in located)
    if args.out:
        args.out.write_text(text, encoding="utf-8")
    else:
        print(text, end="")
    print(f"{len(located)} located, {problems} problems", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
