"""What a library keeps of the words that its papers explain."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from types import ModuleType

import pytest

from index.ingest import ingest, remove
from index.library import Library
from index.models import Embedder
from index.schema import DATABASE

Told = list[tuple[str, str, str]]


def told(library: Library) -> Told:
    return [(each.short, each.long, each.passage.span.document_id) for each in library.glossary()]


@pytest.fixture
def folder(tmp_path: Path, stand_in: ModuleType) -> Path:
    papers = tmp_path / "explaining"
    papers.mkdir()
    (papers / "one.txt").write_text(
        stand_in.paper_text(
            "Harbour Board", "2019-07-17",
            "# 3 Ferries", "It rained.", "The Continuing Ferry Care (CFC) and Tideway Port Company (TPC) spoke.",
        )
    )  # fmt: skip
    (papers / "two.txt").write_text(
        stand_in.paper_text(
            "Harbour Board", "2020-01-08", "# 4 Care", "CFC – Crew First Call – was explained."
        )
    )
    return papers


@pytest.fixture
def opened(tmp_path: Path, folder: Path, embedder: Embedder) -> Library:
    ingest(tmp_path / "terms", [folder], embedder=embedder)
    return Library.open(tmp_path / "terms", embedder)


def test_every_meaning_is_kept_with_its_words(opened: Library) -> None:
    assert told(opened) == [
        ("CFC", "Continuing Ferry Care", "one.txt"),
        ("TPC", "Tideway Port Company", "one.txt"),
        ("CFC", "Crew First Call", "two.txt"),
    ]
    first = opened.glossary()[0]
    assert opened.document_text("one.txt")[first.start : first.end].endswith("(TPC) spoke.")
    assert first.passage.span.start <= first.start < first.end <= first.passage.span.end
    assert (first.passage.item, str(first.passage.date)) == ("3", "2019-07-17")


def test_a_paper_read_again_explains_what_it_says_now(
    opened: Library, folder: Path, tmp_path: Path, stand_in: ModuleType, embedder: Embedder
) -> None:
    (folder / "one.txt").write_text(
        stand_in.paper_text(
            "Harbour Board", "2019-07-17", "# 3 Ferries", "The Quay Marine Board (QMB) spoke."
        )
    )
    ingest(tmp_path / "terms", [folder], embedder=embedder)
    assert opened.refresh()
    assert told(opened) == [
        ("CFC", "Crew First Call", "two.txt"),
        ("QMB", "Quay Marine Board", "one.txt"),
    ]


def test_what_a_paper_taken_out_explained_is_gone_from_every_byte(
    opened: Library, folder: Path, tmp_path: Path
) -> None:
    opened.close()
    remove(tmp_path / "terms", ["one.txt"])
    connection = sqlite3.connect(tmp_path / "terms" / DATABASE)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    assert b"Tideway" not in (tmp_path / "terms" / DATABASE).read_bytes()
