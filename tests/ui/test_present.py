"""The JSON contract to the letter, and text that cannot drive a terminal."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json

import pytest
from saltmere import ANSWER, BODY, LAMPS, PROBE, REFUSAL, TEXTS

from index.models import Coverage
from rag.models import Computed, Notice, NoticeKind, Term
from ui.page import said_html
from ui.present import (
    clean,
    coverage_line,
    day,
    json_line,
    table,
    to_json,
    to_text,
)


def test_an_answer_is_the_contract_to_the_letter():
    told = to_json(ANSWER)
    first = TEXTS["minutes.txt"].index(LAMPS)
    assert list(told) == [
        "question", "status", "answer", "claims", "citations", "notices", "nearest", "seconds", "terms",
        "computed",
    ]  # fmt: skip
    assert told["status"] == "answered"
    assert told["claims"][0] == {"text": f"The Panel decided: {LAMPS}", "citations": [1]}
    assert told["citations"][0] == {
        "n": 1,
        "document": "minutes.txt",
        "council": "Saltmere Borough Council",
        "body": BODY,
        "date": "2019-07-17",
        "item": "12",
        "title": "Lighthouse lamps",
        "decision": "1",
        "kind": "decision",
        "page": None,
        "url": None,
        "quote": LAMPS,
        "start": first,
        "end": first + len(LAMPS),
    }
    assert list(told["citations"][0]) == [
        "n", "document", "council", "body", "date", "item", "title", "decision", "kind", "page", "url",
        "quote", "start", "end",
    ]  # fmt: skip
    assert told["citations"][1]["page"] == 3
    assert told["notices"] == [
        {"kind": "truncated", "text": "The minutes of item 12 are cut short in the paper held."}
    ]
    assert told["nearest"] == [
        {"document": "minutes.txt", "item": "13", "title": "Buoys", "date": "2019-07-17"}
    ]
    assert told["seconds"] == 0.123
    assert told["terms"] == [] and told["computed"] is None
    counted = dataclasses.replace(ANSWER, computed=Computed("2 decisions, in 1 meeting.", 2, "decisions"))
    assert to_json(counted)["computed"] == {
        "sentence": "2 decisions, in 1 meeting.", "count": 2, "of": "decisions", "citations": [1, 2]
    }  # fmt: skip
    explained = dataclasses.replace(ANSWER, terms=(Term("SBC", "Saltmere Borough Council", 2),))
    assert to_json(explained)["terms"] == [
        {"short": "SBC", "long": "Saltmere Borough Council", "citation": 2}
    ]


def test_a_refusal_has_the_same_keys_and_no_claims():
    told = to_json(REFUSAL)
    assert list(told) == list(to_json(ANSWER))
    assert (told["status"], told["claims"], told["citations"]) == ("refused", [], [])
    assert told["answer"] == REFUSAL.text


def test_words_that_a_machine_read_are_marked():
    read = dataclasses.replace(ANSWER, citations=(dataclasses.replace(ANSWER.citations[1], ocr=True),))
    assert to_json(read)["citations"][0]["ocr"] is True
    assert "report.pdf, page 3, read by OCR <https://saltmere.example/report.pdf>" in to_text(read, 200)
    assert not any("ocr" in citation for citation in to_json(ANSWER)["citations"])


def test_unknown_values_are_null():
    unknown = dataclasses.replace(
        ANSWER.citations[0], council=None, body=None, date=None, item=None, title=None, decision=None
    )
    told = to_json(dataclasses.replace(ANSWER, citations=(unknown,)))["citations"][0]
    assert [name for name, value in told.items() if value is None] == [
        "council", "body", "date", "item", "title", "decision", "page", "url",
    ]  # fmt: skip


@pytest.mark.parametrize("character", ["\n", "\r", "\x1b", "\x85", "\u2028", "\u2029", "\x7f", "\x9b"])
def test_json_is_one_line_whatever_the_paper_holds(character):
    told = json_line({"quote": f"a{character}b"})
    assert len(told.splitlines()) == 1
    assert character not in told
    assert json.loads(told) == {"quote": f"a{character}b"}


def test_text_names_everything_a_source_has():
    text = to_text(ANSWER, 200)
    assert text.startswith(ANSWER.text)
    assert "! The minutes of item 12 are cut short in the paper held." in text
    assert f"[1] {BODY} | 17 July 2019 | item 12: Lighthouse lamps | Decided (1)" in text
    assert f"\u201c{LAMPS}\u201d" in text
    assert "report.pdf, page 3 <https://saltmere.example/report.pdf>" in text
    assert "See also:\n  - Item 13: Buoys, 17 July 2019 (minutes.txt)" in text


def test_a_refusal_names_the_nearest_items():
    assert to_text(REFUSAL, 100).endswith(
        "Nearest items:\n  - Item 12: Lighthouse lamps, 17 July 2019 (minutes.txt)"
    )


@pytest.mark.parametrize("width", [40, 60, 80])
def test_text_is_wrapped(width):
    long = dataclasses.replace(ANSWER, text="word " * 60, citations=())
    assert max(map(len, to_text(long, width).splitlines())) <= max(
        width, len("  - Item 13: Buoys, 17 July 2019 (minutes.txt)")
    )


def test_a_terminal_is_never_driven():
    hostile = "\x1b[2J\x1b]0;owned\x07 \x9b31m \u202edetrever\u202c \rover \x08\x08 ok"
    citation = dataclasses.replace(ANSWER.citations[0], quote=hostile, title=hostile, document=hostile)
    text = to_text(dataclasses.replace(ANSWER, text=hostile, citations=(citation,)), 80)
    assert not set(text) & set("\x1b\x07\x9b\u202e\u202c\r\x08")
    assert "ok" in text


def test_cleaning_keeps_length_so_that_offsets_hold():
    assert clean("a\x1b[0m\r\n\u2028b") == "a\ufffd[0m \n\nb"


def test_places_stand_apart_and_bullets_hang():
    text = (
        "The Panel, July 2019:\n\u2022 Decided: one two three four. [1]\nThe Board:\n\u2022 Reported: x. [2]"
    )
    assert to_text(dataclasses.replace(REFUSAL, text=text, nearest=()), 28) == (
        "The Panel, July 2019:\n\u2022 Decided: one two three\n  four. [1]\n\nThe Board:\n\u2022 Reported: x. [2]"
    )


def test_that_nothing_was_decided_is_read_first():
    notices = (*ANSWER.notices, Notice(NoticeKind.NOT_DECIDED, "No recorded decision found on this."))
    text = to_text(dataclasses.replace(ANSWER, notices=notices))
    assert text.startswith(f"! No recorded decision found on this.\n\n{ANSWER.text[:30]}")
    html = said_html(dataclasses.replace(ANSWER, notices=notices))
    assert html.index("notice not_decided") < html.index("class=claim")


def test_what_is_cited_is_not_offered_again():
    again = dataclasses.replace(ANSWER.nearest[0], item="12", title="Lighthouse lamps")
    assert "See also" not in to_text(dataclasses.replace(ANSWER, nearest=(again,)))


@pytest.mark.parametrize(
    ("coverage", "line"),
    [
        (Coverage(9, 14, ("A", "B", "C"), ("X",), dt.date(2018, 1, 3), dt.date(2024, 9, 9), 0, 99),
         "14 meetings, 3 bodies, 2018\u20132024"),
        (Coverage(1, 1, ("A",), ("X",), dt.date(2018, 1, 3), dt.date(2018, 9, 9), 1, 9),
         "1 meeting, 1 body, 2018, and 1 undated paper"),
        (Coverage(0, 0, (), (), None, None, 0, 0), "0 meetings, 0 bodies"),
    ],
)  # fmt: skip
def test_what_a_library_holds_in_a_line(coverage, line):
    assert coverage_line(coverage) == line


def test_a_day_in_prose():
    assert (day(dt.date(2019, 7, 7)), day(None)) == ("7 July 2019", "undated")


def test_a_table_has_one_line_a_row():
    assert table(("a", "b"), [("one\ntwo", 3), ("x", PROBE[:4])]) == "a        b\none two  3\nx        <img"
