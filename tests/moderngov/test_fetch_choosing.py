"""Which bodies and which days `minutebook fetch` fetches."""

from __future__ import annotations

from pathlib import Path

import pytest
from thornmere.content import CABINET, HARBOUR, PANEL
from thornmere.server import Site
from thornmere.trial import Fetch, files


def meetings(library: Path) -> set[str]:
    """Days and numbers of the meetings on disk."""
    return {name.split("/")[2] for name in files(library)}


@pytest.mark.parametrize("service", ["on", "off"])
def test_list_prints_the_bodies_and_fetches_nothing(
    fetch: Fetch, site: Site, library: Path, service: str
) -> None:
    site.service = service
    ran = fetch("--list")
    assert ran.status == 0, ran.err
    for id, name in (
        (CABINET, "Cabinet"),
        (PANEL, "Health and Wellbeing Scrutiny Panel"),
        (HARBOUR, "Harbour"),
    ):
        assert [line for line in ran.out.splitlines() if str(id) in line and name in line] != []
    assert "Test Committee" not in ran.out
    assert site.paths("GetMeeting") == site.paths("documents/") == [] and not library.exists()


def test_list_marks_bodies_that_ended(fetch: Fetch, site: Site) -> None:
    ran = fetch("--list")
    (line,) = [line for line in ran.out.splitlines() if "Market Working Party" in line]
    assert "expired" in line.lower() and "expired" not in ran.out.replace(line, "").lower()


@pytest.mark.parametrize("named", ["harbour neighbourhood committee", "Harbour", "HNC", "318"])
def test_a_body_is_named_by_its_name_part_of_it_acronym_or_number(
    fetch: Fetch, site: Site, library: Path, named: str
) -> None:
    ran = fetch("--body", named)
    assert ran.status == 0, ran.err
    assert meetings(library) == {"2023-11-20 7201"}
    assert [path for path in site.paths() if "=129" in path or "=231" in path] == []


def test_several_bodies_are_fetched_when_several_are_named(fetch: Fetch, library: Path) -> None:
    assert fetch("--body", "Cabinet", "--body", "HNC").status == 0
    assert meetings(library) == {"2023-11-20 7201", "2024-01-17 7001", "2024-02-14 7002", "2024-03-13 7003"}


def test_a_body_that_is_not_there_is_wrong_use_and_the_nearest_is_named(fetch: Fetch, library: Path) -> None:
    ran = fetch("--body", "Cabnet")
    assert ran.status == 2 and "Cabinet" in ran.err and ran.err.count("Traceback") == 0
    assert not (library / "fetched").exists() or files(library) == {}


def test_only_days_asked_for_are_fetched(fetch: Fetch, site: Site, library: Path) -> None:
    ran = fetch("--body", "Cabinet", "--since", "February 2024", "--until", "2024-02-29")
    assert ran.status == 0, ran.err
    assert meetings(library) == {"2024-02-14 7002"}
    assert site.paths("7001") == site.paths("7003") == []


def test_the_days_may_be_widened_later(fetch: Fetch, site: Site, library: Path) -> None:
    fetch("--body", "Cabinet", "--until", "2024-01-31")
    assert meetings(library) == {"2024-01-17 7001"}
    site.forget()
    fetch("--body", "Cabinet", "--until", "2024-03-31")
    assert meetings(library) == {"2024-01-17 7001", "2024-02-14 7002", "2024-03-13 7003"}
    assert site.paths("65401") == [], "an old paper was asked for again"


def test_a_bad_date_is_wrong_use(fetch: Fetch, site: Site) -> None:
    ran = fetch("--since", "the day before")
    assert ran.status == 2 and "cannot read the date" in ran.err and site.asked == []


def test_a_name_that_is_no_host_is_wrong_use(fetch: Fetch) -> None:
    ran = fetch(of="not a host at all")
    assert ran.status == 2 and ran.err.strip().count("\n") <= 1


def test_meetings_listed_on_many_pages_are_all_found(fetch: Fetch, site: Site, library: Path) -> None:
    site.service, site.lists, site.whole_lists = "off", 1, False
    ran = fetch("--body", "Cabinet")
    assert ran.status == 0, ran.err
    assert meetings(library) == {"2024-01-17 7001", "2024-02-14 7002", "2024-03-13 7003"}


def test_the_council_may_be_named(fetch: Fetch, library: Path) -> None:
    from index.library import Library

    fetch("--body", "Harbour", "--council", "Thornmere Borough Council")
    with Library.open(library) as opened:
        assert opened.coverage().councils == ("Thornmere Borough Council",)
