"""What a paper holds, read by hand: meeting, items, decisions, as numbers, titles, names and letters.

A field may have several right values where the paper's own words bear them, and is not judged where it is left
out. An item or a decision may be `optional`: careful people differ on whether it is one, so finding it and
missing it are both right.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from eval.reading.letters import Letters

Counts: TypeAlias = tuple[int | None, int | None, int | None]  # for, against, abstained


class TruthError(Exception):
    """A file of truth cannot be used. The message names the file and the reason."""


@dataclass(frozen=True, slots=True)
class TrueDecision:
    """One decision. A field that is () or None is not judged; a right value may itself be None."""

    words: tuple[Letters, ...]  # any of these passages
    outcomes: tuple[str | None, ...] = ()
    movers: tuple[str | None, ...] = ()
    seconders: tuple[str | None, ...] = ()
    votes: tuple[Counts | None, ...] = ()
    optional: bool = False


@dataclass(frozen=True, slots=True)
class TrueItem:
    """One matter. `titles` is () where the paper prints no heading for it: any title is right."""

    numbers: tuple[str | None, ...]  # () when not judged
    agenda_number: str | None
    titles: tuple[str, ...]
    decisions: tuple[TrueDecision, ...] = ()
    optional: bool = False


@dataclass(frozen=True, slots=True)
class TruePaper:
    """One paper of one meeting."""

    document: str  # path below the folder of papers
    bodies: tuple[str | None, ...]
    dates: tuple[str | None, ...]  # ISO
    items: tuple[TrueItem, ...]


def load(path: Path) -> tuple[TruePaper, ...]:
    """Every paper of a truth file. Raises TruthError naming the file."""
    try:
        return tuple(_paper(one) for one in json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as problem:
        raise TruthError(
            f"{path} is not a truth of papers ({problem!r}); see eval/reading/truth.py"
        ) from None


def _paper(one: Mapping[str, Any]) -> TruePaper:
    return TruePaper(
        one["document"],
        _either(one, "body"),
        _either(one, "date"),
        tuple(_item(each) for each in one["items"]),
    )


def _item(one: Mapping[str, Any]) -> TrueItem:
    return TrueItem(
        _either(one, "number"),
        one.get("agenda_number"),
        tuple(title for title in _either(one, "title") if title),
        tuple(_decision(each) for each in one["decisions"]),
        bool(one.get("optional")),
    )


def _decision(one: Mapping[str, Any]) -> TrueDecision:
    passages = [one, *one.get("or_words", ())]
    outcome = one.get("outcome", ())
    return TrueDecision(
        tuple(Letters(each["initials"], each["words"]) for each in passages),
        tuple(outcome) if isinstance(outcome, Sequence) and not isinstance(outcome, str) else (outcome,),
        _either(one, "mover"),
        _either(one, "seconder"),
        tuple(_counts(vote) for vote in _either(one, "votes")),
        bool(one.get("optional")),
    )


def _either(one: Mapping[str, Any], field: str) -> tuple[Any, ...]:
    """The value of a field and the others that are right too (`or_...`); () where it is left out."""
    return (one[field], *one.get(f"or_{field}", ())) if field in one else ()


def _counts(vote: Mapping[str, int | None] | None) -> Counts | None:
    return (vote.get("for"), vote.get("against"), vote.get("abstained")) if vote else None
