"""The places a question names bind: a passage stands in them, or says so itself."""

import datetime as dt
from dataclasses import replace

import pytest

from corpus.models import SectionKind
from index.models import Filters, Passage
from rag.retrieval.bounds import bounds_of, is_item
from rag.understanding.question import read_question

OTHER = "Quay and Ferries Panel"
JUNE = dt.date(2018, 6, 13)


DECISION, RECOMMENDED = SectionKind.DECISION, SectionKind.RECOMMENDATION


def allows(make, question: str, passage: Passage, *also: Passage) -> bool:
    library = make.library({}, (passage, *also), bodies=("Harbour Scrutiny Committee", OTHER))
    return bounds_of(library, make.asked(question, library), Filters()).allow(passage)


@pytest.mark.parametrize(
    ("question", "text", "more", "allowed"),
    [
        # dates: of the meeting
        ("What was decided on 17 July 2019?", "Lamps.", {}, True),
        ("What was decided in July 2019?", "Lamps.", {}, True),
        ("What was decided in 2019?", "Lamps.", {}, True),
        ("What was decided since 2018?", "Lamps.", {}, True),
        ("What was decided before July 2019?", "Lamps.", {}, False),
        ("What was decided on 18 July 2019?", "Lamps.", {}, False),
        ("What was decided in 2018?", "Lamps of 13 June 2018.", {}, False),  # only that year's meetings decided
        ("What was decided in July 2019?", "Lamps.", {"date": None}, False),
        # dates: past all that is held, by the words that name them
        ("How many lamps will be out after 2032?", "By 2032 nine lamps.", {}, True),
        ("How many lamps will be out after 2032?", "Nine lamps.", {}, False),
        ("What was decided after 2032?", "By 2032 nine lamps.", {}, False),
        ("How many lamps were out in the November 2024-25 survey?", "Nine lamps.", {}, True),
        # dates: from a day on, by the words that name it
        ("How many lamps will there be from September 2019?", "Nine from September 2019.", {}, True),
        ("What was decided since September 2019?", "Nine from September 2019.", {}, False),
        # dates: of several years, by one of them or a run of them
        ("How many lamps will there be between 2029 and 2032?", "By 2027-28\tBetween 2029-32\t2033", {}, True),
        ("How many lamps will there be between 2029 and 2032?", "Nine in 2030/31.", {}, True),
        ("How many lamps will there be between 2029 and 2032?", "Nine by 2027-28.", {}, False),
        ("How many lamps are planned from 2029 to 2032?", "Nine in 2033.", {}, False),
        # dates: of a month just behind the meeting, without its year
        ("Who went to the lamp fair in May 2019?", "On 12th May Mr Ash went to the fair.", {}, True),
        ("Who went to the lamp fair in May 2019?", "In early May Mr Ash went to the fair.", {}, True),
        ("Who went to the lamp fair on 12 May 2019?", "On 12th May Mr Ash went to the fair.", {}, True),
        ("Who went to the lamp fair on 13 May 2019?", "On 12th May Mr Ash went to the fair.", {}, False),
        ("Who went to the lamp fair in May 2018?", "On 12th May Mr Ash went to the fair.", {}, False),
        ("What was decided in May 2019?", "On 12th May the lamps were lit.", {}, False),
        # dates: likewise just ahead of it
        ("When is the lamp survey, closing 12 August 2019, to be read?", "It closes on 12 August.", {}, True),
        ("When is the lamp survey, closing 13 August 2019, to be read?", "It closes on 12 August.", {}, False),
        ("When is the lamp survey, closing 12 August 2020, to be read?", "It closes on 12 August.", {}, False),
        # dates: of a thing that is somebody's
        ("Who proposed adopting the Council's 2018 accounts?", "The accounts of 2018.", {}, True),
        ("Who proposed the Council's July 2018 resolution?", "The accounts of July 2018.", {}, False),
        ("Who proposed it after inspectors went to Eastmere in June 2018?", "Their visit of June 2018.", {}, False),
        ("What was found when inspectors went to Eastmere in June 2018?", "Their visit of June 2018.", {}, True),
        ("What went to the Harbour Committee in June 2018?", "Their visit of June 2018.", {}, False),
        # dates: when it was put what became of is asked
        ("Have the lamps that were asked for in June 2018 been lit?", "Lamps.", {}, True),
        ("Have the lamps that were asked for in June 2018 been lit?", "Lamps.", {"date": None}, True),
        ("Have the lamps that were asked for in May 2020 been lit?", "Lamps.", {}, False),
        ("Were lamps asked for in June 2018?", "Lamps.", {}, False),
        # dates: in words
        ("How many lamps were out in 2018?", "In 2018 nine lamps were out.", {}, True),
        ("How many lamps were out on 13 June 2018?", "Nine on 13 June 2018.", {}, True),
        ("How many lamps were out in 2018?", "Nine lamps were out.", {}, False),
        ("How many lamps were out in 2017?", "In 2018 nine lamps were out.", {}, False),
        # items
        ("What about item 27?", "Lamps.", {}, True),
        ("What about item 5?", "Lamps.", {}, True),  # its agenda number
        ("What about item 28?", "Lamps.", {}, False),
        ("What about item 28?", "As item 28 says.", {}, False),
        ("What about HSC/18/55?", "The minute HSC/18/55 was read.", {}, True),
        ("What about hsc/18/55?", "Lamps.", {"item": "HSC/18/55"}, True),
        ("What about items 28 and 27?", "Lamps.", {}, True),
        # bodies
        ("What did the Harbour Scrutiny Committee say?", "Lamps.", {}, True),
        ("What did the harbour committee say?", "Lamps.", {}, True),
        ("What did the Quayside Council Harbour Committee say?", "Lamps.", {}, True),
        ("What did the Ferries Panel say?", "Lamps.", {}, False),
        ("What did the Ferries Panel say?", "Lamps.", {"body": OTHER}, True),
        ("What did the Ferries Panel say?", "The Ferries Panel met.", {}, True),
        ("What did the committee say?", "Lamps.", {}, True),
        ("What did the panel say?", "Lamps.", {}, False),
        ("What did the panel say?", "Lamps.", {"body": None}, True),  # whose paper it is, it does not say
        ("What did the Ferries Panel say?", "Lamps.", {"body": None}, False),
        ("The Ferries Panel asked for lamps in June 2018. Have they come?", "Lamps.", {}, True),
        ("The Ferries Panel asked for lamps in June 2020. Have they come?", "Lamps.", {}, False),
        # a body that is not held
        ("What did the Planning Committee say?", "Lamps.", {}, False),
        ("What did the Planning Committee say?", "It went to the Planning Committee.", {}, True),
        ("What did the Planning Committee say?", "The committee heard that lamps were planned.", {}, False),
        ("What did the Fog Subgroup say?", "It went to the Fog Sub-Group.", {}, True),
        ("What did the Fog Subgroup want?", "A lamp.", {"section": "Report of the Fog Subgroup"}, True),
        ("What did the Fog Subgroup want?", "A lamp.", {"section": "Report of the Ferries Subgroup"}, False),
        ("What did the Fog and Rain Board say?", "It went to the Board for Fog and Rain.", {}, True),
        ("What did the Quayside Council Planning Committee say?", "Lamps.", {}, False),
        ("How often does the Fog sub committee meet?", "The Fog Sub-Committee meets in May.", {}, True),
        ("How often does the Harbour Fog Subgroup meet?", "The Fog Subgroup meets in May.", {}, True),
        ("How often does the Marsh Fog Subgroup meet?", "The Fog Subgroup meets in May.", {}, False),
        ("How often does the Harbour Fog Subgroup meet?", "The subgroup meets on all days of fog.", {}, False),
        # what a body decided is what is minuted of it, or what others say that it decided
        ("What did Full Council decide?", "To ask Full Council to agree.", {"kind": DECISION}, False),
        ("What did Full Council decide?", "To recommend it to Full Council.", {"kind": RECOMMENDED}, False),
        ("What did Full Council decide?", "It would go to Full Council.", {}, False),
        ("What did Full Council decide?", "Full Council had agreed the fees.", {}, True),
        ("What did the Fog Board decide?", "The fog board was told of it.", {}, False),
        ("What did the Fog Board decide?", "The Fog Board had rejected it.", {}, True),
        ("What did the Ferries Panel decide?", "The Ferries Panel to decide.", {"kind": DECISION}, False),
        # a month without a year
        ("How many lamps were out in March?", "Nine in March.", {}, True),
        ("How many lamps were out in March?", "Nine in May.", {}, False),
        ("How many lamps were out in July?", "Nine.", {}, True),  # of a meeting in July
        # references of officers' decisions
        ("What about 24-00096?", "Decision 24/00096 was called in.", {}, True),
        ("What about 24/00096?", "Lamps.", {"title": "24/00096 - Lamps"}, True),
        ("What about 24/00096?", "Lamps.", {}, False),
        # another council
        ("What did Westhaven Town Council say?", "The westhaven council wrote.", {}, True),
        ("What did Westhaven Town Council say?", "The westhaven council asks.", {"kind": DECISION}, False),
        # another place, of which papers tell
        ("How many of greater Dublin's lamps are out?", "Nine lamps are out in Dublin.", {}, True),
        ("How many of Dublin's lamps are out?", "Nine boats came from Dublin.", {}, False),
        ("How many of Dublin's councillors came?", "Nine came from Dublin.", {}, False),
        ("How many of Dublin's city councillors came?", "Nine came from Dublin.", {}, False),
        ("How many lamps does Dublin light?", "Nine lamps are out in Dublin.", {}, False),
    ],
)  # fmt: skip
def test_bounds(make, question: str, text: str, more: dict[str, object], allowed: bool) -> None:
    assert allows(make, question, make.passage(text, **more)) is allowed


@pytest.mark.parametrize(
    ("question", "text", "allowed"),
    [
        ("Which lamps were lit over the last 12 months?", "Nine over the past year.", True),
        ("Which lamps were lit over the last 12 months?", "Nine over the past month.", False),
        ("Which lamps were lit over the last 12 months?", "Nine were lit.", False),
        ("What was decided over the last 12 months?", "Nine over the past year.", False),
    ],
)
def test_a_stretch_up_to_the_newest_or_told_of_by_an_older_paper(
    make, question: str, text: str, allowed: bool
) -> None:
    newest = make.passage("Bins.", document="new.txt", date=dt.date(2021, 5, 4))
    assert allows(make, question, make.passage(text, date=JUNE), newest) is allowed


def test_a_paper_without_items_that_names_the_time_elsewhere_is_of_it(make) -> None:
    one, other = (
        make.passage(text, item_key=None, start=at) for text, at in (("In 2018.", 0), ("Nine lamps.", 9))
    )
    question = "How many lamps were out in 2018?"
    assert allows(make, question, other, one)
    assert not allows(make, question, replace(other, item_key="july.txt#1"), one)


def test_an_item_that_names_the_time_elsewhere_is_of_it(make) -> None:
    one, other = make.passage("In 2018 we counted."), make.passage("Nine lamps were out.", start=100)
    assert allows(make, "How many lamps were out in 2018?", other, one)


@pytest.mark.parametrize(
    ("question", "allowed"),
    [
        ("What lamps were suggested for the Ferries Panel to look at?", True),
        ("How many lamps did somebody recommend to the Fog and Rain Panel?", True),
        ("When will there be a Rain Panel?", True),
        ("What did the Ferries Panel say of lamps?", False),
        ("How many lamps were counted at the Ferries Panel?", False),
        ("How many lamps were counted in the Ferries Panel's May minutes?", False),
        ("Who chaired the Rain Panel?", False),
        ("When will there be a Snow Panel?", False),
    ],
)
def test_an_item_that_names_a_body_elsewhere_tells_of_it(make, question: str, allowed: bool) -> None:
    words = "The Fog and Rain Panel and the Quay and Ferries Panel were named."
    one, other = make.passage(words), make.passage("Nine lamps were lit.", start=100)
    assert allows(make, question, other, one) is allowed


def test_what_stands_far_off_or_names_another_body_is_not_of_it(make) -> None:
    named = make.passage("The Rain Panel was named.")
    question = "What lamps were suggested for the Rain Panel?"
    assert allows(make, question, make.passage("Nine lamps.", start=1_900), named)
    assert not allows(make, question, make.passage("Nine lamps.", start=2_100), named)
    assert not allows(make, question, make.passage("Nine lamps went to the Snow Panel.", start=100), named)


def test_a_row_of_an_item_names_the_body_itself(make) -> None:
    named = make.passage("Lamps\tFor the Rain Panel", kind=SectionKind.WORK_PROGRAMME)
    other = make.passage("Boats\tFor nobody", kind=SectionKind.WORK_PROGRAMME, start=100)
    question = "Which papers are there for the Rain Panel?"
    assert allows(make, question, named, other)
    assert not allows(make, question, other, named)


@pytest.mark.parametrize(
    "question", ["What does the report on 24/00096 recommend?", "Lamps (24-00096): why?"]
)
def test_a_reference_is_of_all_papers_of_the_matter(make, question: str) -> None:
    same = {"matter": "minutes.txt#1.7", "title": "Lamps"}
    report = make.passage("Nine lamps.", document="report.txt", item=None, **same)
    minutes = make.passage("Agreed.", document="minutes.txt", **(same | {"title": "24/00096 - Lamps"}))
    assert allows(make, question, report, minutes)
    assert not allows(make, question, replace(report, matter=None), minutes)
    library = make.library({}, (report, minutes))
    bounds = bounds_of(library, make.asked(question, library), Filters())
    assert Filters(body=report.body, date_from=report.date, date_to=report.date, item="27") in bounds.narrow(
        Filters()
    )


@pytest.mark.parametrize(
    ("question", "allowed"),
    [
        ("What does Appendix B set out about lamps?", True),
        ("What does annex c set out about lamps?", True),
        ("What does Appendix D set out about lamps?", False),
        ("What does an appendix set out about lamps?", True),
    ],
)
def test_an_appendix_is_of_the_items_that_name_it(make, question: str, allowed: bool) -> None:
    lamps = make.passage("Nine lamps were lit.", item_key="a.txt#1", start=100)
    listed = make.passage("Appendices A to C are attached.", item_key="a.txt#1")
    other = make.passage("Appendix D is of boats.", item_key="a.txt#2", start=200)
    assert allows(make, question, lamps, listed, other) is allowed


def test_a_paper_of_its_own_may_be_an_appendix(make) -> None:
    paper = make.passage("Nine lamps were lit.", document="Appendix D - Lamps.pdf", item=None)
    assert allows(make, "What does Appendix D say of lamps?", paper)


def test_the_filters_are_narrowed_by_each_time_and_item(make) -> None:
    question = read_question("What about items 27 and 28 in July 2019?")
    bounds = bounds_of(make.library({}), question, Filters())
    july = (dt.date(2019, 7, 1), dt.date(2019, 7, 31))
    assert bounds.narrow(Filters(body="Harbour")) == [
        Filters(body="Harbour", date_from=july[0], date_to=july[1], item="27"),
        Filters(body="Harbour", date_from=july[0], date_to=july[1], item="28"),
    ]
    within = Filters(date_from=dt.date(2019, 7, 10), date_to=dt.date(2020, 1, 1), item="27")
    assert bounds.narrow(within)[1] == Filters(date_from=dt.date(2019, 7, 10), date_to=july[1], item="27")
    assert bounds_of(make.library({}), read_question("lamps"), Filters()).narrow(Filters()) == []


def test_few_items_that_name_the_time_are_looked_into(make) -> None:
    told = make.passage("The July 2031 meeting will be held on 18 July 2031.", item="3", item_key="a.txt#1")
    library = make.library({}, (told, make.passage("Lamps.", start=100)))
    bounds = bounds_of(library, make.asked("When is the July 2031 meeting to be held?", library), Filters())
    assert Filters(document="july.txt", item="3") in bounds.narrow(Filters())
    many = [replace(told, item=str(number), item_key=f"a.txt#{number}") for number in range(1, 9)]
    library = make.library({}, many)
    bounds = bounds_of(library, make.asked("When is the July 2031 meeting to be held?", library), Filters())
    assert not [each for each in bounds.narrow(Filters()) if each.item]


def test_the_filters_are_narrowed_by_the_bodies_named(make) -> None:
    library = make.library({}, bodies=("Harbour Scrutiny Committee", OTHER, "Cabinet", "Board A", "Board B"))
    bounds = bounds_of(library, make.asked("What did Cabinet say of item 27?", library), Filters())
    assert bounds.narrow(Filters()) == [Filters(body="Cabinet", item="27")]
    assert bounds.narrow(Filters(body="Quay")) == [Filters(body="Quay", item="27")]


def test_an_item_by_number_or_reference(make) -> None:
    assert is_item(make.passage("x", item="21/50"), "21/50")
    assert is_item(make.passage("x", agenda_number="5a"), "5A")
    assert not is_item(make.passage("item 28"), "28")
    assert is_item(make.passage("see ABC/1", kind=SectionKind.REPORT, item=None), "abc/1")


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("Noting the resolution of Council to endorse the bid, it was agreed.", True),
        ("Full Council had approved the bid.", True),
        ("Westhaven Town Council had approved the bid.", False),
        ("The council had approved the bid.", False),
        ("Council Tax was set.", False),
    ],
)
def test_others_papers_tell_what_full_council_did(make, text: str, allowed: bool) -> None:
    assert allows(make, "Did full Council approve the bid?", make.passage(text)) is allowed
