"""Which words spell an acronym."""

from __future__ import annotations

import time

import pytest

from corpus.parts.acronyms import is_acronym, singular, spells, words_in


@pytest.mark.parametrize(
    ("acronym", "words"),
    [
        ("TPC", "Tideway Port Company"),
        ("DfH", "Department for Harbours"),
        ("DoH", "Department of Harbours"),
        ("TDS", "Tree and Dune Strategy"),
        ("MSPs", "Marine Safety Plans"),
        ("HARB", "Harbour, Anchorage and Riverside Board"),
        ("HARB", "harbour and anchorage riverside board"),
        ("R&D", "Recycling & Disposal"),
        ("SuDS", "Sustainable Drainage Systems"),
        ("MQH", "Multi-Quay Harbour"),
        ("LLP", "LiquidLamp Programme"),
        ("S151", "Section 151"),
        ("ABC", "An Bord Calafort"),
    ],
)
def test_spelt(acronym: str, words: str) -> None:
    assert spells(acronym, [word.group() for word in words_in(words)])


@pytest.mark.parametrize(
    ("acronym", "words"),
    [
        ("TPC", "Port Company"),
        ("TPC", "Tideway Company Port"),
        ("TPC", "Tideway Old Port Company"),
        ("EHPC", "Estuary, Harbour and Coast Plan"),
        ("TV", "television"),
        ("OPW", "of Public Wharves"),
        ("TPO", "Tideway Port of"),
        ("", "Tideway Port"),
    ],
)
def test_not_spelt(acronym: str, words: str) -> None:
    assert not spells(acronym, [word.group() for word in words_in(words)])


def test_in_a_long_acronym_one_word_may_be_passed_over_but_not_the_first() -> None:
    assert spells("SEMH", "Sea Estuary and Marine Habitat Needs".split(), loosely=True)
    assert not spells("SEMH", "Sea Estuary and Marine Habitat Needs".split())
    assert not spells("SEMH", "Sea Estuary and Marine Habitat Needs Plan".split(), loosely=True)
    assert not spells("SEM", "Sea Estuary Marine Needs".split(), loosely=True)
    assert not spells("SEMH", "The Sea Estuary Marine Habitat".split(), loosely=True)


def test_what_is_written_like_an_acronym() -> None:
    assert all(map(is_acronym, ("CHC", "PfA", "EHCPs", "R&D", "S151A", "LADO")))
    assert not any(map(is_acronym, ("Chair", "VIII", "IX", "A", "chc", "Bowman", "A-Z", "ABCDEFGHIJKL", "")))


def test_singular() -> None:
    assert [singular(each) for each in ("EHCPs", "EHCP", "CAMHS", "As")] == ["EHCP", "EHCP", "CAMHS", "As"]


def test_hostile_words_take_no_time() -> None:
    started = time.perf_counter()
    assert not spells("AAAAAAAAAB", ["a"] + ["and", "at"] * 7 + ["ax"])
    assert time.perf_counter() - started < 0.1
