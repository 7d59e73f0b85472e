"""Does a sentence hold the sort of thing a question wants?"""

import pytest

from rag.retrieval.fitting import could_fit, fits, values
from rag.understanding.question import read_question
from rag.understanding.words import stems


def fit(question: str, text: str, section: str = "") -> bool:
    return fits(read_question(question), text, stems(question), section)


HOW_MANY = "How many pupils were excluded?"
FITTING = [
    ("How much did it cost?", "It came to £1,200.", True),
    ("How much did it cost?", "It came to 2 million pounds.", True),
    ("How much did it cost?", "It came to a good deal.", False),
    ("How much did it cost?", "It came to €1,200.", True),
    ("Which company won it?", "It went to Quay Ferries Ltd.", True),
    ("Which company won it?", "The Council will ask in May.", False),
    ("Which contractor mended the Quay wall?", "Who mends the Quay wall was asked.", False),
    ("Who proposed it?", "Councillor Ash proposed it.", True),
    ("Who proposed it?", "Councillor Ash spoke.", False),
    ("How much did it cost?", "It took 12 weeks.", False),
    (HOW_MANY, "30 pupils were excluded.", True),
    (HOW_MANY, "12 pupils were excluded.", True),
    (HOW_MANY, "1,131 were received.", True),
    (HOW_MANY, "Twelve pupils were excluded.", True),
    (HOW_MANY, "The number of pupils was 30.", True),
    (HOW_MANY, "The share of pupils was 4.5%.", False),
    (HOW_MANY, "Autumn\t30\t12", True),
    (HOW_MANY, "140 parents wrote about pupils.", False),
    (HOW_MANY, "Pupils were excluded on 17 July 2019.", False),
    (HOW_MANY, "Pupils were excluded in 2018/19.", False),
    (HOW_MANY, "Pupils were excluded at 10.00 am.", False),
    (HOW_MANY, "2.6 Pupils were excluded.", False),
    (HOW_MANY, "3. Pupils were excluded.", False),
    (HOW_MANY, "12 Pupils are dealt with below.", False),
    (HOW_MANY, "Pupils excluded cost £300.", False),
    (HOW_MANY, "Pupils are dealt with in paragraph 3.", False),
    (HOW_MANY, "Pupils of key stage 2 were excluded.", False),
    (HOW_MANY, "Pupils were excluded.", False),
    ("How often are lamps checked?", "They are checked every month.", True),
    ("How often are lamps checked?", "There are 30 lamps.", False),
    ("How much rain fell?", "12 mm of rain fell.", True),
    ("When does it open?", "It opens on 3 June.", True),
    ("When does it open?", "It opens next spring.", True),
    ("When does it open?", "It opens on Tuesdays.", True),
    ("What day was it?", "It was the 3rd of Sept.", True),
    ("What day was it?", "There were 3 decisions, 2 separate.", False),
    ("When does it open?", "It opens with a key.", False),
    ("What date does it open?", "It opens on 3 June.", True),
    ("What date does it open?", "It opens in summer.", False),
    ("Who asked?", "Councillor Ash asked.", True),
    ("Who asked?", "Mrs J Reed asked.", True),
    ("Who asked?", "Jane Reed asked.", True),
    ("Who asked?", "The Director asked.", True),
    ("Who asked?", "Somebody asked.", False),
    ("Who did Councillor Ash ask?", "Councillor Ash asked.", False),
    ("What is the name of the officer?", "The Director asked.", False),
    ("What is the name of the officer?", "Jane Reed asked.", True),
    ("What phone number do I ring?", "Tel: 01234 567890", True),
    ("Who should I contact?", "Write to ferry@quay.example", True),
    ("Who should I contact?", "Write to the council.", False),
    ("Where was the meeting held?", "Venue: Town Hall", True),
    ("Where was the meeting held?", "The meeting was held at the Town Hall", True),
    ("Where was the meeting held?", "Darent Room, Sessions House", True),
    ("Where was the meeting held?", "In the Council Chamber", True),
    ("Where was the meeting held?", "The quay was cold.", False),
    ("Who chaired the meeting?", "Councillor Ash in the Chair", True),
    ("Who chaired the meeting?", "Present: Councillor Ash (Chair), Councillor Reed", True),
    ("Who chaired the meeting?", "Present: Councillor Reed", False),
    ("Who sent apologies?", "Apologies: Councillor Reed", True),
    ("Who sent apologies?", "Present: Councillor Ash", False),
    ("Who was present?", "Councillors Ash and Reed", True),
    ("Who was present?", "In attendance:\n\nAnn Elm\tClerk", True),
    ("Who was present?", "Also present, as expected: Ann Elm", True),
    ("Who was present?", "The Town Hall, Quay Street", False),
    ("What was decided about lamps?", "Anything may answer this.", True),
    ("How many came and when does it open?", "It opens on 3 June.", True),
    ("How many came and when does it open?", "It was cold, and 90 came.", True),
    ("How many came and when does it open?", "It was cold.", False),
]  # fmt: skip


@pytest.mark.parametrize(("question", "text", "fitting"), FITTING)
def test_fits(question: str, text: str, fitting: bool) -> None:
    assert fit(question, text) is fitting


def test_a_heading_alone_answers_only_when() -> None:
    assert not fit("What was said about lamps?", "Broken lamps", section="Broken lamps on the quay")
    assert not fit("What was said about lamps?", "Broken lamps", section="Title")
    assert fit("When were the lamps mended?", "Lamps: 3 June 2019", section="Lamps: 3 June 2019")
    assert not fit("What was said?", "—", section="Lamps")


@pytest.mark.parametrize(
    ("question", "text", "found"),
    [
        ("When does it open?", "On 22 July 2019, not 30 July 2019.", {"2019-07-22", "2019-07-30"}),
        ("When after 22 July 2019 does it open?", "On 22 July 2019 or 30 July 2019.", {"2019-07-30"}),
        ("How much did it cost?", "It cost £640,000.", {"£640000"}),
        ("How much did it cost?", "£1.2 million, £1,200,000 or £1.2m.", {"£1200000"}),
        ("How much did it cost?", "£12.50 and £3k", {"£12.50", "£3000"}),
        ("What is the average caseload?", "It is 17.3.", {"17.3"}),
        ("What is the average caseload?", "It is 17.3, or 4%, of 30.", {"17.3", "4%"}),
        ("What was decided?", "On 22 July 2019 £5 or 17.3.", set()),
    ],
)
def test_values_that_papers_may_differ_in(question: str, text: str, found: set[str]) -> None:
    assert values(read_question(question), text) == found


@pytest.mark.parametrize(
    ("question", "text", "could"),
    [
        ("How much dearer will the ferry be?", "The ferry will be 10 per cent dearer.", True),
        ("How much does the ferry cost?", "The ferry is dear.", False),
        ("Staff to desks - what was the ratio in 2015?", "The ratio of staff to desks was better.", False),
        ("Staff to desks - what was the ratio in 2015?", "There were three staff to a desk.", True),
        ("Who asked, and what was the ratio?", "Ash asked.", True),
        ("What was the cost and the date?", "It was dear.", False),
        ("What is the average weekly rent?", "It is €50.", True),
        ("What figure is printed for lamps?", "Lamps\t€900", True),
        ("When may a boat leave the list?", "Only where it is best for its owner.", True),
        ("When is a boat allowed to leave the list?", "Not unless its owner agrees.", True),
        ("When may a boat leave the list?", "Boats leave it.", False),
        ("When did the boat leave the list?", "It was asked if it had left.", False),
        ("When is the ferry due?", "If it sails, all will be well.", False),
        ("How often does it meet?", "It meets monthly.", True),
        ("How often does it meet?", "It meets in the hall.", False),
    ],
)
def test_what_could_answer_at_all(question: str, text: str, could: bool) -> None:
    assert could_fit(read_question(question), text, text) is could
