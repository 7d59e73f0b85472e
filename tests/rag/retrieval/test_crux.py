"""The words that decide a question."""

import pytest

from corpus.models import SectionKind
from rag.retrieval.crux import read_crux
from rag.understanding.lexicon import Lexicon
from rag.understanding.question import read_question
from rag.understanding.words import stems

WORDS = (
    "ferry ferries harbour lamp lamps plan cost agreed approved rejected against voted vote home address pilot age "
    "alder pier wharf motion councillor carried given reasons rise said spoke about fares deferred"
)


def lacking(make, question: str, text: str, around: str | None = None) -> bool:
    terms = Lexicon(make.library(dict.fromkeys(WORDS.split(), 2))).read(asked := read_question(question))
    crux = read_crux(asked, terms)
    own = [term.credit(stems(text)) for term in terms]
    beside = [term.credit(stems(around or text)) for term in terms]
    return crux.is_lacking(own, beside, text, around or text)


@pytest.mark.parametrize(
    ("question", "text", "lacks"),
    [
        ("Who voted against the ferry?", "Ash and Reed voted against the ferry.", False),
        ("Who voted against the ferry?", "The ferry plan was agreed.", True),
        ("How did the vote on the ferry go?", "The ferry motion was carried, 4 votes to 3.", False),
        ("How did the vote on the ferry go?", "The ferry is blue.", True),
        ("Why was the ferry plan rejected?", "The ferry plan was approved.", True),
        ("Why was the ferry plan rejected?", "The ferry plan fell for want of money.", False),
        ("Why was the ferry plan approved?", "The ferry plan was good.", False),
        ("Was the ferry plan rejected?", "The ferry plan was approved.", False),
        ("Why was the plan for the ferry deferred?", "The plan for the ferry was agreed.", True),
        ("What is the cost of the ferry?", "The ferry is blue.", True),
        ("What reasons were given for the ferry?", "The ferry is needed at the harbour.", False),
        ("How old is Councillor Alder?", "Councillor Alder spoke.", True),
        ("How old is Councillor Alder?", "Councillor Alder is 50 years old.", False),
        ("What is the home address of Alder?", "Alder addressed the members.", True),
        ("What did Xylophone say about the ferry?", "The ferry is blue.", True),
        ("Who is the pilot of the ferry?", "Alder spoke about the ferry.", True),
        ("Who is the pilot of the ferry?", "Alder is its pilot.", False),
        ("How many lamps were lit in 2018/19?", "In 2019/20, 30 lamps.", True),
        ("How many lamps were lit in 2018/19?", "30 lamps were lit.", False),
    ],
)
def test_what_a_sentence_must_have(make, question: str, text: str, lacks: bool) -> None:
    assert lacking(make, question, text) is lacks


def test_a_neighbour_may_tell_what_was_done(make) -> None:
    question, text = "Why was the ferry plan rejected?", "It cost too much."
    assert lacking(make, question, text)
    assert not lacking(make, question, text, "The ferry plan was rejected. It cost too much.")


def test_a_passage_must_have_whom_it_is_asked_of(make) -> None:
    terms = Lexicon(make.library({**dict.fromkeys(WORDS.split(), 2), "ferry": 90})).read(
        asked := read_question("What did Councillor Alder say about fares at the Wharf?")
    )
    crux = read_crux(asked, terms)
    assert {term.word.plain for term in crux.names} == {"alder", "wharf"}
    assert crux.is_told_in(make.passage("Alder spoke of fares at the wharf"))
    assert not crux.is_told_in(make.passage("Reed spoke of fares at the wharf"))
    assert not crux.is_told_in(make.passage("Reed spoke of fares at the wharf", SectionKind.DECISION))
    asked = read_question("What did they decide about Councillor Alder and the Wharf?")
    assert read_crux(asked, terms).is_told_in(make.passage("To note it.", SectionKind.DECISION))


def test_what_another_council_did_is_told_only_where_it_acts(make) -> None:
    asked = read_question("What did Cork City Council decide about lamps?")
    crux = read_crux(asked, Lexicon(make.library({"lamps": 2, "cork": 2, "city": 90})).read(asked))
    assert crux.is_told_in(make.passage("Cork City Council had agreed to buy lamps."))
    assert not crux.is_told_in(make.passage("We buy lamps as in Cork."))
