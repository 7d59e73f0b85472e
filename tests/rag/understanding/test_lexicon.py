"""One library's words: spelling, rarity, and what may answer for a word."""

import pytest

from index.models import TermRecord
from rag.understanding.lexicon import EXACT, JOINED, PLAIN, Lexicon
from rag.understanding.question import read_question
from rag.understanding.words import stem

COUNTS = {
    "the": 100, "council": 90, "committee": 80, "school": 60, "exclusions": 20, "exclusion": 6, "unconscious": 5,
    "bias": 6, "training": 30, "liberties": 2, "received": 40, "pupils": 25, "director": 8, "head": 5, "service": 50,
    "wierzba": 3, "overspend": 2, "footpath": 4, "car": 9, "park": 9, "under": 20, "lease": 3, "not": 60, "table": 8,
    "forward": 5, "looked": 9, "after": 30, "chair": 40, "decided": 70, "approved": 12, "rejected": 3, "september": 9,
    "october": 9, "ferry": 1, "o": 4, "marra": 2, "maccarra": 2, "delane": 2, "tim": 3,
}  # fmt: skip


@pytest.fixture(scope="module")
def lexicon(make) -> Lexicon:
    return Lexicon(make.library(COUNTS))


def test_misspellings_are_mended_by_the_librarys_words(lexicon: Lexicon) -> None:
    assert lexicon.mend("wierzbas exclusoins") == (
        "wierzba exclusions",
        (("wierzbas", "wierzba"), ("exclusoins", "exclusions")),
    )


def test_rare_words_weigh_more(lexicon: Lexicon) -> None:
    weights = [lexicon.rarity(word) for word in ("ferri", "unconsci", "train", "school", "council", "the")]
    assert weights == sorted(weights, reverse=True)
    assert all(0.05 <= weight <= 1 for weight in weights)
    assert lexicon.rarity("unheard") == 1.0
    assert lexicon.rarity("the") == 0.05


def test_forms_of_a_word_count_together(lexicon: Lexicon) -> None:
    assert lexicon.rarity("exclus") < lexicon.rarity("bias")


def credit_of(lexicon: Lexicon, question: str, word: str, *stems: str) -> float:
    (term,) = (term for term in lexicon.read(read_question(question)) if term.word.plain == word)
    return term.credit(frozenset(stems))


def test_credits(lexicon: Lexicon) -> None:
    question = "Which boss had training?"
    assert credit_of(lexicon, question, "training", "train") == EXACT
    assert credit_of(lexicon, question, "boss", "director") == PLAIN
    assert credit_of(lexicon, question, "boss", "head") < PLAIN  # only with "service"
    assert credit_of(lexicon, question, "boss", "head", "servic") == PLAIN
    assert credit_of(lexicon, question, "boss", "ferri") == 0.0


def test_words_merely_used_alike_are_not_met(lexicon: Lexicon) -> None:
    assert credit_of(lexicon, "the college", "college", "school") == 0.0
    assert credit_of(lexicon, "it was approved", "approved", "reject") == 0.0
    assert credit_of(lexicon, "an october fog", "october", "septemb") == 0.0


@pytest.mark.parametrize(
    ("question", "word", "stems", "credit"),
    [
        ("did we over spend", "spend", ("overspend",), JOINED),
        ("the foot paths", "foot", ("footpath",), JOINED),
        ("the foot paths", "paths", ("footpath",), JOINED),
        ("a carpark", "carpark", ("car", "park"), PLAIN),
        ("a carpark", "carpark", ("car",), 0.0),
        ("an underlease", "underlease", ("under", "leas"), PLAIN),
        ("the notable", "notable", ("not", "tabl"), 0.0),  # "not" says nothing
        ("for ward 5", "ward", ("forward",), 0.0),
        ("Mrs Mac Carra", "carra", ("maccarra",), JOINED),
        ("Mrs De Lane", "lane", ("delan",), JOINED),
    ],
)
def test_one_word_or_two(
    lexicon: Lexicon, question: str, word: str, stems: tuple[str, ...], credit: float
) -> None:
    assert credit_of(lexicon, question, word, *stems) == credit


def test_what_is_read_for_plain_words_is_known(make) -> None:
    lexicon = Lexicon(make.library(COUNTS, [make.passage("The looked after children.")]))
    terms = lexicon.read(read_question("Were kids in care in training with the chairman?"))
    readings = {each.said: (each.asked, each.phrase) for term in terms for each in term.readings}
    assert readings["looked after children"] == ("kids in care", ("look", "after"))
    assert not any("chair" in phrase for _, phrase in readings.values())  # a chair is a chairman


def test_a_name_held_is_met_by_itself_alone(lexicon: Lexicon) -> None:
    (term,) = (t for t in lexicon.read(read_question("What did Wierzba say?")) if t.word.plain == "wierzba")
    assert term.credits == {("wierzba",): EXACT}


def test_a_name_whose_parts_are_held_is_known(lexicon: Lexicon) -> None:
    """The papers' words are kept without apostrophes: "O'Marra" is there as "o" and "marra"."""
    assert credit_of(lexicon, "What did Tim O'Marra say?", "o'marra", stem("o'marra")) == EXACT
    assert credit_of(lexicon, "What did Tim O’Marra say?", "o'marra", stem("o'marra")) == EXACT
    assert credit_of(lexicon, "What did Tim O'Zarra say?", "o'zarra", stem("o'zarra")) == 0.0
    assert credit_of(lexicon, "What did Tim Zarra say?", "zarra", "zarra", "o") == 0.0


def test_frame_words_weigh_little_unless_there_is_nothing_else(lexicon: Lexicon) -> None:
    beside = {
        term.word.plain: term.weight for term in lexicon.read(read_question("what committee exclusions"))
    }
    alone = {term.word.plain: term.weight for term in lexicon.read(read_question("what committee"))}
    assert beside["committee"] == pytest.approx(alone["committee"] * 0.2)


def test_an_empty_library(make) -> None:
    lexicon = Lexicon(make.library({}))
    assert lexicon.mend("exclusoins") == (
        "exclusions",
        (("exclusoins", "exclusions"),),
    )  # English, though not held
    assert [term.credits for term in lexicon.read(read_question("exclusions of pupils"))] == [{}, {}]


def explained(make, short: str, long: str, **more: object) -> TermRecord:
    passage = make.passage(f"The {long} ({short}) met.", **more)
    return TermRecord(short, long, passage, passage.span.start, passage.span.end)


@pytest.fixture(scope="module")
def explaining(make) -> Lexicon:
    """A library whose papers explain two acronyms; one of them is an everyday word."""
    words = COUNTS | {
        "tpc": 4,
        "tideway": 4,
        "port": 9,
        "company": 9,
        "send": 20,
        "sea": 5,
        "estuary": 5,
        "needs": 9,
    }
    terms = (
        explained(make, "TPC", "Tideway Port Company"),
        explained(make, "SEND", "Sea Estuary Needs Director"),
    )
    return Lexicon(make.library(words, terms=terms))


def test_an_acronym_stands_for_what_the_papers_say_it_does(explaining: Lexicon) -> None:
    (term,) = explaining.read(read_question("What of TPC?"))
    assert term.credits == {("tpc",): EXACT, ("tideway", "port", "compani"): PLAIN}


def test_and_the_other_way_round(explaining: Lexicon) -> None:
    terms = explaining.read(read_question("What of the tideway port company?"))
    assert [term.credits[("tpc",)] for term in terms] == [PLAIN] * 3


@pytest.mark.parametrize(
    ("question", "stands"),
    [("Is SEND rising?", True), ("Did they send it?", False), ("IS SEND RISING?", False)],
)
def test_an_everyday_word_is_an_acronym_only_in_capitals(
    explaining: Lexicon, question: str, stands: bool
) -> None:
    term = next(each for each in explaining.read(read_question(question)) if each.word.plain == "send")
    assert (("sea", "estuari", "need", "director") in term.credits) is stands


def test_an_everyday_acronym_is_not_sought_as_a_word(explaining: Lexicon) -> None:
    terms = explaining.read(read_question("What of sea estuary needs director?"))
    assert all(("send",) not in term.credits for term in terms)
