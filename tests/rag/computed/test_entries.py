"""What a person counts as one decision: the lettered parts of a resolution are one, numbered decisions are several."""

from collections.abc import Callable
from pathlib import Path

import pytest

from index.models import Filters
from rag.assistant import Assistant
from rag.computed.entries import by_decision, entries_in, rulings_of
from rag.models import Answer

CABINET = """SALTMERE TOWN COUNCIL

CABINET

MINUTES of a meeting of the Cabinet held in the Town Hall on Wednesday, 13 January 2021.

PRESENT: Mr R Ash (Chairman), Mrs T Birch and Mr J Cedar

61. Beach Huts
(Item 5)

1) Mrs Birch introduced the report.

2) RESOLVED that Cabinet agree to:
(a) paint the beach huts by 1 May 2021;
(b) meet the cost of £4,000 from the reserve; and
(c) let them from June.

62. Seagulls
(Item 6)

1) Mr Cedar spoke of the gulls.

2) RESOLVED that the report be noted.

63. Seaside Painting
(Item 7)

1) RESOLVED that gulls be left out.
"""
NOTED = """Harbour Panel

Minutes of the meeting held on 4 May 2021

Present:

Councillor Elm – in the Chair

HSP/21/11 Reports

The dues were told of.

Decisions

1. To note the report.

2. To note the report.
"""


@pytest.fixture(scope="module")
def cabinet(hold: Callable[[Path], Assistant], tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    papers = tmp_path_factory.mktemp("lettered")
    (papers / "cabinet-2021-01-13-printed-minutes.txt").write_text(CABINET)
    (papers / "panel-2021-05-04.txt").write_text(NOTED)
    return hold(papers)


def test_lettered_parts_are_kept_together(cabinet: Assistant) -> None:
    rulings = rulings_of(entries_in(cabinet.library, [Filters(body="Cabinet")]))
    assert [[part.decision.number for part in parts] for parts in by_decision(rulings)] == [
        ["a", "b", "c"],
        [None],
        [None],
    ]


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("What was decided on 13 January 2021?", "3 decisions, in 1 meeting, 13 January 2021;"),
        ("how many decisions were made on 13 January 2021?", "3 decisions, in 1 meeting, 13 January 2021;"),
        ("list all decisions about the beach huts", "1 decision about “beach huts”, in 1 meeting,"),
        ("How many decisions were made about beach huts?", "1 decision about “beach huts”, in 1 meeting,"),
        ("how many separate decisions were made on the beach huts?", "1 decision on “Beach Huts”,"),
        ("how many separate points were agreed on the beach huts?", "3 points decided on “Beach Huts”,"),
        # of what its words and its title say together
        ("list all decisions about painting seaside gulls", "1 decision about “painting seaside gulls”,"),
    ],
)
def test_a_resolution_counts_once_and_its_parts_where_they_are_asked_for(
    cabinet: Assistant, question: str, said: str
) -> None:
    reply = cabinet.ask(question)
    assert isinstance(reply, Answer) and reply.computed is not None
    assert reply.computed.sentence.startswith(said)


def test_what_was_decided_twice_in_the_same_words_is_cited_twice(cabinet: Assistant) -> None:
    reply = cabinet.ask("What was decided on 4 May 2021?")
    assert isinstance(reply, Answer) and reply.computed is not None and reply.computed.count == 2
    assert len({one.span.start for one in reply.citations}) == 2
