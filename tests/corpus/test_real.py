"""Real papers of other councils: printed minutes, front sheets and reports in PDF, a council's web page."""

from __future__ import annotations

import datetime as dt

import pytest
from papers import SHARED, check, item, kinds, outline, read_file, shared, words

from corpus.models import PaperKind, SectionKind

KENT = sorted((SHARED / "real" / "kent").glob("*.pdf"))
PRINTED = ("real", "kent", "Printed minutes 30th-Jan-2025 10.00 Cabinet.pdf")
EARLIER = ("real", "kent", "Minutes of the meeting held on 9th January 2025.pdf")
FRONT = ("real", "kent", "Agenda frontsheet 30th-Jan-2025 10.00 Cabinet.pdf")
REPORT = (
    "real",
    "kent",
    "24-00096 - Commissioning Plan for Education Provision in Kent 2025-29 - Report.pdf",
)
PAGE = ("real", "moderngov", "Agenda_151.html")


@pytest.mark.skipif(not KENT, reason="the real papers are not here")
def test_every_pdf_is_read() -> None:
    assert [path.name for path in KENT if read_file(path).kind is PaperKind.UNKNOWN] == []
    for path in KENT:
        check(read_file(path))


def test_printed_minutes_give_both_numbers() -> None:
    meeting = read_file(shared(*PRINTED)).meetings[0]
    assert outline(meeting) == [
        (str(number), str(number - 83), 0 if number in (84, 85, 87) else 1, False) for number in range(84, 93)
    ]
    assert (meeting.council, meeting.body, meeting.date) == (
        "Kent County Council",
        "Cabinet",
        dt.date(2025, 1, 30),
    )
    assert (meeting.chair, meeting.present[0], meeting.present[-1]) == (
        "Mr R W Gough",
        "Mr R W Gough",
        "Mr R J Thomas",
    )
    assert meeting.venue == "Council Chamber, Sessions House, County Hall, Maidstone"


def test_decisions_of_printed_minutes_open_with_resolved() -> None:
    paper = read_file(shared(*PRINTED))
    texts = [decision.text for each in paper.meetings[0].items for decision in each.decisions]
    assert [text.split()[0] for text in texts] == ["RESOLVED"] * 6


def test_the_numbered_parts_of_a_resolution_are_decisions() -> None:
    found = item(read_file(shared(*EARLIER)), "83")
    assert [decision.number for decision in found.decisions] == ["1", "2", "3"]


def test_a_front_sheet_gives_its_agenda() -> None:
    paper = read_file(shared(*FRONT))
    meeting = paper.meetings[0]
    assert [each.number for each in meeting.items] == [str(number) for number in range(1, 10)]
    assert (meeting.body, meeting.date, meeting.time) == ("Cabinet", dt.date(2025, 1, 30), dt.time(10))
    assert item(paper, "9").title == "24/00096 - Commissioning Plan for Education Provision in Kent 2025-29"
    assert paper.warnings == ()


def test_a_report_with_a_letters_head_gives_its_recommendations() -> None:
    paper = read_file(shared(*REPORT))
    only = paper.meetings[0].items[0]
    assert (paper.kind, paper.meetings[0].body, paper.meetings[0].date) == (
        PaperKind.REPORT,
        "Cabinet",
        dt.date(2025, 1, 30),
    )
    assert only.title == "Commissioning Plan for Education Provision in Kent 2025-29"
    assert kinds(only).count(SectionKind.RECOMMENDATION) == 2


def test_a_councils_web_page() -> None:
    paper = read_file(shared(*PAGE))
    check(paper)
    meeting = paper.meetings[0]
    assert (meeting.body, meeting.date, meeting.time, meeting.venue) == (
        "Kingston and North Kingston Neighbourhood Committee", dt.date(2026, 1, 15), dt.time(19, 30),
        "Guildhall, Kingston upon Thames",
    )  # fmt: skip
    assert outline(meeting) == [
        (str(number), None, {59: 3, 60: 1, 63: 2}.get(number, 0), number in (59, 60))
        for number in range(54, 66)
    ]


def test_a_recorded_vote_is_kept_but_decides_nothing() -> None:
    found = item(read_file(shared(*PAGE)), "63")
    assert [decision.number for decision in found.decisions] == ["1", "2"]
    assert found.sections[-1].heading == "Recorded Vote"
    assert found.sections[-1].kind is SectionKind.DISCUSSION


@pytest.mark.parametrize("name", ["BrowseMeetings.html", "CommitteeDetails.html", "CommitteeStructure.html"])
def test_pages_that_are_no_papers_say_so(name: str) -> None:
    paper = read_file(shared("real", "moderngov", name))
    assert paper.kind is PaperKind.UNKNOWN
    assert paper.meetings[0].date is None
    assert words(paper, paper.meetings[0].items[0], SectionKind.DECISION) == []
