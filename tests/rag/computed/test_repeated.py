"""How many reports came before a meeting, where its minutes tell of each in like words."""

from collections.abc import Callable
from pathlib import Path

import pytest

from index.models import Filters
from rag.assistant import Assistant
from rag.computed.repeated import tell_repeated
from rag.computed.told import Request, Told
from rag.understanding.question import understand
from rag.understanding.resolve import resolve

PAPER = """Harbour Panel

Minutes of the meeting held on 4 May 2021

Present:

Councillor Ash – in the Chair

HP/21/1 Working Groups

(a) Circulated, report of the Convenor of the Lamps Working Group dated 1 May 2021.

Councillor Ash spoke to the report.

(b) Circulated, report of the Convenor of the Slipways Working Group dated 2 May 2021.

(c) Circulated, report of the Convenor of the Ferries Working Group dated 2 May 2021.

The report was noted.

Decision

To note the reports.

HP/21/2 Petitions

The Panel received a petition for a longer slipway.

A petition for lamps at the slipway came from the school.
"""


@pytest.fixture(scope="module")
def panel(hold: Callable[[Path], Assistant], tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("papers")
    (folder / "may.txt").write_text(PAPER)
    return hold(folder)


def put(assistant: Assistant, question: str) -> Told | None:
    asked = resolve(understand(question), assistant._held, Filters()).question
    return tell_repeated(Request(asked, assistant.library, assistant._lexicon, Filters()))


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        (
            "How many working group convenors' reports came before the Panel on 4 May 2021?",
            "3 working group convenors' reports, in 1 meeting, 4 May 2021; counted in the papers held.",
        ),
        (
            "How many reports from convenors were presented at the meeting of 4 May 2021?",
            "3 reports from convenors, in 1 meeting, 4 May 2021; counted in the papers held.",
        ),
    ],
)
def test_sentences_that_open_alike_are_counted(panel: Assistant, question: str, sentence: str) -> None:
    told = put(panel, question)
    assert told is not None and told.computed is not None
    assert (told.computed.sentence, told.computed.count) == (sentence, 3)
    assert [quote.text.split("Group")[0].split()[-2] for quote in told.quotes] == [
        "Lamps",
        "Slipways",
        "Ferries",
    ]


@pytest.mark.parametrize(
    "question",
    [
        "How many reports were presented at the meeting of 4 May 2021?",  # of whatever sort
        "How many slipway petitions came before the Panel on 4 May 2021?",  # in other words each
        "How many working group convenors' reports came before the Panel?",
        "How many working group lamps were lit on 4 May 2021?",
    ],
)
def test_what_is_not_plain_is_left_to_the_record(panel: Assistant, question: str) -> None:
    assert put(panel, question) is None
