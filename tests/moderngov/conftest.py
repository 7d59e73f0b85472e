"""Tests of this folder share a council's site, `thornmere`, served on loopback, and the real command to fetch it."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from thornmere.content import thornmere
from thornmere.server import Site, serving
from thornmere.trial import Fetch, HashedWords, Ran


@pytest.fixture
def site() -> Iterator[Site]:
    """The council's site, as it is today."""
    with serving(Site(thornmere(dt.date.today()))) as running:
        yield running


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return tmp_path / "library"


@pytest.fixture
def fetch(
    site: Site, library: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Fetch:
    """Runs `minutebook --library … fetch SITE ARGS...` in this process, without pauses, and with a stand-in model."""
    from ui.cli import main

    for name in ("MINUTEBOOK_LIBRARY", "MINUTEBOOK_MODEL", "MINUTEBOOK_CONTACT"):
        monkeypatch.delenv(name, raising=False)
    settings = {"ALLOW_PRIVATE": "1", "PAUSE": "0", "TIMEOUT": "3"}
    for name, value in settings.items():
        monkeypatch.setenv(f"MINUTEBOOK_{name}", value)
    monkeypatch.setattr("index.embed.MiniLMOnnx", HashedWords)

    def run(*args: object, of: str | None = None) -> Ran:
        status = main(["--library", str(library), "fetch", of or site.root, *map(str, args)])
        return Ran(status, *capsys.readouterr())

    return run
