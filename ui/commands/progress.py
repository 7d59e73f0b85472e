"""How an ingest gets on: a bar where a person watches a terminal, plain lines elsewhere."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from rich.progress import Progress as Bars

    from index.reports import Progress

_SECONDS_BETWEEN_LINES = 5.0


@contextmanager
def show_progress(stream: TextIO) -> Iterator[Progress]:
    if not stream.isatty():
        yield Lines(stream)
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(file=stream), transient=True) as bars:
        yield Bar(bars)


class Bar:
    """One bar for papers read, one for passages embedded."""

    def __init__(self, bars: Bars) -> None:
        self._bars = bars
        self._papers = bars.add_task("Reading papers", visible=False, total=None)
        self._passages = bars.add_task("Indexing new passages", visible=False, total=None)

    def reading(self, done: int, total: int, name: str) -> None:
        from ui.present import on_one_line

        words = f"Reading {on_one_line(name)[-40:]}" if name else "Reading papers"
        self._bars.update(self._papers, description=words, completed=done, total=total, visible=True)

    def embedding(self, done: int, total: int) -> None:
        self._bars.update(self._passages, completed=done, total=total, visible=total > 0)


class Lines:
    """A line for each paper that is read, and one every few seconds while passages are embedded."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._said = time.monotonic()

    def reading(self, done: int, total: int, name: str) -> None:
        if name:
            self._say(f"reading {done + 1:,} of {total:,}: {name}")

    def embedding(self, done: int, total: int) -> None:
        if time.monotonic() - self._said >= _SECONDS_BETWEEN_LINES or (total and done == total):
            self._say(f"indexed {done:,} of {total:,} new passages")

    def _say(self, words: str) -> None:
        from ui.present import on_one_line

        self._said = time.monotonic()
        print(on_one_line(words), file=self._stream, flush=True)
