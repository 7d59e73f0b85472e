"""Real papers of all five layouts: items, decisions, headers. Skipped where the papers are absent."""

from __future__ import annotations

import datetime as dt

import pytest
from papers import check, item, kinds, outline, read_file, shared

from corpus.models import Paper, PaperKind, SectionKind

COMMITTEE = "Children and Young People Scrutiny Committee"
PANEL = "Children and Young People's Social Care and Services Scrutiny Panel"
WEB = "000_e27bb7b1ad6d1356.txt"
PANEL_WEB = "001_defd383d8f0b697f.txt"
ITEM = "002_e1b9727794d3482e.txt"
PACK = "003_661c1d64eb933c90.txt"
SUBGROUP = "004_3689f56ca8e50737.txt"


def seed(name: str) -> Paper:
    paper = read_file(shared("seeds", name))
    check(paper)
    return paper


OUTLINES = [
    (WEB, 0, [("26", None, 1, False), ("27", None, 3, True), ("28", None, 1, False),
              ("29", None, 1, True), ("30", None, 1, False), ("31", None, 1, False)]),
    (PANEL_WEB, 0, [("21/47", None, 0, False), ("21/48", None, 0, False), ("21/49", None, 0, True),
                    ("21/50", None, 0, True), ("21/51", None, 1, False), ("21/52", None, 0, False)]),
    (ITEM, 0, [(None, None, 1, False)]),
    (PACK, 0, [(str(number), str(number), 0, False) for number in range(1, 10)]),
    (PACK, 1, [("CYP/19/20", None, 2, False), ("CYP/19/21", None, 2, False), ("CYP/19/22", None, 6, False),
               ("CYP/19/23", None, 2, False), ("CYP/19/24", None, 3, False), ("CYP/19/25", None, 1, False)]),
    (SUBGROUP, 0, [("YPC/OSG/15/01", None, 1, False), ("YPC/OSG/15/02", None, 5, False),
                   ("YPC/OSG/15/03", None, 3, False)]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "meeting", "expected"), OUTLINES)
def test_items_decisions_and_cuts(name: str, meeting: int, expected: list[object]) -> None:
    assert outline(seed(name).meetings[meeting]) == expected


HEADERS = [
    (WEB, 0, PaperKind.AGENDA_AND_MINUTES, None, COMMITTEE, dt.date(2019, 7, 17), dt.time(10),
     "Council Antechamber, Level 2, Town Hall Extension", None),
    (PANEL_WEB, 0, PaperKind.AGENDA_AND_MINUTES, None, PANEL, dt.date(2022, 3, 21), dt.time(16), "Virtual", None),
    (ITEM, 0, PaperKind.ITEM_PAGE, None, None, None, None, None, None),
    (PACK, 0, PaperKind.REPORTS_PACK, "Manchester City Council", COMMITTEE, dt.date(2019, 7, 17), dt.time(10),
     "Council Antechamber, Level 2, Town Hall Extension", None),
    (PACK, 1, PaperKind.REPORTS_PACK, "Manchester City Council", COMMITTEE, dt.date(2019, 6, 19), None, None,
     "Councillor Stone"),
    (SUBGROUP, 0, PaperKind.MINUTES, None, "Young People and Children Scrutiny Committee – Ofsted Subgroup",
     dt.date(2015, 1, 20), None, None, "Councillor Stone"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "meeting", "kind", "council", "body", "date", "time", "venue", "chair"), HEADERS
)
def test_headers(name, meeting, kind, council, body, date, time, venue, chair) -> None:
    paper = seed(name)
    found = paper.meetings[meeting]
    assert (paper.kind, found.council, found.body, found.date, found.time, found.venue, found.chair) == (
        kind, council, body, date, time, venue, chair,
    )  # fmt: skip
    assert not found.draft


def test_the_cut_swallows_part_of_the_third_decision() -> None:
    last = item(seed(WEB), "27").decisions[-1]
    assert (last.number, last.text, last.truncated) == ("3", "To arrange a", True)


def test_noted_is_the_whole_decision() -> None:
    assert [decision.text for decision in item(seed(PANEL_WEB), "21/51").decisions] == ["NOTED"]


def test_what_is_approved_in_the_text_is_discussion() -> None:
    assert kinds(item(seed(PANEL_WEB), "21/48")) == [SectionKind.AGENDA, SectionKind.DISCUSSION]


def test_an_item_page_is_never_given_a_date_or_body() -> None:
    assert seed(ITEM).warnings == ("The page states no date, body or item number; they are left unknown.",)


def test_a_declared_interest_is_no_decision() -> None:
    sections = kinds(item(seed(PACK), "CYP/19/22", meeting=1))
    assert sections.count(SectionKind.DECISION) == 6
    assert sections[-1] is SectionKind.INTEREST


def test_reports_stand_under_agenda_items_5_to_9() -> None:
    with_report = [each.number for each in seed(PACK).meetings[0].items if each.has_report]
    assert with_report == ["5", "6", "7", "8", "9"]


def test_the_overview_report_holds_monitor_register_and_programme() -> None:
    sections = set(kinds(item(seed(PACK), "9")))
    assert {SectionKind.MONITOR, SectionKind.KEY_DECISIONS, SectionKind.WORK_PROGRAMME} <= sections


def test_who_was_at_the_subgroup() -> None:
    meeting = seed(SUBGROUP).meetings[0]
    assert meeting.present == (
        "Councillor Stone", "Councillor Cox", "Councillor Midgley", "Councillor Reid", "Mrs E Holt", "Mrs B Kelner",
        "Councillor S Newman",
    )  # fmt: skip
    assert meeting.apologies == ("Mrs M Gadian",)
