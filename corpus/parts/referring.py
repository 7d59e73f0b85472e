"""Lines that a reference opens (70/17, PC/23/5), and lines that are quoted and open nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set

from corpus.parts.counting import Opening
from corpus.parts.lines import Line
from corpus.parts.openings import NO_TITLE, SUBMITTED, title_of

_REFERENCE = re.compile(
    r"(?:(?:Minute|Item)\s+(?:No\.?\s*)?)?(?P<number>(?P<first>(?:[A-Z]{1,8}/)*\d{1,4})/(?P<last>\d{1,4}(?:/\d{1,4})?))"
    r"\.?(?:\s*[:.)–-]\s*|\s+|$)(?P<title>[^\W\d_].*)?$"
)
_MOTION = re.compile(r"“\s?(?:That|THAT)\b")
_CLOSING = re.compile(r"(?<!\d)”")  # behind a figure a machine reads one for "th"
_MOVED = re.compile(r"(?:Proposed|Seconded)\s+by\b|REPLY\b|Signed\b")


def reference_openings(lines: Sequence[Line], bold: Set[int]) -> list[Opening]:
    """Lines that a reference opens: "70/17 Apologies", "PC/23/5", "2023/14"; [] unless two or more count up.

    One part of a reference stays the same (the year, the committee) and the other grows, so a date or a road
    number at the start of a line is none.
    """
    found: list[tuple[Opening, tuple[str, ...], int]] = []
    for at, line in enumerate(lines):
        match = _REFERENCE.match(line.text) if "/" in line.text[:24] else None
        if match is None:
            continue
        title, used = match["title"] or "", 1
        if not title and at + 1 < len(lines) and not NO_TITLE.match(lines[at + 1].text):
            title, used = lines[at + 1].text, 2
        if title and (line.start in bold or len(title) < 120):
            parts = tuple(match["number"].split("/"))
            found.append((Opening(match["number"], title_of(title), at, used), parts, len(parts)))
    best: list[Opening] = []
    for place in (0, -1):  # which part of the reference grows
        run: list[Opening] = []
        last: tuple[tuple[str, ...], int] | None = None
        for opening, parts, _ in found:
            digits = re.sub(r"\D", "", parts[place])
            rest = (*parts[:-1],) if place else parts[1:]
            if digits and (last is None or (rest == last[0] and int(digits) > last[1])):
                run.append(opening)
                last = (rest, int(digits))
        best = max(best, run, key=len)
    return best if len(best) > 1 else []


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
