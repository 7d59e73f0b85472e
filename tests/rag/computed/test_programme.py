"""What a work programme plans for a day: the rows under it, and no others."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from rag.assistant import Assistant
from rag.models import Answer

PACK = """Saltmere Town Council

Harbour Panel

Tuesday, 5 October 2021 at 3.00 pm

Agenda

1.\tLamps\tPages 3 - 4
2.\tOverview Report\tPages 5 - 6

Item 2

Saltmere Town Council Report for Information

Report to:\tHarbour Panel – 5 October 2021

Subject:\tOverview Report

Report of:\tHarbour Clerk

Harbour Panel Work Programme – October 2021

Tuesday 9 November 2021, 3.00pm (Report deadline Thursday 28 October 2021)\t\t\t
Item\tPurpose\tMember\tLead Officer
Ferry Slip\tTo hear of the mending. With plans.\tCouncillor Ash\tAnn Oar
Gulls\tTo count them.\tCouncillor Bell\tBea Mast
Tuesday 7 December 2021, 3.00pm\t\t\t
Item\tPurpose\tMember\tLead Officer
Quay Rails\tTo receive prices.\tCouncillor Cole\tCy Keel
Not yet dated\t\t\t
Sea Wall\tEvery six months.\tCouncillor Ash\tAnn Oar
"""


@pytest.fixture(scope="module")
def panel(hold: Callable[[Path], Assistant], tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("programme")
    (folder / "panel-2021-10-05-pack.txt").write_text(PACK)
    return hold(folder)


@pytest.mark.parametrize(
    ("question", "first", "rows"),
    [
        (
            "What is on the work programme for November 2021?",
            "Tuesday 9 November 2021",
            ["Ferry Slip", "Gulls"],
        ),
        ("Which items are planned for 7 December 2021?", "Tuesday 7 December 2021", ["Quay Rails"]),
    ],
)
def test_the_rows_under_the_day(panel: Assistant, question: str, first: str, rows: list[str]) -> None:
    reply = panel.ask(question)
    assert isinstance(reply, Answer)
    heading, *told = [claim.text for claim in reply.claims]
    assert heading.startswith(first)
    assert [text.partition(" — ")[0] for text in told] == rows


def test_a_row_is_told_by_its_titles(panel: Assistant) -> None:
    reply = panel.ask("What is on the work programme for November 2021?")
    assert isinstance(reply, Answer)
    assert reply.claims[1].text == (
        "Ferry Slip — Purpose: To hear of the mending. With plans; Member: Councillor Ash; Lead Officer: Ann Oar"
    )


@pytest.mark.parametrize(
    "question",
    ["What is on the work programme for January 2022?", "What is planned on 9 November 2021 for gulls?"],
)
def test_other_questions_are_not_computed_so(panel: Assistant, question: str) -> None:
    reply = panel.ask(question)
    assert not isinstance(reply, Answer) or not reply.claims[0].text.startswith("Tuesday")
