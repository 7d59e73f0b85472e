"""SQuAD's questions: the sentence with the answer is told from the others of its paragraph."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from eval.models import EvaluationError
from eval.training.squad import learn_squad

CONTEXT = "The pier is of iron. It was built in 1871. A storm broke it in 1898."


def paragraph() -> dict[str, object]:
    built = {"question": "When was it built?", "answers": [{"text": "1871", "answer_start": 37}]}
    painted = {"text": "1898", "answer_start": CONTEXT.index("1898")}
    silent = {"question": "When was it painted?", "answers": [], "is_impossible": True}
    return {"context": CONTEXT, "qas": [built, silent | {"plausible_answers": [painted]}]}


def test_the_sentence_that_holds_the_answer_answers(tmp_path: Path) -> None:
    file = tmp_path / "squad.json"
    file.write_text(json.dumps({"data": [{"title": "The_pier", "paragraphs": [paragraph()]}]}))
    built, painted = learn_squad(file)
    assert built.answers == ("The pier: It was built in 1871. « The pier is of iron.",)
    assert built.others == (
        "The pier: The pier is of iron.",
        "The pier: A storm broke it in 1898. « It was built in 1871.",
    )
    assert (painted.answers, painted.near) == ((), built.others[1:])
    assert set(painted.others) == {*built.answers, *built.others}


def test_another_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "other.json").write_text("[]")
    with pytest.raises(EvaluationError, match="cannot be read as SQuAD"):
        list(learn_squad(tmp_path / "other.json"))
