"""Lines that a number opens in minutes as people type them, each weighed by how much it looks like a heading."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from corpus.parts.counting import Opening
from corpus.parts.lines import Line
from corpus.parts.openings import (
    ALONE,
    ANSWERED,
    ASKED,
    MATTER,
    NO_TITLE,
    NUMBERED,
    OWN_WORDS,
    SHORT_LINE,
    SUBMITTED,
    is_group,
    is_title,
    title_of,
)

_ITEM = re.compile(
    r"(?:Agenda\s+)?Item\s*(?:No\.?\s*|Number\s+)?(?P<number>\d{1,3}(?:\s?\([a-z]\))?)"
    r"\s*(?P<mark>[:.;–—-]{1,2}|$)?\s*(?P<title>\S.*)?$",
    re.IGNORECASE,
)
_ASKS = re.compile(r"\d{1,2}\s+will\s+(?:ask|move)\b")  # a machine reads a capital I as 1
_LOST_NUMBER = re.compile(
    r"(?![eo¢»©>•*–-]\s)(?:[A-Za-z]{1,2}|[^\w\s])[.,:;]?\s+(?=[A-Z][a-z])"
)  # "Ss. Roads" was "5. Roads"
_COUNCILLOR = re.compile(r"ncillors?\b|\b(?:Cllrs?|Cmhlr)\b")
_SEVERAL = re.compile(r"(?:Questions|Notices|Motions)\b", re.IGNORECASE)


def count_candidates(
    lines: Sequence[Line], bold: Set[int], quoted: Set[int], scanned: bool = False
) -> list[Opening]:
    """Lines that a number opens ("3.", "3)", "Item 3:", "3(a)"), each weighed by how much it looks like the heading
    of an item; and lines that open a question or a motion, whose number may have been lost.

    `bold` holds the offsets of bold lines, `quoted` the indexes of lines within a quotation; `scanned` tells that
    a machine read the paper from pictures, and may have lost numbers.
    """
    matches = [_number(line.text) for line in lines]
    found = []
    for at, match in enumerate(matches):
        if match is None:
            if scanned and (lost := _LOST_NUMBER.match(lines[at].text)) and lines[at].text[-1] not in ".,;":
                title = lines[at].text[lost.end() :]
                if len(title) < 80 and is_title(title) and not NO_TITLE.match(title):
                    found.append(Opening(None, title_of(title), at, 1, 3.0 if ALONE.match(title) else 1.9))
                    continue
            if scanned and _is_garbled_motion(lines, at):
                found.append(Opening(None, title_of(lines[at].text), at, 1, 3.0))
            elif submitted := SUBMITTED.match(lines[at].text):
                leads = at + 1 < len(lines) and matches[at + 1] is not None
                several = leads and _SEVERAL.match(lines[at].text)
                below = not leads and at > 0 and _is_headed(lines[at - 1], matches[at - 1])
                if len(lines[at].text) < 120 and not several and not below:
                    title = title_of(lines[at].text[submitted.end("lost") :])
                    sure = scanned or is_group(lines[max(at - 1, 0)])
                    weight = 3.0 if scanned and not leads else 2.0 if sure else 1.0
                    found.append(Opening(None, title, at, 1, weight))
            continue
        found.append(_numbered(lines, at, matches, bold, quoted, scanned))
    return [each for each in found if each.number is None or each.number[0] != "0"]


def _numbered(
    lines: Sequence[Line],
    at: int,
    matches: Sequence[re.Match[str] | None],
    bold: Set[int],
    quoted: Set[int],
    scanned: bool,
) -> Opening:
    """What the number on line `at` opens; with the line above, where that says whose question it is."""
    match = matches[at]
    assert match is not None
    title, used = match["title"] or "", 1
    if not title and at + 1 < len(lines) and matches[at + 1] is None and _may_head(lines[at + 1].text):
        title, used = lines[at + 1].text, 2
    shown = title_of(title)
    weight = _weight(
        shown if is_title(shown) else title,
        lines[at].start in bold or (used == 2 and lines[at + 1].start in bold),
    )
    if scanned and title[:1].islower() and len(title) < 60 and title[-1] not in ".;,":
        weight += 1.2  # the first letter of what is underlined is often lost
    below = lines[at + used].text if at + used < len(lines) else ""
    asked = ASKED.match(below) or _ASKS.match(below) or OWN_WORDS.search(title)
    weight += 1.5 if asked else 0  # "I will ask at the next meeting ...": a question or a motion
    answered = _is_answered(lines, matches, at)
    weight += 2.5 if answered else 0
    if match.re is _ITEM:
        weight += 0.5 if match["mark"] is None and title else 3
    else:
        weight += {".": 0.0, ")": -0.2, None: -1.5}.get(match["mark"], -0.5)
        weight -= 1.5 * _in_list(matches, at) + 6.0 * (at in quoted)
    if scanned and match["mark"] is None and (usual := ALONE.match(title)) and usual.end("lost"):
        return Opening(
            None, title_of(title[usual.end("lost") :]), at, 1, 2.0
        )  # of "1." something else was read
    first = at
    if at and title and matches[at - 1] is None and _says_whose(lines[at - 1].text):
        first, used, weight = at - 1, used + 1, weight + 1
    number = re.sub(r"[\s()]", "", match["number"]).upper()
    sure = (asked and SUBMITTED.match(title)) or (answered and ASKED.match(title) and match["mark"])
    return Opening(number, title_of(title), first, used, weight, bool(sure) and at not in quoted)


def _is_garbled_motion(lines: Sequence[Line], at: int) -> bool:
    """Whether a line, whatever a machine made of it, names a councillor above the words of a question or a motion."""
    text = lines[at].text
    named = len(text) < SHORT_LINE * 2 and _COUNCILLOR.search(text) and text[-1] not in ".,;:”"
    asked = at + 1 < len(lines) and (ASKED.match(lines[at + 1].text) or _ASKS.match(lines[at + 1].text))
    return bool(named and asked and not SUBMITTED.match(text))


def _is_headed(line: Line, match: re.Match[str] | None) -> bool:
    """Whether the heading of a number stands on a line: what stands at once below it is its own."""
    title = match["title"] if match and match["mark"] else None
    return bool(
        title
        and len(title) < 120
        and title[-1] not in ".;,?"
        and is_title(title)
        and not SUBMITTED.match(title)
        and not ASKED.match(title)
        and not NO_TITLE.match(title)
    )


def _may_head(text: str) -> bool:
    """Whether a line may be the heading of the number above it; a title may stand in quotation marks."""
    quoted = text[0] == "“" and text[-1] == "”" and len(text) < 80 and is_title(text)
    return quoted or not NO_TITLE.match(text)


def _says_whose(text: str) -> bool:
    return len(text) < 120 and SUBMITTED.match(text) is not None


def _is_answered(lines: Sequence[Line], matches: Sequence[re.Match[str] | None], at: int) -> bool:
    """Whether a reply stands just below, and no other number before it: the line asks something."""
    for below in range(at + 1, min(at + 4, len(lines))):
        if ANSWERED.match(lines[below].text):
            return True
        if matches[below] is not None:
            return False
    return False


def _number(text: str) -> re.Match[str] | None:
    if text[0].isdigit():
        return None if _ASKS.match(text) else NUMBERED.match(text)
    return _ITEM.match(text) if text[0] in "IiAa" else None


def _in_list(matches: Sequence[re.Match[str] | None], at: int) -> bool:
    """Whether the line before or behind is numbered as well: rows of a list stand close together."""
    near = (matches[index] for index in (at - 1, at + 1) if 0 <= index < len(matches))
    return any(match is not None and match["mark"] is not None and match["title"] for match in near)


def _weight(title: str, is_bold: bool) -> float:
    """How much words look like a heading: bold, one of the usual ones, short, in title case, no sentence."""
    if not title:
        return 0.2
    weight = 2.5 if is_bold else 0.0
    if MATTER.match(title) or SUBMITTED.match(title):
        return weight + 2
    if ASKED.match(title):
        return weight + 1
    if is_title(title):
        return weight + (2 if len(title) < 90 or title.isupper() else 1)
    if len(title) > 160:
        return weight - 2
    if title[-1] in ".;,?!" or title[0].islower() or title[0] in "€£$":
        return weight - 1
    return weight + (1.5 if len(title) < 90 else 0.5)
