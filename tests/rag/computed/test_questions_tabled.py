"""Questions of which notice was given are counted as items of the agenda; others are not known by their number."""

from collections.abc import Callable
from pathlib import Path

import pytest

from rag.assistant import Assistant
from rag.models import Answer

HEAD = """MINUTES OF PROCEEDINGS AT MEETING OF SALTMERE TOWN COUNCIL HELD IN THE TOWN HALL, SALTMERE, ON {0}, AT 3PM.

PRESENT IN THE CHAIR: Councillor R. Ash, Mayor.

MEMBERS PRESENT:

Councillors Birch, Cedar (J), Dale and Elm.
"""
TABLED = """
1. Question submitted by Councillor J. Cedar

I will ask at the next Meeting when the ferry slip will be mended.

REPLY: The slip will be mended in May.

2. Question submitted by Councillor Elm

I will ask at the next Meeting what the lamps of the quay cost.

REPLY: They cost a good deal.

3. Notice of Motion submitted by Councillor Dale

I will move at the next Meeting that the quay be swept.

The Motion was proposed by Councillor Dale and seconded by Councillor Elm.
"""
TOGETHER = """
1. Questions from Members

Councillor Elm asked when the ferry slip would be mended. Councillor Dale asked what the lamps of the quay cost.

2. Sweeping of the Quay

The quay would be swept in June.
"""


@pytest.fixture(scope="module")
def council(
    hold: Callable[[Path], Assistant], tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str], object]:
    papers = tmp_path_factory.mktemp("tabled")
    (papers / "may.txt").write_text(HEAD.format("MONDAY, 10TH MAY, 2021") + TABLED)
    (papers / "june.txt").write_text(HEAD.format("MONDAY, 14TH JUNE, 2021") + TOGETHER)
    return hold(papers).ask


@pytest.mark.parametrize(
    "question",
    [
        "How many councillors' questions (not motions) were on the agenda of 10 May 2021?",
        "How many questions did councillors submit for 10 May 2021, leaving out motions?",
        "how many questions were tabled on 10 May 2021",
        "List the questions submitted by councillors on 10 May 2021",
        "How many members' questions were on the agenda on 10 May 2021?",
    ],
)
def test_questions_tabled_are_counted_and_motions_are_not(
    council: Callable[[str], object], question: str
) -> None:
    reply = council(question)
    assert isinstance(reply, Answer) and reply.computed, reply
    assert reply.computed.count == 2
    assert reply.computed.sentence.startswith("2 questions on the agenda, in 1 meeting, 10 May 2021")


@pytest.mark.parametrize(
    "question",
    [
        "How many members' questions were on the agenda of 14 June 2021?",
        "How many questions did the harbour survey have?",
    ],
)
def test_questions_under_one_item_are_not_counted_as_one(
    council: Callable[[str], object], question: str
) -> None:
    reply = council(question)
    assert not (isinstance(reply, Answer) and reply.computed)
