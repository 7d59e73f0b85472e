"""A small library, made with the stand-in reader and embedder beside this file."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable, Iterator
from itertools import permutations
from pathlib import Path
from types import ModuleType

import pytest

from index.ingest import ingest
from index.library import Library
from index.passages import passages_of as _passages_of
from index.reports import IngestReport

SCRUTINY = "Children and Young People Scrutiny Committee"
PANEL = "Health and Wellbeing Panel"


def _beside(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, Path(__file__).with_name(f"{name}.py"))
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


_stand_in = _beside("stand_in")
_growing = _beside("growing")


@pytest.fixture
def stand_in(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The stand-in reader in the place of the real one, and no model named by the environment."""
    monkeypatch.setattr("corpus.extract.extract", _stand_in.extract)
    monkeypatch.setattr("corpus.read.read_paper", _stand_in.read_paper)
    monkeypatch.setattr("index.passages.passages_of", _stand_in.passages_of)
    for module in ("reading", "writing"):
        monkeypatch.setattr(f"index.{module}.reader_version", lambda: "stand-in")
    monkeypatch.delenv("MINUTEBOOK_MODEL", raising=False)
    return _stand_in


@pytest.fixture
def papers(tmp_path: Path, stand_in: ModuleType) -> Path:
    """A folder of three papers: two bodies, and one undated."""
    folder = tmp_path / "papers"
    folder.mkdir()
    write = stand_in.paper_text
    (folder / "july.txt").write_text(
        write(
            SCRUTINY, "2019-07-17",
            "# 27. (5) Youth Justice", "Members discussed unconscious bias training for custody staff.",
            "! 1 To extend the training to all staff.",
            "# 28 (6) School exclusions", "The caseload was 17.3 on average.",
        )
    )  # fmt: skip
    (folder / "march.txt").write_text(
        write(
            PANEL,
            "2021-03-02",
            "# HW/21/4 Dental care",
            "Waiting lists for dentists grew.",
            "! 1 To note it.",
        )
    )
    (folder / "page.txt").write_text("# 1 Libraries\nA page about library books, undated.\n")
    return folder


@pytest.fixture
def embedder(stand_in: ModuleType) -> object:
    return stand_in.HashedWords()


@pytest.fixture
def build(tmp_path: Path, embedder: object) -> Callable[..., IngestReport]:
    """Ingests paths into the one library of the test."""
    return lambda *paths, **more: ingest(tmp_path / "library", paths, **{"embedder": embedder, **more})


@pytest.fixture
def shelf(build: Callable[..., IngestReport], papers: Path, tmp_path: Path) -> Path:
    """The folder of a library that nobody has open."""
    build(papers)
    return tmp_path / "library"


@pytest.fixture
def library(
    tmp_path: Path, papers: Path, build: Callable[..., IngestReport], embedder: object
) -> Iterator[Library]:
    """The three papers, ingested and opened."""
    build(papers)
    with Library.open(tmp_path / "library", embedder) as opened:  # type: ignore[arg-type]
        yield opened


@pytest.fixture
def growing(
    tmp_path: Path, stand_in: ModuleType, embedder: object, monkeypatch: pytest.MonkeyPatch
) -> object:
    """A library to which papers come: read by the stand-in, cut into passages by the real thing."""
    monkeypatch.setattr("index.passages.passages_of", _passages_of)
    return _growing.Growing(tmp_path, embedder)


@pytest.fixture
def in_every_order(
    growing: object, embedder: object, tmp_path: Path
) -> Callable[[dict[str, str]], Iterator[object]]:
    """Libraries to which the papers came in every order; at last they are all alike."""

    def build(papers: dict[str, str]) -> Iterator[object]:
        first = None
        for number, order in enumerate(permutations(papers)):
            folder = tmp_path / f"order {number}"
            folder.mkdir()
            one = _growing.Growing(folder, embedder)
            for name in order:
                one.add(name, papers[name])
            first = first or one.state()
            assert one.state() == first, order
            yield one

    return build
