"""The runner end to end, with an assistant that says what it is told to."""

from __future__ import annotations

import io
import json
from pathlib import Path
from types import SimpleNamespace

import pytest

from eval import run as runner
from eval.models import Figure
from eval.report import below, show
from eval.run import evaluate, floors, run
from eval.sets import PAPERS, find, library_of

UNKNOWN_SET = (
    "nonsense is no set of known answers; "
    "name one of seeds, sample, seeds-unseen, sample-unseen, or a JSONL file.\n"
)


class Shelf:
    """A library of one paper."""

    def __init__(self, text: str) -> None:
        self.text = text

    def documents(self) -> list[SimpleNamespace]:
        return [SimpleNamespace(id="a.txt")]

    def document_text(self, document_id: str) -> str:
        assert document_id == "a.txt"
        return self.text


class Scripted:
    """Answers from a script, counting what it is asked."""

    def __init__(self, replies: dict, library: Shelf) -> None:
        self.replies, self.library, self.asked = replies, library, []

    def ask(self, question: str):
        self.asked.append(question)
        return self.replies[question]


@pytest.fixture
def scripted(made) -> Scripted:
    silent = made.SILENT.question
    return Scripted({made.KNOWN.question: made.GOOD, silent: made.REFUSED}, Shelf(made.TEXT))


def test_a_faultless_assistant(made, scripted) -> None:
    report = evaluate(scripted, [made.KNOWN, made.SILENT], scripted.library)
    assert scripted.asked == [
        made.KNOWN.question,
        made.KNOWN.question,
        made.SILENT.question,
    ]  # one to warm up
    assert report.misses == ()
    assert {one.name: (one.value, one.of) for one in report.figures[:10]} == {
        "correct and correctly cited": (1.0, 1),
        "correct": (1.0, 1),
        "correctly cited": (1.0, 1),
        "refusal precision": (1.0, 1),
        "refusal recall": (1.0, 1),
        "quotes verbatim": (1.0, 1),
        "stray numbers": (0, 4),
        "stray numbers in claims": (0, 4),
        "kind accuracy": (1.0, 1),
        "focus": (1.0, 1),
    }
    assert [name for name, _ in report.categories] == ["absent_topic", "decision"]
    assert all(one.met is not False for one in report.figures)


def test_a_hopeless_assistant_has_its_misses_told(made, scripted) -> None:
    retold = made.answer(
        ("To buy 99 lanterns.", (1,)), citations=(made.citation(1, made.ELSEWHERE, start=0),)
    )
    scripted.replies = {made.KNOWN.question: retold, made.SILENT.question: made.GOOD}
    report = evaluate(scripted, [made.KNOWN, made.SILENT], scripted.library)
    first, second = report.misses
    assert first.expected == "12 lanterns or a dozen; 15 per cent (from a.txt item 4 decision 1)"
    assert first.got == "To buy 99 lanterns. [1]"
    assert first.reasons == (
        "not in the answer: 12 lanterns or a dozen",
        "not in the answer: 15 per cent",
        "not carried by a citation in a listed place: 12 lanterns or a dozen",
        "not carried by a citation in a listed place: 15 per cent",
        "stray number: 99",
        "number not in the claim's own citations: 99",
        "no fact carried by a decision, only by: nothing",
    )
    assert "quotes verbatim" in first.failed and "focus" not in first.failed
    assert (second.expected, second.failed, second.reasons) == (
        "a refusal",
        ("refusal recall",),
        ("answered, though the record is silent",),
    )
    assert report.figure("stray numbers").met is False
    assert report.figure("refusal precision").value is None


@pytest.fixture
def file(tmp_path: Path) -> Path:
    row = {
        "id": "x-1",
        "question": "What was decided about lanterns?",
        "answerable": True,
        "category": "decision",
    }
    row |= {"kind": "decision", "citations": [{"document": "a", "item": "4"}], "facts": [["12 lanterns"]]}
    silent = {
        "id": "x-2",
        "question": "Tigers?",
        "answerable": False,
        "category": "absent_topic",
        "kind": None,
    }
    path = tmp_path / "mine.jsonl"
    path.write_text(json.dumps(row) + "\n" + json.dumps(silent | {"citations": [], "facts": []}) + "\n")
    return path


def test_run_prints_text_json_and_a_page(made, scripted, file, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(runner, "open_assistant", lambda library: scripted)
    scripted.replies["Tigers?"] = made.answer(("<b>Tigers</b>", (1,)), citations=(made.THE_DECISION,))
    out, page = io.StringIO(), tmp_path / "out.html"
    assert run([str(file)], library=tmp_path, out=out, page=page) == 0
    text = out.getvalue()
    assert text.startswith("mine: 2 questions\n")
    assert "correct and correctly cited 100.0% (21-100%) of 1 >= 85% yes" in " ".join(text.split())
    assert "1 of 2 questions missed\n\nx-2 [absent_topic] Tigers?\n  expected: a refusal\n" in text
    assert "&lt;b&gt;Tigers" in page.read_text() and "<b>" not in page.read_text()

    brief = io.StringIO()
    assert run([str(file)], library=tmp_path, misses=False, out=brief) == 0
    assert "x-2" not in brief.getvalue()

    data = io.StringIO()
    assert run([str(file)], library=tmp_path, as_json=True, out=data) == 0
    (ours,) = json.loads(data.getvalue())["mine"]
    assert ours["system"] == "minutebook"
    assert ours["figures"][0]["value"] == 1.0
    assert ours["misses"][0]["failed"] == ["refusal recall"]


def test_a_figure_under_its_floor_fails_the_run(file, scripted, tmp_path, monkeypatch, capsys) -> None:
    monkeypatch.setattr(runner, "open_assistant", lambda library: scripted)
    monkeypatch.setattr(runner, "floors", lambda: {"mine": {"correct": 1.0, "claims": 0}})
    assert run([str(file)], library=tmp_path, floor=True, out=io.StringIO()) == 1
    assert capsys.readouterr().err == "mine: claims is 1; the floor is 0.\n"


def test_floors_name_figures_that_exist(made, scripted) -> None:
    report = evaluate(scripted, [made.KNOWN, made.SILENT], scripted.library)
    for name in floors():
        assert below(name, report, floors()) == []


@pytest.mark.parametrize(
    ("sets", "status", "sentence"),
    [
        (["nonsense"], 2, UNKNOWN_SET),
        (
            ["seeds"],
            1,
            "The papers of 'seeds' are not at /nowhere/at/all; name their folder: --papers DIR.\n",
        ),
    ],
)
def test_what_cannot_be_run_is_told_in_a_sentence(sets, status, sentence, capsys) -> None:
    assert run(sets, papers=Path("/nowhere/at/all"), out=io.StringIO()) == status
    assert capsys.readouterr().err == sentence


def test_a_file_alone_needs_papers_or_a_library(file, capsys) -> None:
    assert run([str(file)], out=io.StringIO()) == 1
    assert capsys.readouterr().err == f"Say which papers {file} is about: --papers DIR or --library DIR.\n"


def test_of_several_sets_those_without_papers_are_left_out(
    file, scripted, tmp_path, monkeypatch, capsys
) -> None:
    monkeypatch.setattr(runner, "open_assistant", lambda library: scripted)
    monkeypatch.setattr(runner, "library_of", lambda known_set: tmp_path)
    monkeypatch.setitem(PAPERS, "sample", tmp_path / "nowhere")
    monkeypatch.setattr(
        runner, "find", lambda name, papers=None: find(name, tmp_path if "/" in name else None)
    )
    out = io.StringIO()
    assert run([str(file), "sample"], out=out) == 0
    assert capsys.readouterr().err.startswith("sample is left out. The papers of 'sample' are not at ")
    assert out.getvalue().startswith("mine: 2 questions")


def test_a_library_is_built_once_for_the_same_papers(file, tmp_path, monkeypatch) -> None:
    from index.library import Library

    monkeypatch.setattr("eval.sets.cache", lambda: tmp_path / "cache")
    papers = tmp_path / "papers"
    papers.mkdir()
    (papers / "a.txt").write_text(
        "Lantern Committee\n\nMinutes of the meeting held on 4 March 2024\n\nTo buy lanterns.\n"
    )
    known_set = find(str(file), papers)
    first = library_of(known_set)
    with Library.open(first) as library:
        assert [held.id for held in library.documents()] == ["a.txt"]
        generation = library.generation
    assert library_of(known_set) == first
    with Library.open(first) as library:
        assert library.generation == generation
    (papers / "a.txt").write_text("Another paper altogether.\n")
    assert library_of(known_set) != first


@pytest.mark.parametrize(
    ("figure", "shown"),
    [
        (Figure("a", 0.8634, "share", 70, 0.78, 0.92), "86.3% (78-92%) of 70"),
        (Figure("a", None, "share", 0), "-"),
        (Figure("a", 0.01234, "s", 3), "0.012 s"),
        (Figure("a", 412.5, "characters", 3), "412.5"),
    ],
)
def test_show(figure: Figure, shown: str) -> None:
    assert show(figure) == shown
