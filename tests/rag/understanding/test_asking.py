"""Whose words are asked for."""

import pytest

from rag.understanding.asking import asks_of_meeting, read_office, read_recent, read_split
from rag.understanding.wanted import Wanted
from rag.understanding.words import stems


@pytest.mark.parametrize(
    ("question", "office"),
    [
        ("What did the Head of Care report in 2015 about hot desks?", "head care"),
        ("What numbers did the Director of Piers promise to give members?", "director pier"),
        ("why did the pier manager say it was shut", "pier manager"),
        ("What did the manager of the pier and the lamps say?", "manager pier lamp"),
        ("Who is the Director of Piers?", ""),
        ("What did members say to the Director of Piers?", ""),
        ("Did the Head of Care leave?", ""),
    ],
)
def test_the_office_that_is_asked(question: str, office: str) -> None:
    assert read_office(question) == stems(office)


@pytest.mark.parametrize(
    ("question", "split"),
    [
        ("Of the 57 pupils sent home, how many were girls?", {"girl"}),
        ("How many of the ferries had a toilet on board?", {"toilet", "board"}),
        ("how many of those are about boys", {"boy"}),
        ("What share of them were paid late?", {"paid", "late"}),
        ("How many pupils were girls, and who counted them?", set()),
        ("How many came and how many were girls?", set()),
        ("By what percentage were fares raised?", set()),
        ("How many girls came?", set()),
    ],
)
def test_what_tells_those_counted_from_the_rest(question: str, split: set[str]) -> None:
    assert read_split(question) == split


@pytest.mark.parametrize(
    ("question", "of_meeting"),
    [
        ("List the key decisions in the register published on 20 June 2022", False),
        ("What was agreed in the ferry licence dated 3 May 2018?", False),
        ("What was agreed on 3 May 2018 about the licence dated 1 April 2018?", True),
        ("What was agreed on 3 May 2018?", True),
    ],
)
def test_the_day_of_a_paper_is_no_meetings(question: str, of_meeting: bool) -> None:
    assert asks_of_meeting(question, Wanted.DECISION) is of_meeting


@pytest.mark.parametrize(
    ("question", "of_meeting"),
    [
        ("What was said at the 2016 budget meeting?", False),  # held in 2015, it may be
        ("What was said at the budget meeting of 4 May 2016?", True),
        ("What was said at the 2016 annual meeting?", True),
    ],
)
def test_a_budget_meeting_may_be_of_the_year_before(question: str, of_meeting: bool) -> None:
    assert asks_of_meeting(question, Wanted.ANYTHING) is of_meeting


@pytest.mark.parametrize(
    ("text", "recent"),
    [
        ("What's happening with the harbour lamps?", True),
        ("Are the harbour lamps going to be dimmed?", True),
        ("Where are we on the lamps?", True),
        ("What happened at the harbour in May?", False),
        ("Who was going to mend the lamps?", False),
    ],
)
def test_how_things_stand(text: str, recent: bool) -> None:
    assert read_recent(text) is recent
