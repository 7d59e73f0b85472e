"""The walk of a small site in memory: which way gives what, what is asked for again, what goes and what stays."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from town import (
    MINUTES,
    OLD,
    PDF,
    SERVICE,
    YOUNG,
    Place,
    meeting_page,
    page,
    xml_list,
    xml_meeting,
    xml_paper,
)

from corpus.models import Publication
from corpus.moderngov.models import SiteError
from corpus.moderngov.walk import Fetched


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


def counts(done: Fetched) -> tuple[int, int, int, int]:
    (body,) = done.bodies
    return body.new, body.changed, body.unchanged, body.failed


def test_the_service_gives_words_and_papers(place: Place) -> None:
    done = place.fetch()
    assert counts(done) == (2, 0, 0, 0) and done.failures == []
    assert place.files() == {"meeting.xml", "Marrow report 51.pdf", "papers.json"}
    assert place.said_of("Marrow report 51.pdf") == Publication(
        url="https://x.gov.uk/mgConvert2PDF.aspx?ID=51", title="Marrow report", council="Marrow Town Council",
        body="Parks Committee", date=OLD, time=dt.time(18, 30), item="9", agenda_number="2", item_title="Marrows",
    )  # fmt: skip
    assert place.said_of("meeting.xml").url == "https://x.gov.uk/ieListDocuments.aspx?CId=3&MId=70&Ver=4"


def test_an_old_meeting_is_asked_for_once(place: Place) -> None:
    place.fetch()
    done = place.fetch()
    assert counts(done) == (0, 0, 2, 0)
    assert [path.partition("?")[0] for path in place.town.asked] == [
        "robots.txt", f"{SERVICE}GetCommittees", f"{SERVICE}GetMeetings",
    ]  # fmt: skip


def test_a_young_meeting_is_looked_at_again(place: Place) -> None:
    place.town.pages[f"{SERVICE}GetMeetings"] = xml_list(YOUNG)
    place.fetch()
    place.town.pages["mgConvert2PDF.aspx?ID=51"] = PDF + b" and more"
    assert counts(place.fetch()) == (0, 1, 1, 0)


def test_without_the_service_the_pages_tell(place: Place) -> None:
    place.town.without_service()
    place.town.pages |= {
        "ieListDocuments": meeting_page(
            MINUTES + '<a href="mgAi.aspx?ID=5">view the full minutes text for item 9.</a>'
            '<a href="documents/s51/Marrow report.pdf">Marrow report</a>',
            links='<li><a href="mgMeetingAttendance.aspx?ID=70">Attendance details</a></li>',
        ),
        "mgAi.aspx?ID=5": page("Agenda item", MINUTES),
        "mgMeetingAttendance": page("Meeting attendance", "<p>Councillor Gourd</p>"),
        "documents/s51/": PDF,
    }
    done = place.fetch()
    assert done.failures == [] and counts(done) == (4, 0, 0, 0)
    assert place.files() == {
        "meeting.html",
        "item 5.html",
        "attendance.html",
        "Marrow report 51.pdf",
        "papers.json",
    }
    assert sum(path.startswith(SERVICE) for path in place.town.asked) == 1
    assert place.said_of("item 5.html").item == "9"


def test_minutes_that_are_only_printed_are_fetched_as_printed(place: Place) -> None:
    place.town.pages |= {
        f"{SERVICE}GetMeeting?": xml_meeting(words=""),
        "ieListDocuments": meeting_page(
            links='<li><a href="documents/g7/Printed minutes.pdf?T=1">Printed minutes</a></li>'
        ),
        "documents/g7/": PDF,
    }
    assert place.fetch().failures == []
    assert place.files() == {"meeting.xml", "Printed minutes g7 1.pdf", "papers.json"}


def test_a_pack_is_chosen_on_the_page_between(place: Place) -> None:
    link = '<li><a href="mgChooseDocPack.aspx?ID=7&amp;SID=9">Late material</a></li>'
    place.town.pages |= {
        "ieListDocuments": meeting_page(MINUTES, links=link),
        "mgChooseDocPack.aspx?ID=7&SID=9": page(
            "Choose", '<a href="documents/g7/Late.pdf?T=9">All of it</a>'
        ),
        "documents/g7/": PDF,
    }
    assert place.fetch().failures == []
    assert "Late material supplement 9.pdf" in place.files()
    assert (
        place.said_of("Late material supplement 9.pdf").url
        == "https://x.gov.uk/mgChooseDocPack.aspx?ID=7&SID=9"
    )


def test_a_draft_is_known_by_the_page(place: Place) -> None:
    place.town.pages["ieListDocuments"] = meeting_page(MINUTES, title="Agenda and draft minutes")
    place.fetch()
    assert place.said_of("meeting.xml").draft and not place.said_of("Marrow report 51.pdf").draft
    place.town.pages["ieListDocuments"] = meeting_page(MINUTES)
    place.fetch()
    assert not place.said_of("meeting.xml").draft, "a draft does not settle, however old"


def test_pages_that_are_shut_do_not_matter_while_the_service_tells(place: Place) -> None:
    place.town.pages["ieListDocuments"] = 403
    done = place.fetch()
    assert done.failures == [] and "meeting.xml" in place.files()
    assert any("without its pages" in said for said in place.said)


def test_a_service_that_only_counts_is_eked_out(place: Place) -> None:
    place.town.pages[f"{SERVICE}GetMeetings"] = xml_list(count=0).replace(" 0<", " 12<")
    assert place.fetch().failures == [] and "meeting.xml" in place.files()


def test_a_paper_that_was_closed_goes_with_its_file(place: Place) -> None:
    place.town.pages[f"{SERVICE}GetMeetings"] = xml_list(YOUNG)
    place.fetch()
    place.town.pages[f"{SERVICE}GetMeeting?"] = xml_meeting(
        papers=xml_paper(more="<isrestricted>True</isrestricted>")
    )
    done = place.fetch()
    assert [path.name for path in done.dropped] == ["Marrow report 51.pdf"] and done.bodies[0].withheld == 1
    assert place.files() == {"meeting.xml", "papers.json"}
    assert not any("51" in path for path in place.town.asked)


@pytest.mark.parametrize("status", [500, 403, 400])
def test_what_cannot_be_had_is_kept_as_it_was(place: Place, status: int) -> None:
    place.town.pages[f"{SERVICE}GetMeetings"] = xml_list(YOUNG)
    place.fetch()
    before = place.files()
    place.town.pages |= {"mgConvert2PDF": status, "mgConvert2PDF.aspx?ID=51": status}
    done = place.fetch()
    assert [each.url for each in done.failures] == ["https://x.gov.uk/mgConvert2PDF.aspx?ID=51"]
    assert place.files() == before and done.dropped == []


def test_a_dead_link_is_asked_for_three_times_in_all(place: Place) -> None:
    place.town.pages["mgConvert2PDF.aspx?ID=51"] = 404
    assert [len(place.fetch().failures) for _ in range(5)] == [1, 1, 1, 0, 0]


def test_what_robots_txt_closes_is_told_once(place: Place) -> None:
    place.town.pages["robots.txt"] = "User-agent: *\nDisallow: /mgConvert2PDF.aspx\n"
    assert [len(place.fetch().failures) for _ in range(3)] == [1, 0, 0]


def test_a_meeting_that_vanished_goes_when_its_page_says_so(place: Place) -> None:
    place.town.pages[f"{SERVICE}GetMeetings"] = xml_list(count=1).replace(
        "</getmeetings>", xml_list(YOUNG).replace(">70<", ">71<").partition("</meetingscount>")[2]
    )
    place.fetch()
    place.town.pages[f"{SERVICE}GetMeetings"] = xml_list(YOUNG).replace(">70<", ">71<")
    place.town.pages = {
        f"{SERVICE}GetMeeting?lMeetingId=70": 404,
        "ieListDocuments.aspx?CId=3&MId=70": 503,
    } | place.town.pages
    assert place.fetch().dropped == [], "an outage is no evidence"
    place.town.pages["ieListDocuments.aspx?CId=3&MId=70"] = 404
    assert {path.parent.name for path in place.fetch().dropped} == {"2024-01-10 70"}


def test_only_the_days_wanted_are_looked_at(place: Place) -> None:
    assert counts(place.fetch(since=dt.date(2024, 1, 11))) == (0, 0, 0, 0)
    assert counts(place.fetch(until=dt.date(2024, 1, 10))) == (2, 0, 0, 0)
    (listing,) = (path for path in place.town.asked if "GetMeetings" in path)
    assert listing.endswith("lCommitteeId=3&sFromDate=01%2F01%2F1990&sToDate=10%2F01%2F2024")


def test_a_site_without_committees_is_no_moderngov_site(place: Place) -> None:
    place.town.pages.clear()
    with pytest.raises(SiteError, match="lists no committees"):
        place.fetch()
    assert not (place.library / "fetched").exists()


def test_what_is_no_xml_and_no_page_does_not_end_the_walk(place: Place) -> None:
    place.town.pages[f"{SERVICE}GetMeeting?"] = "<meeting><"
    place.town.pages["ieListDocuments"] = "nothing"
    done = place.fetch()
    assert [each.reason for each in done.failures] == ["what came is not a web page (of no stated type)"]
