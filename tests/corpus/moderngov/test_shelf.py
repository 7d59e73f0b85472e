"""Names that a person can read and no system stumbles over, and files that are whole or not there."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from corpus.models import Publication
from corpus.moderngov import shelf
from corpus.publication import read_publications


@pytest.mark.parametrize(
    ("title", "key", "name"),
    [
        ("Harbour Wall Repairs", "s65401", "Harbour Wall Repairs 65401.pdf"),
        ("Fees 2024/25: a *review*?", "s1", "Fees 2024 25 a review 1.pdf"),
        ("../../../etc/passwd", "s1", "etc passwd 1.pdf"),
        (".hidden\x07", "s1", "hidden 1.pdf"),
        ("Printed minutes", "g77 1", "Printed minutes g77 1.pdf"),
        ("", "s1", "Paper 1.pdf"),
        ("x" * 300, "s1", f"{'x' * 100} 1.pdf"),
    ],
)
def test_names_of_papers(title: str, key: str, name: str) -> None:
    assert shelf.paper_name(title, key, ".pdf") == name


def test_long_names_in_other_scripts_stay_nameable() -> None:
    assert len(shelf.paper_name("漢" * 300, "s1", ".pdf").encode()) < 255


def test_folders(tmp_path: Path) -> None:
    assert shelf.body_folder(tmp_path, 129, "Children’s & Families' Panel") == "childrens-families-panel-129"
    assert shelf.body_folder(tmp_path, 5, "漢字") == "body-5"
    assert shelf.meeting_folder(dt.date(2024, 3, 6), 7) == "2024-03-06 7"


def test_a_body_that_was_renamed_stays_where_it_is(tmp_path: Path) -> None:
    (tmp_path / "old-name-29").mkdir()
    (tmp_path / "cabinet-129").mkdir()
    assert shelf.body_folder(tmp_path, 29, "New name") == "old-name-29"


def test_files_are_written_whole_and_what_a_kill_left_is_cleared(tmp_path: Path) -> None:
    path = tmp_path / "a" / "paper 1.pdf"
    shelf.write_file(path, b"first")
    shelf.write_file(path, b"second")
    (path.parent / ".paper 1.pdf.new").write_bytes(b"half")
    shelf.clear_drafts(path.parent)
    assert [each.name for each in path.parent.iterdir()] == ["paper 1.pdf"] and path.read_bytes() == b"second"


def test_publications_are_of_files_that_are_there(tmp_path: Path) -> None:
    folder = tmp_path / "meeting"
    shelf.write_file(folder / "a.pdf", b"%PDF")
    said = {"a.pdf": Publication(title="A"), "gone.pdf": Publication(title="Gone")}
    shelf.renew_publications(folder, said)
    assert read_publications(folder) == {"a.pdf": Publication(title="A")}
    (folder / "a.pdf").unlink()
    shelf.renew_publications(folder, said)
    assert not folder.exists()


def test_damaged_publications_are_as_good_as_none(tmp_path: Path) -> None:
    (tmp_path / "papers.json").write_text("{")
    assert shelf.held_publications(tmp_path) == {}
