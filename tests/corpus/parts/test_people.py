"""Names in an attendance block."""

from __future__ import annotations

import pytest

from corpus.parts.people import find_chair, find_people, split_attendance


@pytest.mark.parametrize(
    ("block", "names"),
    [
        ("Councillors Ash, Elm and T Oak", ("Councillor Ash", "Councillor Elm", "Councillor T Oak")),
        ("Cllr O’Neill & Cllr Ash-Elm", ("Councillor O’Neill", "Councillor Ash-Elm")),
        ("Councillor Ash – in the Chair Councillors Elm", ("Councillor Ash", "Councillor Elm")),
        ("Councillor S Oak, Executive Member for Roads", ("Councillor S Oak",)),
        ("Councillors Ash Mrs J Elm, Parent Governor Representative", ("Councillor Ash", "Mrs J Elm")),
        ("Mr R C Love, OBE, Mr D Yew", ("Mr R C Love", "Mr D Yew")),
        ("Councillor Yew (substitute for Councillor Ash)", ("Councillor Yew",)),
        ("Mr Adder, Mr Adder", ("Mr Adder",)),
        ("the Director of Place", ()),
        ("", ()),
    ],
)
def test_find_people(block: str, names: tuple[str, ...]) -> None:
    assert find_people(block) == names


@pytest.mark.parametrize(
    ("block", "chair"),
    [
        ("Present:\n\nCouncillor Ash – in the Chair\n\nCouncillors Elm", "Councillor Ash"),
        ("Councillor Ash– in the Chair", "Councillor Ash"),
        ("Elm, Councillor Ash (in the Chair)", "Councillor Ash"),
        ("PRESENT: Mr A Ash (Chairman), Mr B Elm", "Mr A Ash"),
        ("Councillors –\n\nElm, Ash (Chair) and Oak", "Ash"),
        ("Councillor Elm, Councillor Ash, in the chair", "Councillor Ash"),
        ("Councillors Elm and Oak", None),
        ("in the Chair", None),
    ],
)
def test_find_chair(block: str, chair: str | None) -> None:
    assert find_chair(block) == chair


def test_an_attendance_block_is_split_at_its_labels() -> None:
    text = "Panel\n\nPresent:\nMr Ash\n\nApologies for absence:\nMr Elm\n"
    assert [text[start:end] for start, end in split_attendance(text, 0, len(text))] == [
        "Panel",
        "Present:\nMr Ash",
        "Apologies for absence:\nMr Elm",
    ]
