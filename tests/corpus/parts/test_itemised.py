"""Printed lists are found with the words that lead to them, each member whole."""

from __future__ import annotations

import time

import pytest

from corpus.parts.itemised import printed_lists


def read(text: str) -> list[tuple[str | None, list[str]]]:
    """Each list's lead and members, on one line each."""
    return [
        (
            " ".join(text[slice(*each.lead)].split()) if each.lead else None,
            [" ".join(text[start:end].split()) for start, end in each.members],
        )
        for each in printed_lists(text)
    ]


BULLETS = """The Panel met at six. It visited the following:

• The ferry slip.
• The boat shed
on Dock Lane.

• The net loft.

The Chair thanked the crew.
"""


def test_bullets_are_read_with_the_sentence_that_leads_to_them() -> None:
    members = ["• The ferry slip.", "• The boat shed on Dock Lane.", "• The net loft."]
    assert read(BULLETS) == [("It visited the following:", members)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("1. Slips", "2. Sheds"),
        ("- 1. Slips", "- 2. Sheds"),
        ("(a) Slips", "(b) Sheds"),
        ("a) Slips", "b) Sheds"),
        ("(i) Slips", "(ii) Sheds"),
        ("Theme 1: Slips", "Theme 2: Sheds"),
        ("Option 1 – Slips", "Option 2 – Sheds"),
        ("– Slips", "– Sheds"),
        ("·\u00a0\u00a0 Slips", "·\u00a0\u00a0 Sheds"),
        ("- 4.1 Slips", "- 4.2 Sheds"),
    ],
)
def test_marks_of_many_sorts_are_known(first: str, second: str) -> None:
    members = [" ".join(each.split()) for each in (first, second)]
    assert read(f"The plan covers:\n\n{first}\n\n{second}\n") == [("The plan covers:", members)]


def test_a_list_within_a_member_is_told_by_itself_and_with_it() -> None:
    text = "(a) The slip was closed.\n(b) Tolls would be, as follows:\n- Cars £2\n- Vans £3\n(c) The shed was let.\n"
    assert read(text) == [
        ("(b) Tolls would be, as follows:", ["- Cars £2", "- Vans £3"]),
        (
            None,
            [
                "(a) The slip was closed.",
                "(b) Tolls would be, as follows: - Cars £2 - Vans £3",
                "(c) The shed was let.",
            ],
        ),
    ]


def test_what_is_printed_below_the_last_member_is_no_part_of_it() -> None:
    text = "Sites were:\n• Dock Lane\n• Quay Street\nThese sites would be visited in May.\nNo date was set.\n"
    assert read(text) == [("Sites were:", ["• Dock Lane", "• Quay Street"])]


def test_a_sum_that_got_between_two_members_stays_with_the_first() -> None:
    text = "Grants agreed:\n\n• Rowing club\t£200\n\n• Slip repairs\n\n£300\n\n• Choir\t£50\n"
    assert read(text) == [("Grants agreed:", ["• Rowing club £200", "• Slip repairs £300", "• Choir £50"])]


def test_a_heading_numbered_nought_is_no_member() -> None:
    text = "4.0 Measures\n\n4.1 Lamps on the quay.\n4.2 A later ferry.\n\n5.0 Costs\n\n5.1 None.\n"
    assert read(text) == [(None, ["4.1 Lamps on the quay.", "4.2 A later ferry."])]


def test_numbers_that_begin_anew_are_another_list() -> None:
    text = "Sites:\n1. Dock Lane\n2. Quay Street\n1. Ferries\n2. Boats\n"
    assert read(text) == [
        ("Sites:", ["1. Dock Lane", "2. Quay Street"]),
        (None, ["1. Ferries", "2. Boats"]),
    ]


def test_one_mark_is_no_list_and_a_plain_sentence_leads_to_none() -> None:
    assert read("The Panel met at six.\n\n• The slip was closed.\n\nIt rained.\n") == []
    assert read("The slip was closed.\n\n• Ferries\n• Boats\n") == [(None, ["• Ferries", "• Boats"])]


@pytest.mark.parametrize("line", ["• a:\n", "1. \n", "(a) b\n", "  - - - -\n", "i. x:\n", "A 1: \n", "é\n"])
def test_hostile_papers_are_read_in_time(line: str) -> None:
    started = time.process_time()
    printed_lists(line * 20_000)
    assert time.process_time() - started < 4
