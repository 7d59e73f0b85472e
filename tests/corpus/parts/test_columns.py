"""Which rows are a table's header for certain, and what they title."""

from __future__ import annotations

import pytest

from corpus.parts.columns import Column, columns_of, header_depth, is_period, is_value


def rows(text: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in text.strip("\n").split("\n")]


def titled(text: str) -> list[str] | None:
    """The titles of the header that is certain, groups before a slash."""
    table = rows(text)
    depth = header_depth(table)
    columns = columns_of(table[:depth]) if depth else None
    return columns and [f"{group}/{title}" if group else title for title, group in columns]


@pytest.mark.parametrize(
    ("table", "titles"),
    [
        ("Quay | Boats | Share\nEast | 4 | 12%\nWest | 31 | 88%", ["Quay", "Boats", "Share"]),
        ("Quay | 2018 | 2019\nEast | 40 | 41\nWest | 31 | -", ["Quay", "2018", "2019"]),
        ("| Boats | Ferries | Tugs\nEast | few | none at all | some", ["", "Boats", "Ferries", "Tugs"]),
        ("Action | Lead officer | By when\nMend it | A Ash | soon", ["Action", "Lead officer", "By when"]),
        ("By 2025-26 | By 2026-27 | Post 2032\n2 quays | 3 quays | 9 quays", ["By 2025-26", "By 2026-27", "Post 2032"]),
        ("Quay | Paid\nEast | £4,000\nAll quays | £9,100", ["Quay", "Paid"]),
        (
            "Item | Purpose | Who\nLamps | To count | Ash\nItem | Purpose | Who\nRails | To mend | Bell",
            ["Item", "Purpose", "Who"],  # printed again
        ),
        # Two rows: titles that go on, and titles of groups.
        (
            "Decision | Date of\nmaker | decision\nCabinet | 4 May\nBoard | 5 May",
            ["Decision maker", "Date of decision"],
        ),
        (
            "| Big boats | | Small boats | \nQuay | In | Out | In | Out\n"
            "East | 1 | 2 | 3 | 4\nWest | 5 | 6 | 7 | 8",
            ["Quay", "Big boats/In", "Big boats/Out", "Small boats/In", "Small boats/Out"],
        ),
        (
            "| Big | Big boats | | Small boats | \nQuay | In | Out | In | Out | \n"
            "East | 1 | 2 | 3 | 4 | \nWest | 5 | 6 | 7 | 8 | ",
            ["Quay", "Big boats/In", "Big boats/Out", "Small boats/In", "Small boats/Out"],
        ),
        (
            "Quay | Boats | | Crew\n | Big | Small | \nEast | 1 | 2 | 3\nWest | 5 | 6 | 7",
            ["Quay", "Boats/Big", "Boats/Small", "Crew"],
        ),
    ],
)  # fmt: skip
def test_certain(table: str, titles: list[str]) -> None:
    assert titled(table) == titles


@pytest.mark.parametrize(
    "table",
    [
        "East | 4 | 12%\nWest | 31 | 88%",  # figures from the first row on
        "Name: | A Ash\nPosts: | 4\nBoats: | 5",  # a form
        "Councillor Ash | Chair\nCouncillor Brook | Member",
        "A Ash | Officer, Quays\nB Brook | Officer, Boats",  # the noun stands in every row
        "Boats | Share | Share\nEast | 4 | 5\nWest | 3 | 9",  # two columns alike
        "Quay | | Share\nEast | 4 | 12%\nWest | 3 | 9%",  # one without a title
        "Quay | Boats | Share\nEast | 4\nWest | 3",  # other cells below
        "Quay | Boats",  # nothing below
        "4. | Minutes of the last meeting | Pages 7 - 14\n5. | Ferries | Pages 15 - 26",
        "One thing. | Another thing.\nEast | 4\nWest | 5",
        # Groups of unlike size: which titles each covers is not known.
        "| Big boats | | | Small boats | \nQuay | In | Out | Lost | Bought | Sold\n"
        "East | 1 | 2 | 3 | 4 | 5\nWest | 5 | 6 | 7 | 8 | 9",
        # A group that stands over no title.
        "| Big boats | | Small boats | \nQuay | In | | Out | \nEast | 1 | 2 | 3 | 4\nWest | 1 | 2 | 3 | 4",
    ],
)
def test_not_certain(table: str) -> None:
    assert titled(table) is None


def test_columns_of_a_header_alone() -> None:
    assert columns_of([["", "Boats", "Crew", ""]]) == (Column(""), Column("Boats"), Column("Crew"))
    assert columns_of([]) is None and columns_of([[]]) is None and columns_of([["Boats"]]) is None


def test_periods_and_values() -> None:
    periods = (
        "2017/18",
        "By 2026-27",
        "April to September 2019",
        "2020/21 (proposed)",
        "Year to June 2021",
        "Q3 2020",
    )
    assert all(map(is_period, periods))
    assert not any(map(is_period, ("Boats", "31", "£2,019", "Built in a hurry in 2019", "")))
    values = ("12", "£4,000", "15%", "-", "n/a", "28.02.19", "15th Jan 2020", "9p", "2.5 FTE", "(4)", "£1.2m")
    assert all(map(is_value, values))
    assert not any(map(is_value, ("Boats", "30 in each year", "4 boats", "")))
