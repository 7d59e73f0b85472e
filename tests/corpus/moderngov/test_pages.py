"""The site's pages: bodies, meetings, the meeting's own page, and what is taken out of it."""

from __future__ import annotations

import datetime as dt
import time
from pathlib import Path

import pytest

from corpus.moderngov import notices, pages, sheets
from corpus.moderngov.address import Site
from corpus.moderngov.models import Body, Listed, Unfit

SITE = Site("https", "x.gov.uk", 443)
REAL = Path(__file__).parents[4] / "shared" / "real" / "moderngov"


def page(inner: str, title: str = "Agenda and minutes") -> bytes:
    return (
        f'<!DOCTYPE html><html><head><title>{title} - Marrow Town Council</title></head><body><div id="modgov">'
        f'<h1 class="mgMainTitleTxt">{title}</h1>{inner}</div><footer>&copy; 2024 Marrow Town Council. All Rights'
        "</footer></body></html>"
    ).encode()


def row(number: str, title: str, more: str = "") -> str:
    return (
        f'<tr><td class="mgItemNumberCell"><p class="mgAiTitleTxt"><a name="AI5"></a>{number}</p></td>'
        f'<td><p class="mgAiTitleTxt">{title}</p>{more}</td></tr>'
    )


def table(*rows: str) -> str:
    return f'<table class="mgItemTable" id="mgItemTable">{"".join(rows)}</table>'


def linked(id: int, title: str, name: str = "paper.pdf") -> str:
    return (
        f'<ul class="mgBulletList"><li><a href="documents/s{id}/{name}" '
        f'title="Link to document &#39;{title}&#39; pdf file">'
        f'{title} <span class="mgHide">, item 9.</span><span class="mgFileSize">PDF 1 KB</span></a></li></ul>'
    )


MINUTES = '<p class="mgSubItemTitleTxt">Minutes:</p><div class="mgWordPara">Heard of marrows.</div>'


def sheet_of(data: bytes) -> sheets.Sheet:
    kept, withheld = notices.take_out_withheld(data)
    return sheets.read_sheet(kept, SITE, withheld)


def test_bodies() -> None:
    inner = (
        '<h2>Council</h2><ul><li><a href="mgCommitteeDetails.aspx?ID=3&amp;LLL=0">Parks &#38; Ponds</a></li></ul>'
        '<a href="mgUserInfo.aspx?UID=9">A member</a>'
        '<h2>Expired committees</h2><ul><li><a href="mgCommitteeDetails.aspx?ID=4">Ferries</a></li></ul>'
    )
    tree = pages.read_page(page(inner))
    assert pages.read_bodies(tree) == [Body(3, "Parks & Ponds"), Body(4, "Ferries", expired=True)]


def test_meetings_and_where_the_list_goes_on() -> None:
    inner = (
        '<a class="mgTableNextLnk" href="ieListMeetings.aspx?Act=earlier&amp;CId=3&amp;D=202401">Earlier</a>'
        '<li><a class="mgMeetingTableLnk" href="ieListDocuments.aspx?CId=3&amp;MId=7&amp;Ver=4">'
        "6 Mar 2024&nbsp;7&#58;30 pm</a> - Agenda, Draft minutes</li>"
        '<li><a href="ieListDocuments.aspx?CId=3&amp;MeetingId=8">7 Mar 2024</a> - CANCELLED</li>'
    )
    tree = pages.read_page(page(inner))
    first, second = pages.read_meetings(tree)
    assert first == Listed(7, dt.date(2024, 3, 6), dt.time(19, 30), "Agenda, Draft minutes")
    assert second.cancelled and second.time is None
    assert pages.read_paging(tree, SITE) == (
        "https://x.gov.uk/ieListMeetings.aspx?Act=earlier&CId=3&D=202401",
        None,
    )


def test_the_council_is_taken_from_where_it_is_plainly_said() -> None:
    assert pages.read_council(pages.read_page(page(""))) == "Marrow Town Council"
    two = page("").replace(b"- Marrow Town", b"- Turnip Town")
    assert pages.read_council(pages.read_page(two)) is None
    assert pages.read_council(pages.read_page(b"<title>Meetings - Modern Council</title>")) is None


def test_a_page_means_the_same_whatever_its_frame() -> None:
    one, other = page("<p>Words</p><script>1</script>"), page('<p>Words</p><input type="hidden" value="9">')
    assert pages.meaning(one) == pages.meaning(other) != pages.meaning(page("<p>Other words</p>"))


def test_a_page_nested_beyond_reason_is_refused() -> None:
    with pytest.raises(Unfit, match="nested beyond reason"):
        pages.read_page(b"<div>" * 100_000)


def test_a_meeting() -> None:
    more = (
        MINUTES
        + linked(51, "Appendix A")
        + '<a href="mgAi.aspx?ID=5">view the full minutes text for item 9.</a>'
    )
    links = (
        '<h2 class="mgSubTitleTxt">Parks - Wednesday 6 March 2024 7:30 pm</h2><ul class="mgActionList">'
        '<li><a href="mgMeetingAttendance.aspx?ID=7">Attendance details</a></li>'
        '<li><a href="documents/g77/Agenda frontsheet.pdf?T=0">Agenda frontsheet</a></li>'
        '<li><a href="mgChooseDocPack.aspx?ID=77">Agenda reports pack</a></li>'
        '<li><a href="mgChooseDocPack.aspx?ID=77&amp;SID=880">Late Material</a></li>'
        '<li><a href="documents/g77/Decisions.pdf?T=2">Printed decisions</a></li>'
        '<li><a href="documents/g77/Printed draft minutes.pdf?T=1">Printed draft minutes</a></li></ul>'
    )
    sheet = sheet_of(page(links + table(row("9.", "Marrows", more))))
    assert (sheet.date, sheet.time) == (dt.date(2024, 3, 6), dt.time(19, 30))
    assert (sheet.has_words, sheet.says_minutes, sheet.draft, sheet.cancelled) == (True, True, True, False)
    assert [(each.key, each.title, each.item, each.item_title) for each in sheet.links] == [
        ("s51", "Appendix A", "9", "Marrows")
    ]
    assert [each.key for each in sheet.cut_short] == ["item 5"]
    assert sheet.attendance and sheet.attendance.url == "https://x.gov.uk/mgMeetingAttendance.aspx?ID=7"
    assert [each.key for each in sheet.printed] == ["g77 1", "g77 2"]
    assert [each.key for each in sheet.packs + sheet.supplements] == ["pack 77", "supplement 880"]


def test_a_cancelled_meeting_says_so() -> None:
    assert sheet_of(page("<p>This meeting has been cancelled</p>", "Agenda")).cancelled
    assert not sheet_of(page("<p>The bus service was cancelled</p>", "Agenda")).cancelled


@pytest.mark.parametrize(
    "closed",
    [
        row("9.", "Exempt: secretmarrow", MINUTES),
        row("", "PART II (Not open to the public)")
        + row("9.", "secretmarrow", MINUTES + linked(51, "secretmarrow")),
        row(
            "9.",
            "secretmarrow",
            MINUTES + '<li><a href="#">View the reasons why item 9. is restricted</a></li>',
        ),
    ],
)
def test_a_closed_item_keeps_its_number_alone(closed: str) -> None:
    data = page(table(row("8.", "Open", MINUTES), closed.replace("Heard of", "secretmarrow")))
    kept, withheld = notices.take_out_withheld(data)
    assert withheld == 1 and b"secretmarrow" not in kept and b"Not open to the public" in kept
    assert b"Heard of marrows" in kept and sheets.read_sheet(kept, SITE).links == ()
    assert notices.take_out_withheld(kept)[1] == 1, "what is kept counts the same"


@pytest.mark.parametrize(
    "link",
    [
        linked(51, "Appendix B secretmarrow (Exempt)"),
        linked(51, "secretmarrow", "Appendix B - EXEMPT.pdf"),
        '<a class="mgAiTitleLnk" href="mgConvert2PDF.aspx?ID=51">secretmarrow - not for publication</a>',
    ],
)
def test_a_closed_paper_leaves_a_notice(link: str) -> None:
    kept, withheld = notices.take_out_withheld(page(table(row("9.", "Marrows", linked(52, "Open") + link))))
    assert (
        withheld == 1
        and b"secretmarrow" not in kept
        and b"View the reasons why document is restricted" in kept
    )
    assert [each.key for each in sheets.read_sheet(kept, SITE).links] == ["s52"]


def test_nothing_closed_stays_beside_the_item_or_outside_the_main_part() -> None:
    beside = row("9.", "Exempt: depot", MINUTES).replace("</tr>", "<td>secretmarrow</td></tr>")
    outside = b'<li><a href="documents/s51/a.pdf">Exempt Appendix secretmarrow</a></li></body>'
    kept, _ = notices.take_out_withheld(page(table(beside)).replace(b"</body>", outside))
    assert b"secretmarrow" not in kept


def test_an_open_page_is_kept_as_it_is() -> None:
    data = page(table(row("9.", "Exclusion of the Press and Public", MINUTES)))
    assert notices.take_out_withheld(data) == (data, 0)


@pytest.mark.skipif(not REAL.is_dir(), reason="the real pages are not here")
def test_real_pages() -> None:
    site = Site("https", "moderngov.kingston.gov.uk", 443)
    tree = pages.read_page((REAL / "CommitteeStructure.html").read_bytes())
    bodies = pages.read_bodies(tree)
    assert (
        len(bodies) == 30 and bodies[0] == Body(137, "Council") and not any(body.expired for body in bodies)
    )
    assert pages.read_council(tree) == "Royal Borough of Kingston upon Thames Council"
    tree = pages.read_page((REAL / "BrowseMeetings.html").read_bytes())
    meetings = pages.read_meetings(tree)
    assert len(meetings) == 15 and [each.id for each in meetings if each.cancelled] == [10161]
    assert all(pages.read_paging(tree, site))
    data = (REAL / "Agenda_151.html").read_bytes()
    assert notices.take_out_withheld(data) == (data, 0)
    sheet = sheets.read_sheet(data, site)
    assert len(sheet.links) == 17 and sheet.links[2].title == "Annex 1 - Wolverton Avenue"
    assert [each.key for each in sheet.cut_short] == ["item 51902", "item 51903"]
    assert [each.key for each in sheet.printed] == ["g10230 1", "g10230 2"]
    assert [each.key for each in sheet.supplements] == ["supplement 23550", "supplement 23609"]


def test_rows_of_tables_within_an_item_are_none() -> None:
    votes = '<table><tr><td>Amendment (Exempt)</td><td><a href="documents/s77/votes.pdf">Carried</a></td></tr></table>'
    sheet = sheet_of(page(table(row("9.", "Marrows", votes))))
    assert sheet.withheld == 0 and [(link.key, link.item) for link in sheet.links] == [("s77", "9")]


@pytest.mark.parametrize(
    "data",
    [
        b"<html>" + b"<table class=mgItemTable><tr><td>1</td><td><a href='documents/s1/a.pdf'>y</a>" * 600,
        b"<html>" + b"<li><a href='ieListDocuments.aspx?MId=1'>1 May 2020</a> - Agenda" * 15_000,
        b"<html>" + b"&copy; 2024 Council " * 100_000,
    ],
    ids=["nested tables", "links", "copyright"],
)
def test_a_hostile_page_takes_no_time(data: bytes) -> None:
    started = time.process_time()
    sheet_of(data)
    pages.read_meetings(pages.read_page(data))
    pages.read_council(pages.read_page(data))
    assert time.process_time() - started < 20


def test_more_links_than_any_page_has_are_refused() -> None:
    with pytest.raises(Unfit, match="more links"):
        pages.read_page(b"<a href=x>y</a>" * 20_001)
