"""Dates as people type them."""

from __future__ import annotations

import datetime as dt

import pytest

from ui.dates import read_days

JULY_17 = dt.date(2019, 7, 17)


@pytest.mark.parametrize(
    "text",
    ["2019-07-17", "2019-7-17", "17/07/2019", "17.7.2019", "17 July 2019", "17th jul 2019", " 17 JULY, 2019 ",
     "17th of July 2019"],
)  # fmt: skip
def test_a_day(text):
    assert read_days(text) == (JULY_17, JULY_17)


@pytest.mark.parametrize("text", ["July 2019", "2019-07", "jul. 2019"])
def test_a_month(text):
    assert read_days(text) == (dt.date(2019, 7, 1), dt.date(2019, 7, 31))


def test_a_year_and_a_leap_month():
    assert read_days("2019") == (dt.date(2019, 1, 1), dt.date(2019, 12, 31))
    assert read_days("February 2024")[1] == dt.date(2024, 2, 29)


@pytest.mark.parametrize(
    "text", ["", "soon", "31 February 2019", "2019-13-01", "17/07", "Smarch 2019", "0000", "last July"]
)
def test_no_date_is_one_sentence(text):
    with pytest.raises(ValueError, match=r"^cannot read the date '.*': write it like 2019-07-17"):
        read_days(text)
