"""A real process is killed (SIGKILL) all over an ingest: the library is as before or as after, never between."""

from __future__ import annotations

import json
import os
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.health import inspect
from index.ingest import ingest
from index.library import Library
from index.models import Filters, LibraryError

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="kills forked processes")

ROOT = Path(__file__).parents[2]
NAMED = [
    ("before", "index.writing:insert_document"),
    ("after", "index.writing:insert_passages"),
    ("after", "index.ingest:embed_missing"),
    ("after", "index.writing:join_papers"),
    ("before", "os:fsync"),
    ("before", "os:replace"),
    ("after", "index.vectors:write"),
    ("after", "index.writing:_write_vectors"),  # the commit comes next
    ("before", "index.vectors:sweep", 2),  # the commit is done; the first is of what was left before
]
EVENLY = 21  # points at lines of the index's code spread evenly over an ingest: with NAMED, 30


class Killer:
    """The process that forks ingests and kills them."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process

    def ingest(self, library: Path, papers: Path, *kill: object) -> tuple[bool, int]:
        """Whether the ingest was killed, and how many lines it ran when they were counted."""
        assert self.process.stdin and self.process.stdout
        order = {"library": str(library), "papers": str(papers), "kill": kill}
        self.process.stdin.write(json.dumps(order) + "\n")
        self.process.stdin.flush()
        killed, lines = json.loads(self.process.stdout.readline())
        return killed, lines


@pytest.fixture(scope="module")
def killer() -> Iterator[Killer]:
    command = [sys.executable, str(Path(__file__).with_name("crash_child.py"))]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1"}
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment, cwd=ROOT
    ) as process:
        yield Killer(process)
        assert process.stdin
        process.stdin.close()


@pytest.fixture
def papers(tmp_path: Path, stand_in: object) -> Path:
    """Papers of which the second ingest finds one unchanged, one gone bad, two new and the rest changed."""
    folder = tmp_path / "papers"
    folder.mkdir()
    write_papers(folder, range(6), "first")
    return folder


def write_papers(folder: Path, numbers: range, words: str) -> None:
    for number in numbers:
        items = (
            f"# {item} ({item}) Matter {item}\nThe {words} words {number} {item}.\n! 1 To note {words} {item}.\n"
            for item in range(8)
        )
        (folder / f"paper {number}.txt").write_text(
            f"Body: Panel\nDate: 2020-01-{number + 1:02}\n{''.join(items)}"
        )


def change(folder: Path) -> None:
    write_papers(folder, range(1, 8), "second")
    (folder / "paper 1.txt").write_text("Unreadable")


def state(path: Path, embedder: object) -> object:
    """All that a person could ask of the library."""
    with Library.open(path, embedder) as library:  # type: ignore[arg-type]
        vector = library.embedder.embed_query("the second words 3")
        filters = Filters(), Filters(item="3"), Filters(document="paper 2.txt")
        found = [library.store.nearest(vector, 30, chosen) for chosen in filters]
        found += [library.store.matching(["second", "first", "noting"], 30, chosen) for chosen in filters]
        return (
            [(record.id, record.sha256, library.document_text(record.id)) for record in library.documents()],
            [(passage.span, passage.text, passage.matter) for passage in library.passages()],
            (library.meetings(), library.items(), library.words(), library.coverage(), library.generation),
            [sorted((round(hit.score, 5), hit.passage.text, hit.passage.span.start) for hit in hits) for hits in found],
        )  # fmt: skip


def check(path: Path, folder: Path, embedder: object, before: object, after: object) -> str:
    """The library is whole, is as before or as after, and the next ingest completes it."""
    health = inspect(path)
    assert health.sound, health.faults
    found = state(path, embedder)
    assert found in (before, after)
    ingest(path, [folder], embedder=embedder)  # type: ignore[arg-type]
    assert state(path, embedder) == after
    left = {file.name for file in path.iterdir()} - {"library.sqlite-wal", "library.sqlite-shm"}
    assert left == {"library.sqlite", "ingest.lock", "vectors-2.faiss"}
    return "before" if found == before else "after"


@pytest.fixture
def changed(tmp_path, papers, embedder, monkeypatch):
    """(library before, its state, papers since changed, the state after)."""
    monkeypatch.setattr("index.writing.BATCH", 16)
    before = tmp_path / "before"
    ingest(before, [papers], embedder=embedder)
    change(papers)
    after = shutil.copytree(before, tmp_path / "after")
    ingest(after, [papers], embedder=embedder)
    return before, state(before, embedder), papers, state(after, embedder)


def test_killed_at_thirty_points_of_a_changing_ingest(changed, killer, tmp_path, embedder):
    library, before, folder, after = changed
    counted = shutil.copytree(library, tmp_path / "counted")
    killed, lines = killer.ingest(counted, folder, "line", 0)
    assert not killed and lines > 1_000
    points = [*NAMED, *(("line", lines * (part + 1) // (EVENLY + 1)) for part in range(EVENLY))]
    found = {}
    for number, kill in enumerate(points):
        path = shutil.copytree(library, tmp_path / f"killed {number}")
        killed, _ = killer.ingest(path, folder, *kill)
        assert killed, f"{kill} was never reached"
        found[kill] = check(path, folder, embedder, before, after)
    assert found["after", "index.writing:_write_vectors"] == "before"
    assert found["before", "index.vectors:sweep", 2] == "after"


def test_killed_at_any_time_of_a_changing_ingest(changed, killer, tmp_path, embedder):
    library, before, folder, after = changed
    dice = random.Random(2)
    found = set()
    for number in range(20):
        path = shutil.copytree(library, tmp_path / f"killed {number}")
        killer.ingest(path, folder, "time", dice.uniform(0, 0.12))
        found.add(check(path, folder, embedder, before, after))
    assert found <= {"before", "after"}


def test_a_killed_first_ingest_leaves_nothing_or_an_empty_or_a_whole_library(
    papers, killer, tmp_path, embedder
):
    whole = tmp_path / "whole"
    killed, lines = killer.ingest(whole, papers, "line", 0)
    after = state(whole, embedder)
    points = [("line", lines * (part + 1) // 9) for part in range(8)]
    points += [
        ("before", "index.schema:make_tables"),
        ("after", "index.schema:make_tables"),
        *NAMED[2:-1],
        ("before", "index.vectors:sweep"),
    ]
    for number, kill in enumerate(points):
        path = tmp_path / f"killed {number}"
        killed, _ = killer.ingest(path, papers, *kill)
        assert killed
        try:
            with Library.open(path, embedder) as library:
                assert library.coverage().documents == 0 or state(path, embedder) == after
                assert inspect(path).sound
        except LibraryError as error:
            assert re.search("There is no library|was never finished|is not a library", str(error))
        ingest(path, [papers], embedder=embedder)
        assert state(path, embedder) == after


def test_vectors_made_before_the_kill_are_not_made_again(papers, killer, tmp_path, embedder):
    path = tmp_path / "library"
    killed, _ = killer.ingest(path, papers, "after", "index.ingest:embed_missing")
    assert killed
    report = ingest(path, [papers], embedder=embedder)
    assert (report.embedded, report.passages, embedder.embedded) == (0, 102, [])
