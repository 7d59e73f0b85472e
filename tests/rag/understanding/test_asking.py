"""Whose words are asked for."""

import pytest

from rag.understanding.asking import read_office
from rag.understanding.words import stems


@pytest.mark.parametrize(
    ("question", "office"),
    [
        ("What did the Head of Care report in 2015 about hot desks?", "head care"),
        ("What numbers did the Director of Piers promise to give members?", "director pier"),
        ("why did the pier manager say it was shut", "pier manager"),
        ("What did the manager of the pier and the lamps say?", "manager pier lamp"),
        ("Who is the Director of Piers?", ""),
        ("What did members say to the Director of Piers?", ""),
        ("Did the Head of Care leave?", ""),
    ],
)
def test_the_office_that_is_asked(question: str, office: str) -> None:
    assert read_office(question) == stems(office)
