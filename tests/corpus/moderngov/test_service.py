"""The web service's answers: lists, one meeting, and what is taken out of it before anyone can write it down."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from corpus.moderngov import service
from corpus.moderngov.address import Site
from corpus.moderngov.models import Body, Listed, Unfit

SITE = Site("https", "x.gov.uk", 443)
REAL = Path(__file__).parents[4] / "shared" / "real" / "moderngov"


def item(title: str, more: str = "", *, place: object = 1, number: str = "9.") -> str:
    return (
        f"<agendaitem><agendaitemid>5</agendaitemid><agendaitemtitle>{title}</agendaitemtitle>"
        f"<agendaitemnumber>{place}</agendaitemnumber><fulldisplaynumberformat>{number}</fulldisplaynumberformat>"
        f"<minutesitemnumber>9</minutesitemnumber>{more}</agendaitem>"
    )


def paper(id: int, title: str, more: str = "") -> str:
    return f"<linkeddoc><attachmentid>{id}</attachmentid><title>{title}</title>{more}</linkeddoc>"


def meeting(*items: str, more: str = "") -> bytes:
    about = (
        "<meetingid>7</meetingid><meetingdate>06/03/2024</meetingdate><meetingtime>6.30 pm</meetingtime>"
        "<meetingstatus>Confirmed</meetingstatus><agendapublished>True</agendapublished>"
    )
    return f"<meeting>{about}{more}<agendaitems>{''.join(items)}</agendaitems></meeting>".encode()


MINUTES = "<minutesnonemptyhtmlbody>&lt;p&gt;Heard of marrows.&lt;/p&gt;</minutesnonemptyhtmlbody>"
CLOSED = "<isrestricted>True</isrestricted>"


def test_committees() -> None:
    data = (
        b"<committees><committeescount> 2</committeescount>"
        b"<committee><committeeid>3</committeeid>"
        b"<committeetitle>Parks &amp;amp; Members&amp;#39; Panel</committeetitle>"
        b"<committeedeleted>False</committeedeleted><committeeexpired>True</committeeexpired></committee>"
        b"<committee><committeeid>4</committeeid><committeetitle>Test</committeetitle>"
        b"<committeedeleted>True</committeedeleted></committee></committees>"
    )
    assert service.read_committees(service.parse(data)) == [
        Body(3, "Parks & Members' Panel", expired=True),
        Body(4, "Test", deleted=True),
    ]


def test_an_answer_of_another_kind_is_refused() -> None:
    with pytest.raises(Unfit):
        service.read_committees(service.parse(meeting()))
    with pytest.raises(Unfit):
        service.read_sheet(service.parse(b"<committees/>"), SITE, 0)


def test_meetings_and_counts_alone() -> None:
    listed = (
        b"<getmeetings><meetingscount> 1</meetingscount><committee><committeemeetings><meeting><meetingid>7</meetingid>"
        b"<meetingdate>06/03/2024</meetingdate><meetingstatus>Cancelled</meetingstatus>"
        b"<meetingtime>6.30 pm</meetingtime></meeting></committeemeetings></committee></getmeetings>"
    )
    (found,) = service.read_meetings(service.parse(listed)) or []
    assert found == Listed(7, dt.date(2024, 3, 6), dt.time(18, 30), "Cancelled") and found.cancelled
    counted = b"<getmeetings><meetingscount> %d</meetingscount></getmeetings>"
    assert service.read_meetings(service.parse(counted % 12)) is None
    assert service.read_meetings(service.parse(counted % 0)) == []


def test_names_may_have_a_namespace() -> None:
    data = (
        b'<committees xmlns="http://moderngov.co.uk/namespaces"><committee><committeeid>3</committeeid>'
        + (b"<committeetitle>Parks</committeetitle></committee></committees>")
    )
    assert service.read_committees(service.parse(data)) == [Body(3, "Parks")]


def test_a_meeting() -> None:
    linked = paper(51, "Marrows", "<url>https://X.gov.uk/mgConvert2PDF.aspx?ID=51</url><isurl>False</isurl>")
    away = paper(52, "The society", "<url>https://elsewhere.example/</url><isurl>True</isurl>")
    root = service.parse(
        meeting(
            item("Marrows", f"{MINUTES}<linkeddocuments>{linked}{away}{linked}</linkeddocuments>", place=4)
        )
    )
    sheet = service.read_sheet(root, SITE, service.take_out_withheld(root))
    assert (sheet.date, sheet.time, sheet.has_words) == (dt.date(2024, 3, 6), dt.time(18, 30), True)
    (link,) = sheet.links
    assert (link.key, link.url) == ("s51", "https://x.gov.uk/mgConvert2PDF.aspx?ID=51")
    assert (link.item, link.agenda_number, link.item_title) == ("9", "4", "Marrows")


@pytest.mark.parametrize(
    ("shown", "minutes", "draft"),
    [("True", MINUTES, False), ("False", MINUTES, True), ("False", "", False)],
)
def test_words_that_are_not_published_as_minutes_are_a_draft(shown: str, minutes: str, draft: bool) -> None:
    root = service.parse(
        meeting(item("Marrows", minutes), more=f"<minutepublished>{shown}</minutepublished>")
    )
    assert service.read_sheet(root, SITE, 0).draft is draft


@pytest.mark.parametrize(
    "closed",
    [
        item("secretmarrow", MINUTES + CLOSED),
        item("secretmarrow", MINUTES + "<isdisplayallowed>False</isdisplayallowed>"),
        item("Exempt: secretmarrow", MINUTES),
        item("PART II (Not open to the public)", place=0, number="") + item("secretmarrow", MINUTES),
    ],
)
def test_a_closed_item_keeps_its_number_alone(closed: str) -> None:
    root = service.parse(
        meeting(item("Open", MINUTES, number="8."), closed.replace("marrows", "secretmarrow"))
    )
    assert service.take_out_withheld(root) == 1
    kept = service.write(root)
    assert b"secretmarrow" not in kept and b"9." in kept and b"<isrestricted>True</isrestricted>" in kept
    assert b"Heard of marrows" in kept
    assert service.take_out_withheld(service.parse(kept)) == 1, "what is kept counts the same"


def test_a_heading_may_open_the_public_part_again() -> None:
    root = service.parse(
        meeting(
            item("RESTRICTED ITEMS", place=0, number=""), item("Shut"),
            item("UNRESTRICTED ITEMS", place=0, number=""), item("Open"),
        )
    )  # fmt: skip
    assert service.take_out_withheld(root) == 1
    assert b"Open" in service.write(root) and b"Shut" not in service.write(root)


@pytest.mark.parametrize(
    "closed",
    [
        paper(51, "secretmarrow", CLOSED),
        paper(51, "secretmarrow", "<restrictionsRef>3</restrictionsRef>"),
        paper(51, "Appendix B secretmarrow (Exempt)"),
    ],
)
def test_a_closed_paper_keeps_nothing(closed: str) -> None:
    root = service.parse(
        meeting(item("Marrows", f"<linkeddocuments>{closed}{paper(52, 'Open')}</linkeddocuments>"))
    )
    withheld = service.take_out_withheld(root)
    assert withheld == 1 and b"secretmarrow" not in service.write(root)
    assert [link.key for link in service.read_sheet(root, SITE, withheld).links] == ["s52"]


def test_a_closed_meeting_keeps_its_date_alone() -> None:
    root = service.parse(meeting(item("Marrows", MINUTES), more="<isdisplayallowed>False</isdisplayallowed>"))
    assert service.take_out_withheld(root) == 1
    assert service.read_sheet(root, SITE, 1).closed and b"Marrows" not in service.write(root)


def test_words_that_are_not_published_are_left_out() -> None:
    root = service.parse(meeting(item("Marrows", MINUTES + "<isminutepublished>False</isminutepublished>")))
    assert service.take_out_withheld(root) == 0 and b"Heard of" not in service.write(root)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<meeting>",
        b"<!DOCTYPE meeting [<!ENTITY a 'b'>]><meeting>&a;</meeting>",
        b'<!DOCTYPE m SYSTEM "file:///etc/hostname"><m/>',
        b"<a>" * 5000 + b"</a>" * 5000,
        b"\xff\xfe\x00",
    ],
)
def test_what_is_not_plain_xml_is_refused(data: bytes) -> None:
    with pytest.raises(Unfit):
        service.parse(data)


@pytest.mark.skipif(not REAL.is_dir(), reason="the real answers are not here")
def test_real_answers() -> None:
    assert len(service.read_committees(service.parse((REAL / "GetCommittees.xml").read_bytes()))) == 131
    meetings = service.read_meetings(service.parse((REAL / "GetMeetings.xml").read_bytes())) or []
    assert len(meetings) == 20 and meetings[0] == Listed(
        7217, dt.date(2024, 1, 10), dt.time(18, 0), "Confirmed"
    )
    root = service.parse((REAL / "GetMeeting_7837.xml").read_bytes())
    sheet = service.read_sheet(root, SITE, service.take_out_withheld(root))
    assert (sheet.withheld, sheet.has_words, sheet.draft, sheet.date) == (
        0,
        True,
        False,
        dt.date(2025, 11, 21),
    )
    assert sheet.links[0].url == "https://x.gov.uk/mgConvert2PDF.aspx?ID=65461", (
        "its own name for it is another"
    )
    there = service.read_sheet(root, Site("https", "democracy.gloucester.gov.uk", 443), 0).links
    assert [(each.key, each.item, each.agenda_number) for each in there[:2]] == [
        ("s65461", "52", "3"),
        ("s65412", "55", "6"),
    ]
