"""What sort of follow-up a question is."""

from __future__ import annotations

import pytest

from rag.understanding.followups import Sort, read_follow_up


@pytest.mark.parametrize(
    "text",
    [
        "who sent apologies?",
        "And who else gave their apologies?",
        "did anyone send apologies",
        "whose apologies were received?",
        "who apologised?",
    ],
)
def test_apologies_are_of_the_meeting_told_of(text: str) -> None:
    follow = read_follow_up(text, ())
    assert follow is not None and follow.sort is Sort.OF_MEETING


@pytest.mark.parametrize(
    "text", ["who apologised for the late ferry?", "who sent apologies to the Panel on 3 May 2018?"]
)
def test_other_apologies_are_not(text: str) -> None:
    follow = read_follow_up(text, ())
    assert follow is None or follow.sort is not Sort.OF_MEETING
