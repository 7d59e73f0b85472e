"""How sure it is that the record answers."""

from dataclasses import astuple, replace

import pytest

from rag.answering.confidence import MOST_WORDS, Signs, chance, signs_of, weights
from rag.understanding.lexicon import Lexicon
from rag.understanding.question import read_question

HALF = Signs(
    met=0.5, relevant=0.4, words=4.0, beside=0.3, together=0.5, stating=0.0, fitting=0.5, doubted=0.3
)


@pytest.mark.parametrize("sign", ["met", "relevant", "words", "together", "stating", "fitting"])
def test_more_of_a_sign_makes_surer(sign: str) -> None:
    assert chance(replace(HALF, **{sign: getattr(HALF, sign) + 0.2})) > chance(HALF)


@pytest.mark.parametrize("sign", ["beside", "doubted"])
def test_a_word_that_is_missed_makes_less_sure(sign: str) -> None:
    assert chance(replace(HALF, **{sign: 0.9})) < chance(HALF)


def test_the_weights_are_of_the_signs() -> None:
    assert len(weights().signs) == len(astuple(HALF))
    assert 0 < weights().ruled_out < weights().threshold < 1
    assert chance(Signs(0.0, 0.0, 1.0, 1.0, 0.1, 0.0, 0.0, 1.0)) < 0.1
    assert chance(Signs(1.0, 0.7, 5.0, 0.0, 1.0, 0.0, 1.0, 0.0)) > 0.9


def test_signs_are_read_from_the_evidence(make) -> None:
    words = dict.fromkeys("electric buses ferry harbour lamps".split(), 2)
    question = read_question("Are there electric buses at the harbour?")
    terms = Lexicon(make.library(words)).read(question)
    bus = make.evidence("Buses stop at the harbour.", coverage=0.7, relevance=0.5)
    lamps = make.evidence("Lamps are out.", item_key="other", start=90)
    signs = signs_of(question, terms, [bus, lamps, lamps], bus, stating=False)
    (electric,) = (term.weight for term in terms if term.word.plain == "electric")
    assert signs == Signs(0.7, 0.5, 3.0, electric, pytest.approx(1 / 3), 0.0, 1.0, 0.0)
    held = make.evidence("Electric buses stop at the harbour.")
    assert signs_of(question, terms, [held], held, stating=True).beside == 0.0


def test_many_words_count_no_more_than_some(make) -> None:
    question = read_question(" ".join(f"word{at}" for at in range(40)))
    one = make.evidence("Lamps.")
    assert signs_of(question, (), [one], one, stating=False).words == MOST_WORDS
