"""An amendment that replaced a motion, a vote told in the talk, and a statement that is of another year than its
meeting."""

from collections.abc import Callable
from pathlib import Path

import pytest

from index.models import Filters
from rag.assistant import Assistant
from rag.computed.routes import compute
from rag.computed.told import Request, Told
from rag.understanding.question import clean, understand
from rag.understanding.resolve import resolve

PAPER = """MINUTES OF PROCEEDINGS AT MEETING OF SALTMERE TOWN COUNCIL HELD IN THE TOWN HALL ON MONDAY, 12TH MARCH, 2018.

PRESENT IN THE CHAIR: Councillor R. Ash, Mayor.

MEMBERS PRESENT:

Councillors Birch, Cedar, Dale, Elm and Fern.

1.

Annual Accounts

Circulated, Accounts of the Town Fund for the year ended 31st December, 2017.

Proposed by Councillor Birch;

Seconded by Councillor Cedar;

And Resolved:

“That, the Accounts of the Town Fund for the year ended 31st December, 2017, be and are hereby adopted.”

2.

Ferry Fares

Councillor Dale, who thought fares too low, moved that the fare be raised to €4. Councillor Elm moved, as an amendment,
that the fare stay at €3. The amendment was carried by 4 votes to 2.

And Resolved:

“That, the fare of the ferry be kept at €3.”
"""


@pytest.fixture(scope="module")
def tell(hold: Callable[[Path], Assistant], tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], str]:
    folder = tmp_path_factory.mktemp("amended")
    (folder / "council.txt").write_text(PAPER, encoding="utf-8")
    held = hold(folder)

    def put(question: str) -> str:
        asked = resolve(understand(clean(question)), held._held, Filters()).question
        told = compute(Request(asked, held.library, held._lexicon, Filters()))
        assert isinstance(told, Told), told
        return " ".join(" ".join(quote.text.split()) for quote in told.quotes)

    return put


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("Who proposed and who seconded adopting the Town Fund's 2017 accounts?", ("Birch", "Cedar")),
        ("Who seconded Saltmere's 2017 accounts?", ("Birch", "Cedar")),
        (
            "Who moved the amendment on the ferry fare, whose motion did it replace and what was the vote?",
            ("Councillor Dale, who", "Councillor Elm moved, as an amendment", "4 votes to 2"),
        ),
        ("whose amendment on the ferry fare was carried?", ("Councillor Elm moved",)),
        ("What were the voting figures on the ferry fare?", ("4 votes to 2",)),
    ],
)
def test_who_moved_what_and_how_it_was_voted(tell, question: str, says: tuple[str, ...]) -> None:
    told = tell(question)
    assert [each for each in says if each not in told] == []
