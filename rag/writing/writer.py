"""Prose by a language model, if one is named: it may put verified claims more plainly, and all it writes is checked.

The model gets the question and the numbered quotes as data. Of its reply, each sentence that says the same as a
sentence it cites takes that sentence's place as soon as it is whole; every other one is dropped whole and counted.
What no sentence tells stays as quoted, so a model can neither leave anything out nor put anything in.
"""

from __future__ import annotations

import time
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import cached_property
from threading import BoundedSemaphore
from typing import TYPE_CHECKING, NamedTuple

from rag.models import Citation, Claim, Notice, NoticeKind, WriterError
from rag.writing.calls import SetUpError, stream
from rag.writing.naming import SECONDS, named_model, set_up
from rag.writing.page import Page
from rag.writing.reply import LONGEST_REPLY, Sentence, ask_for_prose, whole_sentences

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

MOST_CALLS = 4  # at once: a model that hangs must not gather threads
MOST_DROPPED = 40  # sentences of one reply that come to nothing, before no more is read
TRIES = 2


class Worded(NamedTuple):
    """Claims as they stand after some of a model's sentences, and what must be said of it."""

    claims: tuple[Claim, ...]
    notices: tuple[Notice, ...]
    kept: int  # sentences of the model, so far
    dropped: int


class Writer:
    """Rewords claims by a chat model. Usable from several threads."""

    def __init__(self, model: BaseChatModel | str, seconds: float = SECONDS) -> None:
        """`model` is LangChain's, or its name as "provider:model", set up when it is first needed. `seconds` is the
        time allowed for an answer, second try and all."""
        self.name = model if isinstance(model, str) else model.get_name()
        self.seconds = seconds
        self._given = model
        self._calls = BoundedSemaphore(MOST_CALLS)

    def reword(
        self, question: str, claims: Sequence[Claim], citations: Sequence[Citation]
    ) -> Iterator[Worded]:
        """The claims as they stand after each sentence that is kept, with what must be said of it; the last are final.

        Yields nothing when none of the claims is told in sentences. Never raises for what a model does.
        """
        progress = _Progress(self.name, Page(claims, citations), tuple(claims))
        if not progress.page.passages:
            return
        until = time.monotonic() + self.seconds
        wrong = None
        for _ in range(TRIES):
            before, problem = progress.dropped, None
            try:
                with closing(self._sentences(question, progress.page, wrong, until)) as sentences:
                    for sentence in sentences:
                        if progress.take(sentence):
                            yield progress.worded()
                        if progress.page.is_full or progress.dropped - before >= MOST_DROPPED:
                            break
            except WriterError as failure:
                problem = failure
            wrong = str(problem) if problem else _unsupported(progress.dropped - before)
            if progress.kept or isinstance(problem, SetUpError) or time.monotonic() >= until:
                break
        yield progress.worded(str(problem) if problem else None, is_last=True)

    def _sentences(self, question: str, page: Page, wrong: str | None, until: float) -> Generator[Sentence]:
        messages = ask_for_prose(question, page.passages, wrong)
        return whole_sentences(stream(lambda: self._model, messages, until, self._calls, LONGEST_REPLY))

    @cached_property
    def _model(self) -> BaseChatModel:
        return set_up(self._given, self.seconds) if isinstance(self._given, str) else self._given


def named_writer() -> Writer | None:
    """The writer that MINUTEBOOK_LLM names, None when it is unset. Raises WriterError for settings it cannot read."""
    named = named_model()
    return Writer(*named) if named else None


@dataclass(slots=True)
class _Progress:
    """How far one answer has come."""

    name: str
    page: Page
    quoted: tuple[Claim, ...]
    kept: int = 0
    dropped: int = 0

    def take(self, sentence: Sentence) -> bool:
        """Keep the sentence or count it as dropped; whether it changed what is shown."""
        before = self.page.claims
        if not self.page.take(sentence):
            self.dropped += 1
            return False
        self.kept += 1
        return self.page.claims != before

    def worded(self, failure: str | None = None, *, is_last: bool = False) -> Worded:
        claims = self.page.claims
        notices = tuple(self._notices(failure, is_last)) if claims != self.quoted or is_last else ()
        return Worded(claims, notices, self.kept, self.dropped)

    def _notices(self, failure: str | None, is_last: bool) -> Iterator[Notice]:
        if is_last and not self.kept:
            why = " and ".join(
                filter(None, [_unsupported(self.dropped) if self.dropped or not failure else None, failure])
            )
            text = f"The language model's text was not used: {why}. The answer is in the record's own words."
            yield Notice(NoticeKind.DROPPED, text)
            return
        if self.page.claims != self.quoted:
            about = f"{self.name} worded this; each of its sentences was checked against the words it cites."
            yield Notice(NoticeKind.WRITTEN, about)
        if self.dropped:
            count = f"{self.dropped} sentence{'s' if self.dropped > 1 else ''} of {self.name} left out"
            yield Notice(NoticeKind.DROPPED, f"{count}: the passages cited do not say the same.")
        if failure:
            text = f"{self.name} did not finish: {failure}. The rest is as quoted."
            yield Notice(NoticeKind.DROPPED, text)


def _unsupported(missed: int) -> str:
    if not missed:
        return "it wrote nothing"
    which = "its one sentence does not say" if missed == 1 else f"none of its {missed} sentences says"
    return f"{which} the same as what it cites"
