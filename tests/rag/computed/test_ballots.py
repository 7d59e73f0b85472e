"""Every vote that minutes print is listed and counted, whether a decision carries it or only a sentence tells it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from rag.assistant import Assistant
from rag.models import Answer, Refusal

PANEL = """Harbour Panel

Minutes of the meeting held on 4 May 2021

HSP/21/11 Mooring Charges

Councillor Ash recalled that the Panel had on 6 April 2021 asked by 7 votes to 3 for a lower charge.

The amendment was lost by 3 votes to 6. The motion was carried by 8 votes to 1.

Decision

To recommend that the mooring charge be £72.

HSP/21/12 Lighthouse Lamps

On a vote there were 5 in favour, 2 against and 1 abstention.

Decision

That the lighthouse lamps be lit.
"""


@pytest.fixture(scope="module")
def panel(hold: Callable[[Path], Assistant], tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    papers = tmp_path_factory.mktemp("ballots")
    (papers / "panel-2021-05-04.txt").write_text(PANEL)
    return hold(papers)


def test_without_a_monitor_nothing_is_told_as_outstanding(panel: Assistant) -> None:
    reply = panel.ask("What is outstanding?")
    assert isinstance(reply, Refusal) and "No recommendations monitor is held" in reply.text


@pytest.mark.parametrize("question", ["How many votes were taken in 2021?", "list all recorded votes"])
def test_votes_of_the_meeting_and_none_of_another(panel: Assistant, question: str) -> None:
    reply = panel.ask(question)
    assert isinstance(reply, Answer) and reply.computed is not None
    assert reply.computed.sentence.startswith("3 recorded votes, in 1 meeting, 4 May 2021")
    told = " ".join(one.quote for one in reply.citations)
    assert "3 votes to 6" in told and "8 votes to 1" in told and "7 votes to 3" not in told
