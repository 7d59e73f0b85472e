"""Which headings open items where numbers are lettered, printed twice, joined to words or lacking."""

from __future__ import annotations

from papers import read

from corpus.formats.markdown import markdown_to_text
from corpus.models import AgendaItem, Document
from corpus.read import read_paper

HEAD = """MINUTES OF MEETING OF MOOT COUNTY COUNCIL HELD IN MOOT ON MONDAY, 5TH MARCH, 2018, AT 2.30 P.M.

PRESENT IN THE CHAIR: Councillor A. Ash, Mayor.

MEMBERS PRESENT:

Councillors Elm and Oak.

"""
MINUTES = """1. Adoption of Minutes

Proposed by Councillor Elm; Seconded by Councillor Oak; And Resolved: “That, the minutes be adopted.”

"""
SCAN = "---\n*<small>Scanned page, text may contain errors.</small>*  \n\n"


def opened(text: str) -> list[tuple[str | None, str]]:
    return [(each.number, each.title) for each in read(HEAD + text).meetings[0].items]


def scanned(text: str) -> tuple[AgendaItem, ...]:
    found = markdown_to_text(SCAN + HEAD + text)
    document = Document("m.md", found.text, found.page_starts, None, found.marks, found.ocr_pages)
    return read_paper(document).meetings[0].items


ROADS = "The Engineer stated that the lanes of Moot were old.\n\nIt was agreed to mend the lane of the old mill.\n\n"


def test_a_motion_below_a_heading_is_its_business_where_no_number_lacks() -> None:
    motion = "Notice of Motion submitted by Councillor Elm\n\nI will move that the pond be cleaned.\n\n"
    text = "2. Planning and Environment\n\nThe Engineer spoke.\n\n" + motion + "3. Roads\n\n" + ROADS
    assert [each.number for each in scanned(MINUTES + text)] == ["1", "2", "3"]
    lost = "2. Planning and Environment\n\nThe Engineer spoke.\n\n" + motion + "4. Roads\n\n" + ROADS
    assert [each.number for each in scanned(MINUTES + lost)] == ["1", "2", None, "4"]
    grouped = "2. Planning\n\nThe Engineer spoke.\n\nNOTICES OF MOTION\n\n" + motion + "3. Roads\n\n" + ROADS
    assert [each.number for each in scanned(MINUTES + grouped)] == ["1", "2", None, "3"]


def test_the_only_matter_may_be_a_part_of_a_number() -> None:
    text = (
        "6(d) Proposed Moot Area Plan\n\n"
        + ROADS
        + "1.\n\nCouncillor Elm proposed two changes to the plan as follows"
    )
    assert opened(text + "\n\nThe first was of the pond.\n\n") == [("6D", "Proposed Moot Area Plan")]


def test_an_item_printed_without_a_space() -> None:
    assert opened("Item1.\n\nAdoption of Minutes\n\n" + ROADS + "Item2. Roads\n\n" + ROADS) == [
        ("1", "Adoption of Minutes"),
        ("2", "Roads"),
    ]


def test_a_number_printed_twice_by_slip() -> None:
    text = MINUTES + "2. Roads\n\n" + ROADS + "3. Ponds\n\n" + ROADS + "3. A.O.B.\n\n" + ROADS
    assert opened(text)[2:] == [("3", "Ponds"), ("3", "A.O.B.")]


def test_capitals_that_end_in_a_colon_behind_the_last_number() -> None:
    text = (
        MINUTES
        + "2. Roads\n\n"
        + ROADS
        + "CLERK'S ORDERS:\n\nThe Orders of the Clerk were noted by the Members.\n\n"
    )
    assert opened(text)[2:] == [(None, "CLERK'S ORDERS")]


def test_a_usual_heading_right_below_those_who_came() -> None:
    text = (
        "Matters Arising\n\nThe Chairman observed that the pond was full.\n\nIt was agreed to drain it.\n\n"
    )
    for items in (opened(text + MINUTES), [(each.number, each.title) for each in scanned(text + MINUTES)]):
        assert items == [(None, "Matters Arising"), ("1", "Adoption of Minutes")]
