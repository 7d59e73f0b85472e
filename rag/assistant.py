"""The assistant: a question goes in, an answer with citations or a refusal comes out."""

from __future__ import annotations

import time
from pathlib import Path

from index.library import Library
from index.models import Filters
from rag.answerable import lead
from rag.calibrate import chance_cosine
from rag.choose import choose
from rag.compose import claims_of, say
from rag.evidence import weigh
from rag.lexicon import Lexicon
from rag.models import Answer, Refusal
from rag.notices import notices_of
from rag.question import read_question
from rag.refuse import nearest_items, say_refusal
from rag.retrieve import retrieve
from rag.sharpen import sharpen
from rag.verify import verify

NO_FILTERS = Filters()


class Assistant:
    """Answers questions from one library. Holds no state between questions; usable from several threads."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self._learn()

    def _learn(self) -> None:
        """What is true of one generation of the library: its words, and how near chance comes."""
        self._lexicon = Lexicon(self.library)
        self._chance = chance_cosine(self.library)
        self._urls = {document.id: document.url for document in self.library.documents()}

    @classmethod
    def open(cls, path: Path) -> Assistant:
        """Raises LibraryError when the library cannot be opened."""
        return cls(Library.open(path))

    def ask(self, question: str, filters: Filters = NO_FILTERS) -> Answer | Refusal:
        """The whole pipeline. Raises QuestionError for a question that cannot be asked."""
        started = time.perf_counter()
        if self.library.refresh():
            self._learn()
        mended, corrections = self._lexicon.mend(read_question(question).text)
        asked = read_question(mended)
        terms = self._lexicon.read(asked)
        found = retrieve(self.library, asked, terms, filters)
        weighed = weigh(asked, terms, found.candidates)
        evidence = sharpen(self.library.embedder, self._chance, found.vector, weighed)
        best = lead(asked, evidence)
        if best is not None:
            choice = choose(asked, evidence, best)
            claims, citations = claims_of(choice, self._urls)
            kept = verify(claims, citations)
            if kept:
                notices = notices_of(asked, choice, claims, corrections)
                text, near = say(kept, citations), nearest_items(found.candidates)
                seconds = time.perf_counter() - started
                return Answer(question, text, kept, citations, notices, near, seconds)
        text, near = say_refusal(self.library, asked, filters), nearest_items(found.nearest)
        return Refusal(question, text, (), near, time.perf_counter() - started)
