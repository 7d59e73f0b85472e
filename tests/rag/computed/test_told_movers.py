"""Who moved a matter, where the talk tells it and no line "Proposed by" does: over one paper of the sample."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.ingest import ingest
from index.library import Library
from rag.assistant import Assistant
from rag.models import Answer

PAPER = (
    Path(__file__).parents[3] / "corpus" / "sample" / "neighbourhoods" / "2021-11-09-agenda-and-minutes.txt"
)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    library = tmp_path_factory.mktemp("library")
    ingest(library, [PAPER])
    with Library.open(library) as opened:
        yield Assistant(opened)


@pytest.mark.parametrize(
    "question",
    [
        "Who moved that the trial of the cycle lane be prolonged?",
        "Who proposed the cycle lane?",
    ],
)
def test_a_motion_that_is_called_somebodys_names_its_mover(assistant: Assistant, question: str) -> None:
    reply = assistant.ask(question)
    assert isinstance(reply, Answer)
    assert any("Councillor Dacre’s motion" in cited.quote for cited in reply.citations)


def test_the_leader_of_the_council_is_no_council(assistant: Assistant) -> None:
    asked = assistant.ask("What did the Leader of the Council say about herring gulls?")
    assert "No papers of" not in asked.text
