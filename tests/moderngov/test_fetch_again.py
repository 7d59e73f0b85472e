"""Fetching a site again: what is unchanged costs little, what changed is read again, what closed is taken out."""

from __future__ import annotations

from pathlib import Path

import pytest
from thornmere import faults
from thornmere.content import CABINET, PANEL, WALL
from thornmere.council import Item, Linked, Meeting, amend
from thornmere.panel import DRAFT, DRAFT_ITEM
from thornmere.server import Fault, Site
from thornmere.trial import Fetch, files, items, leaks, minutes, plain, snapshot

from index.library import Library

HEALTH = "Health and Wellbeing Scrutiny Panel"
CONDITIONS = ("if-none-match", "if-modified-since")
PAPERS = ("mgConvert2PDF", "documents/s", "mgChooseDocPack")
LATER = "canarymistletoe2208"  # words of a paper that is open at first


def asked_for(site: Site, *parts: str) -> list[bool]:
    """For each request whose path holds one of `parts`: whether it was conditional."""
    return [
        any(name in one.headers for name in CONDITIONS)
        for one in site.asked
        if any(part.lower() in one.path.lower() for part in parts)
    ]


def test_old_and_complete_meetings_cost_no_request_beyond_the_listing(fetch: Fetch, site: Site) -> None:
    fetch("--body", "Cabinet", "--body", "Harbour")
    site.forget()
    assert fetch("--body", "Cabinet", "--body", "Harbour").status == 0
    assert asked_for(site, *PAPERS, "lMeetingId=7001", "MId=7001", "lMeetingId=7201") == []
    assert len(site.asked) <= 6, site.paths()


def test_old_meetings_are_looked_at_again_when_asked(fetch: Fetch, site: Site, library: Path) -> None:
    fetch("--body", "Cabinet")
    first = files(library), snapshot(library)
    site.forget()
    assert fetch("--body", "Cabinet", "--again").status == 0
    assert asked_for(site, "lMeetingId=7001") and (files(library), snapshot(library)) == first


@pytest.mark.parametrize("validators", [{"etag"}, {"modified"}, {"etag", "modified"}])
def test_unchanged_papers_of_a_young_meeting_cost_one_conditional_request(
    fetch: Fetch, site: Site, library: Path, validators: set[str]
) -> None:
    site.validators = frozenset(validators)
    fetch("--body", "Health")
    first = files(library), snapshot(library)
    site.forget()
    ran = fetch("--body", "Health", "--json")
    assert ran.status == 0 and (files(library), snapshot(library)) == first
    assert asked_for(site, "65601") == [True]
    assert [one.status for one in site.asked if "65601" in one.path] == [304]
    assert len(site.paths()) == len(set(site.paths())), "something was asked for twice"
    assert ran.body(PANEL)["new"] == ran.body(PANEL)["changed"] == 0


def test_without_etag_or_date_a_hash_tells_that_nothing_changed(
    fetch: Fetch, site: Site, library: Path
) -> None:
    site.validators = frozenset()
    fetch("--body", "Health")
    first = files(library), snapshot(library)
    ran = fetch("--body", "Health", "--json")
    assert ran.status == 0 and (files(library), snapshot(library)) == first
    assert ran.body(PANEL)["new"] == ran.body(PANEL)["changed"] == 0


def test_only_the_paper_that_changed_is_read_again(fetch: Fetch, site: Site, library: Path) -> None:
    fetch("--body", "Health")
    with Library.open(library) as opened:
        before = {each.id: each.sha256 for each in opened.documents()}
    words = ("Report to: Health and Wellbeing Scrutiny Panel", "1. Three surgeries have closed their lists.")
    site.council = amend(site.council, Linked, 65601, words=words)
    ran = fetch("--body", "Health")
    assert ran.status == 0 and "1 replaced" in ran.out
    with Library.open(library) as opened:
        again = [each.id for each in opened.documents() if before[each.id] != each.sha256]
        texts = [each.text for each in opened.passages()]
    assert len(again) == 1 and again[0].endswith("Dental Access Report 65601.pdf")
    assert any("Three surgeries" in text for text in texts)
    assert not any("closed its list to new patients" in text for text in texts)


def test_a_draft_is_told_and_then_replaced_by_what_was_approved(
    fetch: Fetch, site: Site, library: Path
) -> None:
    fetch("--body", "Health")
    draft = [item for item in items(library) if plain(item.number) == "16" and item.decisions]
    assert draft and all(item.draft for item in draft)
    changed = ("RESOLVED that the Chair and the Vice-Chair write to the dental board.",)
    site.council = amend(site.council, Meeting, DRAFT, minutes="approved")
    site.council = amend(site.council, Item, DRAFT_ITEM, decision=changed, minutes=changed)
    assert fetch("--body", "Health").status == 0
    approved = [item for item in items(library) if plain(item.number) == "16" and item.decisions]
    assert approved and not any(item.draft for item in approved)
    _, decided = minutes(library)[HEALTH, "16"]
    assert any("the Chair and the Vice-Chair write" in text for text in decided)
    assert not any("that the Chair write" in text for text in decided)


def test_minutes_that_came_later_are_fetched(fetch: Fetch, site: Site, library: Path) -> None:
    site.council = amend(site.council, Meeting, DRAFT, minutes="")
    fetch("--body", "Health")
    site.council = amend(site.council, Meeting, DRAFT, minutes="approved")
    fetch("--body", "Health")
    with Library.open(library) as opened:
        assert any("2,140 people were waiting" in each.text for each in opened.passages())


@pytest.mark.parametrize("young", [True, False])
def test_a_paper_that_becomes_restricted_is_taken_out(
    fetch: Fetch, site: Site, library: Path, tmp_path: Path, young: bool
) -> None:
    id, body = (65601, "Health") if young else (65402, "Cabinet")
    site.council = amend(site.council, Linked, id, words=(f"It was {LATER}.",))
    fetch("--body", body)
    assert leaks(library, [LATER]) != []
    site.council = amend(site.council, Linked, id, restricted=True, reference="3")
    if not young:  # an old meeting is looked at again only when something of it is seen to be incomplete
        site.council = amend(site.council, Meeting, WALL, date=site.council.meeting(DRAFT)[1].date)  # type: ignore[index]
    ran = fetch("--body", body)
    assert ran.status == 0, ran.err
    assert not any(str(id) in name for name in files(library))
    with Library.open(library) as opened:
        assert not any(LATER in each.text for each in opened.passages())
        assert not any(str(id) in each.id for each in opened.documents())
    assert leaks(tmp_path, [LATER]) == []


def test_an_item_that_becomes_restricted_is_taken_out(
    fetch: Fetch, site: Site, library: Path, tmp_path: Path
) -> None:
    words = (f"RESOLVED that it be {LATER}.",)
    site.council = amend(site.council, Item, DRAFT_ITEM, decision=words, minutes=words)
    fetch("--body", "Health")
    site.council = amend(site.council, Item, DRAFT_ITEM, restricted=True)
    assert fetch("--body", "Health").status == 0
    assert leaks(tmp_path, [LATER]) == []
    assert not any("65601" in name for name in files(library)), "its report is still on disk"


def test_a_paper_no_longer_linked_is_taken_out(fetch: Fetch, site: Site, library: Path) -> None:
    fetch("--body", "Health")
    site.council = amend(site.council, Item, DRAFT_ITEM, report=None)
    assert fetch("--body", "Health").status == 0
    assert not any("65601" in name for name in files(library))
    with Library.open(library) as opened:
        assert not any("65601" in each.id for each in opened.documents())


@pytest.mark.parametrize("where", ["65601", "GetMeeting?", "GetMeetings", "mgWebService", ""])
@pytest.mark.parametrize(
    "act", [faults.broken, faults.forbidden, faults.cut], ids=["broken", "forbidden", "cut"]
)
@pytest.mark.slow
def test_an_outage_takes_nothing_out(
    fetch: Fetch, site: Site, library: Path, where: str, act: object
) -> None:
    fetch("--body", "Health")
    before = snapshot(library), files(library)
    site.faults.append(Fault(where, act()))  # type: ignore[operator]
    ran = fetch("--body", "Health")
    assert (snapshot(library), files(library)) == before
    assert ran.status == (
        0 if where in ("GetMeeting?", "GetMeetings", "mgWebService") and ran.status == 0 else 1
    )


def test_a_paper_that_failed_is_asked_for_at_the_next_visit(fetch: Fetch, site: Site, library: Path) -> None:
    site.faults.append(Fault("65401", faults.says(404)))
    ran = fetch("--body", "Cabinet")
    assert ran.status == 1
    assert not any("65401" in name for name in files(library))
    site.faults.clear()
    site.forget()
    ran = fetch("--body", "Cabinet", "--json")
    assert ran.status == 0 and ran.body(CABINET)["new"] == 1
    assert any("65401" in name for name in files(library))
    assert asked_for(site, "65402", "65406") in ([], [True, True])
