"""A further question in the same sentence is answered from the same matter."""

from rag.answering.choose import Choice
from rag.answering.further import LIKELY, answer_further
from rag.understanding.question import read_question
from rag.understanding.wanted import further_questions

ASKED = "Who wrote the ferry report and what repairs were wanted?"


def test_the_questions_of_a_sentence_are_told_apart() -> None:
    assert further_questions(ASKED) == ["what repairs were wanted?"]
    assert further_questions("When the ferry sank, what did they say?") == []
    assert further_questions("What was said of the ferry and the quay?") == []


def test_the_sentence_that_answers_it_is_told_as_well(make) -> None:
    wrote = make.evidence("Ms Quay wrote the ferry report.", start=0)
    wanted = make.evidence("What repairs were wanted stands there: a new rudder.", start=100)
    other = make.evidence("Lamps were bought.", start=300)
    choice = answer_further(
        make.rerankers(), read_question(ASKED), [wrote, other, wanted], Choice((wrote,), ((),), False, False)
    )
    assert [each.text for each in choice.evidence] == [wrote.text, wanted.text]
    assert choice.also == ((), ())


def test_nothing_is_added_that_is_told_unlikely_or_of_another_matter(make) -> None:
    wrote = make.evidence("Ms Quay wrote the ferry report; these repairs were wanted: what a list.", start=0)
    elsewhere = make.evidence("What repairs were wanted: none.", start=500, item_key="other")
    weak = make.evidence("Some repairs.", start=200)
    before = Choice((wrote,), ((),), False, False)
    assert answer_further(make.rerankers(), read_question(ASKED), [wrote, weak, elsewhere], before) == before
    assert answer_further(make.rerankers(), read_question("Who wrote it?"), [wrote, weak], before) == before
    assert 0.5 < LIKELY < 1
