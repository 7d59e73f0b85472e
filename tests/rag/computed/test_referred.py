"""All references of one sort are told with the words that say them; one reference is no list."""

from collections.abc import Callable
from pathlib import Path

import pytest

from rag.assistant import Assistant
from rag.models import Answer, Refusal

MINUTES = """MINUTES OF PROCEEDINGS AT MEETING OF SALTMERE TOWN COUNCIL HELD IN THE TOWN HALL, SALTMERE, ON {0}, AT 3PM.

PRESENT IN THE CHAIR: Councillor R. Ash, Mayor.

MEMBERS PRESENT:

Councillors Birch, Cedar (J), Dale and Elm.

1. Register of Harbour Risks

The Clerk said that risk HBR0{1}2 on the sea wall had grown. Members asked about the ferries.

Risk HBR0{1}7 on the lamps would be split in two. HBR0{1}2 would be looked at again in June.

2. 21/000{1}8 - Lease of the Net Loft

It was agreed to let the net loft.

3. 21/000{1}9 - Tolls at the Slip

It was agreed to keep the tolls. Decision 21/00001 had been called in.
"""


@pytest.fixture(scope="module")
def ask(
    hold: Callable[[Path], Assistant], tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str], Answer | Refusal]:
    papers = tmp_path_factory.mktemp("referred")
    (papers / "may.txt").write_text(MINUTES.format("MONDAY, 10TH MAY, 2021", "4"))
    (papers / "june.txt").write_text(MINUTES.format("MONDAY, 14TH JUNE, 2021", "5"))
    return hold(papers).ask


def told(reply: Answer | Refusal) -> list[str]:
    assert isinstance(reply, Answer) and reply.computed, reply
    return [claim.text for claim in reply.claims]


@pytest.mark.parametrize(
    "question",
    [
        "Which risks were singled out on 10 May 2021? Give me all the HBR numbers.",
        "List the HBR risk numbers raised at the meeting of 10 May 2021",
        "Which HBR references came up on 10 May 2021?",
    ],
)
def test_every_reference_is_told_where_it_is_first_said(
    ask: Callable[[str], Answer | Refusal], question: str
) -> None:
    reply = ask(question)
    assert told(reply) == [
        "The Clerk said that risk HBR042 on the sea wall had grown.",
        "Risk HBR047 on the lamps would be split in two.",
    ]
    assert isinstance(reply, Answer) and reply.computed
    assert reply.computed.sentence == "2 references “HBR…”, 10 May 2021; counted in the papers held."


def test_items_are_told_by_their_titles(ask: Callable[[str], Answer | Refusal]) -> None:
    reply = ask("Can you list the 14 June 2021 agenda items that had a 21/ decision number?")
    assert told(reply) == ["21/00058 - Lease of the Net Loft", "21/00059 - Tolls at the Slip"]


@pytest.mark.parametrize(
    "question",
    [
        "What is the HBR number of the sea wall risk on 10 May 2021?",
        "How many HBR numbers were there on 10 May 2021?",
        "List the XYZ numbers of 10 May 2021",
        "What was said about HBR042 on 10 May 2021?",
    ],
)
def test_other_questions_are_no_lists_of_references(
    ask: Callable[[str], Answer | Refusal], question: str
) -> None:
    reply = ask(question)
    assert not (isinstance(reply, Answer) and reply.computed)
