"""Files of known answers: what is taken, and what is said of a line that is not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpus.models import SectionKind
from eval.known_answers import Known, KnownAnswersError, Place, load, main, parse

GOOD = {
    "id": "x-1",
    "question": "What was agreed about lanterns?",
    "answerable": True,
    "category": "decision",
    "kind": "decision",
    "citations": [{"document": "a.txt", "item": "4", "decision": "1"}],
    "facts": [["12 lanterns", "twelve lanterns"]],
    "note": "plain",
}
SILENT = {"id": "x-2", "question": "Tigers?", "answerable": False, "category": "absent_topic", "kind": None}
SILENT |= {"citations": [], "facts": []}


def write(path: Path, *rows: object) -> Path:
    path.write_text("\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows))
    return path


def test_a_line_becomes_a_known_answer() -> None:
    assert parse(json.dumps(GOOD)) == Known(
        id="x-1",
        question="What was agreed about lanterns?",
        answerable=True,
        category="decision",
        kind=SectionKind.DECISION,
        places=(Place("a.txt", "4", "1"),),
        facts=(("12 lanterns", "twelve lanterns"),),
        note="plain",
    )


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"id": None}, "'id' must be given and be a str"),
        ({"question": " "}, "'id' and 'question' must not be blank"),
        ({"answerable": "yes"}, "'answerable' must be given and be a bool"),
        ({"category": "absent_topic"}, "category 'absent_topic' is not one for an answerable question"),
        ({"colour": "red"}, "unknown field 'colour'"),
        ({"citations": []}, "an answerable question needs at least one citation and one fact"),
        ({"facts": []}, "an answerable question needs at least one citation and one fact"),
        ({"facts": ["12"]}, "a fact is a list of at least one alternative"),
        ({"facts": [[""]]}, "an alternative of a fact must be words"),
        ({"kind": "gossip"}, "kind 'gossip' is none of"),
        ({"citations": [{"item": "4"}]}, "a citation must name its document"),
        ({"citations": [{"document": "a", "page": 4}]}, "a citation is an object with document, item"),
        ({"citations": [{"document": "a", "item": 4}]}, "'item' must be words or null"),
        ({"answerable": False, "category": "absent_fact"}, "an unanswerable question has no citations"),
    ],
)
def test_a_bad_line_is_refused_with_file_line_and_reason(tmp_path: Path, change: dict, reason: str) -> None:
    file = write(tmp_path / "bad.jsonl", SILENT, "", GOOD | change)
    with pytest.raises(KnownAnswersError) as refused:
        load(file)
    assert str(refused.value).startswith(f"{file}:3: {reason}")


def test_not_json_twice_the_same_id_and_no_file_are_refused(tmp_path: Path) -> None:
    with pytest.raises(KnownAnswersError, match=r"a\.jsonl:1: Expecting"):
        load(write(tmp_path / "a.jsonl", "{nonsense"))
    with pytest.raises(KnownAnswersError, match=r"b\.jsonl:1: a line must be a JSON object"):
        load(write(tmp_path / "b.jsonl", "[]"))
    with pytest.raises(KnownAnswersError, match=r"c\.jsonl:2: id 'x-1' is used twice"):
        load(write(tmp_path / "c.jsonl", GOOD, GOOD))
    with pytest.raises(KnownAnswersError, match=r"none\.jsonl: cannot be read"):
        load(tmp_path / "none.jsonl")


PAPER = """Agenda and minutes

Lantern Committee - Monday, 4th March, 2024 2.00 pm

Venue: The Old Hall

Items
No. Item

4.

Street lanterns pdf icon PDF 20 KB

Minutes:

The committee heard of broken lamps.

Decision

To buy 12 lanterns.

5.

Ferries

Minutes:

The ferry is late.
"""


def test_checking_against_papers_finds_wrong_places_and_facts(tmp_path: Path, capsys) -> None:
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "a.txt").write_text(PAPER)
    file = write(
        tmp_path / "k.jsonl",
        GOOD | {"facts": [["12 lanterns"], ["4 March 2024"]]},
        GOOD | {"id": "x-3"},  # "twelve lanterns" is not the record's wording
        GOOD | {"id": "x-4", "facts": [["late"]]},  # stands in item 5
        GOOD | {"id": "x-5", "facts": [["13 lanterns"]]},
        GOOD | {"id": "x-6", "citations": [{"document": "a", "item": "9"}]},
        GOOD | {"id": "x-7", "citations": [{"document": "b.txt", "item": "4"}]},
        SILENT,
    )
    assert main([str(file), "--papers", str(tmp_path / "papers")]) == 1
    said = capsys.readouterr()
    assert said.out == "7 known answers, 1 of them unanswerable; 3 problems, 2 doubts\n"
    assert said.err.splitlines() == [
        "doubt: x-3: the listed documents do not say 'twelve lanterns'",
        "doubt: x-4: 'late' stands in a listed document, but not in a listed place",
        "x-5: no listed document holds '13 lanterns'",
        "x-6: a.txt has no item 9",
        f"x-7: b.txt names no paper, or several, in {tmp_path / 'papers'}",
    ]


def test_the_committed_files_are_sound() -> None:
    folder = Path(__file__).parents[2] / "eval" / "known_answers"
    for file in sorted(folder.glob("*.jsonl")):
        known = load(file)
        assert len(known) >= 60, file
        assert sum(not one.answerable for one in known) * 4 >= len(known), file


@pytest.mark.parametrize(("name", "papers"), [("seeds", "../shared/seeds"), ("sample", "corpus/sample")])
def test_the_committed_files_agree_with_their_papers(name: str, papers: str) -> None:
    house = Path(__file__).parents[2]
    if not (house / papers).is_dir() or not (house / f"eval/known_answers/{name}.jsonl").is_file():
        pytest.skip(f"{papers} is not here")
    assert main([str(house / f"eval/known_answers/{name}.jsonl"), "--papers", str(house / papers)]) == 0
