"""When the next meeting will be: only what a body's newest paper announces of a later day."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from rag.assistant import Assistant
from rag.models import Answer, Refusal

PANEL = """Saltmere Town Council

Harbour Panel

Minutes of the meeting held on {held}

Present:
Councillor Ash - in the Chair
Councillors Bell and Cole

SH/{number} Lamps

The Panel considered the lamps of the quay. It asked for 3 decisions of the harbour master at the next meeting.

SH/{after} Date of Next Meeting

{words}

Decision

NOTED
"""


@pytest.fixture(scope="module")
def asked(
    hold: Callable[[Path], Assistant], tmp_path_factory: pytest.TempPathFactory
) -> Callable[..., object]:
    """What is said of the next meeting where the Panel's newest minutes end with these words."""

    def ask(words: str, question: str = "When is the next meeting?") -> Answer | Refusal:
        folder = tmp_path_factory.mktemp("panel")
        old = "The next meeting would be held on 14 September 2021 in the Ferry Hall."
        for held, number, after, said in (
            ("4 May 2021", "21/01", "21/02", old),
            ("12 October 2021", "21/07", "21/08", words),
        ):
            paper = PANEL.format(held=held, number=number, after=after, words=said)
            (folder / f"panel-{number[-2:]}.txt").write_text(paper)
        return hold(folder).ask(question)

    return ask


def told(reply: Answer | Refusal) -> list[str]:
    return [claim.text for claim in reply.claims] if isinstance(reply, Answer) else []


@pytest.mark.parametrize(
    "words",
    [
        "The next meeting would be held on 9 November 2021 in the Ferry Hall.",
        "The next scheduled Harbour Panel meeting is Tuesday, 9 November 2021.",
        "The Panel would next meet on Tuesday, 9 November at 4.30 pm.",
        "It would be held on 9 November 2021.",
    ],
)
def test_what_the_newest_paper_announces(asked: Callable[..., Answer | Refusal], words: str) -> None:
    reply = asked(words)
    assert told(reply) == [words]
    assert isinstance(reply, Answer) and reply.computed
    assert (
        reply.computed.sentence
        == "The next meeting as announced in the newest paper held, of 12 October 2021."
    )


@pytest.mark.parametrize(
    "words",
    [
        "The next Ferries Board meeting would be held on 9 November 2021.",  # another body's
        "Members thanked the harbour master.",
        "The minutes of 14 September 2021 were noted.",
    ],
)
def test_an_older_announcement_is_not_told_as_the_next(
    asked: Callable[..., Answer | Refusal], words: str
) -> None:
    assert isinstance(asked(words), Refusal)


@pytest.mark.parametrize(
    "question",
    [
        "What is the date of the next Harbour Panel meeting?",
        "When does the Harbour Panel meet next?",
        "Where is the next meeting?",
    ],
)
def test_other_words_for_it(asked: Callable[..., Answer | Refusal], question: str) -> None:
    words = "The next meeting would be held on 9 November 2021 in the Ferry Hall."
    assert told(asked(words, question)) == [words]


@pytest.mark.parametrize(
    "question", ["When is the next meeting about the lamps?", "When was the next meeting after 4 May 2021?"]
)
def test_other_questions_are_not_computed_so(asked: Callable[..., Answer | Refusal], question: str) -> None:
    reply = asked("The next meeting would be held on 9 November 2021.", question)
    assert not (isinstance(reply, Answer) and reply.computed)
