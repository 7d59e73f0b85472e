"""How sure it is that the record answers."""

from dataclasses import astuple, replace

import pytest

from rag.answering.confidence import Signs, chance, signs_of, weights
from rag.understanding.lexicon import Lexicon
from rag.understanding.question import read_question

HALF = Signs(relevant=0.4, stating=0.0, fitting=0.5, unmet=0.3, why=0.0)


@pytest.mark.parametrize("sign", ["relevant", "stating", "fitting"])
def test_more_of_a_sign_makes_surer(sign: str) -> None:
    assert chance(replace(HALF, **{sign: getattr(HALF, sign) + 0.2})) > chance(HALF)


@pytest.mark.parametrize("sign", ["unmet", "why"])
def test_an_unmet_word_and_a_reason_asked_make_less_sure(sign: str) -> None:
    assert chance(replace(HALF, **{sign: 0.9})) < chance(HALF)


def test_the_weights_are_of_the_signs() -> None:
    assert len(weights().signs) == len(astuple(HALF))
    assert 0 < weights().ruled_out < weights().threshold < 1
    assert chance(Signs(0.0, 0.0, 0.0, 1.0, 1.0)) < 0.1
    assert chance(Signs(0.9, 0.0, 1.0, 0.0, 0.0)) > 0.9


def test_signs_are_read_from_the_evidence(make) -> None:
    words = dict.fromkeys("electric buses ferry harbour lamps".split(), 2)
    question = read_question("Why are there electric buses at the harbour?")
    terms = Lexicon(make.library(words)).read(question)
    (electric,) = (term.weight for term in terms if term.word.plain == "electric")
    bus = make.evidence("Buses stop at the harbour.", relevance=0.3)
    lamps = make.evidence("Lamps are out.", item_key="other", start=90, relevance=0.6)
    assert signs_of(question, terms, [bus, lamps], bus, stating=True) == Signs(0.6, 1.0, 1.0, electric, 1.0)
    asked = read_question("Are there electric buses at the harbour?")
    held = replace(make.evidence("Electric buses stop at the harbour.", relevance=0.2), fits=False)
    assert signs_of(asked, terms, [held], held, stating=False) == Signs(0.2, 0.0, 0.0, 0.0, 0.0)
