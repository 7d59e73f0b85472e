"""Keep a pronoun with what it stands for: a quote that opens "She said" takes in the sentence before it."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.models import SectionKind
from corpus.parts.lines import BULLET
from rag.retrieval.evidence import Evidence, units

MOST = 2  # sentences added on either side
PARAGRAPH = 450  # characters up to which the sentence that leads is quoted with the rest of its paragraph
_BACKWARD = re.compile(
    r"(?:He|She|They|It|This|These|That|Those|His|Her|Their|Its|Such|However|In addition|Furthermore|Similarly)\b"
    r"|(?:The|Each|Both|Neither)\s+(?:amendment|motion|letter|petition|proposal|vote|latter|former|scheme|figure|same|two|others?|"
    r"recommendation|option|change|money|report|statement|question|offer|pilot|closure|cost|target|answer|reply)\b"
)
_PROSE = (SectionKind.DISCUSSION, SectionKind.REPORT)


def widen(evidence: Evidence, *, whole: bool = False) -> Evidence:
    """The same evidence with the neighbours it cannot be understood without, as one exact quote.

    `whole` takes in the rest of a short paragraph too: what was asked about is often told in the next sentence.
    """
    passage = evidence.passage
    if passage.kind not in _PROSE:
        return evidence
    base = passage.span.start
    ranges = [(base + start, base + end) for start, end in units(passage)]
    at = ranges.index((evidence.start, evidence.end))
    first = last = at

    def text(index: int) -> str:
        start, end = ranges[index]
        return passage.text[start - base : end - base]

    def is_joined(one: int, other: int) -> bool:
        between = passage.text[ranges[one][1] - base : ranges[other][0] - base]
        apart = between.count("\n") > 1 or ("\n" in between and BULLET.match(text(other)))
        return not apart and "\t" not in text(one) + text(other)

    while first > 0 and at - first < MOST and _BACKWARD.match(text(first)) and is_joined(first - 1, first):
        first -= 1
    while (
        last + 1 < len(ranges)
        and last - at < MOST
        and _BACKWARD.match(text(last + 1))
        and is_joined(last, last + 1)
    ):
        last += 1
    while (
        whole
        and last + 1 < len(ranges)
        and is_joined(last, last + 1)
        and ranges[last + 1][1] - ranges[first][0] <= PARAGRAPH
    ):
        last += 1
    start, end = ranges[first][0], ranges[last][1]
    return replace(evidence, start=start, end=end, text=passage.text[start - base : end - base])
