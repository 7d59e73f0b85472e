"""A question that nothing held answers may go on from what was told last."""

from __future__ import annotations

import pytest

from rag.understanding.followups import Sort, goes_on, read_follow_up
from rag.understanding.pronouns import find_pronoun
from rag.understanding.tying import tied


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("and which directorate was the worst?", True),
        ("So who pays for the boats?", True),
        ("who is allowed to revise it afterwards?", True),
        ("did they discuss penguins", True),
        ("Which directorate was the worst?", False),
        ("What was decided about parking?", False),
    ],
)
def test_words_that_go_on_are_known(text: str, on: bool) -> None:
    assert goes_on(text) is on


def test_without_anything_told_there_is_nothing_to_go_on_from() -> None:
    assert tied("and which directorate was the worst?", ()) is None


@pytest.mark.parametrize(
    ("text", "stands_for"),
    [
        ("What job had first brought him to the harbour?", "him"),
        ("Which school did her motion name?", "her"),
        ("Why did the consultants say no to that one?", "that one"),
        ("Where are the nearest ones to it then?", "it"),
        ("What did the officer say of his plan?", None),
        ("Why did Councillor Ash withdraw his motion?", None),
        ("Who resigned and what was his reason?", None),
        ("Was that one of the reasons?", "that"),
        ("On what basis were they picked?", "they"),
        ("Which street is it in?", "it"),
        ("How many children of the street does it take?", "it"),
    ],
)
def test_who_and_which_one_stand_for_what_was_told(text: str, stands_for: str | None) -> None:
    found = find_pronoun(text)
    assert (found.group() if found else None) == stands_for


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("And how many votes did the other two candidates get?", Sort.OF_SUBJECT),
        ("And who paid for the rest?", Sort.OF_SUBJECT),
        ("Why was the other lane refused?", None),
        ("And what did the Quay Panel say of the other lane in May 2019?", None),
    ],
)
def test_the_others_are_those_beside_what_was_told(text: str, sort: Sort | None) -> None:
    follow = read_follow_up(text, ["Quay Panel"])
    assert (follow.sort if follow else None) is sort
