"""Items of minutes whose numbers and headings are not in order: in papers of our own."""

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


def test_a_question_without_a_heading_of_its_own_is_told_by_its_reply() -> None:
    text = """2. Roads

The Engineer spoke on the lanes of Moot.

Question submitted by Councillor Elm

3. What is the age of the gate on the lane.

REPLY It is old.

4. Has the Council found out why the pond at the end of the lane is always green in summer?

REPLY

It has not.
"""
    items = scanned(MINUTES + text)
    assert [each.number for each in items] == ["1", "2", "3", "4"]
    assert items[2].title == "What is the age of the gate on the lane."


def test_a_motion_far_out_of_turn_is_an_item() -> None:
    text = """2. Roads

The Members agreed to take item 19 next.

19. Notice of Motion submitted by Councillor Elm

I will move at the next Meeting that the pond be cleaned.

The Motion was agreed.
"""
    assert opened(MINUTES + text)[-1] == ("19", "Notice of Motion submitted by Councillor Elm")


def test_a_title_stops_where_the_motion_begins() -> None:
    text = "2. Notice of Motion submitted by Councillors Elm and Oak We will move at the next Meeting that it rain.\n"
    assert opened(MINUTES + text)[-1] == ("2", "Notice of Motion submitted by Councillors Elm and Oak")


def test_a_title_in_quotation_marks() -> None:
    assert opened(MINUTES + "2.\n\n“The Moot Gate”\n\nMr Fir spoke of it.\n")[-1] == ("2", "“The Moot Gate”")


def test_a_first_number_that_a_machine_misread_is_not_known() -> None:
    items = scanned(
        MINUTES.replace("1. ", "2 Fy ") + "2. Roads\n\nThe Engineer spoke on the lanes of Moot.\n"
    )
    assert [(each.number, each.title) for each in items] == [(None, "Adoption of Minutes"), ("2", "Roads")]


def test_numbers_within_a_quotation_open_nothing() -> None:
    text = """2. Roads

“We call for:

3. Gates

That are made of “oak”

4. Ponds

That are clean.”

3. Correspondence

The letters were noted by the Members.
"""
    assert opened(MINUTES + text) == [("1", "Adoption of Minutes"), ("2", "Roads"), ("3", "Correspondence")]


def test_headings_behind_the_last_number() -> None:
    text = """2. Notice of Motion submitted by Councillor Elm

I will move at the next Meeting that the pond be cleaned.

Demonstration of a Pump

The Engineer showed the Members a pump and told them how it might be of use in Moot.

CLERK’S ORDERS:

The register of orders made by the Clerk was open to the Members.
"""
    assert opened(MINUTES + text)[2:] == [(None, "Demonstration of a Pump"), (None, "CLERK’S ORDERS")]


def test_headings_below_the_last_number_are_its_own() -> None:
    text = """2. Roads

Resurfacing of Lanes

The Engineer told the Members which lanes of Moot would be resurfaced in the spring, as follows:

PLAN FOR THE LANES

The lane to the mill, in March, and in April the lane to the pond.
"""
    assert opened(MINUTES + text) == [("1", "Adoption of Minutes"), ("2", "Roads")]


def test_a_machine_sees_gaps_within_a_sentence() -> None:
    text = (
        "2. Roads\n\nOn the proposal of Councillor Elm, who asked about it in May, seconded by Councillor Oak, it\n\n"
        "was agreed to mend the gate.\n"
    )
    assert scanned(MINUTES + text)[1].decisions[0].text.endswith("it was agreed to mend the gate.")


def test_a_question_asked_in_so_many_words_is_an_item_though_its_number_was_misread() -> None:
    text = "2. I will ask when the gate is mended.\n\nREPLY In May.\n\n2. ! will ask who pays.\n\nREPLY The Council.\n"
    assert [each.number for each in scanned(MINUTES + text)] == ["1", "2", "2"]


def test_headings_of_a_report_read_out_open_nothing() -> None:
    report = """It was agreed that the report be read into the Minutes as follows:

**Introduction**

“The Council met in May and the Members were told of the gates of Moot, old and new, as here.

**1. Gates**

They are of “good oak”

**2. Ponds**

The pond is green.”

The Members thanked the Clerk.
"""
    found = markdown_to_text(HEAD + report)
    paper = read_paper(Document("m.md", found.text, found.page_starts, None, found.marks))
    assert [each.number for each in paper.meetings[0].items] == [None]
    assert paper.meetings[0].items[0].title == "Meeting"


def test_a_heading_stops_where_a_sentence_is_joined_to_it() -> None:
    text = (
        "2. Presentation on the Gate and Ponds of Moot The Mayor welcomed Mr Fir, who spoke at length of the gate, of "
        "its age, of the oak that it is made of, and of the green pond beside it.\n"
    )
    assert opened(MINUTES + text)[-1] == ("2", "Presentation on the Gate and Ponds of Moot")


def test_names_in_a_list_head_nothing() -> None:
    text = (
        "The Members stood in silence for these:\n\nAnn Fir, Mill Lane.\n\nBen Yew, Gate Lane\n\n"
        "The Members also spoke of the late Clerk of the old Council, and of the years that he had been in Moot.\n\n"
    )
    assert opened(text + MINUTES) == [("1", "Adoption of Minutes")]


def test_a_signed_letter_near_the_end_does_not_end_the_business() -> None:
    text = """The Mayor read the letter that called the Meeting:

“We call a Meeting on the gate.”

Signed: Councillors Elm and Oak.

The Engineer told the Members that the gate was old, that it had been mended in May, and that there was no oak left
to mend it again before the winter.

It was agreed to write to the owner.

Signed: ____
"""
    items = read(HEAD + text).meetings[0].items
    assert [each.text for each in items[0].decisions] == ["It was agreed to write to the owner."]


def test_what_is_joined_to_a_heading_is_business() -> None:
    text = (
        "2. Presentation on the Gate and Ponds of Moot The Mayor welcomed Mr Fir, who spoke at length of the gate and "
        "of the green pond. It was agreed to thank him for all that he had said of them.\n"
    )
    item = read(HEAD + MINUTES + text).meetings[0].items[-1]
    assert [each.text for each in item.decisions] == [
        "It was agreed to thank him for all that he had said of them."
    ]


def test_a_motion_is_told_by_its_words_though_its_heading_is_garbled() -> None:
    text = "2. Roads\n\nThe lanes were discussed.\n\nuestion submitt Councillor Elm\n\n! will ask who pays.\n"
    assert scanned(MINUTES + text)[-1].title == "uestion submitt Councillor Elm"


def test_a_number_below_a_sentence_is_no_figure_of_it() -> None:
    text = "2. Roads\n\nThe Engineer spoke of the lanes of Moot, as he had in 2016.\n\n3\n\nPonds\n"
    found = markdown_to_text("---\n\n" + HEAD + MINUTES + text)
    assert "2016.\n\n3" in found.text
