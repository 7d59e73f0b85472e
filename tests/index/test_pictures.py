"""Papers with pages that are pictures are read again once there is a program to read them."""

from __future__ import annotations

from dataclasses import replace


def test_only_papers_with_unread_pictures_are_read_again_when_ocr_comes(build, papers, stand_in, monkeypatch):
    installed = False

    def extract(path, document_id, published=None):
        document = stand_in.extract(path, document_id)
        has_picture = document_id == "july.txt" and not installed
        return replace(document, unread_pages=(2,)) if has_picture else document

    monkeypatch.setattr("corpus.extract.extract", extract)
    monkeypatch.setattr("corpus.formats.ocr.can_read_pictures", lambda: installed)
    build(papers)
    assert {paper.status for paper in build(papers).papers} == {"unchanged"}
    installed = True
    assert [(paper.status, paper.reason) for paper in build(papers).papers] == [
        ("replaced", "read again now that OCR is installed"),
        ("unchanged", None),
        ("unchanged", None),
    ]
    assert {paper.status for paper in build(papers).papers} == {"unchanged"}
    installed = False
    assert {paper.status for paper in build(papers).papers} == {"unchanged"}


def test_a_paper_that_cannot_be_read_is_tried_once_by_each_reader(build, papers, stand_in, monkeypatch):
    tried, installed = [], False

    def extract(path, document_id, published=None):
        tried.append(document_id)
        return stand_in.extract(path, document_id)

    monkeypatch.setattr("corpus.extract.extract", extract)
    monkeypatch.setattr("corpus.formats.ocr.can_read_pictures", lambda: installed)
    (papers / "scan.txt").write_text("Unreadable")
    first = build(papers)
    assert tried.count("scan.txt") == 1
    again = build(papers)
    assert len(tried) == 4 and [paper.reason for paper in again.papers if paper.status == "failed"] == [
        paper.reason for paper in first.papers if paper.status == "failed"
    ]  # fmt: skip
    (papers / "scan.txt").write_text("Unreadable too")
    assert build(papers).count("failed") == build(papers).count("failed") == 1
    assert tried[4:] == ["scan.txt"]
    installed = True
    assert build(papers).count("failed") == build(papers).count("failed") == 1
    assert tried[5:] == ["scan.txt"]
    (papers / "july.txt").write_text("Unreadable three")
    kept = [paper.reason for paper in build(papers).papers if paper.document == "july.txt"]
    assert kept == [paper.reason for paper in build(papers).papers if paper.document == "july.txt"]
    assert tried[6:] == ["july.txt"] and kept[0].endswith("what was held of it is kept")
