"""PDF to text, page by page: tables as rows, columns one after the other, pictures of pages through OCR.

Running headers, footers and page numbers are left out, and words that the end of a line parted are put
together again where the paper itself shows how they are written.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise

import pypdfium2

from corpus.formats.extracted import Extracted, plain
from corpus.formats.layout import page_lines
from corpus.formats.ocr import INSTALL
from corpus.formats.pictures import Pictures, has_hidden_text, is_picture, numbered, read_pictures
from corpus.formats.running import PageLines, without_running_lines
from corpus.models import CorpusError

_MOST_PAGES = 10_000
_FEWEST_WORDS = 3  # beside pictures: fewer are stamps
_PARTED = re.compile(r"([^\W\d_]+)\x02([^\W\d_]+)")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_GOES_ON = re.compile(r"[a-z]{2,}(?:[ ,;-]|$)", re.MULTILINE)


def read_pdf(data: bytes) -> Extracted:
    """Text, offsets of pages, and which pages a machine read from pictures or nobody did.

    Raises:
        CorpusError: not a PDF, locked with a password, damaged, blank, or scanned where there is no OCR.
    """
    if b"%PDF" not in data[:1024]:
        raise CorpusError("it is not a PDF whatever its name says; fetch it again or give it its true suffix")
    try:
        with pypdfium2.PdfDocument(data) as pdf:
            if not 0 < len(pdf) <= _MOST_PAGES:
                raise CorpusError(f"it has no pages or over {_MOST_PAGES}; fetch it again or split it up")
            pages = _read_pages(pdf)
            pictures = read_pictures(pdf, pages.pictures)
    except pypdfium2.PdfiumError as error:
        if "assword" in str(error):
            raise CorpusError("it is locked with a password; save a copy without one") from None
        raise CorpusError("it is damaged and cannot be opened as a PDF; fetch it again") from None
    return _put_together(pages, pictures)


@dataclass(slots=True)
class _Pages:
    """Every page's lines, and the numbers, from 1, of those that are special."""

    lines: list[PageLines] = field(default_factory=list)
    pictures: list[int] = field(default_factory=list)
    scanned: list[int] = field(default_factory=list)  # whose words another machine's OCR has put there
    damaged: list[int] = field(default_factory=list)


def _read_pages(pdf: pypdfium2.PdfDocument) -> _Pages:
    found = _Pages()
    for number in range(1, len(pdf) + 1):
        try:
            page = pdf[number - 1]
            lines = page_lines(page)
            if is_picture(page, lines.words()):
                found.pictures.append(number)
            elif has_hidden_text(page):
                found.scanned.append(number)
        except pypdfium2.PdfiumError:
            lines = PageLines(())
            found.damaged.append(number)
        found.lines.append(lines)
    return found


def _put_together(pages: _Pages, pictures: Pictures) -> Extracted:
    lines = [pictures.read.get(number, page) for number, page in enumerate(pages.lines, start=1)]
    held = (page.lines for number, page in enumerate(lines, start=1) if number not in pictures.unread)
    words = sum(len(line.split()) for page in held for line in page)
    if words == 0 or (words < _FEWEST_WORDS and pages.pictures):
        raise CorpusError(_why_no_words(pages, pictures))
    by_ocr = sorted([*pages.scanned, *pictures.read])
    warnings = [
        *numbered(
            pages.damaged,
            "is damaged and was left out",
            "are damaged and were left out",
            "fetch the paper again",
        ),
        *numbered(by_ocr, "was read by OCR", "were read by OCR", "check quotes against the paper"),
        *pictures.warnings(),
    ]
    texts = [plain(text) for text in _join_words(without_running_lines(lines))]
    parts = [text + _between(text, after) for text, after in pairwise([*texts, ""])]
    starts = accumulate((len(part) for part in parts[:-1]), initial=0)
    return Extracted(
        "".join(parts),
        tuple(starts),
        ocr_pages=tuple(by_ocr),
        warnings=tuple(warnings),
        unread_pages=pictures.unread,
    )


def _why_no_words(pages: _Pages, pictures: Pictures) -> str:
    if pictures.unread:
        return f"it is a scan without text; {INSTALL} and ingest it again"
    if pages.pictures:
        return "it is a scan in which OCR found no words; fetch a copy that has text"
    if len(pages.damaged) == len(pages.lines):
        return "it is damaged and none of its pages can be read; fetch it again"
    return "no text was found in it, its pages are blank; fetch it again"


def _join_words(pages: Sequence[str]) -> list[str]:
    """Words parted at a line's end: whole where the paper has them whole elsewhere, else with their hyphen."""
    if not any("\x02" in page for page in pages):
        return list(pages)
    known = {word.lower() for page in pages for word in _WORD.findall(page)}

    def join(parts: re.Match[str]) -> str:
        whole, hyphened = parts[1] + parts[2], f"{parts[1]}-{parts[2]}"
        return whole if whole.lower() in known and hyphened.lower() not in known else hyphened

    return [_PARTED.sub(join, page).replace("\x02", "-") for page in pages]


def _between(page: str, after: str) -> str:
    """A page that ends within a sentence runs on, and so does one before small letters; a blank line follows others."""
    if page.rstrip()[-1:] in ("", *".!?:;"):
        return "\n" if page.rstrip() and _GOES_ON.match(after) else "\n\n"
    return "\n"
