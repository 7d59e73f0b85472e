"""What a question takes for granted was done, and what a text tells."""

import pytest

from rag.understanding.acts import Act, asks_why, leave_out_times, presumed, tells


@pytest.mark.parametrize(
    ("question", "act"),
    [
        ("Why did the committee reject the ferry plan?", Act.REFUSED),
        ("On what grounds did the Panel block the ferry?", Act.REFUSED),
        ("Who voted against the ferry when it was adopted in May?", Act.REFUSED),
        ("What reasons were given for refusing the pilot?", Act.REFUSED),
        ("Why did members agree to turn the plan down?", Act.REFUSED),
        ("Why was the report on approvals deferred?", Act.DEFERRED),
        ("Why was the report put back?", Act.DEFERRED),
        ("Why was the report put back to May?", Act.DEFERRED),
        ("Who was put back on the board?", None),
        ("What made councillors scrap the subgroup?", Act.WITHDRAWN),
        ("Why did Cabinet close the pier?", Act.WITHDRAWN),
        ("When did the pier close?", None),
        ("When was the lane approved?", Act.APPROVED),
        ("Why did the panel support the lane?", Act.APPROVED),
        ("Why did they discuss the lane?", None),
        ("Was the ferry plan rejected?", None),
        ("Did they reject or withdraw it?", None),
        ("Why was the rejected plan withdrawn?", None),
        ("Why doesn't the town just say no to lorries?", None),
        ("Why did the Panel not approve the pier?", None),
        ("Why was the block of lamps mended?", None),
        ("How many lamps are out? The block by block lists differ.", None),
        ("Why did the number of sailings drop?", None),
        ("Why have births declined since 2012?", None),
        ("What led to the drop in fares?", None),
        ("Who declined to sail?", Act.REFUSED),
        ("Why was the sales drive dropped?", Act.WITHDRAWN),
        ("How many hours were lost to storms?", None),
        ("Who spoke against it before the motion was lost?", None),
        ("Who sent apologies for the adjourned budget meeting?", None),
        ("Why was the meeting adjourned?", Act.DEFERRED),
        ("Who may pass when they block off the quay?", None),
        ("Which flats in the tower block have lamps?", None),
        ("Why did the Panel block the tower?", Act.REFUSED),
        ("When is the drop-in at the pier?", None),
        ("Why were the drop-in sessions dropped?", Act.WITHDRAWN),
        ("How many refuse lorries are there?", None),
        ("Why did the Panel refuse the lorries?", Act.REFUSED),
        ("Why has the roll fell by nine and what explains the decline?", None),
        ("Which schools fell below the target?", None),
        ("Why did members decline to answer?", Act.REFUSED),
        ("Before the council voted against it, what had been advised?", None),
    ],
)
def test_what_a_question_presumes(question: str, act: Act | None) -> None:
    assert presumed(question) is act


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("That the recommendation be not accepted.", Act.REFUSED),
        ("The motion was lost by 4 votes to 6.", Act.REFUSED),
        ("The item was held over to June.", Act.DEFERRED),
        ("RESOLVED to set the closure aside.", Act.WITHDRAWN),
        ("The report was noted.", Act.APPROVED),
        ("Members voted unanimously in favour.", Act.APPROVED),
    ],
)
def test_what_a_text_tells(text: str, act: Act) -> None:
    assert tells(act, text)


def test_what_a_text_does_not_tell() -> None:
    assert not any(tells(act, "The ferry sails at noon.") for act in Act)
    assert not tells(Act.REFUSED, "The lobster was fresh.")


def test_who_asks_why() -> None:
    assert asks_why("So why was it built?") and asks_why("What was the reason for it?")
    assert not asks_why("When was it built?") and not asks_why("Did they say why?")


def test_clauses_that_say_when_are_left_out() -> None:
    assert leave_out_times("Who spoke when it was rejected, and for how long?").split() == [
        "Who", "spoke", ",", "and", "for", "how", "long?"
    ]  # fmt: skip
    assert leave_out_times("When was it rejected?") == "When was it rejected?"


def test_times_that_are_words_are_left_out() -> None:
    assert "next" not in leave_out_times("How much will next year's rise bring in?")
    assert "next" not in leave_out_times("Who sits next to Mr Ash?")
    assert "next" in leave_out_times("Who will be the next mayor?")
