"""Word documents (.docx) to text: one line per paragraph, with its automatic number, and tabs between cells.

Of tracked changes the text as it would be accepted: insertions kept, deletions gone. Headers, footers,
comments, footnotes and hidden text are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from corpus.formats.numbering import Numbering, read_numbering
from corpus.formats.office import read_parts
from corpus.formats.recorded import as_lines, holds_minutes
from corpus.models import CorpusError

_GONE = frozenset("del moveFrom delText instrText comment footnote endnote Fallback pict sdtPr rPr".split())
_LONGEST_CELL = 600  # characters; a table with longer cells lays out a page
_LABEL = re.compile(r"^(\(?[\w./]{1,12}[.):]?|[^\t]{1,30}:)\t")
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def docx_to_text(data: bytes) -> str:
    """The document's own text. Paragraphs are parted by blank lines, rows of a table are not.

    Raises:
        CorpusError: damaged, no Word document, too large once unpacked, or without text.
    """
    parts = read_parts(data)
    body = None if parts.document is None else parts.document.find("body")
    if body is None:
        raise CorpusError("it is no Word document whatever its name says; give it its true suffix")
    text = "".join(_Reading(read_numbering(parts.numbering), _read_styles(parts.styles)).blocks(body))
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n") + "\n"


@dataclass(frozen=True, slots=True)
class Style:
    """What a paragraph style says of numbering; None where the style it is based on says it."""

    number: str | None
    depth: int | None
    base: str | None


def _read_styles(root: Element | None) -> dict[str, Style]:
    found = {}
    for each in () if root is None else root.iter("style"):
        based = each.find("basedOn")
        found[each.get("styleId", "")] = Style(
            *_number_of(each.find("pPr")), None if based is None else based.get("val")
        )
    return found


def _number_of(properties: Element | None) -> tuple[str | None, int | None]:
    """The list that paragraph properties name, and the level in it."""
    if properties is None or (numbered := properties.find("numPr")) is None:
        return None, None
    number, depth = numbered.find("numId"), numbered.find("ilvl")
    level = "" if depth is None else depth.get("val", "")
    return None if number is None else number.get("val"), int(level) if re.fullmatch("[0-8]", level) else None


@dataclass(slots=True)
class _Reading:
    """Where the reading of a document stands."""

    numbering: Numbering
    styles: dict[str, Style]
    begun: list[str] = field(
        default_factory=list
    )  # words of a paragraph whose end was deleted: the next goes on

    def blocks(self, parent: Element) -> Iterator[str]:
        for child in parent:
            if child.tag == "p":
                yield from self.paragraph(child)
            elif child.tag == "tbl":
                yield from self.table(child)
            elif child.tag not in _GONE:
                yield from self.blocks(child)

    def paragraph(self, element: Element) -> Iterator[str]:
        properties = element.find("pPr")
        words = "".join(_words(element))
        if properties is not None and properties.find("rPr/del") is not None:
            self.begun.append(words)
            return
        text = _tidy("".join([*self.begun, words]))
        self.begun.clear()
        label = self._label(properties)
        if text:
            yield f"\n\n{label} {text}\n\n" if label else f"\n\n{text}\n\n"
        for box in _within(element, "txbxContent"):
            yield from self.blocks(box)

    def _label(self, properties: Element | None) -> str:
        if properties is None:
            return ""
        number, depth = _number_of(properties)
        style = properties.find("pStyle")
        name = "" if style is None else style.get("val", "")
        for _ in range(20):  # styles build on styles; a ring of them is damage
            if name not in self.styles or number is not None:
                break
            own = self.styles[name]
            number, depth = own.number, own.depth if depth is None else depth
            if number is not None and depth is None:
                depth = self.numbering.level_of_style(number, name)
            name = own.base or ""
        return self.numbering.label(number, depth or 0) if number else ""

    def table(self, element: Element) -> Iterator[str]:
        rows = [row for row in _within(element, "tr") if row.find("trPr/del") is None]
        cells = [[cell for cell in _within(row, "tc")] for row in rows]
        texts = [["".join(self.blocks(cell)) for cell in row] for row in cells]
        yield "\n\n"
        paragraphs = [[[line for line in text.split("\n") if line.strip()] for text in row] for row in texts]
        if next(_within_cells(element), None) is None and holds_minutes(paragraphs):
            yield from ("\n\n".join(lines) + "\n\n" for lines in as_lines(paragraphs))
        elif _lays_out(element, texts):
            yield from (text for row in texts for text in row)
        else:
            printed = [[text for pair in zip(row, own, strict=True) for text in _spread(*pair)]
                       for row, own in zip(cells, texts, strict=True)]  # fmt: skip
            yield from ("\t".join(row) + "\n" for row in printed if any(row))
        yield "\n\n"


def _within(element: Element, tag: str) -> Iterator[Element]:
    """The nearest descendants of a sort: content controls and insertions may wrap them."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag not in _GONE:
            yield from _within(child, tag)


def _lays_out(table: Element, texts: list[list[str]]) -> bool:
    """Whether a table arranges a page: one column, a table within it, or cells of many words."""
    if max(map(len, texts), default=0) < 2 or next(_within_cells(table), None) is not None:
        return True
    return any(len(text) > _LONGEST_CELL for row in texts for text in row)


def _within_cells(table: Element) -> Iterator[Element]:
    for cell in table.iter("tc"):
        yield from cell.iter("tbl")


def _spread(cell: Element, text: str) -> Iterator[str]:
    """The cell on one line, and an empty one for each further column that it spans."""
    yield " ".join(text.split())
    span = cell.find("tcPr/gridSpan")
    columns = "" if span is None else span.get("val", "")
    yield from [""] * (int(columns) - 1 if re.fullmatch("[1-9][0-9]?", columns) else 0)


def _words(element: Element) -> Iterator[str]:
    for child in element:
        if child.tag == "t":
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif child.tag == "r" and child.find("rPr/vanish") is not None:
            continue
        elif child.tag not in _GONE and child.tag not in ("pPr", "txbxContent"):
            yield from _words(child)


def _tidy(text: str) -> str:
    """Lines without blanks at their ends; a tab after a number or a label is a blank, any other parts cells."""
    lines = (re.sub(r"[ \u00a0]*\t\s*", "\t", line.strip()) for line in text.split("\n"))
    return "\n".join(_LABEL.sub(r"\1 ", line) for line in lines if line)
