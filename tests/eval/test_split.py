"""The two halves: drawn by lot, evenly over the categories, and only once."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from eval.known import Known
from eval.known_answers import load
from eval.parsing import write
from eval.split import main, split

KNOWN = [
    Known(f"x-{n}", f"Tigers {n}?", False, "absent_topic" if n % 2 else "absent_date", None, (), (), ())
    for n in range(40)
]


def test_each_half_has_its_share_of_every_category() -> None:
    tuning, final = split(KNOWN, seed=7, final_share=0.6)
    assert Counter(one.category for one in final) == {"absent_topic": 12, "absent_date": 12}
    assert sorted([*tuning, *final], key=KNOWN.index) == KNOWN
    assert [KNOWN.index(one) for one in final] == sorted(KNOWN.index(one) for one in final)


def test_the_lot_hangs_on_the_seed_and_the_ids_alone() -> None:
    final = {one.id for one in split(KNOWN, 7, 0.5)[1]}
    assert {one.id for one in split(KNOWN[::-1], 7, 0.5)[1]} == final
    assert {one.id for one in split(KNOWN, 8, 0.5)[1]} != final


def test_halves_grow_but_hold_nothing_twice(tmp_path: Path, capsys) -> None:
    file = tmp_path / "located.jsonl"
    file.write_text("".join(f"{write(one)}\n" for one in KNOWN))
    words = [str(file), "--set", "moot", "--seed", "7", "--into", str(tmp_path)]
    assert main(words) == 0
    assert capsys.readouterr().out.splitlines() == [
        "tuning: 20 known answers, 20 of them unanswerable",
        "final: 20 known answers, 20 of them unanswerable",
    ]
    assert main(words) == 1
    assert capsys.readouterr().err == "moot holds x-0 already; give these other ids: --prefix.\n"
    assert main([*words, "--prefix", "y-"]) == 0
    held = load(tmp_path / "tuning" / "moot.jsonl", tmp_path / "final" / "moot.jsonl")
    assert len({one.id for one in held}) == 80
