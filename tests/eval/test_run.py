"""The runner end to end, with an assistant that says what it is told to."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from corpus.models import SourceSpan
from eval import run as runner
from eval.asking import ask_all
from eval.figures import Report
from eval.judge import judge, report
from eval.known import Known
from eval.run import run
from eval.sets import PAPERS, find, library_of

UNKNOWN_SET = (
    "nonsense is no set of known answers; name one of seeds, sample, kent, limerick, or a JSONL file.\n"
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

    def items(self) -> list[SimpleNamespace]:
        return [SimpleNamespace(document="a.txt", key="a.txt#4", matter=None, start=0, end=len(self.text))]


class Scripted:
    """Answers from a script, counting what it is asked."""

    def __init__(self, replies: dict, library: Shelf) -> None:
        self.replies, self.library, self.asked = replies, library, []

    def ask(self, question: str, before=()):
        self.asked.append(" > ".join([*(reply.question for reply in before), question]))
        return self.replies[question]

    def spans(self, question: str, k: int) -> list[SourceSpan]:
        return [SourceSpan("a.txt", None, 5, 9)]


def evaluate(asker: Scripted, known: list[Known]) -> Report:
    return report("minutebook", [judge(asked) for asked in ask_all(asker, known, asker.library)])


@pytest.fixture
def scripted(made) -> Scripted:
    silent = made.SILENT.question
    return Scripted({made.KNOWN.question: made.GOOD, silent: made.REFUSED}, Shelf(made.TEXT))


def test_a_faultless_assistant(made, scripted) -> None:
    found = evaluate(scripted, [made.KNOWN, made.SILENT])
    assert scripted.asked == [
        made.KNOWN.question,
        made.KNOWN.question,
        made.SILENT.question,
    ]  # one to warm up
    assert found.misses == ()
    assert {one.name: (one.value, one.of) for one in found.figures[:17]} == {
        "correct and correctly cited": (1.0, 1),
        "correct": (1.0, 1),
        "correctly cited": (1.0, 1),
        "refusal precision": (1.0, 1),
        "refusal recall": (1.0, 1),
        "citation precision": (1.0, 1),
        "citation recall": (1.0, 1),
        "relevant citations": (1.0, 1),
        "quotes verbatim": (1.0, 1),
        "stray numbers": (0, 4),
        "stray numbers in claims": (0, 4),
        "stray numbers in counts": (0, 0),
        "kind accuracy": (1.0, 1),
        "nDCG@10": (1.0, 1),
        "recall@10": (1.0, 1),
        "Brier score": (None, 0),
        "calibration error": (None, 0),
    }
    assert [name for name, _ in found.categories] == ["absent_topic", "decision"]
    assert all(one.met is not False for one in found.figures)


def test_a_hopeless_assistant_has_its_misses_told(made, scripted) -> None:
    retold = made.answer(
        ("To buy 99 lanterns.", (1,)), citations=(made.citation(1, made.ELSEWHERE, start=0),)
    )
    scripted.replies = {made.KNOWN.question: retold, made.SILENT.question: made.GOOD}
    found = evaluate(scripted, [made.KNOWN, made.SILENT])
    first, second = found.misses
    assert first.expected == "12 lanterns or a dozen; 15 per cent (from a.txt item 4 decision 1)"
    assert first.got == "To buy 99 lanterns. [1]"
    assert first.reasons == (
        "not in the answer: 12 lanterns or a dozen",
        "not in the answer: 15 per cent",
        "not carried by a citation in a listed place: 12 lanterns or a dozen",
        "not carried by a citation in a listed place: 15 per cent",
        "not borne out by what it cites: To buy 99 lanterns.",
        "stray number: 99",
        "number not in the claim's own citations: 99",
        "no fact carried by a decision, only by: nothing",
    )
    assert "quotes verbatim" in first.failed and "relevant citations" not in first.failed
    assert (second.expected, second.failed, second.reasons) == (
        "a refusal",
        ("refusal recall",),
        ("answered, though the record is silent",),
    )
    assert found.figure("stray numbers").met is False
    assert found.figure("refusal precision").value is None


def test_a_conversation_is_asked_in_its_order_and_its_last_question_judged(made, scripted) -> None:
    scripted.replies["Bins?"] = replace(made.REFUSED, question="Bins?")
    known = replace(made.KNOWN, category="follow_up", after=("Bins?",))
    found = evaluate(scripted, [known])
    assert scripted.asked == ["Bins?", f"Bins? > {known.question}"] * 2  # once to warm up
    assert (found.questions, found.misses) == (1, ())


def test_known_words_that_have_moved_are_found_again(made, scripted, capsys) -> None:
    scripted.library.text = f"One more line.\n{made.TEXT}"
    (asked,) = ask_all(scripted, [made.KNOWN], scripted.library)
    assert asked.known.spans[0].start == made.KNOWN.spans[0].start + 15
    scripted.library.text = "Nothing of the kind."
    ask_all(scripted, [made.KNOWN], scripted.library)
    assert capsys.readouterr().err == "x-1: a.txt no longer holds the words of 39-71.\n"


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
    monkeypatch.setattr(runner, "open_ours", lambda library: scripted)
    scripted.replies["Tigers?"] = made.answer(("<b>Tigers</b>", (1,)), citations=(made.THE_DECISION,))
    out, page = io.StringIO(), tmp_path / "out.html"
    assert run([str(file)], library=tmp_path, out=out, page=page) == 0
    text = out.getvalue()
    assert text.startswith("own half: 2 questions (mine)\n")
    assert "correct and correctly cited 100.0% (21-100%) of 1 >= 92% yes" in " ".join(text.split())
    assert "1 of 2 questions missed\n\nx-2 [absent_topic] Tigers?\n  expected: a refusal\n" in text
    assert "&lt;b&gt;Tigers" in page.read_text() and "<b>Tigers" not in page.read_text()

    brief = io.StringIO()
    assert run([str(file)], library=tmp_path, misses=False, out=brief) == 0
    assert "x-2" not in brief.getvalue()

    data = io.StringIO()
    assert run([str(file)], library=tmp_path, as_json=True, out=data) == 0
    (ours,) = json.loads(data.getvalue())["own"]["mine"]
    assert ours["system"] == "minutebook"
    assert ours["figures"][0]["value"] == 1.0
    assert ours["misses"][0]["failed"] == ["refusal recall", "citation precision", "citation recall"]


def test_a_figure_under_its_floor_fails_the_run(file, scripted, tmp_path, monkeypatch, capsys) -> None:
    monkeypatch.setattr(runner, "open_ours", lambda library: scripted)
    monkeypatch.setattr(runner, "floors", lambda: {"own": {"mine": {"correct": 1.0, "claims": 0}}})
    assert run([str(file)], library=tmp_path, floor=True, out=io.StringIO()) == 1
    assert capsys.readouterr().err == "mine, own half: claims is 1; the floor is 0.\n"


@pytest.mark.parametrize(
    ("sets", "status", "sentence"),
    [
        (["nonsense"], 2, UNKNOWN_SET),
        (
            ["sample"],
            1,
            "The papers of 'sample' are not at /nowhere/at/all; name their folder: --papers DIR.\n",
        ),
    ],
)
def test_what_cannot_be_run_is_told_in_a_sentence(sets, status, sentence, capsys) -> None:
    assert run(sets, half="tuning", papers=Path("/nowhere/at/all"), out=io.StringIO()) == status
    assert capsys.readouterr().err == sentence


def test_a_file_alone_needs_papers_or_a_library(file, capsys) -> None:
    assert run([str(file)], out=io.StringIO()) == 1
    assert capsys.readouterr().err == f"Say which papers {file} is about: --papers DIR or --library DIR.\n"


def test_of_several_sets_those_without_papers_are_left_out(
    file, scripted, tmp_path, monkeypatch, capsys
) -> None:
    monkeypatch.setattr(runner, "open_ours", lambda library: scripted)
    monkeypatch.setattr(runner, "library_of", lambda known_set: tmp_path)
    monkeypatch.setitem(PAPERS, "sample", tmp_path / "nowhere")
    monkeypatch.setattr(
        runner, "find", lambda name, half, *_: find(name, half, tmp_path if "/" in name else None)
    )
    out = io.StringIO()
    assert run([str(file), "sample"], half="tuning", out=out) == 0
    assert capsys.readouterr().err.startswith(
        "sample (tuning) is left out. The papers of 'sample' are not at "
    )
    assert out.getvalue().startswith("own half: 2 questions (mine)")


def test_a_library_is_built_once_for_the_same_papers(file, tmp_path, monkeypatch) -> None:
    from index.library import Library

    monkeypatch.setattr("eval.sets.cache", lambda: tmp_path / "cache")
    papers = tmp_path / "papers"
    papers.mkdir()
    (papers / "a.txt").write_text(
        "Lantern Committee\n\nMinutes of the meeting held on 4 March 2024\n\nTo buy lanterns.\n"
    )
    known_set = find(str(file), "own", papers)
    first = library_of(known_set)
    with Library.open(first) as library:
        assert [held.id for held in library.documents()] == ["a.txt"]
        generation = library.generation
    assert library_of(known_set) == first
    with Library.open(first) as library:
        assert library.generation == generation
    (papers / "a.txt").write_text("Another paper altogether.\n")
    assert library_of(known_set) != first
