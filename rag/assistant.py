"""The assistant: a question goes in, an answer with citations or a refusal comes out."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from index.library import Library
from index.models import Filters, Hit
from index.reranker import Rerankers
from rag.answering.answerable import Verdict, judge
from rag.answering.cells import tell_cells
from rag.answering.choose import choose
from rag.answering.closed import closed_notices
from rag.answering.compose import claims_of, claims_of_quotes, say
from rag.answering.follow import read_on, with_decisions
from rag.answering.further import answer_further
from rag.answering.later import later_notices
from rag.answering.latest import latest_first
from rag.answering.notices import assumed, left_out, notices_of
from rag.answering.posts import posts_notices, with_posts
from rag.answering.printed import with_lists
from rag.answering.read_as import read_as
from rag.answering.refuse import nearest_items, say_refusal
from rag.answering.rows import with_rows
from rag.answering.silence import why_silent
from rag.answering.terms import cited_by_claims, explain, meanings_within
from rag.answering.untold import untold
from rag.computed.routes import compute
from rag.computed.told import Request, Silence, Told
from rag.models import Answer, Citation, Claim, Notice, Refusal, Term
from rag.retrieval.evidence import Evidence, weigh
from rag.retrieval.overrule import overrule
from rag.retrieval.retrieve import Candidate, Found, retrieve
from rag.retrieval.sharpen import sharpen
from rag.understanding.chat import NOT_FOLLOWED, turn_away
from rag.understanding.conversation import make_whole
from rag.understanding.framing import leave_out_framing
from rag.understanding.going_on import is_as_sure, knows_most, may_be_of_the_last
from rag.understanding.held import Held
from rag.understanding.instructions import leave_out_instructions
from rag.understanding.lexicon import Lexicon
from rag.understanding.lexicon import Term as Sought
from rag.understanding.question import Question, clean, understand
from rag.understanding.resolve import resolve
from rag.understanding.rough import leave_out_rough
from rag.understanding.translate import in_the_records_words
from rag.understanding.tying import Whole, retied, tied, within
from rag.writing.verify import verify
from rag.writing.writer import Writer, named_writer

NO_FILTERS = Filters()
SURE_BEYOND = 0.9  # confidence from which the record's words answer where the catalogue has nothing
LIKELY = 0.6  # likewise from which another item that was told answers what the first of them does not


@dataclass(frozen=True, slots=True)
class Understood:
    """A question as it was read, and what was assumed in reading it."""

    asked: Question
    whole: Whole
    meant: str | None  # as it was read, when that is not as it was asked
    assumed: tuple[Notice, ...]
    refused: str | None  # why no paper can answer it, in a sentence


class Assistant:
    """Answers questions from one library. Holds no state between questions; usable from several threads."""

    def __init__(
        self, library: Library, writer: Writer | None = None, rerankers: Rerankers | None = None
    ) -> None:
        self.library = library
        self._rerankers = rerankers or Rerankers()
        self._writer = writer
        self._learn()

    def _learn(self) -> None:
        """What is true of one generation of the library: its words and its bodies."""
        self._lexicon = Lexicon(self.library)
        self._held = Held(self.library)
        self._urls = {document.id: document.url for document in self.library.documents()}

    @classmethod
    def open(cls, path: Path) -> Assistant:
        """With the writer that MINUTEBOOK_LLM names, if any. Raises LibraryError when the library cannot be opened,
        WriterError when the writer's settings cannot be read."""
        writer = named_writer()
        return cls(Library.open(path), writer)

    def ask(
        self, question: str, filters: Filters = NO_FILTERS, before: Sequence[Answer | Refusal] = ()
    ) -> Answer | Refusal:
        """The reply to a question. `before` holds the earlier replies of the conversation, oldest first.

        Raises QuestionError for a question that cannot be asked.
        """
        *_, reply = self.ask_in_steps(question, filters, before)
        return reply

    def ask_in_steps(
        self, question: str, filters: Filters = NO_FILTERS, before: Sequence[Answer | Refusal] = ()
    ) -> Iterator[Answer | Refusal]:
        """The reply as it comes: at once in the record's own words; then, if a language model is named, whole again
        after each of its sentences that was verified. The last one is final; refusals, counts and lists have no other.
        """
        started = time.perf_counter()
        reply = self._reply(question, filters, before)
        yield reply
        if self._writer and isinstance(reply, Answer) and reply.computed is None:
            asked = reply.meant or question
            for step in self._writer.reword(asked, reply.claims, reply.citations):
                terms, citations = self._explain(step.claims, cited_by_claims(reply), filters)
                text, notices = say(step.claims, citations, terms=terms), (*reply.notices, *step.notices)
                took = time.perf_counter() - started
                yield replace(reply, text=text, claims=step.claims, citations=citations, notices=notices,
                              terms=terms, seconds=took)  # fmt: skip

    def _reply(self, question: str, filters: Filters, before: Sequence[Answer | Refusal]) -> Answer | Refusal:
        """The whole pipeline, but for what a language model makes of it."""
        started = time.perf_counter()
        understood = self._understand(question, filters, before)
        reply = self._told(question, understood, filters, before)
        again = tied(understood.whole.text, before) if before and understood.whole.said is None else None
        open_to = not understood.refused and may_be_of_the_last(understood.asked, reply, before[-1:])
        if again and open_to and knows_most(self._lexicon.read(understood.asked)):
            # Perhaps it asks of what was told last.
            second = self._understand(question, filters, before, again)
            told = self._told(question, second, filters, before)
            if isinstance(told, Answer) and (isinstance(reply, Refusal) or is_as_sure(told, reply)):
                understood, reply = second, told
        if isinstance(reply, Refusal) and reply.confidence is not None:  # the item told of does not say
            for other, surely in retied(understood.whole, before):
                second = self._understand(question, filters, before, other)
                told = self._told(question, second, filters, before)
                if isinstance(told, Answer) and (told.confidence or 0.0) >= (
                    SURE_BEYOND if surely else LIKELY
                ):
                    understood, reply = second, told
                    break
        return replace(reply, meant=understood.meant, seconds=time.perf_counter() - started)

    def _told(
        self, question: str, understood: Understood, filters: Filters, before: Sequence[Answer | Refusal]
    ) -> Answer | Refusal:
        """Counted or listed from the catalogue, found in the record's words, or refused."""
        if understood.refused:
            return self._refuse(question, understood, (), filters, understood.refused)
        if understood.whole.unclear and not filters:
            return self._refuse(question, understood, (), filters, understood.whole.unclear)
        bound = within(filters, understood.whole.bound)
        told = compute(Request(understood.asked, self.library, self._lexicon, bound))
        if isinstance(told, Told):
            return self._tell_computed(question, understood, told, bound)
        if isinstance(told, Silence):
            found = self._tell_found(question, understood, filters, before)
            if isinstance(found, Answer) and (found.confidence or 0.0) >= SURE_BEYOND and not told.sure:
                return found
            near = retrieve(
                self.library, understood.asked, self._lexicon.read(understood.asked), filters
            ).nearest
            return self._refuse(question, understood, near, filters, told.reason)
        return self._tell_found(question, understood, filters, before)

    def _tell_found(
        self, question: str, understood: Understood, filters: Filters, before: Sequence[Answer | Refusal]
    ) -> Answer | Refusal:
        """What the best sentences of the record say, or a refusal when none of them answers."""
        asked = understood.asked
        found, evidence, verdict = self._look(understood, filters, before)
        if verdict.lead is not None:
            choice = read_on(self.library, asked, choose(asked, evidence, verdict.lead))
            choice = answer_further(self._rerankers, asked, evidence, choice)
            choice = with_posts(asked, evidence, choice)
            choice = with_lists(self.library, asked, evidence, choice)
            choice = with_rows(self.library, asked, choice)
            choice = latest_first(asked, with_decisions(self.library, choice))
            claims, citations = claims_of(choice, self._urls, partial(tell_cells, self.library, asked))
            kept = verify(claims, citations)
            if kept:
                later = later_notices(self.library, choice)
                notices = (*understood.assumed, *read_as(self._lexicon.read(asked), choice.evidence))
                notices += (*notices_of(asked, choice, claims, later), *posts_notices(asked, choice, claims))
                told = [each.passage for each in choice.evidence]
                notices += closed_notices(self.library, asked, filters, told)
                near = nearest_items(found.candidates)
                terms, citations = self._explain(kept, citations, filters)
                text = say(kept, citations, terms=terms)
                return Answer(question, text, kept, citations, notices, near, 0.0, terms=terms,
                              confidence=verdict.confidence)  # fmt: skip
        silence = why_silent(self.library, asked, self._lexicon.read(asked), evidence, verdict.denied_by)
        nearest = (*silence.about, *found.nearest)
        refusal = self._refuse(question, understood, nearest, filters, silence.reason)
        return replace(refusal, confidence=verdict.confidence)

    def _tell_computed(
        self, question: str, understood: Understood, told: Told, filters: Filters
    ) -> Answer | Refusal:
        """Exact words from the catalogue, complete, with what was counted."""
        claims, citations = claims_of_quotes(told.quotes, self._urls, partial(tell_cells, self.library, None))
        kept = verify(claims, citations)
        passages = [each.passage for each in told.quotes]
        notices = (*understood.assumed, *told.notices)
        notices += closed_notices(self.library, understood.asked, filters, passages)
        terms, citations = self._explain(kept, citations, filters)
        text = say(kept, citations, told.computed, terms)
        return Answer(question, text, kept, citations, notices, (), 0.0, computed=told.computed, terms=terms)

    def _explain(
        self, claims: Sequence[Claim], citations: Sequence[Citation], filters: Filters
    ) -> tuple[tuple[Term, ...], tuple[Citation, ...]]:
        """The acronyms of the claims, and the citations with those of the words that explain them."""
        meanings = partial(meanings_within, self.library, self._lexicon.glossary, filters)
        return explain(meanings, claims, citations, self._urls)

    def _refuse(
        self,
        question: str,
        understood: Understood,
        nearest: Sequence[Candidate],
        filters: Filters,
        reason: str | None = None,
    ) -> Refusal:
        text = say_refusal(self.library, understood.asked, filters, reason)
        notices = (*understood.assumed, *closed_notices(self.library, understood.asked, filters))
        return Refusal(question, text, notices, nearest_items(nearest), 0.0)

    def judge(
        self, question: str, filters: Filters = NO_FILTERS, before: Sequence[Answer | Refusal] = ()
    ) -> Verdict | None:
        """How sure it is that the record answers, and by what signs; None for a question that is settled before any is
        looked at: one that is refused as it stands, or computed.

        Raises QuestionError as `ask` does.
        """
        understood = self._understand(question, filters, before)
        bound = within(filters, understood.whole.bound)
        settled = understood.refused or (understood.whole.unclear and not filters)
        if settled or compute(Request(understood.asked, self.library, self._lexicon, bound)):
            return None
        return self._look(understood, filters, before)[2]

    def search(self, question: str, k: int, filters: Filters = NO_FILTERS) -> list[Hit]:
        """The k passages that hold the best sentences, best first, whether or not they answer; scored by that sentence.

        Raises QuestionError as `ask` does.
        """
        best: dict[int, Evidence] = {}
        asked = self._understand(question, filters).asked
        terms = self._lexicon.read(asked)
        for each in self._weigh(asked, terms, retrieve(self.library, asked, terms, filters)):
            best.setdefault(each.passage.id, each)
        top = list(best.values())[:k]
        return [Hit(each.passage, each.score, rank) for rank, each in enumerate(top, start=1)]

    def _understand(
        self,
        question: str,
        filters: Filters,
        before: Sequence[Answer | Refusal] = (),
        whole: Whole | None = None,
    ) -> Understood:
        """What is asked: rid of rough words, instructions and misspellings, made whole by the conversation, read, and
        put to this library."""
        if self.library.refresh():
            self._learn()
        asked = clean(question)
        civil, rough = leave_out_rough(asked)
        kept, instructed = leave_out_instructions(civil)
        mended, corrections = self._lexicon.mend(kept or civil)
        whole = whole or make_whole(mended, before, self.library)
        meant = whole.said or (mended if mended != asked else None)
        found = resolve(understand(whole.text), self._held, within(filters, whole.bound))
        notices = (*left_out(rough, instructed), *assumed(corrections), *whole.assumed, *found.assumed)
        refused = (turn_away(whole.text) or found.refused) if kept else NOT_FOLLOWED
        return Understood(found.question, whole, meant, notices, refused)

    def _look(
        self, understood: Understood, filters: Filters, before: Sequence[Answer | Refusal]
    ) -> tuple[Found, list[Evidence], Verdict]:
        """What is found, the evidence in it, best first, and whether it answers."""
        asked, words = understood.asked, self._lexicon.read(understood.asked)
        found = retrieve(self.library, asked, words, within(filters, understood.whole.bound))
        evidence = self._weigh(asked, words, found)
        if understood.whole.more:
            evidence = untold(evidence, before)
        return found, evidence, judge(asked, words, evidence)

    def _weigh(self, asked: Question, terms: Sequence[Sought], found: Found) -> list[Evidence]:
        weighed = weigh(asked, terms, found.candidates)
        text = leave_out_framing(asked.text)
        wordings = (text, in_the_records_words(text, terms))
        return overrule(asked, sharpen(self._rerankers, wordings, weighed))
