"""What only says why or how something is asked is no part of what is asked."""

import pytest

from rag.understanding.framing import leave_out_framing
from rag.understanding.question import read_question


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("For a briefing: how many lamps were out?", "how many lamps were out?"),
        ("Need the wording for a briefing: what was the Panel asked?", "what was the Panel asked?"),
        ("I'm drafting a letter: who chaired?", "who chaired?"),
        ("For my newsletter, who chaired?", "who chaired?"),
        ("For the expenses file - who chaired?", "who chaired?"),
        ("For our next ward newsletter: who chaired?", "who chaired?"),
        ("For the winter, what was decided?",) * 2,
        ("Quick question - who chaired?", "who chaired?"),
        ("How many lamps were out? I've seen two numbers", "How many lamps were out?"),
        ("How many lamps were out - we have been given different figures.", "How many lamps were out"),
        ("Which meetings spoke of lamps? Want all of them.", "Which meetings spoke of lamps?"),
        ("Which meetings spoke of lamps? Dates please.", "Which meetings spoke of lamps?"),
        ("Who paid for the lamps? Just checking", "Who paid for the lamps?"),
        ("What goes in the box for 2029 to 2032?", "What goes for 2029 to 2032?"),
        ("What is in the row marked Quay Road?", "What is for Quay Road?"),
        ("In plain English, what was decided?", "what was decided?"),
        ("What was decided, in simple terms please?", "What was decided?"),
        # what is asked about stays
        ("Who painted the box on Quay Road?",) * 2,
        ("Was the line of lamps moved?",) * 2,
        ("For the residents of Quay Road, what was decided?",) * 2,
        ("What was said about the briefing?",) * 2,
        ("I need to know what was decided about lamps",) * 2,
        ("Writing a report on lamps: what was agreed?",) * 2,
        ("Did they publish two numbers for lamps?",) * 2,
        ("Why were names and dates left out?",) * 2,
        ("please",) * 2,
    ],
)
def test_framing_is_left_out(text: str, kept: str) -> None:
    assert leave_out_framing(text) == kept


def test_the_question_keeps_its_words_and_its_text() -> None:
    question = read_question("For a briefing: how many lamps were out when all the arguing was done?")
    assert [word.plain for word in question.content] == ["lamps"]
    assert question.recent
    assert question.text.startswith("For a briefing")


@pytest.mark.parametrize("text", ["What I've heard of lamps", "Did you know there’d be lamps? I’ll ask"])
def test_contractions_are_no_names(text: str) -> None:
    assert [word.plain for word in read_question(text).content if "'" in word.plain] == []
