"""Opening the library a command names, with the model it names."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.library import Library
    from index.models import Embedder
    from rag.assistant import Assistant


def open_library(path: Path, model: str | None) -> Library:
    """The library at `path`. Raises LibraryError when it is absent, damaged or of another model."""
    from index.library import Library

    return Library.open(path, embedder(model))


def open_assistant(path: Path, model: str | None) -> Assistant:
    from rag.assistant import Assistant

    return Assistant(open_library(path, model))


def embedder(model: str | None) -> Embedder | None:
    """The embedder of a model named by the person; None leaves the choice to the library."""
    if model is None:
        return None
    from index.embed import load

    return load(model)
