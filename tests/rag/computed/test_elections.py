"""Contests and roll calls: the votes for each candidate, on an amendment, and on a matter that led to a row."""

from collections.abc import Callable
from pathlib import Path

import pytest

from index.models import Filters
from rag.assistant import Assistant
from rag.computed.routes import compute
from rag.computed.told import Request, Told
from rag.understanding.question import clean, understand
from rag.understanding.resolve import resolve

COUNCIL = """MINUTES OF PROCEEDINGS AT MEETING OF SALTMERE TOWN COUNCIL HELD IN THE TOWN HALL ON MONDAY, 7TH JUNE, 2021.

PRESENT IN THE CHAIR: Councillor R. Ash, Mayor.

MEMBERS PRESENT:

Councillors Birch, Cedar, Dale, Elm, Fern, Gorse and Heath.

1.

Election of Deputy Mayor

Proposed by Councillor Birch;

Seconded by Councillor Cedar;

“That, Councillor Dale be elected Deputy Mayor.”

Proposed by Councillor Elm;

Seconded by Councillor Fern;

“That, Councillor Gorse be elected Deputy Mayor.”

A vote was taken which resulted as follows:

For Councillor Dale

Councillors Ash, Birch, Cedar and Dale. (4)

For Councillor Gorse

Councillors Elm, Fern and Gorse. (3)

Abstentions

Councillor Heath. (1)

The Mayor declared Councillor Dale elected as Deputy Mayor.

2.

Ferry Timetable

A disagreement arose as to the length of the winter ferry timetable.

Ms Elm suggested and the Council agreed to the following amendment to the ferry timetable: one more ferry at dusk.

The Mayor called for a vote on the ferry timetable as amended, and the result was as follows:

For

Councillors Ash, Birch and Elm. (3)

Against

Councillors Cedar and Dale. (2)

It was resolved:

“That, the ferry timetable be adopted as amended.”
"""
FOR_EACH = (
    "For Councillor Dale Councillors Ash, Birch, Cedar and Dale. (4) For Councillor Gorse Councillors Elm, Fern and "
    "Gorse. (3) Abstentions Councillor Heath. (1)"
)
ROLL = "For Councillors Ash, Birch and Elm. (3) Against Councillors Cedar and Dale. (2)"


@pytest.fixture(scope="module")
def told(
    hold: Callable[[Path], Assistant], tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str], list[str]]:
    papers = tmp_path_factory.mktemp("contest")
    (papers / "council-2021-06-07.txt").write_text(COUNCIL)
    assistant = hold(papers)

    def tell(question: str) -> list[str]:
        asked = resolve(understand(clean(question)), assistant._held, Filters()).question
        found = compute(Request(asked, assistant.library, assistant._lexicon, Filters()))
        assert isinstance(found, Told), found
        return [" ".join(quote.text.split()) for quote in found.quotes]

    return tell


@pytest.mark.parametrize(
    "question",
    [
        "Who beat who for Deputy Mayor, and by how many?",
        "what was the vote for Deputy Mayor in June 2021?",
        "who stood for Deputy Mayor and how many votes did they get?",
        "What was the result of the election of the Deputy Mayor?",
        "by what margin was the Deputy Mayor elected?",
        "how close was the contest for deputy mayor?",
        "what way did the voting go for deputy mayor? Give the numbers for each candidate.",
        "how did councillors vote for Deputy Mayor in June 2021?",
        "who voted for whom as Deputy Mayor?",
        "how many members voted for each candidate for Deputy Mayor?",
    ],
)
def test_the_votes_for_each_candidate(told: Callable[[str], list[str]], question: str) -> None:
    assert told(question) == [FOR_EACH, "The Mayor declared Councillor Dale elected as Deputy Mayor."]


@pytest.mark.parametrize(
    "question",
    [
        "The row over the length of the ferry timetable went to a vote. What was the result?",
        "What was the vote on the ferry timetable - for, against, abstained?",
        "how was the vote split on the ferry timetable?",
        "was the ferry timetable put to a vote?",
    ],
)
def test_the_roll_call(told: Callable[[str], list[str]], question: str) -> None:
    assert told(question)[0] == ROLL


@pytest.mark.parametrize(
    "question",
    [
        "Whose amendment to the ferry timetable was accepted?",
        "who proposed the amendment to the ferry timetable?",
    ],
)
def test_whose_amendment(told: Callable[[str], list[str]], question: str) -> None:
    (sentence,) = told(question)
    assert sentence.startswith("Ms Elm suggested and the Council agreed to the following amendment")


def test_a_contest_without_votes_is_left_to_the_papers(computing: Callable[..., object]) -> None:
    assert computing("who beat who for chair of the panel?") is None
