"""Sentences that settle something, and sentences that only seem to."""

from __future__ import annotations

import pytest

from corpus.parts.lines import split_lines
from corpus.parts.settled import find_settled
from corpus.parts.settling import elects, settles


@pytest.mark.parametrize(
    "sentence",
    [
        "It was agreed to mend the gate.",
        "It was unanimously agreed that the gate be mended.",
        "On the proposal of Councillor Ash, seconded by Councillor Elm, it was agreed to mend the gate.",
        "On the proposal of Councillor Ash, Recommendation No. 1, as amended, was agreed.",
        "On the proposal of Councillor Ash, seconded by Councillor Elm, it was requested that the gate be mended.",
        "On the proposal of Cllr Ash, seconded by Cllr Elm, Councillors Oak and Yew were re-appointed to it.",
        "On the motion of Councillor Ash, seconded by Councillor Elm, the Clerk was instructed to write to the owner.",
        "Following discussion, and in accordance with the Act, as amended, it was decided to wait.",
        "Councillor Ash asked about the gate and it was agreed to write to its owner.",
        "The Members agreed that the gate be mended.",
        "Members noted and approved the disposal of the gate.",
        "Following a discussion Members agreed to adjourn.",
        "The Motion was put and carried.",
        "The amendment was not carried.",
        "After a vote, the motion was defeated by 10 votes to 3.",
        "The Motion was seconded by Councillor Elm and unanimously agreed.",
        "The minutes were proposed by Cllr Ash, seconded by Cllr Elm, and adopted.",
        "The report was proposed by Councillor Ash, seconded by Councillor Elm and agreed.",
        "This item was deferred to the next Meeting.",
        "The Financial Report was noted by the Council.",
        "The following figures were noted by the Members:",
        "The provision of a gate was also agreed.",
        "The Mayor declared the amendment defeated.",
        "Motion carried.",
        "Carried unanimously.",
        "Noted.",
        "AGREED.",
    ],
)
def test_the_meeting_settles(sentence: str) -> None:
    assert settles(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Proposed by Councillor Ash, seconded by Councillor Elm.",
        "Councillor Ash proposed that the gate be mended.",
        "On the proposal of Councillor Ash, a vote was taken on the gate.",
        "Councillor Ash requested that the gate be mended.",
        "The Sergeant reviewed the figures and the following was noted:",
        "It was requested that the gate be mended.",
        "The Director agreed to arrange a meeting.",
        "Councillor Ash agreed to defer his Motion.",
        "The Members agreed with Councillor Ash.",
        "It was noted that the gate had been mended.",
        "Members noted that the gate was old.",
        "Members noted the importance of gates.",
        "He stated that it was agreed to mend the gate.",
        "The gate had been agreed at the last meeting.",
        "The plan was adopted at Meeting held on 5th March, 2018.",
        "The scheme was approved by the Department.",
        "The report would be adopted in due course.",
        "The works were carried out in May.",
        "It was confirmed that the gate was old.",
        "The Motion was withdrawn by Councillor Ash.",
        "Funding that was approved was spent.",
        "The Members thanked the Director.",
    ],
)
def test_the_meeting_settles_nothing(sentence: str) -> None:
    assert not settles(sentence)


def test_an_election_is_the_end_of_a_vote() -> None:
    assert elects("The Mayor declared Councillor Ash duly elected.")
    assert elects("The Mayor declared the Motion carried.")
    assert not elects("He recalled that the Mayor declared Councillor Ash elected.")


@pytest.mark.parametrize(
    ("text", "decisions"),
    [
        ("Proposed by A;\nSeconded by B;\nAnd Resolved:\n\n“That it be.”\n\nC spoke.", ["“That it be.”"]),
        (
            "Proposed by A, seconded by B and resolved:\n\n“That it be,\n\nand be so.”",
            ["“That it be,\n\nand be so.”"],
        ),
        ("It was proposed by A, and resolved: “That it be.”", ["“That it be.”"]),
        (
            "And Resolved:\n\nThat these be held:\n\n(a) one;\n\n(b) two.",
            ["That these be held:\n\n(a) one;\n\n(b) two."],
        ),
        ("And Resolved:\n\nProposed by A;", []),
        (
            "It was agreed to pay:\n\n• A club\t€200\n\n• A shed\n\n€50\n\n• A hall\n\nC spoke.",
            ["It was agreed to pay:\n\n• A club\t€200\n\n• A shed\n\n€50\n\n• A hall"],
        ),
        (
            "And Resolved:\n\n“That it be.\n\n(ii) Circulated, report of the Harbour Committee.\n\n“And so on.”",
            ["“That it be."],
        ),
        ("RESOLVED that it be. More.", ["RESOLVED that it be. More."]),
        ("On the proposal of A the following motion was agreed:\n\n“That it be.”", ["“That it be.”"]),
        ("Resolved:\n\n“That it be.”\n\nThe Mayor declared A elected.", ["“That it be.”"]),
        ("There were no others.\n\nThe Mayor declared A elected.", ["The Mayor declared A elected."]),
        ("REPLY: The plan was approved.\n\nThe grant was agreed.", []),
        ("REPLY: The plan was approved.\n\nThe Members noted the reply.", ["The Members noted the reply."]),
        ("“It was agreed to wait,” he read.", []),
    ],
)
def test_find_settled(text: str, decisions: list[str]) -> None:
    found = find_settled(text, split_lines(text))
    assert [text[each.start : each.end] for each in found] == decisions


def test_words_asked_for_or_cited_in_quotation_marks_settle_nothing() -> None:
    assert not settles(
        "Councillor Elm requested that the Minutes be amended to read “it was agreed to mend the lane”."
    )
    assert not settles(
        "Councillor Oak asked that the Minutes be changed to read 'it was agreed to mend the lane'."
    )
    assert settles("Councillor Elm’s amendment, “mend the lane”, was put and it was agreed to mend the lane.")
