"""The bundled reranker reads a question and a sentence together."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import index.reranker
from index.reranker import TOKENS, OnnxReranker

ROOT = Path(__file__).parents[2]
QUESTION = "How much did the new slipway cost?"
ANSWER = "Harbour works: The slipway was built for £84,000, of which half was granted."
RELATED = "Harbour works: Members asked about the slipway and thanked the engineer for his report."
ELSEWHERE = "Allotments: The hedge at Mill Lane will be cut in March."


@pytest.fixture(scope="module")
def reranker() -> OnnxReranker:
    return OnnxReranker()


def test_a_sentence_that_answers_is_likelier_than_one_about_it_and_that_than_another(reranker) -> None:
    answer, related, elsewhere = reranker.score(QUESTION, [ANSWER, RELATED, ELSEWHERE])
    assert 1 >= answer > 0.5 > related > elsewhere >= 0


@pytest.mark.parametrize(
    ("question", "answer", "related"),
    [
        ("Who will write to the bus company?", "Buses: The Clerk was asked to write to the company.",
         "Buses: The company runs six buses an hour."),
        ("When does the library open again?", "Library: It opens its doors again on 4 May.",
         "Library: Members looked forward to the library opening."),
        ("Why was the fair called off?", "Fair: It could not be held because the field was under water.",
         "Fair: The fair is held in the field behind the church."),
    ],
)  # fmt: skip
def test_what_is_asked_for_tells_sentences_of_one_matter_apart(
    reranker, question: str, answer: str, related: str
) -> None:
    first, second = reranker.score(question, [answer, related])
    assert first > second


def test_of_no_sentences_it_says_nothing_and_loads_nothing(monkeypatch) -> None:
    monkeypatch.setattr(index.reranker, "open_onnx", None)
    assert OnnxReranker().score(QUESTION, []) == []


def test_a_sentence_has_one_chance_alone_or_in_company(reranker) -> None:
    texts = [RELATED, ANSWER, ELSEWHERE, ANSWER]
    together = reranker.score(QUESTION, texts)
    assert together == [reranker.score(QUESTION, [text])[0] for text in texts]
    assert together == OnnxReranker().score(QUESTION, texts)


@pytest.mark.parametrize("text", ["", "a", "?" * 5000, "\x00\u202e", "Fähre £1,200 – 50%", "ferry " * 5000])
def test_any_text_has_a_chance(reranker, text: str) -> None:
    (chance,) = reranker.score(QUESTION, [text])
    assert 0 <= chance <= 1


def test_a_long_question_is_read_with_some_of_the_sentence_or_none(reranker) -> None:
    (chance,) = reranker.score("slipway " * (TOKENS + 20), [ANSWER])
    assert 0 <= chance <= 1


def test_it_is_loaded_once_though_several_ask_at_once(monkeypatch) -> None:
    opened = []
    really = index.reranker.open_onnx
    monkeypatch.setattr(index.reranker, "open_onnx", lambda file: opened.append(file) or really(file))
    shared = OnnxReranker()
    with ThreadPoolExecutor(8) as pool:
        asked = [pool.submit(shared.score, QUESTION, [ANSWER, RELATED]) for _ in range(8)]
        chances = {tuple(each.result()) for each in asked}
    assert opened == [index.reranker.SMALL]
    assert len(chances) == 1


def test_it_needs_no_torch() -> None:
    code = (
        "import sys; from index.reranker import OnnxReranker;"
        f"OnnxReranker().score({QUESTION!r}, [{ANSWER!r}]);"
        "print({'torch', 'sentence_transformers', 'transformers'} & sys.modules.keys())"
    )
    told = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "set()"
