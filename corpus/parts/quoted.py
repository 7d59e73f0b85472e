"""Lines that are quoted, and so open nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.parts.lines import Line
from corpus.parts.openings import SUBMITTED

_MOTION = re.compile(r"“\s?(?:That|THAT)\b")
_CLOSING = re.compile(r"(?<!\d)”")  # behind a figure a machine reads one for "th"
_MOVED = re.compile(r"(?:Proposed|Seconded)\s+by\b|REPLY\b|Signed\b")


def quoted_lines(lines: Sequence[Line]) -> frozenset[int]:
    """Indexes of lines within a quotation of several lines: a speech, a report read out, a long resolution."""
    return frozenset(at for quotation in quotations(lines) for at in quotation)


def quotations(lines: Sequence[Line]) -> Iterator[range]:
    """The lines of each quotation that takes several; one that is never closed is none."""
    opened: int | None = None
    for at, line in enumerate(lines):
        if line.text[0] == "“" and "”" not in line.text and (opened is None or _MOTION.match(line.text)):
            opened = at
        elif opened is None:
            continue
        elif SUBMITTED.match(line.text) or _MOVED.match(line.text):
            opened = None
        elif _closes(line.text):
            yield range(opened, at + 1)
            opened = None


def _closes(text: str) -> bool:
    """Whether a quotation that was opened above a line ends on it: one that the line opens itself says nothing."""
    if len(_CLOSING.findall(text)) > text.count("“"):
        return True
    return text.rstrip(".;, ")[-1:] == '"' and text.count('"') % 2 == 1
