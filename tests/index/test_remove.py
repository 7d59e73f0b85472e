"""Taking papers out of a library."""

from __future__ import annotations

import pytest

from index.ingest import remove
from index.models import Filters, LibraryError
from index.reports import IngestReport


def told(report: IngestReport) -> dict[str, str]:
    return {paper.document: paper.status for paper in report.papers}


def test_remove_takes_papers_out(library, papers, tmp_path):
    report = remove(tmp_path / "library", ["MARCH.TXT", str(papers / "page.txt")])
    assert told(report) == {"march.txt": "removed", "page.txt": "removed"}
    assert (report.documents, report.passages) == (1, 4)
    assert library.refresh()
    assert [record.id for record in library.documents()] == ["july.txt"]
    assert library.store.matching(["dentists", "library"], 5, Filters()) == []
    remove(tmp_path / "library", ["july.txt"])
    assert library.refresh()
    assert library.store.nearest(library.embedder.embed_query("training"), 5, Filters()) == []
    assert library.words() == {} and library.coverage().first is None


def test_remove_is_all_or_nothing(library, tmp_path):
    with pytest.raises(LibraryError, match=r"no document 'marhc.txt'; the nearest held: march.txt"):
        remove(tmp_path / "library", ["july.txt", "marhc.txt"])
    assert not library.refresh() and library.coverage().documents == 3
