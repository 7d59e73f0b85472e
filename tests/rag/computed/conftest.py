"""A small town's papers, read and held with hashed words for vectors, and what is computed from them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest

from index.ingest import ingest
from index.library import Library
from index.models import Filters
from rag.assistant import Assistant
from rag.computed.routes import compute
from rag.computed.told import Request, Silence, Told
from rag.models import Answer, Refusal
from rag.understanding.question import clean, understand
from rag.understanding.resolve import resolve

TOWN = Path(__file__).with_name("town")
Computing = Callable[..., Told | Silence | None]


class HashedWords:
    """Vectors of hashed words."""

    model, dimensions = "hashed-words", 16

    def embed_query(self, text: str) -> np.ndarray:
        vector = np.full(self.dimensions, 1e-3, np.float32)
        for word in re.findall(r"\w+", text.lower()):
            vector[
                int(hashlib.md5(word.encode(), usedforsecurity=False).hexdigest(), 16) % self.dimensions
            ] += 1
        return vector / np.linalg.norm(vector)

    def embed_passages(self, texts: Sequence[str]) -> np.ndarray:
        return np.stack([self.embed_query(text) for text in texts])


@pytest.fixture(scope="session")
def hold(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], Assistant]:
    """Makes an assistant over a folder of papers."""

    def make(papers: Path) -> Assistant:
        folder = tmp_path_factory.mktemp("held") / "library"
        ingest(folder, [papers], embedder=HashedWords())
        return Assistant(Library.open(folder, HashedWords()))

    return make


@pytest.fixture(scope="session")
def town(hold: Callable[[Path], Assistant]) -> Iterator[Assistant]:
    """Saltmere: a council that proposes and seconds, and a panel with numbered decisions."""
    assistant = hold(TOWN)
    yield assistant
    assistant.library.close()


@pytest.fixture(scope="session")
def computing(town: Assistant) -> Computing:
    """What is computed of a question put to the town's papers; None when nothing is."""

    def put(question: str, filters: Filters = Filters()) -> Told | Silence | None:
        asked = resolve(understand(clean(question)), town._held, filters).question
        return compute(Request(asked, town.library, town._lexicon, filters))

    return put


@pytest.fixture(scope="session")
def quotes(computing: Computing) -> Callable[..., list[str]]:
    """The words told, on one line each."""

    def tell(question: str, filters: Filters = Filters()) -> list[str]:
        told = computing(question, filters)
        assert isinstance(told, Told), told
        return [" ".join(quote.text.split()) for quote in told.quotes]

    return tell


@pytest.fixture(scope="session")
def sentence(computing: Computing) -> Callable[..., str]:
    """What is said to have been counted."""

    def tell(question: str, filters: Filters = Filters()) -> str:
        told = computing(question, filters)
        assert isinstance(told, Told) and told.computed is not None, told
        return told.computed.sentence

    return tell


@pytest.fixture(scope="session")
def silence(computing: Computing) -> Callable[..., str]:
    """Why nothing is told."""

    def tell(question: str, filters: Filters = Filters()) -> str:
        told = computing(question, filters)
        assert isinstance(told, Silence), told
        return told.reason

    return tell


@pytest.fixture(scope="session")
def reply(town: Assistant) -> Callable[..., Answer | Refusal]:
    return town.ask
