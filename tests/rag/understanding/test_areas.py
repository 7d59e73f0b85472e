"""Places that stand for their councils."""

import pytest

from rag.understanding.areas import read_areas


@pytest.mark.parametrize(
    ("text", "areas"),
    [
        ("How many cases is Oxfordshire dealing with?", ["Oxfordshire"]),
        ("Up to what age does Havering let care leavers off?", ["Havering"]),
        ("What did Stockport's social workers have to carry?", ["Stockport"]),
        ("How much did Dún Laoghaire-Rathdown spend on it?", ["Dún Laoghaire-Rathdown"]),
        ("Will Tower Hamlets now charge for it, and has Essex agreed?", ["Tower Hamlets", "Essex"]),
    ],
)
def test_a_place_that_does_or_has_something(text: str, areas: list[str]) -> None:
    assert read_areas(text) == areas


@pytest.mark.parametrize(
    "text",
    [
        "What was built in Oxfordshire?",
        "Was York stone laid at the pier?",
        "Is Newport Road closed?",
        "Did Councillor Derby speak?",
        "Has Cork Street been swept?",
        "Who came from Essex?",
    ],
)
def test_a_place_alone_does_nothing(text: str) -> None:
    assert read_areas(text) == []
