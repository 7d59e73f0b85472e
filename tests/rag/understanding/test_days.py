"""Every way of writing a day, a month, a year; days that there are none of."""

import datetime as dt

import pytest

from rag.understanding.days import find_times, impossible_day, mend_times


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("on 17 July 2019 or 18/07/19", ["17 July 2019", "18/07/19"]),
        ("on Wednesday 17 July 2019", ["Wednesday 17 July 2019"]),
        ("Wednesday, the 17th of July 2019", ["Wednesday, the 17th of July 2019"]),
        ("17-Jul-2019", ["17-Jul-2019"]),
        ("from Sept ’19", ["Sept ’19"]),
        ("the 1990s", ["1990s"]),
        ("the 1995s", []),
        ("07/2019", ["07/2019"]),
        ("item 5/2019", []),
        ("CAB/2019/4", []),
        ("24-00096", []),
        ("1.13.19", []),
        ("£2019", []),
    ],
)
def test_times_found(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end, _, _ in find_times(text)] == found


def test_an_american_day_can_be_no_other() -> None:
    assert [first for _, _, first, _ in find_times("7/17/2019")] == [dt.date(2019, 7, 17)]
    assert [first for _, _, first, _ in find_times("7/8/2019")] == [dt.date(2019, 8, 7)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("on 30 February 2019", "30 February 2019"),
        ("on 29 February 2019", "29 February 2019"),
        ("on 29 February 2020", None),
        ("on 29 February", None),  # there is one in some years
        ("on the 31st of June", "31st of June"),
        ("on June 31", "June 31"),
        ("on 31/02/2019", "31/02/2019"),
        ("on 2019-02-30", "2019-02-30"),
        ("on 13/14/2019", "13/14/2019"),
        ("on 7/17/2019", None),
        ("version 1.13.19", None),
        ("item 40 may be", None),
        ("minute 71, december", None),
        ("45 March homes", None),
    ],
)
def test_a_day_that_there_is_not(text: str, day: str | None) -> None:
    assert impossible_day(text) == day


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("March and April 2019", "March 2019 and April 2019"),
        ("March, April and May 2019", "March 2019, April 2019 and May 2019"),
        ("from November to February 2019", "from November 2018 to February 2019"),
        ("from 5 June to 7 July 2019", "from 5 June 2019 to 7 July 2019"),
        ("on 17 and 18 July 2019", "on 17 July 2019 and 18 July 2019"),
        ("on 17th, 18th and 19th July 2019", "on 17th July 2019, 18th July 2019 and 19th July 2019"),
        ("the fair of 17-19 July 2019", "the fair of 17 July 2019 to 19 July 2019"),
        ("the 2019-20 fair", "the 2019-20 fair"),
        ("items 17 and 18 July 2019", "items 17 and 18 July 2019"),
        ("in March or in 2019", "in March or in 2019"),
    ],
)
def test_joined_times_are_made_whole(said: str, meant: str) -> None:
    assert mend_times(said) == meant
