"""What a question takes for granted was said or found, where nothing was."""

import time

import pytest

from rag.answering.unsaid import find_unsaid
from rag.retrieval.evidence import Evidence
from rag.understanding.lexicon import Lexicon
from rag.understanding.question import read_question

COUNTS = {
    "the": 100, "council": 90, "ferry": 3, "grant": 5, "harbour": 5, "minister": 4, "letter": 6, "survey": 6,
    "dredging": 2, "reply": 4, "impacts": 3, "quay": 2, "teal": 2, "mayor": 5, "pier": 3, "money": 5, "risks": 3,
}  # fmt: skip


@pytest.fixture(scope="module")
def lexicon(make) -> Lexicon:
    return Lexicon(make.library(COUNTS))


def unsaid(lexicon: Lexicon, question: str, *weighed: Evidence) -> object:
    asked = read_question(question)
    return find_unsaid(asked, lexicon.read(asked), weighed)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("What did Minister Ada Teal reply when the Council wrote to her about the ferry grant?",
         "Members called on the Council to write to Minister Teal for a ferry grant."),
        ("What was the Minister's response to the letter about the ferry grant?",
         "A letter on the ferry grant is to go to the Minister."),
        ("What reasons did Ada Teal give when she refused the ferry grant?",
         "Mr Quay wrote to Ada Teal for a ferry grant, to which a response was yet to be received."),
        ("Why did the Minister refuse the ferry grant?", "No reply had come from the Minister on the ferry grant."),
        ("Which impacts on the harbour did the dredging survey find?",
         "The dredging survey shows that there should not be any impacts on the harbour."),
        ("What risks to the harbour were found in the dredging survey?",
         "No risks to the harbour were found in the dredging survey."),
    ],
)  # fmt: skip
def test_the_record_tells_that_there_was_none(make, lexicon: Lexicon, question: str, told: str) -> None:
    evidence = make.evidence(told)
    found = unsaid(lexicon, question, evidence)
    assert found is not None and found.by is evidence


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("What did Minister Ada Teal reply when the Council wrote to her about the ferry grant?",
         "A letter was sent on the ferry grant; Minister Teal replied that there is no money."),
        ("What did the Minister reply to the letter about the ferry grant?",
         "A letter from the Minister said that the ferry grant is paid."),
        ("What did the officer answer about the ferry grant?", "The officer wrote to the harbour about the grant."),
        ("Did the Minister reply about the ferry grant?", "No reply had come from the Minister on the grant."),
        ("Which impacts on the harbour did the dredging survey find?",
         "The dredging survey found two impacts on the harbour."),
        ("Were any risks to the harbour found?", "No risks to the harbour were found in the dredging survey."),
    ],
)  # fmt: skip
def test_what_is_told_is_not_refused(make, lexicon: Lexicon, question: str, told: str) -> None:
    assert unsaid(lexicon, question, make.evidence(told)) is None


def test_a_guest_who_is_only_greeted_said_nothing(make, lexicon: Lexicon) -> None:
    question = "What did Minister Teal say when he addressed the Council?"
    greeting = make.evidence(
        "“Mayor Quay, Minister Teal, Senators, fellow Councillors, ladies and gentlemen."
    )
    speech = make.evidence("Minister Teal thanked the Council.", start=200)
    found = unsaid(lexicon, question, greeting)
    assert found is not None and found.by is None
    assert unsaid(lexicon, question, greeting, speech) is None


@pytest.mark.parametrize("words", ["what did a ", "which impacts ", "Mayor Quay, ", "no any ", "reply was "])
def test_a_long_text_is_read_in_no_time(make, lexicon: Lexicon, words: str) -> None:
    started = time.process_time()
    unsaid(lexicon, words * (900 // len(words)) + "reply", make.evidence(words * (4_000 // len(words))))
    assert time.process_time() - started < 2.0
