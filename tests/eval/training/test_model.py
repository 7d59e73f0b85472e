"""The cross-encoder learns, and its export says what it says. Needs what training needs."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from eval import train_reranker
from eval.training.candidates import Group

QUESTION = "When is the slipway mended?"
GROUP = Group(
    QUESTION,
    ("Slips: It will be mended by May.",),
    ("Slips: Members thanked the divers.", "Bread: It is dear."),
)


def test_what_is_missing_is_told_in_a_sentence(tmp_path: Path, monkeypatch, capsys) -> None:
    monkeypatch.setattr(train_reranker, "find_spec", lambda name: None if name == "onnx" else object())
    out = tmp_path / "out.onnx"
    assert train_reranker.main(["--papers", str(tmp_path), "--out", str(out)]) == 1
    assert capsys.readouterr().err == (
        'Training needs onnx; install what it needs with: pip install "minutebook[train]"\n'
    )
    assert not out.exists()


def test_papers_that_are_not_there_are_told(tmp_path: Path, monkeypatch, capsys) -> None:
    monkeypatch.setattr(train_reranker, "NEEDED", ())
    (tmp_path / "papers").mkdir()
    assert (
        train_reranker.main(["--papers", str(tmp_path / "papers"), "--out", str(tmp_path / "out.onnx")]) == 1
    )
    assert "name the place of the training papers" in capsys.readouterr().err


def test_a_base_that_holds_no_model_is_told(tmp_path: Path, monkeypatch, capsys) -> None:
    monkeypatch.setattr(train_reranker, "NEEDED", ())
    assert train_reranker.main(["--base", str(tmp_path), "--out", str(tmp_path / "out.onnx")]) == 1
    assert capsys.readouterr().err == f"{tmp_path} holds no model; name a folder with all-mpnet-base-v2.\n"


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")  # of the exporter, about itself
@pytest.mark.parametrize("is_large", [False, True])
def test_it_learns_and_its_export_agrees(tmp_path: Path, an_mpnet: Path, is_large: bool) -> None:
    pytest.importorskip("onnx", reason="only training needs onnx")
    import torch

    from eval.training.export import export
    from eval.training.model import CrossEncoder, large, rate_at, small, teach
    from index.reranker import OnnxReranker

    torch.manual_seed(1)
    model = CrossEncoder(large(an_mpnet) if is_large else small())
    teach(model, [GROUP] * (60 if is_large else 12), 3e-4, np.random.default_rng(1), lambda line: None)
    texts = [*GROUP.answers, *GROUP.others]
    with torch.no_grad():
        exact = torch.sigmoid(model(**model.encode([QUESTION] * 3, texts))).tolist()
    assert exact[0] > max(exact[1:])
    export(model, tmp_path / "taught.onnx")
    assert OnnxReranker(tmp_path / "taught.onnx").score(QUESTION, texts) == pytest.approx(exact, abs=0.08)
    assert rate_at(0, 100) == pytest.approx(1 / 6) and rate_at(99, 100) == 0.02
