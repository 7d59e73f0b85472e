"""Minutebook as a LangChain retriever: for those who have a chain already and want a council's papers in it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from index.library import Library
from index.models import Filters, Hit
from rag.assistant import Assistant

if TYPE_CHECKING:
    from langchain_core.retrievers import BaseRetriever


def minutes_retriever(source: Assistant | Library, k: int = 4, filters: Filters = Filters()) -> BaseRetriever:
    """A retriever of the `k` best passages, found as `Assistant.ask` finds them: filters bind, and so do the dates,
    items and bodies that a question names.

    Each Document's page_content is a passage's exact text; its metadata are plain values, None where the paper
    does not say. It retrieves, it does not judge: passages come back for a question that `ask` would refuse.
    Invoking it raises QuestionError for a question that cannot be asked. Raises ValueError when `k` is below 1.
    """
    if k < 1:
        raise ValueError(f"k is {k}: ask for at least one passage")
    assistant = source if isinstance(source, Assistant) else Assistant(source)
    retriever: BaseRetriever = _retriever_class()(assistant=assistant, k=k, filters=filters)
    return retriever


@cache
def _retriever_class() -> Any:
    """The class, made when it is first wanted: importing LangChain takes half a second."""
    from langchain_core.callbacks import CallbackManagerForRetrieverRun
    from langchain_core.documents import Document
    from langchain_core.retrievers import BaseRetriever

    class MinutesRetriever(BaseRetriever):
        assistant: Any
        k: int
        filters: Any

        def _get_relevant_documents(
            self, query: str, *, run_manager: CallbackManagerForRetrieverRun
        ) -> list[Document]:
            hits = self.assistant.search(query, self.k, self.filters)
            return [Document(page_content=hit.passage.text, metadata=place_of(hit)) for hit in hits]

    return MinutesRetriever


def place_of(hit: Hit) -> dict[str, str | int | float | None]:
    """Where a passage stands, as plain values; `start` and `end` are offsets into the document's text."""
    passage = hit.passage
    return {
        "document": passage.span.document_id,
        "council": passage.council,
        "body": passage.body,
        "date": passage.date.isoformat() if passage.date else None,
        "item": passage.item,
        "title": passage.title,
        "decision": passage.decision,
        "kind": passage.kind.value,
        "page": passage.span.page,
        "start": passage.span.start,
        "end": passage.span.end,
        "score": float(hit.score),
        "rank": hit.rank,
    }
