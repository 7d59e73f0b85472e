"""Where a resolution opens among what was said, and how far it goes."""

from __future__ import annotations

import pytest

from corpus.models import SectionKind
from corpus.parts.lines import split_lines
from corpus.parts.resolutions import split_decision, split_minutes

SAID, DECIDED, INTEREST = SectionKind.DISCUSSION, SectionKind.DECISION, SectionKind.INTEREST


def runs(blocks: list[tuple[SectionKind, list]]) -> list[tuple[str, list[str]]]:
    short = {SAID: "said", DECIDED: "decided", INTEREST: "interest"}
    return [(short[kind], [line.text for line in run]) for kind, run in blocks]


def minutes(*paragraphs: str) -> list[tuple[str, list[str]]]:
    text = "\n\n".join(paragraphs)
    return runs(split_minutes(text, split_lines(text)))


def decision(*paragraphs: str) -> list[tuple[str, list[str]]]:
    text = "\n\n".join(paragraphs)
    return runs(split_decision(text, split_lines(text)))


@pytest.mark.parametrize(
    "opening",
    [
        "RESOLVED that it be mended.",
        "RESOLVED to mend it.",
        "RESOLVED - That it be mended.",
        "RESOLVED (unanimously) that it be mended.",
        "It was RESOLVED that it be mended.",
        "Therefore, it was RESOLVED that it be mended.",
        "It was unanimously resolved that it be mended.",
        "Resolved: that it be mended.",
        "Resolved to mend it.",
        "AGREED that it be mended.",
        "RECOMMENDED to Council that it be mended.",
        "6.4 RESOLVED: That it be mended.",
        "2. RESOLVED that it be mended.",
    ],
)
def test_a_paragraph_that_resolves_is_a_decision_by_itself(opening: str) -> None:
    assert minutes("Mr Ash spoke.", opening, "Mr Elm left.") == [
        ("said", ["Mr Ash spoke."]),
        ("decided", [opening]),
        ("said", ["Mr Elm left."]),
    ]


@pytest.mark.parametrize(
    "said",
    [
        "It was agreed that the clerk would write.",
        "Agreed.",
        "The Panel resolved its differences.",
        "Members noted that it had been agreed in May.",
        "Resolved issues were listed.",
        "The recommendations were agreed.",
    ],
)
def test_what_was_said_stays_said(said: str) -> None:
    assert minutes(said) == [("said", [said])]


def test_a_resolution_opens_at_its_sentence() -> None:
    assert minutes("The Chair put it to a vote. It was then RESOLVED that X be done.") == [
        ("said", ["The Chair put it to a vote."]),
        ("decided", ["It was then RESOLVED that X be done."]),
    ]


@pytest.mark.parametrize(
    ("parts", "after"),
    [
        (["1. the roof be mended; and", "2. Mr Ash be thanked."], "The meeting went on."),
        (["(1) the roof be mended;", "(2) Mr Ash be thanked."], "The meeting went on."),
        (["(a) the roof be mended;", "(b) Mr Ash be thanked."], "The Chair closed it."),
        (["A: Mends the roof;", "B: Thanks Mr Ash."], "The Chair closed it."),
        (["the roof be mended."], "The Chair closed it."),
        (["· the roof be mended."], "The Chair closed it."),
        (["That the roof be mended.", "That Mr Ash be thanked."], "The Chair closed it."),
    ],
)
def test_parts_below_a_lead_are_the_resolution(parts: list[str], after: str) -> None:
    assert minutes("RESOLVED that:", *parts, after) == [
        ("said", ["RESOLVED that:"]),
        ("decided", parts),
        ("said", [after]),
    ]


@pytest.mark.parametrize(
    "lead",
    [
        "RESOLVED:",
        "RESOLVED, that:",
        "RESOLVED that",
        "Resolved –",
        "It was RESOLVED unanimously:",
        "AGREED:",
    ],
)
def test_leads(lead: str) -> None:
    assert minutes(lead, "1. the roof be mended.") == [
        ("said", [lead]),
        ("decided", ["1. the roof be mended."]),
    ]


def test_two_leads_say_nothing() -> None:
    assert minutes("RESOLVED:", "That Cabinet:", "1. mends the roof.") == [
        ("said", ["RESOLVED:", "That Cabinet:"]),
        ("decided", ["1. mends the roof."]),
    ]


def test_a_lead_with_words_of_its_own_stays() -> None:
    lead = "RESOLVED that permission be granted subject to:"
    assert minutes(lead, "• lime mortar; and", "• doves.") == [
        ("decided", [lead, "• lime mortar; and", "• doves."])
    ]


def test_the_next_numbered_paragraph_is_not_a_part() -> None:
    assert minutes("2. RESOLVED that the roof be mended.", "3. Mr Ash spoke.") == [
        ("decided", ["2. RESOLVED that the roof be mended."]),
        ("said", ["3. Mr Ash spoke."]),
    ]


@pytest.mark.parametrize(
    "vote", ["Voting: unanimous", "For: Councillors Ash and Elm", "Votes for 5, against 2", "(5 votes for, 2 against)",
             "For (5) Against (2)", "Carried unanimously."]
)  # fmt: skip
def test_a_vote_below_belongs_to_it(vote: str) -> None:
    assert minutes("RESOLVED that it be mended.", vote, "For example, Mr Ash.") == [
        ("decided", [f"RESOLVED that it be mended.\n\n{vote}"]),
        ("said", ["For example, Mr Ash."]),
    ]


def test_what_stands_under_a_heading_is_decided_to_the_end() -> None:
    found = minutes(
        "Mr Ash spoke.", "Decisions", "To mend it.", "To thank him.", "[Mrs Elm declared an interest]"
    )
    assert found == [
        ("said", ["Mr Ash spoke."]),
        ("decided", ["To mend it.", "To thank him."]),
        ("interest", ["[Mrs Elm declared an interest]"]),
    ]


def test_a_bare_noted_is_a_decision() -> None:
    assert minutes("Mr Ash spoke.", "NOTED", "He left.") == [
        ("said", ["Mr Ash spoke."]),
        ("decided", ["NOTED"]),
        ("said", ["He left."]),
    ]


def test_a_decision_block_without_labels_is_all_decision() -> None:
    assert decision("To mend it.", "To thank him.") == [("decided", ["To mend it.", "To thank him."])]


@pytest.mark.parametrize(
    "aside",
    ["Reasons for the decision:", "Reason for Decision", "Alternative options considered and rejected",
     "Other options considered:", "Details of any alternative options considered", "Note: call-in ends on Friday"],
)  # fmt: skip
def test_reasons_in_a_decision_block_are_not_decided(aside: str) -> None:
    assert decision("To mend it.", aside, "It leaks.") == [
        ("decided", ["To mend it."]),
        ("said", [aside, "It leaks."]),
    ]


def test_what_leads_to_a_resolution_in_a_decision_block_is_not_decided() -> None:
    assert decision(
        "The Cabinet considered a report.", "RESOLVED that it be mended.", "That Mr Ash be thanked."
    ) == [
        ("said", ["The Cabinet considered a report."]),
        ("decided", ["RESOLVED that it be mended.", "That Mr Ash be thanked."]),
    ]


def test_a_label_on_the_line_of_the_decision() -> None:
    assert decision("Permission was sought.", "Decision: That it be refused.") == [
        ("said", ["Permission was sought."]),
        ("decided", ["That it be refused."]),
    ]


@pytest.mark.parametrize(
    "none", ["None.", "There were none.", "There were no declarations of interest.", "N/A"]
)
def test_none_is_no_decision(none: str) -> None:
    assert decision(none) == [("said", [none])]
