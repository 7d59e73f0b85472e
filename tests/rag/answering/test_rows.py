"""All rows of a register are told where all of it is asked for, and no more than was chosen where some are."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from corpus.models import SectionKind
from index.models import Passage
from rag.answering.choose import Choice
from rag.answering.rows import with_rows
from rag.understanding.question import read_question

KIND = SectionKind.KEY_DECISIONS
HEAD = "Subject\tOfficer"
FIRST, SECOND, THIRD = "Pier lamps\tMr Ash", "New slipway\tMs Oak", "Fish market\tMr Ash"
UNDER = "Register of Key Decisions | Subject / Officer"


class Shelf:
    def __init__(self, held: list[Passage]) -> None:
        self.held = held

    def passages(self, *, document: str) -> list[Passage]:
        return [each for each in self.held if each.span.document_id == document]


def told(make: SimpleNamespace, question: str) -> list[str]:
    """What is told of a register of two passages, where the second row was chosen, and talk beside it."""
    one = make.passage(f"{HEAD}\n{FIRST}\n{SECOND}", KIND, section=UNDER)
    two = make.passage(THIRD, KIND, section=UNDER, start=200)
    other = make.passage("Ferry\tMr Elm", KIND, section="Forward Plan | Subject / Officer", start=400)
    row = make.evidence(SECOND, KIND, section=UNDER, start=one.span.start + len(f"{HEAD}\n{FIRST}\n"))
    talk = make.evidence("Members liked the register.", start=900)
    choice = Choice((talk, row), ((), ()), False, False)
    chosen = with_rows(Shelf([one, two, other]), read_question(question), choice)  # type: ignore[arg-type]
    return [each.text for each in chosen.evidence]


@pytest.mark.parametrize(
    "question",
    [
        "List all the entries in the register of key decisions",
        "Give me everything on the key decisions register",
    ],
)
def test_every_row_is_told_in_its_order(make: SimpleNamespace, question: str) -> None:
    assert told(make, question) == [FIRST, SECOND, THIRD, "Members liked the register."]


@pytest.mark.parametrize(
    "question",
    [
        "List all key decisions in the register that Ms Oak is the officer for",
        "What does the register of key decisions say?",
        "List all the ferries",
    ],
)
def test_rows_that_are_picked_out_stay_alone(make: SimpleNamespace, question: str) -> None:
    assert told(make, question) == ["Members liked the register.", SECOND]
