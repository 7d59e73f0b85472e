"""The vectors of late interaction learn, and what is saved says what they say. Needs what training needs."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from eval import train_reranker
from eval.training.candidates import Group
from index.late import LateInteraction

QUESTION = "When is the slipway mended?"
GROUPS = [
    Group(QUESTION, ("Slips: It will be repaired by May.",), ("Slips: Members thanked the divers.",)),
    Group("Is bread dear?", ("Bread: A loaf is costly.",), ("Bread: It is brown.", "Bread: It is fresh.")),
    Group("Who sang?", (), ("Choir: It is old.",)),
]


def test_it_needs_a_base(tmp_path: Path, monkeypatch, capsys) -> None:
    monkeypatch.setattr(train_reranker, "NEEDED", ())
    out = tmp_path / "out.npz"
    assert train_reranker.main(["--late", "--papers", str(tmp_path), "--out", str(out)]) == 1
    assert capsys.readouterr().err == "--late needs --base, a folder with all-mpnet-base-v2.\n"
    assert not out.exists()


@pytest.mark.slow
def test_it_learns_and_what_is_saved_agrees(tmp_path: Path, an_mpnet: Path, monkeypatch) -> None:
    pytest.importorskip("transformers", reason="only training needs transformers")
    import torch

    from eval.training import late

    torch.manual_seed(1)
    monkeypatch.setattr(late, "DIMENSIONS", 32)
    monkeypatch.setattr(late, "AT_ONCE", 2)
    monkeypatch.setattr(late, "ROUNDS", 200)
    model = late.untaught(an_mpnet, GROUPS)
    heard: list[str] = []
    late.teach_late(model, GROUPS, np.random.default_rng(1), heard.append)
    assert heard[-1].startswith("step 200 of 200, loss 0.")
    out = tmp_path / "late.npz"
    model.save(out)
    texts = [*GROUPS[0].answers, *GROUPS[0].others]
    saved = LateInteraction(out).score(QUESTION, texts)
    with torch.no_grad():
        exact = model(late._pieces([QUESTION]), late._pieces(texts))[0].tolist()
    assert saved[0] > saved[1]
    assert saved == pytest.approx(exact, abs=0.02)
