"""Single sentences, read with the question."""

import pytest

from corpus.models import SectionKind
from rag.retrieval.sharpen import BEFORE_READ, HEADING_READ, LOOKED_AT, READ, RELEVANCE_WEIGHT, sharpen


def read(make, *evidence) -> list[str]:
    """What a reranker is given of each."""
    reranker = make.reranker()
    sharpen(reranker, ("Which ferry?",), evidence)
    ((question, texts),) = reranker.asked
    assert question == "Which ferry?"
    return texts


def test_a_sentence_that_answers_comes_before_one_that_scored_more(make) -> None:
    question = "When does the ferry sail?"  # "when", "does", "ferry", "sail"
    dear = make.evidence("Bread is dear.", score=1.1, start=50, title="Prices")
    sails = make.evidence("The ferry does sail when it can.")
    looked = sharpen(make.reranker(), (question,), [dear, sails])
    assert [each.text for each in looked] == [sails.text, dear.text]
    assert [each.relevance for each in looked] == [1.0, 0.0]
    assert [each.score for each in looked] == pytest.approx([1.0 + RELEVANCE_WEIGHT, 1.1])


def test_equals_keep_their_order(make) -> None:
    one, two = make.evidence("Bread is dear."), make.evidence("Lamps are out.", start=50)
    assert [each.text for each in sharpen(make.reranker(), ("Which ferry?",), [one, two])] == [
        one.text,
        two.text,
    ]


def test_a_sentence_is_read_under_its_title_and_heading(make) -> None:
    under = make.evidence("The slip is\n  shut.", title="Ferries", section="Slips")
    row = make.evidence("June\t12", SectionKind.TABLE, title="Ferries", section="Trips")
    same = make.evidence("It is late.", title="Ferries", section="Ferries")
    assert read(make, under, row, same) == [
        "Ferries | Slips: The slip is shut.", "Ferries | Trips: June 12", "Ferries: It is late."
    ]  # fmt: skip


def test_what_stands_before_it_is_read_behind_it(make) -> None:
    passage = make.passage("Members asked when the slip would open. It will in May.", title="Ferries")
    answer = make.evidence("It will in May.", passage=passage)
    assert read(make, answer) == ["Ferries: It will in May. « Members asked when the slip would open."]
    long = make.passage("word " * 60 + "ends. It will in May.", title="Ferries")
    (text,) = read(make, make.evidence("It will in May.", passage=long))
    before = text.partition(" « ")[2]
    assert before.startswith("word word") and before.endswith("ends.") and len(before) <= BEFORE_READ


def test_a_decision_is_read_as_one(make) -> None:
    decision = make.evidence("To mend the slip.", SectionKind.DECISION, title="Ferries")
    assert read(make, decision) == ["Ferries: Decided: To mend the slip."]


def test_no_more_is_read_than_the_reranker_sees(make) -> None:
    (text,) = read(make, make.evidence("long " * 200, title="Title " * 40))
    heading, _, words = text.partition(": ")
    assert (len(heading), len(words)) == (HEADING_READ, READ)


def test_only_the_best_are_looked_at(make) -> None:
    many = [
        make.evidence("The ferry is late.", score=1 - n / 100, start=n * 50) for n in range(LOOKED_AT + 3)
    ]
    looked = sharpen(make.reranker(), ("ferry",), many)
    assert [each.relevance for each in looked] == [1.0] * LOOKED_AT + [0.0] * 3
    assert [each.start for each in looked] == [each.start for each in many]


def test_of_nothing_comes_nothing(make) -> None:
    assert sharpen(make.reranker(), ("ferry",), []) == []
