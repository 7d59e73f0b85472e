"""One small paper of every layout, read whole; and the turns that real ones take."""

from __future__ import annotations

import datetime as dt

import pytest
from papers import MINUTES, PACK, PAGE, PRINTED, item, kinds, outline, read, words

from corpus.models import Document, PaperKind, SectionKind
from corpus.read import read_paper

DAY = dt.date(2018, 3, 5)


def test_a_web_page() -> None:
    paper = read(PAGE)
    meeting = paper.meetings[0]
    assert paper.kind is PaperKind.AGENDA_AND_MINUTES
    assert (meeting.body, meeting.date, meeting.time, meeting.venue) == (
        "Planning Panel",
        DAY,
        dt.time(14, 30),
        "Moot Hall",
    )
    assert outline(meeting) == [("18/07", None, 2, False), ("18/08", None, 1, False)]
    first = meeting.items[0]
    assert (first.title, first.has_report) == ("Dovecote Repairs", True)
    assert kinds(first) == [
        SectionKind.AGENDA,
        SectionKind.AGENDA,
        SectionKind.DISCUSSION,
        *[SectionKind.DECISION] * 2,
    ]
    assert [decision.text for decision in first.decisions] == ["To mend the roof.", "To thank the Surveyor."]
    assert paper.warnings == ()


def test_minutes_numbered_by_reference() -> None:
    paper = read(MINUTES)
    meeting = paper.meetings[0]
    assert paper.kind is PaperKind.MINUTES
    assert (meeting.body, meeting.date, meeting.time) == ("Planning Panel", DAY, None)
    assert (meeting.chair, meeting.present, meeting.apologies) == (
        "Councillor Ash",
        ("Councillor Ash",),
        ("Mrs A Elm",),
    )
    assert outline(meeting) == [("PP/18/07", None, 1, False)]
    assert kinds(meeting.items[0])[-2:] == [SectionKind.DECISION, SectionKind.INTEREST]


def test_printed_minutes() -> None:
    paper = read(PRINTED)
    meeting = paper.meetings[0]
    assert (meeting.council, meeting.body, meeting.venue) == (
        "Moot District Council",
        "Cabinet",
        "Moot Hall",
    )
    assert (meeting.chair, meeting.present) == ("Mr A Ash", ("Mr A Ash", "Mrs B Elm"))
    assert outline(meeting) == [("7", "1", 0, False), ("8", "2", 2, False)]
    assert [(each.number, each.text) for each in meeting.items[1].decisions] == [
        ("1", "mend the roof; and"),
        ("2", "thank the Surveyor."),
    ]
    assert words(paper, meeting.items[1], SectionKind.DISCUSSION)[-1] == "3. Mr Ash closed the item."


def test_parts_of_a_resolution_that_open_with_capitals() -> None:
    text = PRINTED.replace("1. mend", "1. Mend").replace("2. thank", "2. Thank")
    assert [each.number for each in item(read(text), "8").decisions] == ["1", "2"]


def test_a_pack() -> None:
    paper = read(PACK)
    meeting = paper.meetings[0]
    assert paper.kind is PaperKind.REPORTS_PACK
    assert (meeting.council, meeting.body, meeting.date, meeting.venue) == (
        "Moot District Council", "Planning Panel", DAY, "Moot Hall",
    )  # fmt: skip
    assert outline(meeting) == [("1", "1", 0, False), ("2", "2", 0, False)]
    report = meeting.items[1]
    assert (report.title, report.has_report) == ("Dovecote Repairs", True)
    assert words(paper, report, SectionKind.RECOMMENDATION) == [
        "Recommendations\n\nThe Panel is recommended to:\n\n- 1. Mend the roof."
    ]
    table = next(each for each in report.sections if each.kind is SectionKind.TABLE)
    assert table.heading == "Table 1: costs | Item / Total"


def test_the_minutes_before_stand_in_the_pack_as_a_meeting_of_their_own() -> None:
    previous = MINUTES.replace("5 March 2018", "5 February 2018")
    paper = read(
        PACK.replace("It meets in the Moot Hall.", "This page is intentionally left blank\n\n" + previous)
    )
    assert [meeting.date for meeting in paper.meetings] == [DAY, dt.date(2018, 2, 5)]
    assert outline(paper.meetings[1]) == [("PP/18/07", None, 1, False)]
    assert paper.meetings[1].council == "Moot District Council"
    assert item(paper, "2").has_report


def test_the_minutes_before_end_at_a_blank_page() -> None:
    front, later = PACK.split("Moot District Council Report")
    front, slides = front.replace("5 March", "5 April"), "Slides on the dovecote\n\nThey show the roof.\n\n"
    text = f"{front}{MINUTES}\n\n\n\n{slides}Moot District Council Report{later}"
    blank = text.index(slides)
    document = Document("pack.pdf", text, (0, len(front), blank - 2, blank))
    minutes = read_paper(document).meetings[1]
    assert minutes.date == DAY
    assert document.slice(minutes.span).endswith("declared an interest in this item.]")


def test_minutes_without_items_in_a_pack_are_told_by_a_warning() -> None:
    paper = read(
        PACK.replace(
            "It meets in", "Minutes of the meeting held on 5 February 2018\n\nA\n\nB\n\nC\n\nD\n\nIn"
        )
    )
    assert "No numbered items were recognised in these minutes." in paper.warnings


def test_a_report_missing_from_its_pack_is_told_by_a_warning() -> None:
    paper = read(PACK.replace("1. Urgent Business", "1.\tBell Tower Survey\tPages 1 - 2"))
    assert paper.warnings == ("Agenda item 1: its report was not found in this pack.",)


def test_a_report_by_itself() -> None:
    text = PACK[PACK.index("Moot District Council Report") :]
    paper = read(text)
    meeting = paper.meetings[0]
    assert (paper.kind, meeting.council, meeting.body, meeting.date) == (
        PaperKind.REPORT, "Moot District Council", "Planning Panel", DAY,
    )  # fmt: skip
    assert outline(meeting) == [(None, None, 0, False)]
    assert (meeting.items[0].title, meeting.items[0].has_report) == ("Dovecote Repairs", True)


def test_a_report_with_a_letters_head() -> None:
    paper = read(
        "From: The Surveyor\nTo: Cabinet – 5 March 2018\nSubject: Dovecote\nRepairs\nClassification: Open\n"
        "Recommendation(s):\nCabinet is asked to mend it.\n1. Costs\n1.1 Slates cost £40."
    )
    assert (paper.meetings[0].body, paper.meetings[0].date) == ("Cabinet", DAY)
    assert paper.meetings[0].items[0].title == "Dovecote Repairs"
    assert kinds(paper.meetings[0].items[0]) == [
        SectionKind.REPORT,
        SectionKind.RECOMMENDATION,
        SectionKind.REPORT,
    ]


def test_what_stands_below_a_report_is_not_recommended() -> None:
    paper = read(
        "From: The Surveyor\nTo: Cabinet – 5 March 2018\nSubject: Dovecote\nClassification: Open\n"
        "1. Costs\n1.1 Slates cost £40.\n2. Recommendation(s):\nCabinet is asked to mend it.\n"
        "3. Background Documents\nA sketch of the roof.\n4. Contact details\nA Surveyor\n"
    )
    assert words(paper, paper.meetings[0].items[0], SectionKind.RECOMMENDATION) == [
        "2. Recommendation(s):\nCabinet is asked to mend it."
    ]


def test_advice_of_a_paper_appended_under_a_title_of_its_own() -> None:
    text = PACK[PACK.index("Moot District Council Report") :]
    paper = read(
        f"{text}\n\n1. Costs\n\n1.1 Slates cost £40.\n\nRook Surveyors\n\nThe Dovecote Roof\n\n1. Summary\n\n"
        "It leaks.\n\n2. Advice\n\n- 1. Mend it.\n"
    )
    advice = [
        each
        for each in paper.meetings[0].items[0].sections
        if each.kind is SectionKind.RECOMMENDATION and (each.heading or "").endswith("Advice")
    ]
    assert [each.heading for each in advice] == ["Rook Surveyors – The Dovecote Roof – 2. Advice"]


def test_an_item_page_states_nothing_that_it_does_not_print() -> None:
    paper = read(
        "Agenda item\n\nAgenda item\n\nDovecote\n\nMinutes:\n\nThey spoke on 5 March 2018.\n\nDecision\n\nTo note."
    )
    meeting = paper.meetings[0]
    assert paper.kind is PaperKind.ITEM_PAGE
    assert (meeting.council, meeting.body, meeting.date, meeting.time) == (None, None, None, None)
    assert outline(meeting) == [(None, None, 1, False)]
    assert meeting.items[0].title == "Dovecote"


def test_a_front_sheet() -> None:
    paper = read(
        "AGENDA\nCABINET\nMonday, 5 March, 2018, at 2.30 pm\n1. Apologies\n2. Minutes (Pages 1 - 4)\n"
        "3. Dovecote and\nPigeons (Pages 5 - 8)\nEXEMPT ITEMS\n(None)"
    )
    meeting = paper.meetings[0]
    assert (meeting.body, meeting.date, meeting.time) == ("Cabinet", DAY, dt.time(14, 30))
    assert [each.title for each in meeting.items] == ["Apologies", "Minutes", "Dovecote and Pigeons"]
    assert paper.warnings == ()


def test_a_layout_that_nobody_knows() -> None:
    paper = read("Notes about a dovecote\n\nRESOLVED that it be mended.")
    assert paper.kind is PaperKind.UNKNOWN
    assert outline(paper.meetings[0]) == [(None, None, 0, False)]
    assert paper.warnings == (
        "The layout was not recognised: the paper is held as one text, without its items.",
    )


def test_minutes_in_an_unknown_layout_still_decide() -> None:
    paper = read(
        "Minutes of the meeting held on 5 March 2018\n\nThey spoke.\n\nRESOLVED that it be mended.\n\nThey left."
    )
    assert paper.meetings[0].date == DAY
    assert kinds(paper.meetings[0].items[0]) == [
        SectionKind.DISCUSSION,
        SectionKind.DECISION,
        SectionKind.DISCUSSION,
    ]


@pytest.mark.parametrize(
    ("line", "council"),
    [
        (
            "This is a paper of an invented council, Moot District Council, made to show.",
            "Moot District Council",
        ),
        ("MOOT AND ELM DISTRICT COUNCIL", "Moot and Elm District Council"),
        ("Royal Borough of Moot Council", "Royal Borough of Moot Council"),
        ("Full Council", None),
        ("Contact: the Council, Council Chamber, Town Hall", None),
        ("Moot District Council owns the hall.", None),
    ],
)
def test_the_council_is_read_from_the_head_alone(line: str, council: str | None) -> None:
    assert read(PAGE.replace("Venue: Moot Hall", line)).meetings[0].council == council
    assert read(PAGE.replace("Report of the Surveyor.", line)).meetings[0].council is None


@pytest.mark.parametrize(
    ("title", "draft"),
    [("Agenda and draft minutes", True), ("Draft minutes", True), ("Agenda and minutes", False)],
)
def test_drafts_say_so(title: str, draft: bool) -> None:
    assert read(PAGE.replace("Agenda and minutes", title)).meetings[0].draft is draft
    assert read(MINUTES.replace("Present:", f"{title}\n\nPresent:")).meetings[0].draft is draft


@pytest.mark.parametrize("number", ["27.", "27", "21/50", "7.2", "CYP/19/21", "YPC/OSG/15/02"])
def test_numbers_are_kept_as_printed_without_their_dot(number: str) -> None:
    meeting = read(PAGE.replace("18/07", number)).meetings[0]
    assert meeting.items[0].number == number.rstrip(".")


def test_garbled_text_is_read_with_a_warning() -> None:
    paper = read(PAGE.replace("spoke of the", "spoke of the Councilâ€™s"))
    assert outline(paper.meetings[0]) == outline(read(PAGE).meetings[0])
    assert paper.warnings == ()
    many = read(PAGE.replace("spoke", "spoke â€œwellâ€\x9d â€“ of"))
    assert many.warnings == (
        "3 characters were garbled before this file was saved (such as “â€œ”); save it again as UTF-8",
    )


def test_a_table_of_votes_decides_nothing() -> None:
    text = PAGE.replace("18/08", "Recorded Vote\n\nTitle\n\nResolution\n\nCarried\n\n18/08")
    found = read(text).meetings[0].items[0]
    assert len(found.decisions) == 2
    assert (found.sections[-1].kind, found.sections[-1].heading) == (SectionKind.DISCUSSION, "Recorded Vote")


@pytest.mark.parametrize(
    ("above", "heading"),
    [
        ("Slates Bought Each Year", "Slates Bought Each Year"),
        ("Table 7: what was bought", "Table 7: what was bought"),
        ("and what was bought in the end", "1.0 Costs"),
    ],
)
def test_what_stands_close_above_a_table_names_it_if_it_is_a_name(above: str, heading: str) -> None:
    body, _ = PACK.split("- 1.1 Slates")
    paper = read(f"{body}- 1.1 Slates cost £40 at the\nmarket\n{above}\n\nThing\tPaid\nNails\t£2\n")
    table = next(each for each in item(paper, "2").sections if each.kind is SectionKind.TABLE)
    assert table.heading == heading
