"""Rows of tables told by their cells, over a made-up table of ferries."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from corpus.models import Document, SectionKind
from corpus.parts.columns import Column
from rag.answering.cells import is_told, say_cells, tell_cells
from rag.answering.choose import Choice
from rag.answering.compose import claims_of
from rag.models import Claim
from rag.understanding.question import read_question
from rag.writing.verify import stands, verify

HEADER = (
    "\tBig boats\t\t\tSmall boats\t\t\n"
    "Quay\tIn time\tNot in time\tShare in time %\tIn time\tNot in time\tShare in time %"
)
EAST = "East pier\t4\t5\t44%\t4\t23\t15%"
TEXT = (
    f"Table 1: sailings\n\n{HEADER}\n{EAST}\nWest pier\t7\t0\t100%\t1\t-\t\nTotal\t11\t5\t69%\t5\t23\t18%\n"
)


@dataclass
class OnePaper:
    text: str = TEXT

    def document(self, _: str) -> Document:
        return Document("july.txt", self.text)


@pytest.fixture
def row(make):
    """Evidence that is the row with these words."""

    def find(words: str, text: str = TEXT):
        passage = make.passage(text, SectionKind.TABLE, section="Table 1: sailings", title="Ferries")
        return make.evidence(words, passage=passage)

    return find


def told(words: str, question: str, row, text: str = TEXT) -> str | None:
    cells = tell_cells(OnePaper(text), read_question(question), row(words, text))
    return cells and cells.text


def test_a_whole_row(row) -> None:
    assert told(EAST, "What of the East pier?", row) == (
        "East pier — Big boats: In time 4, Not in time 5, Share in time % 44%; "
        "Small boats: In time 4, Not in time 23, Share in time % 15%"
    )


def test_what_a_cell_does_not_say_is_left_out(row) -> None:
    assert told("West pier\t7\t0\t100%\t1\t-", "What of the West pier?", row) == (
        "West pier — Big boats: In time 7, Not in time 0, Share in time % 100%; Small boats: In time 1"
    )


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("How many small boats were in time at the East pier?", "Small boats: In time 4"),
        ("How many small boats were not in time at the East pier?", "Small boats: Not in time 23"),
        ("What percentage of big boats were in time at the East pier?", "Big boats: Share in time % 44%"),
        ("How many boats were in time at the East pier?", "Big boats: In time 4; Small boats: In time 4"),
    ],
)
def test_the_cells_asked_for(row, question: str, said: str) -> None:
    assert told(EAST, question, row) == f"East pier — {said}"


@pytest.mark.parametrize(
    "question",
    [
        "How many small boats sank at the East pier?",  # no title says that
        "How many small boats were in time at the East pier and how many were not?",
        "How many are there at the East pier?",
        "Who runs small boats in time at the East pier?",
    ],
)
def test_else_all_of_them(row, question: str) -> None:
    assert (told(EAST, question, row) or "").count("time") == 6


def test_a_heading_that_is_a_figure_is_told_with_its_title(row) -> None:
    text = "Year to May\tBoats\tCost\n2018\t4\t£9\n2019\t5\t£12\n"
    assert told("2019\t5\t£12", "What of 2019?", row, text) == "Year to May: 2019 — Boats: 5; Cost: £12"


def test_rows_under_periods_alone_have_no_heading(row) -> None:
    text = "2018/19\t2019/20\t2020/21\n4 boats\t5 boats\t9 boats\n"
    assert told("4 boats\t5 boats\t9 boats", "What of the boats?", row, text) == (
        "2018/19: 4 boats; 2019/20: 5 boats; 2020/21: 9 boats"
    )


def test_no_row_and_no_certain_header(row) -> None:
    assert told("Table 1: sailings", "What?", row) is None
    assert told("East\t4", "What?", row, "East\t4\nWest\t5\n") is None


def test_a_claim_cites_the_row_and_what_titles_its_columns(row) -> None:
    choice = Choice((row(EAST),), ((),), False, False)
    asked = read_question("How many small boats were in time at the East pier?")
    claims, citations = claims_of(choice, {}, lambda each: tell_cells(OnePaper(), asked, each))
    assert claims == (Claim("East pier — Small boats: In time 4", (1, 2)),)
    assert [each.quote for each in citations] == [EAST, HEADER]
    assert all(TEXT[each.span.start : each.span.end] == each.quote for each in citations)
    assert verify(claims, citations) == claims


@pytest.mark.parametrize(
    "text",
    [
        "East pier — Small boats: In time 23",
        "East pier — Big boats: In time 5",
        "East pier — Small boats: Not in time 4",
        "East pier — In time 4",
        "West pier — Small boats: In time 4",
        "East pier — Small boats: In time 4; Big boats: In time 4",
        "East pier — Small boats: Share in time % 5%",
        "East pier",
        "East pier — ",
    ],
)
def test_a_cell_under_another_title_is_not_told(make, text: str) -> None:
    assert not is_told(text, EAST, HEADER)
    cited = [make.citation(EAST, 1), make.citation(HEADER, 2)]
    assert text == "East pier" or not stands(Claim(text, (1, 2)), cited)


def test_of_some_cells_every_one_is_checked() -> None:
    said = say_cells((Column("Quay"), Column("In"), Column("Out")), ("East", "4", "5"), [1])
    assert said == "East — In: 4"
    assert is_told(said, "East\t4\t5", "Quay\tIn\tOut")
    assert not is_told(said, "East\t4\t5", "Quay\tOut\tIn")


def test_a_cell_that_is_a_sentence_ends_as_a_cell(row) -> None:
    text = "Matter\tAction\tWho\nLamps\tIn hand. Nine are out.\tAsh\nRails\tDone.\tBell\n"
    told_of = "Lamps — Action: In hand. Nine are out; Who: Ash"
    assert told("Lamps\tIn hand. Nine are out.\tAsh", "What of the lamps?", row, text) == told_of
    assert is_told(told_of, "Lamps\tIn hand. Nine are out.\tAsh", "Matter\tAction\tWho")


def test_rows_of_one_table_cite_its_titles_once(row) -> None:
    rows = row(EAST), row("West pier\t7\t0\t100%\t1\t-\t")
    choice = Choice(rows, ((), ()), False, False)
    claims, citations = claims_of(choice, {}, lambda each: tell_cells(OnePaper(), None, each))
    assert [claim.citations for claim in claims] == [(1, 2), (3, 2)]
    assert [each.titles for each in citations] == [False, True, False]
    assert verify(claims, citations) == claims
