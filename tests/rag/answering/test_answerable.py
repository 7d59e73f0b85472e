"""Does the record answer at all?"""

import pytest

from corpus.models import SectionKind
from rag.answering.answerable import BESIDE, judge
from rag.answering.confidence import weights
from rag.retrieval.overrule import SURELY
from rag.understanding.lexicon import Lexicon
from rag.understanding.question import read_question

EXCEPTED = (
    "To: (a) make the course compulsory for staff; (b) offer it to pilots, without making it compulsory."
)
SURE = {"coverage": 1.0, "relevance": 0.9}


def lead(question: str, weighed: list) -> object:
    return judge(read_question(question), (), weighed).lead


def test_what_answers_is_the_best_that_fits(make) -> None:
    question = "Tell me about lamps"
    best = make.evidence("Lamps.", fits=False, score=1.0)
    able = make.evidence("Nine lamps are out.", score=0.9, **SURE)
    assert lead(question, [best, able]) is able
    assert lead(question, [best]) is None
    assert lead(question, []) is None
    assert lead(question, [best, make.evidence("Far.", score=1.0 - BESIDE - 0.01, **SURE)]) is None
    assert lead(question, [make.evidence("Lamps.", ruled_out=True, **SURE)]) is None
    assert lead(question, [make.evidence("Lamps", coverage=0.2, relevance=0.1)]) is None


def test_a_doubt_is_overruled_where_all_else_is_sure_but_not_what_is_ruled_out(make) -> None:
    doubt = {"lacks_crux": True}
    question, sure = "Who mended the lamps?", SURE | {"relevance": 0.95}
    doubtful = make.evidence("The lamps were mended by the crew.", **doubt, **sure)
    assert lead(question, [doubtful]) is doubtful
    assert lead(question, [make.evidence("Lamps were mended.", ruled_out=True, **doubt, **sure)]) is None
    unsure = {"coverage": 0.6, "relevance": 0.05}
    assert lead(question, [make.evidence("Lamps were mended.", **doubt, **unsure)]) is None


def test_what_is_doubted_must_be_better_to_lead(make) -> None:
    question = "Who mended the lamps?"
    doubted = make.evidence("Mended.", fits=False, score=0.84, item_key="other", start=90, **SURE)
    sure = {"coverage": 1.0, "relevance": 0.95}
    plain = make.evidence("The crew mended them.", score=0.8, **sure)
    assert lead(question, [doubted, plain]) is plain
    worse = make.evidence("The crew.", score=0.5, **sure)
    assert lead(question, [doubted, worse]) is not worse


def test_a_section_that_states_it_needs_few_of_the_words(make) -> None:
    present = make.evidence("Present: Councillor Ash", SectionKind.ATTENDANCE, coverage=0.3)
    assert lead("Who was present?", [present]) is present
    assert lead("Tell me about Ash", [present]) is None


def test_an_item_alone_needs_no_words(make) -> None:
    any_words = make.evidence("Lamps.", coverage=0.0)
    verdict = judge(read_question("What about item 27?"), (), [any_words])
    assert verdict.lead is any_words and verdict.signs is None
    assert verdict.confidence == 1 - weights().ruled_out


@pytest.mark.parametrize(
    ("question", "decided", "denied"),
    [
        ("Why was the ferry sold?", "That the ferry not be sold.", True),
        ("Why was the ferry not sold?", "That the ferry not be sold.", False),
        ("Was the ferry sold?", "That the ferry not be sold.", False),
        ("Why did they agree to the ferry?", "That the ferry be deferred.", True),
        ("Why did they agree to the ferry?", "To approve the ferry and to defer the lamps.", False),
        ("Why did they agree to the ferry?", "The motion on the ferry was lost.", True),
        ("Why was the course compulsory for pilots?",
         EXCEPTED, True),
        ("Why was the course compulsory for staff?",
         EXCEPTED, False),
    ],
)  # fmt: skip
def test_a_decision_to_the_contrary_is_no_reason_why(make, question: str, decided: str, denied: bool) -> None:
    evidence = make.evidence(decided, SectionKind.DECISION, **SURE)
    verdict = judge(read_question(question), (), [evidence])
    assert (verdict.denied_by is evidence) is denied
    assert (verdict.lead is None) is denied
    assert not denied or verdict.confidence == weights().ruled_out


def test_what_is_told_of_the_very_matter_comes_before_what_is_told_of_another(make) -> None:
    question = "Why was the ferry put off?"
    best = make.evidence("The ferry was discussed.", score=1.2, ruled_out=True, lacks_crux=True)
    other = make.evidence("Put off to June.", SectionKind.DECISION, item_key="other", score=0.9, **SURE)
    same = make.evidence("Put off to May.", SectionKind.DECISION, start=90, score=0.8, **SURE)
    assert lead(question, [best, other, same]) is same
    assert lead(question, [best, other]) is None


def test_a_matter_that_was_all_approved_was_not_refused(make) -> None:
    talk = make.evidence("It had been refused a year ago.", titled=0.5, **SURE)
    decision = make.evidence("To approve the ferry.", SectionKind.DECISION, start=90, score=0.8)
    verdict = judge(read_question("Why was the ferry refused?"), (), [talk, decision])
    assert verdict.denied_by is decision and verdict.lead is None
    assert lead("Why was the amendment on the ferry refused?", [talk, decision]) is talk
    assert lead("Why was the ferry refused?", [talk]) is talk


def test_why_something_was_done_that_was_done_to_none(make) -> None:
    none = make.evidence("No boats were referred to the harbour master.", coverage=1.0, relevance=0.95)
    verdict = judge(read_question("Why were boats referred to the harbour master?"), (), [none])
    assert (verdict.lead, verdict.denied_by) == (None, none)
    assert lead("Which boats were referred to the harbour master?", [none]) is none
    assert lead("Why were no boats referred to the harbour master?", [none]) is none
    assert lead("Why did the harbour master complain?", [none]) is none


def test_a_year_that_no_paper_names_is_no_matter_unheard_of(make) -> None:
    for question, able in (("How many meetings in 2031/32?", True), ("How many penguins in 2031/32?", False)):
        asked = read_question(question)
        terms = Lexicon(make.library({"meetings": 9})).read(asked)
        assert (judge(asked, terms, [make.evidence("Nine meetings.", **SURE)]).able is not None) is able


def test_what_is_hardly_heard_of_needs_a_reader_who_is_sure(make) -> None:
    asked = read_question("When is the museum open?")  # the lamp shop is, on Tuesdays
    terms = Lexicon(make.library({"open": 12})).read(asked)
    for relevance, able in ((SURELY, True), (SURELY - 0.01, False)):
        told = make.evidence("It is open on Tuesdays.", coverage=1.0, relevance=relevance)
        assert (judge(asked, terms, [told]).able is not None) is able
