"""Lists as papers print them: bulleted, numbered, lettered or labelled members behind the words that lead to them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from corpus.parts.lines import Line, split_lines, split_sentences

FEWEST = 2  # members of a list
DEEPEST = 5  # lists within each other
_WRAPPED = 55  # characters of a line that is likely to go on in the next
_SCRAP = 30  # characters of a line that got between two members: a sum, the number of a page
_NEAR = 200  # characters before a mark in which the line above it ends
_LEAD_LINES = 8  # lines of a paragraph that is read for the sentence that leads to a list

_DASH = r"(?:[-–—*•]\s+)?"  # before a number: the list was made of paragraphs
_MARKS = (
    ("paragraph", re.compile(rf"{_DASH}(?P<of>\d{{1,2}})\.(?P<n>\d{{1,2}})(?:\s+|\.\s)(?=\S)")),
    ("number", re.compile(rf"{_DASH}(?P<of>\(?)(?P<n>\d{{1,2}})[.)]\s+(?=\S)")),
    ("letter", re.compile(rf"{_DASH}(?P<of>\(?)(?P<n>[a-z])[.)]\s+(?=\S)")),
    ("roman", re.compile(rf"{_DASH}(?P<of>\(?)(?P<n>[ivx]{{1,5}})[.)]\s+(?=\S)")),
    ("label", re.compile(r"(?P<of>[A-Z][a-z]{2,15})\s(?P<n>\d{1,2})(?:\s*[:–—]|\s-)\s*(?=\S)")),
    ("bullet", re.compile(r"(?P<of>[•·▪◦●○*–—-]|o(?=\s{2}))(?P<n>)\s+(?=\S)")),
)
_ROMAN = {"i": 1, "v": 5, "x": 10}
_LEADS = re.compile(
    r"(?::|\b(?:namely|as follows|(?:the )?following|includ(?:ed|es|ing)))[\s:;,.–—-]*$"
    r"|\b(?:the following|as follows)\b",
    re.IGNORECASE,
)
_ENDS = (".", "!", "?", ".”", '."', ".’")


@dataclass(frozen=True, slots=True)
class PrintedList:
    """Members in the order printed, as ranges of the text, and the sentence that leads to them, where there is one."""

    lead: tuple[int, int] | None
    members: tuple[tuple[int, int], ...]
    paragraphs: bool  # the members are numbered paragraphs of a report: "4.1", "4.2"


@dataclass(slots=True)
class _Open:
    """A list whose end is not reached yet."""

    mark: tuple[str, str]
    last: int  # number of the last member
    lead: tuple[int, int] | None
    starts: list[int]
    ends: list[list[int]] = field(default_factory=list)  # of the lines of each member


def printed_lists(text: str) -> list[PrintedList]:
    """Every list of a text, in the order in which they end; a list within a member of another is told by itself too."""
    lines, found, stack = split_lines(text), [], list[_Open]()
    for at, line in enumerate(lines):
        mark = _read_mark(line.text, stack)
        if mark is None:
            if stack and not _goes_on(lines, at, stack):
                found += [_closed(text, each) for each in reversed(stack)]
                stack.clear()
            elif stack:
                _extend(stack, line.end)
            continue
        kind, of, number = mark
        same = next((each for each in reversed(stack) if _follows(each, (kind, of), number)), None)
        while stack and stack[-1] is not same and (same or _is_past(text, stack, line, kind, of)):
            found.append(_closed(text, stack.pop()))
        if same is None:
            same = _Open((kind, of), number, _lead(text, lines, at), [])
            stack.append(same)
        same.last = number
        same.starts.append(line.start)
        same.ends.append([line.end])
        for outer in stack[:-1]:
            outer.ends[-1].append(line.end)
    found += [_closed(text, each) for each in reversed(stack)]
    return [each for each in found if len(each.members) >= FEWEST]


def _is_past(text: str, stack: Sequence[_Open], line: Line, kind: str, of: str) -> bool:
    """Whether the innermost list ends where a mark begins that does not go on with it: one that begins anew, or one
    that no bullet leads to."""
    if len(stack) >= DEEPEST or any(each.mark == (kind, of) for each in stack):
        return True
    before = text[max(0, line.start - _NEAR) : line.start].rstrip()
    return stack[-1].mark[0] == "bullet" and not before.endswith((":", ":-", ":–"))


def _read_mark(words: str, stack: Sequence[_Open]) -> tuple[str, str, int] | None:
    """The sort of mark a line opens with, what is the same in all of its list, and its number."""
    for kind, pattern in _MARKS:
        if not (match := pattern.match(words)):
            continue
        printed = match["n"]
        if kind == "letter" and printed in _ROMAN and not any(
            _follows(each, ("letter", match["of"]), ord(printed)) for each in stack
        ):  # fmt: skip
            continue
        if kind == "paragraph" and int(printed) == 0:
            return None  # "4.0 Measures" is a heading
        number = (
            int(printed) if printed.isdigit() else _roman(printed) if kind == "roman" else ord(printed or "-")
        )
        return kind, match["of"], number
    return None


def _roman(printed: str) -> int:
    values = [_ROMAN[each] for each in printed]
    return sum(-one if one < two else one for one, two in zip(values, [*values[1:], 0], strict=True))


def _follows(opened: _Open, mark: tuple[str, str], number: int) -> bool:
    if opened.mark != mark:
        return False
    return mark[0] == "bullet" or 0 < number - opened.last <= 2  # a machine may have missed one


def _goes_on(lines: Sequence[Line], at: int, stack: Sequence[_Open]) -> bool:
    """Whether a line without a mark belongs to the member above it."""
    line, before = lines[at], lines[at - 1].text.rstrip()
    if not line.gap:
        return not line.is_row
    if line.text[:1].islower() and not before.endswith((*_ENDS, ";", ":")):
        return True  # over the end of a page
    following = _read_mark(lines[at + 1].text, stack) if at + 1 < len(lines) else None
    return (
        len(line.text) <= _SCRAP
        and following is not None
        and not line.text.endswith(":")
        and _follows(stack[-1], following[:2], following[2])
    )


def _extend(stack: Sequence[_Open], end: int) -> None:
    for each in stack:
        each.ends[-1].append(end)


def _lead(text: str, lines: Sequence[Line], at: int) -> tuple[int, int] | None:
    """The sentence before the first member, if it leads to a list."""
    first = at
    while first > 0 and at - first < _LEAD_LINES and not (first < at and lines[first].gap):
        first -= 1
        if _read_mark(lines[first].text, ()):
            break
    sentences = list(split_sentences(text, lines[first].start, lines[at - 1].end)) if first < at else []
    if not sentences or not _LEADS.search(text[slice(*sentences[-1])].strip()):
        return None
    return sentences[-1]


def _closed(text: str, opened: _Open) -> PrintedList:
    """The list, its last member without what was only printed below it."""
    ends = [each[-1] for each in opened.ends]
    ends[-1] = _own_end(text, opened.starts[-1], opened.ends[-1])
    members = tuple(zip(opened.starts, ends, strict=True))
    return PrintedList(opened.lead, members, opened.mark[0] == "paragraph")


def _own_end(text: str, start: int, ends: Sequence[int]) -> int:
    """Where the last member ends: a line that begins anew, where the one above is short or ended, is not its own."""
    for one, other in pairwise(ends):
        above = text[start:one].rstrip()
        below = text[one:other].strip()
        short = one - (text.rfind("\n", 0, one) + 1) < _WRAPPED
        if above.endswith((":", ":-")):
            continue
        if above.endswith(_ENDS) or (short and below[:1].isupper()):
            return one
    return ends[-1]
