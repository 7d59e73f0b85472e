"""Which words of an item are its decisions, where several things are settled in it."""

from __future__ import annotations

import pytest

from corpus.parts.lines import split_lines
from corpus.parts.settled import find_settled
from corpus.parts.settling import settles


def found(text: str) -> list[str]:
    return [text[each.start : each.end] for each in find_settled(text, split_lines(text))]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Mayor spoke of the time which was near 5.30pm and on the proposal of Councillor Elm, seconded by "
        "Councillor Oak, Standing Orders were suspended.",
        "Correspondence was taken as noted.",
        "The Mayor declared the amendment lost as there was no majority for it.",
        "As most were against the gate, the Mayor declared it defeated.",
        "The choice of Members for the board was deferred.",
        "A short break was proposed by Cllr Elm, seconded by Cllr Oak, and agreed.",
        "Circulated, report of the Engineer on the gate which was noted by Members.",
        "On the proposal of Cllr Elm, seconded by Cllr Oak, agreement was reached for spending €5 on oak.",
        "Councillor Elm asked that the letter be sent and this was agreed.",
    ],
)
def test_what_settles(sentence: str) -> None:
    assert settles(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "These works were carried out in May.",
        "The sum under this heading was confirmed as €500.",
        "It was confirmed to the Members that the sum was €500.",
        "He gave a presentation to the Members and the following points were noted:",
        "Members supported the Motion and noted the state of the gate.",
        "Members noted the age of the gate and asked that the report on it be sent.",
        "The members had been chosen at the May Meeting where it was further agreed to wait.",
        "At a meeting of the Board held on 5th May, the plan was adopted.",
        "The plan was approved by each of the Districts.",
        "A meeting was held in April at which it was agreed to wait.",
    ],
)
def test_what_does_not_settle(sentence: str) -> None:
    assert not settles(sentence)


def test_an_election_beside_a_resolution_of_something_else() -> None:
    text = """Proposed by Councillor Elm; Seconded by Councillor Oak;

“That, Councillor Fir be appointed to the Board.”

As there were no others, the Mayor declared Councillor Fir appointed to the Board.

Proposed by Councillor Oak; Seconded by Councillor Elm; And Resolved:

“That, Councillor Yew be appointed to the Panel.”

As there were no others, the Mayor declared Councillor Yew appointed to the Panel.
"""
    assert found(text) == [
        "As there were no others, the Mayor declared Councillor Fir appointed to the Board.",
        "“That, Councillor Yew be appointed to the Panel.”",
    ]


def test_a_motion_declared_carried_and_then_resolved_is_one_decision() -> None:
    text = """The Mayor declared the Motion carried.

Proposed by Councillor Elm;

Seconded by Councillor Oak;

And Resolved:

“That, the gate be mended.”
"""
    assert found(text) == ["“That, the gate be mended.”"]


def test_the_word_before_a_resolution_is_none_unless_something_was_lost() -> None:
    lead = "and so the following resolution was adopted by the same vote:"
    text = (
        "\n\nProposed by Councillor Elm; Seconded by Councillor Oak; And Resolved:\n\n“That, it be mended.”\n"
    )
    lost = f"The Mayor declared the amendment lost {lead}"
    assert found(f"The Mayor declared the Motion carried {lead}{text}") == ["“That, it be mended.”"]
    assert found(lost + text) == [lost, "“That, it be mended.”"]


def test_each_paragraph_that_goes_on_a_resolution_is_one() -> None:
    text = """The Mayor declared the Motion carried and it was agreed that the resolutions below be adopted:

THAT the Budget be adopted.

AND THAT, the rate be five, as in the table of the Budget of this

Council, which is open to all.

The Mayor thanked the staff.
"""
    assert found(text)[1:] == [
        "THAT the Budget be adopted.",
        "AND THAT, the rate be five, as in the table of the Budget of this\n\nCouncil, which is open to all.",
    ]


def test_what_an_amendment_would_say_is_not_resolved() -> None:
    text = """It was agreed to take the amendment, which read:

It was noted by the Members.

The amendment was this, in the words of Councillor Elm.

“That, the Budget be amended.

And That, the rate be six.”

The Mayor declared the amendment defeated.
"""
    assert "And That, the rate be six.”" not in found(text)
    assert found(text)[-1] == "The Mayor declared the amendment defeated."


def test_a_report_read_out_settles_nothing() -> None:
    text = """The Clerk read a letter:

“Dear Members, I write of the gate.

It was agreed to build it of oak, as “all of us” may recall.

The plan was adopted.”

It was agreed to reply.
"""
    assert found(text) == ["It was agreed to reply."]


def test_words_behind_a_resolution_on_its_line_are_their_own() -> None:
    text = "And Resolved:\n\n“That, the minutes be adopted.” With leave, it was agreed to take Item 4 next.\n"
    assert found(text) == [
        "“That, the minutes be adopted.”",
        "With leave, it was agreed to take Item 4 next.",
    ]


def test_a_decision_starts_behind_the_names_of_those_who_voted() -> None:
    text = "Against\n\nCouncillors Elm, Oak and Yew (3) The Mayor declared the amendment carried.\n"
    assert found(text) == ["The Mayor declared the amendment carried."]


def test_a_resolution_in_irish() -> None:
    text = "Molta ag Councillor Elm;\n\nAgus an Cinneadh:\n\n“That, the gate be mended.”\n"
    assert found(text) == ["“That, the gate be mended.”"]


def test_a_report_read_into_the_minutes_does_not_stand_for_the_decision() -> None:
    text = "It was agreed that the report be read into the Minutes as follows:\n\n“The gate is old.”\n"
    assert found(text) == ["It was agreed that the report be read into the Minutes as follows:"]


def test_what_is_agreed_after_a_reply_was_read_out_is_of_the_meeting() -> None:
    text = (
        "REPLY: The gate will be mended when money is found.\n\n"
        "The Director of Services spoke of free mooring. Following discussion it was agreed that mooring would be "
        "free for two hours."
    )
    assert found(text) == ["Following discussion it was agreed that mooring would be free for two hours."]
