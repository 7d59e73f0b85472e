"""A question in the record's words."""

from types import SimpleNamespace

import pytest

from rag.understanding.lexicon import Lexicon
from rag.understanding.question import read_question
from rag.understanding.translate import in_the_records_words


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Are workers taught about hidden prejudice?", "Are staff taught about unconscious bias?"),
        ("Was there a ferry?", "Was there a ferry?"),
    ],
)
def test_what_no_paper_says_is_said_as_the_papers_do(make: SimpleNamespace, question: str, said: str) -> None:
    counts = dict.fromkeys("staff taught unconscious bias ferry".split(), 3)
    lexicon = Lexicon(make.library(counts, (make.passage("Unconscious bias was taught."),)))
    assert in_the_records_words(question, lexicon.read(read_question(question))) == said


@pytest.mark.parametrize(
    ("paper", "said"),
    [
        ("Road maintenance was put off.", "What was said about the road maintenance?"),
        ("Road access to the school, and its maintenance.", "What was said about the potholes?"),
    ],
)
def test_what_no_paper_says_whole_stands_for_nothing(make: SimpleNamespace, paper: str, said: str) -> None:
    counts = dict.fromkeys("road maintenance school access".split(), 3)
    lexicon = Lexicon(make.library(counts, (make.passage(paper),)))
    question = "What was said about the potholes?"
    assert in_the_records_words(question, lexicon.read(read_question(question))) == said
