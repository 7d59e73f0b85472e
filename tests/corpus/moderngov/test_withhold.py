"""What titles say of being open to the public, read with care in both directions."""

from __future__ import annotations

import pytest

from corpus.moderngov.withhold import ends_withheld, is_withheld

CLOSED = """
Exempt Appendix B
Appendix C (Exempt Category 3)
Appendix 3 Exempt
Appendix 2 - EXEMPT
Exempt Minutes of 3 May 2023
Confidential Appendix 1
Appendix D [Confidential]
RESTRICTED ITEMS
Not for Publication: Sale of the depot
Sale of the depot - not for publication by virtue of paragraph 3
Part II (Not open to Press and Public) - Depot
Part 2
Part II
PART 2 - CONFIDENTIAL
Part 2 Minutes
Sale of the depot (Part II)
Depot, Schedule 12A paragraph 3
Exempt
Confidential and exempt information
"""
OPEN = """
Council Tax exemptions
Local Plan Part 2
PART 2 - Articles of the Constitution
Appendix A (Part 2 of 3)
Exclusion of the Press and Public - Exempt Information, Schedule 12A
To exclude the public while exempt items are considered
Access to Information Procedure Rules
UNRESTRICTED ITEMS
Non-exempt Minutes
Confidential waste contract
Restricted Byways Order
Exempt accommodation strategy
Public participation
Tax-exempt bodies
Minutes of Previous Meeting
"""


@pytest.mark.parametrize("title", CLOSED.strip().splitlines())
def test_titles_that_close(title: str) -> None:
    assert is_withheld(title)


@pytest.mark.parametrize("title", OPEN.strip().splitlines())
def test_titles_that_only_sound_so(title: str) -> None:
    assert not is_withheld(title)


@pytest.mark.parametrize(
    ("heading", "opens"),
    [
        ("UNRESTRICTED ITEMS", True),
        ("Part 1", True),
        ("PART I - OPEN", True),
        ("Part II", False),
        ("Reports", False),
    ],
)
def test_headings_that_open_again(heading: str, opens: bool) -> None:
    assert ends_withheld(heading) is opens


@pytest.mark.parametrize(
    ("title", "closed"),
    [
        ("Leisure contract (Exempt Appendix)", False),
        ("Leisure contract - with exempt appendices 2 and 3", False),
        ("Leisure contract and a confidential annex (Exempt)", True),
        ("Leisure contract (Exempt)", True),
        ("Exempt Appendix B", True),
    ],
)
def test_an_item_of_which_only_an_appendix_is_closed_is_open(title: str, closed: bool) -> None:
    assert is_withheld(title, of_item=True) is closed
    assert is_withheld(title)


def test_a_hostile_title_takes_no_time() -> None:
    assert not is_withheld("public " * 100_000 + "exempt " * 100_000)
