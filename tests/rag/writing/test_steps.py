"""An answer comes at once in the record's words, then sentence by sentence as a model words it."""

import pytest

from rag.assistant import Assistant
from rag.models import Answer, NoticeKind, QuestionError, Refusal
from rag.writing.writer import Writer

ASK = "What did the panel settle for tenants lent a dehumidifier?"
WORDED = "The Panel agreed that tenants lent a dehumidifier will be paid £1.80 a day, not £1.20."


def test_first_the_quotes_then_what_was_verified(sample, says) -> None:
    (quoted,) = sample.ask_in_steps(ASK)
    model = says(f"The mayor has resigned [1]. {WORDED} [1]")
    first, *later = Assistant(sample.library, Writer(model, 5)).ask_in_steps(ASK)
    assert isinstance(first, Answer) and isinstance(quoted, Answer)
    assert (first.text, first.claims, first.notices) == (quoted.text, quoted.claims, quoted.notices)
    assert first.seconds < later[0].seconds <= later[-1].seconds
    for each in later:
        assert isinstance(each, Answer)
        assert each.claims[0].text == WORDED
        assert each.claims[1:] == quoted.claims[1:]
        assert each.citations == quoted.citations
        assert f"• Decided: {WORDED} [1]" in each.text
        assert [notice.kind for notice in each.notices if notice not in quoted.notices] == [
            NoticeKind.WRITTEN, NoticeKind.DROPPED,
        ]  # fmt: skip


def test_ask_gives_the_last_step(sample, says) -> None:
    written = Assistant(sample.library, Writer(says(f"{WORDED} [1]"), 5)).ask(ASK)
    assert isinstance(written, Answer)
    assert written.claims[0].text == WORDED


@pytest.mark.parametrize(
    "question",
    [
        "Which guitar strings sound best for flamenco?",
        "How many decisions did Cabinet take on 13 March 2019?",
    ],
)
def test_refusals_counts_and_lists_never_reach_the_model(sample, says, question: str) -> None:
    model = says(f"{WORDED} [1]")
    (reply,) = Assistant(sample.library, Writer(model, 5)).ask_in_steps(question)
    assert isinstance(reply, Refusal) or reply.computed is not None
    assert model.asked == []


def test_a_question_that_cannot_be_asked_is_said_at_the_first_step(sample) -> None:
    with pytest.raises(QuestionError):
        next(sample.ask_in_steps(" "))
