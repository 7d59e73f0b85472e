"""A real process is killed (SIGKILL) all over a fetch; run again, it takes up where it stopped and ends the same."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest
from thornmere import faults
from thornmere.content import HIDDEN
from thornmere.server import Fault, Site
from thornmere.trial import files, leaks, snapshot

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not hasattr(os, "fork"), reason="kills forked processes")]

ROOT = Path(__file__).parents[2]
PAPERS = ("mgconvert2pdf", "documents/", "&sid=")
INSIDE = [
    ("before", "index.ingest:ingest", 1),
    ("after", "index.ingest:embed_missing", 1),
    ("after", "index.vectors:write", 1),
    ("before", "os:replace", 1),
    ("after", "os:replace", 3),
    ("before", "os:fsync", 2),
    ("before", "corpus.moderngov.shelf:write_publications", 1),
    ("after", "corpus.moderngov.shelf:write_publications", 1),
    ("before", "corpus.moderngov.desk:write_file", 3),
    ("after", "corpus.moderngov.desk:write_file", 3),
]


class Child:
    """The process that forks commands, some of which are killed."""

    def __init__(self, process: subprocess.Popen[str], log: Path) -> None:
        self.process, self.log = process, log
        self.pid = threading.Event()
        self.current = 0

    def run(self, library: Path, site: Site, kill: tuple[str, str, int] | None = None) -> tuple[bool, int]:
        """(killed, exit status) of `minutebook fetch` of the whole site; what it said is in `log`."""
        assert self.process.stdin and self.process.stdout
        self.pid.clear()
        order = {
            "arguments": ["--library", str(library), "fetch", site.root],
            "log": str(self.log),
            "kill": kill,
        }
        self.process.stdin.write(json.dumps(order) + "\n")
        self.process.stdin.flush()
        self.current = int(self.process.stdout.readline())
        self.pid.set()
        killed, status = json.loads(self.process.stdout.readline())
        return killed, status

    def kill_at(self, request: int, *, midway: bool = False, by: int = signal.SIGKILL) -> Fault:
        """A fault of the site: the command dies when its n-th request comes in, or halfway through the answer."""
        seen = iter(range(1, 1_000_000))
        half = faults.cut()

        def act(handler: BaseHTTPRequestHandler) -> int:
            if next(seen) != request:
                return 0
            self.pid.wait(10)
            if midway:
                half(handler)
            os.kill(self.current, by)
            return 1

        return Fault("", act)


@pytest.fixture(scope="module")
def child(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Child]:
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join((str(ROOT), str(Path(__file__).parent))),
        "OMP_NUM_THREADS": "1",
        "MINUTEBOOK_ALLOW_PRIVATE": "1",
        "MINUTEBOOK_PAUSE": "0",
        "MINUTEBOOK_TIMEOUT": "5",
    }
    command = [sys.executable, "-m", "thornmere.child"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment, cwd=ROOT
    ) as process:
        yield Child(process, tmp_path_factory.mktemp("child") / "said")
        assert process.stdin
        process.stdin.close()


@pytest.fixture
def undisturbed(
    child: Child, site: Site, tmp_path: Path
) -> tuple[dict[str, Any], dict[str, bytes], list[str]]:
    """What an undisturbed fetch leaves: the library, the files, and what it asked for."""
    untouched = tmp_path / "undisturbed"
    assert child.run(untouched, site) == (False, 0), child.log.read_text()
    asked = site.paths()
    site.forget()
    return snapshot(untouched), files(untouched), asked


def twice(site: Site, cut_off: str) -> list[str]:
    """Papers asked for more than once without a condition, but for the one that was in hand when the command died."""
    plainly = Counter(
        one.path
        for one in site.asked
        if any(part in one.path.lower() for part in PAPERS)
        and not {"if-none-match", "if-modified-since"} & one.headers.keys()
    )
    return [path for path, times in plainly.items() if times > 1 + (path == cut_off)]


@pytest.mark.parametrize("part", range(1, 12))
@pytest.mark.parametrize("midway", [False, True])
def test_killed_while_a_request_is_in_hand(
    child: Child, site: Site, library: Path, undisturbed: tuple[Any, Any, list[str]], part: int, midway: bool
) -> None:
    at = max(1, len(undisturbed[2]) * part // 11)
    site.faults.append(child.kill_at(at, midway=midway))
    killed, _ = child.run(library, site)
    site.faults.clear()
    cut_off = site.last()
    assert killed and len(site.asked) == at
    assert child.run(library, site) == (False, 0)
    assert (snapshot(library), files(library)) == undisturbed[:2]
    assert twice(site, cut_off) == []
    assert leaks(library, HIDDEN) == []


@pytest.mark.parametrize("kill", INSIDE, ids=lambda kill: " ".join(map(str, kill)))
def test_killed_between_requests(
    child: Child,
    site: Site,
    library: Path,
    undisturbed: tuple[Any, Any, list[str]],
    kill: tuple[str, str, int],
) -> None:
    killed, status = child.run(library, site, kill)
    assert killed, f"it ended with {status}: {child.log.read_text()}"
    cut_off = site.last()
    assert child.run(library, site) == (False, 0)
    assert (snapshot(library), files(library)) == undisturbed[:2]
    assert twice(site, cut_off) == []


def test_killed_again_and_again(
    child: Child, site: Site, library: Path, undisturbed: tuple[Any, Any, list[str]]
) -> None:
    deaths = 0
    for request in (3, 9, 9, 9, 14, 20):
        site.faults[:] = [child.kill_at(request)]
        deaths += child.run(library, site)[0]
    site.faults.clear()
    assert deaths >= 2 and child.run(library, site) == (False, 0)
    assert (snapshot(library), files(library)) == undisturbed[:2]
    assert max(Counter(site.paths("mgConvert2PDF")).values()) <= 3


def test_a_torn_journal_is_no_harm(
    child: Child, site: Site, library: Path, undisturbed: tuple[Any, Any, list[str]]
) -> None:
    assert child.run(library, site) == (False, 0)
    (journal,) = (library / "fetched").rglob(".journal.jsonl")
    held = journal.read_bytes()
    for torn in (held[:-17], held + b'{"url": "http', held[: len(held) // 2], held + b"\x00" * 40):
        journal.write_bytes(torn)
        assert child.run(library, site) == (False, 0)
        assert (snapshot(library), files(library)) == undisturbed[:2]


def test_only_one_fetch_of_a_library_runs_at_a_time(
    child: Child, site: Site, library: Path, fetch: Any
) -> None:
    """Two at once would each take the other's files for their own."""
    second: list[Any] = []

    def act(handler: BaseHTTPRequestHandler) -> int:
        if not second:
            second.append(None)
            second[0] = fetch("--body", "Harbour")
        return 0

    site.faults.append(Fault("GetMeetings", act, 1))
    assert child.run(library, site) == (False, 0)
    assert second[0].status in (0, 1) and "Traceback" not in second[0].err


def test_interrupted_by_a_person(
    child: Child, site: Site, library: Path, undisturbed: tuple[Any, Any, list[str]]
) -> None:
    site.faults.append(child.kill_at(len(undisturbed[2]) // 2, midway=True, by=signal.SIGINT))
    assert child.run(library, site) == (False, 130)
    assert child.log.read_text().endswith("run the same command again to go on\n")
    site.faults.clear()
    assert child.run(library, site) == (False, 0)
    assert (snapshot(library), files(library)) == undisturbed[:2]
