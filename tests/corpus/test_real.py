"""Real papers of other councils: printed minutes, front sheets and reports in PDF, a council's web page."""

from __future__ import annotations

import datetime as dt

import pytest
from papers import SHARED, check, item, kinds, outline, read_file, shared, words

from corpus.models import CorpusError, PaperKind, SectionKind

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
ANSWER = ("real", "moderngov", "GetMeeting_7837.xml")


@pytest.mark.skipif(not KENT, reason="the real papers are not here")
def test_every_pdf_is_read() -> None:
    assert [path.name for path in KENT if read_file(path).kind is PaperKind.UNKNOWN] == []
    for path in KENT:
        check(read_file(path))


def test_printed_minutes_give_both_numbers() -> None:
    meeting = read_file(shared(*PRINTED)).meetings[0]
    assert outline(meeting) == [
        (str(number), str(number - 83), count, False)
        for number, count in enumerate((0, 0, 1, 0, 6, 1, 1, 3, 1), start=84)
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


def test_decisions_of_printed_minutes_open_with_resolved_or_are_its_lettered_parts() -> None:
    paper = read_file(shared(*PRINTED))
    found = [decision for each in paper.meetings[0].items for decision in each.decisions]
    assert {decision.text.split()[0] for decision in found if decision.number is None} == {"RESOLVED"}
    assert [decision.number for decision in found if decision.number] == [*"Abcdef", *"abc"]


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


def test_a_page_leaves_out_what_is_only_the_pages() -> None:
    paper = read_file(shared(*PAGE))
    found = item(paper, "59")
    assert found.title == (
        "Petition Regarding the Introduction of Traffic Management Measures On Manorgate Road"
    )
    assert [found.has_report, item(paper, "54").has_report] == [True, False]
    for words_of_the_page in ("PDF 161 KB", "View Recorded Vote", "Agenda frontsheet", "View directions"):
        assert words_of_the_page not in paper.document.text


def test_a_web_services_answer() -> None:
    paper = read_file(shared(*ANSWER))
    check(paper)
    meeting = paper.meetings[0]
    assert (paper.kind, paper.warnings) == (PaperKind.AGENDA_AND_MINUTES, ())
    assert (meeting.body, meeting.date, meeting.time, meeting.venue) == (
        "Cabinet", dt.date(2025, 11, 21), dt.time(12, 30),
        "Civic Suite, North Warehouse, The Docks, Gloucester, GL1 2EP",
    )  # fmt: skip
    assert (meeting.chair, len(meeting.present), meeting.present[-1], meeting.apologies) == (
        "Councillor Jeremy Hilton", 7, "Councillor Rebecca Trimnell", (),
    )  # fmt: skip
    assert outline(meeting) == [
        (str(number), str(number - 49), 2 if number == 55 else 0, False) for number in range(51, 56)
    ]
    assert [each.number for each in item(paper, "55").decisions] == ["1", "2"]
    assert [each.title for each in meeting.items][3:] == [
        "Leader and Cabinet Members' Question Time (15 minutes)",
        "Final Proposals for Local Government Reorganisation in Gloucestershire",
    ]
    assert [each.has_report for each in meeting.items] == [False, True, False, False, True]


@pytest.mark.parametrize("name", ["GetMeetings.xml", "GetCommittees.xml", "GetAttachment_65461.xml"])
def test_other_answers_say_that_they_are_no_meeting(name: str) -> None:
    with pytest.raises(CorpusError, match="it is XML, but not a meeting"):
        read_file(shared("real", "moderngov", name))


@pytest.mark.parametrize("name", ["BrowseMeetings.html", "CommitteeDetails.html", "CommitteeStructure.html"])
def test_pages_that_are_no_papers_say_so(name: str) -> None:
    paper = read_file(shared("real", "moderngov", name))
    assert paper.kind is PaperKind.UNKNOWN
    assert paper.meetings[0].date is None
    assert words(paper, paper.meetings[0].items[0], SectionKind.DECISION) == []
