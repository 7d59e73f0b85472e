"""Lines drawn on a PDF's page, and the tables that they rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from ctypes import byref, c_float
from itertools import pairwise
from typing import TYPE_CHECKING, cast

import pypdfium2
from pypdfium2 import PdfMatrix, raw

if TYPE_CHECKING:
    from pdfplumber.page import Page

_THIN = 3.0  # points: what is thinner is a line
_SHORT = 4.0  # points: smaller shapes are dots and ticks
_MOST_PATHS = 6_000  # a page with more is a drawing
_MOST_POINTS = 200  # of one path, likewise
_MOST_CROSSINGS = 8_000
_FORMS_DEEP = 5
_RECTANGLE = 5  # points that draw one; more are a shape or a whole grid
# From PDF's coordinates to those of the page as shown, y downwards, and back again, by the page's rotation.
_TURNS = {
    0: PdfMatrix(1, 0, 0, -1), 90: PdfMatrix(0, 1, 1, 0), 180: PdfMatrix(-1, 0, 0, 1), 270: PdfMatrix(0, -1, -1, 0)
}  # fmt: skip

Box = tuple[float, float, float, float]  # left, bottom, right, top in points; of a line two are the same
Row = tuple[Box | None, ...]  # None: the cell is part of one beside or above it


def turn(page: pypdfium2.PdfPage, box: Box) -> Box:
    """From PDF's own coordinates to those of the page as shown, where y runs downwards; and back."""
    turned: Box = _TURNS[page.get_rotation() % 360].on_rect(*box)
    return turned


def find_tables(page: pypdfium2.PdfPage) -> list[list[Row]]:
    """Ruled tables of two rows and two columns or more, from the top; each row's cells from the left."""
    lines = [_line(*turn(page, edge)) for edge in _edges(page)]
    if len(lines) < 6:
        return []
    found = [[tuple(cell and turn(page, cell) for cell in row) for row in rows] for rows in _ruled(lines)]
    return [rows for rows in found if len(rows) > 1 and max(map(len, rows)) > 1]


def _ruled(lines: Sequence[dict[str, object]]) -> list[list[Sequence[Box | None]]]:
    """Rows of cells where lines cross. Pdfplumber finds them; it is not asked to read the page once more."""
    from pdfplumber.table import TableFinder, merge_edges  # here: only a page with lines waits for it

    merged = merge_edges(list(lines), 3, 3, 3, 3)
    ways = {
        way: [line for line in merged if line["orientation"] == way[0]] for way in ("vertical", "horizontal")
    }
    down, across = map(len, ways.values())
    if min(down, across) < 2 or down * across > _MOST_CROSSINGS:
        return []
    settings = {f"{way}_strategy": "explicit" for way in ways}
    finder = TableFinder(
        cast("Page", None), settings | {f"explicit_{way}_lines": given for way, given in ways.items()}
    )
    return [[row.cells for row in table.rows] for table in finder.tables]


def _line(left: float, top: float, right: float, bottom: float) -> dict[str, object]:
    return {
        "object_type": "line_edge", "orientation": "h" if right - left >= bottom - top else "v",
        "x0": left, "x1": right, "top": top, "bottom": bottom, "width": right - left, "height": bottom - top,
    }  # fmt: skip


def _edges(page: pypdfium2.PdfPage) -> Iterator[Box]:
    """Level and upright lines, and the sides of rectangles."""
    paths = page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=_FORMS_DEEP)
    for count, path in enumerate(paths):
        if count > _MOST_PATHS:
            return
        segments = raw.FPDFPath_CountSegments(path)
        if segments <= _RECTANGLE:
            yield from _sides(*_outer(path).on_rect(*path.get_bounds()))
        elif segments <= _MOST_POINTS:
            for (x0, y0), (x1, y1) in pairwise(_points(path, segments)):
                if min(abs(x0 - x1), abs(y0 - y1)) < 1 <= max(abs(x0 - x1), abs(y0 - y1)):
                    yield from _sides(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def _sides(left: float, bottom: float, right: float, top: float) -> Iterator[Box]:
    """A thin rectangle is a line; another has four sides."""
    wide, high = right - left, top - bottom
    middle, half = (left + right) / 2, (bottom + top) / 2
    if high <= _THIN < wide:
        yield left, half, right, half
    elif wide <= _THIN < high:
        yield middle, bottom, middle, top
    elif wide > _SHORT and high > _SHORT:
        yield left, bottom, right, bottom
        yield left, top, right, top
        yield left, bottom, left, top
        yield right, bottom, right, top


def _outer(path: pypdfium2.PdfObject) -> PdfMatrix:
    """Where the forms that hold an object put it on the page."""
    matrix, form = PdfMatrix(), path.container
    while form is not None:
        matrix, form = matrix.multiply(form.get_matrix()), form.container
    return matrix


def _points(path: pypdfium2.PdfObject, segments: int) -> Iterator[tuple[float, float]]:
    """Where the pen goes; a closed path goes back to where it began."""
    matrix = path.get_matrix().multiply(_outer(path))
    x, y = c_float(), c_float()
    first: tuple[float, float] | None = None
    for at in range(segments):
        segment = raw.FPDFPath_GetPathSegment(path, at)
        if not raw.FPDFPathSegment_GetPoint(segment, byref(x), byref(y)):
            continue
        point: tuple[float, float] = matrix.on_point(x.value, y.value)
        if first is None or raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_MOVETO:
            first = point
        yield point
        if raw.FPDFPathSegment_GetClose(segment):
            yield first
