"""Drafts to known answers: quotes become spans, and spans are found again when a text has moved."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from eval import locate, relocate
from eval.known import KnownSpan, digest
from eval.known_answers import load
from eval.papers import Papers
from eval.relocate import seek

PAPER = """Lantern Committee

The committee heard
of 3 broken lamps in Gull Lane, and of four more by the old harbour wall.

The ferry is late. The ferry was early last year.
"""
DRAFT = {"id": "x-1", "question": "How many lamps broke?", "answerable": True, "category": "figure"}
DRAFT |= {"kind": "discussion", "facts": [["3"]], "note": "in Gull Lane"}


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    folder = tmp_path / "papers" / "lanterns"
    folder.mkdir(parents=True)
    (folder / "a.txt").write_text(PAPER)
    return folder.parent


def draft(path: Path, *rows: dict) -> Path:
    path.write_text("\n".join(json.dumps(row) for row in rows) + "\n")
    return path


def evidence(quote: str, document: str = "a.txt", item: str | None = "4") -> list[dict]:
    return [{"document": document, "item": item, "quote": quote}]


def test_a_quote_becomes_a_span_whatever_its_white_space(papers, tmp_path, capsys) -> None:
    file = draft(
        tmp_path / "draft.jsonl", DRAFT | {"evidence": evidence("committee  heard of 3\tbroken lamps")}
    )
    out = tmp_path / "known.jsonl"
    assert locate.main([str(file), "--papers", str(papers), "--out", str(out)]) == 0
    (known,) = load(out)
    (span,) = known.spans
    assert PAPER[span.start : span.end] == "committee heard\nof 3 broken lamps"
    assert (span.document, span.item) == ("lanterns/a.txt", "4")
    assert span.digest == digest("committee heard of 3 broken lamps")
    assert (known.note, known.facts) == ("in Gull Lane", (("3",),))
    assert "committee" not in out.read_text()  # none of the paper's words
    assert capsys.readouterr().err == "1 located, 0 problems\n"


@pytest.mark.parametrize("document", ["a.txt", "lanterns/a.txt", "lanterns__a.txt", "lanterns/a"], ids=str)
def test_a_paper_is_known_by_any_of_its_names(papers, document) -> None:
    assert locate.find(evidence("broken lamps", document)[0], Papers(papers)).document == "lanterns/a.txt"


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"evidence": evidence("4 broken lamps")}, "'4 broken lamps' is not in lanterns/a.txt; quote words"),
        ({"evidence": evidence("The ferry")}, "'The ferry' stands 2 times in lanterns/a.txt; quote words"),
        ({"evidence": evidence("lamps", "b.txt")}, "b.txt names no paper, or several, in "),
        ({"evidence": [{"quote": "lamps"}]}, "evidence must name its document and quote its words"),
        ({"evidence": ["lamps"]}, "evidence is an object with document, item and quote"),
        ({"evidence": "lamps"}, "'evidence' must be a list"),
        ({"evidence": []}, "an answerable question needs at least one span or citation"),
        ({"evidence": evidence("broken lamps"), "category": "song"}, "category 'song' is not one"),
    ],
)
def test_what_cannot_be_located_is_told_by_line(papers, tmp_path, capsys, change, reason) -> None:
    good = DRAFT | {"evidence": evidence("broken lamps", item=None)}
    file = draft(tmp_path / "draft.jsonl", good, DRAFT | {"id": "x-2"} | change)
    assert locate.main([str(file), "--papers", str(papers)]) == 1
    said = capsys.readouterr()
    assert [json.loads(line)["id"] for line in said.out.splitlines()] == ["x-1"]
    assert said.err.startswith(f"{file}:2: {reason}")
    assert said.err.endswith("1 located, 1 problems\n")


def test_a_papers_sentences_do_not_slip_in(papers, tmp_path, capsys) -> None:
    row = DRAFT | {"evidence": evidence("broken lamps"), "note": "of four more by the OLD harbour wall"}
    row |= {"question": "Who heard of 3 broken lamps in Gull Lane, and of four more?"}
    row |= {"facts": [["3 broken lamps in Gull Lane"]]}
    assert locate.main([str(draft(tmp_path / "draft.jsonl", row)), "--papers", str(papers)]) == 0
    said = capsys.readouterr()
    assert "note" not in json.loads(said.out)
    assert [line.partition("doubt: ")[2] for line in said.err.splitlines()[:3]] == [
        "the note repeats the paper and is left out",
        "the question repeats 9 words of the paper in a row",
        "a fact is longer than 5 words of the paper",
    ]


def test_papers_and_drafts_must_be_there(papers, tmp_path, capsys) -> None:
    assert locate.main([str(tmp_path / "none.jsonl"), "--papers", str(papers)]) == 1
    assert "none.jsonl" in capsys.readouterr().err
    assert locate.main([str(tmp_path / "none.jsonl"), "--papers", str(tmp_path / "nowhere")]) == 1
    assert "nowhere holds no papers; name the folder" in capsys.readouterr().err


def test_words_are_sought_where_they_moved_to_nearest_first() -> None:
    text = "lamps and more lamps"
    span = KnownSpan("a.txt", None, 12, 17, digest("lamps"))
    assert seek(span, text) == KnownSpan("a.txt", None, 15, 20, digest("lamps"))
    assert seek(span, "no light at all there") is None


def test_a_file_is_relocated_in_place(papers, tmp_path, capsys) -> None:
    file, out = (
        draft(tmp_path / "d.jsonl", DRAFT | {"evidence": evidence("broken lamps")}),
        tmp_path / "k.jsonl",
    )
    locate.main([str(file), "--papers", str(papers), "--out", str(out)])
    (before,) = load(out)
    (papers / "lanterns" / "a.txt").write_text(f"A new heading\n\n{PAPER}")
    assert relocate.main([str(out), "--papers", str(papers)]) == 0
    (after,) = load(out)
    assert after.spans[0].start == before.spans[0].start + 15
    (papers / "lanterns" / "a.txt").write_text("All is dark.\n")
    capsys.readouterr()
    assert relocate.main([str(out), "--papers", str(papers)]) == 1
    assert capsys.readouterr().err == (
        f"x-1: lanterns/a.txt no longer holds the words of {after.spans[0].start}-{after.spans[0].end}. "
        "Locate them anew.\n"
    )
    assert load(out) == (after,)
