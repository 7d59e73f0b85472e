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
from thornmere.trial import Fetch, Fetched, HashedWords, Ran, run

SETTINGS = {"ALLOW_PRIVATE": "1", "PAUSE": "0", "TIMEOUT": "3"}


@pytest.fixture(scope="module")
def settings() -> Iterator[None]:
    """No pauses, this machine allowed, and a model that costs nothing."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("LIBRARY", "MODEL", "CONTACT", "DEBUG"):
            patch.delenv(f"MINUTEBOOK_{name}", raising=False)
        for name, value in SETTINGS.items():
            patch.setenv(f"MINUTEBOOK_{name}", value)
        patch.setattr("index.embed.MiniLMOnnx", HashedWords)
        yield


@pytest.fixture
def site() -> Iterator[Site]:
    """The council's site, as it is today."""
    with serving(Site(thornmere(dt.date.today()))) as running:
        yield running


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return tmp_path / "library"


@pytest.fixture
def fetch(site: Site, library: Path, settings: None) -> Fetch:
    """Runs `minutebook --library … fetch SITE ARGS...` in this process."""

    def minutebook(*args: object, of: str | None = None) -> Ran:
        return run(library, of or site.root, *args)

    return minutebook


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory, settings: None) -> Iterator[Fetched]:
    """The whole site, fetched once: for tests that only look."""
    library = tmp_path_factory.mktemp("whole") / "library"
    with serving(Site(thornmere(dt.date.today()))) as site:
        yield Fetched(site, library, run(library, site.root))


@pytest.fixture(scope="module")
def by_pages(tmp_path_factory: pytest.TempPathFactory, settings: None) -> Iterator[Fetched]:
    """The same with the web service switched off."""
    library = tmp_path_factory.mktemp("pages") / "library"
    with serving(Site(thornmere(dt.date.today()), service="off")) as site:
        yield Fetched(site, library, run(library, site.root, "--json"))
