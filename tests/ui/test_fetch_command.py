"""`minutebook fetch`: what is typed, the settings, and what is printed; the site is a few answers in memory."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

COMMITTEES = (
    "<committees>"
    + "".join(
        f"<committee><committeeid>{id}</committeeid><committeetitle>{name}</committeetitle>"
        f"<committeedeleted>{deleted}</committeedeleted><committeeexpired>{expired}</committeeexpired></committee>"
        for id, name, expired, deleted in (
            (3, "Parks Committee", False, False),
            (4, "Parks Sub-Committee", False, False),
            (5, "Ferries Panel", True, False),
            (6, "Constitution", False, False),
            (7, "Trial", False, True),
        )
    )
    + "</committees>"
)
MEETINGS = (
    "<getmeetings><meetingscount> 1</meetingscount><committee><committeemeetings><meeting><meetingid>70</meetingid>"
    "<meetingdate>06/03/2024</meetingdate><meetingstatus>Confirmed</meetingstatus><meetingtime>6.30 pm</meetingtime>"
    "</meeting></committeemeetings></committee></getmeetings>"
)
MEETING = (
    "<meeting><meetingid>70</meetingid><meetingdate>06/03/2024</meetingdate><meetingstatus>Confirmed</meetingstatus>"
    "<meetingtime>6.30 pm</meetingtime><minutepublished>True</minutepublished><agendaitems><agendaitem>"
    "<agendaitemtitle>Marrows</agendaitemtitle><agendaitemnumber>1</agendaitemnumber>"
    "<fulldisplaynumberformat>9.</fulldisplaynumberformat><minutesnonemptyhtmlbody>&lt;p&gt;The Committee heard that "
    "the marrows had grown well and that two had won a prize.&lt;/p&gt;</minutesnonemptyhtmlbody></agendaitem>"
    "</agendaitems></meeting>"
)

Run = Callable[..., tuple[int, str, str]]


class Site(httpx.BaseTransport):
    """Stands in for the wire. Every path ends in a key of `answers`, or there is no such page."""

    def __init__(self) -> None:
        self.answers = {"GetCommittees": COMMITTEES, "GetMeetings": MEETINGS, "GetMeeting": MEETING}
        self.asked: list[httpx.Request] = []

    def __call__(self, *, allow_private: bool) -> Site:
        self.allow_private = allow_private
        return self

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(request)
        found = self.answers.get(request.url.path.rpartition("/")[2])
        body = httpx.ByteStream((found or "").encode())
        return httpx.Response(200 if found else 404, headers={"content-type": "text/xml"}, stream=body)

    def paths(self) -> list[str]:
        return [request.url.path.rpartition("/")[2] for request in self.asked]


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Site:
    import corpus.moderngov.polite as polite

    made = Site()
    monkeypatch.setattr(polite, "Wire", made)
    for name in ("CONTACT", "TIMEOUT", "ALLOW_PRIVATE"):
        monkeypatch.delenv(f"MINUTEBOOK_{name}", raising=False)
    monkeypatch.setenv("MINUTEBOOK_PAUSE", "0")
    return made


@pytest.fixture
def indexed(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Folders that would have been ingested; nothing is."""
    import index.ingest
    from index.reports import IngestReport

    folders: list[Path] = []

    def ingest(library: Path, inputs: list[Path], **more: object) -> IngestReport:
        folders.extend(inputs)
        return IngestReport((), 1, 4, 4, 0.1)

    monkeypatch.setattr(index.ingest, "ingest", ingest)
    return folders


def test_the_bodies_are_listed(site: Site, run: Run, tmp_path: Path) -> None:
    status, out, _ = run("--library", tmp_path / "l", "fetch", "x.gov.uk", "--list")
    lines = [" ".join(line.split()) for line in out.splitlines()]
    assert status == 0 and lines[1:] == [
        "3 Parks Committee",
        "4 Parks Sub-Committee",
        "5 Ferries Panel expired",
        "6 Constitution",
    ]
    assert site.paths() == ["robots.txt", "GetCommittees"] and not (tmp_path / "l").exists()


def test_the_bodies_are_listed_for_programs(site: Site, run: Run) -> None:
    _, out, _ = run("fetch", "x.gov.uk", "--list", "--json")
    assert json.loads(out)["bodies"][2] == {"id": 5, "name": "Ferries Panel", "expired": True}


def test_a_fetch_is_reported_and_indexed(site: Site, run: Run, tmp_path: Path, indexed: list[Path]) -> None:
    library = tmp_path / "library"
    status, out, err = run("--library", library, "fetch", "x.gov.uk", "--body", "3")
    assert status == 0
    rows = [" ".join(line.split()) for line in out.splitlines()]
    assert rows[0] == "body meetings new changed unchanged not open to the public failed"
    assert rows[1] == "Parks Committee 1 1 0 0 0 0"
    assert "the library holds 1 paper, 4 passages" in rows[-1]
    assert "Parks Committee: meeting 1 of 1, 6 Mar 2024" in err
    folder = library / "fetched" / "x.gov.uk"
    assert indexed == [folder]
    assert (folder / "parks-committee-3" / "2024-03-06 70" / "meeting.xml").is_file()


def test_papers_that_an_earlier_fetch_left_unread_are_told_apart(
    site: Site, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import index.ingest
    from index.reports import IngestReport, PaperReport

    read = [PaperReport(f"{n}.xml", "added") for n in range(4)]
    monkeypatch.setattr(index.ingest, "ingest", lambda *_, **more: IngestReport(tuple(read), 4, 9, 9, 0.1))
    _, out, _ = run("--library", tmp_path / "l", "fetch", "x.gov.uk", "--body", "3")
    assert out.splitlines()[-2:] == [
        "3 papers of earlier fetches were read too",
        "4 added; the library holds 4 papers, 9 passages (0.1 s)",
    ]


def test_a_fetch_that_a_person_stops_says_how_to_go_on(
    site: Site, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import corpus.moderngov.walk as walk

    def stopped(*given: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(walk, "visit", stopped)
    status, out, err = run("--library", tmp_path / "l", "fetch", "x.gov.uk", "--body", "3")
    assert (status, out) == (130, "")
    assert err.endswith("stopped; what came is kept: run the same command again to go on\n")
    status, _, err = run("--library", tmp_path / "l", "show")
    assert status == 1 and err == (
        f"minutebook: {tmp_path / 'l'} holds papers that were fetched but not read yet; run the same fetch again "
        f"to go on: minutebook --library {tmp_path / 'l'} fetch SITE\n"
    )


def test_a_fetch_is_reported_for_programs(site: Site, run: Run, tmp_path: Path, indexed: list[Path]) -> None:
    status, out, _ = run("--library", tmp_path / "l", "fetch", "x.gov.uk", "--body", "3", "--json")
    said = json.loads(out)
    body = {
        "id": 3,
        "name": "Parks Committee",
        "meetings": 1,
        "new": 1,
        "changed": 0,
        "unchanged": 0,
        "withheld": 0,
    }
    assert status == 0 and said["site"] == "https://x.gov.uk/"
    assert said["bodies"] == [body | {"failed": 0}] and said["failures"] == []
    assert (said["documents"], said["passages"], said["requests"]) == (1, 4, len(site.asked))


def test_without_a_body_all_that_hold_meetings_are_fetched(
    site: Site, run: Run, tmp_path: Path, indexed: list[Path]
) -> None:
    _, out, _ = run("--library", tmp_path / "l", "fetch", "x.gov.uk", "--json")
    assert [each["id"] for each in json.loads(out)["bodies"]] == [3, 4, 5]


def test_what_could_not_be_had_is_told(site: Site, run: Run, tmp_path: Path, indexed: list[Path]) -> None:
    del site.answers["GetMeeting"]
    status, out, err = run("--library", tmp_path / "l", "fetch", "x.gov.uk", "--body", "Ferries", "--json")
    (failure,) = json.loads(out)["failures"]
    assert status == 1 and failure["url"] == "https://x.gov.uk/ieListDocuments.aspx?CId=5&MId=70&Ver=4"
    assert "1 thing could not be had; the rest is kept" in err and "Traceback" not in err


def test_a_body_may_be_named_by_part_of_its_name(
    site: Site, run: Run, tmp_path: Path, indexed: list[Path]
) -> None:
    for named, id in (("ferries", 5), ("Parks Committee", 3), ("4", 4)):
        _, out, _ = run("--library", tmp_path / "l", "fetch", "x.gov.uk", "--body", named, "--json")
        assert [each["id"] for each in json.loads(out)["bodies"]] == [id]


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        (["--body", "Ferys"], "no body 'Ferys'; the nearest: Ferries Panel"),
        (["--body", "parks"], "could be Parks Committee (3), Parks Sub-Committee (4); give its number"),
        (["--since", "soon"], "cannot read the date 'soon'"),
        (["--since", "2024", "--until", "2023"], "--since is later than --until"),
    ],
)
def test_wrong_use_is_one_sentence(site: Site, run: Run, tmp_path: Path, typed: list[str], why: str) -> None:
    status, out, err = run("--library", tmp_path / "l", "fetch", "x.gov.uk", *typed)
    assert (status, out) == (2, "") and why in err
    assert not (tmp_path / "l").exists()


def test_a_site_that_is_no_address_is_wrong_use(site: Site, run: Run) -> None:
    status, _, err = run("fetch", "not a site")
    assert status == 2 and "write it like democracy.example.gov.uk" in err and site.asked == []


def test_a_site_without_committees_is_told(site: Site, run: Run, tmp_path: Path) -> None:
    site.answers.clear()
    status, _, err = run("--library", tmp_path / "l", "fetch", "x.gov.uk")
    assert status == 1 and "give the address of a council's ModernGov site" in err
    assert not (tmp_path / "l").exists()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PAUSE", "-1"),
        ("PAUSE", "often"),
        ("TIMEOUT", "0"),
        ("TIMEOUT", "nan"),
        ("CONTACT", "a)(b"),
        ("CONTACT", "é"),
    ],
)
def test_settings_that_make_no_sense_are_refused(
    site: Site, run: Run, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(f"MINUTEBOOK_{name}", value)
    status, _, err = run("fetch", "x.gov.uk", "--list")
    assert status == 2 and f"MINUTEBOOK_{name}" in err and site.asked == []


def test_the_contact_is_in_the_user_agent(site: Site, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    _, _, err = run("fetch", "x.gov.uk", "--list")
    assert "set MINUTEBOOK_CONTACT" in err
    monkeypatch.setenv("MINUTEBOOK_CONTACT", "https://example.org/minutes")
    _, _, err = run("fetch", "x.gov.uk", "--list")
    assert "MINUTEBOOK_CONTACT" not in err
    assert site.asked[-1].headers["user-agent"].endswith("(+https://example.org/minutes)")


def test_private_addresses_need_the_setting(site: Site, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run("fetch", "x.gov.uk", "--list")
    assert site.allow_private is False
    monkeypatch.setenv("MINUTEBOOK_ALLOW_PRIVATE", "1")
    run("fetch", "x.gov.uk", "--list")
    assert site.allow_private is True
