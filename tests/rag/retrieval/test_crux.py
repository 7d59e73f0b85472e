"""The words that decide a question."""

import pytest

from corpus.models import SectionKind
from index.models import Passage
from rag.retrieval.crux import read_crux
from rag.retrieval.evidence import weigh
from rag.retrieval.retrieve import Candidate
from rag.understanding.lexicon import Lexicon
from rag.understanding.question import read_question

WORDS = (
    "ferries harbour lamp lamps plan cost agreed approved rejected against voted vote home address pilot age alder "
    "pier wharf motion councillor carried given reasons rise said spoke about fares deferred price paid tpc cork"
)
COUNTS = {**dict.fromkeys(WORDS.split(), 2), "ferry": 90, "city": 90}


def lacking(make, question: str, *passages: Passage) -> bool:
    """Whether the last sentence of the last of all the passages found lacks what decides the question."""
    asked = read_question(question)
    terms = Lexicon(make.library(COUNTS)).read(asked)
    weighed = weigh(asked, terms, [Candidate(each, 0.5, 0.1) for each in passages])
    return max((each for each in weighed if each.passage is passages[-1]), key=lambda e: e.start).lacks_crux


def of_no_title(make, text: str, *kind: SectionKind, **more: object) -> Passage:
    return make.passage(text, *kind, **{"title": None, "heading": "", **more})


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
        (
            "What is the cost of the ferry?",
            "The ferry came to €4,000.",
            False,
        ),  # a sum is told without the word
        ("What price was paid for the ferry?", "It went for £4,000.", False),
        ("What price was paid for the ferry?", "It has 40 seats.", True),
        ("What details did Alder promise for the ferry?", "Alder gives tides for the ferry.", False),
        (
            "What sum did Alder reckon the ferry to need?",
            "For the ferry £4,000 should do, Alder said.",
            False,
        ),
        ("What reasons were given for the ferry?", "The ferry is needed at the harbour.", False),
        ("How old is Councillor Alder?", "Councillor Alder spoke.", True),
        ("How old is Councillor Alder?", "Councillor Alder is 50 years old.", False),
        ("What is the home address of Alder?", "Alder addressed the members.", True),
        ("What did Xylophone say about the ferry?", "The ferry is blue.", True),
        ("Who is the pilot of the ferry?", "Alder spoke about the ferry.", True),
        ("Who is the pilot of the ferry?", "Alder is its pilot.", False),
        ("How many lamps were lit in 2018/19?", "In 2019/20, 30 lamps.", True),
        ("How many lamps were lit in 2018/19?", "30 lamps were lit.", False),
        ("How many lamps has the 2025-29 plan for 2026/27?", "In 2026-27, 30 lamps.", False),
        ("How many lamps has the 2025-29 plan for 2029 to 2032?", "Between 2029-32, 30 lamps.", False),
        ("How many lamps has the 2025-29 plan?", "In 2019/20, 30 lamps.", True),
        ("What is the rise in Wharf fares?", "Fares rise in May.", True),
        ("What is the rise in TPC fares?", "Fares rise in May.", False),  # papers spell acronyms out as well
        ("What is the rise in XQZ fares?", "Fares rise in May.", True),  # no paper knows this one
        ("Who was against the ferry?", "Alder came for the ferry.", True),
        ("Who objected to the ferry?", "The ferry was the objective.", True),
        ("Who objected to the ferry?", "Alder was uneasy about the ferry.", False),
        ("Who was against the ferry?", "Alder could not support the ferry.", False),
    ],
)
def test_what_a_sentence_must_have(make, question: str, text: str, lacks: bool) -> None:
    assert lacking(make, question, of_no_title(make, text)) is lacks


def test_a_neighbour_may_tell_what_was_done(make) -> None:
    question, text = "Why was the ferry plan rejected?", "It cost too much."
    assert lacking(make, question, of_no_title(make, text))
    assert not lacking(make, question, of_no_title(make, f"The ferry plan was rejected. {text}"))


@pytest.mark.parametrize(
    ("text", "kind", "lacks"),
    [
        ("Alder spoke of fares at the wharf.", SectionKind.DISCUSSION, False),
        ("Reed spoke of fares at the wharf.", SectionKind.DISCUSSION, True),
        ("Reed spoke of fares at the wharf.", SectionKind.DECISION, True),
    ],
)
def test_a_passage_must_have_whom_it_is_asked_of(make, text: str, kind: SectionKind, lacks: bool) -> None:
    question = "What did Councillor Alder say about fares at the Wharf?"
    assert lacking(make, question, of_no_title(make, text, kind)) is lacks


def test_a_decision_leaves_names_to_its_item(make) -> None:
    asked = "What did they decide about Councillor Alder and the Wharf?"
    assert not lacking(make, asked, of_no_title(make, "To note it.", SectionKind.DECISION))


def test_what_is_named_may_stand_elsewhere_in_the_item(make) -> None:
    question = "What is the rise in fares at the Wharf?"
    named, other = (
        of_no_title(make, "The wharf is old.", item_key=key) for key in ("july.txt#1.1", "july.txt#1.2")
    )
    told = of_no_title(make, "Fares rise in May.", start=90, item_key="july.txt#1.1")
    assert not lacking(make, question, named, told)
    assert lacking(make, question, other, told)


def test_what_another_council_did_is_told_only_where_it_acts(make) -> None:
    question = "What did Cork City Council decide about lamps?"
    assert not lacking(make, question, of_no_title(make, "Cork City Council had agreed to buy lamps."))
    assert lacking(make, question, of_no_title(make, "We buy lamps as in Cork."))


@pytest.mark.parametrize("asker", ["is Cork City Council", "is Cork", "was Cork City Council"])
def test_what_is_told_of_another_council_names_its_place(make, asker: str) -> None:
    question = f"How many lamps {asker} planning at the pier?"
    passage = (
        "Cork sent Mr Ash. We are glad. " + "The ferry is blue. " * 3 + "There were 40 lamps at the pier."
    )
    assert lacking(make, question, of_no_title(make, passage))
    assert not lacking(make, question, of_no_title(make, "Cork is to have 40 lamps at the pier."))


@pytest.mark.parametrize(
    "question",
    [
        "what did the director of piers say about the ferry?",
        "what did the director of piers tell members on the ferry",
        "why did our director of piers think the ferry late?",
    ],
)
def test_an_office_must_be_named_in_the_item(make, question: str) -> None:
    other = of_no_title(make, "The ferry was late. Councillor Ash spoke.", item_key="ferries")
    named = of_no_title(make, "The Director of Piers was present.", item_key="ferries", id=2)
    assert lacking(make, question, other)
    assert not lacking(make, question, named, other)
    assert not lacking(make, "What did the ferry directors of the pier say?", other)


@pytest.mark.parametrize(
    ("text", "is_named"),
    [
        ("Councillor Alder (J) said that the ferry was late.", True),
        ("Cllr. J. Alder spoke of the ferry.", True),
        ("Councillor Jo Alder spoke of the ferry.", True),
        ("Councillor Alder (M) spoke of the ferry.", False),
        ("Councillor Alder spoke of the ferry.", False),  # whichever Alder that is
    ],
)
def test_a_forename_is_met_by_its_initial_beside_the_surname(make, text: str, is_named: bool) -> None:
    asked = read_question("What did Councillor Jo Alder say about the ferry?")
    crux = read_crux(asked, Lexicon(make.library(COUNTS | {"jo": 1})).read(asked))
    assert crux.names_all(of_no_title(make, text), frozenset()) is is_named


def test_who_moved_it_need_not_be_told_with_the_vote(make) -> None:
    moved = "Councillor Alder moved that the ferry be agreed."
    assert not lacking(
        make, "Who moved the motion on the ferry and how was it voted?", of_no_title(make, moved)
    )


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        ("Of the lamps 40 are old and 12 are new.", True),
        ("Of the lamps 40 are old. 12 are at the pier.", False),
        ("12 lamps are lost.", True),
    ],
)
def test_those_counted_are_told_from_the_rest(make, text: str, lacks: bool) -> None:
    assert lacking(make, "Of the 90 lamps, how many are at the pier?", of_no_title(make, text)) is lacks


def test_the_sort_of_thing_asked_for_may_be_told_in_other_words(make) -> None:
    question, passage = (
        read_question("Which colour of lamp did they buy?"),
        of_no_title(make, "The lamp is red."),
    )
    weighed = weigh(question, Lexicon(make.library(COUNTS)).read(question), [Candidate(passage, 0.5, 0.1)])
    assert weighed[0].lacks_crux
    assert not weighed[0].ruled_out
    question = read_question("What shape of lamp did they buy?")
    weighed = weigh(question, Lexicon(make.library(COUNTS)).read(question), [Candidate(passage, 0.5, 0.1)])
    assert weighed[0].ruled_out and weighed[0].by_words


def test_an_address_is_told_by_its_word_alone(make) -> None:
    question = read_question("What is the address of the lamp shop?")
    passage = of_no_title(make, "The lamp shop is red.")
    weighed = weigh(question, Lexicon(make.library(COUNTS)).read(question), [Candidate(passage, 0.5, 0.1)])
    assert weighed[0].ruled_out and not weighed[0].by_words


def test_what_is_of_others_is_not_for_want_of_a_word(make) -> None:
    question = read_question("What did Xylophone say about the height of the lamp?")
    passage = of_no_title(make, "The lamp is red.")
    weighed = weigh(question, Lexicon(make.library(COUNTS)).read(question), [Candidate(passage, 0.5, 0.1)])
    assert weighed[0].ruled_out and not weighed[0].by_words


@pytest.mark.parametrize(
    ("question", "text", "fits"),
    [
        ("What time do the lamps go out on Sundays?", "The lamps are lit on Sundays.", False),
        ("What time do the lamps go out on Sundays?", "On Sundays the lamps go out at 11 pm.", True),
        ("What percentage of lamps is lit?", "There were 40 lamps lit.", False),
        ("What percentage of lamps is lit?", "There were 40% of the lamps lit.", True),
    ],
)
def test_what_cannot_tell_the_kind_of_thing_does_not_have_it(
    make, question: str, text: str, fits: bool
) -> None:
    asked = read_question(question)
    candidate = Candidate(of_no_title(make, text), 0.5, 0.1)
    assert weigh(asked, Lexicon(make.library(COUNTS)).read(asked), [candidate])[0].fits is fits


@pytest.mark.parametrize(
    ("title", "text", "lacks"),
    [
        ("Motion of Councillor Alder", "I will move that fares be lower at the wharf.", False),
        ("Motion of Councillor Alder", "Fares are lower at the wharf.", True),
        ("Motion of Councillor Reed", "I will move that fares be lower at the wharf.", True),
    ],
)
def test_who_speaks_of_himself_is_told_by_the_title(make, title: str, text: str, lacks: bool) -> None:
    question = "What did Councillor Alder want done about fares at the wharf?"
    assert lacking(make, question, make.passage(text, title=title)) is lacks


def test_a_reply_is_told_by_words_for_it(make) -> None:
    question = "What reply did Alder give about fares at the wharf?"
    assert lacking(make, question, of_no_title(make, "Alder was told of fares at the wharf."))


@pytest.mark.parametrize(
    ("question", "text", "is_of_another"),
    [
        ("When is the next election?", "To elect Alder as chair for 2020/21 in May 2020.", True),
        ("When is the next election due?", "Date of Next Meeting: 5 May 2020", True),
        ("When is the next election?", "Elections are held on 5 May 2020.", False),
        ("When is the next election?", "A mayor will next be elected on 5 May 2020.", False),
        ("When is the next harbour election?", "To elect Alder as chair for 2020/21 in May 2020.", False),
    ],
)
def test_to_elect_a_chair_is_no_next_election(make, question: str, text: str, is_of_another: bool) -> None:
    asked = read_question(question)
    terms = Lexicon(make.library(COUNTS)).read(asked)
    (weighed,) = weigh(asked, terms, [Candidate(of_no_title(make, text), 0.5, 0.1)])
    assert weighed.ruled_out is is_of_another
