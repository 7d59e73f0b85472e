"""Counts of what was decided at once: the parts of a resolution, and the disposals and appointments of a meeting."""

from collections.abc import Callable
from pathlib import Path

import pytest

from index.models import Filters
from rag.assistant import Assistant
from rag.computed.routes import compute
from rag.computed.told import Request, Silence, Told
from rag.understanding.question import clean, understand
from rag.understanding.resolve import resolve

COUNCIL = """MINUTES OF PROCEEDINGS AT MEETING OF SALTMERE TOWN COUNCIL HELD IN THE TOWN HALL ON MONDAY, 7TH JUNE, 2021.

PRESENT IN THE CHAIR: Councillor R. Ash, Mayor.

MEMBERS PRESENT:

Councillors Birch, Cedar and Dale.

1.

Disposal of Land

Proposed by Councillor Birch;

Seconded by Councillor Cedar;

And Resolved:

“That, the approval of the Council be given to the disposal of property at 4 Quay Street to Ann Oar for €100.”

Proposed by Councillor Birch;

Seconded by Councillor Cedar;

And Resolved:

“That, the approval of the Council be given to the disposal of 6 Quay Street to Tom Oar for €200.”

2.

Ferry Pier

The Mayor left the meeting and Councillor Dale took the Chair.

Proposed by Councillor Birch;

Seconded by Councillor Cedar;

And Resolved:

“That, the pier be painted.”
"""
PANEL = """Harbour Panel

Minutes of the meeting held on 4 May 2021

Present:

Councillor Elm – in the Chair

HSP/21/11 Monitoring of Harbour Dues – March 2021

The Harbour Master spoke of the dues.

Decisions

1. To note the dues.

2. To ask for a report.

3. To thank the Harbour Master.

HSP/21/12 Seagulls

Decision

To note the report.
"""


@pytest.fixture(scope="module")
def tell(
    hold: Callable[[Path], Assistant], tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str], object]:
    papers = tmp_path_factory.mktemp("acts")
    (papers / "council-2021-06-07.txt").write_text(COUNCIL)
    (papers / "panel-2021-05-04.txt").write_text(PANEL)
    assistant = hold(papers)

    def put(question: str) -> Told | Silence | None:
        asked = resolve(understand(clean(question)), assistant._held, Filters()).question
        return compute(Request(asked, assistant.library, assistant._lexicon, Filters()))

    return put


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("How many separate property disposals were passed under Disposal of Land on 7 June 2021?",
         "2 decisions on disposals, in 1 meeting, 7 June 2021;"),
        ("how many land or property disposals did the council approve on 7 June 2021?",
         "2 decisions on disposals, in 1 meeting, 7 June 2021;"),
        ("how many separate points did the Panel resolve on the March 2021 harbour dues monitoring?",
         "3 decisions on “Monitoring of Harbour Dues – March 2021”, in 1 meeting, 4 May 2021;"),
        ("how many parts were agreed on the monitoring of harbour dues in May 2021?",
         "3 decisions on “Monitoring of Harbour Dues – March 2021”, in 1 meeting, 4 May 2021;"),
        ("how many different decisions were made under item HSP/21/11?",
         "3 decisions on “Monitoring of Harbour Dues – March 2021”, in 1 meeting, 4 May 2021;"),
    ],
)  # fmt: skip
def test_counted(tell: Callable[[str], object], question: str, said: str) -> None:
    told = tell(question)
    assert isinstance(told, Told) and told.computed is not None
    assert told.computed.sentence.startswith(said)
    assert told.quotes


@pytest.mark.parametrize(
    "question",
    [
        "how many school disposals were approved on 7 June 2021?",
        "how many disposals were approved?",
        "how many appointments did the clinic make on 7 June 2021?",
        "how many separate points were agreed on the lighthouse?",
        "how many points were taken off his driving licence?",
    ],
)
def test_what_is_not_plainly_meant_is_not_counted(tell: Callable[[str], object], question: str) -> None:
    assert not isinstance(tell(question), Told)


@pytest.mark.parametrize(
    "question",
    [
        "Who took the chair after the Mayor left the meeting on 7 June 2021?",
        "Councillor Ash left partway through the council meeting of 7 June 2021 - who chaired after that?",
    ],
)
def test_who_took_the_chair_then(tell: Callable[[str], object], question: str) -> None:
    told = tell(question)
    assert isinstance(told, Told)
    assert "The Mayor left the meeting and Councillor Dale took the Chair." in [
        quote.text for quote in told.quotes
    ]
