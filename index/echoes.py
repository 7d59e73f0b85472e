"""Words that a fuller paper says as well: kept in the library, and set aside from search.

Only what is held elsewhere word for word is an echo, so nothing unique is ever set aside; the one exception is a
draft of minutes, which gives way to the approved minutes of its meeting.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from corpus.models import SectionKind

# What may repeat what. The first kinds of each stand for one sort of fact only: a decision is an echo of a decision.
_SORTS = (
    ((SectionKind.DECISION, SectionKind.INTEREST), SectionKind.DISCUSSION),
    ((SectionKind.RECOMMENDATION, SectionKind.TABLE), SectionKind.REPORT),
    ((), SectionKind.AGENDA),
    ((), SectionKind.ATTENDANCE),
)


@dataclass(frozen=True, slots=True)
class Words:
    """A passage as far as echoes go."""

    id: int
    kind: SectionKind
    decision: str | None  # its printed number
    text: str
    truncated: bool


def echoes(papers: Sequence[Sequence[Words]]) -> set[int]:
    """The passages of one matter that a fuller paper says too; `papers` hold them, the fullest paper first."""
    found: set[int] = set()
    for narrow, wide in _SORTS:
        said: dict[SectionKind, str] = {}
        numbers: dict[str, str] = {}  # of decisions: what those with this number say
        for paper in papers:
            own = [each for each in paper if each.kind in narrow or each.kind is wide]
            found |= {each.id for each in own if _is_said(each, wide, said, numbers)}
            for kind in {each.kind for each in own}:
                said[kind] = said.get(kind, "") + _joined(each for each in own if each.kind is kind)
            for each in own:
                if each.decision:
                    numbers[each.decision] = numbers.get(each.decision, "") + _joined([each])
    return found


def _is_said(words: Words, wide: SectionKind, said: dict[SectionKind, str], numbers: dict[str, str]) -> bool:
    """Whether fuller papers say the words, as the same sort of fact and, if numbered, under the same number."""
    if words.kind is wide:
        return any(_holds(text, words) for text in said.values())
    if words.decision:
        return _holds(numbers.get(words.decision, ""), words)
    return _holds(said.get(words.kind, ""), words)


def _holds(text: str, words: Words) -> bool:
    """Whole words; what is cut short may end within one."""
    plain = folded(words.text)
    return bool(plain) and (f" {plain}" if words.truncated else f" {plain} ") in text


def _joined(passages: Iterable[Words]) -> str:
    """The words of passages that follow each other, with a blank at both ends."""
    return f" {' '.join(filter(None, (folded(each.text) for each in passages)))} "


def folded(text: str) -> str:
    """`text` without case, punctuation and differences of white space."""
    return " ".join(_words(text.casefold()))


def _words(text: str) -> Iterator[str]:
    return (match.group() for match in re.finditer(r"[^\W_]+", text))
