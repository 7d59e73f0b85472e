"""Sums, firms and topics must be plainly told."""

from dataclasses import replace

import pytest

from rag.answering.answerable import judge
from rag.answering.plainly import (
    LIKELY,
    OF_IT,
    OF_TOPIC,
    PLAINLY,
    REASON,
    WORDLESS,
    is_hardly_so,
    is_not_plainly_told,
)
from rag.understanding.lexicon import Lexicon
from rag.understanding.question import read_question

NEARLY = 0.05


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("How much did the new ferry cost?", "The new ferry and its slipway came to £90,000."),
        ("What was the cost of the ferry alone?", "The new ferry and its slipway came to £90,000."),
        ("What rent is paid for the ferry kiosk?", "The ferry kiosk brought in £4,000 of fines."),
        ("What salary is offered to the ferry master?", "The post of ferry master is worth £900 more than it was."),
        ("Which firm built the new ferry?", "The new ferry was built in Northport in a year."),
        ("Name the company that painted the ferry.", "The ferry was painted in Northport by its crew."),
        ("Which contractor mended the ferry?", "The contractor who mended the ferry was late in March."),
    ],
)  # fmt: skip
def test_a_sum_or_a_firm_must_be_plainly_told(make, question, told) -> None:
    asked = read_question(question)
    unlikely = make.evidence(told, coverage=1.0, relevance=PLAINLY - NEARLY)
    assert is_not_plainly_told(asked, (), [unlikely], unlikely)
    assert judge(asked, (), [unlikely]).lead is None
    plain = make.evidence(told, coverage=1.0, relevance=PLAINLY + NEARLY, start=200)
    assert not is_not_plainly_told(asked, (), [plain, unlikely], plain)
    ruled_out = make.evidence(told, coverage=1.0, relevance=0.9, ruled_out=True, start=400)
    assert is_not_plainly_told(asked, (), [ruled_out, unlikely], unlikely)


@pytest.mark.parametrize(
    "question",
    [
        "When did the ferry come to cost so much?",
        "What was said about the £90,000 for the ferry?",
        "How much dearer did the ferry get?",
        "Which members voted for the ferry?",
    ],
)
def test_what_became_of_a_sum_and_who_did_a_thing_need_not_be(make, question) -> None:
    unlikely = make.evidence("The new ferry came to £90,000.", coverage=1.0, relevance=0.2)
    assert not is_not_plainly_told(read_question(question), (), [unlikely], unlikely)


@pytest.mark.parametrize(
    "question", ["Why did the Panel refuse to mend the ferry?", "What led them to sell the ferry?"]
)
def test_a_reason_must_be_likely(make, question) -> None:
    asked = read_question(question)
    unlikely = make.evidence("The ferry was mended in March.", coverage=1.0, relevance=REASON - NEARLY)
    assert is_not_plainly_told(asked, (), [unlikely], unlikely)
    likely = make.evidence("It leaked.", coverage=1.0, relevance=REASON + NEARLY, start=200)
    assert not is_not_plainly_told(asked, (), [likely, unlikely], unlikely)


def read(make, question: str, *more: str) -> tuple:
    """The terms of a question in a library that has words for ferries, and `more`."""
    held = ("ferry", "ferries", "ban", "timetable", "evening", *more)
    return Lexicon(make.library(dict.fromkeys(held, 3))).read(read_question(question))


@pytest.mark.parametrize(
    "question",
    [
        "Has the Harbour Scrutiny Committee ever talked about gambling on the ferries?",
        "What has the committee said about gambling on the ferries?",
        "Did the committee decide to ban gambling on the ferries?",
        "So what did members agree about gambling on the ferries?",
        "Was anything said about gambling on the ferries?",
    ],
)
def test_what_was_said_of_a_topic_is_told_where_its_item_has_the_word(make, question) -> None:
    asked, terms = read_question(question), read(make, question)
    near = make.evidence("The committee talked about a ban on the ferries.", relevance=OF_TOPIC - NEARLY)
    assert is_not_plainly_told(asked, terms, [near], near)
    likely = make.evidence("Cards for money were not played on the ferries.", relevance=OF_TOPIC + NEARLY)
    assert not is_not_plainly_told(asked, terms, [likely], likely)
    named = make.evidence("There is gambling.", relevance=0.01, start=200)
    assert not is_not_plainly_told(asked, read(make, question, "gambling"), [near, named], near)


def test_a_word_that_tells_little_need_not_be_met(make) -> None:
    question = "What did the committee say about the evening timetable of the ferries?"
    asked, terms = read_question(question), read(make, question)
    near = make.evidence("The ferries run until ten.", relevance=OF_TOPIC - NEARLY)
    assert is_not_plainly_told(asked, terms, [near], near)
    light = [replace(each, weight=0.1) for each in terms]
    assert not is_not_plainly_told(asked, light, [near], near)


@pytest.mark.parametrize(
    ("question", "confidence", "relevance", "hardly"),
    [
        ("Is there a swimming pool plan?", 0.61, 0.34, True),
        ("Is the cladding of the ferry going to be replaced?", 0.56, 0.64, True),
        ("So will the ferry have a cafe?", 0.7, 0.5, True),
        ("Is there a ferry at night?", 0.8, 0.34, False),
        ("Was the ferry scrapped?", 0.62, 0.85, False),
        ("Do people in care pay for the ferry?", 0.71, 0.77, False),
        ("What was said of the ferry?", 0.5, 0.1, False),
        ("Is it known what the ferry cost?", 0.5, 0.1, False),
        ("Did they agree to mend the ferry?", 0.5, 0.1, False),
    ],
)
def test_that_a_thing_is_so_must_be_surely_told(make, question, confidence, relevance, hardly) -> None:
    told = make.evidence("The ferry has a new roof.", relevance=relevance)
    assert is_hardly_so(read_question(question), [told], confidence) == hardly


def test_of_what_is_in_no_paper_nothing_near_is_told(make) -> None:
    question = "Which ferries did the Panel agree should be gritted in icy weather?"
    asked = read_question(question)
    near = make.evidence("That the ferries be painted first.", relevance=LIKELY - NEARLY)
    assert is_not_plainly_told(asked, read(make, question), [near], near)
    likely = make.evidence("That the ferries be salted.", relevance=LIKELY + NEARLY)
    assert not is_not_plainly_told(asked, read(make, question), [likely], likely)
    assert not is_not_plainly_told(asked, read(make, question, "gritted", "icy", "weather"), [near], near)


def test_a_word_may_be_said_in_another_item_of_as_telling_a_title(make) -> None:
    question = "Did the committee approve the ferries timetable increase?"
    asked, terms = read_question(question), read(make, question, "rise")
    able = make.evidence("That the timetable stand.", titled=0.5, relevance=0.3, item_key="a#1")
    other = make.evidence("The timetable may rise.", titled=0.5, relevance=0.1, item_key="b#1", start=200)
    assert not is_not_plainly_told(asked, terms, [able, other], able)
    elsewhere = replace(other, titled=0.0)
    assert is_not_plainly_told(asked, terms, [able, elsewhere], able)


def test_an_item_without_any_word_of_the_topic_tells_nothing_of_it(make) -> None:
    question = "Did the panel approve the gambling ban?"
    asked, terms = read_question(question), read(make, question)
    near = make.evidence("The motion was carried.", relevance=WORDLESS - NEARLY, title=None, heading="")
    assert is_not_plainly_told(asked, terms, [near], near)
    sure = replace(near, relevance=WORDLESS + NEARLY)
    assert not is_not_plainly_told(asked, terms, [sure], sure)
    named = make.evidence("The ban was carried.", relevance=WORDLESS - NEARLY, title=None, heading="")
    assert not is_not_plainly_told(asked, terms, [named], named)


@pytest.mark.parametrize(
    ("told", "lacks"),
    [("Three lamps cost £900.", True), ("By the ferries' timetable it came to £900.", False)],
)
def test_a_sum_must_be_of_what_it_is_asked_for(make, told: str, lacks: bool) -> None:
    question = "How much did the timetable of the ferries cost?"
    asked, terms = read_question(question), read(make, question, "cost")
    near = make.evidence(told, relevance=OF_IT - NEARLY, title=None, heading="")
    assert is_not_plainly_told(asked, terms, [near], near) is lacks
    sure = replace(near, relevance=OF_IT + NEARLY)
    assert not is_not_plainly_told(asked, terms, [sure], sure)
