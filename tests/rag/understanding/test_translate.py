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
    lexicon = Lexicon(make.library(dict.fromkeys("staff taught unconscious bias ferry".split(), 3)))
    assert in_the_records_words(question, lexicon.read(read_question(question))) == said
