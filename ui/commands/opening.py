"""Opening the library a command names."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.library import Library
    from rag.assistant import Assistant


def open_library(path: Path) -> Library:
    """The library at `path`. Raises LibraryError when it is absent, damaged or of another model."""
    from index.library import Library

    return Library.open(path)


def open_assistant(path: Path) -> Assistant:
    """As `open_library`, with the writer the environment names. Raises WriterError when its settings cannot be read."""
    from rag.assistant import Assistant
    from rag.writing.writer import named_writer

    return Assistant(open_library(path), named_writer())
