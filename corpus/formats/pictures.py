"""Which pages of a PDF are pictures, scanned or drawn, so that there is nothing to copy; and their words by OCR."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, islice

import pypdfium2
from pypdfium2 import raw

from corpus.formats.ocr import INSTALL, can_read_pictures, read_picture
from corpus.formats.rulings import Box
from corpus.formats.running import PageLines

_FEW_WORDS = 5  # on a page that is a picture: a stamp, a page number
_LARGE = 0.3  # of a page's area
_MANY_LINES = 200  # drawn ones, where letters are
_MOST_OBJECTS = 2_000  # are looked at
_MOST_PICTURES = 300  # some seconds each
_LINE_END = re.compile(r"(?<=[a-z])-\n(?=[a-z])")


def is_picture(page: pypdfium2.PdfPage, words: int) -> bool:
    """Whether what a page says is in its picture, `words` being those of its text."""
    if words > _FEW_WORDS:
        return False
    drawn = 0
    kinds = [raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_PATH]
    for each in islice(page.get_objects(filter=kinds), _MOST_OBJECTS):
        if each.type == raw.FPDF_PAGEOBJ_IMAGE and _is_large(page, each.get_bounds()):
            return True
        drawn += each.type == raw.FPDF_PAGEOBJ_PATH
    return drawn >= _MANY_LINES


def has_hidden_text(page: pypdfium2.PdfPage) -> bool:
    """Whether a page is a picture with invisible text over it: what a scanner's own OCR leaves."""
    found = page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=3)
    modes = {raw.FPDFTextObj_GetTextRenderMode(each) for each in islice(found, 3)}
    if modes != {raw.FPDF_TEXTRENDERMODE_INVISIBLE}:
        return False
    images = islice(page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3), _MOST_OBJECTS)
    return any(_is_large(page, each.get_bounds()) for each in images)


def _is_large(page: pypdfium2.PdfPage, box: Box) -> bool:
    left, bottom, right, top = box
    width, height = page.get_size()
    return bool((right - left) * (top - bottom) >= _LARGE * width * height > 0)


@dataclass(frozen=True, slots=True)
class Pictures:
    """What came of the pages that are pictures, by number."""

    read: dict[int, PageLines]
    unread: tuple[int, ...] = ()  # there was no OCR to read them
    failed: tuple[int, ...] = ()  # OCR took too long
    beyond: tuple[int, ...] = ()  # more than are read

    def warnings(self) -> list[str]:
        install = f"{INSTALL} and ingest again"
        return [
            *numbered(self.unread, "is a picture without text", "are pictures without text", install),
            *numbered(self.failed, "took OCR too long", "took OCR too long", "fetch a copy that has text"),
            *numbered(self.beyond, "is a picture too many", "are pictures too many", "split the paper up"),
        ]


def read_pictures(pdf: pypdfium2.PdfDocument, numbers: Sequence[int]) -> Pictures:
    """The words of these pages, by OCR where it is installed."""
    if numbers and not can_read_pictures():
        return Pictures({}, unread=tuple(numbers))
    texts = {number: read_picture(pdf[number - 1]) for number in numbers[:_MOST_PICTURES]}
    read = {number: PageLines(tuple(_lines(text))) for number, text in texts.items() if text and text.strip()}
    failed = tuple(number for number, text in texts.items() if text is None)
    return Pictures(read, failed=failed, beyond=tuple(numbers[_MOST_PICTURES:]))


def _lines(text: str) -> Iterator[str]:
    apart = False
    for line in _LINE_END.sub("\x02", text).split("\n"):
        if line.strip():
            yield f"\n{line}" if apart else line
        apart = not line.strip()


def numbered(pages: Sequence[int], one: str, more: str, remedy: str) -> list[str]:
    """A warning about these pages, "Pages 3-5 and 9 were ...; remedy."; none without pages."""
    runs = [
        [page for _, page in run] for _, run in groupby(enumerate(pages), key=lambda pair: pair[1] - pair[0])
    ]
    said = [f"{run[0]}-{run[-1]}" if len(run) > 1 else f"{run[0]}" for run in runs]
    named = " and ".join(filter(None, [", ".join(said[:-1]), *said[-1:]]))
    if not pages:
        return []
    return [f"Page {named} {one}; {remedy}." if len(pages) == 1 else f"Pages {named} {more}; {remedy}."]
