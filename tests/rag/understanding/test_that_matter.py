"""A question with words of its own and a word for what was told: read with the subject, the body and the item told."""

from __future__ import annotations

from dataclasses import replace

import pytest
from talks import DECIDED, JUNE, MEETING, PLACE, SEPTEMBER, Shelf, answer, cited, refusal, said

from rag.models import Claim, Computed
from rag.understanding.conversation import make_whole
from rag.understanding.persons import person_named, person_told
from rag.understanding.pronouns import find_pronoun
from rag.understanding.subject import topic_of
from rag.understanding.tying import retied, untied

BINS = "How often are grey bins emptied?"
LAMPS = "How many lamps were there in Saltmarsh in 2022/23?"


@pytest.mark.parametrize(
    ("text", "stands_for"),
    [
        ("and when was that reversed?", "that"),
        ("was that better or worse than in spring?", "that"),
        ("is that the same number as they first wanted?", "that"),
        ("how does that compare with the year before?", "that"),
        ("did that include bins?", "that"),
        ("was this enough?", "this"),
        ("Did the Harbour Trust agree to that?", "that"),
        ("What did Councillor Ash say about that?", "that"),
        ("how many residents signed it?", "it"),
        ("has the Panel looked at it again?", "it"),
        ("which schools got them first?", "them"),
        ("was the Council able to afford his price?", "his"),
        ("was that lane closed?", None),
        ("Was that motion carried?", None),
        ("Why was the lane closed and who closed it?", None),
        ("Did the Council buy the land to build houses on it?", None),
        ("Who asked the Council to keep it?", None),
        ("What did the report on the lido say about its cost?", None),
        ("Did the Panel agree that parking should be free?", None),
        ("What did the Panel say to the owner of the dog that bit them?", None),
    ],
)
def test_what_a_clause_does_something_to_was_told_before(text: str, stands_for: str | None) -> None:
    found = find_pronoun(text)
    assert (found.group() if found else None) == stands_for


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        (BINS, "grey bins"),
        ("What ages would the free bus pass for carers cover?", "the free bus pass for carers"),
        ("What did Ash propose for boats at the north end of Ropewalk Road?",
         "boats at the north end of Ropewalk Road"),
        (LAMPS, "lamps"),
        ("How many laptops had reached the schools by February 2021?", "laptops"),
        ("When did Tesco install bollards?", "Tesco install bollards"),
        ("What is the garden rent?", "the garden rent"),
    ],
)  # fmt: skip
def test_a_topic_is_the_thing_without_what_is_asked_of_it(question: str, topic: str) -> None:
    assert topic_of(question) == topic


@pytest.mark.parametrize(
    ("before", "text", "whole"),
    [
        (BINS, "and when was that reversed?", "when was grey bins reversed?"),
        (BINS, "what did it end up costing?", "what did grey bins end up costing?"),
        (BINS, "who spoke against that idea?", f"who spoke against grey bins {PLACE}?"),
        (BINS, "How many of the bins were in those streets?", None),
        (BINS, "what became of those bins?", "what became of grey bins?"),
        (BINS, "Who agreed that bins should go?", None),
        (DECIDED, "did he say why?", f"what reason did Councillor Ash give about youth justice {PLACE}?"),
        (LAMPS, "what about 2021/22?", "How many lamps were there in Saltmarsh in 2021/22?"),
        (LAMPS, "what about 2021?", "How many lamps were there in Saltmarsh in 2021?"),
        (LAMPS, "was that more than the target?", f"was the lamps more than the target {PLACE}?"),
        ("What overspend was Saltmarsh forecasting in May 2019?", "And what share of the whole budget is that?",
         f"what share of the whole budget is that {PLACE}?"),
        ("What overspend was Saltmarsh forecasting in May 2019?", "Who explained that?",
         f"Who explained the overspend {PLACE}?"),
        ("What did Cabinet decide on lamps?", "who proposed that?", f"who proposed lamps {PLACE}?"),
        (DECIDED, "And how many votes did the other two candidates get?",
         f"how many votes did the other two candidates get about youth justice {PLACE}?"),
        ("What was decided about the Quay club?", "how many pupils go there?",
         f"how many pupils go at the Quay club {PLACE}?"),
        ("What was decided about the Quay club?", "was Councillor Elm there?",
         f"was Councillor Elm at the meeting {MEETING}?"),
        ("What did Mr Ash say about the Lido Committee workshop?", "When is its first meeting of 2025?",
         "When is the Lido Committee’s first meeting of 2025?"),
    ],
)  # fmt: skip
def test_words_for_what_was_told_are_read_as_it(before: str, text: str, whole: str | None) -> None:
    assert said(text, answer(before)) == whole


def test_him_is_who_the_sentence_of_a_count_names() -> None:
    elected = replace(
        answer("Who was elected Mayor?", quote="For Councillor Elm\n\nCouncillors Oak, Elm"),
        computed=Computed("Councillor Elm was elected, by 21 votes.", 1, "people"),
    )
    assert said("What job brought him here?", elected) == f"What job brought Councillor Elm here {PLACE}?"


@pytest.mark.parametrize(
    ("text", "named", "told"),
    [
        ("What did Ada Birch say a lamp would cost?", "Ada Birch", None),
        ("What did Lido Trust say?", None, None),
        ("For Councillor Elm\n\nCouncillors Oak", "Councillor Elm", "Councillor Elm"),
        ("The Head of Parks, Ada Birch, said so.", None, "Ada Birch"),
        ("The Cabinet Member for Parks and Piers could not say.", None, "the Cabinet Member for Parks and Piers"),
        ("It was cold.", None, None),
    ],
)  # fmt: skip
def test_whom_words_name(text: str, named: str | None, told: str | None) -> None:
    assert (person_named(text), person_told(text)) == (named, told)


def test_a_follow_up_that_its_item_does_not_answer_is_asked_of_all() -> None:
    tied = make_whole("and when did it open?", [answer(DECIDED)], Shelf())
    free = untied(tied)
    assert free is not None and (free.said, bool(free.bound)) == ("when did youth justice open?", False)
    assert untied(make_whole("who was there?", [answer(DECIDED)], Shelf())) is None
    assert untied(make_whole("tell me more", [answer(DECIDED)], Shelf())) is None
    assert untied(make_whole("who proposed it?", [refusal(DECIDED)], Shelf())) is None


def test_it_is_asked_first_of_the_other_items_told() -> None:
    first, other = cited(), cited(n=2, item="9", title="Youth Justice: Review", date=JUNE)
    told = replace(
        answer(DECIDED), citations=(first, other), claims=(Claim("", (1,)), Claim("", (2,)), Claim("", (2,)))
    )
    found = list(retied(make_whole("how much will that cost?", [told], Shelf()), [told]))
    assert [(each.said, surely) for each, surely in found] == [
        ("how much will Youth Justice: Review cost (item 9, Harbour Scrutiny Panel, 19 June 2019)?", False),
        ("how much will youth justice cost?", True),
    ]
    later = replace(first, date=SEPTEMBER, title="Youth Justice", item="3")
    both = replace(told, citations=(first, other, later), claims=(*told.claims, Claim("", (3,))))
    found = list(retied(make_whole("how much will that cost?", [both], Shelf()), [both]))
    assert [each.bound.item for each, _ in found] == ["3", "9", None]
    elsewhere = replace(told, citations=(first, replace(other, title="Buoys")))
    found = list(retied(make_whole("how much will that cost?", [elsewhere], Shelf()), [elsewhere]))
    assert [surely for _, surely in found] == [True]  # of another matter
    assert list(retied(make_whole("why?", [told], Shelf()), [told])) == []  # any words seem a reason
