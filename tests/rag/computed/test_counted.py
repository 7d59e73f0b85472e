"""Counts asked for in other words: of a body told by a part of its name, of what was decided, of who was there."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from rag.answering.compose import whole
from rag.computed.absent import sent_by
from rag.computed.people import read_person
from rag.computed.told import Told

Say = Callable[..., str]


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("How many separate items were minuted at Saltmere's harbour scrutiny on 7 September 2021?",
         "3 items, in 1 meeting, 7 September 2021;"),
        ("how many numbered items were on the business of the harbour panel on 4 May 2021?",
         "3 items, in 1 meeting, 4 May 2021;"),
        ("how many individual agenda items were there on the Harbour's agenda on 4 May 2021?",
         "3 items, in 1 meeting, 4 May 2021;"),
        ("how many of the items on 12 April 2021 ended in a resolution?",
         "3 items on which something was decided, in 1 meeting, 12 April 2021;"),
        ("how many items on 12 April 2021 ended with something being resolved?",
         "3 items on which something was decided, in 1 meeting, 12 April 2021;"),
        ("how many items had a decision at the council meeting of 8 March 2021?",
         "4 items on which something was decided, in 1 meeting, 8 March 2021;"),
        ("how many items were decided on 7 September 2021?",
         "1 item on which something was decided, in 1 meeting, 7 September 2021;"),
        ("List the panel meetings in the library that had an item of their own on the harbour wall or what replaced "
         "it. Dates please.", "2 meetings at which “harbour wall” was discussed, 4 May 2021 to 7 September 2021;"),
        ("how many panel members (chairman included) are recorded as present on 4 May 2021?",
         "5 people named as present, 4 May 2021;"),
        ("how many of the councillors are marked as present on 8 March 2021?",
         "8 councillors named as present, 8 March 2021;"),
    ],
)  # fmt: skip
def test_counted(sentence: Say, question: str, said: str) -> None:
    assert sentence(question).startswith(said)


def test_a_body_told_in_part_is_said_to_be_assumed(computing: Callable[..., object]) -> None:
    told = computing("how many items were minuted at Saltmere's harbour scrutiny on 7 September 2021?")
    assert isinstance(told, Told)
    assert [notice.text for notice in told.notices] == [
        "“Saltmere harbour scrutiny” was read as Harbour Scrutiny Panel."
    ]


@pytest.mark.parametrize(
    "question",
    [
        "how many items at Saltmere's lifeboat station were decided?",
        "how many items had a decision letter on 8 March 2021?",
        "how many panel members were re-elected?",
    ],
)
def test_what_is_asked_of_something_else_is_not_counted(
    computing: Callable[..., object], question: str
) -> None:
    assert computing(question) is None


@pytest.mark.parametrize(
    "question",
    [
        "which councillors sent apologies on 8 March 2021?",
        "Which councillors sent apologies for the Council meeting on 8 March 2021?",
        "was any councillor absent on 8 March 2021?",
        "which councillor gave apologies for the Town Council meeting of 8 March 2021?",
        "did any councillors send apologies to the March 2021 meeting?",
    ],
)
def test_what_stands_behind_councillors_is_no_name(quotes: Callable[..., list[str]], question: str) -> None:
    assert quotes(question) == [
        "Apologies for their inability to attend the Meeting were received from Councillors Gorse and Heath."
    ]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Who sent apologies on 4 May 2021 and who chaired?", ["Apologies: Councillor Gorse",
            "Councillor Elm – in the Chair"]),
        ("who was in the chair and who sent apologies on 7 September 2021?",
         ["Apologies were received from Councillor Fern and Mrs T Rook.", "Councillor Dale – in the Chair"]),
        ("who was present and who sent apologies on 7 September 2021?",
         ["Present: Councillor Dale – in the Chair Councillors Elm and Heath",
          "Apologies were received from Councillor Fern and Mrs T Rook."]),
        ("was Mrs Rook at the meeting on 7 September 2021?",
         ["Apologies were received from Councillor Fern and Mrs T Rook."]),
        ("which meetings did Mrs Rook miss?", ["Apologies were received from Councillor Fern and Mrs T Rook."]),
        ("was Mrs Rook at both panel meetings in 2021?", ["Mrs T Rook, Co-opted Member, Fishermen's Representative",
            "Apologies were received from Councillor Fern and Mrs T Rook."]),
    ],
)  # fmt: skip
def test_all_that_is_asked_of_attendance(
    quotes: Callable[..., list[str]], question: str, told: list[str]
) -> None:
    assert quotes(question) == told


def test_both_sorts_of_meetings_are_told(sentence: Say) -> None:
    assert sentence("was Mrs Rook at both panel meetings in 2021?") == (
        "2 meetings at which Mrs Rook is recorded; 1 as present (4 May 2021), 1 as sending apologies "
        "(7 September 2021); attendance is recorded for 2 of the 2 meetings held."
    )


@pytest.mark.parametrize(
    ("said", "away"),
    [
        ("Apologies were received from Councillors Ash and Birch.", True),
        ("Apologies: Councillor Birch (Councillor Dale substituting).", True),
        ("Councillor Ash sent apologies; Councillor Birch substituted.", False),
        ("Councillor Birch was present as a substitute.", False),
        ("Apologies for absence were received from Mrs Birch.", False),
        ("There were none.", False),
    ],
)
def test_who_is_named_as_away(computing: Callable[..., object], said: str, away: bool) -> None:
    told = computing("who sent apologies on 4 May 2021?")
    assert isinstance(told, Told)
    printed = told.quotes[0].passage
    passage = replace(printed, text=said, span=replace(printed.span, start=0, end=len(said)))
    mr_birch = read_person("Mr Birch")
    assert bool(sent_by(mr_birch, [whole(passage)])) is away
