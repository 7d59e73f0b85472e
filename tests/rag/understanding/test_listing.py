"""Whether a question asks for all of something, for several things, or for neither."""

import pytest

from rag.understanding.listing import read_listing


@pytest.mark.parametrize(
    "text",
    [
        "List the repairs to the ferry slip.",
        "Please list every harbour that was dredged",
        "Can you list the tolls for vans?",
        "Name all the schools that lost a bus",
        "Give me every grant agreed in May",
        "Which piers were shut? All of them please",
        "What are the four aims of the harbour plan?",
        "What were the five reasons for the closure?",
        "The report has a section on risks. List them all.",
        "I want the full list of tolls",
        "What did the Harbour Master propose? Everything please",
    ],
)
def test_all_is_asked_for(text: str) -> None:
    listing = read_listing(text)
    assert listing and listing.all


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("Which roads were closed for the regatta?", "road"),
        ("what consultations did the harbour master announce", "consult"),
        ("Which voluntary groups and clubs were given money?", "group"),
        ("What outside bodies are on the board?", "bodi"),
        ("Who were the winners of the regatta?", "winner"),
    ],
)
def test_several_things_are_asked_for(text: str, noun: str) -> None:
    listing = read_listing(text)
    assert listing and not listing.all and listing.noun and listing.noun.startswith(noun)


@pytest.mark.parametrize(
    "text",
    [
        "How many schools were on the list?",
        "What was the toll for vans?",
        "What did the Panel decide about the slip?",
        "Which councillor moved it?",
        "Who chaired the meeting?",
        "What is this about?",
        "When was the ferry slip mended?",
        "Was the list of tolls approved?",
        "What status does the plan have?",
    ],
)
def test_one_thing_is_asked_for(text: str) -> None:
    assert read_listing(text) is None
