"""Files of known answers: what is taken, and what is said of a line that is not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpus.models import SectionKind
from eval.known import Known, KnownAnswersError, KnownSpan, Place, digest
from eval.known_answers import load, main
from eval.parsing import parse
from eval.parsing import write as write_line
from eval.sets import absent, find, papers_of

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
SPAN = {"document": "a.txt", "item": "4", "start": 10, "end": 30, "digest": "0a1b2c3d"}
SPANNED = {name: GOOD[name] for name in ("id", "question", "answerable", "category", "kind")}
SPANNED |= {"spans": [SPAN, SPAN | {"item": "5", "start": 40, "end": 50}]}
SPANNED |= {name: GOOD[name] for name in ("citations", "facts", "note")}
SILENT = {"id": "x-2", "question": "Tigers?", "answerable": False, "category": "absent_topic", "kind": None}
SILENT |= {"citations": [], "facts": []}


def write(path: Path, *rows: object) -> Path:
    path.write_text("\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows))
    return path


def test_a_line_becomes_a_known_answer() -> None:
    assert parse(json.dumps(SPANNED)) == Known(
        id="x-1",
        question="What was agreed about lanterns?",
        answerable=True,
        category="decision",
        kind=SectionKind.DECISION,
        spans=(KnownSpan("a.txt", "4", 10, 30, "0a1b2c3d"), KnownSpan("a.txt", "5", 40, 50, "0a1b2c3d")),
        places=(Place("a.txt", "4", "1"), Place("a.txt", "5")),
        facts=(("12 lanterns", "twelve lanterns"),),
        note="plain",
    )


def test_what_is_written_is_read_again() -> None:
    rows = [SPANNED, SILENT, GOOD | {"category": "follow_up", "after": ["And ferries?"], "reviewed": True}]
    for row in rows:
        known = parse(json.dumps(row))
        assert parse(write_line(known)) == known
    assert write_line(parse(json.dumps(SPANNED))) == json.dumps(SPANNED)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"id": None}, "'id' must be given and be a str"),
        ({"question": " "}, "'id' and 'question' must not be blank"),
        ({"answerable": "yes"}, "'answerable' must be given and be a bool"),
        ({"category": "absent_topic"}, "category 'absent_topic' is not one for an answerable question"),
        ({"colour": "red"}, "unknown field 'colour'"),
        ({"citations": []}, "an answerable question needs at least one span or citation, and one fact"),
        ({"facts": []}, "an answerable question needs at least one span or citation, and one fact"),
        ({"facts": ["12"]}, "a fact is a list of at least one alternative"),
        ({"facts": [[""]]}, "an alternative of a fact must be words"),
        ({"kind": "gossip"}, "kind 'gossip' is none of"),
        ({"citations": [{"item": "4"}]}, "a citation must name its document"),
        ({"citations": [{"document": "a", "page": 4}]}, "a citation is an object with document, item"),
        ({"citations": [{"document": "a", "item": 4}]}, "'item' must be words or null"),
        ({"answerable": False, "category": "absent_fact"}, "an unanswerable question has no spans, no cit"),
        ({"spans": {}}, "'spans' must be a list"),
        ({"spans": [{"document": "a"}]}, "a span is an object with document, item, start, end and digest"),
        ({"spans": [SPAN | {"end": 10}]}, "a span starts at an offset and ends at a greater one"),
        ({"spans": [SPAN | {"digest": None}]}, "a span must name its document and give its digest"),
        ({"after": [" "]}, "'after' lists the earlier questions of the conversation, in words"),
        ({"after": ["Lamps?"]}, "a follow_up, and no other answerable question, comes after"),
        ({"category": "follow_up"}, "a follow_up, and no other answerable question, comes after"),
        ({"reviewed": "yes"}, "'reviewed' must be true or false"),
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
    lanterns = PAPER.index("To buy")
    right = SPAN | {"start": lanterns, "end": lanterns + 19, "digest": digest("To buy 12 lanterns.")}
    file = write(
        tmp_path / "k.jsonl",
        GOOD | {"facts": [["12 lanterns"], ["4 March 2024"]]},
        GOOD | {"id": "x-3"},  # "twelve lanterns" is not the record's wording
        GOOD | {"id": "x-4", "facts": [["late"]]},  # stands in item 5
        GOOD | {"id": "x-5", "facts": [["13 lanterns"]]},
        GOOD | {"id": "x-6", "citations": [{"document": "a", "item": "9"}]},
        GOOD | {"id": "x-7", "citations": [{"document": "b.txt", "item": "4"}]},
        SILENT,
        GOOD | {"id": "x-8", "spans": [SPAN | {"start": lanterns, "end": lanterns + 15}]},
        SPANNED | {"id": "x-9", "spans": [right, right | {"item": "7"}]},
        GOOD | {"id": "x-10", "category": "count", "facts": [["9"]]},  # counted, so written nowhere
    )
    assert main([str(file), "--papers", str(tmp_path / "papers")]) == 1
    said = capsys.readouterr()
    assert said.out == "10 known answers, 1 of them unanswerable; 4 problems, 4 doubts\n"
    assert said.err.splitlines() == [
        "doubt: x-3: the listed documents do not say 'twelve lanterns'",
        "doubt: x-4: 'late' stands in a listed document, but not in a listed place",
        "doubt: x-9: no item 7 was read in a.txt",
        "doubt: x-9: the listed documents do not say 'twelve lanterns'",
        "x-5: no listed document holds '13 lanterns'",
        "x-6: a.txt has no item 9",
        f"x-7: b.txt names no paper, or several, in {tmp_path / 'papers'}",
        f"x-8: a.txt no longer reads as it did at {lanterns}-{lanterns + 15}; "
        "find the words again: python -m eval.relocate FILE --papers DIR",
    ]


HOUSE = Path(__file__).parents[2]
FILES = sorted((HOUSE / "eval" / "known_answers").glob("*/*.jsonl"))


def test_the_committed_files_are_sound() -> None:
    known = load(*FILES)
    assert sum(not one.answerable for one in known) * 4 >= len(known) >= 250
    assert all(one.spans for one in known if one.answerable)


@pytest.mark.parametrize("file", FILES, ids=[f"{file.parent.name}-{file.stem}" for file in FILES])
def test_the_committed_files_agree_with_their_papers(file: Path, capsys) -> None:
    reason = absent(find(file.stem, file.parent.name))
    if reason:
        pytest.skip(reason)
    status = main([str(file), "--papers", str(papers_of(file.stem))])
    assert status == 0, capsys.readouterr().err
