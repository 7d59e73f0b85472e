"""Decisions in minutes that have no decision blocks: what was resolved, and sentences that settle something.

Two sorts are told. The words behind "And Resolved:", a quotation or else the paragraph. And a sentence that
records what the meeting as a body agreed, adopted, noted, deferred or rejected: "it was agreed to ...".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.parts.lines import BULLET, LIST_NUMBER, Line, split_sentences
from corpus.parts.settling import by_members, elects, hints, leads_in, settles

_RESOLVED_LINE = re.compile(
    r"(?:(?:and|agus|it\s+was|was|were|be\s+it|unanimously|duly|accordingly|[,;&])\s+|^\W{0,3}){1,4}"
    r"(?:unanimously\s+)?(?:resolved|glacadh\s+leis)\s*(?:as\s+follows)?\s*[:;.,–-]{0,3}\s*(?=[“\"‘']|$)",
    re.IGNORECASE,
)
_RESOLVED_THAT = re.compile(
    r"(?:\d{1,2}[.)]\s+)?(?:(?:And|AND|It\s+was|IT\s+WAS|Be\s+it|BE\s+IT)\s+)?(?:RESOLVED|Resolved|AGREED)\b"
    r"(?P<lead>\s*[:,–-]{0,2}\s*)(?=\S)"
)
_QUOTES = '“"‘„«'
_CLOSED = re.compile(r"[”\"»](?:\s?[.,;])?$|[’'](?:\s?[.,;])?$|\.''$")
_BREAK = re.compile(
    r"(?:Proposed|Seconded|Reply|Signed|Circulated|And\s+Resolved|\d{1,3}\.\s|(?:It\s+was\s+)?(?:On\s+the\s+proposal|proposed\s+by))",
    re.IGNORECASE,
)
_REPLY = re.compile(r"(?:REPLY|Reply)\b")
_MEETING_SPEAKS = re.compile(
    r"(?:The\s+|All\s+)?(?:Members?|Councillors?|Cllrs?|Mayor|Deputy\s+Mayor|Cathaoirleach|Chair\w*|Council|Committee|Motion|Meeting)\b"
    r"|In\s+(?:proposing|response|reply)|On\s+the|Proposed|It\s+was|This\b|Following|After|A\s+"
)
_ACTION = re.compile(r"ACTION\b|Action\s*(?:\d+\s*)?:")
_LONGEST = 12  # paragraphs that a quoted resolution may take
_LONGEST_SENTENCE = 3000


@dataclass(frozen=True, slots=True)
class Settled:
    """Characters `start` to `end` of the text are one decision."""

    start: int
    end: int


def find_settled(text: str, lines: Sequence[Line]) -> list[Settled]:
    """Decisions among the lines of an item, in order, not overlapping.

    "Declared elected" and "declared carried" count where nothing was resolved: else they lead to the resolution.
    """
    found: list[Settled] = []
    elected: list[Settled] = []
    resolved = replying = False
    at = 0
    while at < len(lines):
        line = lines[at]
        if (
            "esolved" in line.text
            or "ESOLVED" in line.text
            or "AGREED" in line.text
            or "glacadh leis" in line.text
        ):
            taken = _resolution(lines, at)
            if taken is not None:
                settled, at = taken
                found.append(settled)
                resolved = True
                continue
        if _REPLY.match(line.text):
            replying = True
        elif _MEETING_SPEAKS.match(line.text):
            replying = False
        if (
            not (replying and not by_members(line.text))
            and line.text[0] not in _QUOTES
            and hints(line.text)
            and not _ACTION.match(line.text)
        ):
            at, settled_here, elected_here = _sentences(text, lines, at)
            found += settled_here
            elected += elected_here
        else:
            at += 1
    return found if resolved else sorted([*found, *elected], key=lambda each: each.start)


def _resolution(lines: Sequence[Line], at: int) -> tuple[Settled, int] | None:
    """The resolution that a line leads in, and the index of the line behind it; None when it leads in none."""
    line = lines[at]
    lead = _RESOLVED_LINE.search(line.text)
    if lead is None:
        opening = _RESOLVED_THAT.match(line.text)
        if opening is None:
            return None
        end = _end_of_list(lines, at)
        return Settled(line.start + (opening.end() if ":" in opening["lead"] else 0), lines[end - 1].end), end
    if lead.end() < len(line.text):  # its words begin on the same line
        return _quotation(lines, at, line.start + lead.end())
    if at + 1 == len(lines) or _BREAK.match(lines[at + 1].text):
        return None
    after = lines[at + 1]
    if after.text[0] in _QUOTES:
        return _quotation(lines, at + 1, after.start)
    end = _end_of_list(lines, at + 1)
    return Settled(after.start, lines[end - 1].end), end


def _quotation(lines: Sequence[Line], first: int, start: int) -> tuple[Settled, int]:
    """From the opening mark to the paragraph that closes it; one paragraph where none does."""
    for at in range(first, min(first + _LONGEST, len(lines))):
        if at > first and _BREAK.match(lines[at].text):
            break
        if _CLOSED.search(lines[at].text) and lines[at].end > start + 2:
            return Settled(start, lines[at].end), at + 1
    end = _end_of_list(lines, first)
    return Settled(start, lines[end - 1].end), end


def _end_of_list(lines: Sequence[Line], first: int) -> int:
    """Index behind a paragraph and, when it ends in a colon, the list or the rows that it leads in."""
    end = first + 1
    if lines[first].text[-1] in ":-–":
        while end < len(lines) and _goes_on(lines[end]):
            end += 1
    return end


def _goes_on(line: Line) -> bool:
    return line.is_row or BULLET.match(line.text) is not None or LIST_NUMBER.match(line.text) is not None


def _sentences(text: str, lines: Sequence[Line], at: int) -> tuple[int, list[Settled], list[Settled]]:
    """What the sentences of a line settle: the index of the line to go on from, decisions, elections.

    A last sentence that leads in a quoted motion gives way to it; one that leads in a list takes it along.
    """
    line = lines[at]
    found: list[Settled] = []
    elected: list[Settled] = []
    for start, end in split_sentences(text, line.start, line.end):
        sentence = text[start:end]
        if end - start > _LONGEST_SENTENCE or not hints(sentence):
            continue
        if settles(sentence):
            if end == line.end and at + 1 < len(lines):
                if lines[at + 1].text[0] in _QUOTES and leads_in(sentence):
                    quotation, behind = _quotation(lines, at + 1, lines[at + 1].start)
                    return behind, [*found, quotation], elected
                behind = _end_of_list(lines, at)
                if behind > at + 1:
                    return behind, [*found, Settled(start, lines[behind - 1].end)], elected
            found.append(Settled(start, end))
        elif elects(sentence):
            elected.append(Settled(start, end))
    return at + 1, found, elected
