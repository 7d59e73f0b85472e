"""At what time of day a meeting began or ended."""

from collections.abc import Callable

import pytest

from rag.computed.told import Told

MARCH = (
    "MINUTES OF PROCEEDINGS AT MEETING OF SALTMERE TOWN COUNCIL HELD IN THE TOWN HALL, SALTMERE, ON MONDAY, "
    "8TH MARCH, 2021, AT 3PM."
)
APRIL = MARCH.replace("8TH MARCH", "12TH APRIL")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("What time did the council meeting of 12 April 2021 start?", [APRIL]),
        ("At what hour was the council called on 8 March 2021?", [MARCH]),
        ("what time of day was the 8 March 2021 council meeting?", [MARCH]),
    ],
)
def test_the_hour(quotes: Callable[[str], list[str]], question: str, told: list[str]) -> None:
    assert quotes(question) == told


@pytest.mark.parametrize(
    "question",
    [
        "What time does the ferry leave on 8 March 2021?",
        "What time did the council meeting of 12 April 2021 end?",
        "What time did the council agree for the market on 12 April 2021?",
        "When did the council meet?",
    ],
)
def test_no_other_question_is_computed_so(computing: Callable[..., object], question: str) -> None:
    told = computing(question)
    assert not isinstance(told, Told) or not any("3PM" in quote.text for quote in told.quotes)
