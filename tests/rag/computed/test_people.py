"""When two names are one person's."""

import pytest

from rag.computed.people import names_of, people_in, perhaps_people_in, read_person, told_apart


@pytest.mark.parametrize(
    ("name", "given", "surname"),
    [
        ("Councillor Stone", (), "stone"),
        ("Councillor T Judge", ("t",), "judge"),
        ("Councillor Cedar (J)", ("j",), "cedar"),
        ("Mr R W Gough", ("r", "w"), "gough"),
        ("Cllr. J. Leddin", ("j",), "leddin"),
        ("Councillor Seán Lynch", ("sean",), "lynch"),
        ("Cmhlr. Ó Ceallaigh", (), "ceallaigh"),
        ("Councillor O’ Donoghue", (), "odonoghue"),
        ("Mrs A Qadir-Wells", ("a",), "qadir-wells"),
        ("Madeleine Monaghan", ("madeleine",), "monaghan"),
    ],
)
def test_a_name_is_read(name: str, given: tuple[str, ...], surname: str) -> None:
    person = read_person(name)
    assert (person.given, person.surname) == (given, surname)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Councillor Stone", "Councillor Stone", True),
        ("councillor stone", "Councillor T Stone", True),
        ("Cllr Seán Lynch", "Councillor S. Lynch", True),
        ("Councillor O'Dea", "Councillor O’Dea", True),
        ("Councillor Cedar (J)", "Councillor Cedar (M)", False),
        ("Councillor J Cedar", "Councillor Cedar", True),
        ("Mrs Holt", "Mr Holt", False),
        ("Mrs Holt", "Councillor Holt", True),
        ("Councillor Stone", "Councillor Stoneham", False),
    ],
)
def test_two_names(one: str, other: str, same: bool) -> None:
    assert read_person(one).may_be(read_person(other)) is same


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("was Councillor Stone there?", ["Councillor Stone"]),
        ("did Councillor J. Cedar and Mrs Rook attend?", ["Councillor J. Cedar", "Mrs Rook"]),
        ("what was Councillor Stone's proposal?", ["Councillor Stone"]),
        ("did the Deputy Mayor attend?", []),
        ("which Councillors attended?", []),
    ],
)
def test_people_of_a_question(question: str, named: list[str]) -> None:
    assert [person.words for person in people_in(question)] == named


def test_people_without_capitals_or_titles() -> None:
    assert "stone" in {person.surname for person in perhaps_people_in("was cllr stone there")}
    assert [person.surname for person in perhaps_people_in("was Jane Johnson there?")] == ["johnson"]


def test_names_that_may_be_one_persons() -> None:
    held = ["Councillor Cedar (J)", "Councillor Cedar (M)", "Councillor Cedar (J)", "Councillor Elm"]
    assert names_of(read_person("Cllr Cedar"), held) == ["Councillor Cedar (J)", "Councillor Cedar (M)"]
    assert told_apart(held[:2]) == held[:2]
    assert told_apart(["Councillor Cedar (J)", "Councillor J. Cedar", "Councillor Cedar"]) == [
        "Councillor Cedar (J)"
    ]
