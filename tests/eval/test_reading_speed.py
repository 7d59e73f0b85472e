"""Timing of reading: what is counted, and how it is told; the speeds themselves are for the bench."""

from __future__ import annotations

from pathlib import Path

import pytest

from eval.models import EvaluationError
from eval.reading_speed import Speed, main, measure, text

MINUTES = (
    "Planning Panel\n\nMinutes of the meeting held on 5 March 2018\n\nThe Surveyor spoke of the dovecote.\n"
)


def test_papers_are_counted_by_format(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("one.txt", "two.txt", "three.html"):
        (tmp_path / name).write_text(MINUTES)
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "picture.png").write_bytes(b"not read")
    found = measure([tmp_path])
    assert [(one.format, one.papers, one.pages) for one in found] == [(".html", 1, 0), (".txt", 2, 0)]
    assert found[1].megabytes == pytest.approx(2 * len(MINUTES) / 1e6)
    assert capsys.readouterr().err == f"{tmp_path / 'empty.txt'}: it is empty; fetch or save it again\n"


def test_pdfs_are_told_in_pages_and_others_in_megabytes() -> None:
    speeds = [Speed(".pdf", 2, 90, 3.0, 1.5), Speed(".md", 1, 8, 1.0, 0.5)]
    assert [(one.rate, one.target) for one in speeds] == [(60.0, 40.0), (2.0, 5.0)]
    assert text(speeds).splitlines() == [
        "format  papers  pages  megabytes  seconds  a second  target       met",
        ".pdf    2       90     3.00       1.50     60 pages  >= 40 pages  yes",
        ".md     1       8      1.00       0.50     2 MB      >= 5 MB      NO",
    ]


def test_nothing_to_read_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(EvaluationError, match="No paper could be read; name files or folders that hold some"):
        measure([tmp_path])
    assert (main([]), main([str(tmp_path)])) == (2, 1)
    assert "Name papers to read" in capsys.readouterr().err
