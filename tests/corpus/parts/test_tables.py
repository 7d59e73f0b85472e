"""Rows of tables in a text, with their columns."""

from __future__ import annotations

import time

import pytest

from corpus.parts.tables import find_row

QUAYS = "Quay\tBoats\tShare\nEast\t4\t12%\nWest\t31\t88%\nAll quays\t35\t100%\n"


def told(text: str, row: str) -> list[tuple[str, str]] | None:
    """Title and cell of each column of the row that these words are."""
    start = text.index(row)
    found = find_row(text, start, start + len(row))
    if found is None:
        return None
    assert text[found.header_start : found.header_end].strip() != ""
    titles = [f"{group}/{title}" if group else title for title, group in found.columns]
    return list(zip(titles, found.cells, strict=False))


@pytest.mark.parametrize("row", ["East\t4\t12%", "West\t31\t88%", "All quays\t35\t100%"])
def test_each_row(row: str) -> None:
    text = f"Words before.\n\n{QUAYS}\nWords behind."
    assert told(text, row) == list(zip(("Quay", "Boats", "Share"), row.split("\t"), strict=True))


def test_the_header_is_exact() -> None:
    text = "\tBig\t\tSmall\t\nQuay\tIn\tOut\tIn\tOut\nEast\t1\t2\t3\t4\nWest\t5\t6\t7\t8\n"
    found = find_row(text, text.index("West"), text.index("West") + 12)
    assert found is not None
    assert text[found.header_start : found.header_end] == "\tBig\t\tSmall\t\nQuay\tIn\tOut\tIn\tOut"


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Words.\n" + QUAYS, "Quay\tBoats\tShare"),  # the header itself
        ("East\t4\t12%\nWest\t31\t88%\n", "West\t31\t88%"),  # no header
        ("Quay\tBoats\tShare\nEast\t4\t12%\nWest\t31\t88%\t9\n", "West\t31\t88%\t9"),  # a cell too many
        (QUAYS.replace("East\t4", "\t4"), "\t4\t12%"),  # no heading of its own
        (QUAYS + "\nWords between.\n\nNorth\t4\t5%\n", "North\t4\t5%"),  # another table
        (QUAYS + "\nNorth\t4\n", "North\t4"),
        ("Words.", "Words."),
    ],
)
def test_what_is_not_aligned(text: str, row: str) -> None:
    assert told(text, row) is None


def test_a_table_goes_on_behind_a_page() -> None:
    text = QUAYS + "\nPage 4\n\nNorth\t4\t5%\n"
    assert told(text, "North\t4\t5%") == [("Quay", "North"), ("Boats", "4"), ("Share", "5%")]


def test_a_header_printed_again_is_the_header() -> None:
    text = "Monday\t\t\n" + QUAYS + "Tuesday\t\t\n" + QUAYS.replace("East", "North")
    found = find_row(text, text.index("North"), text.index("North") + 11)
    assert found is not None and found.header_start == text.rindex("Quay\tBoats")
    assert told(text, "Quay\tBoats\tShare") is None


WRAPPED = "Date\tItem\tRecommendation\tAction\tOfficer\n4 May 2019\tQuay walls\tTo mend\tDone.\tA Ash\n"


def test_a_row_of_two_lines() -> None:
    row = "6 May 2019\tNorth pier and its\tTo ask for\tDone.\tB Brook\n\t\tthe cost.\t\t"
    text = WRAPPED + row.replace("and its", "walls") + "\n"
    assert told(text, row.replace("and its", "walls")) == [
        ("Date", "6 May 2019"), ("Item", "North pier walls"), ("Recommendation", "To ask for the cost."),
        ("Action", "Done."), ("Officer", "B Brook"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "row",
    [
        "6 May 2019\tPier\tTo ask\tDone.\tB Brook\nItems still to come\t\t\t\t",  # may head what follows
        "6 May 2019\tPier\tTo ask\tDone.\tB Brook\n\tQuay\tTo tell\tDone.\tC Carr",  # a row within a row
    ],
)
def test_lines_that_may_be_no_part_of_the_row(row: str) -> None:
    assert told(WRAPPED + row + "\n", row) is None


@pytest.mark.parametrize(
    "below",
    [
        "and so on\tmore\tmore\tmore\tmore",
        "7 May 2019\tQuay\tthe cost of it\tDone.\tC Carr",
        "7 May 2019\tQuay\tTo tell\tDone (by\tC Carr",
    ],
)
def test_a_row_that_the_line_below_goes_on_with_is_not_whole(below: str) -> None:
    row = "6 May 2019\tPier\tTo ask the board for\tDone.\tB Brook"
    assert told(WRAPPED + row + "\n" + below + "\n", row) is None
    assert (
        told(WRAPPED + row + "\n" + below.replace("the cost", "The cost") + "\n", row) is None or "7" in below
    )


def test_hostile_tables_take_no_time() -> None:
    started = time.perf_counter()
    for line in ("\t" * 3_000, "A\tb\n" * 3_000, "A\t1\n\n" * 2_000, "a" * 20_000 + "\t1\n"):
        text = "Quay\tBoats\n" + line * 2
        find_row(text, len(text) - 3, len(text))
    assert time.perf_counter() - started < 3
