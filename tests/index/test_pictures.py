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
