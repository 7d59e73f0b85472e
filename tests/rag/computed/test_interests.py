"""Who declared an interest: declarations and nothing else."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from index.models import Filters
from rag.assistant import Assistant
from rag.models import Answer, Refusal

MAY = """Harbour Panel

Minutes of the meeting held on 4 May 2021

HSP/21/10 Declarations of Interest

Councillor Ash declared a disclosable pecuniary interest in item HSP/21/11 as the tenant of a hut.

HSP/21/11 Boat Houses

Councillor Ash, who had declared an interest, said that the roofs leaked. Councillor Birch asked about the doors.

Decision

To mend the roofs.
"""
JUNE = """Harbour Panel

Minutes of the meeting held on 8 June 2021

HSP/21/20 Declarations of Interest

Mr Cedar declared that he sailed to work. The Clerk said that this was not an interest.

HSP/21/21 Gulls

The gulls were spoken of.
"""
NONE = """Harbour Panel

Minutes of the meeting held on {} 2021

HSP/21/{} Declarations of Interest

There were no declarations of interest.
"""


@pytest.fixture(scope="module")
def panel(hold: Callable[[Path], Assistant], tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    papers = tmp_path_factory.mktemp("interests")
    (papers / "panel-2021-05-04.txt").write_text(MAY)
    (papers / "panel-2021-06-08.txt").write_text(JUNE)
    (papers / "panel-2021-07-06.txt").write_text(NONE.format("6 July", 30))
    (papers / "panel-2021-09-07.txt").write_text(NONE.format("7 September", 40))
    return hold(papers)


DECLARED = (
    "Councillor Ash declared a disclosable pecuniary interest in item HSP/21/11 as the tenant of a hut."
)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Who declared an interest?", [DECLARED]),
        ("Who declared a pecuniary interest?", [DECLARED]),
        ("Did Councillor Ash declare an interest?", [DECLARED]),
        ("Did Mr Cedar declare an interest?",
         ["Mr Cedar declared that he sailed to work. The Clerk said that this was not an interest."]),
        ("Who declared an interest on 6 July 2021?", ["There were no declarations of interest."]),
    ],
)  # fmt: skip
def test_only_what_was_declared(panel: Assistant, question: str, told: list[str]) -> None:
    reply = panel.ask(question)
    assert isinstance(reply, Answer)
    assert [" ".join(one.quote.split()) for one in reply.citations] == told


def test_a_sort_of_interest_that_nobody_declared(panel: Assistant) -> None:
    reply = panel.ask("Who declared a prejudicial interest?")
    assert isinstance(reply, Refusal) and "record no declaration of prejudicial interest there" in reply.text


def test_what_anothers_declaration_says_is_no_answer(panel: Assistant) -> None:
    reply = panel.ask("Did Councillor Birch declare an interest?")
    assert (
        isinstance(reply, Refusal) and "record no declaration of interest by Councillor Birch" in reply.text
    )


def test_several_meetings_at_which_none_was_declared(panel: Assistant) -> None:
    later = Filters(date_from=dt.date(2021, 7, 1))
    reply = panel.ask("Who declared an interest?", later)
    assert isinstance(reply, Answer) and reply.computed is not None
    assert reply.computed.sentence == (
        "No interest declared, by the minutes of 2 meetings, 6 July 2021 to 7 September 2021; counted in the papers "
        "held."
    )
