"""What goes wrong with a site is told in one clear sentence, with the right exit status, and the rest is kept."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from thornmere import faults
from thornmere.content import CABINET, PANEL
from thornmere.server import Fault, Site, elsewhere
from thornmere.trial import Fetch, Ran, files, minutes

REPORT = "65401"  # one paper among several of the Cabinet
MEGABYTE = 1 << 20


def sentences(ran: Ran) -> str:
    """stderr, which holds no traceback."""
    assert "Traceback" not in ran.err and 'File "' not in ran.err, ran.err
    return ran.err


def rest_is_kept(library: Path) -> None:
    names = {name.rpartition("/")[2] for name in files(library)}
    assert {"Appendix A - Survey of the eastern wall 65402.pdf", "Leisure Fees Report 65406.docx"} <= names
    assert not any(REPORT in name for name in names)
    assert ("Cabinet", "43") in minutes(library) and ("Cabinet", "47") in minutes(library)


CASES = {
    "gone to the error page": faults.gone_to_error(),
    "forbidden": faults.forbidden(),
    "always broken": faults.broken(),
    "not found": faults.says(404),
    "cut": faults.cut(),
    "lying length": faults.lying_length(),
    "error page instead": faults.page_in_place(),
    "error page that says it is a PDF": faults.page_called_pdf(),
    "gzip bomb": faults.bomb(210),
    "a redirect in a circle": faults.redirected(f"/mgConvert2PDF.aspx?ID={REPORT}"),
    "headers without end": faults.endless_head(),
    "no HTTP": faults.garbage(),
    "packed in a way not asked for": faults.says(
        200, "%PDF-1.4", Content_Encoding="br", Content_Type="application/pdf"
    ),
    "packed wrongly": faults.says(200, "%PDF-1.4", Content_Encoding="gzip", Content_Type="application/pdf"),
    "empty": faults.says(200, "", Content_Type="application/pdf"),
    "a status of its own": faults.says(299, "odd"),
    "another scheme": faults.redirected("file:///etc/hostname"),
    "no address at all": faults.redirected("http://"),
}


@pytest.mark.slow
@pytest.mark.parametrize("fault", CASES)
def test_a_paper_that_cannot_be_had_costs_only_itself(
    fetch: Fetch, site: Site, library: Path, fault: str
) -> None:
    site.faults.append(Fault(REPORT, CASES[fault]))
    ran = fetch("--body", "Cabinet", "--json")
    sentences(ran)
    assert ran.status == 1
    assert [each["url"] for each in ran.said["failures"] if REPORT in each["url"]] != []
    assert len(ran.said["failures"]) == 1 and ran.said["failures"][0]["reason"].count("\n") == 0
    assert ran.body(CABINET)["failed"] == 1
    rest_is_kept(library)


@pytest.mark.slow
def test_a_reason_is_said_in_words(fetch: Fetch, site: Site) -> None:
    site.faults.append(Fault(REPORT, faults.page_in_place()))
    ran = fetch("--body", "Cabinet")
    assert REPORT in ran.err or REPORT in ran.out
    assert "1 failed" in ran.out or "could not be had" in ran.err


def test_trouble_that_passes_is_tried_again(fetch: Fetch, site: Site, library: Path) -> None:
    site.faults += [
        Fault(REPORT, faults.broken(), 1),
        Fault("65402", faults.cut(), 1),
        Fault("65406", faults.says(503), 1),
    ]
    ran = fetch("--body", "Cabinet")
    assert ran.status == 0, ran.err
    assert [len(site.paths(id)) for id in (REPORT, "65402", "65406")] == [2, 2, 2]
    assert any(REPORT in name for name in files(library))


def test_retry_after_is_waited_for(fetch: Fetch, site: Site) -> None:
    site.faults.append(Fault(REPORT, faults.too_many(1), 1))
    assert fetch("--body", "Cabinet").status == 0
    first, second = [one for one in site.asked if REPORT in one.path]
    assert second.start - first.end >= 0.95
    assert site.asked[site.asked.index(first) + 1] is second, "it went on asking for other things meanwhile"


@pytest.mark.slow
def test_an_hour_s_retry_after_is_not_waited_for(
    fetch: Fetch, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    naps: list[float] = []
    monkeypatch.setattr(time, "sleep", naps.append)
    site.faults.append(Fault(REPORT, faults.too_many(3600)))
    ran = fetch("--body", "Cabinet")
    assert ran.status == 1 and max(naps, default=0) <= 600
    sentences(ran)


@pytest.mark.parametrize("how", ["401", "log-in page"])
def test_a_paper_behind_a_log_in_is_not_open_to_the_public(
    fetch: Fetch, site: Site, library: Path, how: str
) -> None:
    shut = (
        faults.says(401, WWW_Authenticate="Negotiate") if how == "401" else faults.redirected("/mgLogin.aspx")
    )
    site.faults.append(Fault("65601", shut))
    ran = fetch("--body", "Health", "--json")
    assert ran.status == 0 and ran.said["failures"] == []
    assert ran.body(PANEL)["withheld"] == 1
    assert not any("65601" in name for name in files(library))


def test_a_slow_page_is_waited_for(fetch: Fetch, site: Site) -> None:
    site.faults.append(Fault("GetMeetings", faults.slow(1.5), 1))
    assert fetch("--body", "Harbour").status == 0


@pytest.mark.slow
def test_a_page_that_never_comes_is_given_up(
    fetch: Fetch, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MINUTEBOOK_TIMEOUT", "0.5")
    site.faults.append(Fault(REPORT, faults.slow(2)))
    started = time.monotonic()
    assert fetch("--body", "Cabinet").status == 1
    assert time.monotonic() - started < 40


@pytest.mark.slow
def test_an_endless_drip_is_cut_off(
    fetch: Fetch, site: Site, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MINUTEBOOK_TIMEOUT", "1")
    site.faults.append(Fault(REPORT, faults.drip(60)))
    started = time.monotonic()
    ran = fetch("--body", "Cabinet")
    assert ran.status == 1 and time.monotonic() - started < 50
    sentences(ran)
    rest_is_kept(library)


@pytest.mark.slow
def test_an_endless_flood_is_cut_off(fetch: Fetch, site: Site, library: Path) -> None:
    site.faults.append(Fault(REPORT, faults.endless()))
    ran = fetch("--body", "Cabinet")
    assert ran.status == 1
    rest_is_kept(library)
    assert sum(path.stat().st_size for path in library.rglob("*") if path.is_file()) < 20 * MEGABYTE


@pytest.mark.slow
def test_a_bomb_in_place_of_a_page_is_not_unpacked(fetch: Fetch, site: Site) -> None:
    site.faults.append(Fault("mgWebService", faults.bomb(30, "text/xml")))
    site.faults.append(Fault("ieListMeetings", faults.bomb(30, "text/html")))
    ran = fetch("--body", "Cabinet")
    assert ran.status == 1
    sentences(ran)


def test_a_redirect_off_the_site_is_refused(fetch: Fetch, site: Site, library: Path) -> None:
    with elsewhere() as (address, contacted):
        site.faults.append(Fault(REPORT, faults.redirected(f"{address}stolen.pdf")))
        ran = fetch("--body", "Cabinet")
    assert contacted == [] and ran.status == 1
    sentences(ran)
    rest_is_kept(library)


@pytest.mark.parametrize("path", ["mgWebService.asmx", "robots.txt", "ieListMeetings", "ieListDocuments"])
def test_no_page_whatever_leads_off_the_site(fetch: Fetch, site: Site, path: str) -> None:
    with elsewhere() as (address, contacted):
        site.service = "on" if "asmx" in path or "robots" in path else "off"
        site.faults.append(Fault(path, faults.redirected(address)))
        ran = fetch("--body", "Cabinet")
    assert contacted == []
    sentences(ran)


def test_a_redirect_to_a_private_address_is_refused(
    fetch: Fetch, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.faults.append(Fault(REPORT, faults.redirected("http://169.254.169.254/latest/meta-data/")))
    ran = fetch("--body", "Cabinet")
    assert ran.status == 1
    sentences(ran)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "0.0.0.0", "2130706433", "127.1"])
def test_a_private_host_is_refused_unless_it_is_allowed(
    fetch: Fetch, site: Site, library: Path, monkeypatch: pytest.MonkeyPatch, host: str
) -> None:
    monkeypatch.delenv("MINUTEBOOK_ALLOW_PRIVATE")
    ran = fetch("--list", of=f"http://{host}:{site.port}/")
    assert ran.status in (1, 2) and site.asked == [] and not library.exists()
    assert len(sentences(ran).strip().splitlines()) <= 2


def test_a_challenge_is_named_for_what_it_is(fetch: Fetch, site: Site, library: Path) -> None:
    site.faults.append(Fault("", faults.challenge()))
    site.robots = None
    ran = fetch("--body", "Cabinet")
    assert ran.status == 1 and "Cloudflare" in ran.err
    assert len(site.asked) <= 12


@pytest.mark.slow
def test_a_site_that_shuts_scripts_out_is_told_so(fetch: Fetch, site: Site) -> None:
    site.faults.append(Fault("aspx", faults.forbidden()))
    site.faults.append(Fault("asmx", faults.forbidden()))
    ran = fetch()
    assert ran.status == 1 and "403" in sentences(ran)


def test_pages_shut_to_scripts_do_not_matter_while_the_service_answers(
    fetch: Fetch, site: Site, library: Path
) -> None:
    site.faults.append(Fault("aspx", faults.forbidden()))
    site.faults[0].where = ".aspx?CId"
    ran = fetch("--body", "Harbour")
    assert ran.status == 0, ran.err
    assert ("Harbour Neighbourhood Committee", "9") in minutes(library)


def test_a_site_that_is_not_there_is_told(fetch: Fetch, site: Site, library: Path) -> None:
    ran = fetch("--list", of="http://127.0.0.1:9/")
    assert ran.status == 1 and "127.0.0.1" in sentences(ran) and not library.exists()


def test_a_site_that_is_no_moderngov_is_told(fetch: Fetch) -> None:
    with elsewhere() as (address, _):
        ran = fetch("--list", of=address)
    assert ran.status == 1 and "ModernGov" in sentences(ran)


@pytest.mark.parametrize("method", ["GetCommittees", "GetMeetings", "GetMeeting?"])
def test_entities_are_not_expanded(fetch: Fetch, site: Site, library: Path, method: str) -> None:
    site.faults.append(Fault(method, faults.entity_bomb()))
    started = time.monotonic()
    ran = fetch("--body", "Cabinet")
    assert time.monotonic() - started < 30
    sentences(ran)
    host = Path("/etc/hostname").read_bytes().strip() if Path("/etc/hostname").exists() else b""
    assert not any(host and host in held for held in files(library).values())
    assert not any(b"hahahaha" in held for held in files(library).values())
    assert ran.status in (0, 1) and ("Cabinet", "47") in minutes(library), "the pages would have told"


def test_odd_titles_make_no_odd_paths(fetch: Fetch, site: Site, library: Path, tmp_path: Path) -> None:
    from thornmere.council import Linked, amend

    titles = {65401: "../../../../escaped", 65402: "/etc/passwd\x07" * 3, 65406: "x" * 400}
    for id, title in titles.items():
        site.council = amend(site.council, Linked, id, title=title.replace("\x07", ""))
    ran = fetch("--body", "Cabinet")
    assert ran.status == 0, ran.err
    assert sum(any(str(id) in name for id in titles) for name in files(library)) == 3
    assert [path.name for path in tmp_path.iterdir()] == ["library"]
    assert all(len(part.encode()) <= 255 for name in files(library) for part in name.split("/"))
