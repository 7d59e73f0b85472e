"""A question that nothing held answers may go on from what was told last."""

from __future__ import annotations

import pytest

from rag.understanding.conversation import tied
from rag.understanding.followups import goes_on


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("and which directorate was the worst?", True),
        ("So who pays for the boats?", True),
        ("who is allowed to revise it afterwards?", True),
        ("did they discuss penguins", True),
        ("Which directorate was the worst?", False),
        ("What was decided about parking?", False),
    ],
)
def test_words_that_go_on_are_known(text: str, on: bool) -> None:
    assert goes_on(text) is on


def test_without_anything_told_there_is_nothing_to_go_on_from() -> None:
    assert tied("and which directorate was the worst?", ()) is None
