"""Items that were not taken in public, by their titles, by what their minutes say and by who was sent out."""

from collections.abc import Callable
from pathlib import Path

import pytest

from rag.assistant import Assistant
from rag.models import Answer

PAPER = """Harbour Panel

Minutes of the meeting held on {day}

Present:

Councillor Ash – in the Chair

Councillors Brook and Carr

{items}
"""
MAY = """HP/21/1 Ferry Times

The Panel looked at the ferry times.

Decision

To note the report.

HP/21/2 Exclusion of the Public

Decision

That the public be excluded from the meeting for item HP/21/4.

HP/21/3 Gulls

Members talked of gulls.

HP/21/4 Sale of the Old Crane

Members had a report on the crane.

Decision

To sell the crane.

HP/21/5 Lease of the Boat House (Part 2)

The minute of this item is not for publication.
"""
JUNE = """HP/21/6 Exclusion of the Press and Public

Decision

That the press and public be excluded for the following item.

HP/21/7 Debts of Berth Holders

Members had a report on debts.

HP/21/8 Lamps

Members talked of lamps.
"""


@pytest.fixture(scope="module")
def panel(hold: Callable[[Path], Assistant], tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("papers")
    (folder / "may.txt").write_text(PAPER.format(day="4 May 2021", items=MAY))
    (folder / "june.txt").write_text(PAPER.format(day="1 June 2021", items=JUNE))
    return hold(folder)


@pytest.mark.parametrize(
    ("question", "items"),
    [
        ("which items were taken in private?", ["HP/21/4", "HP/21/5", "HP/21/7"]),
        ("list the confidential items of the Harbour Panel", ["HP/21/4", "HP/21/5", "HP/21/7"]),
        ("how many Part 2 items did the Harbour Panel have in May 2021?", ["HP/21/4", "HP/21/5"]),
        ("for which items was the public excluded?", ["HP/21/4", "HP/21/5", "HP/21/7"]),
        ("list the subjects the Harbour Panel has dealt with in private as Part 2 items (every meeting you hold)",
         ["HP/21/4", "HP/21/5", "HP/21/7"]),
        ("what did the panel discuss behind closed doors in June 2021?", ["HP/21/7"]),
    ],
)  # fmt: skip
def test_all_of_them_and_no_other(panel: Assistant, question: str, items: list[str]) -> None:
    reply = panel.ask(question)
    assert isinstance(reply, Answer) and reply.computed is not None, reply.text
    assert reply.computed.count == len(items)
    assert [item for item in items if item in {each.item for each in reply.citations}] == items
