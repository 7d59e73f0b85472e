"""Known questions put to a system, conversations whole, and its replies judged."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.models import SourceSpan
from eval.known import Known
from eval.models import Asked, Asker, Shelf
from eval.relevance import DEPTH, rank, shelve
from eval.relocate import settle
from rag.models import Answer, Refusal

if TYPE_CHECKING:
    from index.library import Library
    from rag.assistant import Assistant


@dataclass(frozen=True, slots=True)
class Ours:
    """The assistant, as an evaluation asks it."""

    assistant: Assistant

    @property
    def library(self) -> Library:
        return self.assistant.library

    def ask(self, question: str, before: Sequence[Answer | Refusal] = ()) -> Answer | Refusal:
        return self.assistant.ask(question, before=before)

    def spans(self, question: str, k: int) -> list[SourceSpan]:
        return [hit.passage.span for hit in self.assistant.search(question, k)]


def open_ours(library: Path) -> Ours:
    """The assistant over the library at this path. Raises LibraryError."""
    from rag.assistant import Assistant

    return Ours(Assistant.open(library))


def ask_all(asker: Asker, known: Sequence[Known], library: Shelf) -> list[Asked]:
    """Every question once, after one to warm up; the earlier questions of its conversation are asked before it.

    Only the last question of a conversation is judged and timed."""
    texts = {held.id: library.document_text(held.id) for held in library.documents()}
    shelved = shelve(library.items())
    known, lost = settle(known, texts)
    for line in lost:
        print(line, file=sys.stderr)
    if known:
        converse(asker, known[0])
    asked = []
    for one in known:
        reply, seconds = converse(asker, one)
        found = asker.spans(reply.meant or one.question, DEPTH) if one.spans else ()
        asked.append(Asked(one, reply, seconds, texts, rank(one, found, shelved, texts)))
    return asked


def converse(asker: Asker, known: Known) -> tuple[Answer | Refusal, float]:
    """The reply to the question, and the seconds it took, after those it comes after."""
    before: list[Answer | Refusal] = []
    for question in known.after:
        before.append(asker.ask(question, tuple(before)))
    started = time.perf_counter()
    reply = asker.ask(known.question, tuple(before))
    return reply, time.perf_counter() - started
