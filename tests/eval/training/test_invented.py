"""Invented items: read, checked, and set out as the reranker will read papers."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from eval.models import EvaluationError
from eval.training.invented import FILE, learn_invented, read

SENTENCES = [
    "The slipway had been damaged by the storm.",
    "Councillor Ash asked when it would be mended.",
    "She replied that it would be by May.",
    "Members thanked the divers.",
    "That the report be noted.",
]
ROW = {
    "body": "Harbour Committee",
    "date": "4 March 2019",
    "title": "Slipway",
    "kind": "minutes",
    "sentences": SENTENCES,
    "questions": [["when will it be fixed?", [2]], ["What did it cost?", [], 0]],
}


def write(path: Path, *rows: object) -> Path:
    path.write_text("\n".join(json.dumps(row) for row in rows) + "\n", encoding="utf-8")
    return path


def test_each_question_has_what_answers_and_what_comes_near(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr("eval.training.invented.UNTITLED", 0.0)
    fixed, cost = learn_invented(read(write(tmp_path / "i.jsonl", ROW)), np.random.default_rng(1))
    assert fixed.question == "when will it be fixed?"
    assert fixed.answers == (
        "Slipway: She replied that it would be by May. « Councillor Ash asked when it would be mended.",
    )
    assert "Slipway: Decided: That the report be noted." in fixed.others and fixed.near == ()
    assert cost.answers == () and cost.near == ("Slipway: The slipway had been damaged by the storm.",)
    assert set(cost.near) <= set(cost.others)


@pytest.mark.parametrize("questions", [[["Who?", [9]]], [["Who?"]], [["Who?", [1], 2]], "Who?"])
def test_a_bad_question_is_told_with_its_line(tmp_path: Path, questions: object) -> None:
    file = write(tmp_path / "i.jsonl", ROW, ROW | {"questions": questions})
    with pytest.raises(EvaluationError, match=r"i\.jsonl:2: this is no invented item"):
        read(file)


def test_the_projects_own_items_can_be_read_and_half_tempt() -> None:
    questions = [question for item in read(FILE) for question in item.questions]
    silent = [words for words, answers, _ in questions if not answers]
    assert len(questions) > 5_000
    assert 0.25 < len(silent) / len(questions) < 0.5
