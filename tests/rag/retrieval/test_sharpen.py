"""Single sentences, read with the question."""

import pytest

from corpus.models import SectionKind
from rag.retrieval.sharpen import (
    AT_ONCE,
    BEFORE_READ,
    FOUND_FIRST,
    GLANCED,
    HEADING_READ,
    READ,
    READ_CLOSELY,
    RELEVANCE_WEIGHT,
    SCORED_BEST,
    sharpen,
)


def read(make, *evidence) -> list[str]:
    """What a reranker is given of each."""
    rerankers = make.rerankers()
    sharpen(rerankers, ("Which ferry?",), evidence)
    ((question, texts),) = rerankers.many.asked
    assert question == "Which ferry?"
    assert {text for _, each in rerankers.few.asked for text in each} == set(texts)
    return texts


def test_a_sentence_that_answers_comes_before_one_that_scored_more(make) -> None:
    question = "When does the ferry sail?"  # "when", "does", "ferry", "sail"
    dear = make.evidence("Bread is dear.", score=1.1, start=50, title="Prices")
    sails = make.evidence("The ferry does sail when it can.")
    looked = sharpen(make.rerankers(), (question,), [dear, sails])
    assert [each.text for each in looked] == [sails.text, dear.text]
    assert [each.relevance for each in looked] == [1.0, 0.0]
    assert [each.score for each in looked] == pytest.approx([1.0 + RELEVANCE_WEIGHT, 1.1])


def test_equals_keep_their_order(make) -> None:
    one, two = make.evidence("Bread is dear."), make.evidence("Lamps are out.", start=50)
    assert [each.text for each in sharpen(make.rerankers(), ("Which ferry?",), [one, two])] == [
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


def of_one_passage(make, count: int) -> list:
    return [make.evidence("The ferry is late.", score=1 - n / 100, start=n * 50) for n in range(count)]


def test_of_one_passage_only_the_best_are_read(make) -> None:
    many = of_one_passage(make, SCORED_BEST + 3)
    looked = sharpen(make.rerankers(), ("ferry",), many)
    told = [1.0] * AT_ONCE + [GLANCED] * (SCORED_BEST - AT_ONCE) + [0.0] * 3
    assert [each.relevance for each in looked] == pytest.approx(told)
    assert [each.start for each in looked] == [each.start for each in many]


def test_what_seems_to_answer_is_read_closely(make) -> None:
    """In the wording of the question in which something seems to."""
    rerankers = make.rerankers()
    dull = [make.evidence("Lamps are out.", score=0.9, start=n * 50) for n in range(READ_CLOSELY)]
    told = make.evidence("The boat is late.", score=0.5, start=900)
    sharpen(rerankers, ("Which ferry is late?", "Which boat is late?"), [*dull, told])
    wording, texts = rerankers.few.asked[0]
    assert wording == "Which boat is late?" and len(texts) == AT_ONCE
    assert texts[0].endswith("The boat is late.")


def test_it_is_read_closely_until_something_surely_answers(make) -> None:
    rerankers = make.rerankers()
    dull = [make.evidence("Lamps are out.", score=0.9, start=n * 50) for n in range(READ_CLOSELY + 2)]
    sharpen(rerankers, ("Which ferry is late?",), dull)
    assert [len(texts) for _, texts in rerankers.few.asked] == [AT_ONCE] * (READ_CLOSELY // AT_ONCE)


def test_other_passages_that_were_found_first_are_read_as_well(make) -> None:
    """By the best of each, though it scored less than many of another's: it may say the same in other words."""
    many = of_one_passage(make, SCORED_BEST + 3)
    others = [
        make.evidence("Boats.", score=0.1, start=9_000 + n, fused=n / 100, id=90 + n)
        for n in range(FOUND_FIRST + 1)
    ]
    rerankers = make.rerankers()
    looked = sharpen(rerankers, ("boats",), [*many, *others])
    assert len(rerankers.many.asked[0][1]) == SCORED_BEST + FOUND_FIRST
    assert len(looked) == len(many) + len(others)
    unread = [each.start for each in looked if not each.relevance and each.text == "Boats."]
    assert unread == [9_000]


def test_what_meets_the_questions_words_is_read_though_it_scored_least(make) -> None:
    dull = [make.evidence("Lamps are out.", score=0.9, start=n * 50, id=n) for n in range(30)]
    told = make.evidence("A boat is late.", score=0.1, start=9_000, id=900)
    rerankers = make.rerankers(boat=1.0)
    looked = sharpen(rerankers, ("Which ferry is late?",), [*dull, told])
    assert rerankers.many.asked[0][1][0] == "Ferries: A boat is late."
    (read,) = (each for each in looked if each.text == told.text)
    assert read.score == pytest.approx(told.score + read.relevance)


def test_where_nothing_likely_answers_as_many_more_are_read_in_the_likeliest_wording(make) -> None:
    dull = [
        make.evidence("Lamps are out.", score=0.9, start=n * 50, id=n)
        for n in range(SCORED_BEST + FOUND_FIRST)
    ]
    told = make.evidence("The boat is late.", score=0.8, start=9_000, id=900)
    rerankers = make.rerankers()
    looked = sharpen(rerankers, ("Which boat?", "Any of yours?"), [*dull, told])
    assert looked[0].text == told.text
    assert [len(texts) for _, texts in rerankers.many.asked] == [SCORED_BEST + FOUND_FIRST] * 2 + [1]


def test_no_more_is_read_where_something_likely_answers(make) -> None:
    boats = [make.evidence("The boat is late.", score=0.9, start=n * 50, id=n) for n in range(30)]
    rerankers = make.rerankers()
    sharpen(rerankers, ("boat late", "ferry late"), boats)
    assert [question for question, _ in rerankers.many.asked] == ["boat late"]  # plain enough


def test_of_nothing_comes_nothing(make) -> None:
    assert sharpen(make.rerankers(), ("ferry",), []) == []
