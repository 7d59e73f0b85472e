"""How many members a printed list has: only where it is plain which list is meant."""

from collections.abc import Callable
from pathlib import Path

import pytest

from index.models import Filters
from rag.assistant import Assistant
from rag.computed.routes import compute
from rag.computed.told import Request, Silence, Told
from rag.understanding.question import understand
from rag.understanding.resolve import resolve

PAPER = """Harbour Panel

Minutes of the meeting held on 4 May 2021

Present:

Councillor Ash – in the Chair

Councillors Brook and Carr

HP/21/1 Plan for the Outer Quay

The Harbour Master spoke. The aims of the outer quay plan are as follows:

• to light the steps;

• to mend the slip; and

• to move the crane.

The three reasons for shutting the fish market were given, including:

• the smell; and

• the gulls.

The following risks to the ferry were told to the Panel:

• fog;

• ice;

• wrecks; and

• strikes.

In regard to visits, Councillor Carr told the Panel of these:

• the mill in May;

• the lock in June; and

• the weir.

Decision

To note the report.
"""


@pytest.fixture(scope="module")
def panel(hold: Callable[[Path], Assistant], tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("papers")
    (folder / "may.txt").write_text(PAPER)
    return hold(folder)


def put(assistant: Assistant, question: str) -> Told | Silence | None:
    asked = resolve(understand(question), assistant._held, Filters()).question
    return compute(Request(asked, assistant.library, assistant._lexicon, Filters()))


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("how many aims does the outer quay plan have?", 3),
        ("how many bullet points are there under the aims of the outer quay plan?", 3),
        ("How many separate points are listed as risks to the ferry?", 4),
        ("How many visits did Councillor Carr run through?", 3),
        ("How many risks to the ferry were mentioned?", 4),
    ],
)
def test_the_list_is_told_whole(panel: Assistant, question: str, number: int) -> None:
    told = put(panel, question)
    assert isinstance(told, Told) and told.computed is not None
    assert told.computed.sentence == f"{number} points in the list printed (paper of 4 May 2021)."
    assert len(told.quotes) == number + 1


@pytest.mark.parametrize(
    "question",
    [
        "how many reasons were given for shutting the fish market?",  # three, but two are printed
        "how many priorities does the outer quay plan have?",
        "how many bullet points are there?",
        "How many gulls were mentioned at the market?",
        "How many lorries did Councillor Carr mention?",
        "How many visits did Councillor Brook make to the ferry?",
        "how many aims does the ferry plan have?",
        "how many points were there in the speech on lobsters?",
    ],
)
def test_left_to_the_record_where_it_is_not_plain(panel: Assistant, question: str) -> None:
    assert put(panel, question) is None
