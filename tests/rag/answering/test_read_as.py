"""An answer that rests on other words than the asker's says so."""

import pytest

from rag.answering.read_as import read_as
from rag.models import Notice, NoticeKind
from rag.understanding.lexicon import PLAIN, Lexicon, Reading, Term
from rag.understanding.question import read_question

HELD = {
    "looked": 9,
    "after": 30,
    "children": 40,
    "dentist": 5,
    "care": 9,
    "kids": 1,
    "exclusion": 4,
    "permanent": 3,
}


def told(
    make, question: str, *texts: str, title: str = "Ferries", paper: str = "The looked after children."
) -> list[str]:
    terms = Lexicon(make.library(HELD, [make.passage(paper)])).read(read_question(question))
    notices = read_as(terms, [make.evidence(text, title=title) for text in texts])
    assert all(each.kind is NoticeKind.ASSUMED for each in notices)
    return [each.text for each in notices]


def test_what_stands_for_the_askers_words_is_told(make) -> None:
    said = told(make, "How many kids in care saw a dentist?", "60% of looked after children saw a dentist.")
    assert said == ["“kids in care” was read as “looked after children”."]


@pytest.mark.parametrize(
    "text",
    [
        "60% of kids in care saw a dentist.",  # the asker's own words
        "The dentist was late.",  # neither
    ],
)
def test_nothing_else_is(make, text: str) -> None:
    assert told(make, "How many kids in care saw a dentist?", text) == []


def test_the_title_counts_and_the_askers_words_beside_it_too(make) -> None:
    question = "What was decided about kids in care?"
    assert told(make, question, "To note it.", title="Looked After Children") != []
    assert (
        told(make, question, "To note it.", "Kids in care were heard.", title="Looked After Children") == []
    )


def test_each_is_told_once_and_no_more_than_three(make) -> None:
    question = read_question("lamps buoys piers quays")
    words = [
        Term(word, 1.0, {("x",): PLAIN}, (Reading(word.plain, (word.stem,), ("ferri",), "ferry"),) * 2)
        for word in question.words
    ]
    notices = read_as(words, [make.evidence("The ferry.")])
    texts = (f"“{word}” was read as “ferry”." for word in ("lamps", "buoys", "piers"))
    assert notices == tuple(Notice(NoticeKind.ASSUMED, text) for text in texts)


def test_words_of_a_term_that_no_paper_prints_stand_for_nothing(make) -> None:
    carers = "Young carers are children who look after a parent."
    assert told(make, "How many kids in care saw a dentist?", carers, paper=carers) == [
        "“kids” was read as “children”."
    ]
