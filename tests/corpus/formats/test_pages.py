"""ModernGov's pages: what they name is marked, what is only the page's is left out."""

from __future__ import annotations

import pytest
from sites import check_marks, listed, marked, meeting_page, page, papers, part, row, vote_table, word

from corpus.formats.html import read_html
from corpus.models import MarkKind

ITEM = row(
    "54.",
    "Roof of the Dovecote",
    word("To consider the\nroof."),
    papers("Annex 1 - Survey", "Annex 2"),
    part("Decision:", "<b>RESOLVED</b> that:", listed("1.", "the roof be mended.")),
    part("Minutes:", 'The <span class="SpellE">Survey</span>or spoke of <span class="GramE">S1(</span>4).'),
    vote_table("Roof: Resolution 1", "Carried"),
    paper="documents/s9/Roof.pdf",
)
TEXT = """Agenda and minutes

Dovecote Committee - Monday 5 March 2018 2:30 pm

Venue: Moot Hall, Moot.

Items

54.

Roof of the Dovecote

To consider the roof.

Additional documents:

• Annex 1 - Survey

• Annex 2

Decision:

RESOLVED that:

1.  the roof be mended.

Minutes:

The Surveyor spoke of S1(4).

Recorded Vote

Title\tType\tRecorded Vote text\tResult
Roof: Resolution 1\tResolution\t\tCarried
"""


def test_a_meeting_page_is_read_whole() -> None:
    found = read_html(meeting_page(ITEM))
    check_marks(found)
    assert found.text.replace("\u00a0", " ") == TEXT
    assert marked(found)[:4] == [
        ("body", "Dovecote Committee", None),
        ("date", "5 March 2018", "2018-03-05"),
        ("time", "2:30 pm", "14:30"),
        ("venue", "Moot Hall, Moot.", None),
    ]
    assert [(kind, words.partition("\n")[0]) for kind, words, _ in marked(found)[4:]] == [
        ("item", "54."), ("number", "54."), ("title", "Roof of the Dovecote"), ("paper", "Roof of the Dovecote"),
        ("agenda", "To consider the roof."), ("paper", "Annex 1 - Survey"), ("paper", "Annex 2"),
        ("decision", "RESOLVED that:"), ("minutes", "The Surveyor spoke of S1(4)."), ("vote", "Recorded Vote"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("printed", "value"),
    [("5.", "5"), ("10.4", "10.4"), ("21/50", "21/50"), ("3(a)", "3a"), ("(7)", "7"), ("CYP/19/21", "CYP/19/21"),
     ("B.", "B"), ("5 a.", "5a")],
)  # fmt: skip
def test_numbers_as_printed(printed: str, value: str) -> None:
    found = read_html(meeting_page(row(printed, "Bins", part("Minutes:", "Full."))))
    assert marked(found, MarkKind.NUMBER) == [("number", printed, value)]


@pytest.mark.parametrize("number", ["", "0.", "&nbsp;", "UNRESTRICTED ITEMS"])
def test_a_row_without_number_and_business_is_a_heading(number: str) -> None:
    found = read_html(meeting_page(row(number, "Part 1"), row("5.", "Bins")))
    assert marked(found, MarkKind.ITEM) == [("item", "5.\n\nBins", None)]
    assert "Part 1" in found.text


def test_an_unnumbered_row_with_minutes_is_an_item() -> None:
    found = read_html(meeting_page(row("", "Apologies", part("Minutes:", "From Councillor Ash."))))
    assert marked(found, MarkKind.TITLE, MarkKind.NUMBER) == [("title", "Apologies", None)]


@pytest.mark.parametrize(
    ("sitting", "body", "date", "time", "status"),
    [
        ("Cabinet - Monday, 5th March, 2018 10.00 am", "Cabinet", "2018-03-05", "10:00", None),
        (
            "Council - Annual Meeting - Monday 5 March 2018 7.00 pm",
            "Council - Annual Meeting",
            "2018-03-05",
            "19:00",
            None,
        ),
        ("Monday, 5 March 2018 6.15 pm, Council", "Council", "2018-03-05", "18:15", None),
        ("Special Meeting, Cabinet - Monday 5 March 2018", "Cabinet", "2018-03-05", None, "Special Meeting"),
        ("CANCELLED, Cabinet - Monday 5 March 2018", "Cabinet", "2018-03-05", None, "CANCELLED"),
        ("Cabinet - Monday 5 March 2018 6.00 pm - CANCELLED", "Cabinet", "2018-03-05", "18:00", "CANCELLED"),
        ("Cabinet<br />Monday, 5th March, 2018 6.30 pm", "Cabinet", "2018-03-05", "18:30", None),
        ("Council Tax Panel - 5 March 2018", "Council Tax Panel", "2018-03-05", None, None),
    ],
)
def test_the_line_that_names_the_meeting(
    sitting: str, body: str, date: str, time: str | None, status: str | None
) -> None:
    found = read_html(meeting_page(ITEM, sitting=sitting))
    check_marks(found)
    assert sitting.replace("<br />", " ") in found.text
    values = {kind: (words, value) for kind, words, value in marked(found)}
    assert (values["body"][0], values["date"][1]) == (body, date)
    assert (values.get("time", ("", None))[1], values.get("status", (None,))[0]) == (time, status)


def test_draft_minutes_are_marked() -> None:
    found = read_html(meeting_page(ITEM, title="Agenda and draft minutes"))
    assert marked(found, MarkKind.DRAFT) == [("draft", "Agenda and draft minutes", None)]


def test_an_attendance_page() -> None:
    rows = "".join(
        f"<tr><td>{name}</td><td>{role}</td><td>{came}</td></tr>"
        for name, role, came in (
            ('<a href="mgUserInfo.aspx?UID=1">Councillor Ann Ash</a>', "Chair", "Present"),
            ("Councillor Bo Elm", "Vice-Chair", "Present, virtual"),
            ("Councillor Cy Oak", "Committee Member", "Apologies"),
            ("Dee Fir", "Officer", "Present"),
            ("", "Committee Member", "Present"),
            ("Eve Yew", "", ""),
        )
    )
    titles = "<tr><th>Attendee</th><th>Role</th><th>Attendance</th></tr>"
    table = f'<table class="mgStatsTable" summary="Table of meeting attendance">{titles}{rows}</table>'
    found = read_html(page("Meeting attendance", "Monday, 5 March 2018 6.15 pm, Council", table))
    check_marks(found)
    assert marked(found, MarkKind.PERSON, MarkKind.BODY) == [
        ("body", "Council", None),
        ("person", "Councillor Ann Ash", "Chair"),
        ("person", "Councillor Bo Elm", "Present, virtual"),
        ("person", "Councillor Cy Oak", "Apologies"),
        ("person", "Dee Fir", "In attendance"),
        ("person", "Eve Yew", ""),
    ]
    assert "Councillor Cy Oak\tCommittee Member\tApologies\n" in found.text


def test_an_items_page() -> None:
    inner = word("To hear of bins.") + part("Minutes:", "They are full.") + part("Decision", "To note it.")
    found = read_html(page("Agenda item", "Bins and Boxes", inner + papers("Report")))
    check_marks(found)
    assert [(kind, words) for kind, words, _ in marked(found)][1:] == [
        ("title", "Bins and Boxes"),
        ("agenda", "To hear of bins."),
        ("minutes", "They are full."),
        ("decision", "To note it."),
        ("paper", "Report"),
    ]


def test_a_decisions_page() -> None:
    label = '<p><span  class="mgLabel" >{}: </span>{}</p>'
    inner = (
        label.format("Decision Maker", '<a href="mgCommitteeDetails.aspx?ID=7">Cabinet</a>')
        + label.format("Is Key decision?", "No")
        + '<h3  class="mgSubSubTitleTxt" >Purpose:</h3>' + word("To mend the roof.")
        + '<h3  class="mgSubSubTitleTxt" >Decision:</h3>' + word("That the roof be mended.")
        + '<h3  class="mgSubSubTitleTxt" >Reasons for the decision:</h3>' + word("It leaks.")
        + label.format("Date of decision", "05/03/2018")
    )  # fmt: skip
    found = read_html(page("Decision details", "Roof of the Dovecote", inner))
    check_marks(found)
    kinds = (MarkKind.BODY, MarkKind.DATE, MarkKind.TITLE, MarkKind.DECISION, MarkKind.MINUTES)
    assert marked(found, *kinds) == [
        ("title", "Roof of the Dovecote", None),
        ("body", "Cabinet", None),
        ("decision", "That the roof be mended.", None),
        ("minutes", "It leaks.", None),
        ("date", "05/03/2018", "2018-03-05"),
    ]


def test_what_is_not_open_to_the_public_leaves_no_words() -> None:
    reasons = '<ul  class="mgActionList" ><li><a href="#">View the reasons why {} is restricted</a></li></ul>'
    secret = row("6.", "Sale to Quince", word("Quince offers."), reasons.format("item 6."))
    shut = "<li>Quince tender <a href=\"#\">View the reasons why document 'Quince' is restricted</a></li>"
    listed_papers = papers("Annex 1").replace("</ul>", f"{shut}</ul>")
    found = read_html(meeting_page(row("5.", "Bins", listed_papers), secret))
    check_marks(found)
    assert "Quince" not in found.text
    assert marked(found, MarkKind.WITHHELD, MarkKind.PAPER) == [
        ("paper", "Annex 1", None),
        ("withheld", "Not open to the public", "paper"),
        ("withheld", "Not open to the public", "item"),
    ]


def test_a_table_within_minutes_keeps_its_rows() -> None:
    table = "<table><tr><td><p>Year</p></td><td><p>Cost</p></td></tr><tr><td><p>2018</p></td><td></td></tr></table>"
    found = read_html(meeting_page(row("5.", "Bins", part("Minutes:", "Costs:") + table)))
    assert marked(found, MarkKind.MINUTES) == [("minutes", "Costs:\n\nYear\tCost\n2018", None)]


@pytest.mark.parametrize("title", ["Browse meetings", "Committee details", "News"])
def test_other_pages_have_no_marks(title: str) -> None:
    found = read_html(page(title, "Dovecote Committee", "<p>It mends dovecotes.</p>"))
    assert found.marks == ()
