"""Greetings, vague wishes and wishes for an opinion are turned away; questions are not."""

import time

import pytest

from rag.understanding.chat import ASK, IN_OTHER_WORDS, NO_OPINION, turn_away


@pytest.mark.parametrize(
    "text",
    ["anything new?", "help", "Hello", "hi there!", "Hi. Help me please", "what's new?", "What can you do?",
     "any updates?", "who are you?", "thanks", "tell me something", "test"],
)  # fmt: skip
def test_what_asks_nothing_is_told_how_to_ask(text: str) -> None:
    assert turn_away(text) == ASK


@pytest.mark.parametrize(
    "text",
    [
        "in plain English please",
        "can you explain that in simpler words?",
        "summarise that",
        "tl;dr",
        "I don't understand",
    ],
)
def test_no_other_words_are_given(text: str) -> None:
    assert turn_away(text) == IN_OTHER_WORDS


@pytest.mark.parametrize(
    "text",
    [
        "who should I vote for?",
        "Is Cllr Stone corrupt?",
        "are the councillors any good?",
        "Is the leader of the council a liar?",
        "What do you think of the ferry?",
        "In your opinion, was it fair?",
        "who is the best councillor?",
        "which party should we trust",
    ],
)
def test_no_opinion_is_given(text: str) -> None:
    assert turn_away(text) == NO_OPINION


@pytest.mark.parametrize(
    "text",
    [
        "What was decided about the ferry?",
        "explain the ferry toll in plain English",
        "ferries",
        "any news about the ferry?",
        "What is the latest on the pool?",
        "Who voted for the motion?",
        "Which members were good enough to attend?",
        "What is the council doing about litter?",
        "Was the chair elected in May?",
        "help for young carers",
        "What did members think of the plan?",
        "Who was thanked, and why?",
        "Is the Council a good employer for young people, according to the report?",
    ],
)
def test_a_question_passes(text: str) -> None:
    assert turn_away(text) is None


@pytest.mark.parametrize("words", ["hello ", "is the council ", "any updates ", "what "])
def test_a_long_text_is_read_in_no_time(words: str) -> None:
    started = time.perf_counter()
    turn_away(words * (1_000 // len(words)))
    assert time.perf_counter() - started < 0.5
