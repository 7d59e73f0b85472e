"""Absence is attendance and an interest declared is one, wherever minutes tell it."""

from __future__ import annotations

import pytest

from corpus.models import Document, SectionKind
from corpus.parts.formal import kind_under
from corpus.read import read_paper

PRINTED = """MINUTES of a meeting of the Harbour Board held in the Custom House on Monday, 5 March 2018.

PRESENT: Mrs A Ash (Chair), Mr B Birch and Ms C Cedar

UNRESTRICTED ITEMS

12. Apologies
(Item 1)

Mr D Dogwood was away at sea.

13. Declarations of Interest
(Item 2)

Mrs Ash declared that her brother sold rope and left.

14. Rope Contract
(Item 4)

Ms Cedar asked what the rope would cost.

Mr Birch declared an other significant interest and left.

Officers said that the rope was in the public interest.

RESOLVED that the rope be bought.
"""


def read(text: str) -> list[tuple[str, SectionKind, str]]:
    document = Document("m.txt", text)
    paper = read_paper(document)
    return [
        (item.title, section.kind, document.slice(section.span))
        for item in paper.meetings[0].items
        for section in item.sections
        if section.kind is not SectionKind.AGENDA
    ]


def test_absence_and_interests_are_told_as_what_they_are() -> None:
    talk = SectionKind.DISCUSSION
    assert read(PRINTED) == [
        ("Apologies", SectionKind.ATTENDANCE, "Mr D Dogwood was away at sea."),
        ("Declarations of Interest", SectionKind.INTEREST, "Mrs Ash declared that her brother sold rope and left."),
        ("Rope Contract", talk, "Ms Cedar asked what the rope would cost."),
        ("Rope Contract", SectionKind.INTEREST, "Mr Birch declared an other significant interest and left."),
        ("Rope Contract", talk, "Officers said that the rope was in the public interest."),
        ("Rope Contract", SectionKind.DECISION, "RESOLVED that the rope be bought."),
    ]  # fmt: skip


@pytest.mark.parametrize("title", [
    "Declarations of Interest", "DECLARATIONS OF MEMBERS' INTERESTS", "Disclosures of Interest", "Interests",
    "To receive any declarations of interest from Members", "Declaration of Interests by Members in Agenda Items",
    "Disclosable Pecuniary Interests", "Declarations of Interest and Party Whip",
])  # fmt: skip
def test_a_title_of_interests(title: str) -> None:
    assert kind_under(title) is SectionKind.INTEREST


@pytest.mark.parametrize("title", [
    "Apologies", "APOLOGIES FOR ABSENCE", "Apologies and Substitutes", "Apologies for absence / substitute members",
    "Sederunt and Apologies", "Attendance", "To receive apologies for absence",
])  # fmt: skip
def test_a_title_of_absence(title: str) -> None:
    assert kind_under(title) is SectionKind.ATTENDANCE


@pytest.mark.parametrize("title", [
    "Apologies and Declarations of Interest", "School Attendance", "Expressions of Interest in the Mill",
    "Interest Rates", "Absence of Staff through Sickness", "Public Interest Test", "Membership", "",
])  # fmt: skip
def test_another_title_says_neither(title: str) -> None:
    assert kind_under(title) is None
