"""Contractions without their apostrophe, "an" that is "and", and names behind an office."""

import pytest

from rag.understanding.contractions import contraction
from rag.understanding.english import is_english
from rag.understanding.spelling import Speller

HELD = {
    "warrant": 3, "agent": 4, "haven": 2, "till": 3, "their": 90, "your": 9, "aunt": 1, "classrooms": 6, "ready": 4,
    "tells": 5, "tools": 8, "recycled": 7, "work": 30, "worked": 5, "duane": 2, "keery": 3, "inspector": 4,
    "superintendent": 3, "ward": 9, "council": 90, "officer": 40, "hour": 9, "wanted": 4,
}  # fmt: skip


@pytest.fixture(scope="module")
def speller() -> Speller:
    return Speller(HELD)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("the classrooms werent ready", "the classrooms weren't ready"),
        ("arent they ready", "aren't they ready"),
        ("havent the classrooms", "haven't the classrooms"),
        ("whats hes wanted for", "what's he's wanted for"),
        ("theyre ready, youre ready", "they're ready, you're ready"),
        ("they shouldve and couldve", "they should've and could've"),
        ("it cant and wont work", "it can't and won't work"),
        ("aint it ready, itll work", "ain't it ready, it'll work"),
        ("it did'nt, it was'nt", "it didn't, it wasn't"),
        ("it dident, it wasent", "it didn't, it wasn't"),
        ("Dont the classrooms work", "Don't the classrooms work"),
        ("an did it werk", "and did it work"),
        ("ready an what worked", "ready and what worked"),
        ("Superintendent Dwane", "Superintendent Duane"),
        ("the inspector Dwane wanted", "the inspector Duane wanted"),
        ("Mayor Keary", "Mayor Keery"),
    ],
)
def test_what_is_mended(speller: Speller, said: str, meant: str) -> None:
    assert speller.mend(said)[0] == meant


@pytest.mark.parametrize(
    "said",
    [
        "an it officer", "an hour", "an officer", "well ill id hell shed lets its", "can't", "couldn't",
        "were ready", "tellies", "is HES ready", "Superintendent Foyle", "Mayor Quill", "the mayor wanted",
        "Mayor of the council",
    ],
)  # fmt: skip
def test_what_is_left_alone(speller: Speller, said: str) -> None:
    assert speller.mend(said) == (said, ())


def test_a_word_of_the_papers_is_no_contraction() -> None:
    assert Speller({"hes": 3, "ready": 2}).mend("hes ready") == ("hes ready", ())


@pytest.mark.parametrize(
    ("word", "whole"),
    [("werent", "weren't"), ("cant", "can't"), ("wont", "won't"), ("whats", "what's"), ("dident", "didn't"),
     ("were", None), ("its", None), ("present", None), ("hell", None)],
)  # fmt: skip
def test_contractions(word: str, whole: str | None) -> None:
    assert contraction(word) == whole


@pytest.mark.parametrize(("word", "english"), [("tellies", True), ("ferries", True), ("comitties", False)])
def test_plurals_of_words_in_y(word: str, english: bool) -> None:
    assert is_english(word) is english
