"""Who is Mayor, Leader or Cabinet Member: as of the latest paper that names them in that office, or not at all."""

from collections.abc import Callable
from pathlib import Path

import pytest

from index.models import Filters
from rag.assistant import Assistant
from rag.computed.routes import compute
from rag.computed.told import Request, Silence, Told
from rag.understanding.question import clean, understand
from rag.understanding.resolve import resolve

HEAD = """MINUTES OF PROCEEDINGS AT MEETING OF SALTMERE TOWN COUNCIL HELD IN THE TOWN HALL ON MONDAY, {day}.

PRESENT IN THE CHAIR: Councillor {chair}, Mayor.

MEMBERS PRESENT:

Councillors Birch, Cedar, Dale, Elm and Fern.

OFFICIALS IN ATTENDANCE:

Chief Executive (Ms. P. Quill), Harbour Master (Mr. T. Oar).

1.

{title}

{text}
"""
MARCH = HEAD.format(
    day="8TH MARCH, 2021",
    chair="R. Ash",
    title="Lamps",
    text="Councillor Birch, Leader of the Council, thanked the former Mayor, Councillor Gorse. Councillor Elm, Cabinet"
    " Member for Harbours and Ferries, said that the lamps were old.",
)
JUNE = HEAD.format(
    day="14TH JUNE, 2021",
    chair="R. Ash",
    title="Election of Mayor",
    text="Proposed by Councillor Birch;\n\nSeconded by Councillor Elm;\n\n“That, Councillor Fern be elected Mayor.”\n\n"
    "The outgoing Mayor, Councillor Ash, declared Councillor Cedar elected as Mayor. The Deputy Mayor, Councillor Dale,"
    " spoke of the year ahead. The Labour Group Leader, Councillor Fern, agreed with the Leader of the Ferry Users.",
)


@pytest.fixture(scope="module")
def tell(
    hold: Callable[[Path], Assistant], tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str], Told | Silence | None]:
    folder = tmp_path_factory.mktemp("holders")
    for name, text in (("march", MARCH), ("june", JUNE)):
        (folder / f"council-{name}.txt").write_text(text, encoding="utf-8")
    held = hold(folder)

    def put(question: str) -> Told | Silence | None:
        asked = resolve(understand(clean(question)), held._held, Filters()).question
        return compute(Request(asked, held.library, held._lexicon, Filters()))

    return put


@pytest.mark.parametrize(
    ("question", "name", "day"),
    [
        ("Who is the current Mayor?", "Councillor Cedar elected as Mayor", "14 June 2021"),
        ("who's the mayor at the moment?", "Councillor Cedar elected as Mayor", "14 June 2021"),
        ("Who is the Mayor of Saltmere now?", "Councillor Cedar elected as Mayor", "14 June 2021"),
        ("Who currently holds the office of Mayor?", "Councillor Cedar elected as Mayor", "14 June 2021"),
        ("Who is the Leader of the Council?", "Councillor Birch, Leader of the Council", "8 March 2021"),
        ("who is the deputy mayor?", "The Deputy Mayor, Councillor Dale,", "14 June 2021"),
        ("Who is the Cabinet Member for Ferries?", "Councillor Elm, Cabinet Member", "8 March 2021"),
        (
            "Which councillor is Saltmere's Cabinet Member for Ferries now?",
            "Councillor Elm, Cabinet Member",
            "8 March 2021",
        ),
        (
            "Who is the Leader of the Council now? It was Mr Ash in 2015.",
            "Councillor Birch, Leader of the Council",
            "8 March 2021",
        ),
        ("What is the name of the Chief Executive?", "Chief Executive (Ms. P. Quill)", "14 June 2021"),
    ],
)
def test_the_latest_paper_that_names_them_tells(tell, question: str, name: str, day: str) -> None:
    told = tell(question)
    assert isinstance(told, Told), told
    (quote,) = told.quotes
    assert name in " ".join(quote.text.split())
    assert told.computed is not None and f"As of {day}, the latest paper" in told.computed.sentence


def test_what_no_paper_says_is_not_guessed(tell) -> None:
    told = tell("Who is the Provost?")
    assert told == Silence("No paper held says who is Provost.", sure=True)
    assert tell("Who is the Cabinet Member for Schools?") is None


@pytest.mark.parametrize(
    "question",
    [
        "Who is the leader of the rowing club?",
        "Who is the rowing club's leader?",
        "What did the Mayor say?",
        "Who was elected Mayor?",
    ],
)
def test_other_questions_are_left_alone(tell, question: str) -> None:
    told = tell(question)
    assert not isinstance(told, Told) or told.computed is None or "As of" not in told.computed.sentence
