"""Prose by a language model, if one is named: it may put verified claims more plainly, and all it writes is checked.

The model gets the question and the numbered quotes as data. Of its reply, each sentence that says the same as a
sentence it cites takes that sentence's place as soon as it is whole; every other one is dropped whole and counted.
What no sentence tells stays as quoted, so a model can neither leave anything out nor put anything in.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from functools import cached_property
from threading import BoundedSemaphore
from typing import TYPE_CHECKING

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

Worded = tuple[tuple[Claim, ...], tuple[Notice, ...]]


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
        page = Page(claims, citations)
        if not page.passages:
            return
        until = time.monotonic() + self.seconds
        kept, dropped, wrong = 0, 0, None
        for _ in range(TRIES):
            missed, problem = 0, None
            try:
                for sentence in self._sentences(question, page, wrong, until):
                    if page.take(sentence):
                        kept += 1
                        yield page.claims, self._notices(kept, dropped + missed, None)
                    else:
                        missed += 1
                    if page.is_full or missed >= MOST_DROPPED:
                        break
            except WriterError as failure:
                problem = failure
            dropped += missed
            wrong = str(problem) if problem else None if kept else _unsupported(missed)
            if kept or isinstance(problem, SetUpError) or time.monotonic() >= until:
                break
        yield page.claims, self._notices(kept, dropped, wrong)

    def _sentences(self, question: str, page: Page, wrong: str | None, until: float) -> Iterator[Sentence]:
        messages = ask_for_prose(question, page.passages, wrong)
        return whole_sentences(stream(lambda: self._model, messages, until, self._calls, LONGEST_REPLY))

    def _notices(self, kept: int, dropped: int, wrong: str | None) -> tuple[Notice, ...]:
        if not kept:
            text = (
                f"The language model's text was not used: {wrong}. The answer is in the record's own words."
            )
            return (Notice(NoticeKind.DROPPED, text),)
        about = f"{self.name} worded this; each of its sentences was checked against the words it cites."
        notices = [Notice(NoticeKind.WRITTEN, about)]
        if dropped:
            count = f"{dropped} sentence{'s' if dropped > 1 else ''} of {self.name} left out"
            notices.append(Notice(NoticeKind.DROPPED, f"{count}: the passages cited do not say the same."))
        if wrong:
            notices.append(
                Notice(NoticeKind.DROPPED, f"{self.name} did not finish: {wrong}. The rest is as quoted.")
            )
        return tuple(notices)

    @cached_property
    def _model(self) -> BaseChatModel:
        return set_up(self._given) if isinstance(self._given, str) else self._given


def named_writer() -> Writer | None:
    """The writer that MINUTEBOOK_LLM names, None when it is unset. Raises WriterError for settings it cannot read."""
    named = named_model()
    return Writer(*named) if named else None


def _unsupported(missed: int) -> str:
    if not missed:
        return "it wrote nothing"
    which = "its one sentence does not say" if missed == 1 else f"none of its {missed} sentences says"
    return f"{which} the same as what it cites"
