"""Names that an acronym may be short for, found by their letters."""

from __future__ import annotations

import time

import pytest

from index.models import Passage
from rag.understanding.initials import names_spelling


@pytest.mark.parametrize(
    ("letters", "text", "long"),
    [
        ("HWS", "The Harbour Watch Scheme began.", "Harbour Watch Scheme"),
        ("HWSs", "The Harbour Watch Scheme began.", "Harbour Watch Scheme"),
        ("SCTU", "the Saltmarsh Congress of Trade\nUnions wrote", "Saltmarsh Congress of Trade Unions"),
        ("FCC", "Ferries, Crews and Captains", None),
        ("HWS", "Harbour Watch Scheme; Hollow Way School", None),  # which of the two?
        ("HWS", "Harbour Watch Scheme and harbour watch scheme", "Harbour Watch Scheme"),
        ("HW", "Harbour Watch", None),  # too many names have two letters
        ("XII", "Xylo Ivy Inn", None),
        ("HWS", "harbour watch scheme", None),
        ("HWS", "HWS is busy", None),
    ],
)
def test_the_one_name_of_the_letters(make, letters: str, text: str, long: str | None) -> None:
    found = names_spelling(letters, [make.passage(text)])
    assert [each.long for each in found] == ([long] if long else [])
    assert all(text[each.start : each.end].split() == each.long.split() for each in found)


@pytest.mark.parametrize(("papers", "others", "told"), [(3, 1, True), (2, 1, False), (3, 2, False)])
def test_the_name_of_most_papers_by_far(make, papers: int, others: int, told: bool) -> None:
    named = [("Harbour Watch Scheme", papers), ("Hollow Way School", others)]
    passages = [
        make.passage(name, document=f"{name} {number}") for name, many in named for number in range(many)
    ]
    found = {each.long for each in names_spelling("HWS", passages)}
    assert found == ({"Harbour Watch Scheme"} if told else set())


def test_hostile_papers_take_no_time(make) -> None:
    passages: list[Passage] = [make.passage("Aa " * 20_000), make.passage("Aa of and " * 10_000)]
    started = time.perf_counter()
    names_spelling("AAAAAAAA", passages)
    names_spelling("AAAAAAAB", passages)
    assert time.perf_counter() - started < 2.0
