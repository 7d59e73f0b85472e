"""What the reranker learns from: for each question the sentences that answer it, and others that came up with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from corpus.models import SourceSpan
from eval.known import Known, KnownSpan
from eval.places import overlaps
from eval.training.questions import Lesson, settle
from eval.wording import fold, holds
from index.library import Library
from index.models import Filters
from rag.assistant import Assistant
from rag.computed.routes import compute
from rag.computed.told import Request
from rag.models import Answer, Refusal
from rag.retrieval.evidence import Evidence, weigh
from rag.retrieval.retrieve import retrieve
from rag.retrieval.sharpen import read_alone
from rag.understanding.conversation import make_whole
from rag.understanding.held import Held
from rag.understanding.lexicon import Lexicon
from rag.understanding.question import clean, understand
from rag.understanding.resolve import resolve
from rag.understanding.tying import within

OF_ITS_PAPER, OF_OTHERS = (
    30,
    6,
)  # candidates of a lesson: another paper may hold a like answer, not told as one
OTHERS = 5  # of a group at a time, beside one answer
OF_KNOWN, NEAR_KNOWN, NEAR_SILENCE = 40, 25, 10  # looked at for what answers; for what does not


@dataclass(frozen=True, slots=True)
class Group:
    """A question with texts as `read_alone` forms them."""

    question: str
    answers: tuple[str, ...]  # () where none does
    others: tuple[str, ...]
    near: tuple[str, ...] = ()  # of the others, what is most easily taken for an answer


def pick(group: Group, draw: np.random.Generator) -> Group:
    """One of the group's answers, if it has any, and some of its others: first what is near."""
    answers = [group.answers[at] for at in draw.permutation(len(group.answers))[:1]]
    others = [group.others[at] for at in draw.permutation(len(group.others))]
    others.sort(key=lambda text: text not in group.near)
    return Group(group.question, tuple(answers), tuple(others[: OTHERS + 1 - len(answers)]))


@dataclass(frozen=True, slots=True)
class Sought:
    """A question as it is put to the evidence, which is best first."""

    text: str
    evidence: list[Evidence]
    settled: bool  # before any evidence is weighed: computed or refused


class Finder:
    """Finds the pipeline's own candidates in a library, before any reranker orders them."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self._lexicon, self._held = Lexicon(library), Held(library)

    def find(self, question: str, before: Sequence[Answer | Refusal] = ()) -> Sought:
        mended, _ = self._lexicon.mend(clean(question))
        whole = make_whole(mended, before, self.library)
        bound = within(Filters(), whole.bound)
        resolved = resolve(understand(whole.text), self._held, bound)
        asked, words = resolved.question, self._lexicon.read(resolved.question)
        settled = (
            resolved.refused or whole.unclear or compute(Request(asked, self.library, self._lexicon, bound))
        )
        found = retrieve(self.library, asked, words, bound)
        return Sought(asked.text, weigh(asked, words, found.candidates), bool(settled))


def learn(finder: Finder, lessons: Iterable[Lesson]) -> Iterator[Group]:
    """A group for each lesson whose words are still in its paper."""
    texts: dict[str, str] = {}
    for lesson in lessons:
        name = lesson.document
        text = texts.setdefault(name, finder.library.document_text(name))
        if settled := settle(lesson, text):
            yield _of_lesson(finder, settled)


def _of_lesson(finder: Finder, lesson: Lesson) -> Group:
    sought = finder.find(lesson.question)
    own = [each for each in sought.evidence if _document(each) == lesson.document][:OF_ITS_PAPER]
    others = [each for each in sought.evidence if _document(each) != lesson.document][:OF_OTHERS]
    answers = [each for each in own if _is_known(each, lesson.spans)]
    missed = [span for span in lesson.spans if not any(_is_known(each, (span,)) for each in answers)]
    rest = [each for each in [*own, *others] if each not in answers]
    near = [] if lesson.spans else [each for each in rest if _is_known(each, (lesson.near,))]
    return Group(
        sought.text,
        (*map(_text, answers), *_read_where_they_stand(finder.library, missed)),
        tuple(map(_text, rest)),
        tuple(map(_text, near)),
    )


def _read_where_they_stand(library: Library, spans: Sequence[KnownSpan]) -> Iterator[str]:
    """The texts of spans that no search brought up."""
    for span in spans:
        for passage in library.passages(document=span.document):
            start, end = span.start - passage.span.start, span.end - passage.span.start
            if start >= 0 and end <= len(passage.text):
                yield read_alone(passage, span.start, span.end)
                break


def learn_known(assistant: Assistant, finder: Finder, known: Iterable[Known]) -> Iterator[Group]:
    """A group for each known answer that is sought among sentences, where candidates hold what it needs."""
    for one in known:
        before: list[Answer | Refusal] = []
        for question in one.after:
            before.append(assistant.ask(question, before=tuple(before)))
        sought = finder.find(one.question, before)
        if not sought.settled and (group := _of_known(one, sought)):
            yield group


def _of_known(known: Known, sought: Sought) -> Group | None:
    found = sought.evidence[:OF_KNOWN]
    if not known.answerable:
        return Group(sought.text, (), tuple(map(_text, found[:NEAR_SILENCE]))) if found else None
    cited = [each for each in found if _is_known(each, known.spans)]
    answers = [each for each in cited if _facts_met(known, each)] or cited
    others = [each for each in found[:NEAR_KNOWN] if each not in cited and not _says_all(known, each)]
    if not answers or not others:
        return None
    return Group(sought.text, tuple(map(_text, answers)), tuple(map(_text, others)))


def _says_all(known: Known, evidence: Evidence) -> bool:
    return bool(known.facts) and _facts_met(known, evidence) == len(known.facts)


def _facts_met(known: Known, evidence: Evidence) -> int:
    text = fold(evidence.text)
    return sum(any(holds(text, words) for words in group) for group in known.facts)


def _is_known(evidence: Evidence, spans: Iterable[KnownSpan]) -> bool:
    name = _document(evidence)
    stands = SourceSpan(name, None, evidence.start, evidence.end)
    return any(overlaps(stands, span, [name]) for span in spans)


def _document(evidence: Evidence) -> str:
    return evidence.passage.span.document_id


def _text(evidence: Evidence) -> str:
    return read_alone(evidence.passage, evidence.start, evidence.end)
