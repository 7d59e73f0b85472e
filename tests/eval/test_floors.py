"""The whole evaluation against the committed floors: what CI holds the answers to."""

from __future__ import annotations

import io

import pytest

from eval.run import floors, run
from eval.sets import absent, find


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(floors()))
def test_figures_hold_their_floors(name: str, capsys) -> None:
    known_set = find(name)
    if not known_set.file.is_file() or absent(known_set):
        pytest.skip(absent(known_set) or f"{known_set.file} is not written")
    status = run([name], floor=True, out=io.StringIO())
    assert (status, capsys.readouterr().err) == (0, "")
