"""Known answers: questions with the places that count and the facts an answer must hold.

One JSON object a line in `known_answers/*.jsonl`. Check a file while writing it with
`python -m eval.known_answers FILE [--papers DIR]`.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.models import SectionKind

ANSWERABLE = frozenset(
    ("decision", "discussion", "figure", "table", "who", "when", "where", "plain", "misspelt", "list")
)
UNANSWERABLE = frozenset(("absent_topic", "absent_date", "absent_item", "absent_fact", "false_premise"))
_FIELDS = {"id": str, "question": str, "answerable": bool, "category": str, "citations": list, "facts": list}
_OPTIONAL = {"kind", "note"}


class KnownAnswersError(Exception):
    """A file of known answers cannot be used. The message names file, line and reason."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an answer may stand: `item` as printed, None for words outside any (numbered) item."""

    document: str  # a document's name, or the unambiguous start of one
    item: str | None
    decision: str | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """A question whose answer, or whose lack of one, is known."""

    id: str
    question: str
    answerable: bool
    category: str
    kind: SectionKind | None
    places: tuple[Place, ...]
    facts: tuple[tuple[str, ...], ...]  # every group must be met, by any one of its alternatives
    note: str | None = None


def load(*paths: Path) -> tuple[Known, ...]:
    """Every known answer of the files, in order. Raises KnownAnswersError naming the first bad line."""
    known, problems = read(paths)
    if problems:
        raise KnownAnswersError(problems[0])
    return known


def read(paths: Iterable[Path]) -> tuple[tuple[Known, ...], list[str]]:
    """What is sound in the files, and a sentence "file:line: reason" for each line that is not."""
    known: dict[str, Known] = {}
    problems: list[str] = []
    for path in paths:
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            problems.append(f"{path}: cannot be read ({error}); name a JSONL file of known answers.")
            continue
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                one = parse(line)
                if one.id in known:
                    raise ValueError(f"id {one.id!r} is used twice")
                known[one.id] = one
            except ValueError as error:  # JSONDecodeError is one
                problems.append(f"{path}:{number}: {error}")
    return tuple(known.values()), problems


def parse(line: str) -> Known:
    """One line as a known answer. Raises ValueError with the reason."""
    row = json.loads(line)
    if not isinstance(row, dict):
        raise ValueError("a line must be a JSON object")
    if unknown := row.keys() - _FIELDS.keys() - _OPTIONAL:
        raise ValueError(f"unknown field {min(unknown)!r}")
    for name, type_ in _FIELDS.items():
        if not isinstance(row.get(name), type_):
            raise ValueError(f"{name!r} must be given and be a {type_.__name__}")
    if not row["id"].strip() or not row["question"].strip():
        raise ValueError("'id' and 'question' must not be blank")
    if row["category"] not in (ANSWERABLE if row["answerable"] else UNANSWERABLE):
        state = "answerable" if row["answerable"] else "unanswerable"
        raise ValueError(f"category {row['category']!r} is not one for an {state} question")
    places = tuple(_place(place) for place in row["citations"])
    facts = tuple(_group(group) for group in row["facts"])
    if row["answerable"] and not (places and facts):
        raise ValueError("an answerable question needs at least one citation and one fact")
    if not row["answerable"] and (places or facts or row.get("kind")):
        raise ValueError("an unanswerable question has no citations, no facts and no kind")
    return Known(
        id=row["id"],
        question=row["question"],
        answerable=row["answerable"],
        category=row["category"],
        kind=_kind(row.get("kind")),
        places=places,
        facts=facts,
        note=_words(row.get("note"), "note"),
    )


def _kind(value: object) -> SectionKind | None:
    if value is not None and value not in list(SectionKind):
        raise ValueError(f"kind {value!r} is none of {', '.join(SectionKind)}")
    return None if value is None else SectionKind(str(value))


def _place(value: object) -> Place:
    if not isinstance(value, dict) or value.keys() - {"document", "item", "decision"}:
        raise ValueError("a citation is an object with document, item and, if need be, decision")
    document = _words(value.get("document"), "document")
    if document is None:
        raise ValueError("a citation must name its document")
    return Place(document, _words(value.get("item"), "item"), _words(value.get("decision"), "decision"))


def _group(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not value:
        raise ValueError("a fact is a list of at least one alternative")
    if not all(isinstance(words, str) and words.strip() for words in value):
        raise ValueError("an alternative of a fact must be words")
    return tuple(value)


def _words(value: object, name: str) -> str | None:
    if value is not None and not (isinstance(value, str) and value.strip()):
        raise ValueError(f"{name!r} must be words or null")
    return value


def main(argv: Sequence[str] | None = None) -> int:
    """Check files of known answers; problems go to stderr, a summary to stdout. Returns the exit status."""
    from eval.proofread import proofread

    parser = argparse.ArgumentParser(prog="python -m eval.known_answers", description=main.__doc__)
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument(
        "--papers", type=Path, metavar="DIR", help="check places and facts against these papers"
    )
    args = parser.parse_args(argv)
    known, problems = read(args.files)
    doubts: list[str] = []
    if args.papers:
        wrong, doubts = proofread(known, args.papers)
        problems += wrong
    for line in [*(f"doubt: {doubt}" for doubt in doubts), *problems]:
        print(line, file=sys.stderr)
    unanswerable = sum(not one.answerable for one in known)
    print(
        f"{len(known)} known answers, {unanswerable} of them unanswerable; "
        f"{len(problems)} problems, {len(doubts)} doubts"
    )
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
