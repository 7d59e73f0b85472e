"""The command line: what is asked reaches the assistant, and bad input gets one sentence."""

from __future__ import annotations

import datetime as dt
import io
import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from saltmere import ANSWER, REFUSAL, FakeAssistant

from index.models import Filters
from ui.present import to_json

ROOT = Path(__file__).parents[2]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def one_sentence(text: str) -> bool:
    return text.startswith("minutebook") and text.count("\n") == 1 and "Traceback" not in text


# ask


def test_ask_prints_the_answer(run, assistant):
    status, out, err = run("ask", "what about the lamps?")
    assert (status, err) == (0, "")
    assert out.startswith(ANSWER.text[:40])


def test_ask_json_is_one_object(run, assistant):
    status, out, _ = run("ask", "--json", "what about the lamps?")
    assert status == 0
    assert json.loads(out) == to_json(ANSWER)


def test_words_need_no_quotation_marks(run, assistant):
    run("ask", "what", "about", "the", "lamps?")
    assert assistant.asked == [("what about the lamps?", Filters())]


def test_a_refusal_is_an_answer(run, assistant):
    status, out, _ = run("ask", "--json", "dragons?")
    assert (status, json.loads(out)["status"]) == (0, "refused")


def test_a_conversation_is_asked_in_order(run, assistant):
    status, out, _ = run(
        "ask", "--after", "lamps?", "--after", "and dragons?", "--json", "who said so?", "--item", "12"
    )
    assert status == 0
    assert json.loads(out)["status"] == "refused"
    only = Filters(item="12")
    assert assistant.asked == [("lamps?", only), ("and dragons?", only), ("who said so?", only)]
    assert assistant.before == [(), (ANSWER.question,), (ANSWER.question, REFUSAL.question)]


def test_each_line_is_asked_after_the_same_conversation(run, assistant, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO("why?\nwhen?\n"))
    assert run("ask", "--after", "lamps?", "-")[0] == 0
    assert assistant.before == [(), (ANSWER.question,), (ANSWER.question,)]


def test_filters_reach_the_assistant(run, assistant):
    run("ask", "lamps", "--body", "Tides", "--council", "Saltmere", "--from", "July 2019", "--to", "2020",
        "--item", "12")  # fmt: skip
    assert assistant.asked[0][1] == Filters(
        council="Saltmere",
        body="Tides",
        date_from=dt.date(2019, 7, 1),
        date_to=dt.date(2020, 12, 31),
        item="12",
    )


@pytest.mark.parametrize("before", [True, False])
def test_the_library_is_named_before_or_after_the_command(run, monkeypatch, before):
    import ui.commands.opening as opening

    opened = []
    monkeypatch.setattr(opening, "open_assistant", lambda path: opened.append(path) or FakeAssistant())
    named, asked = ["--library", "shelf"], ["ask", "lamps"]
    assert run(*(named + asked if before else asked + named))[0] == 0
    assert opened == [Path("shelf")]


def test_the_library_is_named_by_the_environment(run, monkeypatch):
    import ui.commands.opening as opening

    opened = []
    monkeypatch.setattr(opening, "open_assistant", lambda path: opened.append(path) or FakeAssistant())
    run("ask", "lamps")
    monkeypatch.setenv("MINUTEBOOK_LIBRARY", "elsewhere")
    run("ask", "lamps")
    assert opened == [Path("library"), Path("elsewhere")]


def test_many_questions_with_one_start(run, assistant, monkeypatch):
    monkeypatch.setattr(
        sys, "stdin", iter(["lamps?\n", "\n", "  \n", "dragons?\n", "x" * 10_000 + "\n", "lamps\n"])
    )
    status, out, err = run("ask", "--json", "-")
    said = [json.loads(line) for line in out.splitlines()]
    assert [one["status"] for one in said] == ["answered", "refused", "refused", "answered"]
    assert said[2]["answer"] == "the question is too long: keep it under 2,000 characters"
    assert (status, one_sentence(err)) == (2, True)


def test_readable_answers_stand_below_their_questions(run, assistant, monkeypatch):
    monkeypatch.setattr(sys, "stdin", iter(["dragons?\n", "\n", "lamps \x1b[2J?\n"]))
    _, out, _ = run("ask", "-")
    refused, answered = (run("ask", question)[1] for question in ("dragons?", "lamps"))
    assert out == f"> dragons?\n{refused}\n> lamps \ufffd[2J?\n{answered}"


def test_a_question_that_cannot_be_asked_is_shown_too(run, assistant, monkeypatch):
    long = "x" * 10_000
    monkeypatch.setattr(sys, "stdin", iter([f"{long}\n", "dragons?\n"]))
    status, out, err = run("ask", "-")
    assert (status, one_sentence(err)) == (2, True)
    assert out == f"> {long}\n\n> dragons?\n{run('ask', 'dragons?')[1]}"


# bad input: one sentence each


@pytest.mark.parametrize(
    ("args", "status", "words"),
    [
        (["ask", "lamps", "--from", "nonsense"], 2, "--from: cannot read the date 'nonsense'"),
        (["ask", "lamps", "--from", "2020", "--to", "2019"], 2, "--from 2020-01-01 is after --to 2019-12-31"),
        (["ask", "lamps", "--body", " "], 2, "--body is blank"),
        (["ask", ""], 2, "the question is blank"),
        (["ask", "why?", "--after", " "], 2, "the question is blank"),
        (["ask", "why?", "--after", "x" * 10_000], 2, "the question is too long"),
        (["ask", " \t "], 2, "the question is blank"),
        (["ask", "x" * 10_000], 2, "the question is too long"),
        (["ask"], 2, "the following arguments are required: QUESTION"),
        (["ask", "lamps", "--frobnicate"], 2, "unrecognized arguments: --frobnicate"),
        (["frobnicate"], 2, "invalid choice: 'frobnicate'"),
        ([], 2, "the following arguments are required: COMMAND"),
        (["show", "nowhere"], 1, "no paper, date or body called 'nowhere' is held"),
        (["show", ""], 2, "name a paper or a meeting first"),
        (["show", "."], 1, ". could be 2 papers: name one of minutes.txt, report.pdf"),
        (["show", "minutes.txt", "--item", "99"], 1, "minutes.txt has no item 99: it has 12"),
        (["show", "minutes.txt", "--item", " "], 1, "has no item"),
        (["show", "--item", "3"], 2, "name a paper or a meeting first"),
        (["show", "minutes.txt", "--text", "--json"], 2, "--text and --json exclude each other"),
        (["ingest"], 2, "name the papers or folders to read"),
        (["serve", "--port", "0"], 2, "'0' is no port"),
        (["serve", "--port", "http"], 2, "'http' is no port"),
    ],
)  # fmt: skip
def test_bad_input_gets_one_sentence(run, assistant, args, status, words):
    got, out, err = run(*args)
    assert (got, out) == (status, "")
    assert words in err
    assert one_sentence(err)


def test_a_missing_library_says_how_to_make_one(run, tmp_path):
    path = tmp_path / "none"
    for command in (["ask", "lamps"], ["show"], ["serve", "--port", free_port()]):
        status, out, err = run("--library", path, *command)
        assert (status, out) == (1, "")
        assert err.endswith(f"; make one with: minutebook --library {path} ingest PATH...\n")
        assert one_sentence(err)


def test_the_usual_library_needs_no_name(run, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    assert run("ask", "lamps") == (
        1, "", "minutebook: There is no library at library; make one with: minutebook ingest PATH...\n",
    )  # fmt: skip


def test_a_missing_paper_is_named(run, tmp_path):
    status, out, err = run("parse", tmp_path / "gone.txt")
    assert (status, out) == (1, "")
    assert f"{tmp_path / 'gone.txt'}: no such file" in err


def test_a_port_in_use_is_said_before_the_slow_start(run, monkeypatch):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        monkeypatch.setenv("PORT", str(port))
        status, out, err = run("serve")
    assert (status, out) == (1, "")
    assert err == f"minutebook: port {port} is in use: choose another with --port, as in --port {port + 1}\n"


def test_anything_unexpected_is_one_sentence(run, assistant, monkeypatch):
    def fail(*_: object) -> None:
        raise RuntimeError("secret detail")

    monkeypatch.setattr(assistant, "ask", fail)
    status, _, err = run("ask", "lamps")
    assert (status, one_sentence(err)) == (1, True)
    assert "RuntimeError" in err and "MINUTEBOOK_DEBUG=1" in err
    monkeypatch.setenv("MINUTEBOOK_DEBUG", "1")
    with pytest.raises(RuntimeError):
        run("ask", "lamps")


@pytest.mark.parametrize(
    ("raised", "status"), [(KeyboardInterrupt(), 130), (OSError(28, "No space left", "x"), 1)]
)
def test_interrupts_and_disks(run, assistant, monkeypatch, raised, status):
    def fail(*_: object) -> None:
        raise raised

    monkeypatch.setattr(assistant, "ask", fail)
    got, out, err = run("ask", "lamps")
    assert (got, out) == (status, "")
    assert err == ("" if status == 130 else "minutebook: x: no space left\n")


# the process


def minutebook(*args: str, **more: object) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [sys.executable, "-m", "ui.cli", *args],
        capture_output=True,
        text=True,
        env=environment,
        check=False,
        **more,
    )


def test_help_names_every_command():
    done = minutebook("--help")
    assert done.returncode == 0
    for command in ("ingest", "ask", "show", "parse", "serve", "doctor", "eval", "bench"):
        assert f"    {command} " in done.stdout


def test_the_first_page_shows_the_help_of_ask(monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    shown = (ROOT / "README.md").read_text(encoding="utf-8").partition("$ minutebook ask --help\n")[2]
    assert shown.partition("```")[0].split() == minutebook("ask", "--help").stdout.split()


def test_nothing_heavy_is_imported_to_ask():
    heavy = (
        "torch sentence_transformers transformers langchain langchain_core gradio pandas rich tqdm sklearn"
    )
    probe = (
        "import sys; sys.path.insert(0, 'tests/ui'); import ui.commands.opening as o; from saltmere import *;"
        "o.open_assistant = lambda path: FakeAssistant(); from ui.cli import main; main(['ask', 'lamps']);"
        f"print([name for name in '{heavy}'.split() if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", probe], capture_output=True, text=True, cwd=ROOT, check=True, timeout=60
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_reader_who_leaves_is_no_error():
    probe = (
        "import sys; sys.path.insert(0, 'tests/ui'); import ui.commands.opening as o; from saltmere import *;"
        "o.open_assistant = lambda path: FakeAssistant(); from ui.cli import main; sys.exit(main(['ask', '-']))"
    )
    with subprocess.Popen(
        [sys.executable, "-c", probe],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
    ) as process:
        process.stdout.close()
        process.stdin.write(b"lamps\n" * 10)
        process.stdin.close()
        assert process.stderr.read() == b""
        assert process.wait(30) == 141
