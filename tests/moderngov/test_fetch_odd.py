"""Odd sites that are not broken: services that say half, meetings that move or vanish, papers that cannot be read."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from email.utils import format_datetime
from pathlib import Path

import pytest
from thornmere import faults
from thornmere.content import CABINET, HIDDEN, PANEL, SPRING
from thornmere.council import Body, Linked, Meeting, amend
from thornmere.panel import DRAFT
from thornmere.server import Fault, Site
from thornmere.trial import Fetch, Fetched, files, items, leaks, minutes, plain

from index.library import Library

WORDS = re.compile(rb"<(?:minutes|decision)nonemptyhtmlbody>.*?</\w+>", re.DOTALL)
CABINET_ITEMS = {"40", "41", "42", "43", "44", "46", "47"}


def numbers(library: Path, body: str = "Cabinet") -> set[str]:
    return {number for of, number in minutes(library) if of == body} - {"45"}


def test_a_service_without_the_minutes_is_eked_out_by_the_pages(
    fetch: Fetch, site: Site, library: Path, tmp_path: Path, whole: Fetched
) -> None:
    site.rewrite = lambda path, body: WORDS.sub(b"", body) if "GetMeeting?" in path else body
    ran = fetch("--body", "Cabinet")
    assert ran.status == 0, ran.err
    names = {name.rpartition("/")[2] for name in files(library)}
    assert {"meeting.html", "item 51902.html"} <= names
    told = minutes(whole.library)
    held = minutes(library)
    assert {place: held[place][1] for place in held if held[place][1]} == {
        place: told[place][1] for place in held if told[place][1]
    }
    assert ("43", "4") in {(plain(item.number), item.agenda_number) for item in items(library)}
    assert leaks(tmp_path, HIDDEN) == []


def test_a_service_that_only_counts_meetings_is_eked_out(fetch: Fetch, site: Site, library: Path) -> None:
    counts = b"<getmeetings>\n  <meetingscount> 3</meetingscount>\n</getmeetings>"
    site.rewrite = lambda path, body: counts if "GetMeetings?" in path else body
    ran = fetch("--body", "Cabinet")
    assert ran.status == 0, ran.err
    assert numbers(library) == CABINET_ITEMS


def test_a_service_whose_xml_breaks_off_is_eked_out(fetch: Fetch, site: Site, library: Path) -> None:
    site.rewrite = lambda path, body: body[: len(body) // 2] if "GetMeeting?" in path else body
    ran = fetch("--body", "Cabinet")
    assert ran.status == 0, ran.err
    assert numbers(library) == CABINET_ITEMS


def test_pages_in_another_encoding_and_with_stray_bytes_are_read(
    fetch: Fetch, site: Site, library: Path
) -> None:
    site.service = "off"
    site.rewrite = lambda path, body: (
        body.replace(b"Net Loft", b"Net L\xf4ft\x00") if "aspx" in path else body
    )
    ran = fetch("--body", "Harbour")
    assert ran.status == 0, ran.err
    assert {"9", "10"} <= numbers(library, "Harbour Neighbourhood Committee")


def test_a_meeting_that_is_no_longer_listed_is_taken_out(fetch: Fetch, site: Site, library: Path) -> None:
    fetch("--body", "Cabinet")
    cabinet = site.council.body(CABINET)
    assert cabinet is not None
    left = tuple(one for one in cabinet.meetings if one.id != SPRING)
    site.council = amend(site.council, Body, CABINET, meetings=left)
    assert fetch("--body", "Cabinet").status == 0
    assert not any("7003" in name for name in files(library))
    assert numbers(library) == CABINET_ITEMS - {"46", "47"}


def test_an_empty_listing_takes_nothing_out(fetch: Fetch, site: Site, library: Path) -> None:
    """A list of none, where there were some, is more likely a fault than the end of a council."""
    fetch("--body", "Cabinet")
    before = files(library)
    site.council = amend(site.council, Body, CABINET, meetings=())
    fetch("--body", "Cabinet")
    assert files(library) == before


def test_a_meeting_that_moves_to_another_day_is_held_once(fetch: Fetch, site: Site, library: Path) -> None:
    fetch("--body", "Health")
    day = dt.date.today() - dt.timedelta(days=23)
    site.council = amend(site.council, Meeting, DRAFT, date=day)
    assert fetch("--body", "Health").status == 0
    assert len({name.split("/")[2] for name in files(library) if "7102" in name}) == 1
    with Library.open(library) as opened:
        dates = {each.date for each in opened.meetings() if "7102" in each.document}
    assert dates == {day}


def test_a_body_that_is_renamed_stays_in_its_folder(fetch: Fetch, site: Site, library: Path) -> None:
    fetch("--body", "Health")
    site.council = amend(site.council, Body, PANEL, title="Adults and Health Committee")
    assert fetch("--body", "Adults").status == 0
    assert {name.split("/")[1] for name in files(library)} == {f"health-and-wellbeing-scrutiny-panel-{PANEL}"}


def test_fewer_days_or_bodies_than_before_take_nothing_out(fetch: Fetch, library: Path) -> None:
    fetch("--body", "Cabinet", "--body", "Harbour")
    before = files(library)
    assert fetch("--body", "Cabinet", "--since", "2024-03-01").status == 0
    assert fetch("--body", "Harbour", "--until", "2001").status == 0
    assert files(library) == before


def test_a_paper_that_cannot_be_read_is_named(fetch: Fetch, site: Site, library: Path) -> None:
    broken = b"%PDF-1.4\n" + bytes(range(256)) * 8
    site.rewrite = lambda path, body: broken if "65401" in path else body
    ran = fetch("--body", "Cabinet")
    (line,) = [line for line in ran.err.splitlines() if line.startswith("minutebook: ")][-1:]
    assert "/Harbour Wall Repairs 65401.pdf: " in line and ran.status == 0
    assert len(line.partition(".pdf: ")[2]) > 20 and "Traceback" not in ran.err
    assert numbers(library) == CABINET_ITEMS


@pytest.mark.parametrize("harm", ["{", None])
def test_what_a_person_spoils_of_an_old_meeting_is_mended(
    fetch: Fetch, library: Path, harm: str | None
) -> None:
    fetch("--body", "Cabinet")
    before = files(library)
    (manifest,) = library.rglob("* 7001/papers.json")
    (paper,) = library.rglob("Harbour Wall Repairs 65401.pdf")
    paper.unlink()
    manifest.unlink() if harm is None else manifest.write_text(harm)
    assert fetch("--body", "Cabinet").status == 0
    assert files(library) == before
    manifest.unlink() if harm is None else manifest.write_text(harm)
    assert fetch("--body", "Cabinet").status == 0
    assert files(library) == before


def test_a_redirect_into_what_robots_txt_closes_is_not_followed(fetch: Fetch, site: Site) -> None:
    site.robots = "User-agent: *\nDisallow: /secret\n"
    site.faults.append(Fault("65401", faults.redirected("/secret/65401.pdf")))
    assert fetch("--body", "Cabinet").status == 1
    assert site.paths("/secret/") == []


def test_retry_after_may_be_a_date(fetch: Fetch, site: Site) -> None:
    later = format_datetime(dt.datetime.now(dt.UTC) + dt.timedelta(seconds=2), usegmt=True)
    site.faults.append(Fault("GetMeetings", faults.says(503, Retry_After=later), 1))
    assert fetch("--body", "Harbour").status == 0
    first, second = (one for one in site.asked if "GetMeetings" in one.path)
    assert second.start - first.end >= 0.5


def test_papers_of_one_title_lie_side_by_side(fetch: Fetch, site: Site, library: Path) -> None:
    site.council = amend(site.council, Linked, 65402, title="Harbour Wall Repairs")
    assert fetch("--body", "Cabinet").status == 0
    assert sum("Harbour Wall Repairs" in name for name in files(library)) == 2


def test_a_paper_of_another_kind_than_before_replaces_it(fetch: Fetch, site: Site, library: Path) -> None:
    fetch("--body", "Health")
    paper = site.council.paper(65601)
    assert paper is not None
    site.council = amend(site.council, Linked, 65601, form="docx", words=replace(paper).words)
    assert fetch("--body", "Health").status == 0
    assert [Path(name).suffix for name in files(library) if "65601" in name] == [".docx"]
    with Library.open(library) as opened:
        assert [Path(each.id).suffix for each in opened.documents() if "65601" in each.id] == [".docx"]


def test_the_restricted_meeting_itself_is_not_kept(
    fetch: Fetch, site: Site, library: Path, tmp_path: Path
) -> None:
    shut = b"<isdisplayallowed>False</isdisplayallowed>"
    site.rewrite = lambda path, body: (
        body.replace(b"<isdisplayallowed>True</isdisplayallowed>", shut, 1) if "GetMeeting?" in path else body
    )
    site.faults.append(Fault("ieListDocuments", faults.gone_to_error()))
    ran = fetch("--body", "Harbour")
    assert ran.status == 0, ran.err
    assert not library.exists() or leaks(tmp_path, ["gull-proof"]) == []
