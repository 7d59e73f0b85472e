"""Does a sentence count what a question counts?"""

import pytest

from rag.retrieval.counting import has_count
from rag.understanding.question import read_question
from rag.understanding.words import stems

PLOTS = "How many plots has the ferry field?"


@pytest.mark.parametrize(
    ("question", "text", "counts"),
    [
        (PLOTS, "The ferry field has 12 plots.", True),
        (PLOTS, "640 people wait, 214 of them for the ferry field.", False),
        (PLOTS, "The rent of the field is €12.", False),
        (PLOTS, "There are 90.", True),
        ("How many people wait?", "640 pupils wait.", True),
        ("What did the petition ask for, and how many had signed it?", "It bore 318 names.", True),
        ("What share of plots is let?", "A third of the plots is let.", True),
    ],
)
def test_what_is_counted(question: str, text: str, counts: bool) -> None:
    assert has_count(read_question(question), text, stems(question)) is counts
