"""`minutebook fetch` of a whole site: what is held after it, what was asked for on the way, and how."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from thornmere.content import CABINET, HARBOUR, HIDDEN, PANEL, SHUT_PAPERS
from thornmere.server import Site, elsewhere, serving
from thornmere.trial import Fetch, Fetched, files, items, leaks, minutes, plain, snapshot

from index.library import Library
from index.models import Filters

WALL_DECISIONS = (
    "harbour wall works be approved at a cost of £412,000",
    "progress report be brought to Cabinet in July 2024",
)

SHUT = {("Cabinet", "45"), ("Harbour Neighbourhood Committee", "11")}  # held by their numbers, if at all


def test_every_open_item_is_held_with_its_number_title_and_decision(whole: Fetched) -> None:
    assert whole.ran.status == 0, whole.ran.err
    held = minutes(whole.library)
    titles = {place: title for place, (title, _) in held.items() if place not in SHUT}
    assert titles == {
        ("Cabinet", "40"): "Apologies for Absence",
        ("Cabinet", "41"): "Declarations of Interest",
        ("Cabinet", "42"): "Leader and Cabinet Members' Question Time (15 minutes)",
        ("Cabinet", "43"): "Harbour Wall Repairs: Phase 2",
        ("Cabinet", "44"): "Leisure Centre Fees 2024/25",
        ("Cabinet", "46"): "Minutes of the Previous Meeting",
        ("Cabinet", "47"): "Allotment Waiting List",
        ("Health and Wellbeing Scrutiny Panel", "11"): "Minutes",
        ("Health and Wellbeing Scrutiny Panel", "12"): "Community Nursing Review",
        ("Health and Wellbeing Scrutiny Panel", "15"): "Declarations of Interest",
        ("Health and Wellbeing Scrutiny Panel", "16"): "Dental Waiting Times",
        ("Health and Wellbeing Scrutiny Panel", "1"): "Ambulance Handover Times",
        ("Harbour Neighbourhood Committee", "9"): "Petition on Gull Bins",
        ("Harbour Neighbourhood Committee", "10"): "Date of Next Meeting",
    }
    wall = " | ".join(held["Cabinet", "43"][1])
    assert [part for part in WALL_DECISIONS if part not in wall] == []
    nursing = " | ".join(held["Health and Wellbeing Scrutiny Panel", "12"][1])
    assert "review of community nursing be noted" in nursing
    assert any("gull-proof bins" in text for text in held["Harbour Neighbourhood Committee", "9"][1])


def test_both_numbers_of_an_item_are_held(whole: Fetched) -> None:
    both = {(plain(item.number), item.agenda_number) for item in items(whole.library)}
    assert {("43", "4"), ("44", "5"), ("47", "2")} <= both


def test_who_came_is_held(whole: Fetched) -> None:
    with Library.open(whole.library) as opened:
        came = [
            each
            for each in opened.meetings(Filters(body="Cabinet"))
            if each.present and str(each.date) == "2024-01-17"
        ]
    assert {each.chair for each in came} == {"Councillor Ruth Ashdown"}
    for each in came:
        assert {"Councillor Ruth Ashdown", "Councillor Idris Penhale"} <= set(each.present)
        assert "Councillor Mairi O'Dell" in each.apologies and "Councillor Mairi O'Dell" not in each.present


def test_reports_are_held_with_the_item_they_were_published_with(whole: Fetched) -> None:
    with Library.open(whole.library) as opened:
        passages = opened.passages()
    found = {}
    for words in ("toe of the wall", "A swim for an adult", "closed its list to new patients"):
        of = [
            each
            for each in passages
            if words in each.text and each.span.document_id.endswith((".pdf", ".docx"))
        ]
        found[words] = {(each.body, each.title) for each in of}
    assert found == {
        "toe of the wall": {("Cabinet", "Harbour Wall Repairs: Phase 2")},
        "A swim for an adult": {("Cabinet", "Leisure Centre Fees 2024/25")},
        "closed its list to new patients": {("Health and Wellbeing Scrutiny Panel", "Dental Waiting Times")},
    }


def test_a_cancelled_meeting_stays_in_the_record(whole: Fetched) -> None:
    with Library.open(whole.library) as opened:
        called_off = [str(each.date) for each in opened.meetings() if each.cancelled]
    assert called_off == ["2024-02-14"]


def test_what_is_hidden_is_nowhere(whole: Fetched) -> None:
    assert whole.ran.status == 0, whole.ran.err
    assert leaks(whole.library.parent, HIDDEN) == []
    assert [word for word in HIDDEN if word in (whole.ran.out + whole.ran.err).lower()] == []
    asked_for = [path for id in SHUT_PAPERS for path in whole.site.paths(str(id))]
    assert asked_for == []


def test_what_is_withheld_is_told(fetch: Fetch, library: Path) -> None:
    ran = fetch("--json")
    assert (
        ran.body(CABINET)["withheld"] > 0
        and ran.body(HARBOUR)["withheld"] > 0
        and ran.body(PANEL)["withheld"] == 0
    )
    shut = [(plain(item.number), item.restricted) for item in items(library) if plain(item.number) == "45"]
    assert shut == [("45", True)]
    told = {
        item.withheld
        for item in items(library)
        if item.document.endswith("7001/meeting.xml") and item.number == "43"
    }
    assert told == {3}


def test_files_are_laid_out_for_a_person_to_open(whole: Fetched) -> None:
    host = f"127.0.0.1_{whole.site.port}"
    names = set(files(whole.library))
    wall = f"{host}/cabinet-{CABINET}/2024-01-17 7001"
    assert {f"{wall}/meeting.xml", f"{wall}/papers.json"} <= names
    assert {name.rpartition("/")[2] for name in names if name.startswith(wall)} == {
        "meeting.xml",
        "papers.json",
        "Harbour Wall Repairs 65401.pdf",
        "Appendix A - Survey of the eastern wall 65402.pdf",
        "Leisure Fees Report 65406.docx",
    }
    said = json.loads(files(whole.library)[f"{wall}/papers.json"])
    survey = said["Appendix A - Survey of the eastern wall 65402.pdf"]
    assert (survey["body"], survey["date"]) == ("Cabinet", "2024-01-17")
    assert (plain(survey["item"]), plain(survey["agenda_number"])) == ("43", "4")
    assert survey["item_title"] == "Harbour Wall Repairs: Phase 2"
    assert (whole.library / "fetched" / host / ".journal.jsonl").is_file()


def test_minutes_that_are_only_printed_are_fetched_as_printed(whole: Fetched) -> None:
    assert [path for path in whole.site.paths("documents/g7111/") if "T=1" in path] != []
    printed = [
        name for name, held in files(whole.library).items() if b"evening visits had been halved" in held
    ]
    assert len(printed) == 1 and printed[0].endswith(".pdf")


def test_supplements_are_kept(whole: Fetched) -> None:
    assert [name for name, held in files(whole.library).items() if b"plan of the half plots" in held] != []


def test_requests_are_polite(fetch: Fetch, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MINUTEBOOK_CONTACT", "clerk@example.org")
    monkeypatch.setenv("MINUTEBOOK_PAUSE", "0.05")
    site.robots = (
        "User-agent: *\nDisallow: /mgMeetingAttendance.aspx\nDisallow: /mgConvert2PDF.aspx?ID=65402\n"
    )
    fetch("--body", "Harbour", "--body", "Cabinet")
    assert site.asked[0].path == "/robots.txt" and len(site.paths("robots.txt")) == 1
    assert site.at_once == 1
    gaps = [later.start - earlier.start for earlier, later in zip(site.asked, site.asked[1:], strict=False)]
    assert min(gaps) >= 0.045  # from start to start: the answer itself took time as well
    agents = {one.headers["user-agent"] for one in site.asked}
    assert (
        len(agents) == 1
        and next(iter(agents)).startswith("Minutebook/")
        and "(+clerk@example.org)" in next(iter(agents))
    )
    assert site.paths("mgMeetingAttendance") == site.paths("65402") == []
    assert len(site.paths()) == len(set(site.paths())), "something was asked for twice"


def test_the_pause_is_never_shorter_than_the_site_asks(fetch: Fetch, site: Site) -> None:
    site.robots = "User-agent: *\nCrawl-delay: 0.2\n"
    fetch("--list")
    gaps = [later.start - earlier.start for earlier, later in zip(site.asked, site.asked[1:], strict=False)]
    assert gaps and min(gaps) >= 0.18


def test_without_a_contact_the_user_agent_is_honest_and_the_setting_is_named(
    fetch: Fetch, site: Site
) -> None:
    ran = fetch("--list")
    assert site.asked[-1].headers["user-agent"].startswith("Minutebook/")
    assert "MINUTEBOOK_CONTACT" in ran.err


def test_a_site_that_asks_to_be_left_alone_is(fetch: Fetch, site: Site, library: Path) -> None:
    site.robots = "User-agent: *\nDisallow: /\n"
    ran = fetch()
    assert ran.status == 1 and "robots.txt" in ran.err
    assert site.paths() == ["/robots.txt"] and not (library / "fetched").exists()


@pytest.mark.parametrize(
    "written",
    [
        "127.0.0.1:{port}",
        "http://127.0.0.1:{port}",
        "http://127.0.0.1:{port}/ieListMeetings.aspx?CommitteeId=129",
    ],
)
def test_a_site_is_named_by_any_of_its_addresses(fetch: Fetch, site: Site, written: str) -> None:
    of = written.format(port=site.port)
    ran = fetch("--list", of=of if of.startswith("http") else f"http://{of}")
    assert ran.status == 0 and "Harbour Neighbourhood Committee" in ran.out


def test_a_site_in_a_sub_folder(fetch: Fetch, site: Site, library: Path) -> None:
    site.folder = "modernGov/"
    ran = fetch("--body", "Harbour")
    assert ran.status == 0, ran.err
    assert ("Harbour Neighbourhood Committee", "9") in minutes(library)
    assert {name.partition("/")[0] for name in files(library)} == {f"127.0.0.1_{site.port}_modernGov"}


def test_the_name_of_the_host_may_be_written_in_any_case(fetch: Fetch, site: Site, library: Path) -> None:
    site.name = "LocalHost"
    ran = fetch("--body", "Harbour", "--body", "Cabinet", of=f"http://localhost:{site.port}/")
    assert ran.status == 0, ran.err
    assert any(name.endswith("Harbour Wall Repairs 65401.pdf") for name in files(library))


def test_two_sites_lie_side_by_side(fetch: Fetch, site: Site, library: Path) -> None:
    fetch("--body", "Harbour")
    with serving(Site(site.council)) as other:
        fetch("--body", "Cabinet", of=other.root)
    assert len({name.partition("/")[0] for name in files(library)}) == 2
    assert {body for body, _ in minutes(library)} == {"Harbour Neighbourhood Committee", "Cabinet"}


def test_links_that_leave_the_site_are_not_followed(fetch: Fetch, site: Site, library: Path) -> None:
    with elsewhere() as (address, contacted):
        from thornmere.council import Linked, amend

        site.council = amend(site.council, Linked, 65503, elsewhere=f"{address}allotments.pdf")
        ran = fetch("--body", "Cabinet")
    assert ran.status == 0, ran.err
    assert contacted == []


def test_the_second_of_two_fetches_changes_nothing(fetch: Fetch, library: Path) -> None:
    fetch()
    first = snapshot(library), files(library)
    ran = fetch("--json")
    assert ran.status == 0 and (snapshot(library), files(library)) == first
    assert [
        (each["new"], each["changed"]) for each in ran.said["bodies"] if each["new"] or each["changed"]
    ] == []


def test_json_says_what_was_had(fetch: Fetch, site: Site) -> None:
    ran = fetch("--json")
    assert ran.said["site"].startswith(site.root[:-1]) and ran.said["failures"] == []
    assert ran.said["requests"] == len(site.asked)
    names = {int(each["id"]): (each["name"], each["meetings"]) for each in ran.said["bodies"]}
    assert names[CABINET] == ("Cabinet", 3)
    assert names[PANEL] == ("Health and Wellbeing Scrutiny Panel", 3)
    assert names[HARBOUR] == ("Harbour Neighbourhood Committee", 1)
    assert ran.said["documents"] > 0 and ran.said["passages"] > 0
