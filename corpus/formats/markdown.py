"""Markdown to text: marks of syntax dropped, tables as rows of cells, lists as bullets, headings marked.

Two sorts are met: papers written in Markdown, and printed pages that a program turned into it line by line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from corpus.formats.extracted import Extracted, plain
from corpus.formats.wrapped import looks_wrapped, wrapped_to_text
from corpus.models import Mark, MarkKind

if TYPE_CHECKING:
    from markdown_it.token import Token

_TAG = re.compile(r"<(?:/?[A-Za-z][^<>]*|!--[^<>]*--)>")
_HOLDS_TEXT = ("fence", "code_block", "html_block")
_SPACES = re.compile(r"[ \t\n]+")


def markdown_to_text(text: str) -> Extracted:
    """The words of a Markdown file; a mark HEADING on each heading and on each paragraph that is all bold."""
    text = plain(text)
    return wrapped_to_text(text) if looks_wrapped(text) else _written(text)


@dataclass(slots=True)
class _Page:
    """What has been written so far."""

    parts: list[str] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    at: int = 0

    def add(self, text: str, between: str, heading: bool = False) -> None:
        if not text:
            return
        self.parts += (between if self.parts else "", text)
        start = self.at + len(self.parts[-2])
        self.at = start + len(text)
        if heading:
            self.marks.append(Mark(MarkKind.HEADING, start, self.at))


def _written(text: str) -> Extracted:
    from markdown_it import MarkdownIt  # only papers in Markdown need it

    page = _Page()
    item = ""  # the mark of an item whose words are still to come
    cells: list[str] | None = None  # of the row that is open
    heading = False
    above = "\n"  # what stands before the next row
    for token in MarkdownIt("commonmark", {"maxNesting": 20}).enable("table").parse(text):
        match token.type:
            case "list_item_open":
                item = f"{token.info}{token.markup} " if token.info else "• "
            case "heading_open":
                heading = True
            case "heading_close":
                heading = False
            case "tr_open":
                cells = []
            case "tr_close":
                page.add("\t".join(cells or ()) if any(cells or ()) else "", above)
                cells, above = None, "\n"
            case "table_open":
                above = "\n\n"
            case "inline" if cells is not None:
                cells.append(_SPACES.sub(" ", _words(token.children or ())))
            case "inline":
                words = _words(token.children or ())
                alone = heading or _all_bold(token.children or ())
                page.add(item + words if words else "", "\n" if item and page.parts else "\n\n", alone)
                item = ""
            case kind if kind in _HOLDS_TEXT:
                page.add(
                    _TAG.sub(" ", token.content).strip() if kind == "html_block" else token.content.rstrip(),
                    "\n\n",
                )
    return Extracted("".join(page.parts) + "\n", marks=tuple(page.marks))


def _words(children: Sequence[Token]) -> str:
    """Words of a line without its tags; a picture gives what it shows, a link its words."""
    found = []
    for token in children:
        if token.type in ("softbreak", "hardbreak"):
            found.append("\n")
        elif token.type in ("text", "code_inline", "image"):
            found.append(token.content)
    return "".join(found).strip()


def _all_bold(children: Sequence[Token]) -> bool:
    depth = 0
    bold = False
    for token in children:
        if token.type.startswith("strong_"):
            depth += token.nesting
            bold = True
        elif token.content.strip() and not depth:
            return False
    return bold
