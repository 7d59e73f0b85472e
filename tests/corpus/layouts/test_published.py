"""What the publisher says fills what a paper leaves open, and nothing else."""

from __future__ import annotations

import datetime as dt

import pytest
from papers import MINUTES, check
from sites import meeting_page, page, part, read_page, row

from corpus.models import Document, Paper, Publication
from corpus.read import read_paper

DAY = dt.date(2018, 3, 5)
SAID = Publication(
    url="https://moot.example/mgAi.aspx?ID=1",
    title="Bins",
    council="Moot Borough Council",
    body="Planning Panel",
    date=DAY,
    time=dt.time(14, 30),
    item="54",
    agenda_number="5",
    item_title="Bins and Boxes",
)
MEETING = Publication(council="Moot Borough Council", body="Planning Panel", date=DAY, time=dt.time(14, 30))
COVER = """Report to: {to}
Date: soon
Report of: The Surveyor
Subject: Dovecote Repairs

Summary

The roof leaks.

Recommendations

That it be mended.
"""


def read_text(text: str, published: Publication | None) -> Paper:
    return read_paper(Document("paper", text, published=published))


def facts(paper: Paper) -> tuple[object, ...]:
    meeting = paper.meetings[0]
    return meeting.council, meeting.body, meeting.date, meeting.time


def test_an_items_page_takes_its_meeting_and_numbers() -> None:
    paper = read_page(page("Agenda item", "Bins", part("Minutes:", "Full.")), SAID)
    check(paper)
    only = paper.meetings[0].items[0]
    assert facts(paper) == ("Moot Borough Council", "Planning Panel", DAY, dt.time(14, 30))
    assert (only.number, only.agenda_number, only.title) == ("54", "5", "Bins")
    assert (paper.warnings, paper.document.url) == ((), "https://moot.example/mgAi.aspx?ID=1")


def test_an_items_page_without_a_number_still_says_so() -> None:
    paper = read_page(page("Agenda item", "Bins", part("Minutes:", "Full.")), MEETING)
    assert paper.meetings[0].items[0].number is None
    assert paper.warnings == ("The page states no item number; it is left unknown.",)


def test_a_report_takes_meeting_and_item_and_keeps_its_title() -> None:
    paper = read_text(COVER.format(to="Planning Panel"), SAID)
    only = paper.meetings[0].items[0]
    assert facts(paper) == ("Moot Borough Council", "Planning Panel", DAY, dt.time(14, 30))
    assert (only.number, only.agenda_number, only.title) == ("54", "5", "Dovecote Repairs")
    assert paper.warnings == ()


def test_a_paper_in_no_known_layout_is_titled_by_its_item() -> None:
    paper = read_text("Slide 1\n\nBins, bins and more bins are what the town has asked for.\n", SAID)
    assert (paper.meetings[0].items[0].title, paper.meetings[0].date) == ("Bins and Boxes", DAY)


def test_what_the_paper_states_stays() -> None:
    said = Publication(council="Moot Borough Council", body="Dovecote Committee", date=DAY, time=dt.time(9))
    paper = read_page(meeting_page(row("5.", "Bins")), said)
    assert facts(paper) == ("Moot Borough Council", "Dovecote Committee", DAY, dt.time(14, 30))
    assert paper.warnings == ()


def test_another_date_is_a_warning_and_fills_nothing_of_the_meeting() -> None:
    said = Publication(council="Moot Borough Council", date=dt.date(2018, 4, 9), time=dt.time(9), item="60")
    paper = read_text(MINUTES, said)
    assert facts(paper) == ("Moot Borough Council", "Planning Panel", DAY, None)
    assert paper.meetings[0].items[0].number == "PP/18/07"
    assert paper.warnings == (
        "The paper says 5 March 2018, the site that published it 9 April 2018; the paper's date is kept.",
    )


def test_another_body_is_a_warning() -> None:
    paper = read_text(COVER.format(to="Finance Committee"), SAID)
    assert facts(paper) == ("Moot Borough Council", "Finance Committee", None, None)
    assert (
        "The paper names the Finance Committee, the site that published it the Planning Panel; "
        "the paper's words are kept."
    ) in paper.warnings


@pytest.mark.parametrize("body", ["The Planning Panel", "Special Meeting, Planning Panel", "PLANNING PANEL"])
def test_the_same_body_in_other_words_is_no_difference(body: str) -> None:
    paper = read_text(MINUTES, Publication(body=body, date=DAY))
    assert (paper.meetings[0].body, paper.warnings) == ("Planning Panel", ())


def test_undated_minutes_published_with_an_item_are_of_another_meeting() -> None:
    paper = read_text(MINUTES.replace("held on 5 March 2018", "held lately"), SAID)
    assert (paper.meetings[0].council, paper.meetings[0].date) == ("Moot Borough Council", None)


def test_minutes_of_the_meeting_itself_take_its_date_and_are_drafts() -> None:
    said = Publication(body="Planning Panel", date=DAY, draft=True)
    paper = read_text(MINUTES.replace("held on 5 March 2018", "held lately"), said)
    assert (paper.meetings[0].date, paper.meetings[0].draft, paper.warnings) == (DAY, True, ())


def test_without_a_publisher_nothing_changes() -> None:
    assert facts(read_text(MINUTES, None)) == (None, "Planning Panel", DAY, None)
