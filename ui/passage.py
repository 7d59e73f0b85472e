"""The passage behind a citation: its whole item, with the quoted words marked.

A page of its own at /passage, plain HTML without scripts, so that a citation can be opened in a new
tab, kept and sent on; the app shows the same page in a dialogue.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.models import ItemRecord, LibraryError
from ui.page import escape, lines_html
from ui.present import day

if TYPE_CHECKING:
    from index.library import Library

MARGIN = 1_500  # characters shown either side of words that stand outside any item
_BLANK_LINES = re.compile(r"\n(?:[^\S\n]*\n){2,}")  # web pages leave many; one shows a paragraph as well
LONGEST = 60_000  # of a very long item, this much around the words is shown


@dataclass(frozen=True, slots=True)
class Passage:
    """Words in their place. `before + quote + after` is a slice of the document's text."""

    document: str
    item: ItemRecord | None
    before: str
    quote: str
    after: str
    cut: bool  # there is more of the item than is shown


def find_passage(library: Library, document: str, start: int, end: int) -> Passage:
    """The item around characters `start` to `end`. Raises LibraryError when no such place is held."""
    if document not in {paper.id for paper in library.documents()}:
        raise LibraryError("that paper is not held any more: ask the question again")
    text = library.document_text(document)
    if not 0 <= start < end <= len(text):
        raise LibraryError("there is no such place in that paper: ask the question again")
    holding = [i for i in library.items() if i.document == document and i.start <= start and end <= i.end]
    item = min(holding, key=lambda item: item.end - item.start, default=None)
    first, last = (item.start, item.end) if item else (start - MARGIN, end + MARGIN)
    first, last = max(0, first, start - LONGEST), min(len(text), last, end + LONGEST)
    cut = item is None or (first, last) != (item.start, item.end)
    return Passage(document, item, text[first:start], text[start:end], text[end:last], cut)


def find_item(library: Library, document: str, number: str, title: str) -> Passage:
    """A whole item, nothing in it marked. Raises LibraryError when it is not held."""
    for item in library.items():
        if (item.document, item.number or "", item.title) == (document, number, title):
            words = library.document_text(document)[item.start : item.end]
            return Passage(document, item, words[:LONGEST], "", "", len(words) > LONGEST)
    raise LibraryError("that item is not held any more: ask the question again")


def passage_html(passage: Passage, page: int | None, url: str | None) -> str:
    """A whole HTML page."""
    from ui.page import published_html

    item = passage.item
    number = f"Item {item.number}: " if item and item.number else ""
    title = f"{number}{item.title}" if item else "Outside any item"
    where = f"{(item and item.body) or 'Body not stated'}, {day(item.date if item else None)}"
    paper = f"{passage.document}, page {page}" if page else passage.document
    cut = "<p class=more>This is a part of the paper.</p>" if passage.cut else ""
    before, after = _BLANK_LINES.sub("\n\n", passage.before), _BLANK_LINES.sub("\n\n", passage.after)
    marked = f"<mark id=quote>{lines_html(passage.quote)}</mark>" if passage.quote else ""
    return (
        "<!doctype html><html lang=en-GB><head><meta charset=utf-8>"
        '<meta name=viewport content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)} - Minutebook</title><link rel=stylesheet href=minutebook/app.css></head>"
        '<body class="passage-page"><main class=passage>'
        f'<h1 tabindex="-1">{escape(title)}</h1><p class=where>{escape(where)}</p>'
        f"<p class=paper>{escape(paper)}{published_html(url)}</p>{cut}"
        f'<div class=words tabindex=0 role=region aria-label="The words of the paper">'
        f"{lines_html(before)}{marked}{lines_html(after)}</div></main></body></html>"
    )
