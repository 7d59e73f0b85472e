"""How fast papers are read, without embedding: `python -m eval.reading_speed PATH...`, files or folders.

Pages a second of PDFs, and megabytes of the file's bytes a second of every other format; one thread, one process.
Each paper is extracted and read three times and its fastest counts, in seconds of the processor, so that a busy
machine tells little; OCR, a process of its own, is not counted. A paper that cannot be read is named and left out.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import process_time

from corpus.extract import FORMATS, extract
from corpus.models import CorpusError
from corpus.read import read_paper
from eval.models import EvaluationError
from eval.report import lines

PAGES_TARGET, MEGABYTES_TARGET = 40.0, 5.0  # a second, at least
_ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Speed:
    """Papers of one format, read one after the other."""

    format: str  # the suffix of their names
    papers: int
    pages: int  # 0 where the format has none
    megabytes: float  # of files
    seconds: float

    @property
    def rate(self) -> float:
        """Pages a second of PDFs, megabytes a second of others: a PDF is mostly fonts and pictures."""
        return (self.pages if self.format == ".pdf" else self.megabytes) / self.seconds

    @property
    def target(self) -> float:
        return PAGES_TARGET if self.format == ".pdf" else MEGABYTES_TARGET


def measure(paths: Iterable[Path]) -> list[Speed]:
    """The speed of each format among these files and folders. Raises EvaluationError when none can be read."""
    found: dict[str, list[Speed]] = {}
    for path in _papers(paths):
        try:
            found.setdefault(path.suffix.lower(), []).append(_read(path))
        except CorpusError as error:
            print(f"{path}: {error}", file=sys.stderr)
    if not found:
        raise EvaluationError("No paper could be read; name files or folders that hold some.")
    return [_together(suffix, speeds) for suffix, speeds in sorted(found.items())]


def _papers(paths: Iterable[Path]) -> Iterable[Path]:
    for path in paths:
        within = sorted(path.rglob("*")) if path.is_dir() else [path]
        yield from (file for file in within if file.suffix.lower() in FORMATS and file.is_file())


def _read(path: Path) -> Speed:
    seconds = []
    for _ in range(_ROUNDS):
        started = process_time()
        document = extract(path, path.name)
        read_paper(document)
        seconds.append(process_time() - started)
    return Speed(path.suffix.lower(), 1, len(document.page_starts), path.stat().st_size / 1e6, min(seconds))


def _together(suffix: str, speeds: Sequence[Speed]) -> Speed:
    return Speed(
        suffix,
        len(speeds),
        sum(each.pages for each in speeds),
        sum(each.megabytes for each in speeds),
        sum(each.seconds for each in speeds),
    )


def text(speeds: Iterable[Speed]) -> str:
    rows = [["format", "papers", "pages", "megabytes", "seconds", "a second", "target", "met"]]
    for one in speeds:
        unit = "pages" if one.format == ".pdf" else "MB"
        size = [
            one.format,
            str(one.papers),
            str(one.pages or ""),
            f"{one.megabytes:.2f}",
            f"{one.seconds:.2f}",
        ]
        met = "yes" if one.rate >= one.target else "NO"
        rows.append([*size, f"{one.rate:.3g} {unit}", f">= {one.target:g} {unit}", met])
    return lines(rows)


def main(arguments: Sequence[str]) -> int:
    """Prints the table; 0, or 1 when nothing could be read, or 2 without a path."""
    if not arguments:
        print("Name papers to read: python -m eval.reading_speed PATH...", file=sys.stderr)
        return 2
    try:
        print(text(measure(map(Path, arguments))))
    except EvaluationError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
