"""Text written piece by piece, with marks that stay true whatever blanks are left out of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from corpus.models import Mark, MarkKind
from corpus.parts.lines import trim

_BLANKS = " \t\u00a0"


@dataclass(slots=True, eq=False)
class Run:
    """A mark in the making; `end` is -1 while it is open."""

    kind: MarkKind
    value: str | None
    start: int = -1
    end: int = -1


@dataclass(slots=True)
class Writer:
    """Lines as they come, with no blanks at their ends but the empty cells of a row; two blank lines are one."""

    _parts: list[str] = field(default_factory=list)
    _length: int = 0
    _line: list[str] = field(default_factory=list)  # pieces of the line that is being written
    _width: int = 0
    _breaks: int = 0  # line ends since the last words
    _leads: bool = False  # a bullet or a number was written: its words follow on the same line
    _runs: list[Run] = field(default_factory=list)
    _open: list[Run] = field(default_factory=list)  # each within the one before
    _waiting: list[tuple[Run, bool, int]] = field(default_factory=list)  # run, at its end, offset in the line

    def write(self, words: str) -> None:
        """Words of one line, or the last words of one line and the first of the next."""
        if self._leads:
            words = words.lstrip()
            self._leads = not words
        if "\n" not in words:
            self._add(words)
            return
        first, *others = words.split("\n")
        self._add(first)
        for other in others:
            self._end_line()
            self._add(other)

    def gap(self) -> None:
        """A blank line, unless one stands here already."""
        if self._leads:
            return
        if self._line:
            self._end_line()
        self._breaks = max(self._breaks, 2)

    def lead(self, mark: str) -> None:
        """A bullet or a number whose words follow on its line, whatever blocks they stand in."""
        self.write(f"{mark} ")
        self._leads = True

    def end_lead(self) -> None:
        self._leads = False

    def open(self, kind: MarkKind, value: str | None = None) -> Run:
        run = Run(kind, value)
        self._runs.append(run)
        self._open.append(run)
        self._waiting.append((run, False, self._width))
        return run

    def close(self, run: Run) -> None:
        """End a mark and those opened within it; a mark that has ended stays as it is."""
        while run in self._open:
            self._waiting.append((self._open.pop(), True, self._width))

    def write_marked(self, words: str, kind: MarkKind, value: str | None = None) -> None:
        run = self.open(kind, value)
        self.write(words)
        self.close(run)

    def finish(self) -> tuple[str, tuple[Mark, ...]]:
        """The text, and the marks that hold words, by start, outer before inner."""
        self._end_line()
        text = "".join(self._parts) + "\n"
        marks = []
        for run in self._runs:
            start, end = trim(text, run.start, self._length if run.end < 0 else run.end)
            if start < end:
                marks.append(Mark(run.kind, start, end, run.value))
        return text, tuple(sorted(marks, key=lambda mark: (mark.start, -mark.end)))

    def _add(self, words: str) -> None:
        if words and (self._line or words != " "):  # a blank that opens a line is left out in the end
            self._line.append(words)
            self._width += len(words)

    def _end_line(self) -> None:
        line = "".join(self._line)
        kept = line.rstrip(_BLANKS if "\t" not in line.strip(_BLANKS) else " \u00a0")
        words = kept.lstrip(" \u00a0")  # a tab at either end of a row is an empty cell
        lead = len(kept) - len(words)
        if words:
            if self._length:
                blank = "\n" * min(self._breaks, 2)
                self._parts.append(blank)
                self._length += len(blank)
            self._parts.append(words)
        for run, is_end, offset in self._waiting:
            at = self._length + min(max(offset - lead, 0), len(words))
            if is_end:
                run.end = at
            else:
                run.start = at
        self._length += len(words)
        self._waiting.clear()
        self._line.clear()
        self._width = 0
        self._breaks += 1
        if words:
            self._breaks = 1
