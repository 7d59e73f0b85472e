"""How sure it is that the record answers."""

import math
from dataclasses import astuple, replace

import pytest

from rag.answering.confidence import LEAST, MOST_WORDS, Signs, chance, signs_of, weights
from rag.understanding.lexicon import Lexicon
from rag.understanding.question import read_question

HALF = Signs(relevant=0.4, words=4.0, stating=0.0, fitting=0.5, unmet=0.3)


@pytest.mark.parametrize("sign", ["relevant", "words", "stating", "fitting"])
def test_more_of_a_sign_makes_surer(sign: str) -> None:
    assert chance(replace(HALF, **{sign: getattr(HALF, sign) + 0.2})) > chance(HALF)


@pytest.mark.parametrize("sign", ["unmet"])
def test_an_unmet_word_makes_less_sure(sign: str) -> None:
    assert chance(replace(HALF, **{sign: 0.9})) < chance(HALF)


def test_the_weights_are_of_the_signs() -> None:
    assert len(weights().signs) == len(astuple(HALF))
    assert 0 < weights().ruled_out < weights().threshold < 1
    assert chance(Signs(-3.0, 2.0, 0.0, 1.0, 1.0)) < 0.2  # what is only near in words
    assert chance(Signs(2.0, 5.0, 0.0, 1.0, 0.0)) > 0.9


def test_signs_are_read_from_the_evidence(make) -> None:
    words = dict.fromkeys("electric buses ferry harbour lamps".split(), 2)
    question = read_question("Why are there electric buses at the harbour?")
    terms = Lexicon(make.library(words)).read(question)
    (electric,) = (term.weight for term in terms if term.word.plain == "electric")
    bus = make.evidence("Buses stop at the harbour.", coverage=0.7, relevance=0.3)
    lamps = make.evidence("Lamps are out.", item_key="other", start=90, relevance=0.5)
    assert signs_of(question, terms, [bus, lamps], bus, stating=False) == Signs(0.0, 3.0, 0.0, 1.0, electric)
    assert signs_of(question, terms, [bus], bus, stating=True).relevant == pytest.approx(0.0)
    asked = read_question("Are there electric buses at the harbour?")
    held = replace(
        make.evidence("Electric buses stop at the harbour.", coverage=1.0), fits=False, relevance=0.0
    )
    least = signs_of(asked, terms, [held], held, stating=False)
    assert least == Signs(pytest.approx(math.log(LEAST / (1 - LEAST))), 3.0, 0.0, 0.0, 0.0)


def test_many_words_count_no_more_than_some(make) -> None:
    question = read_question(" ".join(f"word{at}" for at in range(40)))
    one = make.evidence("Lamps.")
    assert signs_of(question, (), [one], one, stating=False).words == MOST_WORDS


def test_a_decision_need_not_say_that_it_was_approved(make) -> None:
    terms = Lexicon(make.library({"bus": 3, "lane": 3})).read
    decided = make.evidence("That the bus lane be built.")
    asked = read_question("Did the council approve the bus lane?")
    assert signs_of(asked, terms(asked), [decided], decided, stating=False).unmet == 0.0
    asked = read_question("Who approved the bus lane?")
    assert signs_of(asked, terms(asked), [decided], decided, stating=False).unmet > 0.5
