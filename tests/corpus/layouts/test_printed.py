"""Minutes as a county prints them ("84. Apologies (Item 1)"), by themselves, as a draft and within a pack."""

from __future__ import annotations

import datetime as dt

import pytest
from papers import check, item, outline, read

from corpus.models import Outcome, Paper, PaperKind

HEAD = """MARLSHIRE COUNTY COUNCIL
CABINET
MINUTES of a meeting of the Cabinet held in the Council Chamber, Shire
House, Marlbury on Thursday, 30 January 2025.
PRESENT: Mr A R Gale (Chairman), Mrs B Chant, Mr C Dove, MBE and Mr D P Otter
IN ATTENDANCE: Dr E Finch (Director of Public Health), Mrs F Grouse
(Chief Executive)
IN ATTENDANCE VIRTUALLY: Mr G Heron (Director of Roads)
UNRESTRICTED ITEMS
"""
ITEMS = """84. Apologies
(Item 1)
Apologies were received from Mrs C Bell and Mr J. K. Swift, who was substituted by Mr T Teal.
85. Minutes of the Meeting held on 9 January 2025
(Item 2)
RESOLVED that the minutes of the meeting on 9 January 2025 were a correct
record and that they be signed by the Chair
86. 25/00012 - Bridge Tolls
(Item 3)
1. Mr Heron introduced the report.
2. The Leader proposed and Mr Otter, Deputy Leader and Cabinet Member for Finance, Ferries and
Docks, seconded the motion that tolls rise.
3. RESOLVED that Cabinet agree to:
A) Note the tolls taken.
b) Raise the toll on Lower Bridge; and
c) Delegate authority to the Director of Roads to paint the booths.
87. Ferry Fares
(Item 4)
1. It was agreed that fares were a worry.
2. RESOLVED that Cabinet recommend to Council:
(a) a fare of £3; and
(b) no fare for children.
"""
FRONT = """AGENDA
CABINET
Thursday, 13th March, 2025, at 3.00 pm
(or on the rising of Full Council)
Ask for: Petra Wren
Council Chamber, Shire House,
Shire Hall, Marlbury
Telephone: Tel: 01632 960000
UNRESTRICTED ITEMS
1. Apologies
2. Minutes of the Meeting held on 30 January 2025 (Pages 1 - 4)
3. Harbour Wall Repairs (Pages 5 - 6)
EXEMPT ITEMS
(At the time of preparing the agenda there were no exempt items)
"""


@pytest.fixture(scope="module")
def printed() -> Paper:
    paper = read(HEAD + ITEMS)
    check(paper)
    return paper


def test_the_meeting(printed: Paper) -> None:
    meeting = printed.meetings[0]
    assert (meeting.council, meeting.body, meeting.date, meeting.time) == (
        "Marlshire County Council",
        "Cabinet",
        dt.date(2025, 1, 30),
        None,
    )
    assert meeting.venue == "Council Chamber, Shire House, Marlbury"
    assert (meeting.chair, meeting.draft) == ("Mr A R Gale", False)
    assert meeting.present == ("Mr A R Gale", "Mrs B Chant", "Mr C Dove", "Mr D P Otter")


def test_apologies_are_lifted_from_their_item_without_the_substitute(printed: Paper) -> None:
    assert printed.meetings[0].apologies[0] == "Mrs C Bell"
    assert "Mr T Teal" not in printed.meetings[0].apologies
    assert read((HEAD + ITEMS).replace(" from Mrs C Bell and Mr J. K. Swift, who was substituted by Mr T Teal", "")
                .replace("Apologies were", "No apologies were")).meetings[0].apologies == ()  # fmt: skip


def test_items_with_both_numbers_and_their_decisions(printed: Paper) -> None:
    assert outline(printed.meetings[0]) == [
        ("84", "1", 0, False),
        ("85", "2", 1, False),
        ("86", "3", 3, False),
        ("87", "4", 2, False),
    ]


def test_the_parts_of_a_resolution_share_who_moved_it(printed: Paper) -> None:
    found = item(printed, "86").decisions
    assert [(each.number, each.outcome) for each in found] == [
        ("A", Outcome.NOTED),
        ("b", Outcome.AGREED),
        ("c", Outcome.AGREED),
    ]
    assert {(each.mover, each.seconder) for each in found} == {("Leader", "Mr Otter")}


def test_what_is_recommended_on_is_not_decided(printed: Paper) -> None:
    assert [each.outcome for each in item(printed, "87").decisions] == [Outcome.RECOMMENDED] * 2


@pytest.mark.parametrize(
    "text",
    [
        HEAD.replace("MINUTES of", "DRAFT MINUTES of"),
        HEAD.replace("CABINET\n", "CABINET\nDRAFT\n"),
        HEAD.replace("CABINET\n", "CABINET\n(Subject to confirmation)\n"),
    ],
)
def test_printed_drafts_are_called_drafts(text: str) -> None:
    meeting = read(text + ITEMS).meetings[0]
    assert meeting.draft
    assert (meeting.body, len(meeting.items)) == ("Cabinet", 4)


def test_members_who_joined_by_video_are_present() -> None:
    text = HEAD.replace("IN ATTENDANCE:", "PRESENT VIRTUALLY: Mrs H Ibis\nIN ATTENDANCE:", 1)
    assert read(text + ITEMS).meetings[0].present[-1] == "Mrs H Ibis"


def test_a_pack_carries_printed_minutes() -> None:
    report = "Harbour Wall Repairs\nThe wall needs mending.\n"
    paper = read(f"{FRONT}\n{HEAD}{ITEMS}\nThis page is intentionally left blank\n\nFrom: Mr D P Otter\n"
                 f"To: Cabinet - 13 March 2025\nSubject: {report}")  # fmt: skip
    front, before = paper.meetings
    assert (paper.kind, front.body, front.date, front.time) == (
        PaperKind.REPORTS_PACK,
        "Cabinet",
        dt.date(2025, 3, 13),
        dt.time(15),
    )
    assert (front.council, front.venue) == (None, "Council Chamber, Shire House, Shire Hall, Marlbury")
    assert [each.number for each in front.items] == ["1", "2", "3"]
    assert (before.council, before.date) == ("Marlshire County Council", dt.date(2025, 1, 30))
    assert [each[:3] for each in outline(before)] == [
        ("84", "1", 0),
        ("85", "2", 1),
        ("86", "3", 3),
        ("87", "4", 2),
    ]
