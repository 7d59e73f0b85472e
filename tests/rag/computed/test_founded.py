"""When a body was set up: told where the record says so, and not for its having been set up again."""

from collections.abc import Callable
from pathlib import Path

import pytest

from rag.assistant import Assistant
from rag.models import Answer, Refusal

PANEL = """Harbour Panel

Minutes of the meeting held on 4 May 2021

HSP/21/11 Subgroups

The members spoke of the lamps and of the moorings.

Decisions

1. To set up a Lamps Subgroup of Councillors Ash and Birch.

2. To re-establish the Moorings Subgroup for the year.
"""
SUBGROUP = """Harbour Panel – {} Subgroup

Minutes of the meeting held on {} 2021

HSP/{}/21/01 Minutes

Decision

To agree the minutes of the {} Subgroup meeting held on 2 March 2021.
"""


@pytest.fixture(scope="module")
def harbour(hold: Callable[[Path], Assistant], tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    papers = tmp_path_factory.mktemp("founded")
    (papers / "panel-2021-05-04.txt").write_text(PANEL)
    (papers / "lamps-2021-06-01.txt").write_text(SUBGROUP.format("Lamps", "1 June", "LSG", "Lamps"))
    (papers / "moorings-2021-06-08.txt").write_text(SUBGROUP.format("Moorings", "8 June", "MSG", "Moorings"))
    return hold(papers)


@pytest.mark.parametrize(
    "question", ["When was the Lamps Subgroup set up?", "when was the Lamps Subgroup first established?"]
)
def test_the_words_that_set_it_up(harbour: Assistant, question: str) -> None:
    reply = harbour.ask(question)
    assert isinstance(reply, Answer)
    assert [one.quote for one in reply.citations] == [
        "To set up a Lamps Subgroup of Councillors Ash and Birch."
    ]


def test_to_set_it_up_again_does_not_tell_when_it_was_first(harbour: Assistant) -> None:
    reply = harbour.ask("When was the Moorings Subgroup first set up?")
    assert isinstance(reply, Refusal)
    assert "The papers held do not say when the Moorings Subgroup was set up." in reply.text
