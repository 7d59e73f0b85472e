"""The assistant: a question goes in, an answer with citations or a refusal comes out."""

from __future__ import annotations

import time
from pathlib import Path

from index.library import Library
from index.models import Filters
from rag.answerable import lead
from rag.calibrate import chance_cosine
from rag.choose import choose
from rag.compose import claims_of, notices_of, say
from rag.evidence import weigh
from rag.lexicon import Lexicon
from rag.models import Answer, Refusal
from rag.question import Wanted, read_question
from rag.refuse import nearest_items, say_refusal
from rag.retrieve import retrieve, with_decisions
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
        decided = asked.wanted is Wanted.DECISION
        candidates = with_decisions(self.library, found.candidates) if decided else found.candidates
        weighed = sharpen(self.library.embedder, self._chance, asked, weigh(asked, terms, candidates))
        if (best := lead(asked, weighed)) is not None:
            choice = choose(asked, weighed, best)
            claims, citations = claims_of(choice, self._urls())
            kept, dropped = verify(claims, citations)
            if kept:
                notices = notices_of(choice, corrections)
                return Answer(question, say(kept, citations), tuple(kept), tuple(citations), tuple(notices),
                              nearest_items(found.candidates), time.perf_counter() - started)  # fmt: skip
        return Refusal(question, say_refusal(self.library, asked, filters), (), nearest_items(found.nearest),
                       time.perf_counter() - started)  # fmt: skip

    def _urls(self) -> dict[str, str | None]:
        return {document.id: document.url for document in self.library.documents()}
