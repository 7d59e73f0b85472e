"""Hostile questions of the greatest length are read in the time of any other."""

import time
from collections.abc import Callable

import pytest

from rag.understanding.question import MAX_CHARACTERS
from rag.understanding.resolve import Resolved

UNITS = (
    "A", "Aa ", "a ", "9 ", "1/1/", "AB/12/", "in March ", "17 July 2019 ", "17 and ", "March and ", "2018/19 ",
    "the last ", "the meeting before ", "at the next meeting of ", "minutes approve ", "when next ", "did the ",
    "did Aa ", "the committee ", "sub-", "Cllr A", "did Mr A ", "what was ", "what did ", "how many vote ", "report ",
    "Leeds City Council ", "full a ", "Council ", "over the last ", "summer ", "Q1 ", "paragraph ", "item 1, ",
    "A of ", "HSC ", "between ", "from March to ",
)  # fmt: skip


@pytest.mark.parametrize("unit", UNITS)
def test_a_hostile_question_is_soon_read(put: Callable[..., Resolved], unit: str) -> None:
    text = (unit * MAX_CHARACTERS)[:MAX_CHARACTERS]
    put("What was decided?")
    started = time.process_time()
    put(text)
    assert time.process_time() - started < 0.5
