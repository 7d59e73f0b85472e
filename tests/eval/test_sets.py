"""Sets of known answers, their halves, and papers out of an archive."""

from __future__ import annotations

import io
import tarfile
from pathlib import Path

import pytest

from eval import sets
from eval.archive import unpack
from eval.models import EvaluationError
from eval.sets import NAMES, absent, find, folder_of, library_of, papers_of


def archive(path: Path, files: dict[str, bytes], links: dict[str, str] | None = None) -> Path:
    with tarfile.open(path, "w:xz") as held:
        for name, data in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(data)
            held.addfile(member, io.BytesIO(data))
        for name, target in (links or {}).items():
            member = tarfile.TarInfo(name)
            member.type, member.linkname = tarfile.SYMTYPE, target
            held.addfile(member)
    return path


def test_only_the_named_papers_are_unpacked_and_nowhere_else(tmp_path: Path) -> None:
    held = archive(tmp_path / "moot.tar.xz", {"moot/a.md": b"A", "../../b.md": b"B", "moot/c.md": b"C"})
    folder = unpack(held, ["a.md", "b.md"], tmp_path / "cache")
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == {"a.md": b"A", "b.md": b"B"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["cache", "moot.tar.xz"]
    (folder / "a.md").write_bytes(b"kept")
    assert (unpack(held, ["b.md", "a.md"], tmp_path / "cache") / "a.md").read_bytes() == b"kept"


@pytest.mark.parametrize(
    ("files", "names", "reason"),
    [
        ({"x/a.md": b"A"}, ["b.md"], "holds no paper called b.md; correct the list of names"),
        ({"x/a.md": b"A", "y/a.md": b"B"}, ["a.md"], "holds a.md twice"),
        ({"x/a.md": b"A" * 11}, ["a.md"], "is larger than 10 bytes"),
        ({"x/a.md": b"A"}, ["../a.md"], "../a.md is no plain file name"),
        ({"x/a.md": b"A"}, [".."], ".. is no plain file name"),
    ],
)
def test_an_archive_that_will_not_do(tmp_path: Path, monkeypatch, files, names, reason) -> None:
    monkeypatch.setattr("eval.archive.MOST_BYTES", 10)
    with pytest.raises(EvaluationError, match=reason):
        unpack(archive(tmp_path / "moot.tar.xz", files), names, tmp_path / "cache")


def test_a_link_is_no_paper_and_damage_is_told(tmp_path: Path) -> None:
    linked = archive(tmp_path / "moot.tar.xz", {}, {"a.md": "/etc/passwd"})
    with pytest.raises(EvaluationError, match=r"holds no paper called a\.md"):
        unpack(linked, ["a.md"], tmp_path / "cache")
    (tmp_path / "torn.tar.xz").write_bytes(linked.read_bytes()[:60])
    with pytest.raises(EvaluationError, match="cannot be unpacked"):
        unpack(tmp_path / "torn.tar.xz", ["a.md"], tmp_path / "cache")


def test_a_set_has_two_halves_and_a_file_is_its_users_own(tmp_path: Path) -> None:
    tuning, final = find("sample", "tuning"), find("sample", "final")
    assert tuning.file.parts[-2:] == ("tuning", "sample.jsonl")
    assert final.file.parts[-2:] == ("final", "sample.jsonl")
    mine = tmp_path / "mine.jsonl"
    mine.write_text("")
    assert find(str(mine), "final") == find(str(mine), "tuning") == sets.KnownSet("mine", "own", mine, None)
    assert absent(find(str(mine), "own")) == (
        f"Say which papers {mine} is about: --papers DIR or --library DIR."
    )
    held = find(str(mine), "own", library=tmp_path)
    assert (absent(held), library_of(held)) == (None, tmp_path)


def test_questions_not_written_are_told(monkeypatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sets, "_KNOWN", tmp_path)
    for name in NAMES:
        assert str(absent(find(name, "final"))).startswith("Its final half has no known answers: ")


def test_papers_are_found_by_a_sets_name_or_as_a_folder(tmp_path: Path) -> None:
    assert papers_of("sample").name == "sample"
    assert papers_of(str(tmp_path)) == tmp_path


def test_the_listed_papers_of_limerick_are_in_their_archive(tmp_path: Path, monkeypatch) -> None:
    papers = sets.PAPERS["limerick"]
    if not papers.is_file():
        pytest.skip(f"{papers} is not here")
    monkeypatch.setattr(sets, "cache", lambda: tmp_path)
    assert len(list(folder_of(papers).iterdir())) == 20
