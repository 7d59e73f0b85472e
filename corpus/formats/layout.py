"""Where words stand on a PDF's page: tables become rows, and two columns are read one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import pypdfium2

from corpus.formats.columns import around, find_columns
from corpus.formats.grids import find_grids
from corpus.formats.recorded import as_lines, holds_minutes
from corpus.formats.rulings import Box, Row, find_tables, turn
from corpus.formats.running import PageLines

_LONGEST_CELL = 600  # characters; a table with longer cells lays out a page
_MARGIN = 0.07  # of a page's height
_MOST_LETTERS = 50_000  # on a page: more are no page of a paper


@dataclass(slots=True)
class _Region:
    """Parts of a page whose words belong together: a table's cells, or two columns."""

    rows: Sequence[Row]
    is_table: bool
    words: list[list[list[str]]] = field(init=False)  # letters by row and cell
    bounds: list[Box] = field(init=False)  # of each row, so that a letter is looked for in few cells

    def __post_init__(self) -> None:
        self.words = [[[] for _ in row] for row in self.rows]
        self.bounds = [around([cell for cell in row if cell]) for row in self.rows]

    def cell_at(self, x: float, y: float) -> list[str] | None:
        """Where the letter at a point belongs; None outside."""
        for bound, row, words in zip(self.bounds, self.rows, self.words, strict=True):
            if not _within(bound, x, y):
                continue
            for cell, letters in zip(row, words, strict=True):
                if cell and _within(cell, x, y):
                    return letters
        return None

    def holds(self, box: Box) -> bool:
        return self.cell_at((box[0] + box[2]) / 2, (box[1] + box[3]) / 2) is not None

    def texts(self) -> list[list[str]]:
        return [["".join(letters) for letters in row] for row in self.words]

    def is_worth_it(self) -> bool:
        """Whether it holds what it promised: two rows and two columns with something in them, no long text."""
        if not self.is_table:
            return True
        if holds_minutes(self._cells()):
            return True
        texts = [[cell.strip() for cell in row] for row in self.texts()]
        columns = sum(any(column) for column in zip(*texts, strict=True))
        longest = max(len(cell) for row in texts for cell in row)
        return sum(map(any, texts)) > 1 and columns > 1 and longest <= _LONGEST_CELL

    def _cells(self) -> list[list[list[str]]]:
        """The printed lines of each cell."""
        return [[[line.strip() for line in _lines(cell)] for cell in row] for row in self.texts()]

    def lines(self) -> list[str]:
        texts = self.texts()
        if self.is_table and holds_minutes(cells := self._cells()):
            return [("\n" if at == 0 else "") + line for row in as_lines(cells, printed=True)
                    for at, line in enumerate(row)]  # fmt: skip
        if not self.is_table:
            return [line for row in texts for cell in row for line in _lines(cell)]
        used = [at for at, column in enumerate(zip(*texts, strict=True)) if any(map(str.strip, column))]
        rows = ["\t".join(" ".join(row[at].split()) for at in used) for row in texts]
        return [row for row in rows if row.strip()]


def page_lines(page: pypdfium2.PdfPage) -> PageLines:
    """The lines of a page as printed, blank ones left out. Before one that stands apart stands a newline."""
    layer = page.get_textpage()
    return PageLines(tuple(_text_lines(page, layer)), frozenset(_margin_lines(page, layer)))


def _text_lines(page: pypdfium2.PdfPage, layer: pypdfium2.PdfTextPage) -> list[str]:
    regions = _regions(page, layer)
    while regions:
        letters = layer.get_text_range()
        if len(letters) != layer.count_chars():
            break  # some letters count twice: where they stand cannot be told
        lines = _arrange(layer, letters, regions)
        if all(region.is_worth_it() for region in regions):
            return lines
        regions = [_Region(each.rows, each.is_table) for each in regions if each.is_worth_it()]
    return _lines(layer.get_text_bounded())


def _margin_lines(page: pypdfium2.PdfPage, layer: pypdfium2.PdfTextPage) -> Iterator[str]:
    left, top, right, bottom = turn(page, page.get_cropbox())
    margin = _MARGIN * (bottom - top)
    for strip in ((left, top, right, top + margin), (left, bottom - margin, right, bottom)):
        yield from (line.strip() for line in _lines(layer.get_text_bounded(*turn(page, strip))))


def _regions(page: pypdfium2.PdfPage, layer: pypdfium2.PdfTextPage) -> list[_Region]:
    if not 0 < layer.count_chars() < _MOST_LETTERS:
        return []
    tables = [_Region(rows, True) for rows in find_tables(page)]
    places = (layer.get_rect(at) for at in range(layer.count_rects()))
    runs = [turn(page, place) for place in places if not any(table.holds(place) for table in tables)]
    if not tables and (columns := find_columns(runs)):
        return [_Region([_back(page, pair)], False) for pair in columns]
    return tables + [_Region([_back(page, row) for row in rows], True) for rows in find_grids(runs)]


def _within(box: Box, x: float, y: float) -> bool:
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _back(page: pypdfium2.PdfPage, boxes: Sequence[Box]) -> Row:
    return tuple(turn(page, box) for box in boxes)


def _arrange(layer: pypdfium2.PdfTextPage, letters: str, regions: Sequence[_Region]) -> list[str]:
    """Give every letter to its cell, and put each region where its first letter stood."""
    outside: list[str] = []
    parts: list[list[str] | _Region] = [outside]
    into = outside
    met: set[int] = set()
    for at, letter in enumerate(letters):
        if not letter.isspace():  # a blank goes with the letter before it
            left, bottom, right, top = layer.get_charbox(at)
            x, y = (left + right) / 2, (bottom + top) / 2
            cells = ((region, region.cell_at(x, y)) for region in regions)
            region, cell = next(((each, cell) for each, cell in cells if cell is not None), (None, None))
            if region and id(region) not in met:
                met.add(id(region))
                outside = []
                parts += [region, outside]
            target = outside if cell is None else cell
            if target is not into and target and target[-1] not in "\r\n":
                target.append("\n")
            into = target
        into.append(letter)
    return _in_order(parts)


def _in_order(parts: Sequence[list[str] | _Region]) -> list[str]:
    lines: list[str] = []
    apart = False
    for part in parts:
        own = part.lines() if isinstance(part, _Region) else _lines("".join(part))
        if own and lines and (apart or isinstance(part, _Region)):
            own[0] = "\n" + own[0]
        lines += own
        apart = isinstance(part, _Region) or (apart and not own)
    return lines


def _lines(text: str) -> list[str]:
    # PDFium marks a hyphen at a line's end with U+0002 or U+FFFE
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\ufffe", "\x02")
    return [line for line in text.split("\n") if line.strip()]
