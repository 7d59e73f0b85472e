"""The council's site is like the real ones: the same tags and classes, the same elements in the same order."""

from __future__ import annotations

import datetime as dt
import re
import urllib.request
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser
from thornmere import pages, panel, service
from thornmere.content import CABINET, HIDDEN, WALL, thornmere
from thornmere.council import Linked, amend
from thornmere.meeting import meeting_page
from thornmere.server import Site, serving

REAL = Path(__file__).parents[3] / "shared" / "real" / "moderngov"
COUNCIL = thornmere(dt.date(2026, 6, 1))

SEEN_ELSEWHERE = {("div", "mgHelpLine"), ("span", "SpellE")}  # on other real pages
needs_real = pytest.mark.skipif(not REAL.is_dir(), reason="the real pages are not here")


@pytest.fixture
def site() -> Iterator[Site]:
    with serving(Site(COUNCIL)) as running:
        yield running


def get(url: str) -> tuple[int, bytes]:
    with urllib.request.urlopen(url, timeout=5) as answer:
        return answer.status, answer.read()


def shapes(html: str) -> set[tuple[str, str]]:
    """(tag, class) of everything in the main part of a page."""
    root = LexborHTMLParser(html).css_first("#modgov")
    assert root is not None
    return {(node.tag or "", node.attributes.get("class") or "") for node in root.css("*")}


@needs_real
def test_pages_have_only_tags_and_classes_of_the_real_ones() -> None:
    body, meeting = COUNCIL.meeting(WALL) or pytest.fail("no such meeting")
    ours = {
        "Agenda_151.html": meeting_page(COUNCIL, body, meeting),
        "BrowseMeetings.html": pages.meetings(COUNCIL, body, body.meetings),
        "CommitteeDetails.html": pages.committee(COUNCIL, body),
        "CommitteeStructure.html": pages.committees(COUNCIL),
    }
    strange = {}
    for name, page in ours.items():
        real = shapes((REAL / name).read_text("utf-8", "replace"))
        strange[name] = shapes(page.decode("ascii")) - real - SEEN_ELSEWHERE
    assert not any(strange.values()), strange


@needs_real
def test_the_service_says_the_same_elements_in_the_same_order() -> None:
    asked = {"lmeetingid": str(WALL)}
    ours = ET.fromstring(service.answer(COUNCIL, "GetMeeting", asked, "http://x/") or b"")
    real = ET.fromstring((REAL / "GetMeeting_7837.xml").read_bytes())

    def order(root: ET.Element, path: str) -> list[str]:
        seen = dict.fromkeys(child.tag for parent in root.findall(path) for child in parent)
        return list(seen)

    for path in (".", ".//agendaitem", ".//linkeddoc", ".//attendee"):
        expected = order(real, path)
        found = order(ours, path)
        assert set(found) <= set(expected), path
    first = ours.find(".//agendaitem")
    assert first is not None
    whole = [child.tag for child in ours.findall(".//agendaitem")[3]]
    theirs = [child.tag for child in max(real.iter("agendaitem"), key=len)]
    assert [tag for tag in whole if tag in theirs] == [tag for tag in theirs if tag in whole]


def test_titles_are_escaped_twice() -> None:
    said = service.answer(COUNCIL, "GetMeeting", {"lmeetingid": str(WALL)}, "http://x/") or b""
    assert b"<agendaitemtitle>Leader and Cabinet Members&amp;#39; Question Time (15 minutes)<" in said


def test_a_page_cuts_long_minutes_short_and_the_item_has_them_whole(site: Site) -> None:
    _, page = get(f"{site.root}ieListDocuments.aspx?CId={CABINET}&MId={WALL}&Ver=4")
    _, item = get(f"{site.root}mgAi.aspx?ID=51902")
    assert b"view the full minutes text for item 43.</a>" in page and b"insurers had" not in page
    assert b"insurers had" in item and b"view the full minutes" not in item


def test_no_page_shows_hidden_words(site: Site) -> None:
    body, meeting = COUNCIL.meeting(WALL) or pytest.fail("no such meeting")
    page = meeting_page(COUNCIL, body, meeting).decode()
    assert [word for word in HIDDEN if word in page] == []


def test_what_is_not_there_leads_to_the_error_page(site: Site) -> None:
    _, page = get(f"{site.root}ieListDocuments.aspx?MId=1")
    assert b"cannot be shown" in page and site.asked[0].status == 302


def test_tags_change_with_the_paper_alone(site: Site) -> None:
    url = f"{site.root}mgConvert2PDF.aspx?ID=65401"
    tags = []
    for words in ("one",), ("one",), ("two",):
        site.council = amend(COUNCIL, Linked, 65401, words=words)
        with urllib.request.urlopen(url, timeout=5) as answer:
            tags.append((answer.headers["ETag"], answer.headers["Last-Modified"]))
    assert tags[0] == tags[1] != tags[2]
    again = urllib.request.Request(url, headers={"If-None-Match": tags[2][0]})
    with pytest.raises(urllib.error.HTTPError, match="304"):
        urllib.request.urlopen(again, timeout=5)


def test_meetings_are_parted_into_pages(site: Site) -> None:
    site.lists = 1
    _, page = get(f"{site.root}ieListMeetings.aspx?CommitteeId={CABINET}")
    assert re.findall(rb"MId=(\d+)", page) == [b"7003"]
    earlier = re.search(rb'href="(ieListMeetings.aspx\?Act=earlier[^"]+)"', page)
    assert earlier
    _, page = get(site.root + earlier[1].decode().replace("&amp;", "&"))
    assert re.findall(rb"MId=(\d+)", page) == [b"7002"]
    _, page = get(f"{site.root}ieListMeetings.aspx?CId={CABINET}&Year=0")
    assert re.findall(rb"MId=(\d+)", page) == [b"7003", b"7002", b"7001"]


def test_a_draft_is_called_one() -> None:
    body, meeting = COUNCIL.meeting(panel.DRAFT) or pytest.fail("no such meeting")
    page = meeting_page(COUNCIL, body, meeting).decode()
    assert "Printed draft minutes" in page and ">Agenda, decisions and draft minutes</h1>" in page
