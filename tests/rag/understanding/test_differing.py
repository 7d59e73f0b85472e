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
        ("How many barns leaked? The minutes and the surveyor's table don't seem to add up.", "How many barns leaked?"),
        ("What is Mr Ash's post? I've seen more than one title for him in the July 2019 papers",
         "What is Mr Ash's post in the July 2019 papers?"),
        ("What is Mr Ash's post? The 3 May 2019 minutes don't seem consistent.",
         "What is Mr Ash's post of 3 May 2019?"),
        ("Are leaks going up? The June 2019 minutes and the Mayor's July report seem to differ",
         "Are leaks going up?"),
        ("What was the toll? The May 2019 minutes and the June 2019 report give different sums.",
         "What was the toll of May 2019 of June 2019?"),
        ("When did it open? The minutes and the May 2019 report don't match.", "When did it open?"),
        ("When did it open? Two dates are going round.", "When did it open?"),
        ("What's the tally of barns? I need it for a note and keep seeing different numbers",
         "What's the tally of barns?"),
        ("What did the barn cost? I keep seeing different sums between 2018 and 2023, please give each.",
         "What did the barn cost between 2018 and 2023?"),
        ("What did the barn cost? The report 24/00109 doesn't say the same thing throughout.",
         "What did the barn cost report 24/00109?"),
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
        "The May minutes and the June report give different dates for the opening. Which is right?",
        "How did members vote? Councillor Ash disagreed with the others.",
        "What did they say? The mayor asked for two things.",
        "The Roads Dept. said No. 4 was shut. Was it?",
        "How much is 2.5 acres of one field and another?",
    ],
)
def test_what_is_asked_stays(question: str) -> None:
    assert leave_out_differing(question) == question


def test_long_questions_are_read_in_time() -> None:
    text = "the minutes of one set of " * 40
    assert leave_out_differing(text) == text
