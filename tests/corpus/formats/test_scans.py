"""Pages that are pictures: read by OCR where it is installed, named where it is not."""

from __future__ import annotations

import shutil

import pytest
from pdfs import drawn, pdf, scanned, written

from corpus.formats import ocr, pictures
from corpus.formats.ocr import can_read_pictures
from corpus.formats.pdf import read_pdf
from corpus.formats.pictures import numbered
from corpus.models import CorpusError

WORDS = ["The Surveyor spoke of the dovecote.", "It was RESOLVED that the roof be mended."]
TYPED = written([f"Paragraph {letter} of the report goes on here." for letter in "abcdef"])
needs_ocr = pytest.mark.skipif(not can_read_pictures(), reason="tesseract is not installed")


@pytest.fixture
def without_ocr(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)


@needs_ocr
def test_a_scanned_page_within_a_pack_is_read() -> None:
    found = read_pdf(drawn([TYPED, "", TYPED], [None, scanned(WORDS)]))
    assert found.ocr_pages == (2,)
    assert found.warnings == ("Page 2 was read by OCR; check quotes against the paper.",)
    page = found.text[found.page_starts[1] : found.page_starts[2]]
    assert page.split() == " ".join(WORDS).split()


@needs_ocr
def test_a_stamp_does_not_make_a_scan_a_text() -> None:
    found = read_pdf(drawn([written(["Agenda Item 5"], top=820)], [scanned(WORDS)]))
    assert found.ocr_pages == (1,)
    assert "RESOLVED that the roof be mended." in found.text


@needs_ocr
@pytest.mark.slow
@pytest.mark.parametrize("turned", [90, 180])
def test_a_page_on_its_side_is_read(turned: int) -> None:
    lines = [f"{line} It was a long debate." for line in WORDS * 8]
    found = read_pdf(drawn([""], [scanned(lines, turned)]))
    assert found.text.count("RESOLVED that the roof be mended") >= 7


@needs_ocr
def test_words_that_a_scanner_put_there_are_by_ocr_too() -> None:
    hidden = written(WORDS, mode=3)
    found = read_pdf(drawn([hidden, TYPED], [scanned(WORDS)]))
    assert found.ocr_pages == (1,)
    assert found.text.startswith("The Surveyor spoke")


@needs_ocr
def test_a_page_that_takes_too_long_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "_SECONDS", 0.01)
    found = read_pdf(drawn([TYPED, ""], [None, scanned(WORDS)]))
    assert found.warnings == ("Page 2 took OCR too long; fetch a copy that has text.",)
    assert (found.ocr_pages, found.unread_pages) == ((), ())


@needs_ocr
def test_pictures_beyond_the_limit_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "_MOST_PICTURES", 1)
    found = read_pdf(drawn(["", "", TYPED], [scanned(WORDS)] * 2))
    assert found.warnings[1] == "Page 2 is a picture too many; split the paper up."


@pytest.mark.usefixtures("without_ocr")
def test_without_ocr_the_pictures_are_named() -> None:
    pages = [TYPED, "", "", TYPED, ""]
    found = read_pdf(drawn(pages, [None, scanned(WORDS), scanned(WORDS), None, scanned(WORDS)]))
    assert found.warnings == (
        "Pages 2-3 and 5 are pictures without text; install tesseract-ocr (apt install tesseract-ocr) "
        "and ingest again.",
    )
    assert (found.ocr_pages, found.unread_pages) == ((), (2, 3, 5))
    assert len(found.page_starts) == 5


@pytest.mark.usefixtures("without_ocr")
def test_without_ocr_a_scan_is_refused_with_the_remedy() -> None:
    with pytest.raises(CorpusError, match=r"it is a scan without text; install tesseract-ocr \(apt install"):
        read_pdf(drawn(["", written(["Page 2"], top=20)], [scanned(WORDS)] * 2))


def test_a_page_of_letters_that_are_drawn_is_a_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    strokes = " ".join(f"{50 + at % 40 * 10} {700 - at // 40 * 20} m 5 5 l S" for at in range(300))
    assert read_pdf(drawn([TYPED, strokes])).unread_pages == (2,)


def test_a_blank_page_is_no_picture() -> None:
    found = read_pdf(pdf([["Some words of text."], [], ["More words of text."]]))
    assert (found.unread_pages, found.warnings) == ((), ())
    assert found.text == "Some words of text.\n\n\n\nMore words of text.\n\n"


@pytest.mark.parametrize(
    ("pages", "said"),
    [([], []), ([4], ["Page 4 is odd; look."]), ([3, 4, 5], ["Pages 3-5 are odd; look."]),
     ([1, 3, 4, 9], ["Pages 1, 3-4 and 9 are odd; look."])],
)  # fmt: skip
def test_pages_are_named_in_runs(pages: list[int], said: list[str]) -> None:
    assert numbered(pages, "is odd", "are odd", "look") == said
