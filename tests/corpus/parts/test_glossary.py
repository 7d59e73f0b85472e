"""What papers explain of their own words. All sentences are made up."""

from __future__ import annotations

import time

import pytest

from corpus.parts.glossary import read_explanations


def explained(text: str, heading: str | None = None) -> list[tuple[str, str]]:
    return [(each.short, each.long) for each in read_explanations(text, 0, len(text), heading)]


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("The Tideway Port Company (TPC) spoke first.", "TPC", "Tideway Port Company"),
        ("a note on the multi-quay harbour plan (MQHP), which grew", "MQHP", "multi-quay harbour plan"),
        ("It was the Local Ferry Officer ('LFO') who rang.", "LFO", "Local Ferry Officer"),
        ("the Local Ferry Officer (the “LFO”) who rang.", "LFO", "Local Ferry Officer"),
        ("The Harbour Safety Plan (hereafter HSP) was read.", "HSP", "Harbour Safety Plan"),
        ("The Harbour Safety Plan, known as the HSP, was read.", "HSP", "Harbour Safety Plan"),
        ("Harbour\nSafety Plans (HSPs) were read.", "HSPs", "Harbour Safety Plans"),
        ("The TPC (Tideway Port Company) spoke.", "TPC", "Tideway Port Company"),
        ("TPC (Tideway Port Company – soon to close) spoke.", "TPC", "Tideway Port Company"),
        ("· CFC – Continuing Ferry Care – is care on the ferry.", "CFC", "Continuing Ferry Care"),
        ("CFC - Continuing Ferry Care - is care on the ferry.", "CFC", "Continuing Ferry Care"),
        ("SEAN: sea, estuary and anchorage needs", "SEAN", "sea, estuary and anchorage needs"),
        ("TPC stands for Tideway Port Company and nothing else.", "TPC", "Tideway Port Company"),
        ("Quays Looked After – QLA", "QLA", "Quays Looked After"),
        ("Sea, Estuary and Mudflat Habitat Needs (SEMH)", "SEMH", "Sea, Estuary and Mudflat Habitat Needs"),
        (
            "The Ostrey Harbour Trust (hereafter referred to as the Trust) owns it.",
            "the Trust",
            "Ostrey Harbour Trust",
        ),
        (
            "A ‘moored boat’ means a boat that is tied up. Others are not.",
            "moored boat",
            "a boat that is tied up.",
        ),
    ],
)
def test_explained_in_prose(text: str, short: str, long: str) -> None:
    assert explained(text) == [(short, long)]


@pytest.mark.parametrize(
    "text",
    [
        "Councillor Brook (Vice-Chair) spoke.",
        "Clause (VIII) and clause (IX) were read.",
        "The road to Mungret Quay (LIHAF) was opened.",
        "It opened on time (BBC).",
        "The word ‘fail’ means in terms of the standards that it did.",
        "A Tideway Company Port (TPC) is not one.",
        "The company of the old port. Tideway Port (TPC)",
        "The Tideway Port: Company (TPC)",
    ],
)
def test_not_explained(text: str) -> None:
    assert explained(text) == []


def test_the_span_is_the_sentence_and_the_meaning_is_in_it() -> None:
    text = "It rained. The Tideway Port Company (TPC) spoke. It was late."
    (found,) = read_explanations(text, 0, len(text))
    assert text[found.start : found.end] == "The Tideway Port Company (TPC) spoke."


def test_of_a_very_long_sentence_only_the_words_that_explain_are_taken() -> None:
    text = "Word " + "and word " * 120 + "of the Tideway Port Company (TPC) " + "and word " * 20
    (found,) = read_explanations(text, 0, len(text))
    assert text[found.start : found.end] == "Tideway Port Company (TPC"


def test_a_meaning_told_twice_is_one_and_two_meanings_are_two() -> None:
    text = "Harbour Safety Plan (HSP).\n\nHarbour safety plans (HSPs).\n\nHill Street Project (HSP)."
    assert explained(text) == [("HSP", "Harbour Safety Plan"), ("HSP", "Hill Street Project")]


def test_a_table_of_acronyms_is_believed() -> None:
    text = "Acronym\tMeaning\nTPC\tTideway Port Company\nOfwat\tthe regulator of water\n\nWard\tVotes\nQuay\t12\n"
    assert explained(text) == [("TPC", "Tideway Port Company"), ("Ofwat", "the regulator of water")]


def test_a_table_may_hold_two_pairs_of_columns() -> None:
    text = "Term\tWhat it means\tTerm\tWhat it means\nebb\tfalling tide\tflood\trising tide\n"
    assert explained(text) == [("ebb", "falling tide"), ("flood", "rising tide")]


def test_lines_under_a_heading_that_says_so() -> None:
    text = (
        "• ebb – the falling\ntide\n• HSP: plan for the harbour\nTPC Tideway Port Company\n\nNothing of it."
    )
    assert explained(text, "Appendix 2 – Glossary of terms") == [
        ("ebb", "the falling tide"),
        ("HSP", "plan for the harbour"),
        ("TPC", "Tideway Port Company"),
    ]
    assert explained(text, "Background") == []


def test_hostile_text_takes_no_time() -> None:
    started = time.perf_counter()
    for piece in ("(A", "AA (", "Aa ", "'a", "AB – ", "hereafter the A ", "Ab Of ", "AA\t", "A&"):
        explained(piece * 4_000)
    assert time.perf_counter() - started < 5
