"""A sum that only says by how much something differs is no price."""

import pytest

from rag.retrieval.counting import is_difference
from rag.understanding.question import read_question


@pytest.mark.parametrize(
    ("question", "text", "alone"),
    [
        ("What salary was offered?", "The post was offered at £900 more than before.", True),
        ("What salary was offered?", "The post was offered at a salary £900 higher than before.", True),
        ("What does a mooring cost?", "Moorings became dearer by £40.", True),
        ("What is the rent of the quay?", "The rent of the quay rose by about £1.2 million a year.", True),
        ("What is the rent of the quay?", "The rent is €2 million a year lower than it was.", True),
        ("What is the rent of the quay?", "The rent rose by £40 to £90.", False),
        ("What did the quay cost?", "It cost £90,000, £4,000 more than was expected.", False),
        ("What did the quay cost?", "The quay cost £90,000.", False),
        ("What did the quay cost?", "The quay was dear.", False),
        ("By how much did the rent rise?", "The rent rose by £40.", False),
        ("How much more is the salary?", "It is £900 higher than before.", False),
        ("What is the increase in the rent?", "The rent rose by £40.", False),
    ],
)
def test_a_difference_is_no_price(question: str, text: str, alone: bool) -> None:
    assert is_difference(read_question(question), text) is alone
