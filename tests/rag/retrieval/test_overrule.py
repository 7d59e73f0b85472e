"""What a reader who is sure overrules."""

from rag.answering.answerable import judge
from rag.retrieval.overrule import SURE, SURELY, overrule
from rag.understanding.question import read_question

ASKED = read_question("How many chicks came out of the eggs on Gull Rock?")


def test_what_surely_answers_has_what_is_wanted_in_whatever_words(make) -> None:
    counted = make.evidence("There were 312 hatchings.", fits=False, relevance=SURE)
    assert [(each.text, each.fits) for each in overrule(ASKED, [counted])] == [(counted.text, True)]


def test_what_is_unsure_or_ruled_out_has_not(make) -> None:
    unsure = make.evidence("There were 312 hatchings.", fits=False, relevance=SURE - 0.01)
    of_another = make.evidence("There were 90 hatchings.", fits=False, relevance=0.9, ruled_out=True)
    assert overrule(ASKED, [unsure, of_another]) == [unsure, of_another]


def test_a_sum_of_something_else_stays_one(make) -> None:
    priced = make.evidence("The lamps cost £90, and the pier was mended.", fits=False, relevance=0.9)
    assert overrule(read_question("How much did the pier cost?"), [priced]) == [priced]


def test_what_surely_answers_is_told(make) -> None:
    told = make.evidence("There were 312 hatchings.", fits=False, relevance=0.8)
    before, after = judge(ASKED, (), [told]), judge(ASKED, (), overrule(ASKED, [told]))
    assert after.confidence > before.confidence and after.lead is not None


def test_what_surely_answers_need_not_have_the_word_for_what_is_asked(make) -> None:
    words_lacking = {"fits": True, "ruled_out": True, "by_words": True}
    surely = make.evidence("There were 312 hatchings.", relevance=SURELY, **words_lacking)
    likely = make.evidence("There were 312 hatchings.", relevance=SURELY - 0.01, **words_lacking)
    assert [each.ruled_out for each in overrule(ASKED, [surely, likely])] == [False, True]
