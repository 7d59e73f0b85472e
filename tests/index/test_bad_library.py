"""Libraries that are absent, damaged, of another version or model, or busy: one sentence with a remedy each."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from index.health import inspect
from index.ingest import ingest, remove
from index.library import Library
from index.models import Filters, LibraryError
from index.schema import DATABASE

ROOT = Path(__file__).parents[2]


def alter(shelf: Path, sql: str) -> None:
    with closing(sqlite3.connect(shelf / DATABASE)) as connection:
        connection.execute(sql)
        connection.commit()


def refusal(path: Path, embedder: object = None) -> str:
    """What opening says; doctor's inspection must say it too, and one line must do."""
    with pytest.raises(LibraryError) as caught:
        Library.open(path, embedder)  # type: ignore[arg-type]
    said = str(caught.value)
    assert "\n" not in said and said == said.strip()
    return said


def test_absent(tmp_path):
    path = tmp_path / "nowhere"
    assert (
        refusal(path)
        == f"There is no library at {path}; make one with: minutebook --library {path} ingest PATH..."
    )
    assert inspect(path).faults == (refusal(path),)
    with pytest.raises(LibraryError, match="There is no library"):
        remove(path, ["july.txt"])
    assert not path.exists()


def test_the_remedy_names_the_library_unless_it_is_the_usual_one(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert refusal(Path("library")).endswith("make one with: minutebook ingest PATH...")
    assert refusal(Path("my town")).endswith("make one with: minutebook --library 'my town' ingest PATH...")


def test_a_file(tmp_path, papers, build):
    (tmp_path / "library").write_text("not a folder")
    assert "is a file, not a library; name the folder" in refusal(tmp_path / "library")
    with pytest.raises(LibraryError, match="is a file, not a library"):
        build(papers)


def test_a_folder_that_is_none(tmp_path):
    assert f"is not a library; make one there with: minutebook --library {tmp_path} ingest" in refusal(
        tmp_path
    )


def test_one_never_finished_is_finished_by_the_next_ingest(tmp_path, papers, build, embedder):
    (tmp_path / "library").mkdir()
    (tmp_path / "library" / DATABASE).touch()
    assert "was never finished; run: minutebook --library " in refusal(tmp_path / "library")
    assert build(papers).documents == 3


@pytest.mark.parametrize(
    ("version", "said"), [("0", "an older version"), ("99", "a newer version"), ("x", "an older")]
)
def test_another_version(shelf, version, said, papers, embedder):
    alter(shelf, f"UPDATE meta SET value = '{version}' WHERE name = 'schema'")
    assert f"was made by {said}" in refusal(shelf)
    assert ("update Minutebook" if version == "99" else "ingest the papers into a new folder") in refusal(
        shelf
    )
    with pytest.raises(LibraryError, match=said):
        ingest(shelf, [papers], embedder=embedder)


def test_somebody_elses_database(tmp_path, papers, embedder):
    with closing(sqlite3.connect(tmp_path / DATABASE)) as connection:
        connection.execute("CREATE TABLE customers (name TEXT)")
    assert "is damaged" in refusal(tmp_path) or "cannot be used" in refusal(tmp_path)
    with pytest.raises(LibraryError):
        ingest(tmp_path, [papers], embedder=embedder)


def test_another_model(shelf, stand_in, papers, monkeypatch):
    other = stand_in.HashedWords("another-model")
    expected = "was made with the model hashed-words, not another-model; use that model"
    assert expected in refusal(shelf, other)
    with pytest.raises(LibraryError, match=expected):
        ingest(shelf, [papers], embedder=other)
    monkeypatch.setenv("MINUTEBOOK_MODEL", "another-model")
    assert expected in refusal(shelf)
    with pytest.raises(LibraryError, match=expected):
        ingest(shelf, [papers])


def test_an_empty_library_takes_another_model(shelf, stand_in, papers):
    remove(shelf, ["july.txt", "march.txt", "page.txt"])
    other = stand_in.HashedWords("another-model")
    assert ingest(shelf, [papers], embedder=other).documents == 3
    with Library.open(shelf, other) as library:
        assert library.documents()[0].model == "another-model"


@pytest.mark.parametrize("keep", [0.1, 0.5, 0.9])
def test_a_truncated_database(shelf, keep, papers, embedder):
    data = (shelf / DATABASE).read_bytes()
    (shelf / DATABASE).write_bytes(data[: int(len(data) * keep)])
    assert "is damaged" in refusal(shelf)
    assert "move it away and ingest the papers again" in refusal(shelf)
    with pytest.raises(LibraryError, match="is damaged"):
        ingest(shelf, [papers], embedder=embedder)


def test_a_database_of_noise(shelf, papers, embedder):
    (shelf / DATABASE).write_bytes(os.urandom(50_000))
    assert "is damaged (file is not a database)" in refusal(shelf)
    with pytest.raises(LibraryError, match="is damaged"):
        ingest(shelf, [papers], embedder=embedder)


def test_noise_in_the_middle_of_the_database_is_found_by_inspection(shelf, embedder):
    data = bytearray((shelf / DATABASE).read_bytes())
    for start in range(8192, len(data) - 4096, 8192):
        data[start : start + 4096] = os.urandom(4096)
    (shelf / DATABASE).write_bytes(data)
    health = inspect(shelf)
    assert not health.sound and "is damaged" in health.faults[0]
    with pytest.raises(LibraryError, match="damaged"), Library.open(shelf, embedder) as library:
        library.passages()
        library.documents()


@pytest.mark.parametrize("harm", ["delete", "empty", "noise", "one bit"])
def test_a_damaged_vector_file_is_made_again(shelf, harm, embedder, caplog, papers):
    with Library.open(shelf, embedder) as library:
        vector = library.embedder.embed_query("bias training")
        sound = library.store.nearest(vector, 5, Filters())
    (file,) = shelf.glob("vectors-*.faiss")
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes({"delete": b"", "empty": b"", "noise": os.urandom(900), "one bit": bytes(data)}[harm])
    if harm == "delete":
        file.unlink()
    assert inspect(shelf).sound and "vector file is missing or damaged" in inspect(shelf).remarks[0]
    with Library.open(shelf, embedder) as library:
        assert library.store.nearest(vector, 5, Filters()) == sound
    assert [record.getMessage() for record in caplog.records if "made again" in record.getMessage()] == [
        f"the vector file of the library at {shelf} is missing or damaged; made again"
    ]
    report = ingest(shelf, [papers], embedder=embedder)
    assert report.count("unchanged") == 3 and inspect(shelf).remarks == ()


def test_inspection_finds_what_does_not_agree(shelf, stand_in, monkeypatch):
    monkeypatch.setattr("index.health.missing_model", lambda model: None)
    assert inspect(shelf).sound
    assert dict(inspect(shelf).facts)["passages"] == "9"
    alter(shelf, "UPDATE passages SET start = start + 1 WHERE id = 2")
    assert inspect(shelf).faults[0].startswith("1 passages are not what their papers say at that place")
    alter(shelf, "UPDATE passages SET start = start - 1 WHERE id = 2")
    alter(shelf, "UPDATE passages SET heading = 'Another' WHERE id = 3")
    assert inspect(shelf).faults[0].startswith("The word index does not agree with the passages")
    alter(shelf, "INSERT INTO passage_words (passage_words) VALUES ('rebuild')")
    alter(shelf, "DELETE FROM vectors WHERE hash = (SELECT hash FROM passages WHERE id = 4)")
    assert inspect(shelf).faults[0].startswith("1 passages have no vector")


def test_inspection_tells_of_files_that_are_gone(shelf, papers):
    (papers / "page.txt").unlink()
    assert inspect(shelf).sound
    assert inspect(shelf).remarks == ("The files of 1 papers held are gone: page.txt.",)


@pytest.fixture
def open_to_all() -> Iterator[Path]:
    """A folder that another user can reach, which pytest's own folders are not."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


def run_child(code: str, *arguments: Path) -> list[str]:
    """The lines that `code` prints, run by another process with the stand-in reader at hand."""
    environment = {**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{Path(__file__).parent}"}
    command = [sys.executable, "-c", code, *map(str, arguments)]
    done = subprocess.run(command, cwd=ROOT, env=environment, text=True, capture_output=True)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


ASK = """
import os, sys, stand_in, index.matters
from pathlib import Path
from index.library import Library
from index.ingest import ingest
from index.models import Filters, LibraryError
stand_in.install()
if os.geteuid() == 0:  # root may write anywhere
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
library, papers = map(Path, sys.argv[1:])
with Library.open(library, stand_in.HashedWords()) as opened:
    print(opened.store.matching(["custody"], 1, Filters())[0].passage.item, opened.refresh())
for path in (library, library.parent / "new"):
    try:
        ingest(path, [papers], embedder=stand_in.HashedWords())
    except LibraryError as error:
        print(error)
"""


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="rights are another matter on this system")
def test_a_library_in_a_read_only_folder_answers_but_is_not_written(shelf, papers, open_to_all):
    library = Path(shutil.copytree(shelf, open_to_all / "library"))
    seen = Path(shutil.copytree(papers, open_to_all / "papers"))
    (seen / "july.txt").write_text("# 1 Bins\nEmptied.\n")
    for folder in (library, seen, open_to_all):
        folder.chmod(0o555)
    said = run_child(ASK, library, seen)
    for folder in (library, seen, open_to_all):
        folder.chmod(0o755)
    assert said[0] == "27. False"
    assert said[1] == f"The library at {library} cannot be written or opened; check the folder's permissions."
    assert said[2].startswith(f"The folder {open_to_all / 'new'} cannot be made (Permission denied)")


FULL = """
import resource, signal, sys, stand_in
from pathlib import Path
from index.ingest import ingest
from index.models import LibraryError
stand_in.install()
library, papers = map(Path, sys.argv[1:])
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (150_000, 150_000))
try:
    ingest(library, [papers], embedder=stand_in.HashedWords())
except LibraryError as error:
    print(error)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="limits the size of files")
def test_a_full_disk_loses_nothing(shelf, papers, embedder):
    with Library.open(shelf, embedder) as library:
        before = library.passages()
    (papers / "huge.txt").write_text(
        "".join(f"# {n} Item\nWords {n} {'and more ' * 40}\n" for n in range(600))
    )
    (said,) = run_child(FULL, shelf, papers)
    assert str(shelf) in said and "lost" in said
    with Library.open(shelf, embedder) as library:
        assert library.passages() == before
    assert ingest(shelf, [papers], embedder=embedder).documents == 4
