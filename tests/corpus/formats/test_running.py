"""Page numbers within a printed paper that was copied into a text file."""

from __future__ import annotations

import pytest

from corpus.formats.running import without_page_numbers

PAGE = [f"Line {at} of the page goes on." for at in range(24)]


def text_of(*parts: object) -> str:
    return "\n".join(str(line) for part in parts for line in (part if isinstance(part, list) else [part]))


@pytest.mark.parametrize(
    "text",
    [
        text_of("1", PAGE, "2", PAGE, "3", PAGE),  # heads
        text_of(PAGE, "1", PAGE, "2", PAGE, "3"),  # feet
        text_of(PAGE, "2", PAGE, "3", PAGE),  # the first page bears none
        text_of(PAGE, "Page 1 of 3", PAGE, "Page 2 of 3", PAGE),
        text_of(PAGE, "- 1 -", PAGE, "- 2 -", PAGE),
    ],
)
def test_page_numbers_are_left_out(text: str) -> None:
    assert set(without_page_numbers(text).split("\n")) == set(PAGE)


@pytest.mark.parametrize(
    "text",
    [
        text_of(
            "CABINET", "1", "Apologies", "There were none.", "2", "Minutes", PAGE, "3", "Bins", PAGE
        ),  # items
        text_of(PAGE, "1", PAGE, "2", "Apologies", "3", "Minutes"),
        text_of(PAGE, "12", PAGE, "13", PAGE),  # items of a meeting in the middle of its year
        text_of(PAGE, "2019", PAGE),
        text_of("1", PAGE),
    ],
)
def test_other_numbers_on_a_line_of_their_own_stay(text: str) -> None:
    assert without_page_numbers(text) == text
