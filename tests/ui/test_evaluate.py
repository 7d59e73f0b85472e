"""`minutebook eval` hands on what it is asked for."""

from __future__ import annotations

from pathlib import Path

import eval.run
from ui.cli import main


def test_choices_reach_the_evaluation(monkeypatch) -> None:
    heard: dict[str, object] = {}

    def listen(sets: list[str], **choices: object) -> int:
        heard.update(choices, sets=list(sets))
        return 1

    monkeypatch.setattr(eval.run, "run", listen)
    words = "eval sample kent --half final --baseline --floor --no-misses --report out.html --json"
    assert main(words.split()) == 1
    assert heard == {
        "sets": ["sample", "kent"],
        "half": "final",
        "library": None,
        "papers": None,
        "as_json": True,
        "baseline": True,
        "misses": False,
        "floor": True,
        "page": Path("out.html"),
    }
    assert main(["eval"]) == 1
    assert (heard["sets"], heard["half"]) == (["seeds", "sample", "kent", "limerick"], None)


def test_there_are_two_halves(capsys) -> None:
    assert main(["eval", "--half", "third"]) == 2
    assert "tuning" in capsys.readouterr().err
