"""What the reranker learns from: texts as it will read them, the right ones told as answers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
import pytest

from eval.known import Known, KnownSpan, digest
from eval.training.candidates import OTHERS, Finder, Group, learn, learn_known, pick
from eval.training.questions import Lesson
from index.ingest import ingest
from index.library import Library
from index.reranker import Rerankers
from rag.assistant import Assistant
from rag.retrieval.sharpen import sharpen

HARBOUR = """Harbour Committee

Minutes of the meeting held on 4 March 2019

Repairs to the slipway

The slipway had been damaged by the January storm. It will be mended by the end of May.
Councillor Ash thanked the divers.
"""
LANTERN = """Lantern Committee

Minutes of the meeting held on 6 May 2019

Street lanterns

The slipway lanterns were damaged by the storm. Twelve lanterns were bought.
"""
ANSWER = "It will be mended by the end of May."
OTHER = "Councillor Ash thanked the divers."


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder = tmp_path_factory.mktemp("papers")
    (folder / "harbour.txt").write_text(HARBOUR)
    (folder / "lanterns.txt").write_text(LANTERN)
    ingest(folder / "library", [folder / "harbour.txt", folder / "lanterns.txt"])
    with Library.open(folder / "library") as opened:
        yield opened


def span(words: str, document: str = "harbour.txt", text: str = HARBOUR) -> KnownSpan:
    start = text.index(words)
    return KnownSpan(document, None, start, start + len(words), digest(words))


def known(*spans: KnownSpan, facts: tuple[tuple[str, ...], ...] = ()) -> Known:
    return Known("x-1", "When is the slipway repaired?", bool(spans), "when", None, spans, (), facts)


def words(texts: tuple[str, ...]) -> list[str]:
    return [text.partition(": ")[2].partition(" « ")[0] for text in texts]


def test_a_lesson_parts_what_answers_from_what_came_up_with_it(library: Library) -> None:
    lesson = Lesson("When will the slipway be fixed?", (span(ANSWER),), span(ANSWER))
    (group,) = learn(Finder(library), [lesson])
    assert group.question == lesson.question
    assert words(group.answers) == [ANSWER]
    assert OTHER in words(group.others) and ANSWER not in words(group.others)


def test_what_no_search_brings_up_is_read_where_it_stands(library: Library, monkeypatch) -> None:
    monkeypatch.setattr("eval.training.candidates.OF_ITS_PAPER", 0)
    (group,) = learn(Finder(library), [Lesson("slipway?", (span(ANSWER),), span(ANSWER))])
    assert words(group.answers) == [ANSWER]
    assert set(words(group.others)) <= {line for line in LANTERN.replace(". ", ".\n").splitlines() if line}


def test_where_nothing_answers_all_are_others(library: Library) -> None:
    (group,) = learn(Finder(library), [Lesson("What did the slipway cost?", (), span(ANSWER))])
    assert group.answers == ()
    assert ANSWER in words(group.others)
    assert words(group.near) == [ANSWER]


def test_a_lesson_whose_words_are_gone_is_left_out(library: Library) -> None:
    gone = replace(span(ANSWER), digest="00000000")
    assert list(learn(Finder(library), [Lesson("slipway?", (gone,), gone)])) == []


def test_texts_are_what_the_reranker_reads(library: Library) -> None:
    class Recorder:
        read: tuple[str, ...] = ()

        def score(self, question: str, texts: Sequence[str]) -> list[float]:
            self.read = tuple(texts)
            return [0.0 for _ in texts]

    finder, recorder = Finder(library), Recorder()
    question = "What did the slipway cost?"
    sharpen(Rerankers(recorder, Recorder()), (question,), finder.find(question).evidence)
    (group,) = learn(finder, [Lesson(question, (), span(ANSWER))])
    assert set(recorder.read) and set(recorder.read) <= set(group.others)


def test_of_a_known_answer_the_sentence_with_the_facts_answers(library: Library) -> None:
    finder, assistant = Finder(library), Assistant(library)
    (group,) = learn_known(assistant, finder, [known(span(ANSWER), span(OTHER), facts=(("end of May",),))])
    assert words(group.answers) == [ANSWER]
    assert not {ANSWER, OTHER} & set(words(group.others))
    (silent,) = learn_known(assistant, finder, [known()])
    assert silent.answers == () and ANSWER in words(silent.others)


def test_a_question_settled_without_evidence_teaches_nothing(library: Library) -> None:
    counted = replace(known(span(ANSWER)), question="How many meetings were held?")
    assert list(learn_known(Assistant(library), Finder(library), [counted])) == []


def test_one_answer_is_picked_and_as_many_others_as_make_the_group_whole() -> None:
    group = Group("Who?", ("a", "b"), tuple("cdefghijk"))
    picked = pick(group, np.random.default_rng(1))
    assert len(picked.answers) == 1 and picked.answers[0] in group.answers
    assert len(set(picked.others)) == OTHERS and set(picked.others) <= set(group.others)
    silent = pick(replace(group, answers=(), near=("k",)), np.random.default_rng(1))
    assert (silent.answers, len(silent.others), silent.others[0]) == ((), OTHERS + 1, "k")
