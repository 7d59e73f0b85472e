"""A library as a LangChain retriever: exact passages, plain values, bounds that bind."""

import asyncio
import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever

from index.ingest import ingest
from index.library import Library
from index.models import Filters
from rag.assistant import Assistant
from rag.models import QuestionError
from rag.retriever import minutes_retriever

SAMPLE = Path(__file__).resolve().parents[2] / "corpus" / "sample" / "cabinet"
BINS = "How often will grey bins be emptied?"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    place = tmp_path_factory.mktemp("retriever") / "library"
    ingest(place, [SAMPLE / "2019-03-13-printed-minutes.txt", SAMPLE / "2022-10-12-printed-minutes.txt"])
    with Library.open(place) as held:
        yield held


def test_documents_are_exact_passages_with_their_place(library: Library) -> None:
    retriever = minutes_retriever(library)
    assert isinstance(retriever, BaseRetriever)
    found = retriever.invoke(BINS)
    assert [document.metadata["rank"] for document in found] == [1, 2, 3, 4]
    scores = [document.metadata["score"] for document in found]
    assert scores == sorted(scores, reverse=True)
    for document in found:
        place = document.metadata
        text = library.document_text(str(place["document"]))
        assert document.page_content == text[place["start"] : place["end"]]
        assert {type(value) for value in place.values()} <= {str, int, float, type(None)}
    first = found[0].metadata
    assert {name: first[name] for name in ("document", "council", "body", "date", "item", "title")} == {
        "document": "2019-03-13-printed-minutes.txt",
        "council": "Ostlebridge City Council",
        "body": "Cabinet",
        "date": "2019-03-13",
        "item": "87",
        "title": "Grey Bin Collections",
    }
    assert list(first) == ["document", "council", "body", "date", "item", "title", "decision", "kind", "page", "start",
                           "end", "score", "rank"]  # fmt: skip


def test_an_assistant_will_do_and_ranks_alike(library: Library) -> None:
    assert minutes_retriever(Assistant(library), 2).invoke(BINS) == minutes_retriever(library, 2).invoke(BINS)


def test_filters_bind(library: Library) -> None:
    since = minutes_retriever(library, 8, Filters(date_from=dt.date(2022, 1, 1))).invoke(BINS)
    assert {document.metadata["date"] for document in since} == {"2022-10-12"}
    assert minutes_retriever(library, filters=Filters(body="Zoo Board")).invoke(BINS) == []


def test_places_the_question_names_bind(library: Library) -> None:
    found = minutes_retriever(library, 8).invoke("What was decided at the meeting of 12 October 2022?")
    assert {document.metadata["date"] for document in found} == {"2022-10-12"}
    found = minutes_retriever(library, 8).invoke("What was decided on item 87?")
    assert {document.metadata["item"] for document in found} == {"87"}
    assert minutes_retriever(library).invoke("What was decided at the meeting of 1 May 1999?") == []


def test_it_serves_a_chain_and_asynchronously(library: Library) -> None:
    def join(documents: list[Document]) -> str:
        return " ".join(document.page_content for document in documents)

    retriever = minutes_retriever(library, 3)
    assert "three weeks" in (retriever | join).invoke(BINS)
    assert asyncio.run(retriever.ainvoke(BINS)) == retriever.invoke(BINS)


def test_wrong_use_is_named(library: Library) -> None:
    with pytest.raises(ValueError, match="k is 0: ask for at least one passage"):
        minutes_retriever(library, 0)
    with pytest.raises(QuestionError, match="blank"):
        minutes_retriever(library).invoke("  ")
