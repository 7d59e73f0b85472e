"""Late interaction: what meets a question's words best."""

from __future__ import annotations

import pytest

from index.late import LateInteraction

LATE = LateInteraction()


def met(question: str, *texts: str) -> list[float]:
    return LATE.score(question, texts)


def test_a_sentence_with_the_words_is_met_better_than_one_without() -> None:
    said, unsaid = met(
        "When does the ferry sail?", "The ferry sails at nine.", "Members thanked the bell ringers."
    )
    assert unsaid < said <= 1.01


@pytest.mark.parametrize(
    ("question", "told", "other"),
    [
        (
            "who looks after the kids?",
            "A childminder cares for the children.",
            "A plumber mends the boilers.",
        ),
        ("how much was it?", "The total cost was £4,500.", "The walk was pleasant."),
        ("is the lorry broken", "The truck was out of order.", "The choir sang at the fair."),
    ],
)
def test_other_words_for_it_are_met_better_than_none(question: str, told: str, other: str) -> None:
    right, wrong = met(question, told, other)
    assert right > wrong


def test_the_score_of_a_text_does_not_depend_on_its_neighbours() -> None:
    texts = ["The ferry sails at nine.", "", "Members thanked the bell ringers for the carillon of 3 May."]
    assert met("When does the ferry sail?", *texts) == pytest.approx(
        [met("When does the ferry sail?", each)[0] for each in texts]
    )


def test_nothing_is_met_by_no_text_and_nothing_asked_meets_none() -> None:
    assert met("ferry") == []
    assert met("", "The ferry sails.") == met(" ", "The ferry sails.") == [0.0]
