"""Training questions: read, checked against their papers, kept apart from the evaluation's."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpus.extract import extract
from eval.known import KnownSpan, digest
from eval.models import EvaluationError
from eval.sets import PAPERS
from eval.training.questions import FILE, Lesson, copied, documents, papers_in, read, settle

PAPER = (
    "The quay was mended in May at a cost of £84,000, and members thanked those who had given of their time."
)
MENDED = KnownSpan("quay.md", None, 0, 27, digest("The quay was mended in May"))
COST = KnownSpan("quay.md", None, 27, 47, digest(PAPER[27:47]))
ASKED = Lesson("what did the harbour wall cost?", (COST,), COST)


def write(path: Path, *rows: object) -> Path:
    path.write_text("\n".join(json.dumps(row) for row in rows) + "\n", encoding="utf-8")
    return path


def test_questions_follow_the_paper_they_are_about(tmp_path: Path) -> None:
    file = write(
        tmp_path / "q.jsonl",
        {"document": "quay.md"},
        {"question": "what did the harbour wall cost?", "spans": [[27, 47, COST.digest]]},
        {"document": "lamps.md"},
        {"question": "Who paid?", "spans": [], "near": [3, 9, "0123abcd"]},
    )
    assert read(file) == (ASKED, Lesson("Who paid?", (), KnownSpan("lamps.md", None, 3, 9, "0123abcd")))
    assert documents(read(file)) == ("quay.md", "lamps.md")


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (
            {"question": "Who?", "spans": []},
            "a question has question and spans, and near when spans is empty",
        ),
        (
            {"question": "Who?", "spans": [[1, 2, "a"]], "near": [1, 2, "a"]},
            "a question has question and spans",
        ),
        ({"question": " ", "spans": [[1, 2, "a"]]}, "' ' must be words"),
        ({"question": "Who?", "spans": [[2, 2, "a"]]}, "[2, 2, 'a'] is no span: [start, end, digest]"),
        ({"question": "Who?", "spans": 3}, "'spans' must be a list"),
        ({"document": ""}, "'' must be words"),
        (["Who?"], "a line must be a JSON object"),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, row: object, reason: str) -> None:
    file = write(tmp_path / "q.jsonl", {"document": "quay.md"}, row)
    with pytest.raises(EvaluationError) as raised:
        read(file)
    assert str(raised.value).startswith(f"{file}:2: {reason}")


def test_a_question_needs_a_paper_and_a_file(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match="1: a question must come after the document"):
        read(write(tmp_path / "q.jsonl", {"question": "Who?", "spans": [[1, 2, "a"]]}))
    with pytest.raises(EvaluationError, match="name a file of training questions"):
        read(tmp_path / "none.jsonl")


def test_words_that_moved_are_found_and_words_that_are_gone_leave_the_question_out() -> None:
    assert settle(ASKED, PAPER) == ASKED
    moved = settle(ASKED, "Draft. " + PAPER)
    assert moved and (moved.spans[0].start, moved.near.end) == (34, 54)
    assert settle(ASKED, "Nothing was mended.") is None
    assert settle(Lesson("Who paid?", (), COST), "Nothing was mended.") is None


def test_a_question_in_the_papers_words_is_found_out() -> None:
    words = "Was it at a cost of £84,000, and members thanked those who gave?"
    repeats = Lesson(words, (COST,), COST)
    assert list(copied([ASKED, repeats], {"quay.md": PAPER})) == [repeats]


def test_papers_are_found_by_name_however_deep(tmp_path: Path) -> None:
    (tmp_path / "2019").mkdir()
    for name in ("quay.md", "lamps.md"):
        (tmp_path / "2019" / name).write_text(PAPER)
    assert papers_in(tmp_path, ["quay.md"]) == [tmp_path / "2019" / "quay.md"]
    with pytest.raises(EvaluationError, match=r"no paper called ferry\.md; name the place"):
        papers_in(tmp_path, ["quay.md", "ferry.md"])


def test_no_paper_of_the_evaluation_is_trained_on() -> None:
    listed = Path(FILE).parents[1] / "known_answers" / "limerick.txt"
    assert len(documents(read())) == 60
    assert set(documents(read())) & set(listed.read_text(encoding="utf-8").splitlines()) == set()


def test_the_committed_questions_agree_with_their_papers() -> None:
    archive = PAPERS["limerick"]
    if not archive.is_file():
        pytest.skip(f"the papers are not at {archive}")
    lessons = read()
    names = documents(lessons)
    texts = {path.name: extract(path, path.name).text for path in papers_in(archive, names)}
    spans = [span for lesson in lessons for span in {*lesson.spans, lesson.near}]
    drifted = [span for span in spans if digest(texts[span.document][span.start : span.end]) != span.digest]
    assert drifted == []
    assert list(copied(lessons, texts)) == []
