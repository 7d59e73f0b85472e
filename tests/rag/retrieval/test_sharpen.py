"""Nearness of single sentences, and what chance reaches in one library."""

import pytest

from corpus.models import SectionKind
from rag.answering.answerable import ANSWERED, BESIDE, lead
from rag.retrieval.calibrate import PROBES, chance_cosine
from rag.retrieval.sharpen import LOOKED_AT, NEARNESS_WEIGHT, sharpen
from rag.understanding.question import read_question


def test_chance_is_the_mean_of_what_unrelated_questions_reach(make) -> None:
    library = make.library({}, [make.passage("Bread is baked."), make.passage("Lamps.")])
    library.embedder = make.embedder()
    assert chance_cosine(library) == pytest.approx(0.4)  # the nearest passage of each probe
    empty = make.library({})
    empty.embedder = make.embedder()
    assert chance_cosine(empty) == 0.0
    assert len(PROBES) == 6


def test_the_same_words_are_as_near_as_can_be_and_chance_is_nought(make) -> None:
    embedder = make.embedder()
    ferry, other = make.evidence("The ferry is late."), make.evidence("Bread is dear.", score=1.1, start=50)
    looked = sharpen(embedder, 0.2, embedder.embed_query("When is the ferry?"), [other, ferry])
    assert [each.text for each in looked] == ["The ferry is late.", "Bread is dear."]
    assert [each.nearness for each in looked] == pytest.approx([1.0, 0.0])
    assert looked[0].score == pytest.approx(1.0 + NEARNESS_WEIGHT)
    assert looked[1].score == 1.1


def test_a_row_is_read_with_its_column_titles(make) -> None:
    embedder = make.embedder()
    row = make.evidence("June\t12", SectionKind.TABLE, section="Ferry trips")
    (looked,) = sharpen(embedder, 0.0, embedder.embed_query("ferry"), [row])
    assert looked.nearness == pytest.approx(1.0)


def test_only_the_best_are_looked_at(make) -> None:
    embedder = make.embedder()
    many = [
        make.evidence("The ferry is late.", score=1 - n / 100, start=n * 50) for n in range(LOOKED_AT + 3)
    ]
    looked = sharpen(embedder, 0.0, embedder.embed_query("ferry"), many)
    assert [each.nearness > 0 for each in looked] == [True] * LOOKED_AT + [False] * 3
    assert sharpen(embedder, 0.0, embedder.embed_query("ferry"), []) == []


def test_what_answers_is_the_best_that_fits(make) -> None:
    question = read_question("Tell me about lamps")
    best = make.evidence("Lamps.", fits=False, score=1.0)
    able = make.evidence("Nine lamps are out.", score=0.9, coverage=ANSWERED)
    assert lead(question, [best, able]) is able
    assert lead(question, [best]) is None
    assert lead(question, []) is None
    assert lead(question, [best, make.evidence("Far.", score=1.0 - BESIDE - 0.01)]) is None
    assert lead(question, [make.evidence("Lamps", coverage=ANSWERED - 0.01)]) is None
    near = make.evidence("Lamps", coverage=ANSWERED - 0.1, nearness=0.1)
    assert lead(question, [near]) is near
    assert lead(question, [make.evidence("Lamps.", lacks_crux=True)]) is None


def test_a_section_that_states_it_needs_few_of_the_words(make) -> None:
    present = make.evidence("Present: Councillor Ash", SectionKind.ATTENDANCE, coverage=0.2)
    assert lead(read_question("Who was present?"), [present]) is present
    assert lead(read_question("Tell me about Ash"), [present]) is None


def test_an_item_alone_needs_no_words(make) -> None:
    any_words = make.evidence("Lamps.", coverage=0.0)
    assert lead(read_question("What about item 27?"), [any_words]) is any_words


def test_a_decision_not_to_is_no_reason_why(make) -> None:
    denied = make.evidence("That the ferry not be sold.", SectionKind.DECISION, coverage=1.0)
    assert lead(read_question("Why was the ferry sold?"), [denied]) is None
    assert lead(read_question("Why was the ferry not sold?"), [denied]) is denied
    assert lead(read_question("Was the ferry sold?"), [denied]) is denied
