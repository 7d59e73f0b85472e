"""Votes told in a sentence, in counts alone: "9 votes in favour and 12 against", "by 8 votes to 5"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from corpus.models import Vote
from corpus.parts.lines import fold

FOR, AGAINST, ABSTAINED = "for", "against", "abstained"
_WORDS = (
    "no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty"
).split()
NUMBERS = {word: number for number, word in enumerate(_WORDS)} | {
    "nil": 0,
    "none": 0,
    "zero": 0,
    "nobody": 0,
}
_COUNT = rf"(?:\d{{1,3}}|{'|'.join(sorted(NUMBERS, key=len, reverse=True))})"
_SIDE = r"(?:in favou?r|for|against|abst(?:ain(?:ed|ing)?|entions?)?|not voting)"
NONE_ABSTAINED = re.compile(
    r"\b(?:no|nil|zero)\s+abstentions?\b|\babstentions?\s*[:–-]?\s*(?:nil|none)\b", re.IGNORECASE
)
_COUNT_FIRST = re.compile(
    rf"(?=[\dnotfsez])\b(?P<count>{_COUNT})\s+(?:(?:of\s+the\s+)?(?:members?|votes?|councillors?)\s+)?"
    rf"(?:(?:were|was|voted|voting|cast)\s+)?(?P<side>{_SIDE})\b",
    re.IGNORECASE,
)
_SIDE_FIRST = re.compile(
    rf"(?=[ifan])\b(?P<side>{_SIDE})\s*[:=–-]?\s*\(?(?P<count>{_COUNT})\b", re.IGNORECASE
)
_BY_VOTES = re.compile(
    rf"\bby\s+(?P<first>{_COUNT})\s+votes?\s+(?:to|against)\s+(?P<second>{_COUNT})\b|"
    rf"\bby\s+(?P<first2>{_COUNT})\s+to\s+(?P<second2>{_COUNT})\s+votes\b",
    re.IGNORECASE,
)
_STOP = re.compile(r"[.;]\s")
_LOST = re.compile(r"\b(?:lost|defeated|rejected|refused|not\s+carried|fell)\b", re.IGNORECASE)
_SHOWN = re.compile(r"\bshow\s+of\s+hands\b|\bvoted?\b", re.IGNORECASE)
AMENDS = re.compile(r"\bamend(?:ment|ed)\b|\bcounter-?proposal\b", re.IGNORECASE)
_TOLD_BY = ("against", "abst", "vot", "hands")
_INTRODUCTION = 300  # characters before a vote that say what was voted on
_APART = 60  # characters between the count of one side and the next


@dataclass(frozen=True, slots=True)
class CastVote:
    """A vote printed at `start` to `end` of a text."""

    start: int
    end: int
    vote: Vote
    amends: bool  # it was taken on an amendment


def tells_of_voting(text: str) -> bool:
    """Whether it holds a word without which no vote is told: quickly said, and so of most texts that it does not."""
    plain = text.lower()
    return any(map(plain.__contains__, _TOLD_BY))


def find_tallies(text: str) -> list[CastVote]:
    """Votes told in a sentence: "For 7, Against 3", "9 votes in favour and 12 against", "by 8 votes to 5"."""
    runs = sorted((*_runs(text, _COUNT_FIRST), *_runs(text, _SIDE_FIRST)), key=lambda run: run[0].start())
    found: list[CastVote] = []
    for run in runs:
        start, end = run[0].start(), run[-1].end()
        counts = {side_of(match["side"]): _value(match["count"]) for match in run}
        alone = run[0].re is _COUNT_FIRST and FOR in counts
        told = len(counts) > 1 or (alone and _SHOWN.search(text, max(0, start - 160), end + 60))
        if told and not (found and start < found[-1].end):
            found.append(_cast(text, start, end, counts))
    for match in _BY_VOTES.finditer(text):
        if not any(each.start < match.end() and match.start() < each.end for each in found):
            found.append(_by_votes(text, match))
    return found


def _runs(text: str, pattern: re.Pattern[str]) -> list[list[re.Match[str]]]:
    """Counts that stand together, one for each side."""
    runs: list[list[re.Match[str]]] = []
    for match in pattern.finditer(text):
        if not _is_count(text, match):
            continue
        known = {side_of(each["side"]) for each in runs[-1]} if runs else set()
        if runs and match.start() - runs[-1][-1].end() <= _APART and side_of(match["side"]) not in known:
            runs[-1].append(match)
        else:
            runs.append([match])
    return runs


def _by_votes(text: str, match: re.Match[str]) -> CastVote:
    """ "carried by 8 votes to 5", "defeated by 10 votes to 3", "lost by 3 votes to 10": of what was lost, the most were
    against it. What another sentence says was lost is another vote."""
    before = _STOP.split(text[max(0, match.start() - 60) : match.start()])[-1]
    near = before + match.group() + _STOP.split(text[match.end() : match.end() + 40])[0]
    cast = [_value(count) for count in match.groups() if count]
    for_, against = sorted(cast) if _LOST.search(near) else cast
    counts = {FOR: for_, AGAINST: against}
    after = _COUNT_FIRST.search(text, match.end(), match.end() + 60)
    if after and side_of(after["side"]) == ABSTAINED:
        counts[ABSTAINED] = _value(after["count"])
    return _cast(text, match.start(), after.end() if after and ABSTAINED in counts else match.end(), counts)


def _is_count(text: str, match: re.Match[str]) -> bool:
    """Not a sum of money, a year, or "no" before "for": a count of votes stands by itself."""
    before = text[max(0, match.start() - 2) : match.start()]
    return not re.search(r"[€£$.,/\d%-]$", before) and not re.match(
        r"[.,/]\d|%", text[match.end() : match.end() + 2]
    )


def _cast(text: str, start: int, end: int, counts: Mapping[str, int]) -> CastVote:
    if ABSTAINED not in counts and (none := NONE_ABSTAINED.search(text, end, end + 80)):
        counts, end = {**counts, ABSTAINED: 0}, none.end()
    vote = Vote(counts.get(FOR), counts.get(AGAINST), counts.get(ABSTAINED))
    return CastVote(start, end, vote, is_of_amendment(text, start))


def side_of(words: str) -> str:
    plain = fold(words).lower()
    return ABSTAINED if plain.startswith("abst") else AGAINST if plain in ("against", "no") else FOR


def _value(word: str) -> int:
    return int(word) if word.isdigit() else NUMBERS[word.lower()]


def introduction(text: str, start: int) -> str:
    return text[max(0, start - _INTRODUCTION) : start]


def is_of_amendment(text: str, start: int) -> bool:
    """Whether the sentence that leads to a vote speaks of an amendment."""
    before = introduction(text, start).rstrip()
    cut = max(before.rfind(". ", 0, -1), before.rfind(".\n", 0, -1))
    return AMENDS.search(before[cut + 1 :]) is not None
