"""Meanings of terms, as the papers of one library tell them."""

from __future__ import annotations

import datetime as dt

import pytest

from index.models import TermRecord
from rag.understanding.glossary import Glossary


@pytest.fixture(scope="module")
def record(make):
    def one(short: str, long: str, document: str = "a.txt", year: int | None = 2019) -> TermRecord:
        date = dt.date(year, 1, 1) if year else None
        return TermRecord(short, long, make.passage(f"{long} ({short})", document=document, date=date), 0, 9)

    return one


def told(glossary: Glossary, term: str) -> list[tuple[str, str, int]]:
    return [(each.short, each.long, len(each.told)) for each in glossary.meanings(term)]


def test_a_term_is_found_whatever_its_case_or_number(record) -> None:
    glossary = Glossary([record("HSPs", "Harbour Safety Plans")])
    for term in ("HSP", "hsp", "HSPs", "the HSP", " HSP "):
        assert told(glossary, term) == [("HSPs", "Harbour Safety Plans", 1)]
    assert told(glossary, "HS") == []


@pytest.mark.parametrize(
    "other",
    [
        "harbour safety plans",
        "Harbor Safety Plan",  # a slip of the pen
        "Harbour and Safety Plan",
        "Harbour Safety Action Plan",
    ],
)
def test_printings_of_one_meaning(record, other: str) -> None:
    glossary = Glossary(
        [
            record("HSP", "Harbour Safety Plan"),
            record("HSP", "Harbour Safety Plan", "b.txt"),
            record("HSP", other, "c.txt"),
        ]
    )
    assert told(glossary, "HSP") == [("HSP", "Harbour Safety Plan", 3)]


def test_two_meanings_the_more_often_told_first_and_the_latest_teller_first(record) -> None:
    glossary = Glossary(
        [
            record("HSP", "Hill Street Project", "a.txt", 2021),
            record("HSP", "Harbour Safety Plan", "b.txt", None),
            record("HSP", "Harbour Safety Plan", "c.txt", 2018),
            record("HSP", "Harbour Safety Plan", "d.txt", 2020),
        ]
    )
    plan, project = glossary.meanings("HSP")
    assert (plan.long, project.long) == ("Harbour Safety Plan", "Hill Street Project")
    assert [each.passage.span.document_id for each in plan.told] == ["d.txt", "c.txt", "b.txt"]


def test_phrases_that_stand_for_each_other(record) -> None:
    glossary = Glossary([record("DoH", "Department of Harbours"), record("the Trust", "Ostrey Trust")])
    assert glossary.equals == {
        ("doh",): frozenset({("depart", "harbour")}),
        ("depart", "of", "harbour"): frozenset({("doh",)}),
    }
    assert glossary.longest == 3


def test_of_everyday_words_only_what_their_capitals_stand_for(record) -> None:
    glossary = Glossary([record("ACT", "Anchorage Care Team")])
    assert glossary.equals == {}
    assert glossary.everyday == {("act",): frozenset({("anchorag", "care", "team")})}
