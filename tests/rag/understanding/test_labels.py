"""Appendices are told by their marks."""

import pytest

from rag.understanding.labels import read_labels


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("what does Appendix D set out?", {"D"}),
        ("Appendices A to C, and Annex 2", {"A", "B", "C", "2"}),
        ("Appendices 1, 2 and 4", {"1", "2", "4"}),
        ("Annexes 1-3", {"1", "2", "3"}),
        ("see appendix b", {"B"}),
        ("Appendix 3a", {"3A"}),
        ("the appendix a member asked for", set()),
        ("How many appendices come with it?", set()),
        ("the Annex I visited", set()),
    ],
)
def test_marks(text: str, marks: set[str]) -> None:
    assert read_labels(text) == marks
