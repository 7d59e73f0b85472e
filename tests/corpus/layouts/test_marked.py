"""Meetings, items and decisions of papers whose format names their parts."""

from __future__ import annotations

import datetime as dt

import pytest
from papers import check, item, outline, words
from sites import (
    answer,
    answer_item,
    listed,
    meeting_page,
    page,
    papers,
    part,
    read_answer,
    read_page,
    row,
    vote_table,
    word,
)

from corpus.models import Paper, PaperKind, SectionKind

CUT = "Mr Ash spoke of the roof &nbsp;...&nbsp; <a href='mgAi.aspx?ID=1'>\nview the full minutes text for item 54.</a>"
TWO = (
    "<b>RESOLVED</b> that:",
    listed("1.", "the roof of the dovecote be mended; and"),
    listed("2.", "Mr Ash be thanked."),
)
AGAIN = ("It was <b>RESOLVED</b> that:", listed("1.", "the roof of the dovecote be mended; and"), "Voting: unanimous",
         listed("2.", "Mr Ash be thanked."), "Councillor Elm was not present.")  # fmt: skip


def decided(paper: Paper, number: str) -> list[tuple[str | None, str]]:
    return [(each.number, each.text) for each in item(paper, number).decisions]


def test_a_meeting_page() -> None:
    paper = read_page(
        meeting_page(
            row("53.", "Apologies", part("Minutes:", "There were none.")),
            row(
                "54.",
                "Roof",
                word("To hear."),
                part("Decision:", *TWO),
                part("Minutes:", "He spoke."),
                paper="s.pdf",
            ),
        )
    )
    check(paper)
    meeting = paper.meetings[0]
    assert (paper.kind, paper.warnings) == (PaperKind.AGENDA_AND_MINUTES, ())
    assert (meeting.body, meeting.date, meeting.time, meeting.venue) == (
        "Dovecote Committee", dt.date(2018, 3, 5), dt.time(14, 30), "Moot Hall, Moot",
    )  # fmt: skip
    assert outline(meeting) == [("53", None, 0, False), ("54", None, 2, False)]
    assert [each.has_report for each in meeting.items] == [False, True]
    assert words(paper, item(paper, "54"), SectionKind.AGENDA) == ["Roof", "To hear."]
    assert words(paper, item(paper, "54"), SectionKind.DISCUSSION) == ["RESOLVED that:", "He spoke."]


def test_a_resolution_printed_again_is_one_decision() -> None:
    paper = read_page(
        meeting_page(row("54.", "Roof", part("Decision:", *TWO), part("Minutes:", "Said.", *AGAIN)))
    )
    check(paper)
    assert decided(paper, "54") == [
        ("1", "the roof of the dovecote be mended; and"),
        ("2", "Mr Ash be thanked."),
    ]
    lead, said, after = words(paper, item(paper, "54"), SectionKind.DISCUSSION)
    assert (lead, after) == ("RESOLVED that:", "Councillor Elm was not present.")
    assert said.startswith("Said.\n\nIt was RESOLVED that:") and said.endswith("Voting: unanimous")


def test_what_minutes_repeat_of_a_decision_word_for_word_is_not_told_as_talk() -> None:
    block = part("Decision:", "RESOLVED \u2013 That the roof of the dovecote be mended.")
    same = ("Mr Ash spoke.", "Resolved: that the  roof of the dovecote be mended.", "Mr Elm then left.")
    paper = read_page(meeting_page(row("54.", "Roof", block, part("Minutes:", *same))))
    check(paper)
    assert decided(paper, "54") == [(None, "RESOLVED \u2013 That the roof of the dovecote be mended.")]
    assert words(paper, item(paper, "54"), SectionKind.DISCUSSION) == ["Mr Ash spoke.", "Mr Elm then left."]
    longer = (
        "Mr Ash spoke.",
        "It was therefore RESOLVED unanimously that the roof of the dovecote be mended.",
        "Mr Elm then left.",
    )
    paper = read_page(meeting_page(row("54.", "Roof", block, part("Minutes:", *longer))))
    assert words(paper, item(paper, "54"), SectionKind.DISCUSSION) == ["\n\n".join(longer)]


def test_a_resolution_in_lettered_parts_is_told_once() -> None:
    parts = ("RESOLVED that:", "(a) the roof be mended; and", "(b) Mr Ash be thanked.")
    paper = read_page(
        meeting_page(row("54.", "Roof", part("Decision:", *parts), part("Minutes:", "Said.", *parts)))
    )
    check(paper)
    assert [number for number, _ in decided(paper, "54")] == ["a", "b"]
    assert words(paper, item(paper, "54"), SectionKind.DECISION) == [
        "the roof be mended; and",
        "Mr Ash be thanked.",
    ]
    assert words(paper, item(paper, "54"), SectionKind.DISCUSSION) == ["RESOLVED that:", "Said."]


def test_a_resolution_that_only_the_minutes_print_is_a_decision_too() -> None:
    more = ("RESOLVED that the accounts of the summer fair be sent to the auditor.",)
    paper = read_page(
        meeting_page(row("54.", "Roof", part("Decision:", *TWO), part("Minutes:", "Said.", *AGAIN, *more)))
    )
    assert [text for _, text in decided(paper, "54")][2:] == [
        "RESOLVED that the accounts of the summer fair be sent to the auditor."
    ]


def test_minutes_with_a_resolution_and_no_decision_block() -> None:
    paper = read_page(meeting_page(row("54.", "Roof", part("Minutes:", "Said.", *AGAIN))))
    check(paper)
    assert decided(paper, "54") == [
        ("1", "the roof of the dovecote be mended; and\n\nVoting: unanimous"),
        ("2", "Mr Ash be thanked."),
    ]


def test_lettered_and_bracketed_parts_are_decisions() -> None:
    letters = (
        "RESOLVED that:",
        "(a) the roof be mended;",
        "(b) Mr Ash be thanked:",
        "(i) by letter; and",
        "(ii) soon.",
    )
    numbers = ("RESOLVED:", "(1) the roof be mended;", "(2) Mr Ash be thanked.")
    paper = read_page(
        meeting_page(row("1.", "A", part("Minutes:", *letters)), row("2.", "B", part("Decision:", *numbers)))
    )
    assert decided(paper, "1") == [
        ("a", "the roof be mended;"),
        ("b", "Mr Ash be thanked:\n\n(i) by letter; and\n\n(ii) soon."),
    ]
    assert decided(paper, "2") == [("1", "the roof be mended;"), ("2", "Mr Ash be thanked.")]


def test_minutes_cut_short() -> None:
    paper = read_page(
        meeting_page(row("54.", "Roof", part("Decision:", "To mend it."), part("Minutes:", CUT)))
    )
    check(paper)
    assert outline(paper.meetings[0]) == [("54", None, 1, True)]
    assert paper.warnings == ("Item 54: the minutes are cut short on this page.",)
    assert words(paper, item(paper, "54"), SectionKind.DISCUSSION) == ["Mr Ash spoke of the roof"]


def test_an_agenda_cut_short_is_not_minutes_cut_short() -> None:
    cut = CUT.replace("minutes text", "agenda text")
    paper = read_page(meeting_page(row("54.", "Roof", word("To hear.", cut), part("Minutes:", "Said."))))
    assert outline(paper.meetings[0]) == [("54", None, 0, False)]
    assert words(paper, item(paper, "54"), SectionKind.AGENDA)[1].endswith("Mr Ash spoke of the roof")


def test_a_recorded_vote_is_kept_and_decides_nothing() -> None:
    vote = vote_table("Roof: Resolution 1", "Carried")
    paper = read_page(
        meeting_page(row("54.", "Roof", part("Minutes:", "RESOLVED that it be mended.", "End."), vote))
    )
    last = item(paper, "54").sections[-1]
    assert (last.kind, last.heading) == (SectionKind.DISCUSSION, "Recorded Vote")
    assert paper.document.slice(last.span).endswith("Roof: Resolution 1\tResolution\t\tCarried")
    assert len(item(paper, "54").decisions) == 1


@pytest.mark.parametrize(
    ("sitting", "above"),
    [
        ("CANCELLED, Cabinet - Monday 5 March 2018", ""),
        ("Cabinet - Monday 5 March 2018 6.00 pm - Cancelled", ""),
        (
            "Cabinet - Monday 5 March 2018",
            '<p class="mgMeetingCancelled">This meeting has been cancelled</p>',
        ),
        ("Cabinet - Monday 5 March 2018", "<p>CANCELLED</p>"),
        (
            "Cabinet - Monday 5 March 2018",
            '<p><span class="mgLabel">Note: </span>The meeting was cancelled.</p>',
        ),
    ],
)
def test_a_cancelled_meeting_stays_in_the_record(sitting: str, above: str) -> None:
    meeting = read_page(
        page("Agenda", sitting, f"{above}<p>No documents are available for this meeting</p>")
    ).meetings[0]
    assert (meeting.body, meeting.date, meeting.cancelled, meeting.items) == (
        "Cabinet", dt.date(2018, 3, 5), True, (),
    )  # fmt: skip


def test_a_meeting_that_speaks_of_cancelling_is_not_cancelled() -> None:
    above = "<p>The meeting of 2 March was cancelled because of snow.</p>"
    assert not read_page(meeting_page(row("1.", "A"), above=above)).meetings[0].cancelled


def test_an_items_page_states_neither_meeting_nor_number() -> None:
    paper = read_page(
        page("Agenda item", "Bins", part("Minutes:", "Full.") + part("Decision", "To note it."))
    )
    check(paper)
    meeting = paper.meetings[0]
    assert (paper.kind, meeting.body, meeting.date) == (PaperKind.ITEM_PAGE, None, None)
    assert [(each.number, each.title, len(each.decisions)) for each in meeting.items] == [(None, "Bins", 1)]
    assert paper.warnings == ("The page states no date, body or item number; they are left unknown.",)


def test_an_attendance_page_has_people_and_no_items() -> None:
    rows = "".join(
        f"<tr><td>{name}</td><td>{role}</td><td>{came}</td></tr>"
        for name, role, came in (
            ("Councillor Bo Elm", "Vice-Chair", "Present, as expected"),
            ("Councillor Ann Ash", "Chair", "Present"),
            ("Councillor Cy Oak", "Member", "Apologies"),
            ("Councillor Di Fir", "Member", "Absent"),
            ("Eve Yew", "Officer", "In attendance"),
        )
    )
    table = f'<table summary="Table of meeting attendance">{rows}</table>'
    paper = read_page(page("Meeting attendance", "Monday, 5 March 2018 6.15 pm, Council", table))
    check(paper)
    meeting = paper.meetings[0]
    assert (paper.kind, meeting.body, meeting.date, meeting.items) == (
        PaperKind.ATTENDANCE, "Council", dt.date(2018, 3, 5), (),
    )  # fmt: skip
    assert (meeting.chair, meeting.present, meeting.apologies) == (
        "Councillor Ann Ash", ("Councillor Bo Elm", "Councillor Ann Ash"), ("Councillor Cy Oak",),
    )  # fmt: skip


def test_a_decisions_page() -> None:
    label = '<p><span  class="mgLabel" >{}: </span>{}</p>'
    paper = read_page(
        page(
            "Decision details",
            "Roof of the Dovecote",
            label.format("Decision Maker", '<a href="mgCommitteeDetails.aspx?ID=7">Cabinet</a>')
            + '<h3  class="mgSubSubTitleTxt" >Decision:</h3>' + word("1. To mend it.", "2. To thank him.")
            + '<h3  class="mgSubSubTitleTxt" >Reasons for the decision:</h3>' + word("It leaks.")
            + label.format("Date of decision", "05/03/2018"),
        )
    )  # fmt: skip
    check(paper)
    meeting = paper.meetings[0]
    assert (paper.kind, meeting.body, meeting.date) == (PaperKind.DECISIONS, "Cabinet", dt.date(2018, 3, 5))
    assert [each.text for each in meeting.items[0].decisions] == ["To mend it.", "To thank him."]
    assert words(paper, meeting.items[0], SectionKind.DISCUSSION) == ["It leaks."]


def test_a_web_service_answer() -> None:
    resolved = ("RESOLVED:", "(1)&nbsp;to mend the roof;", "(2)&nbsp;to thank Mr Ash.")
    said = {
        "agendaitemtitle": "Roof",
        "agendaitemnumber": 5,
        "fulldisplaynumberformat": "54.",
        "decisionnonemptyhtmlbody": word(*resolved),
        "minutesnonemptyhtmlbody": word("He spoke.", *resolved),
    }
    shut = {
        "fulldisplaynumberformat": "55.",
        "agendaitemnumber": 6,
        "isrestricted": True,
        "agendaitemtitle": "Quince",
    }
    linked = ({"title": "Survey", "committeetitle": "Cabinet"}, {"title": "Quince", "isrestricted": True})
    person = '<attendee name="Councillor Ann Ash" roledescription="Chair" attendance="Present, as expected"/>'
    paper = read_answer(answer(answer_item(said, *linked), answer_item(shut), attendees=person))
    check(paper)
    meeting = paper.meetings[0]
    assert (paper.kind, paper.warnings) == (PaperKind.AGENDA_AND_MINUTES, ())
    assert (meeting.body, meeting.date, meeting.time, meeting.venue, meeting.chair, meeting.present) == (
        "Cabinet", dt.date(2018, 3, 5), dt.time(14, 30), "Moot Hall", "Councillor Ann Ash", ("Councillor Ann Ash",),
    )  # fmt: skip
    assert outline(meeting) == [("54", "5", 2, False), ("55", "6", 0, False)]
    first, second = meeting.items
    assert (first.has_report, first.withheld, first.restricted) == (True, 1, False)
    assert (second.title, second.restricted, second.sections[0].kind) == (
        "Not open to the public", True, SectionKind.AGENDA,
    )  # fmt: skip
    assert "Quince" not in paper.document.text


def test_a_called_off_answer_without_items() -> None:
    meeting = read_answer(answer(meetingstatus="Cancelled")).meetings[0]
    assert (meeting.date, meeting.cancelled, meeting.items) == (dt.date(2018, 3, 5), True, ())


def test_papers_listed_below_an_item_are_no_section() -> None:
    paper = read_page(meeting_page(row("5.", "Bins", papers("Annex 1"), part("Minutes:", "Full."))))
    assert [paper.document.slice(each.span) for each in item(paper, "5").sections] == ["Bins", "Full."]
    assert item(paper, "5").has_report
