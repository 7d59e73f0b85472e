"""What a question takes for granted, and the record gainsays."""

import datetime as dt

import pytest

from corpus.models import SectionKind
from rag.answering.answerable import judge
from rag.answering.premise import gainsay
from rag.understanding.lexicon import Lexicon
from rag.understanding.question import read_question

COUNTS = {
    "the": 100, "council": 90, "ferry": 3, "ferries": 2, "passengers": 4, "crew": 3, "harbour": 5, "plan": 20,
    "dredging": 2, "inspector": 3, "pier": 4, "moorings": 3, "zone": 4, "lantern": 2, "survey": 6, "cost": 20,
    "grant": 5, "pilots": 3, "unions": 2, "training": 8, "number": 40, "fares": 3, "winter": 5, "report": 50,
}  # fmt: skip


@pytest.fixture(scope="module")
def lexicon(make) -> Lexicon:
    return Lexicon(make.library(COUNTS))


def gainsaid(lexicon: Lexicon, question: str, *weighed: object) -> object:
    asked = read_question(question)
    return gainsay(asked, lexicon.read(asked), weighed)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Why did the number of ferry passengers go down?", "The number of ferry passengers rose by 400."),
        ("What reasons were given for the fall in ferry passengers?", "Ferry passengers increased by 9%."),
        ("How did they justify cutting the dredging grant?", "There are no plans to cut the dredging grant."),
        ("Why is the ferry grant being slashed?", "The ferry grant grew again this winter."),
        ("By how much did ferry fares fall?", "Ferry fares were increased by 20p."),
        ("What is behind the drop in moorings?", "Moorings rose to 300."),
        ("Why did the director warn that the ferry crew was unstable?",
         "The director spoke of the stability of the ferry crew."),
        ("Why did the survey conclude that no dredging was needed?", "The survey found that dredging is required."),
        ("On what grounds did the unions object to pilots' training?",
         "The unions had not objected to the training of pilots."),
        ("Why is pilots' training compulsory?", "Training of pilots is voluntary."),
        ("Which members voted against the dredging plan?", "The dredging plan was carried, no members against."),
        ("What were the panel's reasons in May for scrapping the ferry fares?", "Ferry fares be kept."),
        ("What made the council back the dredging plan?", "The dredging plan was not supported."),
        ("Why did the unions conclude that numbers of crew in the harbour are unmanageable?",
         "Numbers of crew in the harbour are manageable."),
        ("Why did the council tell pilots not to bid for the lantern grant?",
         "Pilots were encouraged to bid for the lantern grant."),
        ("Why must the pier survey go ahead?", "The pier survey is to be postponed."),
        ("Why did the council shut the pier for good?", "The pier is to be kept open."),
        ("When was the pier closed?", "The closure of the pier was dropped."),
        ("What were the reasons for freezing ferry fares?", "The council planned to raise fares on the ferry by 3%."),
    ],
)  # fmt: skip
def test_the_contrary_about_the_same_thing_gainsays(make, lexicon: Lexicon, question: str, told: str) -> None:
    evidence = make.evidence(told, coverage=1.0, relevance=0.95)
    found = gainsaid(lexicon, question, evidence)
    assert found is not None and found.by is evidence
    verdict = judge(read_question(question), lexicon.read(read_question(question)), [evidence])
    assert (verdict.lead, verdict.denied_by) == (None, evidence)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (
            "Did the number of ferry passengers go down?",
            "The number of ferry passengers rose by 400.",
        ),  # asks
        ("Why did ferry passengers go down?", "The harbour's moorings rose by 400."),  # of another thing
        ("Why did ferry passengers go down?", "Ferry passengers fell in May and rose in June."),
        ("Why did ferry passengers go down?", "Ferry passengers fell because of the winter."),
        ("Why did the harbour object to the pier?", "The crew supported the pier."),  # another's view
        ("Why don't they just cut ferry fares?", "Ferry fares were increased by 20p."),
        ("Why did fares rise when ferry passengers fell?", "Fares rose by 20p."),
        ("Why was the pier discussed?", "The pier was closed."),
        ("Why was the closure of the pier dropped?", "The pier is to be kept open."),
        ("Why was the pier shut for a winter?", "The pier reopened in May."),
        ("Why did Mr Quay object to closing the pier?", "The pier is to be kept open."),
        ("Why did the crew want the pier closed?", "The pier is to be kept open."),
        ("Why was the dredging plan dropped?", "The cost of the dredging plan rose."),
        (
            "Why did the crew come to want compulsory training after a voluntary one?",
            "Training is voluntary.",
        ),
        ("Why did they agree at first to close the pier?", "The pier was closed. It is to be kept open."),
        ("Why did they not close the pier?", "The closure of the pier was dropped."),
    ],
)
def test_what_does_not_gainsay(make, lexicon: Lexicon, question: str, told: str) -> None:
    assert gainsaid(lexicon, question, make.evidence(told)) is None


def test_one_sentence_that_affirms_is_enough(make, lexicon: Lexicon) -> None:
    rose = make.evidence("Ferry passengers rose in the winter.")
    fell = make.evidence("Ferry passengers fell by a tenth in June.", start=90)
    assert gainsaid(lexicon, "Why did ferry passengers fall?", rose, fell) is None
    assert gainsaid(lexicon, "Why did ferry passengers fall?", rose).by is rose


def test_a_body_is_gainsaid_by_its_decision_alone(make, lexicon: Lexicon) -> None:
    question = "Why did the Panel object to Lantern pier going into Zone K?"
    talk = make.evidence("A man proposed that Zone K take in Lantern pier; the crew supported it.")
    decided = make.evidence("That Zone K be supported.", SectionKind.DECISION, start=200)
    assert gainsaid(lexicon, question, talk) is None
    assert gainsaid(lexicon, question, talk, decided).by is decided


def test_a_decision_that_speaks_of_its_item_denies(make, lexicon: Lexicon) -> None:
    page = make.passage(
        "That the recommendation be not supported.", SectionKind.DECISION, title="Ferry fares"
    )
    decided = make.evidence("That the recommendation be not supported.", passage=page)
    member = make.evidence("Councillor Quay was in favour of the ferry fares.", start=90)
    assert gainsaid(lexicon, "What made the council back raising ferry fares?", member, decided).by is decided


def test_what_was_given_up_later_was_not_done(make, lexicon: Lexicon) -> None:
    first = make.passage("That the pier be closed.", SectionKind.DECISION, date=dt.date(2019, 3, 1))
    later = make.passage(
        "To set aside the closure of the pier.", SectionKind.DECISION, date=dt.date(2020, 3, 1)
    )
    closed, dropped = (make.evidence(each.text, passage=each) for each in (first, later))
    assert gainsaid(lexicon, "Why did the council close the pier?", closed, dropped).by is dropped
    assert gainsaid(lexicon, "Why did the council agree to close the pier?", closed, dropped) is None
    assert gainsaid(lexicon, "Why was the closure of the pier set aside?", closed, dropped) is None


def test_a_sentence_goes_on_about_what_the_one_before_it_named(make, lexicon: Lexicon) -> None:
    page = make.passage("The ferry had 9,000 passengers. This is a rise of 400.")
    rise = make.evidence("This is a rise of 400.", passage=page)
    assert gainsaid(lexicon, "Why did ferry passengers fall?", rise).by is rise


def test_what_is_only_possible_is_not_quoted(make, lexicon: Lexicon) -> None:
    page = make.passage("The inspector has the dredging plan. Should the plan be found sound, it is adopted.")
    perhaps = make.evidence("Should the plan be found sound, it is adopted.", passage=page)
    found = gainsaid(lexicon, "Why did the inspector find the dredging plan unsound?", perhaps)
    assert found is not None and found.by is None
