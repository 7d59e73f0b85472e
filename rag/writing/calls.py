"""Read a chat model's reply as it comes, and never wait for it longer than is allowed."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from queue import Empty, Queue
from threading import Event, Semaphore, Thread
from typing import TYPE_CHECKING, Protocol

from rag.models import WriterError

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel


class Naming(Protocol):
    def __call__(self) -> BaseChatModel:
        """The model, set up on the first call. Raises SetUpError."""


class SetUpError(WriterError):
    """A model cannot be set up: to try again would change nothing."""


def stream(
    model: Naming, messages: Sequence[tuple[str, str]], until: float, calls: Semaphore, longest: int
) -> Iterator[str]:
    """The text of the reply, piece by piece, until `time.monotonic()` is `until` or `longest` characters came.

    `calls` bounds how many may be under way at once. Raises WriterError when there is nothing more in time, whatever
    the reason. The thread that waits is a daemon: a call that hangs keeps neither the asker waiting nor the program.
    """
    if not calls.acquire(blocking=False):
        raise WriterError("it is still busy with earlier questions")
    pieces: Queue[str | Exception | None] = Queue()
    unwanted = Event()

    def read(_: object) -> None:
        length = 0
        for chunk in model().stream(list(messages)):
            if text := str(chunk.text):
                pieces.put(text)
                length += len(text)
            if unwanted.is_set() or length > longest:
                return

    def call() -> None:
        from langchain_core.runnables import RunnableLambda

        try:
            # Each provider has exceptions of its own: batch hands over whichever comes.
            pieces.put(RunnableLambda(read).batch([None], return_exceptions=True)[0])
        finally:
            calls.release()

    Thread(target=call, name="minutebook-writer", daemon=True).start()
    try:
        yield from _until_done(pieces, until)
    finally:
        unwanted.set()


def _until_done(pieces: Queue[str | Exception | None], until: float) -> Iterator[str]:
    while True:
        left = until - time.monotonic()
        try:
            if left <= 0:  # what came in time may take longer to check than there is
                raise Empty
            piece = pieces.get(timeout=left)
        except Empty:
            raise WriterError("the time allowed for it was over") from None
        if piece is None:
            return
        if isinstance(piece, WriterError):
            raise piece
        if isinstance(piece, Exception):  # its text may hold keys or addresses: the kind alone is shown
            raise WriterError(f"it failed with {type(piece).__name__}") from piece
        yield piece
