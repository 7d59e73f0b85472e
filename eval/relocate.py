"""Known spans found again after the extracted text has moved: `python -m eval.relocate FILE... --papers DIR`.

The words themselves are not kept, only their digest, so a span is sought as a run of the same length with the same
digest. Words that were changed, or that white space now parts otherwise, are not found: locate them anew.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from corpus.models import CorpusError
from eval.known import Known, KnownAnswersError, KnownSpan, digest
from eval.known_answers import load
from eval.models import EvaluationError
from eval.papers import Papers
from eval.parsing import write
from eval.places import resolve
from eval.sets import papers_of


def settle(known: Iterable[Known], texts: Mapping[str, str]) -> tuple[tuple[Known, ...], list[str]]:
    """The known answers with every span where its words now stand, and a sentence for each that is not found."""
    lost: list[str] = []
    settled = []
    for one in known:
        spans = []
        for span in one.spans:
            name = resolve(span.document, texts)
            moved = seek(span, texts[name]) if name else span
            if moved is None:
                lost.append(
                    f"{one.id}: {span.document} no longer holds the words of {span.start}-{span.end}."
                )
            spans.append(moved or span)
        settled.append(replace(one, spans=tuple(spans)))
    return tuple(settled), lost


def seek(span: KnownSpan, text: str) -> KnownSpan | None:
    """The span where its words stand in `text`, nearest to where they stood; None when they are gone."""
    length = span.end - span.start
    if digest(text[span.start : span.end]) == span.digest:
        return span
    starts = (at for at in range(len(text) - length + 1) if not text[at].isspace())
    for start in sorted(starts, key=lambda at: abs(at - span.start)):
        if digest(text[start : start + length]) == span.digest:
            return replace(span, start=start, end=start + length)
    return None


def main(argv: Sequence[str] | None = None) -> int:
    """Move the spans of known answers to where their words now stand. Returns the exit status: 1 when some are gone."""
    parser = argparse.ArgumentParser(prog="python -m eval.relocate", description=main.__doc__)
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--papers", required=True, metavar="DIR", help="their folder, or the name of a set")
    args = parser.parse_args(argv)
    lost: list[str] = []
    try:
        papers = Papers(papers_of(args.papers))
        for file in args.files:
            known = load(file)
            names = {papers.name(span.document) for one in known for span in one.spans}
            settled, gone = settle(known, {name: papers.text(name) for name in names})
            file.write_text("".join(f"{write(one)}\n" for one in settled), encoding="utf-8")
            lost += gone
    except (KnownAnswersError, EvaluationError, CorpusError) as error:
        print(error, file=sys.stderr)
        return 1
    for line in lost:
        print(f"{line} Locate them anew.", file=sys.stderr)
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
