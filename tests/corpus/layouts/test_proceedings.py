"""Minutes of motions proposed, seconded and resolved, in papers of our own."""

from __future__ import annotations

import datetime as dt
import tarfile
from pathlib import Path

import pytest
from papers import check, item, read, shared, words

from corpus.extract import extract
from corpus.formats.markdown import markdown_to_text
from corpus.models import Document, Paper, PaperKind, SectionKind
from corpus.read import read_paper

HEAD = """MINUTES OF PROCEEDINGS AT SPECIAL MEETING OF THE MUNICIPAL DISTRICT OF MOOT-ELM HELD IN THE
COUNCIL CHAMBER, MOOT HALL, MOOT, ON MONDAY, 5TH MARCH, 2018, AT 2.30 P.M.

PRESENT IN THE CHAIR: Councillor A. Ash, Cathaoirleach.

MEMBERS PRESENT:

Councillors Elm, Oak (J), Oak (M), O’Yew, Ó Ceallaigh and Rowan.

Apologies for their inability to attend were received from Councillors Fir and Lime (K).

OFFICIALS IN ATTENDANCE:

Director of Services (Mr. B. Thorn), Engineer (Ms. C. Bramble).

"""
BODY = """Votes of Sympathy

Sympathy was extended to the family of a former Member of the District on their sad bereavement in winter.

1. Adoption of Minutes

Circulated, copy of draft Minutes of Meeting held on 5th February, 2018.

Proposed by Councillor Elm;
Seconded by Councillor Oak (J);
And Resolved:

“That, the draft Minutes, as circulated, be taken as read.”

Councillor Rowan asked about the gate. The Director agreed to look at it. It was agreed to write to the owner.

2. Roads

(a) Circulated, report of the Engineer on the lane.

The report was noted by the Members.

(b) The Members were told that a grant had been approved by the Department.

On the proposal of Councillor Elm, seconded by Councillor O’Yew, it was agreed to allocate the following:

• Lane\t€5,000
• Gate\t€700

QUESTIONS

3. Question submitted by Councillor Rowan

I will ask at the next Meeting when the gate will be mended.

REPLY: The works were approved in May and will be carried out in June.

4. Notice of Motion submitted by Councillor Elm

I will move that the pond be cleaned.

The Motion was put to a vote and was defeated.

This concluded the Meeting.

Signed: ______

Cathaoirleach
"""


def decided(paper: Paper, number: str | None) -> list[str]:
    return [decision.text for decision in item(paper, number).decisions]


def test_the_heading_and_who_was_there() -> None:
    paper = read(HEAD + BODY)
    meeting = paper.meetings[0]
    check(paper)
    assert paper.kind is PaperKind.MINUTES
    assert (meeting.body, meeting.date, meeting.time, meeting.venue) == (
        "Municipal District of Moot-Elm", dt.date(2018, 3, 5), dt.time(14, 30), "Council Chamber, Moot Hall, Moot",
    )  # fmt: skip
    assert meeting.chair == "Councillor A. Ash"
    assert meeting.present[1:] == (
        "Councillor Elm", "Councillor Oak (J)", "Councillor Oak (M)", "Councillor O’Yew", "Councillor Ó Ceallaigh",
        "Councillor Rowan",
    )  # fmt: skip
    assert meeting.apologies == ("Councillor Fir", "Councillor Lime (K)")
    assert paper.warnings == ()


def test_items_are_numbered_headings_and_headings_before_the_first() -> None:
    items = read(HEAD + BODY).meetings[0].items
    assert [(each.number, each.title) for each in items] == [
        (None, "Votes of Sympathy"),
        ("1", "Adoption of Minutes"),
        ("2", "Roads"),
        ("3", "Question submitted by Councillor Rowan"),
        ("4", "Notice of Motion submitted by Councillor Elm"),
    ]


def test_resolutions_and_sentences_that_settle_are_decisions() -> None:
    paper = read(HEAD + BODY)
    assert decided(paper, "1") == [
        "“That, the draft Minutes, as circulated, be taken as read.”",
        "It was agreed to write to the owner.",
    ]
    noted, allocated = decided(paper, "2")
    assert noted == "The report was noted by the Members."
    assert allocated.endswith("the following:\n\n• Lane\t€5,000\n• Gate\t€700")
    assert decided(paper, "3") == []
    assert decided(paper, "4") == ["The Motion was put to a vote and was defeated."]


def test_who_proposed_stands_in_the_discussion_just_before() -> None:
    paper = read(HEAD + BODY)
    before = words(paper, item(paper, "1"), SectionKind.DISCUSSION)[0]
    assert before.endswith("Proposed by Councillor Elm;\nSeconded by Councillor Oak (J);\nAnd Resolved:")


def test_a_list_within_an_item_opens_none() -> None:
    text = BODY.replace(
        "I will move that the pond be cleaned.",
        "1. Weeds, which grow.\n\n2. Frogs, which do not.\n\n3. Ducks.",
    )
    assert [each.number for each in read(HEAD + text).meetings[0].items] == [None, "1", "2", "3", "4"]


def test_items_taken_out_of_turn_keep_their_numbers() -> None:
    first, rest = BODY.split("2. Roads")
    text = first + "4. Notice of Motion submitted by Councillor Fir\n\nIt was deferred.\n\n2. Roads" + rest
    text = text.replace("4. Notice of Motion submitted by Councillor Elm", "5. Correspondence")
    assert [each.number for each in read(HEAD + text).meetings[0].items] == [None, "1", "4", "2", "3", "5"]


def test_a_meeting_of_one_matter_without_a_heading_is_one_item() -> None:
    paper = read(HEAD + "The Members paid tribute to a former Mayor.\n\nIt was agreed to send a wreath.\n")
    only = paper.meetings[0].items[0]
    assert (only.number, only.title, [each.text for each in only.decisions]) == (
        None,
        "Special Meeting",
        ["It was agreed to send a wreath."],
    )


@pytest.mark.parametrize(
    ("heading", "body", "date"),
    [
        ("MINUTES OF MEETING OF MOOT\n\nCOUNTY COUNCIL HELD IN MOOT ON FRIDAY, 6™ JUNE, 2014", "Moot County Council",
         dt.date(2014, 6, 6)),
        ("Minutes of the Meeting of Moot County Council’s Roads Committee held on Monday 1st May 2017",
         "Roads Committee", dt.date(2017, 5, 1)),
        ("MINUTES OF ELM AREA COMMITTEE MEETING HELD ON 7°” MAY, 2014, IN MOOT", "Elm Area Committee",
         dt.date(2014, 5, 7)),
        ("A meeting of the Arts Committee was held in Moot Hall on Tuesday 16th January, 2018 at 3pm.",
         "Arts Committee", dt.date(2018, 1, 16)),
        ("MINUTES OF PROCEEDINGS AT PLAN MEETING HELD IN MOOT ON MONDAY, 31ST APRIL, 2014", None, None),
    ],
)  # fmt: skip
def test_headings_in_other_words(heading: str, body: str | None, date: dt.date | None) -> None:
    paper = read(HEAD.replace(HEAD[: HEAD.index("PRESENT IN")], heading + "\n\n") + BODY)
    assert (paper.meetings[0].body, paper.meetings[0].date) == (body, date)
    assert (paper.warnings == ()) is (body is not None)


def test_an_irish_resolution() -> None:
    text = BODY.replace("And Resolved:", "agus glacadh leis:")
    assert decided(read(HEAD + text), "1")[0] == "“That, the draft Minutes, as circulated, be taken as read.”"


def test_a_scanned_page_says_so() -> None:
    page = "---\n*<small>Scanned page, text may contain errors.</small>*  \n\n" + HEAD + BODY
    found = markdown_to_text(page.replace("1. Adoption", "4. Adoption"))
    paper = read_paper(Document("m.md", found.text, found.page_starts, None, found.marks, found.ocr_pages))
    assert found.ocr_pages == (1,)
    assert [each.number for each in paper.meetings[0].items] == [
        None,
        None,
        "2",
        "3",
        "4",
    ]  # a 1 was read as 4


def test_every_paper_of_the_archive_is_read(tmp_path: Path) -> None:
    with tarfile.open(shared("real", "limerick", "limerick-minutes.tar.xz")) as archive:
        archive.extractall(tmp_path, filter="data")
    papers = [read_paper(extract(path, path.name)) for path in sorted(tmp_path.rglob("*.md"))]
    for paper in papers:
        check(paper)
    meetings = [paper.meetings[0] for paper in papers]
    assert {paper.kind for paper in papers} == {PaperKind.MINUTES}
    assert sum(meeting.date is not None for meeting in meetings) >= len(papers) - 1  # one names no year
    assert sum(meeting.body is not None for meeting in meetings) >= len(papers) - 1  # one names no body
    assert all(meeting.items for meeting in meetings)
