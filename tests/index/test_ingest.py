"""What an ingest says of each paper, and what it leaves in the library."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest

from corpus.extract import SUFFIXES_SAID
from index.ingest import ingest
from index.library import Library
from index.reports import IngestReport


def told(report: IngestReport) -> dict[str, str]:
    return {paper.document: paper.status for paper in report.papers}


def reasons(report: IngestReport) -> dict[str, str | None]:
    return {paper.document: paper.reason for paper in report.papers}


def test_papers_of_a_folder_are_reported_and_held(build, papers, tmp_path, embedder):
    report = build(papers)
    assert told(report) == {"july.txt": "added", "march.txt": "added", "page.txt": "added"}
    july = report.papers[0]
    assert (july.kind, july.body, july.items, july.decisions, july.passages) == (
        "minutes", "Children and Young People Scrutiny Committee", 2, 1, 4,
    )  # fmt: skip
    assert [date.isoformat() for date in july.dates] == ["2019-07-17"]
    assert report.papers[2].warnings == ("It states no date.",)
    assert (report.documents, report.passages, report.embedded) == (3, 9, 9)
    with Library.open(tmp_path / "library", embedder) as library:
        assert [record.id for record in library.documents()] == ["july.txt", "march.txt", "page.txt"]


def test_unchanged_papers_cost_nothing(build, papers, tmp_path, embedder):
    build(papers)
    embedder.embedded.clear()
    files = {path.name: path.stat().st_mtime_ns for path in (tmp_path / "library").glob("vectors-*")}
    report = build(papers)
    assert told(report) == {"july.txt": "unchanged", "march.txt": "unchanged", "page.txt": "unchanged"}
    assert (report.documents, report.passages, report.embedded, embedder.embedded) == (3, 9, 0, [])
    assert files == {path.name: path.stat().st_mtime_ns for path in (tmp_path / "library").glob("vectors-*")}
    assert not report.changed


def test_a_changed_paper_replaces_its_old_self(build, papers, library):
    text = (
        (papers / "march.txt").read_text().replace("Waiting lists for dentists grew", "Nobody waits any more")
    )
    (papers / "march.txt").write_text(text)
    report = build(papers)
    assert told(report) == {"july.txt": "unchanged", "march.txt": "replaced", "page.txt": "unchanged"}
    assert report.embedded == 1, "the passages that stayed the same keep their vectors"
    assert library.refresh()
    assert library.document_text("march.txt") == text
    assert "dentists" not in library.words() and library.words()["nobody"] == 1
    assert [hit.passage.item for hit in library.store.matching(["dentists"], 5, _all())] == []


def test_a_paper_that_cannot_be_read_is_named_and_the_rest_go_on(build, papers, library):
    (papers / "march.txt").write_text("Unreadable")
    (papers / "new.txt").write_text("# 2 Parks\nTrees were planted.\n")
    (papers / "worse.txt").write_text("Unreadable too")
    report = build(papers)
    assert told(report)["new.txt"] == "added"
    assert reasons(report)["march.txt"] == "it is unreadable; save it again; what was held of it is kept"
    assert reasons(report)["worse.txt"] == "it is unreadable; save it again"
    library.refresh()
    assert "dentists" in library.document_text("march.txt")


def test_a_reader_that_breaks_stops_one_paper_only(build, papers, monkeypatch, stand_in):
    def broken(document):
        if document.id == "july.txt":
            raise IndexError("no such group")
        return stand_in.read_paper(document)

    monkeypatch.setattr("corpus.read.read_paper", broken)
    report = build(papers)
    assert told(report) == {"july.txt": "failed", "march.txt": "added", "page.txt": "added"}
    assert reasons(report)["july.txt"] == "the reader failed on it (IndexError: no such group)"


def test_the_same_paper_under_two_names_is_held_once(build, papers):
    shutil.copy(papers / "july.txt", papers / "copy of july.txt")
    report = build(papers)
    assert told(report)["july.txt"] == "duplicate"
    assert reasons(report)["july.txt"] == "same as copy of july.txt"
    assert report.documents == 3
    assert told(build(papers))["july.txt"] == "duplicate"


def test_a_copy_of_what_a_paper_used_to_be_is_a_paper_of_its_own(build, papers, library):
    shutil.copy(papers / "july.txt", papers / "a copy.txt")
    (papers / "july.txt").write_text("# 1 Bins\nBins were emptied.\n")
    report = build(papers)
    assert (told(report)["a copy.txt"], told(report)["july.txt"]) == ("added", "replaced")


def test_a_moved_paper_keeps_its_name_and_is_not_doubled(build, papers, tmp_path, library):
    moved = tmp_path / "elsewhere"
    papers.rename(moved)
    assert told(build(moved)) == {"july.txt": "unchanged", "march.txt": "unchanged", "page.txt": "unchanged"}
    library.refresh()
    assert {record.source for record in library.documents()} == {str(path) for path in moved.iterdir()}
    (moved / "page.txt").write_text("# 1 Libraries\nOpen on Sundays.\n")
    assert told(build(moved))["page.txt"] == "replaced"


def test_two_papers_of_one_name_are_told_apart_by_their_folders(build, tmp_path, stand_in, embedder):
    paths = [tmp_path / name / "minutes.txt" for name in ("north/2019", "south/2019", "south/2020")]
    for number, path in enumerate(paths):
        path.parent.mkdir(parents=True)
        path.write_text(f"# 1 Item {number}\nWords number {number}.\n")
    assert list(told(build(*paths))) == ["minutes.txt", "2019/minutes.txt", "2020/minutes.txt"]
    again = tmp_path / "north/2019/more/2019/minutes.txt"
    again.parent.mkdir(parents=True)
    again.write_text("# 1 Other\nOther words.\n")
    assert list(told(build(again))) == ["more/2019/minutes.txt"]
    assert set(told(build(*paths)).values()) == {"unchanged"}


def test_a_folder_named_differently_next_time_holds_the_same_papers(build, tmp_path, stand_in):
    path = tmp_path / "papers" / "2019" / "a.txt"
    path.parent.mkdir(parents=True)
    path.write_text("# 1 Parks\nTrees.\n")
    assert told(build(tmp_path / "papers")) == {"2019/a.txt": "added"}
    assert told(build(tmp_path / "papers" / "2019")) == {"2019/a.txt": "unchanged"}
    assert told(build(path)) == {"2019/a.txt": "unchanged"}


def test_what_gives_no_paper_is_said(build, tmp_path, stand_in):
    folder = tmp_path / "mixed"
    folder.mkdir()
    (folder / "notes.jpg").write_bytes(b"x")
    (folder / ".hidden.txt").write_text("hidden")
    (folder / "README").write_text("no suffix")
    empty = tmp_path / "empty"
    empty.mkdir()
    (tmp_path / "nothing.txt").write_bytes(b"")
    names = [
        folder,
        empty,
        tmp_path / "absent",
        tmp_path / "bad\0name",
        folder / "notes.jpg",
        tmp_path / "nothing.txt",
    ]
    report = build(*names)
    assert [(paper.status, paper.reason) for paper in report.papers] == [
        ("skipped", f"files without a suffix are not read; give {SUFFIXES_SAID}"),
        ("skipped", f".jpg files are not read; give {SUFFIXES_SAID}"),
        ("failed", f"the folder holds no {SUFFIXES_SAID} paper"),
        ("failed", f"the folder holds no {SUFFIXES_SAID} paper"),
        ("failed", "there is no such file or folder; check the path"),
        ("failed", "it cannot be opened (embedded null byte)"),
        ("failed", f".jpg files are not read; give {SUFFIXES_SAID}"),
        ("failed", "it is unreadable; save it again"),
    ]
    assert "bad_name" in report.papers[5].document


def test_pipes_links_to_nowhere_and_the_library_itself_are_passed_over(papers, stand_in, embedder):
    ingest(papers / "library", [papers], embedder=embedder)
    os.mkfifo(papers / "pipe.txt")
    (papers / "broken.txt").symlink_to(papers / "nowhere")
    (papers / "loop").symlink_to(papers)
    (papers / "link.txt").symlink_to(papers / "july.txt")
    report = ingest(papers / "library", [papers], embedder=embedder)
    assert told(report) == {
        "broken.txt": "failed", "july.txt": "unchanged", "march.txt": "unchanged", "page.txt": "unchanged",
        "pipe.txt": "failed",
    }  # fmt: skip
    assert reasons(report)["pipe.txt"] == reasons(report)["broken.txt"] == "it is not a file"


def test_a_library_may_have_any_name(papers, tmp_path, embedder):
    odd = tmp_path / "100% of #1? it's 'Ünder' & \"way\""
    ingest(odd, [papers], embedder=embedder)
    with Library.open(odd, embedder) as library:
        assert library.coverage().documents == 3


def test_nothing_to_read_makes_no_library(tmp_path, embedder):
    report = ingest(tmp_path / "library", [tmp_path / "absent"], embedder=embedder)
    assert report.count("failed") == 1 and not (tmp_path / "library").exists()


def test_nothing_readable_leaves_no_new_folder(tmp_path, papers, stand_in, embedder):
    bad = tmp_path / "bad.txt"
    bad.write_text("Unreadable")
    shelf = tmp_path / "new" / "library"
    assert told(ingest(shelf, [bad], embedder=embedder)) == {"bad.txt": "failed"}
    assert not (tmp_path / "new").exists()
    ours = tmp_path / "ours"
    ours.mkdir()
    ingest(ours, [bad], embedder=embedder)
    ingest(ours / "library", [bad], embedder=embedder)
    assert ours.is_dir() and not (ours / "library").exists()
    assert ingest(shelf, [bad, papers], embedder=embedder).documents == 3
    ingest(shelf, [bad], embedder=embedder)
    assert (shelf / "library.sqlite").exists()


def test_a_paper_that_vanishes_midway_is_said(build, papers):
    class Vanishing:
        def reading(self, done: int, total: int, name: str) -> None:
            if name == "march.txt":
                (papers / name).unlink()

        def embedding(self, done: int, total: int) -> None: ...

    report = build(papers, progress=Vanishing())
    assert told(report) == {"july.txt": "added", "march.txt": "failed", "page.txt": "added"}
    assert reasons(report)["march.txt"] == "it vanished before it could be read; ingest it again"


def test_odd_names_are_made_printable(build, tmp_path, stand_in):
    folder = tmp_path / "odd"
    folder.mkdir()
    for number, name in enumerate(["tab\there.txt", "right\u202eto left.txt", "cafe\u0301.txt"]):
        (folder / name).write_text(f"# 1 Item\nNumber {number}.\n")
    if sys.platform == "linux":
        Path(os.fsdecode(os.fsencode(folder) + b"/broken\xff.txt")).write_text("# 1 Broken\nBytes.\n")
    names = set(told(build(folder)))
    assert {"tab_here.txt", "right_to left.txt", "café.txt"} <= names
    assert sys.platform != "linux" or "broken\ufffd.txt" in names
    assert set(told(build(folder)).values()) == {"unchanged"}


def test_a_permission_is_missing(papers, tmp_path, build):
    if os.geteuid() == 0:
        pytest.skip("root may read everything")
    (papers / "july.txt").chmod(0)
    assert (
        reasons(build(papers))["july.txt"] == "it cannot be opened (Permission denied); check its permissions"
    )


def test_a_new_reader_reads_everything_again(build, papers, embedder, monkeypatch):
    build(papers)
    embedder.embedded.clear()
    monkeypatch.setattr("index.reading.reader_version", lambda: "next")
    monkeypatch.setattr("index.writing.reader_version", lambda: "next")
    report = build(papers)
    assert set(reasons(report).values()) == {"read again by another version of the reader"}
    assert embedder.embedded == [], "vectors are kept by what the model reads, so none is made twice"
    assert set(told(build(papers)).values()) == {"unchanged"}


def test_an_interrupted_embedding_is_taken_up_again(build, papers, embedder, monkeypatch):
    monkeypatch.setattr("index.writing.BATCH", 4)
    embed = embedder.embed_passages

    def stop_at_second(texts):
        if embedder.embedded:
            raise KeyboardInterrupt
        return embed(texts)

    monkeypatch.setattr(embedder, "embed_passages", stop_at_second)
    with pytest.raises(KeyboardInterrupt):
        build(papers)
    monkeypatch.setattr(embedder, "embed_passages", embed)
    report = build(papers)
    assert (report.passages, report.embedded, len(embedder.embedded)) == (9, 5, 9)


def test_items_that_are_one_matter_are_joined(papers, build, tmp_path, embedder, stand_in):
    pack = stand_in.paper_text(
        "Children and Young People Scrutiny Committee", "2019-07-17", "# 5 Youth Justice", "A report."
    )
    (papers / "pack.txt").write_text(pack)
    build(papers)
    with Library.open(tmp_path / "library", embedder) as library:
        joined = {item.key: item.matter for item in library.items() if item.matter}
        assert joined == {"july.txt#1.1": "july.txt#1.1", "pack.txt#1.1": "july.txt#1.1"}
        assert {passage.matter for passage in library.passages(document="pack.txt")} == {None, "july.txt#1.1"}


def _all():
    from index.models import Filters

    return Filters()
