"""Votes as printed: who voted for, against and abstained, under labels or in a table, with their numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.models import Vote
from corpus.parts.lines import Line, fold, split_lines
from corpus.parts.movers import NAMED, STYLE
from corpus.parts.tallies import (
    ABSTAINED,
    AGAINST,
    AMENDS,
    FOR,
    NONE_ABSTAINED,
    CastVote,
    find_tallies,
    introduction,
    is_of_amendment,
    side_of,
    tells_of_voting,
)

_LIST = rf"{NAMED}(?:\s*(?:,\s*(?:(?:and|&)\s+)?|\band\s+|&\s*)(?:{STYLE}\s+)?{NAMED})*"
_SIDE_PRINTED = re.compile(
    r"(?<![\w\t])(?P<side>In\s+[Ff]avou?r|IN\s+FAVOU?R|For|FOR|Against|AGAINST|Abst(?:ain(?:ed|ing)?|entions?)|"
    r"ABST(?:AIN(?:ED|ING)?|ENTIONS?)|Yes|YES|No|NO)\b"
    r"(?:\s+(?:the\s+)?(?:[Aa]mended\s+|[Oo]riginal\s+|[Ss]ubstantive\s+|[Dd]raft\s+)?"
    r"(?:[Mm]otion|[Aa]mendment|[Pp]roposal|[Rr]ecommendation|[Rr]esolution|[Vv]ariation|[Pp]lan|[Bb]udget)\b)?"
    r"(?P<mark>[\s*_]*\((?P<count>\d{1,3})\)[\s*_]*[:–-]?|[\s*_]*[:–-]+)?[\s*_]*"
    rf"(?:(?P<none>[Nn]il|None)\b|(?P<style>{STYLE}\s*:?\s*)?(?P<names>{_LIST}))(?P<cut>\s*,)?"
    r"(?:[\s.*_]*\((?P<tally>\d{1,3})\))?"
)
_CANDIDATE_ABOVE = re.compile(rf"[\s:*_.]*(?:Councillors|Cllrs|{STYLE}\s+{NAMED}\s*,)")
_NAME = re.compile(rf"(?:{STYLE}\s+)?{NAMED}")
_ROW = re.compile(r"(?P<name>[^\W\d_a-z][^\t]{2,60}?)\t\s*(?P<side>[Ff]or|[Aa]gainst|[Aa]bst\w*)\s*$")
_ABOUT_VOTING = re.compile(r"\b(?:vot(?:e|es|ed|ing)|show\s+of\s+hands)\b", re.IGNORECASE)
_NO = re.compile(r"N[Oo]\b(?!\.)")  # the one side that no word of voting names; not "No. 5"
_NEAR = 120  # characters between one side's names and the next side's label: a page's foot and head


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
    is_told = tells_of_voting(text)
    groups = _grouped(_sides(text)) if is_told or _NO.search(text) else []
    taken = [(group[0].start, group[-1].end) for group in groups]
    lists = [vote for group in groups if (vote := _joined(text, group))]
    others = [
        vote
        for vote in (*(find_tallies(text) if is_told else ()), *(_tabled(text) if "\t" in text else ()))
        if not any(start < vote.end and vote.start < end for start, end in taken)
    ]
    return sorted((*lists, *others), key=lambda vote: vote.start)


def _sides(text: str) -> list[_Side]:
    """What is printed under each label ("For", "AGAINST (2)"): names, and their number where printed."""
    found = []
    for match in _SIDE_PRINTED.finditer(text):
        if not (match["style"] or match["mark"]):
            continue  # "For Limerick": a sentence or a heading
        listed = (fold(name.group()) for name in _NAME.finditer(match["names"] or ""))
        names = tuple(name for name in listed if not name.isdigit())
        printed = match["tally"] or match["count"] or ("0" if match["none"] else None)
        whole = len(names) if not match["cut"] else None  # names that go on elsewhere cannot be counted
        count = int(printed) if printed else whole
        if not names and not printed:
            continue
        is_candidate = side_of(match["side"]) == FOR and _CANDIDATE_ABOVE.match(text, match.end()) is not None
        found.append(_Side(side_of(match["side"]), match.start(), match.end(), names, count, is_candidate))
    return found


def _grouped(sides: Sequence[_Side]) -> list[list[_Side]]:
    """Sides that are printed together: one vote."""
    groups: list[list[_Side]] = []
    for side in sides:
        is_near = groups and side.start - groups[-1][-1].end <= _NEAR
        is_election = groups and (side.is_candidate or groups[-1][0].is_candidate)
        if groups and is_near and (is_election or side.side not in {each.side for each in groups[-1]}):
            groups[-1].append(side)
        else:
            groups.append([side])
    return groups


def _joined(text: str, group: Sequence[_Side]) -> CastVote | None:
    sides = {side.side: side for side in group}
    if any(side.is_candidate for side in group) or not {FOR, AGAINST} & sides.keys():
        return None
    if len(sides) < 2 and not _ABOUT_VOTING.search(introduction(text, group[0].start)):
        return None
    start, end = group[0].start, group[-1].end
    abstained = sides[ABSTAINED].count if ABSTAINED in sides else None
    if abstained is None and (none := NONE_ABSTAINED.search(text, end, end + 160)):
        abstained, end = 0, none.end()
    vote = Vote(
        sides[FOR].count if FOR in sides else None, sides[AGAINST].count if AGAINST in sides else None, abstained,
        *(sides[side].names if side in sides else () for side in (FOR, AGAINST, ABSTAINED)),
    )  # fmt: skip
    label = text[group[0].start : group[0].start + 40]
    return CastVote(start, end, vote, is_of_amendment(text, start) or AMENDS.search(label) is not None)


def _tabled(text: str) -> list[CastVote]:
    """Votes printed as rows, one for each member: "Councillor Hall<tab>For"."""
    runs: list[list[tuple[Line, str, str]]] = []
    last = -2
    for index, line in enumerate(split_lines(text)):
        if match := _ROW.match(line.text):
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
