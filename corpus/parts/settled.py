"""Decisions in minutes that have no decision blocks: what was resolved, and sentences that settle something.

Two sorts are told. The words behind "And Resolved:", a quotation or else the paragraph. And a sentence that
records what the meeting as a body agreed, adopted, noted, deferred or rejected: "it was agreed to ...".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.models import Document, Section, SectionKind
from corpus.parts.lines import BULLET, LIST_NUMBER, Line, split_sentences, trim
from corpus.parts.quoted import quotations
from corpus.parts.settling import by_members, carries, elects, hints, leads_in, loses, settles

_RESOLVED_LINE = re.compile(
    r"(?:(?:and|agus|it\s+was|was|were|be\s+it|unanimously|duly|accordingly|[,;&])\s+|^\W{0,3}){1,4}"
    r"(?:unanimously\s+)?(?:resolved|glacadh\s+leis|an\s+cinneadh)\s*(?:as\s+follows)?\s*[:;.,–-]{0,3}\s*(?=[“\"‘']|$)",
    re.IGNORECASE,
)
_RESOLVED_THAT = re.compile(
    r"(?:\d{1,2}[.)]\s+)?(?:(?:And|AND|It\s+was|IT\s+WAS|Be\s+it|BE\s+IT)\s+)?(?:RESOLVED|Resolved|AGREED)\b"
    r"(?P<lead>\s*[:,–-]{0,2}\s*)(?=\S)"
)
_QUOTES = '“"‘„«'
_CLOSED = re.compile(r"[”\"»](?:\s?[.,;])?$|[’'](?:\s?[.,;])?$|\.''$")
_BREAK = re.compile(
    r"(?:Proposed|Seconded|Reply|Signed|(?:\(?[a-z]{1,4}\)\s+)?Circulated|And\s+Resolved|\d{1,3}\.\s|(?:It\s+was\s+)?(?:On\s+the\s+proposal|proposed\s+by))",
    re.IGNORECASE,
)
_THAT = re.compile(
    r"[“\"]?(?:AND|And)[,\s]\s?(?:THAT|That)\b|THAT\b(?=,?\s\S*[a-z])"
)  # a resolution of several
_PROPOSED = re.compile(r"(?:Proposed|Molta|Moladh)\b", re.IGNORECASE)
_END_OF_QUOTATION = re.compile(r"\.[”\"]\s+(?=[A-Z])")
_NAMED = re.compile(
    r"(?:(?:Councillors?|Cllrs?|Cmhlr)\b.{0,1500}?)?\(\d{1,2}\)\s+(?=[A-Z])", re.DOTALL
)  # who voted
_MOTION = re.compile(r"“\s?(?:That|THAT|(?:I|We)\s+(?:will|move|call))\b")
_NEAR = 1000  # characters
_REPLY = re.compile(r"(?:REPLY|Reply)\b")
_MEETING_SPEAKS = re.compile(
    r"(?:The\s+|All\s+)?(?:Members?|Councillors?|Cllrs?|Mayor|Deputy\s+Mayor|Cathaoirleach|Chair\w*|Council|Committee|Motion|Meeting)\b"
    r"|The\s+(?:A/)?(?:(?:Deputy|Assistant|Acting|Senior|Executive)\s+){0,2}(?:Director|Chief\s+Executive|Executive|Engineer|Manager"
    r"|Superintendent|Planner|Administrator|Officer|Clerk)\b"
    r"|In\s+(?:proposing|response|reply)|On\s+the|Proposed|It\s+was|This\b|Following|After|A\s+"
)
_ACTION = re.compile(r"ACTION\b|Action\s*(?:\d+\s*)?:")
_CELL = re.compile(r"[€£]\s?\d[\d,.]*|\([^()]{1,80}\)")
_LONGEST = 12  # paragraphs that a quoted resolution may take
_LONGEST_SENTENCE = 3000


@dataclass(frozen=True, slots=True)
class Settled:
    """Characters `start` to `end` of the text are one decision."""

    start: int
    end: int


def find_settled(text: str, lines: Sequence[Line]) -> list[Settled]:
    """Decisions among the lines of an item, in order, not overlapping.

    "Declared elected" and "declared carried" count where no resolution of the same matter is printed.
    """
    lines = list(_parted(lines))
    quoted = {at: each.start for each in quotations(lines) for at in each}
    read_out = {at for at, start in quoted.items() if not _MOTION.match(lines[start].text)}
    found: list[Settled] = []
    elected: list[Settled] = []
    resolutions: list[Settled] = []
    replying = False
    at = 0
    while at < len(lines):
        line = lines[at]
        if (
            _THAT.match(line.text)
            and (found or elected)
            and (at not in quoted or lines[quoted[at]].start <= found[-1].end)
        ):
            end = _end_of_paragraph(lines, at)
            found.append(Settled(line.start, lines[end - 1].end))
            at = end
            continue
        if (
            "esolved" in line.text
            or "ESOLVED" in line.text
            or "AGREED" in line.text
            or "glacadh leis" in line.text
            or "Cinneadh" in line.text
        ):
            taken = _resolution(lines, at)
            if taken is not None:
                settled, at = taken
                found.append(settled)
                resolutions.append(settled)
                continue
        if _REPLY.match(line.text):
            replying = True
        elif _MEETING_SPEAKS.match(line.text):
            replying = False
        if (
            not (replying and not by_members(line.text))
            and line.text[0] not in _QUOTES
            and at not in read_out
            and hints(line.text)
            and not _ACTION.match(line.text)
        ):
            at, settled_here, elected_here = _sentences(text, lines, at)
            found += settled_here
            elected += elected_here
        else:
            at += 1
    proposed = [line.start for line in lines if _PROPOSED.match(line.text)]
    alone = [each for each in elected if not _is_resolved(text, each, resolutions, proposed)]
    return sorted([*found, *alone], key=lambda each: each.start)


def _parted(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, a quotation parted from the words that go on behind it on the same line."""
    for line in lines:
        ended = _END_OF_QUOTATION.search(line.text) if line.text[0] in _QUOTES else None
        if ended:
            at = line.start + ended.end()
            yield Line(line.start, line.start + ended.start() + 2, line.text[: ended.start() + 2], line.gap)
            yield Line(at, line.end, line.text[ended.end() :], gap=True)
        else:
            yield line


def _is_resolved(
    text: str, declared: Settled, resolutions: Sequence[Settled], proposed: Sequence[int]
) -> bool:
    """Whether what was declared is what the resolution just before or just behind it says.

    Between the two nothing else was proposed; but the resolution of a motion declared carried may be proposed
    at once behind it.
    """
    before = bisect_left(resolutions, declared.start, key=lambda each: each.start)
    place = bisect_left(proposed, declared.start)
    if before and (place == 0 or proposed[place - 1] < resolutions[before - 1].start):
        return True
    if before == len(resolutions):
        return False
    start = resolutions[before].start
    if place == len(proposed) or proposed[place] > start:
        return True
    carried = carries(text[declared.start : declared.end])
    return carried and start - declared.end < _NEAR and not text[declared.end : proposed[place]].strip()


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
        if at > first and _THAT.match(lines[at].text):
            return Settled(start, lines[at - 1].end), at
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
        while end < len(lines) and (_goes_on(lines[end]) or _is_cell_of_list(lines, end)):
            end += 1
    return end


def _is_cell_of_list(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is the sum, or the note in brackets, that a page's end has parted from its entry in a list."""
    return _CELL.fullmatch(lines[at].text) is not None and at + 1 < len(lines) and _goes_on(lines[at + 1])


def _end_of_paragraph(lines: Sequence[Line], first: int) -> int:
    """Index behind a paragraph that a page may have parted, with the list that it leads in."""
    end = first + 1
    while end < min(first + _LONGEST, len(lines)) and lines[end - 1].text[-1].isalnum():
        if _BREAK.match(lines[end].text) or _THAT.match(lines[end].text) or lines[end].text[0].islower():
            break
        end += 1
    return max(end, _end_of_list(lines, end - 1))


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
        named = _NAMED.match(text, start, end)
        start = named.end() if named else start
        sentence = text[start:end]
        if end - start > _LONGEST_SENTENCE or not hints(sentence):
            continue
        if settles(sentence):
            if end == line.end and at + 1 < len(lines):
                if lines[at + 1].text[0] in _QUOTES and leads_in(sentence):
                    quotation, behind = _quotation(lines, at + 1, lines[at + 1].start)
                    return behind, [*found, quotation], elected
                if _PROPOSED.match(lines[at + 1].text) and leads_in(sentence) and not loses(sentence):
                    continue  # the resolution that it leads to is printed in full
                behind = _end_of_list(lines, at)
                if behind > at + 1:
                    return behind, [*found, Settled(start, lines[behind - 1].end)], elected
            found.append(Settled(start, end))
        elif elects(sentence):
            elected.append(Settled(start, end))
    return at + 1, found, elected


def discussed(document: Document, start: int, end: int, below: Sequence[Line]) -> list[Section]:
    """What was said from `start` to `end`, parted where a heading within the item stands."""
    inside: list[tuple[int, str | None]] = [
        (line.start, line.text) for line in below if start <= line.start < end
    ]
    found = []
    for (first, heading), (last, _) in pairwise([(start, None), *inside, (end, None)]):
        lo, hi = trim(document.text, first, last)
        if lo < hi:
            found.append(Section(SectionKind.DISCUSSION, document.span(lo, hi), heading))
    return found
