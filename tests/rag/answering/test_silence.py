"""Why there is no answer, where that is certain."""

import pytest

from rag.assistant import Assistant
from rag.models import Refusal


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("What was decided about trams?", "The papers held never mention “trams”."),
        ("What did we decide about the monorail?", "The papers held never mention “monorail”."),
        ("What did Cabinet decide about the monorail?", "The papers held never mention “monorail”."),
        ("What did the council agree on an airport?", "The papers held never mention “airport”."),
        ("What did Councillor Quarmby say about allotments?", "The papers held never mention “Quarmby”."),
        (
            "Why did Cabinet make unconscious bias training compulsory for school governors?",
            "The decision of 15 January 2020, item 62, A Fair Workplace: Training in Children’s Services says "
            "otherwise: “RESOLVED that Cabinet",
        ),
        (
            "Why was Revenue Outturn 2020-21 deferred by the Cabinet on 16 June 2021?",
            "They do not say that it was put off: the outcome recorded of 16 June 2021, item 28, "
            "Revenue Outturn 2020-21 is: noted and agreed.",
        ),
    ],
)
def test_a_refusal_says_why(sample: Assistant, question: str, reason: str) -> None:
    reply = sample.ask(question)
    assert isinstance(reply, Refusal)
    assert reason in reply.text
    assert reply.confidence is not None and reply.confidence < 0.5


def test_the_item_a_reason_is_about_is_the_nearest(sample: Assistant) -> None:
    reply = sample.ask("Why was Revenue Outturn 2020-21 deferred by the Cabinet on 16 June 2021?")
    assert reply.nearest[0].title == "Revenue Outturn 2020-21"


@pytest.mark.parametrize("question", ["Who won the football last night?", "Has it been sunny afterwards?"])
def test_no_reason_is_made_up(sample: Assistant, question: str) -> None:
    reply = sample.ask(question)
    assert reply.text.startswith("The papers held do not answer this. Held: ")


def test_an_answer_says_how_sure_it_is(sample: Assistant) -> None:
    reply = sample.ask("Why did Cabinet set aside the closure of Ferrygate Library?")
    assert reply.status == "answered" and reply.confidence is not None and reply.confidence > 0.5


def test_a_reason_that_is_not_plainly_told_is_not_made_up_of_what_stands_by(sample: Assistant) -> None:
    decided = sample.ask("What did we decide on unconscious bias training?")
    reply = sample.ask("why?", before=[decided])
    assert isinstance(reply, Refusal) and "Nothing found is plainly told as the reason." in reply.text
