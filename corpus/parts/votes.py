"""Votes as printed: counts for, against and abstaining, and who voted how."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.models import Vote
from corpus.parts.lines import Line, fold, split_lines
from corpus.parts.tallies import (
    ABSTAINED,
    AGAINST,
    AMENDS,
    FOR,
    NONE_ABSTAINED,
    NUMBERS,
    CastVote,
    find_tallies,
    introduction,
    is_of_amendment,
    side_of,
)

_LABEL = re.compile(
    r"[\W_]*(?P<side>in favou?r|for|against|abst(?:ain(?:ed|ing)?|entions?)?)"
    r"(?:\s+(?:the\s+)?(?:amended\s+|original\s+|substantive\s+|draft\s+)?(?:motion|amendment|proposal|"
    r"recommendation|resolution|variation|plan|budget))?"
    r"(?P<more>\s*[:–-]?\s*\(?\s*(?P<count>\d{1,3})?\s*\)?\s*[:–-]?[\s*_]*)(?P<names>(?-i:[^\W\d_a-z])[^\n]*)?$",
    re.IGNORECASE,
)
_STYLED = re.compile(r"(?:Councillors?|Cllrs?|Cmhlrs?|Mr|Mrs|Ms|Dr|Nil|None)\b")
_CANDIDATE = re.compile(
    r"[\W_]*for\s+(?:the\s+)?(?:councillor|cllr|cmhlr|mr|mrs|ms|dr)\b\.?\s+[^,]{2,40}$", re.IGNORECASE
)
_TALLY = re.compile(r"[*_\s]*\((?P<count>\d{1,3})\)[*_.\s]*$")
_STYLES = re.compile(r"^(?:the\s+)?(?:Councillors?|Cllrs\b\.?)\s*:?\s*", re.IGNORECASE)
_PERSON = re.compile(r"[^\W\d_a-z0-9][^\n;:“”\"]{0,48}$|[06] [^\W\d_a-z][^\n;:“”\"]{0,40}$")
_PROSE = re.compile(
    r"\b(?:declared|was|were|is|the|that|following|resolved|proposed|seconded|abstentions|meeting|it|on|as)\b",
    re.IGNORECASE,
)
_ABOUT_VOTING = re.compile(r"\b(?:vot(?:e|es|ed|ing)|show\s+of\s+hands|members|abst\w+)\b", re.IGNORECASE)
_MOST_LINES = 14  # that the names of one side may take
_NEAR = 4  # lines between one side's names and the next side's label: a page's foot and head


@dataclass(frozen=True, slots=True)
class _Side:
    side: str
    start: int
    end: int
    names: tuple[str, ...]
    count: int | None
    is_candidate: bool = False  # "For Councillor Hall": an election


def find_votes(text: str) -> list[CastVote]:
    """Every vote in `text`, in order. An election between candidates is no vote for or against and left out."""
    lists = _listed(text)
    taken = [(vote.start, vote.end) for vote in lists]
    counted = [
        vote
        for vote in (*find_tallies(text), *_tabled(text))
        if not any(start < vote.end and vote.start < end for start, end in taken)
    ]
    return sorted((*lists, *counted), key=lambda vote: vote.start)


def _listed(text: str) -> list[CastVote]:
    """Votes printed as a label ("For", "AGAINST") with the names below it and their number in brackets."""
    lines = split_lines(text)
    groups: list[list[_Side]] = []
    index = last = 0
    while index < len(lines):
        side, used = _read_side(lines, index)
        if side is None:
            index += 1
            continue
        is_next = groups and index - last <= _NEAR and side.side not in {each.side for each in groups[-1]}
        if is_next or (groups and index - last <= _NEAR and side.is_candidate):
            groups[-1].append(side)
        else:
            groups.append([side])
        index = last = index + used
    return [vote for group in groups if (vote := _joined(text, group))]


def _read_side(lines: Sequence[Line], index: int) -> tuple[_Side | None, int]:
    """One side of a vote whose label stands at `index`, and how many lines it takes."""
    line = lines[index]
    if _CANDIDATE.match(line.text):
        return _Side("candidate", line.start, line.end, (), None, is_candidate=True), 1
    label = _LABEL.match(line.text)
    if label is None or not (label["more"].strip(" *_") or _STYLED.match(label["names"] or "Councillors")):
        return None, 1  # "For Limerick": a sentence or a heading
    text, used = label["names"] or "", 1
    count = int(label["count"]) if label["count"] else None
    end = line.end
    while used < _MOST_LINES and index + used < len(lines) and not _TALLY.search(text):
        following = lines[index + used]
        if not _goes_on(text, following.text):
            break
        text, end, used = f"{text} {following.text}", following.end, used + 1
    if tally := _TALLY.search(text):
        count, text = int(tally["count"]), text[: tally.start()]
    if count is None and fold(text).strip(" *_.").lower() in ("nil", "none"):
        count = 0
    names = _names(text)
    if count is None and not names:
        return None, 1
    return _Side(side_of(label["side"]), line.start, end, names, count), used


def _goes_on(text: str, line: str) -> bool:
    """Whether a line is more of the names of a side: names and commas, or the bracketed count, and no prose."""
    if _TALLY.fullmatch(line):
        return True
    if _LABEL.match(line) or _CANDIDATE.match(line) or _PROSE.search(line):
        return False
    if not text:
        return _STYLES.match(line) is not None or re.match(r"(?:Cmhlr|Mr|Mrs|Ms|Cllr)\b", line) is not None
    return not text.rstrip().endswith(".") or text.rstrip().endswith(("Cmhlr.", "Cllr."))


def _names(text: str) -> tuple[str, ...]:
    """Names of a list as printed, without "Councillors" before them all."""
    plain = _STYLES.sub("", fold(text).strip(" *_:–-"))
    parts = (part.strip(" *_.") for part in re.split(r",|;|&|\band\b", plain))
    return tuple(part for part in parts if _PERSON.fullmatch(part) and part.lower() not in NUMBERS)


def _joined(text: str, group: Sequence[_Side]) -> CastVote | None:
    sides = {side.side: side for side in group}
    if "candidate" in sides or not {FOR, AGAINST} & sides.keys():
        return None
    if len(sides) < 2 and not _ABOUT_VOTING.search(introduction(text, group[0].start)):
        return None
    start, end = group[0].start, group[-1].end
    abstained = _number(sides.get(ABSTAINED))
    if abstained is None and (none := NONE_ABSTAINED.search(text, end, end + 160)):
        abstained, end = 0, none.end()
    vote = Vote(
        _number(sides.get(FOR)), _number(sides.get(AGAINST)), abstained,
        *(sides[side].names if side in sides else () for side in (FOR, AGAINST, ABSTAINED)),
    )  # fmt: skip
    label = text[group[0].start : group[0].start + 40]
    return CastVote(start, end, vote, is_of_amendment(text, start) or AMENDS.search(label) is not None)


def _number(side: _Side | None) -> int | None:
    """The printed count; without one, how many are named."""
    if side is None:
        return None
    return side.count if side.count is not None else (len(side.names) or None)


def _tabled(text: str) -> list[CastVote]:
    """Votes printed as rows, one for each member: "Councillor Hall<tab>For"."""
    row = re.compile(
        r"(?P<name>(?-i:[^\W\d_a-z])[^\t]{2,60}?)\t+\s*(?P<side>For|Against|Abst\w*)\s*$", re.IGNORECASE
    )
    runs: list[list[tuple[Line, str, str]]] = []
    last = -2
    for index, line in enumerate(split_lines(text)):
        if match := row.match(line.text):
            if not runs or index - last > 2:
                runs.append([])
            runs[-1].append((line, fold(match["name"]), side_of(match["side"])))
            last = index
    found = []
    for run in runs:
        by_side = {
            side: tuple(name for _, name, voted in run if voted == side) for side in (FOR, AGAINST, ABSTAINED)
        }
        named = [by_side[side] for side in (FOR, AGAINST, ABSTAINED)]
        in_favour, against, abstained = (len(names) or None for names in named)
        vote = Vote(in_favour, against, abstained, *named)
        found.append(CastVote(run[0][0].start, run[-1][0].end, vote, is_of_amendment(text, run[0][0].start)))
    return found
