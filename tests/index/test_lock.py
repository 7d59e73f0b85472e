"""One ingest at a time, whatever becomes of the others and of the lock."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from index.ingest import ingest, remove
from index.models import LibraryError
from index.schema import LOCK, lock_fault, only_writer

ROOT = Path(__file__).parents[2]


def test_a_second_ingest_at_once_is_refused(shelf, papers, embedder):
    with only_writer(shelf), pytest.raises(LibraryError, match="Another ingest is running on the library"):
        ingest(shelf, [papers], embedder=embedder)
    with only_writer(shelf), pytest.raises(LibraryError, match="Another ingest is running"):
        remove(shelf, ["july.txt"])
    assert ingest(shelf, [papers], embedder=embedder).count("unchanged") == 3


@pytest.mark.parametrize("noise", [b"noise", b"noise" * 2_000])
def test_a_damaged_lock_names_its_remedy(shelf, noise, papers, embedder):
    assert lock_fault(shelf) is None
    (shelf / LOCK).write_bytes(noise)
    expected = f"The lock file of the library at {shelf} is damaged; delete the file {LOCK} in that folder."
    assert lock_fault(shelf) == expected
    for change in (lambda: ingest(shelf, [papers], embedder=embedder), lambda: remove(shelf, ["july.txt"])):
        with pytest.raises(LibraryError) as caught:
            change()
        assert str(caught.value) == expected
    (shelf / LOCK).unlink()
    assert lock_fault(shelf) is None
    assert ingest(shelf, [papers], embedder=embedder).count("unchanged") == 3


def test_a_lock_that_is_held_is_not_damaged(shelf):
    with only_writer(shelf):
        assert lock_fault(shelf) is None


def test_the_lock_ends_with_its_process(shelf, papers, embedder):
    held = (
        "import sys, time\nfrom pathlib import Path\nfrom index.schema import only_writer\n"
        "with only_writer(Path(sys.argv[1])):\n    print('held', flush=True)\n    time.sleep(60)\n"
    )
    command = [sys.executable, "-c", held, str(shelf)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout and process.stdout.readline() == "held\n"
        with pytest.raises(LibraryError, match="Another ingest is running"):
            ingest(shelf, [papers], embedder=embedder)
        process.kill()
    assert ingest(shelf, [papers], embedder=embedder).count("unchanged") == 3
