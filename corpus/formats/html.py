"""HTML to text: one line per block, bullets and numbers for lists, tabs between the cells of a row."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from corpus.models import CorpusError

_DROP = "script, style, noscript, template, head, nav, form, iframe, object, svg, .mgHide, [hidden]"
_MAIN = ("#modgov", ".mgContent", "main", "article", "#content", "body")
_TOO_DEEP = "the page is nested beyond reason; save it again from where it was published"
_BLOCKS = frozenset(
    "address article aside blockquote body center dd div dl dt fieldset figure footer h1 h2 h3 h4 h5 h6 header "
    "hr li main ol p pre section table tbody td tfoot th thead tr ul".split()
)
_DEPTH = 200  # deeper nesting is an attack or an accident, not a page
_PARSED_DEPTH = 2000  # beyond this the parser itself takes long
_NESTING = re.compile(r"<(/?)(?:div|section|table|ul|ol|dl|blockquote|center|span)\b", re.IGNORECASE)


def html_to_text(html: str) -> str:
    """The page's main text. Blocks are parted by blank lines; layout tables are read cell by cell.

    Raises:
        CorpusError: the page has no text, or is nested beyond reason.
    """
    _check_nesting(html)
    tree = LexborHTMLParser(html)
    for node in tree.css(_DROP):
        node.decompose()
    root = next(
        (found for query in _MAIN if (found := tree.css_first(query)) and found.text(strip=True)), None
    )
    if root is None:
        raise CorpusError("the page holds no text; save it again from where it was published")
    lines = "".join(_walk(root, 0)).split("\n")
    text = "\n".join(line.rstrip(" \t\u00a0").lstrip(" \u00a0") for line in lines)  # a leading tab is a cell
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n") + "\n"


def _check_nesting(html: str) -> None:
    depth = 0
    for tag in _NESTING.finditer(html):
        depth = max(0, depth - 1) if tag[1] else depth + 1
        if depth > _PARSED_DEPTH:
            raise CorpusError(_TOO_DEEP)


def _inline(node: LexborNode) -> str:
    return re.sub(r"\s+", " ", node.text(deep=True, separator=""))


def _is_layout(table: LexborNode) -> bool:
    """A table that arranges the page: its cells hold blocks, lists or tables of their own."""
    return "mgItemTable" in (table.attributes.get("class") or "") or bool(
        table.css_first("td ul, td ol, td table, td div, td h2, td h3")
    )


def _rows(table: LexborNode) -> Iterator[str]:
    for row in table.css("tr"):
        cells = [_inline(cell).strip() for cell in row.css("td, th")]
        if any(cells):
            yield "\t".join(cells) + "\n"


def _items(node: LexborNode, depth: int) -> Iterator[str]:
    start = node.attributes.get("start") or ""
    number = int(start) if re.fullmatch(r"[0-9]{1,4}", start) else 1
    for child in node.iter():
        if child.tag == "li":
            mark = f"{number}." if node.tag == "ol" else "•"
            body = "".join(_walk(child, depth + 1)).strip()
            yield f"\n\n{mark} {body}\n\n"
            number += 1
        else:
            yield from _walk(child, depth + 1)


def _walk(node: LexborNode, depth: int) -> Iterator[str]:
    if depth > _DEPTH:
        raise CorpusError(_TOO_DEEP)
    for child in node.iter(include_text=True):
        tag = child.tag
        if tag == "-text":
            yield re.sub(r"\s+", " ", child.text(deep=False))
        elif tag == "br":
            yield "\n"
        elif tag in ("ul", "ol"):
            yield from _items(child, depth)
        elif tag == "table" and not _is_layout(child):
            yield "\n\n"
            yield from _rows(child)
            yield "\n\n"
        elif tag in _BLOCKS:
            yield "\n\n"
            yield from _walk(child, depth + 1)
            yield "\n\n"
        elif tag and not tag.startswith(("-", "!")):
            yield from _walk(child, depth + 1)
