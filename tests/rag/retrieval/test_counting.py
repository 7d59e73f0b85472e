"""Does a sentence count what a question counts?"""

import pytest

from rag.retrieval.counting import could_count, has_count, is_sum_of_another
from rag.understanding.question import read_question
from rag.understanding.words import stems

PLOTS = "How many plots has the ferry field?"


@pytest.mark.parametrize(
    ("question", "text", "counts"),
    [
        (PLOTS, "The ferry field has 12 plots.", True),
        (PLOTS, "640 people wait, 214 of them for the ferry field.", False),
        (PLOTS, "The rent of the field is €12.", False),
        (PLOTS, "There are 90.", True),
        ("How many people wait?", "640 pupils wait.", True),
        ("What did the petition ask for, and how many had signed it?", "It bore 318 names.", True),
        ("What share of plots is let?", "A third of the plots is let.", True),
    ],
)
def test_what_is_counted(question: str, text: str, counts: bool) -> None:
    assert has_count(read_question(question), text, stems(question)) is counts


GIRLS = "Of the 57 pupils sent home, how many were girls?"


@pytest.mark.parametrize(
    ("question", "text", "may"),
    [
        (GIRLS, "57 pupils were sent home.", False),
        (GIRLS, "57 pupils were sent home, 23 of them girls.", True),
        (GIRLS, "None was a girl.", True),
        (GIRLS, "Girls aged 11 to 16 were sent home.", False),
        (GIRLS, "On 14 and 15 December 2021 girls were sent home.", False),
        (GIRLS, "4.3 Girls of Year 7 were sent home for 2 of the reasons in paragraph 6.", True),
        (GIRLS, "4.3 Girls of Year 7 were sent home.", False),
        (GIRLS, "No girls were sent home.", True),
        (GIRLS, "No reason was given for the girls.", False),
        ("How many boats called on 9 May?", "There were 9 boats.", True),
        ("How old was the boy?", "He was aged 11.", True),
        ("What was the ratio of staff to desks?", "The ratio of staff to desks was better.", False),
        ("What was the ratio of staff to desks?", "There were three to a desk.", True),
        ("How many boats are there?", "Boats\t12", True),
        ("How many boats are there?", "Boats\t18 July 2019\t24/00108", False),
    ],
)
def test_a_number_may_be_what_is_asked(question: str, text: str, may: bool) -> None:
    assert could_count(read_question(question), text) is may


def test_what_the_question_says_itself_counts_nothing() -> None:
    assert not has_count(read_question(GIRLS), "57 pupils were sent home.", stems(GIRLS))


@pytest.mark.parametrize(
    ("text", "of_another"),
    [
        ("Members held that £72 was enough while the taps of the plots dripped.", True),
        ("RESOLVED (a) that the plots be fenced for £900; (b) that the taps be mended", False),
        ("RESOLVED (a) that £900 go to the band; (b) that the taps of the plots be mended", True),
        ("The taps of the plots would be mended; it would cost £900.", False),
        ("The taps of the plots would be mended for £900, but not yet.", False),
        ("The taps of the plots drip.", False),
        ("£900 was set aside.", False),
    ],
)
def test_whose_sum_it_is(text: str, of_another: bool) -> None:
    assert is_sum_of_another(text, stems("How much will it cost to mend taps on plots?")) is of_another
