"""Decisions as the catalogue keeps them: a JSON list in the row of their item."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from corpus.models import Decision, Outcome, Vote
from index.models import DecisionRecord


def decisions_text(decisions: Iterable[Decision]) -> str:
    return json.dumps([_plain(decision) for decision in decisions], ensure_ascii=False)


def decisions_from(text: str) -> tuple[DecisionRecord, ...]:
    return tuple(_record(kept) for kept in json.loads(text))


def _plain(decision: Decision) -> dict[str, Any]:
    """What is known of a decision; what is not takes no room."""
    facts = {
        "number": decision.number,
        "text": decision.text,
        "truncated": decision.truncated,
        "outcome": decision.outcome.value if decision.outcome else None,
        "mover": decision.mover,
        "seconder": decision.seconder,
        "vote": _known(asdict(decision.vote)) if decision.vote else None,
    }
    return _known(facts)


def _known(facts: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in facts.items() if value is not None and value is not False}


def _record(kept: dict[str, Any]) -> DecisionRecord:
    outcome, vote = kept.get("outcome"), kept.get("vote")
    return DecisionRecord(
        kept.get("number"),
        kept.get("text", ""),
        bool(kept.get("truncated")),
        Outcome(outcome) if outcome else None,
        kept.get("mover"),
        kept.get("seconder"),
        None if vote is None else _vote(vote),
    )


def _vote(kept: dict[str, Any]) -> Vote:
    facts: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in kept.items()
    }
    return Vote(**facts)
