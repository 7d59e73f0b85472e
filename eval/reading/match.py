"""Which item and which decision read is which true one: in the order of the paper, each at most once."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from typing import TypeVar

from corpus.models import AgendaItem, Decision
from eval.reading.letters import Letters, alike, letters
from eval.reading.truth import TrueDecision, TrueItem

OVERLAP = 0.8  # of a true title's words that must stand in the title read
LONG_TITLE = 15  # words; a longer title (a question, say) may be cut short
CUT_TITLE = 8  # words that must be left of it
_WORD = re.compile(r"\w+")
T = TypeVar("T")
R = TypeVar("R")


def align(true: Sequence[T], read: Sequence[R], score: Callable[[T, R], int]) -> list[tuple[int, int]]:
    """Pairs of places in `true` and `read`, both rising, with the highest sum of scores. A score of 0 is no pair."""
    best = [[0] * (len(read) + 1) for _ in range(len(true) + 1)]
    scores = [[score(one, other) for other in read] for one in true]
    for i in reversed(range(len(true))):
        for j in reversed(range(len(read))):
            paired = best[i + 1][j + 1] + scores[i][j] if scores[i][j] else 0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], paired)
    pairs, i, j = [], 0, 0
    while i < len(true) and j < len(read):
        if scores[i][j] and best[i][j] == best[i + 1][j + 1] + scores[i][j]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def match_items(true: Sequence[TrueItem], read: Sequence[AgendaItem]) -> list[tuple[int, int]]:
    """Items pair by title; of all ways to pair most of them, that with most numbers right is taken."""
    weight = min(len(true), len(read)) + 1
    return align(true, read, lambda one, other: _item_score(one, other, weight))


def _item_score(true: TrueItem, read: AgendaItem, weight: int) -> int:
    return weight + numbered(true, read) if titled(true, read) else 0


def titled(true: TrueItem, read: AgendaItem) -> bool:
    """Whether the title read is the true one, or the paper prints none.

    It holds at least 0.8 of the true title's words, and may go on for as many words more and 6; a title of more
    than 15 words may instead be cut short after 8 or more.
    """
    words = _words(read.title)
    return not true.titles or any(_same_title(_words(title), words) for title in true.titles)


def _same_title(true: list[str], read: list[str]) -> bool:
    shared = (Counter(true) & Counter(read)).total()
    whole = shared >= OVERLAP * len(true) and len(read) <= 2 * len(true) + 6
    return whole or (len(true) > LONG_TITLE and len(read) >= CUT_TITLE and read == true[: len(read)])


def numbered(true: TrueItem, read: AgendaItem) -> bool:
    """Whether the number read is right; where the truth has an agenda number beside it, that too."""
    if true.agenda_number and _number(read.agenda_number) != _number(true.agenda_number):
        return False
    return not true.numbers or _number(read.number) in {_number(number) for number in true.numbers}


def match_decisions(true: Sequence[TrueDecision], read: Sequence[Decision]) -> list[tuple[int, int]]:
    """Decisions pair by their letters; those that must be found come before optional ones."""
    passages = [letters(decision.text) for decision in read]
    weight = min(len(true), len(read)) + 1
    return align(true, passages, lambda one, other: _decision_score(one, other, weight))


def _decision_score(true: TrueDecision, read: Letters, weight: int) -> int:
    return weight + (not true.optional) if any(alike(words, read) for words in true.words) else 0


def _number(number: str | None) -> str | None:
    return re.sub(r"[().\s]", "", number).casefold() if number else None


def _words(text: str) -> list[str]:
    """Words of a title, without marks on letters, apostrophes and case."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return _WORD.findall(re.sub("['’‘‟„]", "", plain))
