"""Motions by who gave notice of them and by where they were sent, each with the words it asks in."""

from collections.abc import Callable
from pathlib import Path

import pytest

from rag.assistant import Assistant
from rag.models import Answer, Refusal

HEAD = """MINUTES OF PROCEEDINGS AT MEETING OF SALTMERE TOWN COUNCIL HELD IN THE TOWN HALL ON 8TH MARCH, 2021, AT 3PM.

PRESENT IN THE CHAIR: Councillor R. Ash, Mayor.

MEMBERS PRESENT:

Councillors Birch, Cedar (J), Dale and Elm.

"""
NOTICES = """
1. Notice of Motion submitted by Councillor T. Dale (to be referred to the Quays Strategic Policy Committee)

I will move at the next Meeting that the wreck below the fort be lifted.

The Mayor informed the Meeting that this item would be forwarded to the Quays Strategic Policy Committee.

2. Notice of Motion submitted by Councillor T. Dale

I will move at the next Meeting that the bell be rung at noon.

The Motion was proposed by Councillor Elm, seconded by Councillor Birch and agreed.

3. Notice of Motion submitted by Councillors P. Elm and J. Cedar

I will move at the next Meeting that gulls be counted.

It was agreed to refer this Motion to the Joint Harbour Committee.

4. Question submitted by Councillor T. Dale

I will ask at the next Meeting what the lamps cost.

REPLY: They cost a good deal.
"""
WRECK = "I will move at the next Meeting that the wreck below the fort be lifted."
BELL = "I will move at the next Meeting that the bell be rung at noon."
GULLS = "I will move at the next Meeting that gulls be counted."
LAMPS = "I will ask at the next Meeting what the lamps cost."


@pytest.fixture(scope="module")
def council(hold: Callable[[Path], Assistant], tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("papers")
    (folder / "march.txt").write_text(HEAD + NOTICES)
    return hold(folder)


def asking(reply: Answer | Refusal) -> list[str]:
    """The words of the motions told."""
    assert isinstance(reply, Answer), reply.text
    quotes = [" ".join(each.quote.split()) for each in reply.citations]
    return [each for each in quotes if each.startswith("I will")]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("which motions did Councillor Dale put down?", [WRECK, BELL]),
        ("list Councillor Dale's motions of 8 March 2021", [WRECK, BELL]),
        ("how many motions did Councillor T Dale submit?", [WRECK, BELL]),
        ("what motions were tabled by Councillor Cedar in 2021?", [GULLS]),
        ("which motions did Councillor Dale propose?", [WRECK, BELL]),  # he is minuted as proposing none
        ("which questions did Councillor Dale submit?", [LAMPS]),
        ("which motions were referred to the Quays SPC?", [WRECK]),
        ("list the motions sent on to the Quays Strategic Policy Committee on 8 March 2021 and what they asked for",
         [WRECK]),
        ("Which of the notices of motion on 8 March 2021 were referred to the Joint Harbour Committee?", [GULLS]),
        ("how many motions were referred to another committee?", [WRECK, GULLS]),
        ("which motions did Saltmere Town Council send on to the Joint Harbour Committee?", [GULLS]),
    ],
)  # fmt: skip
def test_each_with_what_it_asks(council: Assistant, question: str, told: list[str]) -> None:
    assert asking(council.ask(question)) == told


def test_what_is_counted_is_said(council: Assistant) -> None:
    reply = council.ask("how many motions did Councillor T Dale submit?")
    assert isinstance(reply, Answer) and reply.computed is not None
    assert reply.computed.sentence == (
        "2 motions of Councillor T Dale, in 1 meeting, 8 March 2021; counted in the papers held."
    )


@pytest.mark.parametrize(
    "question",
    [
        "how many motions did Councillor Birch submit?",
        "which motions were referred to the Bridges Committee?",
    ],
)
def test_none_where_there_is_none(council: Assistant, question: str) -> None:
    assert isinstance(council.ask(question), Refusal)
