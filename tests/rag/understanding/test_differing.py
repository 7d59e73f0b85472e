"""What is said beside a question of papers that differ, and what is part of it."""

import pytest

from rag.understanding.differing import leave_out_differing


@pytest.mark.parametrize(
    ("question", "left"),
    [
        ("How many barns leaked? I've seen two numbers", "How many barns leaked?"),
        ("How many barns leaked? I have seen different figures in the May papers.", "How many barns leaked?"),
        ("How many barns leaked? I've seen different figures for May 2019.", "How many barns leaked for May 2019?"),
        ("When did it open? The two speeches of June 2017 don't seem to agree.", "When did it open of June 2017?"),
        ("When did it open? One paper says May 2017, the other May 2018.", "When did it open?"),
        ("What did the barn cost? We keep getting conflicting amounts.", "What did the barn cost?"),
        ("I've been told two dates. When did the barn open?", "When did the barn open?"),
        ("I keep hearing different dates. When did the barn open?", "When did the barn open?"),
        ("When did the barn open? The two reports don't seem to agree.", "When did the barn open?"),
        ("When did the barn open? The minutes seem to say both.", "When did the barn open?"),
        ("When did it open? One set of minutes says May, the other says June.", "When did it open?"),
        ("How big is the barn - I've seen two figures", "How big is the barn?"),
        ("What's the tally of barns? I need it for a note and keep seeing different numbers",
         "What's the tally of barns? I need it for a note."),
    ],
)  # fmt: skip
def test_it_is_left_out(question: str, left: str) -> None:
    assert leave_out_differing(question) == left


@pytest.mark.parametrize(
    "question",
    [
        "How many barns leaked?",
        "What did the two reports say about the barn?",
        "Who told the committee about two dates?",
        "Do the minutes and the report differ on the cost of the barn?",
        "Is the date in the monitor the same as in the minutes?",
        "Why did members disagree about the barn?",
        "I've seen two numbers",
        "The Roads Dept. said No. 4 was shut. Was it?",
        "How much is 2.5 acres of one field and another?",
    ],
)
def test_what_is_asked_stays(question: str) -> None:
    assert leave_out_differing(question) == question


def test_long_questions_are_read_in_time() -> None:
    text = "the minutes of one set of " * 40
    assert leave_out_differing(text) == text
