"""What was decided to be done was not refused."""

import pytest

from corpus.models import SectionKind
from rag.answering.declined import find_declined
from rag.understanding.lexicon import Lexicon
from rag.understanding.question import read_question

MENDED = "That every jetty with open cracks be mended by 31 March."


def declined(make, question: str, *decided: str) -> object:
    asked = read_question(question)
    terms = Lexicon(make.library(dict.fromkeys(("jetty", "jetties", "cracked", "cracks"), 3))).read(asked)
    found = [make.evidence(text, SectionKind.DECISION, start=90 * at) for at, text in enumerate(decided)]
    return find_declined(asked, terms, found)


@pytest.mark.parametrize(
    "question",
    [
        "Why did the Panel refuse to mend the cracked jetties?",
        "What was the reason the committee declined to mend the jetty?",
        "Why has Cabinet decided not to mend the jetties with cracks?",
        "Why did members vote against mending the jetty?",
        "How come the council has refused to mend the jetty",
    ],
)
def test_a_decision_to_do_it_says_otherwise(make, question) -> None:
    gainsaid = declined(make, question, "To thank the crew.", MENDED)
    assert gainsaid and gainsaid.by.text == MENDED


@pytest.mark.parametrize(
    ("question", "decided"),
    [
        ("Why did the Panel refuse to mend the jetty?", "That the jetty be not mended."),
        ("Why did the Panel refuse to mend the jetty?", "That the slipway be mended."),
        ("Why did the Panel refuse to sell the jetty?", MENDED),
        ("Why did four owners refuse to mend the jetty?", MENDED),
        ("Did the Panel refuse to mend the jetty?", MENDED),
        ("Why did the Panel refuse to support the jetty?", "To support the jetty."),
        ("Why was the jetty mended?", MENDED),
    ],
)  # fmt: skip
def test_nothing_else_does(make, question, decided) -> None:
    assert declined(make, question, decided) is None


def test_a_decision_against_it_keeps_it_open(make) -> None:
    question = "Why did the Panel refuse to mend the jetty?"
    assert declined(make, question, MENDED, "That the old jetty not be mended.") is None
