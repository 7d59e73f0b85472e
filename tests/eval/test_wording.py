"""How words are compared: worked examples."""

from __future__ import annotations

import pytest

from eval.wording import fold, holds, numbers, without_markers


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        ("“Our  Children’s”\n Plan", '"our children\'s" plan'),
        ("2018–19", "2018-19"),
        ("£1,250,000", "£1250000"),
        ("1,25", "1,25"),
        ("15 per cent, 15 percent and 15 %", "15%, 15% and 15%"),
        ("Wednesday, 17th July, 2019", "wednesday, 17 july 2019"),
        ("the 2nd of March 2020", "the 2 march 2020"),
        ("02 July 2019", "2 july 2019"),
        ("2019-07-02 and 2019-20", "2 july 2019 and 2019-20"),
        ("at 10.00 am", "at 10.00 am"),
        ("fulﬁlled\u00a0it", "fulfilled it"),
        ("co\u00adopted", "coopted"),
    ],
)
def test_fold(printed: str, folded: str) -> None:
    assert fold(printed) == folded


@pytest.mark.parametrize(
    ("text", "words", "held"),
    [
        ("a caseload of 13", "3", False),
        ("a caseload of 17.3", "3", False),
        ("a caseload of 17.3", "17", False),
        ("a caseload of 17.3.", "17.3", True),
        ("there were 3.", "3", True),
        ("item 21/50", "21", False),
        ("15% of them", "15", True),
        ("15% of them", "15 per cent", True),
        ("Rota was here", "rot", False),
        ("the Rota Visits", "rota visits", True),
        ("held on 17th July, 2019", "17 July 2019", True),
        ("£3m more", "£3m", True),
        ("anything", " ", False),
    ],
)
def test_holds_whole_words(text: str, words: str, held: bool) -> None:
    assert holds(fold(text), words) is held


def test_markers_go_and_other_brackets_stay() -> None:
    assert without_markers("It is so [1], and so [2, 3]. [sic]") == "It is so, and so. [sic]"


def test_numbers_are_whole_and_spelt_ones_count() -> None:
    assert numbers("17.3 on 07 July in two of 1,250; one 2.6.1.") == {"17.3", "7", "2", "1250", "2.6.1"}
