"""Turns of a conversation that are no question by themselves: nothing before them, thanks, wishes, hostile ones."""

from collections.abc import Sequence

import pytest
from talks import DECIDED, PLACE, Shelf, answer, refusal

from rag.models import Refusal
from rag.understanding.conversation import make_whole


@pytest.mark.parametrize(
    "text",
    ["and who proposed it?", "why?", "what about 2023?", "When?", "who raised it?", "tell me more", "and?",
     "what else?", "how much did that cost?", "and the cost?", "was that approved?", "what did they decide?",
     "who was there?", "and the meeting before that?", "how many of them?", "what about the Ofsted Subgroup?",
     "and the year before?", "what happened next?", "by whom?", "how did they vote?"],
)  # fmt: skip
@pytest.mark.parametrize("before", [(), (refusal("why?"),)])
def test_with_nothing_before_it_a_follow_up_is_not_guessed_at(text: str, before: Sequence[Refusal]) -> None:
    whole = make_whole(text, before, Shelf())
    assert whole.unclear == (
        f"“{text}” does not say what it is about: name the matter, the item or the meeting it asks of."
    )


@pytest.mark.parametrize(
    "text",
    ["what about potholes?", "and exclusions?", "and item 28?", "What was decided?", "who chaired it on 3 July 2019?",
     "is it legal to park on the pavement?", "and Councillor Elm?", "how many of them were girls?",
     "what was the vote?", "Cabinet", "how will it be paid for by schools?"],
)  # fmt: skip
def test_with_nothing_before_it_what_names_something_is_asked(text: str) -> None:
    assert make_whole(text, (), Shelf()).unclear is None


def test_a_long_follow_up_is_shown_in_part() -> None:
    unclear = make_whole("and so " * 60 + "why?", (), Shelf()).unclear
    assert unclear is not None and len(unclear) < 150 and "…" in unclear


@pytest.mark.parametrize(
    "text", ["and " * 250, "it " * 333, "what about (" * 80, "the one before " * 50, "1" * 1000]
)
def test_hostile_follow_ups(text: str) -> None:
    make_whole(text.strip(), [answer("(" * 900)] * 30, Shelf())


@pytest.mark.parametrize("text", ["ok thanks", "great, thank you!", "Yes please"])
def test_thanks_are_no_question(text: str) -> None:
    assert make_whole(text, [answer(DECIDED)], Shelf()).said is None


def test_a_wish_for_other_words_is_of_what_was_told() -> None:
    before = [answer(DECIDED), refusal("in plain English please")]
    assert make_whole("and when?", before, Shelf()).said == f"when was youth justice decided {PLACE}?"
