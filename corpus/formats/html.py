"""A web page to text: its main words in lines, with marks where the page names its parts."""

from __future__ import annotations

from corpus.formats.blocks import parse, walk
from corpus.formats.extracted import CONTROL, Extracted
from corpus.formats.pages import read_parts
from corpus.formats.writing import Writer
from corpus.models import CorpusError

_MAIN = ("#modgov", ".mgContent", "main", "article", "#content", "body")


def read_html(html: str) -> Extracted:
    """The page's main text. Blocks are parted by blank lines; layout tables are read cell by cell. A page
    of ModernGov's also gives marks.

    Raises:
        CorpusError: the page has no text, or is nested beyond reason.
    """
    tree = parse(html)
    root = next(
        (found for query in _MAIN if (found := tree.css_first(query)) and found.text(strip=True)), None
    )
    if root is None:
        raise CorpusError("the page holds no text; save it again from where it was published")
    out = Writer()
    if not read_parts(root, out):
        walk(root, out)
    text, marks = out.finish()
    return Extracted(CONTROL.sub(" ", text), marks=marks)


def html_to_text(html: str) -> str:
    """The text of `read_html`. Raises the same."""
    return read_html(html).text
