"""A refusal says why, and what is held."""

import datetime as dt

import pytest

from index.models import Coverage, Filters
from rag.answering.places import say_coverage, say_date, say_item
from rag.answering.refuse import REFUSAL, nearest_items, say_refusal
from rag.retrieval.retrieve import Candidate
from rag.understanding.question import read_question

HELD = "Held: 1 meeting of 1 body, 17 July 2019."


def refusal(make, question: str, filters: Filters = Filters()) -> str:
    library = make.library({}, (make.passage("Lamps."),))
    return say_refusal(library, make.asked(question, library), filters)


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("Is there a ski slope?", ""),
        ("What about item 27?", ""),
        ("What about item 99?", "No item 99 is held."),
        ("What about items 98 and 99?", "No item 98 is held. No item 99 is held."),
        ("What was decided on 18 July 2019?", "No meeting of 18 July 2019 is held."),
        ("What was decided in 2018?", "No meeting in the time asked about (2018) is held."),
        ("What was decided in July 2019?", ""),
        ("How many lamps were out in 2018?", ""),  # a paper of any meeting may tell
        ("What did the Planning Committee say?", "No papers of Planning Committee are held."),
        ("What did the Harbour Committee say?", ""),
    ],
)
def test_a_refusal_names_what_is_not_held(make, question: str, reason: str) -> None:
    assert refusal(make, question) == " ".join(filter(None, [REFUSAL, reason, HELD]))


def test_a_reference_in_a_title_is_held(make) -> None:
    library = make.library({}, (make.passage("Lamps.", title="24/00096 - Lamps"),))
    for question in ("What does Appendix D of 24/00096 say?", "What about 24-00096?"):
        assert say_refusal(library, make.asked(question, library), Filters()) == f"{REFUSAL} {HELD}"


def test_filters_that_match_nothing(make) -> None:
    text = refusal(make, "lamps?", Filters(body="Planning"))
    told = "No body called “Planning” is held; held: Harbour Scrutiny Committee."
    assert text == f"{REFUSAL} {told} {HELD}"
    text = refusal(make, "lamps?", Filters(body="Harbor  \n Scrutny"))
    assert "“Harbor Scrutny” is held; the nearest by name: Harbour Scrutiny Committee." in text


def test_each_filter_that_fits_nothing_is_named(sample) -> None:
    asked = Filters(
        body="nosuch", council="Leeds", item="999", date_from=dt.date(1950, 1, 1), date_to=dt.date(1951, 1, 1)
    )
    text = say_refusal(sample.library, read_question("lamps?"), asked)
    for said in ("No body called “nosuch” is held; held: ", "No council called “Leeds” is held; held: ",
                 "No item 999 is held.", "No meeting in the time set is held."):  # fmt: skip
        assert said in text
    bodies = sample.library.coverage().bodies
    apart = next(
        (each for each in sample.library.meetings() if each.date and each.body and each.body != bodies[0]),
        None,
    )
    assert apart is not None
    days = {meeting.date for meeting in sample.library.meetings(Filters(body=bodies[0]))}
    assert apart.date not in days
    text = say_refusal(
        sample.library,
        read_question("lamps?"),
        Filters(body=bodies[0], date_from=apart.date, date_to=apart.date),
    )
    assert "No paper held fits the filters set." in text


@pytest.mark.parametrize(
    ("coverage", "said"),
    [
        (
            Coverage(20, 14, ("A", "B", "C"), (), dt.date(2018, 1, 10), dt.date(2019, 6, 6), 0, 9),
            "14 meetings of 3 bodies, 10 January 2018 to 6 June 2019",
        ),
        (
            Coverage(3, 1, ("A",), (), dt.date(2018, 1, 10), dt.date(2018, 1, 10), 2, 9),
            "1 meeting of 1 body, 10 January 2018 and 2 undated papers",
        ),
        (Coverage(1, 0, (), (), None, None, 1, 9), "1 paper, of no dated meeting"),
        (Coverage(0, 0, (), (), None, None, 0, 0), "0 papers, of no dated meeting"),
        (Coverage(1200, 1100, (), (), None, None, 0, 9), "1,100 meetings"),
    ],
)
def test_coverage_in_words(coverage: Coverage, said: str) -> None:
    assert say_coverage(coverage) == said


def test_dates_and_items_in_words() -> None:
    assert say_date(dt.date(2019, 7, 3)) == "3 July 2019"
    assert say_item("27", " Youth\nJustice ") == "item 27, Youth Justice"
    assert say_item("27", None) == "item 27"
    assert say_item(None, None) is None


def test_the_nearest_items_each_once(make) -> None:
    passages = [
        make.passage("a"),
        make.passage("b"),
        make.passage("c", document="pack.txt", matter="m", item="5"),
        make.passage("d", document="page.txt", matter="m", item="27"),
        make.passage("e", item_key=None),
        make.passage("f", document="x.txt", title="Lamps"),
        make.passage("g", document="y.txt"),
    ]
    near = nearest_items([Candidate(each, 0.5, 0.1) for each in passages])
    assert [(each.document, each.item, each.title) for each in near] == [
        ("july.txt", "27", "Ferries"), ("pack.txt", "5", "Ferries"), ("x.txt", "27", "Lamps")
    ]  # fmt: skip
