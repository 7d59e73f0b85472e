"""The times a question names."""

import datetime as dt

import pytest

from rag.understanding.days import mend_times
from rag.understanding.when import Span, are_apart, read_spans, read_years, says_date, tells_of_things

MIN, MAX = dt.date.min, dt.date.max


def day(iso: str) -> dt.date:
    return dt.date.fromisoformat(iso)


def ends(text: str) -> list[tuple[dt.date, dt.date]]:
    return [(span.first, span.last) for span in read_spans(text)[0]]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("on 17 July 2019", "2019-07-17", "2019-07-17"),
        ("on the 3rd of June 2018", "2018-06-03", "2018-06-03"),
        ("on July 17th, 2019", "2019-07-17", "2019-07-17"),
        ("on 17/07/2019", "2019-07-17", "2019-07-17"),
        ("on 17.07.19", "2019-07-17", "2019-07-17"),
        ("on 2019-07-17", "2019-07-17", "2019-07-17"),
        ("in July 2019", "2019-07-01", "2019-07-31"),
        ("in Feb 2020", "2020-02-01", "2020-02-29"),
        ("in December 2020", "2020-12-01", "2020-12-31"),
        ("in 2019", "2019-01-01", "2019-12-31"),
        ("in 2019?", "2019-01-01", "2019-12-31"),
        ("between 2018 and 2020", "2018-01-01", "2020-12-31"),
        ("between 2020 and 2018", "2018-01-01", "2020-12-31"),
        ("2018 to 2020", "2018-01-01", "2020-12-31"),
        ("from 5 June 2019 to 7 July 2019", "2019-06-05", "2019-07-07"),
        ("between the meetings of 5 June 2019 and 7 July 2019", "2019-06-05", "2019-07-07"),
        ("for 2029 to 2032", "2029-01-01", "2032-12-31"),
        ("of 5 June 2019-7 July 2019", "2019-06-05", "2019-07-07"),
    ],
)
def test_a_closed_time(text: str, first: str, last: str) -> None:
    assert ends(text) == [(day(first), day(last))]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("since 2018", day("2018-01-01"), MAX),
        ("since the start of 2018", day("2018-01-01"), MAX),
        ("since the meeting of 17 July 2019", day("2019-07-17"), MAX),
        ("from July 2019", day("2019-07-01"), MAX),
        ("after July 2019", day("2019-07-01"), MAX),  # that month's papers tell what comes after it
        ("before 2019", MIN, day("2018-12-31")),
        ("before July 2019", MIN, day("2019-06-30")),
        ("prior to 17 July 2019", MIN, day("2019-07-16")),
        ("until 2019", MIN, day("2019-12-31")),
        ("up to July 2019", MIN, day("2019-07-31")),
        ("till the end of 2019", MIN, day("2019-12-31")),
    ],
)
def test_an_open_time(text: str, first: dt.date, last: dt.date) -> None:
    assert ends(text) == [(first, last)]
    assert read_spans(text)[0][0].is_open


@pytest.mark.parametrize(
    "text",
    [
        "2018/19",
        "2018-19",
        "2018–19",
        "November 2018-19",
        "March 2018/19",
        "£2,019",
        "£2019",
        "12,2019",
        "1.2019",
        "2019.5",
        "20190",
        "room 19",
        "",
    ],
)
def test_no_time(text: str) -> None:
    assert ends(f"the budget {text} of the council") == []


def test_two_times_that_are_no_stretch() -> None:
    text = "from the report of June 2018 to the letter of 4 July 2019"
    assert ends(text) == [(day("2018-06-01"), day("2018-06-30")), (day("2019-07-04"), day("2019-07-04"))]


def test_the_words_of_a_time_are_taken_out() -> None:
    spans, rest = read_spans("what was decided on 17 July 2019 about parks in 2020")
    assert [span.words for span in spans] == ["17 July 2019", "2020"]
    assert " ".join(rest.split()) == "what was decided on about parks in"


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("janury 2015", "January 2015"),
        ("in Septmber, 2019", "in September, 2019"),
        ("marhc 2020", "March 2020"),
        ("february 2019", "february 2019"),
        ("marsh 2019", "marsh 2019"),
        ("since 2019", "since 2019"),
        ("budget 2019", "budget 2019"),
        ("janury meeting", "janury meeting"),
    ],
)
def test_a_misspelt_month_before_a_year(said: str, meant: str) -> None:
    assert mend_times(said) == meant


JULY = Span(day("2019-07-01"), day("2019-07-31"), "July 2019")


@pytest.mark.parametrize(
    ("words", "span", "says"),
    [
        ("agreed on 17 July 2019", JULY, True),
        ("from July 2019 onwards", JULY, True),
        ("on 17/07/19", JULY, True),
        ("July\t2019\t12", JULY, True),
        ("agreed on 17 June 2019", JULY, False),
        ("July of another year", JULY, False),
        ("in 2019", JULY, False),
        ("in 2019", Span(day("2019-01-01"), day("2019-12-31"), "2019"), True),
        ("in 12019", Span(day("2019-01-01"), day("2019-12-31"), "2019"), False),
        ("in July 2019", Span(day("2019-07-17"), day("2019-07-17"), "17 July 2019"), False),
        ("17 July 2019", Span(day("2019-01-01"), MAX, "2019"), False),  # an open time is never named
    ],
)
def test_words_that_name_a_time(words: str, span: Span, says: bool) -> None:
    assert says_date(words, span) is says


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("in the year to 31 March 2021", "2020-04-01", "2021-03-31"),
        ("in the financial year ended 31 March 2021", "2020-04-01", "2021-03-31"),
        ("over the year ending 30 September 2019", "2018-10-01", "2019-09-30"),
        ("in the year to 29 February 2020", "2019-03-01", "2020-02-29"),
        ("in the year to March 2022", "2022-03-01", "2022-03-31"),
    ],
)
def test_a_year_to_a_day_is_the_whole_year(text: str, first: str, last: str) -> None:
    assert ends(text) == [(day(first), day(last))]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("2021\t463\t23.9", True),
        ("in 2020/21", True),
        ("in 2020-2021", True),
        ("at 31 March 2021", True),
        ("in 2021/22", False),
        ("2020\t399", False),
        ("at 31 March 2020", False),
    ],
)
def test_a_row_may_name_a_year_by_its_end_alone(text: str, says: bool) -> None:
    (span,) = read_spans("in the year to 31 March 2021")[0]
    assert says_date(text, span) is says


@pytest.mark.parametrize(
    ("text", "of_things"),
    [
        ("What charge for large items did Cabinet agree from April 2024?", True),
        ("What did the Panel set as the mooring fee with effect from 1 April 2024?", True),
        ("Which rents apply, starting from May 2019?", True),
        ("What is in the register published on 20 June 2022?", True),
        ("Which views does the survey (closing 5 May 2019) ask for?", True),
        ("Which lamps are in the minutes dated 5 May 2019?", False),
        ("What was decided from March 2019?", False),
        ("What has Cabinet said about charges from 2019 onwards?", False),
        ("the minutes from March 2019", False),
    ],
)
def test_what_is_charged_from_a_day_was_not_decided_on_it(text: str, of_things: bool) -> None:
    assert tells_of_things(text) is of_things


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [("2018/19", "2018/19", False), ("2018/19", "2019/20", True), ("2025/29", "2026/27", False),
     ("2026/27", "2025/29", False), ("2025/29", "2029/32", True), ("1998/03", "2002/03", False),
     ("1999/00", "2000/01", True)],
)  # fmt: skip
def test_years_within_others(one: str, other: str, apart: bool) -> None:
    assert are_apart(frozenset({one}), frozenset({other})) is apart


def test_days_that_are_joined_are_no_years_of_a_council() -> None:
    said = mend_times("the boat show of 25-27 April 2029")
    assert ends(said) == [(day("2029-04-25"), day("2029-04-27"))]
    assert read_years(said) == frozenset()
    assert read_years("the 2029-30 boat show") == {"2029/30"}


@pytest.mark.parametrize(
    ("some", "others", "apart"),
    [
        ("2018/19", "2018/19", False),
        ("2018/19", "2019/20", True),
        ("2025/29", "2026/27", False),
        ("2025/29", "2029/32", True),
        ("1999/00", "2000/01", True),
        ("2018/19", "", False),
    ],
)
def test_years_apart(some: str, others: str, apart: bool) -> None:
    assert are_apart(frozenset({some}), frozenset(filter(None, [others]))) is apart
    assert are_apart(frozenset(filter(None, [others])), frozenset({some})) is apart
