"""PDF to text, page by page, with running headers, footers and page numbers left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection

import pypdfium2

from corpus.models import CorpusError

_PAGE_NUMBER = re.compile(r"(?:page\s+)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?|-\s*\d{1,4}\s*-", re.IGNORECASE)
_EDGE = 3  # lines at the top and at the bottom of a page that may repeat from page to page


def pdf_to_pages(data: bytes) -> list[str]:
    """Text of each page, lines as printed.

    Raises:
        CorpusError: not a PDF, locked with a password, or scanned (no text layer).
    """
    if b"%PDF" not in data[:1024]:
        raise CorpusError("it is not a PDF whatever its name says; fetch it again or give it its true suffix")
    try:
        with pypdfium2.PdfDocument(data) as pdf:
            pages = [_page_text(page) for page in pdf]
    except pypdfium2.PdfiumError as error:
        if "assword" in str(error):
            raise CorpusError("it is locked with a password; save a copy without one") from None
        raise CorpusError("it is damaged and cannot be opened as a PDF; fetch it again") from None
    if sum(len(page.split()) for page in pages) < 3 * len(pages) or not any(page.split() for page in pages):
        raise CorpusError("it has no text layer (a scan?); run OCR over it and save it as a searchable PDF")
    return _without_running_lines(pages)


def _page_text(page: pypdfium2.PdfPage) -> str:
    text: str = page.get_textpage().get_text_bounded()
    # U+FFFE and U+0002 are PDFium's marks for a hyphen at a line's end
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\ufffe", "-").replace("\x02", "-")


def _shape(line: str) -> str:
    return re.sub(r"\d+", "#", line.strip().lower())


def _without_running_lines(pages: list[str]) -> list[str]:
    """Pages without the lines at their edges that half of them share, and without page numbers."""
    split = [[line for line in page.split("\n") if line.strip()] for page in pages]
    edges = Counter(
        shape for lines in split for shape in {_shape(line) for line in (*lines[:_EDGE], *lines[-_EDGE:])}
    )
    often = max(3, (len(pages) + 1) // 2)
    running = {shape for shape, count in edges.items() if count >= often}
    return ["\n".join(_without_edges(lines, running)) for lines in split]


def _without_edges(lines: list[str], running: Collection[str]) -> list[str]:
    def runs(line: str) -> bool:
        return _shape(line) in running or _PAGE_NUMBER.fullmatch(line.strip()) is not None

    # from the edge inwards, so that a line that only resembles a running one is kept within the text
    top = next((at for at, line in enumerate(lines[:_EDGE]) if not runs(line)), min(_EDGE, len(lines)))
    rest = lines[top:]
    foot = next(
        (at for at, line in enumerate(rest[: -_EDGE - 1 : -1]) if not runs(line)), min(_EDGE, len(rest))
    )
    return rest[: len(rest) - foot]
