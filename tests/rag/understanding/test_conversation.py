"""Follow-ups made whole: what is left unsaid comes from the reply before, and most questions stand alone."""

import datetime as dt
from dataclasses import replace

import pytest
from talks import (
    CABINET,
    CABINET_DECIDED,
    COST,
    COUNTED,
    DECIDED,
    JULY,
    JUNE,
    MEETING,
    PANEL,
    PLACE,
    SEPTEMBER,
    TOLD,
    Shelf,
    answer,
    cited,
    of_meeting,
    refusal,
    said,
)  # fmt: skip

from index.models import Filters
from rag.models import Computed, NoticeKind
from rag.understanding.conversation import make_whole
from rag.understanding.tying import within


@pytest.mark.parametrize(
    ("before", "text", "whole"),
    [
        # another time
        (COUNTED, "and in 2015?", "How many exclusions were there in 2015?"),
        (COUNTED, "What about 2023?", "How many exclusions were there in 2023?"),
        (COUNTED, "in 2015?", "How many exclusions were there in 2015?"),
        (COUNTED, "and since 2018?", "How many exclusions were there since 2018?"),
        (COUNTED, "and in July 2019", "How many exclusions were there in July 2019?"),
        (COUNTED, "and on 3 June 2015?", "How many exclusions were there on 3 June 2015?"),
        (COUNTED, "and the year before?", "How many exclusions were there in 2013?"),
        (COUNTED, "and the following year?", "How many exclusions were there in 2015?"),
        (COUNTED, "a year later?", "How many exclusions were there in 2015?"),
        (CABINET_DECIDED, "and the month before?", "What did Cabinet decide about parking permits in April 2019?"),
        (DECIDED, "and in 2015?", "What was decided about youth justice in 2015?"),
        (DECIDED, "and on 3 June 2019?", "What was decided about youth justice on 3 June 2019?"),
        (DECIDED, "and the year before?", "What was decided about youth justice in 2018?"),  # that of the answer
        ("Which share had been seen in the year to March 2022?", "and 2021?",
         "Which share had been seen in the year to 2021?"),
        ("What was decided between 2014 and 2016 on lamps?", "and in 2019?", "What was decided in 2019 on lamps?"),
        # another body
        (CABINET_DECIDED, "what about the Ofsted Subgroup?",
         "What did the Ofsted Subgroup decide about parking permits in May 2019?"),
        (CABINET_DECIDED, "and the ofsted subgroup?",
         "What did the ofsted subgroup decide about parking permits in May 2019?"),
        (CABINET_DECIDED, "and HSP?", "What did HSP decide about parking permits in May 2019?"),
        (DECIDED, "at Cabinet?", "What was decided about youth justice at Cabinet?"),
        (DECIDED, "and the Planning Committee?", "What was decided about youth justice at the Planning Committee?"),
        (CABINET_DECIDED, "and the Ofsted Subgroup in 2015?",
         "What did the Ofsted Subgroup decide about parking permits in 2015?"),
        ("Who chaired the Harbour Scrutiny Panel meeting of 17 July 2019?", "and Cabinet?",
         "Who chaired the Cabinet meeting of 17 July 2019?"),
        # another topic
        (DECIDED, "and exclusions?", "What was decided about exclusions?"),
        (DECIDED, "What about bins?", "What was decided about bins?"),
        (DECIDED, "how about bins in 2016?", "What was decided about bins in 2016?"),
        (CABINET_DECIDED, "and bulky waste?", "What did Cabinet decide about bulky waste in May 2019?"),
        (COST, "and the bus stop?", "How much did the bus stop cost?"),
        (COUNTED, "and suspensions?", "How many suspensions were there in 2014?"),
        ("How was parking in Quay Road?", "what about Mole Lane", "How was parking in Mole Lane?"),
        (DECIDED, "how many are there?", f"how many youth justice are there {PLACE}?"),
        (COUNTED, "and in primary schools?", "How many exclusions in primary schools were there in 2014?"),
        ("How many exclusions at Tollhouse School were there?", "and at Quarry School?",
         "How many exclusions at Quarry School were there?"),
        ("How much was council tax raised by?", "and parking charges?", "How much was parking charges raised by?"),
        # another person, another item
        (TOLD, "and Councillor Elm?", "What did Councillor Elm say about the lido?"),
        (DECIDED, "what about Mrs Elm?", "what did Mrs Elm say about youth justice?"),
        ("What was decided at item 27?", "and item 28?", f"What was decided at item 28 {MEETING}?"),
        (DECIDED, "and item 28?", f"what was decided at item 28 {MEETING}?"),
        (COUNTED, "what about minute 30?", f"what was said at minute 30 {MEETING}?"),
    ],
)  # fmt: skip
def test_what_a_follow_up_names_replaces_what_was_named_before(before: str, text: str, whole: str) -> None:
    assert said(text, answer(before)) == whole


@pytest.mark.parametrize(
    ("before", "text", "whole"),
    [
        (DECIDED, "who raised it?", f"who raised youth justice {PLACE}?"),
        (DECIDED, "and who proposed it?", f"who proposed youth justice {PLACE}?"),
        (DECIDED, "Who seconded that?", f"Who seconded youth justice {PLACE}?"),
        (DECIDED, "was that approved?", f"was youth justice approved {PLACE}?"),
        (DECIDED, "how much did that cost?", f"how much did youth justice cost {PLACE}?"),
        (DECIDED, "when will this start?", f"when will youth justice start {PLACE}?"),
        (DECIDED, "what did they decide?", f"what did they decide about youth justice {PLACE}?"),
        (DECIDED, "how did they vote?", f"how did they vote about youth justice {PLACE}?"),
        (DECIDED, "what was the vote?", f"what was the vote about youth justice {PLACE}?"),
        (DECIDED, "who seconded?", f"who seconded about youth justice {PLACE}?"),
        (DECIDED, "when?", f"when was youth justice decided {PLACE}?"),
        (DECIDED, "Why?", f"what reasons were given for youth justice {PLACE}?"),
        (DECIDED, "by whom?", f"by whom, about youth justice {PLACE}?"),
        (COUNTED, "why?", f"what reasons were given for exclusions {PLACE}?"),
        (COUNTED, "and how many were girls?", f"how many exclusions were girls {PLACE}?"),
        (COUNTED, "how many of them were girls?", f"how many of exclusions were girls {PLACE}?"),
        (COST, "who asked for it?", f"who asked for the cycle lane on Ropewalk Road {PLACE}?"),
        (COST, "why did it cost so much?", f"why did the cycle lane on Ropewalk Road cost so much {PLACE}?"),
        (DECIDED, "And the cost?", f"the cost of youth justice {PLACE}?"),
        (DECIDED, "tell me more", f"what else was said about youth justice {PLACE}?"),
        (DECIDED, "Anything else?", f"what else was said about youth justice {PLACE}?"),
        (DECIDED, "go on", f"what else was said about youth justice {PLACE}?"),
        (DECIDED, "and?", f"what else was said about youth justice {PLACE}?"),
        (TOLD, "what else did he say?", f"what else did Councillor Ash say about the lido {PLACE}?"),
        (DECIDED, "did she vote for it?", f"did Councillor Ash vote for it about youth justice {PLACE}?"),
        ("Who is Peter Elm?", "what was agreed after his talk?", f"what was agreed after Peter Elm’s talk {PLACE}?"),
        ("What was decided at item 27?", "who proposed it?", f"who proposed Lamps and Buoys {PLACE}?"),
        ("Who asked for keepers to be included in the lamp course?", "when?", f"when, about the lamp course {PLACE}?"),
        # of the meeting
        (DECIDED, "who was there?", f"who was at the meeting {MEETING}?"),
        (DECIDED, "who chaired it?", f"who chaired the meeting {MEETING}?"),
        (DECIDED, "who else attended?", f"who else attended {MEETING}?"),
        (DECIDED, "What else was said at that meeting?", f"What else was said at the meeting {MEETING}?"),
        # how it went on: not in that meeting
        (DECIDED, "what happened next?", "what was decided about youth justice since 18 July 2019?"),
        (DECIDED, "is it still going on?", "is youth justice still going on?"),
        (DECIDED, "who was against?", f"who was against youth justice {PLACE}?"),
        (DECIDED, "and who pays?", f"who pays, about youth justice {PLACE}?"),
        (DECIDED, "is that still so?", "is youth justice still so?"),
        (DECIDED, "more about that", f"what else was said about youth justice {PLACE}?"),
        (DECIDED, "the second one", f"What was decided about youth justice, the second one {PLACE}?"),
        (DECIDED, "has it been discussed since?", "has youth justice been discussed since?"),
        (DECIDED, "did Cabinet agree?", "did Cabinet agree about youth justice?"),
    ],
)  # fmt: skip
def test_what_a_follow_up_leaves_unsaid_is_the_subject_before(before: str, text: str, whole: str) -> None:
    assert said(text, answer(before)) == whole


@pytest.mark.parametrize(
    "text",
    [
        "What was decided about parking permits?",
        "How many potholes were mended in 2019?",
        "what did the Panel say about mould?",
        "what did they say about parking?",
        "what is the council doing about mould?",
        "Is it true that the lido will close?",
        "how long does it take to mend a bridge?",
        "What did the report on the lido say about its cost?",
        "Did the Panel agree that parking should be free?",
        "What happened to the lane that was closed?",
        "Who are the members of the Panel and what do they do?",
        "How many meetings were held?",
        "List every decision",
        "what was decided in 2015?",
        "What did Cabinet decide?",
        "Who chaired the Panel on 17 July 2019?",
        "bin collections",
        "Cabinet",
        "Ofsted Subgroup July 2019 exclusions",
        "item 27",
        "And how many exclusions were there in 2019?",
        "so who pays for school meals?",
        "Who declared an interest?",
        "when is the next meeting?",
        "Why was the library closed this year?",
    ],
)
def test_a_question_that_stands_alone_is_left_alone(text: str) -> None:
    whole = make_whole(text, [answer(DECIDED)], Shelf())
    assert (whole.text, whole.said, whole.assumed, bool(whole.bound), whole.unclear) == (
        text,
        None,
        (),
        False,
        None,
    )


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("and the meeting before that?", "What was decided about lamps on 19 June 2019 (Harbour Scrutiny Panel)?"),
        ("what about the next meeting?", "What was decided about lamps on 4 September 2019 (Harbour Scrutiny Panel)?"),
        ("and the one after?", "What was decided about lamps on 4 September 2019 (Harbour Scrutiny Panel)?"),
        ("who chaired the meeting before that?",
         "who chaired at the meeting of 19 June 2019 (Harbour Scrutiny Panel)?"),
    ],
)  # fmt: skip
def test_the_meeting_beside(text: str, whole: str) -> None:
    made = make_whole(text, [answer("What was decided about lamps?")], Shelf())
    day = JUNE if "June" in whole else SEPTEMBER
    assert made.said == whole
    assert made.bound == Filters(body=PANEL, date_from=day, date_to=day)


def test_no_meeting_beside() -> None:
    whole = make_whole("and the meeting before that?", [answer("What of lamps?", date=JUNE)], Shelf())
    assert whole.unclear == "No meeting of Harbour Scrutiny Panel before 19 June 2019 is held."


def test_a_conversation_about_a_meeting() -> None:
    before = of_meeting("Who was present at the Panel meeting of 17 July 2019?")
    assert said("what did they decide?", before) == f"what did they decide at the meeting {MEETING}?"
    assert said("and exclusions?", before) == f"what was said about exclusions {MEETING}?"
    assert said("and Councillor Elm?", before) == f"was Councillor Elm at the meeting {MEETING}?"
    assert said("tell me more", before) == f"what else was said at the meeting {MEETING}?"
    assert said("what about bins in 2016?", before) == "what was said about bins in 2016?"


def test_the_place_binds_and_is_told() -> None:
    whole = make_whole("who raised it?", [answer(DECIDED)], Shelf())
    assert whole.text == "who raised youth justice?"
    assert whole.bound == Filters(body=PANEL, date_from=JULY, date_to=JULY, item="27")
    (notice,) = whole.assumed
    assert notice.kind is NoticeKind.ASSUMED
    assert notice.text == f"Your question was read as: who raised youth justice {PLACE}?"


def test_a_place_without_date_or_number_is_its_paper() -> None:
    undated = make_whole("who raised it?", [answer(DECIDED, date=None, item=None)], Shelf())
    assert undated.bound == Filters(document="july.txt")
    assert undated.said == "who raised youth justice (Lamps and Buoys, Harbour Scrutiny Panel)?"


def test_a_follow_up_of_a_follow_up_keeps_its_place() -> None:
    first = answer(DECIDED)
    second = refusal("who raised it?", f"who raised youth justice {PLACE}?")
    assert said("when?", first, second) == f"when, about youth justice {PLACE}?"
    assert said("and in 2015?", first, second) == "who raised youth justice in 2015?"
    third = answer("who was there?", f"who was at the meeting {MEETING}?", item=None, title=None)
    assert said("and the meeting before that?", first, third) == (
        "who was at the meeting on 19 June 2019 (Harbour Scrutiny Panel)?"
    )


def test_after_a_refusal_the_subject_is_that_question() -> None:
    before = refusal("What was decided about a ski slope in 2019?")
    assert said("who proposed it?", answer(DECIDED), before) == "who proposed a ski slope?"
    assert said("and in 2015?", answer(DECIDED), before) == "What was decided about a ski slope in 2015?"
    assert not make_whole("who proposed it?", [before], Shelf()).bound
    unclear = refusal("and?")
    assert said("why?", answer(DECIDED), unclear) == f"what reasons were given for youth justice {PLACE}?"


def test_it_after_a_list_may_be_any_of_it() -> None:
    """And "the second one" is not told by its place in it."""
    listed = replace(
        answer("List the decisions about lamps"),
        citations=(cited(), cited(n=2, item="31")),
        computed=Computed("2 decisions.", 2, "decisions"),
    )
    whole = make_whole("who proposed it?", [listed], Shelf())
    assert (
        whole.unclear
        == "“who proposed it?” may be about any of the 2 items told before: name one, such as item 27."
    )
    assert make_whole("the second one", [listed], Shelf()).unclear
    assert said("and in 2015?", listed) == "List the decisions about lamps in 2015?"


def test_the_askers_own_filters_come_first() -> None:
    bound = Filters(body=PANEL, date_from=JULY, date_to=JULY, item="27")
    assert within(Filters(), bound) == bound
    assert within(Filters(body=CABINET, item="3"), bound) == replace(bound, body=CABINET, item="3")
    year = Filters(date_from=dt.date(2019, 1, 1), date_to=dt.date(2019, 12, 31))
    assert within(year, bound) == bound
    assert within(Filters(date_from=SEPTEMBER), bound).date_from == SEPTEMBER  # then nothing fits
