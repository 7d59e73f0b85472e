"""Questions for what a term means, over papers of an imaginary harbour."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.ingest import ingest
from index.models import Filters
from rag.assistant import Assistant
from rag.models import Answer, Refusal

PAPER = """{body}

Minutes of the meeting held on {date}

Present:

Councillor Ash – in the Chair

Councillors Brook and Carr

{number}

Ferries

{text}

Decision

To note the report.
"""
PAPERS = {
    "one.txt": (
        "Harbour Board", "17 July 2019", "HB/19/4",
        "The officer spoke on CFC. CFC – Continuing Ferry Care – is care on board for those who cannot stand.\n\n"
        "The Local Ferry Officer (LFO) rang the GHB about the bell. The Ostrey Harbour Trust (hereafter referred to as "
        "the Trust) owns the bell.\n\nThe LFO is the person whom crews ring first.",
    ),
    "two.txt": (
        "Quay Panel", "8 January 2020", "QP/20/1",
        "The Crew First Call (CFC) scheme was praised, and so was the Local Ferry Officer (LFO).",
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder: Path = tmp_path_factory.mktemp("harbour")
    for name, (body, date, number, text) in PAPERS.items():
        (folder / name).write_text(PAPER.format(body=body, date=date, number=number, text=text))
    ingest(folder / "library", [folder])
    assistant = Assistant.open(folder / "library")
    yield assistant
    assistant.library.close()


def quotes(reply: Answer | Refusal) -> list[tuple[str, str]]:
    assert isinstance(reply, Answer), reply.text
    return [(each.document, " ".join(each.quote.split())) for each in reply.citations]


BOARD = "CFC – Continuing Ferry Care – is care on board for those who cannot stand."
PANEL = "The Crew First Call (CFC) scheme was praised, and so was the Local Ferry Officer (LFO)."


@pytest.mark.parametrize(
    "question",
    ["What does CFC mean?", "what does cfc stand for", "CFC stands for?", "What is CFC short for?", "what's the CFC?",
     "What is the meaning of “CFC”?", "what's CFC", "Define CFC", "WHAT DOES CFC MEAN?", 
     "What does CFC mean in the minutes?", "The crews' letter thanks a thing called CFC - what's CFC short for there?",
     "I came across CFC in the July 2019 minutes. What does CFC stand for exactly?"],
)  # fmt: skip
def test_two_meanings_are_both_told_with_their_papers(harbour: Assistant, question: str, invariants) -> None:
    reply = harbour.ask(question)
    assert quotes(reply) == [("two.txt", PANEL), ("one.txt", BOARD)]
    assert isinstance(reply, Answer) and reply.computed is not None
    assert reply.computed.sentence == (
        "CFC has 2 meanings in the papers held: Crew First Call; Continuing Ferry Care."
    )
    invariants(harbour, reply)


def test_filters_bind(harbour: Assistant) -> None:
    reply = harbour.ask("What does CFC mean?", Filters(body="Harbour Board"))
    assert quotes(reply) == [("one.txt", BOARD)]
    assert reply.text.startswith("CFC stands for Continuing Ferry Care. [1]\n")


def test_what_something_is_is_told_after_what_it_stands_for(harbour: Assistant) -> None:
    told = quotes(harbour.ask("What is the LFO?"))
    assert told[-1] == ("one.txt", "The LFO is the person whom crews ring first.")
    assert [document for document, _ in told] == ["two.txt", "one.txt", "one.txt"]
    assert len(quotes(harbour.ask("What does LFO stand for?"))) == 2


def test_a_name_that_a_paper_gives_for_itself(harbour: Assistant) -> None:
    reply = harbour.ask("What is the Trust?")
    assert quotes(reply) == [
        ("one.txt", "The Ostrey Harbour Trust (hereafter referred to as the Trust) owns the bell.")
    ]


def test_an_acronym_that_is_never_explained(harbour: Assistant) -> None:
    reply = harbour.ask("What does GHB stand for?")
    assert isinstance(reply, Refusal)
    assert (
        "The papers held do not say what GHB stands for; it occurs in item HB/19/4, Ferries of 17 July 2019."
        in reply.text
    )
    within = harbour.ask("What does GHB mean?", Filters(body="Quay Panel"))
    assert "The papers that fit the filters do not use GHB." in within.text


def test_an_acronym_whose_letters_one_name_has(harbour: Assistant, tmp_path: Path, invariants) -> None:
    text = "The Quay Lamp Fund paid for the bell. The QLF will pay for the next."
    (tmp_path / "three.txt").write_text(
        PAPER.format(body="Quay Panel", date="8 April 2020", number="QP/20/2", text=text)
    )
    ingest(tmp_path / "library", [tmp_path])
    assistant = Assistant.open(tmp_path / "library")
    reply = assistant.ask("What does QLF stand for?")
    assert isinstance(reply, Answer) and reply.computed is not None
    assert reply.computed.sentence == (
        "No paper says what QLF stands for; the name with these letters is Quay Lamp Fund."
    )
    assert quotes(reply) == [("three.txt", "Quay Lamp Fund")]
    invariants(assistant, reply)
    assistant.library.close()


def test_an_acronym_that_is_nowhere(harbour: Assistant) -> None:
    assert "The papers held do not use VAT." in harbour.ask("What does VAT mean?").text


@pytest.mark.parametrize(
    "question",
    ["What does it mean?", "What is the bell?", "WHAT IS THE BELL?", "What is CFC care on board like?"],
)
def test_other_questions_are_not_for_a_glossary(harbour: Assistant, question: str) -> None:
    reply = harbour.ask(question)
    assert reply.status == "refused" or (isinstance(reply, Answer) and reply.computed is None)
    assert "do not say" not in reply.text and "do not use" not in reply.text


@pytest.mark.parametrize(
    "question",
    [
        "LFO - who are they? keeps coming up next to Mr Brook",
        "LFO - the ferries report keeps using it. Meaning?",
        "LFO: what does it stand for?",
        "I keep meeting LFO in the papers: what is it?",
        "The minutes speak of the LFO, what does that mean?",
        "LFO, in full?",
        "What does LFO stand for in the Harbour Board papers?",
        "What does LFO stand for in the July 2019 board minutes?",
        "What is LFO short for in the report on ferries?",
        "What does LFO mean when the officer uses it?",
    ],
)
def test_letters_are_asked_in_many_ways(harbour: Assistant, question: str) -> None:
    reply = harbour.ask(question)
    assert isinstance(reply, Answer), reply.text
    assert reply.text.startswith("LFO stands for Local Ferry Officer.")


@pytest.mark.parametrize(
    "text",
    [
        "LFO - what is it doing about the bell?",
        "What did the LFO say, and what does it mean for crews?",
        "What does the LFO ring for when the bell is broken?",
        "The LFO and the GHB disagreed: what is that?",
        "How did the LFO reply? which means what they paid",
    ],
)
def test_letters_that_are_only_named_are_not_explained(harbour: Assistant, text: str) -> None:
    assert "stands for" not in harbour.ask(text).text.splitlines()[0]
