"""Follow-ups that point back without a pronoun: the day after, which one, why."""

from __future__ import annotations

from dataclasses import replace

import pytest
from talks import PLACE, Shelf, answer, refusal

from rag.understanding.conversation import make_whole
from rag.understanding.going_on import is_as_sure, may_be_of_the_last
from rag.understanding.pointing import asks_the_reason
from rag.understanding.question import understand

LOOKED = "Which committee looked at the ferry report on 31 December 2018?"
LAMPS = "What was decided about lamps?"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "and which one saw it the day after that?",
            "which committee saw the ferry on 1 January 2019?",
        ),
        (
            "And which one looked at it the day before?",
            "which committee looked at the ferry on 30 December",
        ),
        ("which one had it a week later?", "which committee had the ferry on 7 January 2019"),
        ("and what did it say the following day?", "on 1 January 2019"),
    ],
)
def test_a_day_and_a_sort_of_thing_are_named(text: str, said: str) -> None:
    whole = make_whole(text, [answer(LOOKED)], Shelf())
    assert whole.said is not None and said in whole.said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("and before that?", "What was decided about lamps before 17 July 2019?"),
        ("since then?", "What was decided about lamps since 18 July 2019?"),
        ("what happened then", "what was decided about lamps since 18 July 2019?"),
        ("and what came after that?", "what was decided about lamps since 18 July 2019?"),
    ],
)
def test_before_and_after_are_of_the_meeting_told_of(text: str, said: str) -> None:
    whole = make_whole(text, [answer(LAMPS)], Shelf())
    assert (whole.said, bool(whole.bound)) == (said, False) and whole.assumed


@pytest.mark.parametrize(
    "text", ["why?", "Why not?", "but why?", "how come?", "Why did they decide that?", "on what grounds?",
             "What were the reasons for that?", "Why did the Panel refuse it?", "for what reason?"]
)  # fmt: skip
def test_the_reason_of_what_was_told_is_asked_for_and_not_what_was_told_again(text: str) -> None:
    whole = make_whole(text, [answer(LAMPS)], Shelf())
    assert whole.said == f"what reasons were given for lamps {PLACE}?"
    assert whole.more


@pytest.mark.parametrize(
    "text", ["Why was the slip closed?", "why did the Panel refuse the slip?", "why lamps?"]
)
def test_a_reason_of_something_named_is_another_question(text: str) -> None:
    assert not asks_the_reason(text)


def test_what_is_answered_from_elsewhere_may_be_of_what_was_told_last() -> None:
    last = answer(LAMPS)
    asked = understand("And which building do they want?")
    elsewhere = replace(answer("?", document="other.txt"), confidence=0.8)
    assert may_be_of_the_last(asked, elsewhere, [last])
    assert may_be_of_the_last(asked, refusal("?"), [last])
    assert not may_be_of_the_last(asked, replace(last, confidence=0.8), [last])  # it is of that already
    assert not may_be_of_the_last(asked, answer("?", document="other.txt"), [last])  # computed
    dated = understand("And which building did they want in May 2019?")
    assert not may_be_of_the_last(dated, elsewhere, [last])
    assert is_as_sure(replace(last, confidence=0.8), elsewhere)
    assert not is_as_sure(replace(last, confidence=0.7), elsewhere)
