"""When the web service is switched off, the same record comes from the pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from thornmere.content import HIDDEN, SHUT_PAPERS
from thornmere.server import Site
from thornmere.trial import Fetch, Fetched, files, items, leaks, minutes, plain

from index.library import Library

SHUT = {("Cabinet", "45"), ("Harbour Neighbourhood Committee", "11")}  # held by their numbers, if at all
HOW = ["off", "absent", "shut"]


@pytest.mark.parametrize("how", HOW)
def test_the_same_items_with_the_same_numbers_titles_and_decisions_come_from_pages(
    fetch: Fetch, site: Site, library: Path, how: str, whole: Fetched
) -> None:
    site.service = how
    told_by_the_service = minutes(whole.library)
    ran = fetch()
    assert ran.status == 0, ran.err
    held = minutes(library)
    titles, expected = (
        {place: title for place, (title, _) in each.items() if place not in SHUT}
        for each in (held, told_by_the_service)
    )
    assert titles == expected
    decided, expected_too = (
        {place: said for place, (_, said) in each.items() if said} for each in (held, told_by_the_service)
    )
    assert decided == expected_too
    assert len(site.paths("mgWebService")) <= 4, "it is asked again and again, though it is off"


def test_what_is_hidden_is_nowhere(by_pages: Fetched) -> None:
    assert by_pages.ran.status == 0, by_pages.ran.err
    assert leaks(by_pages.library.parent, HIDDEN) == []
    assert [path for id in SHUT_PAPERS for path in by_pages.site.paths(f"s{id}")] == []
    assert sum(each["withheld"] for each in by_pages.ran.said["bodies"]) >= 2
    told = {
        item.withheld
        for item in items(by_pages.library)
        if plain(item.number) == "43" and item.kind == "agenda_and_minutes"
    }
    assert told == {3}


def test_minutes_that_a_page_cuts_short_are_had_whole(by_pages: Fetched) -> None:
    assert [name for name in files(by_pages.library) if name.endswith("item 51902.html")] != []
    assert len(by_pages.site.paths("mgAi.aspx")) == 1, "items that are whole on the page were asked for"
    with Library.open(by_pages.library) as opened:
        texts = [each for each in opened.passages() if "insurers had declined" in each.text]
    assert {(each.body, plain(each.item), each.truncated) for each in texts} == {("Cabinet", "43", False)}


def test_who_came_and_where_are_held(by_pages: Fetched) -> None:
    with Library.open(by_pages.library) as opened:
        sitting = [each for each in opened.meetings() if str(each.date) == "2024-01-17"]
    assert any(
        {"Councillor Ruth Ashdown", "Councillor Idris Penhale"} <= set(each.present) for each in sitting
    )
    assert any("Councillor Mairi O'Dell" in each.apologies for each in sitting)
    assert any(each.venue and each.venue.startswith("Committee Room 2") for each in sitting)


def test_reports_come_from_the_links_of_the_page(by_pages: Fetched) -> None:
    names = {name.rpartition("/")[2] for name in files(by_pages.library)}
    assert {"Appendix A - Survey of the eastern wall 65402.pdf"} <= names
    assert [name for name in names if "65401" in name and name.endswith(".pdf")] != []
    assert [name for name in names if "65406" in name and name.endswith(".docx")] != []
    with Library.open(by_pages.library) as opened:
        survey = [each for each in opened.passages() if "toe of the wall" in each.text]
    assert {(each.body, plain(each.item), each.title) for each in survey} == {
        ("Cabinet", "43", "Harbour Wall Repairs: Phase 2")
    }


def test_a_cancelled_meeting_stays_in_the_record(by_pages: Fetched) -> None:
    with Library.open(by_pages.library) as opened:
        assert [str(each.date) for each in opened.meetings() if each.cancelled] == ["2024-02-14"]


def test_a_draft_is_told_as_one(by_pages: Fetched) -> None:
    drafts = [item for item in items(by_pages.library) if plain(item.number) == "16" and item.decisions]
    assert drafts and all(item.draft for item in drafts)


def test_a_service_that_answers_for_some_meetings_only(fetch: Fetch, site: Site, library: Path) -> None:
    from thornmere import faults
    from thornmere.server import Fault

    site.faults.append(Fault("GetMeeting?lMeetingId=7001", faults.broken()))
    ran = fetch("--body", "Cabinet")
    assert ran.status == 0, ran.err
    names = {name.partition("/")[2] for name in files(library)}
    assert "cabinet-129/2024-01-17 7001/meeting.html" in names
    assert "cabinet-129/2024-03-13 7003/meeting.xml" in names
    assert any("£412,000" in text for text in minutes(library)["Cabinet", "43"][1])
