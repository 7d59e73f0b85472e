"""How one member voted: what is said of it, and that nothing is said where the minutes name nobody."""

from collections.abc import Callable
from pathlib import Path

import pytest

from rag.assistant import Assistant
from rag.computed.people import read_person
from rag.computed.voters import voter_in
from rag.models import Answer, NoticeKind

_SILENT = "The minutes do not say how {} voted."
PANEL = """Harbour Panel

Minutes of the meeting held on 4 May 2021

Present:

Councillor Elm – in the Chair, Councillors Ash, Birch, Cedar and Dale

HSP/21/11 Mooring Charges

[Councillor Birch declared a personal interest, since she keeps a boat there, and did not vote.]

Councillor Ash moved that the mooring charge be £72. The motion was carried by 3 votes to 1.

Decision

To recommend that the mooring charge be £72.

HSP/21/12 Lighthouse Lamps

Councillor Ash moved that the lighthouse lamps be lit. It was carried unanimously.

Decision

That the lighthouse lamps be lit.
"""


@pytest.fixture(scope="module")
def panel(hold: Callable[[Path], Assistant], tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    papers = tmp_path_factory.mktemp("voters")
    (papers / "panel-2021-05-04.txt").write_text(PANEL)
    return hold(papers)


@pytest.mark.parametrize(
    ("question", "notices"),
    [
        ("Did Councillor Cedar vote against the mooring charge?", [_SILENT.format("Councillor Cedar")]),
        ("did Cedar vote against the mooring charge?", [_SILENT.format("Cedar")]),
        ("which way did Councillor Cedar vote on the mooring charge?", [_SILENT.format("Councillor Cedar")]),
        ("Did Councillor Birch vote for the mooring charge?", []),
        ("Did Councillor Cedar vote for the lighthouse lamps?", []),  # all did
    ],
)
def test_that_nobody_is_named_is_said(panel: Assistant, question: str, notices: list[str]) -> None:
    reply = panel.ask(question)
    assert isinstance(reply, Answer)
    assert [each.text for each in reply.notices if each.kind is NoticeKind.PARTIAL] == notices


def test_who_did_not_vote_is_told(panel: Assistant) -> None:
    reply = panel.ask("Did Councillor Birch vote for the mooring charge?")
    assert isinstance(reply, Answer) and "and did not vote." in reply.text


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("did Councillor Elm vote against it?", "Councillor Elm"),
        ("Did Elm vote against it?", "Elm"),
        ("Did Cabinet vote against it?", None),
        ("did they vote against it?", None),
    ],
)
def test_the_voter_asked_about(question: str, name: str | None) -> None:
    assert voter_in(question) == (read_person(name) if name else None)
