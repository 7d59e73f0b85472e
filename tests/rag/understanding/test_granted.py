"""What a question takes for granted."""

import time

import pytest

from rag.understanding.granted import granted


@pytest.mark.parametrize(
    "question",
    [
        "Why did the pier close?",
        "Can you tell me why the pier closed?",
        "What made the Panel back the toll?",
        "What were the Panel's reasons in May for scrapping the toll?",
        "What reasoning did Cabinet give for a lower toll?",
        "What persuaded members to raise the toll?",
        "Which of the Panel's members were against the toll?",
        "Who stood against Councillor Quay for chair?",
        "When was the pier closed?",
        "On what date did the Panel scrap the toll?",
        "What did they have against the lamps?",
        "Explain the decision to close the pier",
        "When does the ban that the Council passed in May start?",
        "How did Cabinet justify the toll?",
    ],
)
def test_something_is_granted(question: str) -> None:
    assert granted(question) is not None


@pytest.mark.parametrize(
    "question",
    [
        "Did the pier close?",
        "What was decided about the pier?",
        "Why can't they just close the pier?",
        "Who asked why the pier was closed?",
        "Will the pier reopen?",
        "When will the pier open?",
        "What did members say about the toll?",
    ],
)
def test_nothing_is_granted(question: str) -> None:
    assert granted(question) is None


def test_what_was_done_when_reasons_were_given_is_granted() -> None:
    assert "refused" in (granted("What reasons did the Minister give when he refused to pay?") or "")
    assert "before" not in (granted("Why did tolls rise, before the pier closed?") or "")
    assert "toll" not in (granted("Why did they choose the lamp instead of the toll?") or "")


@pytest.mark.parametrize("words", ["what reasons ", "which a ", "how did ", "that the ", "asked why "])
def test_a_long_question_is_read_in_no_time(words: str) -> None:
    started = time.process_time()
    granted(words * (2_000 // len(words)))
    assert time.process_time() - started < 1.0
