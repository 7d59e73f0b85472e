"""A question, understood: its items, times, bodies and words."""

import datetime as dt

import pytest

from rag.models import QuestionError
from rag.understanding.question import MAX_CHARACTERS, Question, read_question, understand
from rag.understanding.wanted import Wanted


def content(text: str) -> list[str]:
    return [word.plain for word in read_question(text).content]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("item 27", ("27",)),
        ("minute 27", ("27",)),
        ("min. 27", ("27",)),
        ("agenda item no. 5", ("5",)),
        ("item number 5", ("5",)),
        ("item #5", ("5",)),
        ("item 5A", ("5A",)),
        ("item 3.2", ("3.2",)),
        ("item 27.", ("27",)),
        ("item 21/50", ("21/50",)),
        ("what about 21/50?", ("21/50",)),
        ("item 23/02", ("23/02",)),
        ("cyp/19/22", ("CYP/19/22",)),
        ("item YPC/OSG/15/02", ("YPC/OSG/15/02",)),
        ("items 27 and 28", ("27", "28")),
        ("items 27, 28 & CYP/19/22", ("27", "28", "CYP/19/22")),
        ("item 27, then item 28, then item 27", ("27", "28")),
        ("item 21/22", ("21/22",)),
        # no items
        ("the budget for 21/22", ()),
        ("a 24/7 helpline", ()),
        ("a 50/50 split", ()),
        ("on 17/07/2019", ()),
        ("in 2018/19", ()),
        ("item 30 minutes late", ()),
        ("a minute 5 years ago", ()),
        ("27 items", ()),
        ("items for sale", ()),
    ],
)
def test_items(text: str, items: tuple[str, ...]) -> None:
    assert read_question(text).items == items


@pytest.mark.parametrize(
    ("text", "decision"),
    [
        ("decision 2 of item 27", "2"),
        ("decision no. 2", "2"),
        ("decision number 12", "12"),
        ("the decision", None),
        ("a decision 10 years ago", None),
        ("the decision 2.5 miles away", None),
        ("the decision of 17 July 2019", None),
    ],
)
def test_decision_numbers(text: str, decision: str | None) -> None:
    assert read_question(text).decision == decision


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("what did the Ofsted Subgroup note?", [{"ofst", "subgroup"}]),
        ("Was it the Health and Wellbeing Board?", [{"health", "wellb", "board"}]),
        ("a report to the Children's Scrutiny Committee", [{"children", "scrutini", "committe"}]),
        ("Name every body and committee that she joined", []),
        ("Which outside boards or any panel did he join?", []),
        ("the committee", []),
        ("what did our committee decide?", []),
        ("what did the scrutiny committee do", []),
        ("a table of figures", []),
    ],
)
def test_bodies(text: str, bodies: list[set[str]]) -> None:
    assert [set(body.stems) for body in read_question(text).bodies] == bodies


@pytest.mark.parametrize(
    ("text", "attribute"),
    [
        ("What is the address of the youth centre?", "address"),
        ("What's the full cost for parents?", "cost"),
        ("Which result did the appeal have?", "result"),
        ("Which company did the survey of lamps?", "compani"),
        ("Which rounds of the lamp fund did they bid for?", None),
        ("Was the school rated outstanding?", "outstand"),
        ("Tell me about the address of the centre", None),
    ],
)
def test_attribute(text: str, attribute: str | None) -> None:
    assert read_question(text).attribute == attribute


def test_names_are_told_by_their_capitals() -> None:
    question = read_question("What did Councillor Ash say about the DfE and parks?")
    assert {word.plain for word in question.words if word.is_name} == {"councillor", "ash", "dfe"}
    shouted = read_question("WHAT DID ASH SAY ABOUT PARKS?")
    assert not any(word.is_name for word in shouted.words)
    titled = read_question("What did Dr Una Quay of the Harbour Board tell Cabinet about the Ferry Strategy?")
    assert {word.plain for word in titled.words if word.is_name} == {"una", "quay"}
    office = read_question("What did Deputy Leader Ash tell Cabinet about the Ferry Strategy?")
    assert not any(word.is_name for word in office.words)


def test_words_are_told_from_the_frame_of_every_question() -> None:
    question = read_question("What did the committee decide about youth-club opening hours?")
    assert [word.plain for word in question.words] == [
        "committee", "decide", "youth", "club", "opening", "hours"
    ]  # fmt: skip
    assert content(question.text) == ["youth", "club", "opening", "hours"]
    assert content("Parks, parks and more PARKS") == ["parks"]
    assert content("the £1,200 grant in 2018/19") == ["1200", "grant", "2018/19"]


def test_times_are_no_words() -> None:
    question = read_question("What happened in janury 2015?")
    assert [(span.first, span.last) for span in question.dates] == [
        (dt.date(2015, 1, 1), dt.date(2015, 1, 31))
    ]
    assert question.content == ()


@pytest.mark.parametrize(
    ("text", "of_meeting"),
    [
        ("What was decided in July 2019?", True),
        ("Who was present on 17 July 2019?", True),
        ("What was said at the meeting in July 2019?", True),
        ("How many pupils were excluded in 2019?", False),
        ("Were the minutes of 17 July 2019 approved?", False),
        ("What did the ferries panel make of lamps on 17 July 2019?", True),
        ("What did members make of the lamps of July 2019?", True),
        ("What was decided at the 2020 budget meeting?", False),  # held late in 2019
        ("What was decided at the 2020 meetings?", True),
    ],
)
def test_whose_date_it_is(text: str, of_meeting: bool) -> None:
    assert read_question(text).of_meeting is of_meeting


@pytest.mark.parametrize("text", ["Is it still open?", "the latest figure", "How did it go in the end?"])
def test_asks_how_things_stand(text: str) -> None:
    assert read_question(text).recent


def test_a_phrasal_verb_says_something() -> None:
    assert content("Who took over from Mr Ash?") == ["replaces", "mr", "ash"]


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("", "The question is blank; ask something, such as"),
        (" \t\n\x00\u200b ", "The question is blank; ask something, such as"),
        ("?!… —", "The question has no words in it; ask something, such as"),
        ("🤷‍♀️", "The question has no words in it; ask something, such as"),
        ("x" * (MAX_CHARACTERS + 1), "The question has 1,001 characters; ask in at most 1,000."),
    ],
)
def test_what_cannot_be_asked(text: str, remedy: str) -> None:
    with pytest.raises(QuestionError) as caught:
        read_question(text)
    assert str(caught.value).startswith(remedy)


def test_the_longest_question() -> None:
    assert read_question("park " * (MAX_CHARACTERS // 5)).content[0].plain == "park"


def test_a_mended_question_may_grow() -> None:
    assert isinstance(understand("park " * MAX_CHARACTERS), Question)


def test_what_does_not_show_is_left_out() -> None:
    assert (
        read_question("What\x00 about\r\n the\u202e exclu\u00adsions\u200b?").text
        == "What about the exclusions?"
    )
    assert read_question("\ud800 parks \udfff").text == "parks"
    assert read_question("ﬁnance").text == "finance"


def test_a_whole_question() -> None:
    question = read_question("What did the Ofsted Subgroup decide on item YPC/OSG/15/02 on 20 January 2015?")
    assert question.wanted is Wanted.DECISION
    assert question.items == ("YPC/OSG/15/02",)
    assert [span.first for span in question.dates] == [dt.date(2015, 1, 20)]
    assert [body.stems for body in question.bodies] == [frozenset({"ofst", "subgroup"})]
    assert [word.plain for word in question.content] == ["ofsted", "subgroup"]
