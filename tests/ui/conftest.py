"""Tests of this folder share one small council in memory, `saltmere`."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture
def assistant(monkeypatch):
    """An assistant over a library in memory, given to every command that opens one."""
    from saltmere import FakeAssistant

    import ui.commands.opening as opening

    fake = FakeAssistant()
    monkeypatch.setattr(opening, "open_library", lambda path: fake.library)
    monkeypatch.setattr(opening, "open_assistant", lambda path: fake)
    return fake


@pytest.fixture
def run(capsys, monkeypatch):
    """Runs `minutebook ARGS...`; returns (exit status, stdout, stderr)."""
    from ui.cli import main

    for name in ("MINUTEBOOK_LIBRARY", "MINUTEBOOK_MODEL", "MINUTEBOOK_DEBUG", "PORT"):
        monkeypatch.delenv(name, raising=False)

    def minutebook(*args: object) -> tuple[int, str, str]:
        status = main([str(arg) for arg in args])
        return status, *capsys.readouterr()

    return minutebook
