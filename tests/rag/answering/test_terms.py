"""Acronyms of an answer, explained at their first use."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from index.models import TermRecord
from rag.answering.compose import say
from rag.answering.terms import explain
from rag.models import Citation, Claim, Term
from rag.understanding.glossary import Glossary


@pytest.fixture
def record(make) -> Callable[..., TermRecord]:
    def one(short: str, long: str, document: str = "july.txt", at: int = 500, **more: object) -> TermRecord:
        passage = make.passage(f"The {long} ({short}) met.", document=document, start=at, **more)
        return TermRecord(short, long, passage, at, passage.span.end)

    return one


@pytest.fixture
def told(make) -> Callable[..., tuple[tuple[Term, ...], tuple[Citation, ...], str]]:
    """Terms, citations and text of an answer that says these sentences, each from july.txt."""

    def tell(said: Sequence[str], records: Sequence[TermRecord]):
        claims = [Claim(text, (n,)) for n, text in enumerate(said, start=1)]
        citations = [make.citation(text, n) for n, text in enumerate(said, start=1)]
        terms, all_cited = explain(
            Glossary(records).meanings, claims, citations, {"july.txt": "https://j.example"}
        )
        assert all_cited[: len(citations)] == tuple(citations)
        text = say(claims, all_cited, terms=terms)
        return terms, all_cited[len(citations) :], "\n".join(text.splitlines()[1:])

    return tell


def test_the_first_use_is_explained_and_cited(told, record) -> None:
    terms, added, text = told(
        ["The HSP rose.", "The HSP and HSPs fell."], [record("HSP", "Harbour Safety Plan")]
    )
    assert terms == (Term("HSP", "Harbour Safety Plan", 3),)
    assert [(each.n, each.quote, each.span.start, each.url) for each in added] == [
        (3, "The Harbour Safety Plan (HSP) met.", 500, "https://j.example")
    ]
    assert text == (
        "• Discussed: The HSP [Harbour Safety Plan][3] rose. [1]\n• Discussed: The HSP and HSPs fell. [2]"
    )


def test_each_term_keeps_its_own_place(told, record) -> None:
    records = [record("HSP", "Harbour TPC Plan"), record("TPC", "Tideway Port Company", at=900)]
    terms, _, text = told(["TPCs wrote the HSP."], records)
    assert [term.short for term in terms] == ["TPC", "HSP"]
    assert text == "• Discussed: TPCs [Tideway Port Company][2] wrote the HSP [Harbour TPC Plan][3]. [1]"


@pytest.mark.parametrize(
    "said",
    [
        "The Harbour Safety Plan (HSP) rose.",
        "The harbour safety plan, or HSP, rose.",
        "RESOLVED THAT THE HSP BE READ",
        "The HSPX and the XHSP and HSP/2 rose.",
        "The hsp rose.",
    ],
)
def test_what_needs_no_explaining(told, record, said: str) -> None:
    assert told([said], [record("HSP", "Harbour Safety Plan")])[0] == ()


def test_an_everyday_word_in_capitals_is_no_acronym(told, record) -> None:
    records = [record("SEND", "Sea Estuary Needs Director")]
    assert told(["RESOLVED to SEND IT on to every member that asks."], records)[0] == ()
    assert [each.short for each in told(["Pupils with SEND spoke."], records)[0]] == ["SEND"]


def test_of_two_meanings_the_papers_own(told, record) -> None:
    own = record("HSP", "Harbour Safety Plan")
    other = record("HSP", "Hill Street Project", "b.txt")
    assert [each.long for each in told(["The HSP rose."], [own, other])[0]] == ["Harbour Safety Plan"]
    assert told(["The HSP rose."], [replace(own, passage=other.passage), other])[0] == ()
    elsewhere = record("HSP", "Harbour Safety Plan", "c.txt")
    assert told(["The HSP rose."], [elsewhere, other])[0] == ()


def test_another_councils_meaning_is_none(told, record) -> None:
    assert (
        told(["The HSP rose."], [record("HSP", "Harbour Safety Plan", "b.txt", council="Elsewhere")])[0] == ()
    )
    assert told(["The HSP rose."], [record("HSP", "Harbour Safety Plan", "b.txt", council=None)])[0] != ()


def test_words_that_are_cited_already_are_cited_once(told, record, make) -> None:
    words = "The Harbour Safety Plan (HSP) met."
    one = record("HSP", "Harbour Safety Plan")
    claims = [Claim("The HSP met.", (1,))]
    citations = [make.citation(words, span=replace(one.passage.span, start=500, end=500 + len(words)))]
    terms, cited = explain(Glossary([one]).meanings, claims, citations, {})
    assert terms == (Term("HSP", "Harbour Safety Plan", 1),) and cited == tuple(citations)
