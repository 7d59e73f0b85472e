"""Printed lines made the paragraphs they are, where a format keeps each line as it was printed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from corpus.parts.counting import Opening
from corpus.parts.lines import Line

_WIDE = 40  # characters: shorter lines say nothing of how wide the print is
_FILLED = 0.86  # of the width: letters differ in width
_OPENS = re.compile(
    r"[•·▪◦●○*–-]\s|\(?(?:\d{1,3}|[a-z]|[ivxIVX]{1,5})[.)]|\d{1,3}(?:\.\d{1,3}){1,2}\s|(?:[A-Z]{1,8}/)*[A-Z]{0,4}\d{1,4}/\d{1,4}\b"
    r"|(?:[A-Z][\w’'-]*\s){0,3}[A-Z][\w’'-]*:(?:\s|$)|(?:Item|Minute|ITEM|MINUTE)\s\d"
    r"|(?:It\s+was\s+)?(?:Proposed|Seconded|RESOLVED|Resolved|AGREED|NOTED|Signed|Present|PRESENT|Apologies)\b"
)
_ENDS = re.compile(r"[.:;?!][”’\"')\]]{0,3}$")
_PARAGRAPH = re.compile(
    r"\d{1,3}\.\d{1,2}\.?\s+(?=(?:It\s+was\s+)?(?:RESOLVED|Resolved|AGREED|Agreed|NOTED)\b)"
)
_ACTION = re.compile(r"\s{2,}(?=Action\s*:)", re.IGNORECASE)
_LABELLED = re.compile(r"(?<=[.!?])\s+(?=(?:RESOLVED|Resolved|AGREED|Agreed|DECISION|Decision)\s?:)")
_TITLED = re.compile(r"[^:.]{3,90}:\s+(?=\S)")


def business_lines(lines: Sequence[Line], bold: Set[int]) -> list[Line]:
    """Paragraphs without the number before a resolution; "Resolved:" and who is to act open one of their own."""
    return [part for line in join_wrapped(lines, bold) for part in _parts(line)]


def _parts(line: Line) -> Iterator[Line]:
    if numbered := _PARAGRAPH.match(line.text):
        line = Line(line.start + numbered.end(), line.end, line.text[numbered.end() :], line.gap)
    while part := _ACTION.search(line.text) or _LABELLED.search(line.text):
        yield Line(line.start, line.start + part.start(), line.text[: part.start()], line.gap)
        line = Line(line.start + part.end(), line.end, line.text[part.end() :], gap=True)
    yield line


def part_titles(
    lines: Sequence[Line], openings: Sequence[Opening], end: int
) -> tuple[list[Line], list[Opening], int]:
    """Titles parted from the business that goes on behind them, "18.11.4 Roads: It was resolved ...".

    Only where most items are printed so. Returns the lines, the openings and `end` at their new places.
    """
    cuts = {each.at: cut for each in openings if each.used == 1 and (cut := _cut(lines[each.at], each))}
    if len(cuts) * 2 <= len(openings):
        return list(lines), list(openings), end
    found: list[Line] = []
    opened: list[Opening] = []
    waiting = {each.at: each for each in openings}
    last = end
    for at, line in enumerate(lines):
        last = len(found) if at == end else last
        cut = cuts.get(at, 0)
        if each := waiting.get(at):
            title = each.title if not cut else line.text[_number_end(line, each) : cut].rstrip(" :")
            opened.append(replace(each, title=title, at=len(found)))
        if cut:
            ended = line.text[:cut].rstrip()
            found.append(Line(line.start, line.start + len(ended), ended, line.gap))
            found.append(Line(line.start + cut, line.end, line.text[cut:], gap=True))
        else:
            found.append(line)
    return found, opened, len(found) if end == len(lines) else last


def _number_end(line: Line, opening: Opening) -> int:
    return max(0, line.text.find(opening.title[:10]))


def _cut(line: Line, opening: Opening) -> int:
    """Where the business begins behind a title that a colon ends; 0 where the line is all title."""
    titled = _TITLED.match(line.text, _number_end(line, opening))
    return titled.end() if titled else 0


def join_wrapped(lines: Sequence[Line], bold: Set[int]) -> list[Line]:
    """The lines, those that go on in the next one joined with it; `bold` holds the offsets of bold lines.

    Every line that comes out opens a paragraph. The text of one that was joined is as long as what it stands
    for: a blank for every character between its lines.
    """
    lengths = sorted(len(line.text) for line in lines if len(line.text) > _WIDE)
    width = lengths[int(len(lengths) * 0.9)] if lengths else _WIDE
    found: list[Line] = []
    last: Line | None = None  # as printed
    for line in lines:
        if last is not None and _goes_on(last, line, width, bold):
            begun = found[-1]
            blanks = " " * (line.start - begun.end)
            found[-1] = Line(begun.start, line.end, begun.text + blanks + line.text, begun.gap)
        else:
            found.append(Line(line.start, line.end, line.text, line.gap or bool(found)))
        last = line
    return found


def _goes_on(last: Line, line: Line, width: int, bold: Set[int]) -> bool:
    if line.gap or "\t" in last.text or "\t" in line.text or (last.start in bold) != (line.start in bold):
        return False
    if _OPENS.match(line.text) or last.text.isupper() != line.text.isupper():
        return False
    if _is_cut(last.text, line.text):
        return True
    reached = len(last.text) + 1 + len(line.text.partition(" ")[0])
    return reached > width * _FILLED and len(last.text) > _WIDE


def _is_cut(last: str, first: str) -> bool:
    """Whether a sentence breaks off: the next line opens with a small letter, or a figure behind a small word."""
    ends = _ENDS.search(last) is not None
    return not ends and len(last) > _WIDE and (first[0].islower() or last.rpartition(" ")[2].islower())
