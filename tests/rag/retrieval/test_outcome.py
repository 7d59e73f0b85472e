"""What may tell the outcome of a matter that was put at a time named."""

import datetime as dt

import pytest

from corpus.models import SectionKind
from index.models import Passage
from rag.retrieval.evidence import weigh
from rag.retrieval.retrieve import Candidate
from rag.understanding.lexicon import Lexicon
from rag.understanding.question import read_question

COUNTS = dict.fromkeys("lamp plan pier approved recommendations completed made lit".split(), 2)


def is_ruled_out(make, question: str, passage: Passage) -> bool:
    asked = read_question(question)
    terms = Lexicon(make.library(COUNTS)).read(asked)
    return weigh(asked, terms, [Candidate(passage, 0.5, 0.1)])[0].ruled_out


@pytest.mark.parametrize(
    ("question", "out"),
    [
        ("Have the recommendations made in May 2031 been completed?", False),
        ("Have the recommendations made in June 2031 been completed?", True),
        (
            "Has the lamp plan that was asked for in June 2031 been approved?",
            False,
        ),  # its own day may be another
        ("Have the recommendations been completed?", False),
    ],
)
def test_a_row_of_another_day_is_of_another_recommendation(make, question: str, out: bool) -> None:
    words = "3 May 2031\tThat the lamp plan be approved\tCompleted"
    row = make.passage(words, SectionKind.MONITOR, title=None, heading="")
    assert is_ruled_out(make, question, row) is out


@pytest.mark.parametrize(
    ("text", "out"),
    [
        ("The pier lamp was lit.", False),
        ("In May 2018 it was asked for.", False),
        ("The boats were lit.", True),
        ("The boats are at the pier.", True),
    ],
)
def test_a_later_paper_tells_of_the_very_matter(make, text: str, out: bool) -> None:
    question = "Has the pier lamp that was asked for in May 2018 been lit?"
    assert is_ruled_out(make, question, make.passage(text, title=None, heading="")) is out
    then = make.passage(text, title=None, heading="", date=dt.date(2018, 5, 9))
    assert not is_ruled_out(make, question, then)
