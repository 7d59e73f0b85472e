"""Dates and times as councils print them."""

from __future__ import annotations

import datetime as dt

import pytest

from corpus.parts.dates import find_dates, first_date, first_time

DAY = dt.date(2019, 7, 17)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Wednesday, 17th July, 2019 10.00 am", DAY),
        ("17 July 2019", DAY),
        ("the 17th of July 2019", DAY),
        ("17 JULY 2019Time: 10.00", DAY),
        ("July 17, 2019", DAY),
        ("17 Jul. 2019", DAY),
        ("2019-07-17", DAY),
        ("31 February 2019", None),
        ("July 2019", None),
        ("17/07/2019", None),  # ambiguous unless the caller says how slashes are meant
        ("17 Auguſt 2019", None),
        ("minute 17 July", None),
    ],
)
def test_first_date(text: str, date: dt.date | None) -> None:
    assert first_date(text) == date


@pytest.mark.parametrize("text", ["17/07/2019", "17.07.19", "17/7/2019"])
def test_days_and_months_in_figures_when_asked_for(text: str) -> None:
    assert find_dates(text, slashes=True) == [(DAY, 0, len(text))]


def test_dates_come_in_order_with_their_places() -> None:
    assert find_dates("on 1 May 2018 and 2018-06-02") == [
        (dt.date(2018, 5, 1), 3, 13),
        (dt.date(2018, 6, 2), 18, 28),
    ]


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("10.00 am", dt.time(10)),
        ("4pm", dt.time(16)),
        ("7:30 p.m.", dt.time(19, 30)),
        ("12.15 pm", dt.time(12, 15)),
        ("12 am", dt.time(0)),
        ("at 18:30 in", dt.time(18, 30)),
        ("25:30", None),
        ("10.75 am", None),
        ("item 4", None),
        ("4 ambulances", None),
    ],
)
def test_first_time(text: str, time: dt.time | None) -> None:
    assert first_time(text) == time
