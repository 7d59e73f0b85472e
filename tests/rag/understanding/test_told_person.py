"""Follow-ups about whom and what the answer told, not what the question named."""

import pytest
from talks import PLACE, answer, said

from rag.understanding.followups import goes_on
from rag.understanding.persons import person_who
from rag.understanding.subject import topic_of

WHO = "Who was the guest speaker at the Harbour Scrutiny Panel?"
KEPT = "Did Councillor Ash want the lido kept open?"
WON = "Who won the new buoy cleaning contract?"
THREE = "Which three schemes got money from the harbour fund?"
AWARD = "What award did the outgoing Mayor Ada Quill say she was given by the Rotary Club?"
PASS = "According to the review, what does the lamp pass let the harbour night ferry workers do?"
TRUST = "What was the Panel told about HQ Work Trust?"
FUND = "How much has the pier repair fund paid?"
COUNTED = "How many exclusions were there in 2014?"


@pytest.mark.parametrize(
    ("quote", "name"),
    [
        ("A Quill, Harbour Adviser for the North, had been invited.", "A Quill"),
        ("Ada Quill, lamp adviser, will attend.", "Ada Quill"),
        ("The speaker, Ada Quill (Head of Lamps), gave a talk.", "Ada Quill"),
        ("Ada Quill was unanimously elected.", "Ada Quill"),
        ("The Panel appointed Ada Quill.", "Ada Quill"),
        ("The Harbour Board was appointed.", None),
        ("The lamps were mended.", None),
    ],
)
def test_who_it_is_without_a_title(quote: str, name: str | None) -> None:
    assert person_who(quote) == name


@pytest.mark.parametrize(
    ("before", "quote", "text", "whole"),
    [
        (WHO, "Ada Quill, Lamp Adviser, had been invited.", "And what's her job there?",
         f"what's Ada Quill’s job {PLACE}?"),
        (WHO, "A Quill, Lamp Adviser, had been invited.", "what did she say about fog?",
         f"what did A Quill say about fog {PLACE}?"),
        (KEPT, "Councillor Ash said so.", "Is it in his own ward?",
         f"Is the lido kept open in Councillor Ash’s own ward {PLACE}?"),
        (WON, "It went to Quay Marine.", "how long does that run for, and how much ends up in landfill?",
         f"how long does the new buoy cleaning contract run for, and how much ends up in landfill {PLACE}?"),
        (WON, "It went to Quay Marine.", "how much is it worth?",
         f"how much is the new buoy cleaning contract worth {PLACE}?"),
        (AWARD, "It was the Lamp Medal.", "and which two did she say had got it before her?",
         f"which two did outgoing Mayor Ada Quill say had got the award before her {PLACE}?"),
        (PASS, "It lets them.", "Do we know if it works here?", f"Do we know if the lamp pass works here {PLACE}?"),
        (TRUST, "It was chosen.", "On what basis were they picked?",
         f"On what basis were they picked about HQ Work Trust {PLACE}?"),
        (WON, "It went to Quay Marine.", "and how will they pay for it?",
         f"how will they pay for the new buoy cleaning contract {PLACE}?"),
        (FUND, "It paid £9.", "and what does that average out at per month?",
         f"what does the pier repair fund average out at per month {PLACE}?"),
        (THREE, "The lido, the slip, the beacon.", "and the other two?",
         f"Which three schemes got money from the harbour fund, the other two {PLACE}?"),
        (COUNTED, "14 exclusions.", "and how many of those were boys?",
         f"how many of the exclusions were boys {PLACE}?"),
        (COUNTED, "14 exclusions.", "what was it the year before?", "How many exclusions were there in 2013?"),
        (COUNTED, "14 exclusions.", "and how many the following year?", "How many exclusions were there in 2015?"),
    ],
)  # fmt: skip
def test_what_was_told_stands_for_the_words_that_point_at_it(
    before: str, quote: str, text: str, whole: str
) -> None:
    assert said(text, answer(before, quote=quote)) == whole


@pytest.mark.parametrize(
    "text",
    ["How many bids were there?", "Which schemes were there?", "How many potholes were there in 2019?"],
)
def test_what_there_was_is_no_place(text: str) -> None:
    assert said(text, answer(WON)) is None


@pytest.mark.parametrize(
    ("text", "goes"),
    [("who else bid?", True), ("how much did each get?", True), ("what did the others say?", True),
     ("which was the biggest?", True), ("how many bids were there?", True), ("how much did each ward get?", False),
     ("what did the other councils say?", False), ("which lane was widest?", False)],
)  # fmt: skip
def test_what_may_go_on_from_what_was_told(text: str, goes: bool) -> None:
    assert goes_on(text) is goes


@pytest.mark.parametrize(
    ("question", "topic"),
    [(WON, "the new buoy cleaning contract"), ("Who runs our lido?", "our lido"), ("Who has the lamps?", "the lamps"),
     ("who won?", "won")],
)  # fmt: skip
def test_what_somebody_does_is_no_topic(question: str, topic: str) -> None:
    assert topic_of(question) == topic
