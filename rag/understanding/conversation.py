"""Follow-ups: "and in 2015?", "who raised it?" made whole by what was asked and answered before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rag.models import Answer, Notice, Refusal


@dataclass(frozen=True, slots=True)
class Whole:
    """A question that stands alone, and what was assumed to make it so."""

    text: str
    assumed: tuple[Notice, ...] = ()


def make_whole(text: str, before: Sequence[Answer | Refusal]) -> Whole:
    """The question as it stands alone after the earlier replies of its conversation, oldest first."""
    return Whole(text)
