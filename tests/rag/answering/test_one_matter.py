"""When two sentences tell of the same thing, so that their days can be at odds."""

from __future__ import annotations

import datetime as dt

import pytest

from rag.answering.one_matter import tell_the_same
from rag.understanding.question import read_question

ONE, OTHER = "The next meeting is on 3 May 2022.", "The next meeting is on 5 May 2022."


@pytest.mark.parametrize(
    ("changes", "same"),
    [
        ({}, True),  # two papers of one sitting
        ({"body": "Harbour Panel"}, False),
        ({"date": dt.date(2021, 1, 1)}, False),
    ],
)
def test_days_of_meetings_are_at_odds_within_one_sitting(
    make, changes: dict[str, object], same: bool
) -> None:
    told = make.evidence(ONE), make.evidence(OTHER, document="other.txt", **changes)
    for question in ("When is the next meeting?", "What date was the next meeting held?"):
        assert tell_the_same(read_question(question), *told) == same


def test_a_matter_may_be_told_of_by_two_bodies(make) -> None:
    told = (
        make.evidence("The ferry slip opens on 3 May 2022."),
        make.evidence("The ferry slip opens on 5 May 2022.", body="Harbour Panel"),
    )
    assert tell_the_same(read_question("When does the ferry slip open?"), *told)
