"""Blocks of HTML to lines: one line per block, bullets and numbers for lists, tabs between the cells of a row."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from corpus.formats.recorded import as_lines, holds_minutes
from corpus.formats.writing import Writer
from corpus.models import CorpusError

TOO_DEEP = "the page is nested beyond reason; save it again from where it was published"
_DROP = "script, style, noscript, template, head, nav, form, iframe, object, svg, .mgHide, [hidden]"
_BLOCKS = frozenset(
    "address article aside blockquote body center dd div dl dt fieldset figure footer h1 h2 h3 h4 h5 h6 header "
    "hr li main ol p pre section table tbody td tfoot th thead tr ul".split()
)
_DEPTH = 200  # deeper nesting is an attack or an accident, not a page
_PARSED_DEPTH = 2000  # beyond this the parser itself takes long
_NESTING = re.compile(r"<(/?)(?:div|section|table|ul|ol|dl|blockquote|center|span)\b", re.IGNORECASE)
_BLANK = re.compile(r"\s+")
_START = re.compile(r"[0-9]{1,4}")

Handle = Callable[[LexborNode, int], bool]
"""Writes an element (of an entry in a list: what is in it) and says True, or leaves it to `walk`; with its depth."""


def parse(html: str) -> LexborHTMLParser:
    """The page without what is never read: scripts, styles, menus, forms, what is hidden.

    Raises:
        CorpusError: the page is nested beyond reason.
    """
    depth = 0
    for tag in _NESTING.finditer(html):
        depth = max(0, depth - 1) if tag[1] else depth + 1
        if depth > _PARSED_DEPTH:
            raise CorpusError(TOO_DEEP)
    tree = LexborHTMLParser(html)
    for node in tree.css(_DROP):
        node.decompose()
    return tree


def flat(node: LexborNode) -> str:
    """All words of an element on one line."""
    return _BLANK.sub(" ", node.text(deep=True, separator=""))


def is_layout(table: LexborNode) -> bool:
    """A table that arranges the page: its cells hold blocks, lists or tables of their own."""
    return "mgItemTable" in (table.attributes.get("class") or "") or bool(
        table.css_first("td ul, td ol, td table, td div, td h2, td h3")
    )


def write_rows(table: LexborNode, out: Writer) -> None:
    """A table of data: a line for each row, tabs between its cells."""
    out.gap()
    for cells in _grid(table):
        if any(cells):
            out.write("\t".join(cells) + "\n")
    out.gap()


def _grid(table: LexborNode) -> Iterator[list[str]]:
    """The cells of each row, with an empty one for each further column, or row, that a cell spans."""
    spanned: dict[int, int] = {}  # column -> rows below that a cell above takes of it
    for row in table.css("tr"):
        cells: list[str] = []
        taken = {at for at, rows in spanned.items() if rows}
        spanned = {at: rows - 1 for at, rows in spanned.items() if rows > 1}
        for cell in row.css("td, th"):
            while len(cells) in taken:
                cells.append("")
            wide, high = _span(cell, "colspan"), _span(cell, "rowspan")
            spanned |= {at: high - 1 for at in range(len(cells), len(cells) + wide) if high > 1}
            cells += [flat(cell).strip(), *[""] * (wide - 1)]
        cells += [""] * (max(taken, default=-1) + 1 - len(cells))
        yield cells


def _span(cell: LexborNode, name: str) -> int:
    said = cell.attributes.get(name) or ""
    return int(said) if re.fullmatch("[1-9][0-9]?", said) else 1


def _paragraphs(table: LexborNode) -> list[list[list[str]]]:
    """What each cell of each row holds, a paragraph each."""
    rows = []
    for row in table.css("tr"):
        cells = []
        for cell in row.css("td, th"):
            out = Writer()
            walk(cell, out)
            cells.append([line for line in out.finish()[0].split("\n") if line.strip()])
        rows.append(cells)
    return rows


def _write_minutes(rows: list[list[list[str]]], out: Writer) -> None:
    for lines in as_lines(rows):
        for line in lines:
            out.gap()
            out.write(line)
    out.gap()


def walk(node: LexborNode, out: Writer, depth: int = 0, handle: Handle | None = None) -> None:
    """Write what is in `node`. Raises CorpusError when it is nested beyond reason."""
    if depth > _DEPTH:
        raise CorpusError(TOO_DEEP)
    for child in node.iter(include_text=True):
        tag = child.tag
        if tag == "-text":
            words = child.text(deep=False)
            out.write(" " if words.isspace() else _BLANK.sub(" ", words))
        elif tag == "br":
            out.write("\n")
        elif handle is not None and handle(child, depth):
            continue
        elif tag in ("ul", "ol"):
            _write_items(child, out, depth, handle)
        elif tag == "table" and not is_layout(child):
            paragraphs = _paragraphs(child)
            if holds_minutes(paragraphs):
                _write_minutes(paragraphs, out)
            else:
                write_rows(child, out)
        elif tag in _BLOCKS:
            out.gap()
            walk(child, out, depth + 1, handle)
            out.gap()
        elif tag and not tag.startswith(("-", "!")):
            walk(child, out, depth + 1, handle)


def _write_items(node: LexborNode, out: Writer, depth: int, handle: Handle | None) -> None:
    start = node.attributes.get("start") or ""
    number = int(start) if _START.fullmatch(start) else 1
    for child in node.iter():
        if child.tag != "li":
            walk(child, out, depth + 1, handle)
            continue
        out.gap()
        out.lead(f"{number}." if node.tag == "ol" else "•")
        if handle is None or not handle(child, depth):
            walk(child, out, depth + 1, handle)
        out.end_lead()
        out.gap()
        number += 1
