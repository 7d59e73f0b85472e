"""The sample council's papers against the table of what stands in them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from papers import SAMPLE, item, kinds, outline, read_file, words

from corpus.models import Meeting, SectionKind

TRUTH = json.loads(Path(__file__).with_name("sample_truth.json").read_text())
COUNCIL = "Ostlebridge City Council"


def describe(meeting: Meeting) -> dict[str, object]:
    return {
        "body": meeting.body,
        "date": meeting.date and meeting.date.isoformat(),
        "time": meeting.time and meeting.time.strftime("%H:%M"),
        "items": [list(each) for each in outline(meeting)],
    }


@pytest.mark.parametrize("name", sorted(TRUTH))
def test_kind_meetings_items_and_decisions(name: str) -> None:
    paper = read_file(SAMPLE / name)
    assert {"kind": str(paper.kind), "meetings": [describe(each) for each in paper.meetings]} == TRUTH[name]


def test_every_sample_paper_is_in_the_table() -> None:
    papers = {
        path.relative_to(SAMPLE).as_posix()
        for path in SAMPLE.rglob("*")
        if path.suffix in (".txt", ".html", ".pdf")
    }
    assert papers == set(TRUTH)


@pytest.mark.parametrize("name", sorted(name for name in TRUTH if not name.endswith("-item.txt")))
def test_the_council_is_named_by_every_dated_paper(name: str) -> None:
    assert {meeting.council for meeting in read_file(SAMPLE / name).meetings} == {COUNCIL}


PEOPLE = {
    "children/2018-06-13-minutes.txt": (None, "Councillor Tolland", 13, ("Councillor Ghaffari", "Mr D Sallis")),
    "inclusion-subgroup/2020-02-04-minutes.txt": (
        None, "Councillor Penhallow", 6, ("Councillor Nwosu", "Canon J Averill"),
    ),
    "neighbourhoods/2024-03-12-minutes.txt": (
        None, "Councillor Ackersley", 11, ("Councillor Fofanah", "Councillor Whitlock"),
    ),
    "cabinet/2019-03-13-printed-minutes.txt": ("Aldermen’s Room, Guildhall, Ostlebridge", "Mr S Garrow", 7, ()),
    "cabinet/2024-02-14-printed-minutes.pdf": ("Council Chamber, Guildhall, Ostlebridge", "Mrs A Qadir-Wells", 6, ()),
    "neighbourhoods/2021-09-14-agenda-and-minutes.txt": ("Council Chamber, Guildhall, with video link", None, 0, ()),
}  # fmt: skip


@pytest.mark.parametrize("name", PEOPLE)
def test_where_and_who(name: str) -> None:
    meeting = read_file(SAMPLE / name).meetings[0]
    assert (meeting.venue, meeting.chair, len(meeting.present), meeting.apologies) == PEOPLE[name]


def test_a_substitute_is_present_and_the_member_is_not() -> None:
    present = read_file(SAMPLE / "neighbourhoods/2024-03-12-minutes.txt").meetings[0].present
    assert "Councillor Raichura" in present
    assert "Councillor Whitlock" not in present


RECOMMENDED = [
    ("children/2019-11-06-public-reports-pack.txt", "8", 3, "a voluntary basis"),
    ("neighbourhoods/2021-11-09-public-reports-pack.txt", "4", 2, "£690,000"),
    ("neighbourhoods/2021-11-09-public-reports-pack.txt", "5", 2, "£1.20 a day"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "number", "count", "fact"), RECOMMENDED)
def test_what_officers_recommend_behind_a_lead_in(name: str, number: str, count: int, fact: str) -> None:
    paper = read_file(SAMPLE / name)
    (recommended,) = words(paper, item(paper, number), SectionKind.RECOMMENDATION)
    assert recommended.startswith("Recommendations")
    assert recommended.count("\n- ") == count
    assert fact in recommended


def test_a_pack_decides_nothing_for_the_meeting_to_come() -> None:
    for name in (name for name in TRUTH if name.endswith("pack.txt")):
        coming = read_file(SAMPLE / name).meetings[0]
        assert [each for each in coming.items if each.decisions or SectionKind.DECISION in kinds(each)] == []
