"""Printed lists of decisions in the forms that councils give them."""

from __future__ import annotations

import datetime as dt

import pytest
from papers import check, kinds, read

from corpus.models import Meeting, PaperKind, SectionKind

SUMMARY = """MOOT BOROUGH COUNCIL

CABINET

DECISIONS

Set out below is a summary of the decisions taken at the meeting of the Cabinet held on Monday,
5 March 2018. Decisions made by the Cabinet will be subject to call-in. Published on 7 March 2018.

1. Apologies

There were none.

2. Dovecote Repairs

RESOLVED that:

1. That the roof be mended;
2. That a report be brought back in July; and
3. To thank the Surveyor.

3. Market Fees (Item 7)

RESOLVED that the fees be raised by 3%.

Reason for decision

They had not been raised since 2015.

4. Lease of the Net Loft

NOTED
"""
ROWS = """Decisions published following the meeting of the Harbour Committee on 5 March 2018
Agenda Item\tTopic\tDecision
A1.\tDeclarations of Interest\tThere were none.
A2.\tDovecote Repairs\tRESOLVED: That the roof be mended.
A3.\tBins\tAGREED
"""
LABELS = """Planning Panel - Monday 5 March 2018 2.30 pm

Decision List

Agenda Item 4
Mill Lane and the State of the Roofs of all the Farm Buildings in
its neighbourhood

Decision: That permission be refused.

Agenda Item 5
Tree Order

Decision:

1. To confirm the order.
2. To thank the owner.
"""
CLOSE = """Record of Decisions
Cabinet
5 March 2018
54 Dovecote Repairs
RESOLVED that the roof of the dovecote be mended before the winter and that the Surveyor
be thanked.
55 Bins
RESOLVED to buy four.
"""


def told(meeting: Meeting) -> list[tuple[str | None, str | None, str, list[tuple[str | None, str]]]]:
    return [
        (each.number, each.agenda_number, each.title, [(one.number, one.text) for one in each.decisions])
        for each in meeting.items
    ]


@pytest.mark.parametrize(
    ("text", "council", "body", "items"),
    [
        (
            SUMMARY, "Moot Borough Council", "Cabinet",
            [
                ("1", None, "Apologies", []),
                ("2", None, "Dovecote Repairs", [
                    ("1", "That the roof be mended;"), ("2", "That a report be brought back in July; and"),
                    ("3", "To thank the Surveyor."),
                ]),
                ("3", "7", "Market Fees", [(None, "RESOLVED that the fees be raised by 3%.")]),
                ("4", None, "Lease of the Net Loft", [(None, "NOTED")]),
            ],
        ),
        (
            ROWS, None, "Harbour Committee",
            [
                ("A1", None, "Declarations of Interest", []),
                ("A2", None, "Dovecote Repairs", [(None, "RESOLVED: That the roof be mended.")]),
                ("A3", None, "Bins", [(None, "AGREED")]),
            ],
        ),
        (
            LABELS, None, "Planning Panel",
            [
                ("4", None, "Mill Lane and the State of the Roofs of all the Farm Buildings in its neighbourhood",
                 [(None, "That permission be refused.")]),
                ("5", None, "Tree Order", [("1", "To confirm the order."), ("2", "To thank the owner.")]),
            ],
        ),
        (
            CLOSE, None, "Cabinet",
            [
                ("54", None, "Dovecote Repairs", [
                    (None, "RESOLVED that the roof of the dovecote be mended before the winter and that the Surveyor\n"
                           "be thanked."),
                ]),
                ("55", None, "Bins", [(None, "RESOLVED to buy four.")]),
            ],
        ),
    ],
    ids=["summary", "rows", "labels", "close"],
)  # fmt: skip
def test_lists_of_decisions(text: str, council: str | None, body: str, items: list[object]) -> None:
    paper = read(text)
    check(paper)
    meeting = paper.meetings[0]
    assert (paper.kind, meeting.council, meeting.body, meeting.date) == (
        PaperKind.DECISIONS, council, body, dt.date(2018, 3, 5),
    )  # fmt: skip
    assert told(meeting) == items
    assert paper.warnings == ()


def test_reasons_are_discussion() -> None:
    third = read(SUMMARY).meetings[0].items[2]
    assert kinds(third) == [SectionKind.AGENDA, SectionKind.DECISION, SectionKind.DISCUSSION]


@pytest.mark.parametrize(
    "text",
    [
        "Register of Key Decisions\n\nCabinet\n\n1. Dovecote\n\nDecision: to come\n",
        "Minutes of the meeting held on 5 March 2018\n\nDecisions\n\n1. Bins\n\nRESOLVED to buy them.\n",
        "Decisions\n\nA letter about decisions that nobody has taken yet.\n",
        "Bins\n\n1. Bins\n\nRESOLVED to buy them.\n",
    ],
)
def test_other_papers_are_no_lists_of_decisions(text: str) -> None:
    assert read(text).kind is not PaperKind.DECISIONS


def test_the_day_of_publishing_is_not_the_meetings() -> None:
    paper = read(SUMMARY.replace("held on Monday,\n5 March 2018", "held lately"))
    assert paper.meetings[0].date is None
    assert paper.warnings == (
        "The list does not plainly say which body met, or when; what is missing is left unknown.",
    )
