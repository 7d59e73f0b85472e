"""One matter met in many papers: the fullest speaks, the others are kept; and all of it whatever came first."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from growing import BODY, HEAD, PACK, PAGE, PRINTED, SERVICE

from corpus.models import Decision, Outcome, Publication, SourceSpan, Vote
from corpus.publication import write_publications
from index.decisions import decisions_from, decisions_text
from index.ingest import ingest
from index.models import DecisionRecord, Filters
from index.names import plain_words
from index.sittings import Place, sittings_of


def test_a_page_the_service_the_print_and_the_pack_are_one_item(in_every_order) -> None:
    for growing in in_every_order({"page": PAGE, "service": SERVICE, "printed": PRINTED, "pack": PACK}):
        (matter,) = growing.matters()
        assert (matter.number, matter.agenda_number, matter.council, matter.body, matter.date) == (
            "51", "2", "Saltmere Borough Council", BODY, dt.date(2021, 5, 4),
        )  # fmt: skip
        assert (matter.truncated, matter.has_report, matter.draft) == (False, True, False)
        assert [decision.text for decision in matter.decisions] == ["To renew the cables before winter."]
        assert {(paper.item.document, paper.role.value) for paper in matter.papers} == {
            ("page.txt", "minutes"), ("service.txt", "minutes"), ("printed.txt", "minutes"), ("pack.txt", "report"),
        }  # fmt: skip
        for number in ("51", "2", "51."):
            assert [m.id for m in growing.matters(Filters(item=number))] == [matter.id]


def test_a_paper_that_names_no_council_is_of_the_one_the_others_name(in_every_order) -> None:
    unnamed = SERVICE.replace("Council: Saltmere Borough Council\n", "")
    saltmere = Filters(council="Saltmere")
    for growing in in_every_order({"page": PAGE, "service": unnamed}):
        assert growing.found(saltmere) == growing.found()
        with growing.open() as library:
            assert {m.council for m in library.meetings()} == {"Saltmere Borough Council"}
            assert library.coverage().meetings == 1
        growing.remove("page")
        assert growing.found(saltmere) == {}


def test_two_councils_with_a_body_of_one_name_are_two_sittings(in_every_order) -> None:
    other = SERVICE.replace("Saltmere Borough Council", "Northfold City Council")
    unnamed = PRINTED.replace("Council: Saltmere Borough Council\n", "")
    for growing in in_every_order({"page": PAGE, "other": other, "unnamed": unnamed}):
        assert len(growing.matters()) == 3
        assert len(growing.matters(Filters(council="Saltmere"))) == 1
        with growing.open() as library:
            assert {m.document: m.council for m in library.meetings()}["unnamed.txt"] is None


@pytest.mark.parametrize("council", ["Saltmere", "SALTMERE BOROUGH COUNCIL", "Saltmere Council"])
def test_a_council_may_be_named_short(growing, council: str) -> None:
    growing.add("page", PAGE)
    growing.add(
        "service", SERVICE.replace("Saltmere Borough Council", council).replace(BODY, "The harbour panel")
    )
    assert len(growing.matters()) == 1


def test_a_morning_and_an_afternoon_are_two_sittings(in_every_order) -> None:
    timed = f"Time: 10:00\n{SERVICE}", f"Time: 14:00\n{PRINTED}", f"Time: 10:15\n{PAGE}"
    for growing in in_every_order(dict(zip(("morning", "afternoon", "page"), timed, strict=True))):
        matters = [{paper.item.document for paper in matter.papers} for matter in growing.matters()]
        assert sorted(map(sorted, matters)) == [["afternoon.txt"], ["morning.txt", "page.txt"]]
        with growing.open() as library:
            assert library.coverage().meetings == 2


def test_undated_papers_are_joined_only_by_what_is_published_of_them(growing) -> None:
    growing.add("service", SERVICE)
    growing.add("loose", "# - Lamps of the Quay\n$ A lamp costs ninety pounds.\n")
    assert len(growing.matters()) == 2
    said = Publication(
        url="https://council.example/s1.pdf", body=BODY, date=dt.date(2021, 5, 4), item="51", agenda_number="2",
        item_title="Lamps of the Quay",
    )  # fmt: skip
    growing.add("loose", "Kind: report\n# - Ninety Pounds\n$ A lamp costs ninety pounds.\n", said)
    (matter,) = growing.matters()
    assert matter.has_report and [p.item.document for p in matter.papers] == ["service.txt", "loose.txt"]
    assert growing.matters(Filters(document="loose"))[0].number == "51"


def test_a_late_paper_joins_the_item_that_its_link_names(growing) -> None:
    growing.add("service", SERVICE)

    def late(title: str, words: str) -> list[list[str]]:
        link = Publication("https://council.example/late", title, body=BODY, date=dt.date(2021, 5, 4))
        growing.add("late", f"Kind: unknown\n# - A plan\n$ {words}\n", link)
        return [[paper.item.document for paper in matter.papers] for matter in growing.matters()]

    assert late("Supplement: Agenda Item 2 - cable plan", "As laid.") == [["service.txt", "late.txt"]]
    assert sorted(late("Supplement: item 2, item 3", "As laid twice.")) == [["late.txt"], ["service.txt"]]


def test_only_the_paper_whose_published_facts_change_is_read_again(growing) -> None:
    said = Publication(body=BODY, date=dt.date(2021, 5, 4), item="51")
    for name in ("one", "two"):
        (growing.papers / f"{name}.txt").write_text(f"# - Paper {name}\n$ Words of {name}.\n")
    write_publications(growing.papers, {"one.txt": said, "two.txt": said})

    def again() -> dict[str, str]:
        report = ingest(growing.folder / "library", [growing.papers], embedder=growing.embedder)
        return {paper.document: paper.status for paper in report.papers}

    assert again() == {"one.txt": "added", "two.txt": "added"}, "papers.json is no paper"
    assert again() == {"one.txt": "unchanged", "two.txt": "unchanged"}
    write_publications(growing.papers, {"one.txt": said, "two.txt": Publication(body=BODY, item="52")})
    assert again() == {"one.txt": "unchanged", "two.txt": "replaced"}
    (growing.papers / "papers.json").write_text("{")
    report = ingest(growing.folder / "library", [growing.papers], embedder=growing.embedder)
    assert [paper.status for paper in report.papers] == ["failed", "failed"]
    assert all("papers.json is damaged" in str(paper.reason) for paper in report.papers)
    assert all(str(paper.reason).endswith("; what was held of it is kept") for paper in report.papers)
    assert report.documents == 2


def test_a_cancelled_meeting_is_held_and_is_no_sitting(growing) -> None:
    growing.add("off", f"State: cancelled\n{HEAD}# 1 Lamps\n")
    with growing.open() as library:
        assert [meeting.cancelled for meeting in library.meetings()] == [True]
        assert library.coverage().meetings == 0


def test_what_is_withheld_is_known_of_its_matter(in_every_order) -> None:
    service = f"{SERVICE}# 7 Contract\nx\n# 8 (8) Piers\nx 2\nThe piers stand.\n"
    for growing in in_every_order({"service": service, "pack": PACK}):
        with growing.open() as library:
            closed = library.matters(closed=True)
            assert [(m.number, m.restricted, m.withheld) for m in closed] == [("7", True, 0), ("8", False, 2)]


def test_a_pack_of_two_meetings_is_of_two_sittings() -> None:
    places = [
        Place("pack", 1, "Saltmere Borough Council", BODY, dt.date(2021, 6, 1)),
        Place("pack", 2, None, BODY, dt.date(2021, 5, 4)),
        Place("page", 1, None, "Harbour Panel & Quays", dt.date(2021, 5, 4)),
        Place("loose", 1, None, None, dt.date(2021, 5, 4)),
    ]
    found = sittings_of(places)
    assert {place.document + str(place.position): sitting.id for place, sitting in found.items()} == {
        "pack1": "pack#1", "pack2": "pack#2", "page1": "page#1",
    }  # fmt: skip


def test_decisions_keep_who_moved_them_and_how_the_vote_went() -> None:
    vote = Vote(12, 0, None, ("Councillor Ash",), ())
    span = SourceSpan("a", None, 0, 1)
    given = [
        Decision("1", "To go.", span, True, Outcome.APPROVED, "Ash", "Elm", vote),
        Decision(None, "To stay.", span),
    ]
    kept = decisions_text(given)
    assert decisions_from(kept) == (
        DecisionRecord("1", "To go.", True, Outcome.APPROVED, "Ash", "Elm", vote),
        DecisionRecord(None, "To stay."),
    )
    assert json.loads(kept)[1] == {"text": "To stay."}


def test_two_minutes_that_say_nothing_alike_are_of_two_sittings_of_one_day(in_every_order) -> None:
    talk = " ".join(f"word{n}" for n in range(60))
    roads = f"{HEAD}# 1 Meeting\nOn roads the members said {talk}.\n"
    homes = f"{HEAD}# 1 Meeting\nOf homes it was told that {' '.join(reversed(talk.split()))}.\n"
    copy = roads.replace("Kind: minutes", "") + "# 2 Next Meeting\nIn June.\n"
    report = f"{HEAD}Kind: report\n# - Next Meeting\n$ June was put forward.\n"
    for growing in in_every_order({"roads": roads, "homes": homes, "copy": copy, "report": report}):
        with growing.open() as library:
            sittings = {meeting.document: meeting.sitting for meeting in library.meetings()}
            assert library.coverage().meetings == 2
        assert (
            sittings["roads.txt"] == sittings["copy.txt"] == sittings["report.txt"] != sittings["homes.txt"]
        )
        assert sorted(len(matter.papers) for matter in growing.matters()) == [1, 2, 2]


@pytest.mark.parametrize(("minutes", "sittings"), [(0, 1), (20, 1), (30, 2), (240, 2)])
def test_sittings_of_one_day_are_told_by_when_they_start(minutes, sittings) -> None:
    day, start = dt.date(2021, 5, 4), dt.datetime(2021, 5, 4, 10)
    times = [start.time(), (start + dt.timedelta(minutes=minutes)).time()]
    places = [Place(str(time), at, None, BODY, day, time) for at, time in enumerate(times)]
    assert len({sitting.id for sitting in sittings_of(places).values()}) == sittings


def titled(*titles: str) -> frozenset[frozenset[str]]:
    return frozenset(frozenset(plain_words(title)) for title in titles)


def test_a_paper_of_another_site_or_agenda_takes_no_councils_name() -> None:
    day, own = dt.date(2021, 5, 4), titled("lamps", "piers", "apologies")
    named = Place("named", 1, "Saltmere Borough Council", BODY, day, site="saltmere.example", titles=own)
    kept = Place("kept", 1, None, BODY, day, titles=own)
    same_site = Place("same", 1, None, BODY, day, site="saltmere.example")
    elsewhere = Place("elsewhere", 1, None, BODY, day, site="northfold.example")
    of_other = titled("roads", "apologies", "trees")
    agendas = [Place(name, 1, None, BODY, day, titles=of_other) for name in ("other", "third")]
    found = sittings_of([named, kept, same_site, elsewhere, *agendas])
    assert {place.document: (sitting.id, sitting.council) for place, sitting in found.items()} == {
        "named": ("kept#1", "Saltmere Borough Council"), "kept": ("kept#1", "Saltmere Borough Council"),
        "same": ("kept#1", "Saltmere Borough Council"), "elsewhere": ("elsewhere#1", None),
        "other": ("other#1", None), "third": ("other#1", None),
    }  # fmt: skip
