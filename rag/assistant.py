"""The assistant: a question goes in, an answer with citations or a refusal comes out."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

from index.library import Library
from index.models import Filters, Hit
from rag.answerable import lead
from rag.calibrate import chance_cosine
from rag.choose import choose
from rag.closed import closed_notices
from rag.compose import claims_of, say
from rag.evidence import Evidence, weigh
from rag.later import later_notices
from rag.lexicon import Lexicon
from rag.models import Answer, Refusal
from rag.notices import assumed, notices_of
from rag.question import Question, read_question, understand
from rag.refuse import nearest_items, say_refusal
from rag.retrieve import Found, retrieve
from rag.sharpen import sharpen
from rag.verify import verify
from rag.writer import Writer, named_writer

NO_FILTERS = Filters()


@dataclass(frozen=True, slots=True)
class Reading:
    """A question understood, and what the record holds about it, best first."""

    asked: Question
    corrections: tuple[tuple[str, str], ...]  # misspelt, read as
    found: Found
    evidence: list[Evidence]


class Assistant:
    """Answers questions from one library. Holds no state between questions; usable from several threads."""

    def __init__(self, library: Library, writer: Writer | None = None) -> None:
        self.library = library
        self._writer = writer
        self._learn()

    def _learn(self) -> None:
        """What is true of one generation of the library: its words, and how near chance comes."""
        self._lexicon = Lexicon(self.library)
        self._chance = chance_cosine(self.library)
        self._urls = {document.id: document.url for document in self.library.documents()}

    @classmethod
    def open(cls, path: Path) -> Assistant:
        """With the writer that MINUTEBOOK_LLM names, if any. Raises LibraryError when the library cannot be opened,
        WriterError when the writer's settings cannot be read."""
        writer = named_writer()
        return cls(Library.open(path), writer)

    def ask(self, question: str, filters: Filters = NO_FILTERS) -> Answer | Refusal:
        """The whole pipeline. Raises QuestionError for a question that cannot be asked."""
        started = time.perf_counter()
        reading = self._read(question, filters)
        asked, found, evidence = reading.asked, reading.found, reading.evidence
        best = lead(asked, evidence)
        if best is not None:
            choice = choose(asked, evidence, best)
            claims, citations = claims_of(choice, self._urls)
            kept = verify(claims, citations)
            if kept:
                later = later_notices(self.library, choice)
                notices = notices_of(asked, choice, claims, reading.corrections, later)
                told = [each.passage for each in choice.evidence]
                notices += closed_notices(self.library, asked, filters, told)
                if self._writer:
                    kept, about_words = self._writer.reword(question, kept, citations)
                    notices += about_words
                text, near = say(kept, citations), nearest_items(found.candidates)
                seconds = time.perf_counter() - started
                return Answer(question, text, kept, citations, notices, near, seconds)
        text, near = say_refusal(self.library, asked, filters), nearest_items(found.nearest)
        notices = (*assumed(reading.corrections), *closed_notices(self.library, asked, filters))
        return Refusal(question, text, notices, near, time.perf_counter() - started)

    def search(self, question: str, k: int, filters: Filters = NO_FILTERS) -> list[Hit]:
        """The k passages that hold the best sentences, best first, whether or not they answer; scored by that sentence.

        Raises QuestionError as `ask` does.
        """
        best: dict[int, Evidence] = {}
        for each in self._read(question, filters).evidence:
            best.setdefault(each.passage.id, each)
        top = list(best.values())[:k]
        return [Hit(each.passage, each.score, rank) for rank, each in enumerate(top, start=1)]

    def _read(self, question: str, filters: Filters) -> Reading:
        """The first half of the pipeline: understand, retrieve, weigh every sentence."""
        if self.library.refresh():
            self._learn()
        mended, corrections = self._lexicon.mend(read_question(question).text)
        asked = understand(mended)
        terms = self._lexicon.read(asked)
        found = retrieve(self.library, asked, terms, filters)
        weighed = weigh(asked, terms, found.candidates)
        evidence = sharpen(self.library.embedder, self._chance, found.vector, weighed)
        return Reading(asked, corrections, found, evidence)
