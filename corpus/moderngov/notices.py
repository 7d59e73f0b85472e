"""A page of the site without what is not open to the public, and with the site's own notice in its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from corpus.moderngov.pages import (
    FILE,
    cells_of,
    item_rows,
    leads_to,
    link_text,
    links_in,
    main_part,
    read_page,
    title_of,
    words_of,
)
from corpus.moderngov.withhold import NOTICE, ends_withheld, is_withheld

_PAPER_NOTICE = '<a href="#">View the reasons why document is restricted</a>'  # in the site's own words
_SAYS_NOTICE = re.compile(
    r"\breasons? why (?P<what>\w+)\b.{0,200}\b(?:is|are) restricted\b|\brestricted enclosure\b", re.IGNORECASE
)
QUOTED = re.compile(r"'(.+)'")  # "Link to document 'Annex 1 - Overview plan' pdf file"


def take_out_withheld(data: bytes) -> tuple[bytes, int]:
    """A page of the site without what is not open to the public, and how many items and papers that is.

    In their place stands the notice that the site itself uses. A page without any is given back as it is.
    """
    tree = read_page(data)
    whole = tree.body
    if whole is None:
        return data, 0
    changed = _close_items(whole) + _close_papers(whole)
    withheld = sum(1 for _ in _notices(main_part(tree)))
    return (tree.html or "").encode() if changed else data, withheld


def _notices(main: LexborNode) -> Iterator[LexborNode]:
    for node in main.css("a, li"):
        if (node.tag == "a" or not node.css("a")) and _SAYS_NOTICE.search(words_of(node)):
            yield node


def _close_items(main: LexborNode) -> int:
    """Leaves only the numbers of items that are closed, by their titles, a heading above them or a notice."""
    closed, among_closed = 0, False
    for row in item_rows(main):
        cells = cells_of(row)
        number, title = words_of(cells[0]), title_of(cells[1])
        if not number and title:  # a heading among the items
            among_closed = (among_closed or is_withheld(title)) and not ends_withheld(title)
            continue
        by_notice = any(_is_of_item(node) for node in _notices(cells[1]))
        if (among_closed or by_notice or is_withheld(title, of_item=True)) and title != NOTICE:
            shown = re.sub(r"[^\w./ -]", "", number)
            cells[1].inner_html = (
                f'<p class="mgAiTitleTxt">{NOTICE}</p><ul class="mgActionList"><li><a href="#">'
                f"View the reasons why item {shown} is restricted</a></li></ul>"
            )
            for further in cells[2:]:
                further.decompose()
            closed += 1
    return closed


def _is_of_item(notice: LexborNode) -> bool:
    says = _SAYS_NOTICE.search(words_of(notice))
    return says is not None and (says["what"] or "").lower() == "item"


def _close_papers(main: LexborNode) -> int:
    """Takes out the links to papers that are closed, by their titles or the names of their files."""
    closed = 0
    for link, href in links_in(main):
        if not _is_paper(href) or not any(is_withheld(name) for name in _names(link, href)):
            continue
        entry = _entry(link)
        if entry is not None:
            entry.inner_html = _PAPER_NOTICE
        elif link.parent is not None:
            link.parent.insert_after(
                _fragment(f'<ul class="mgActionList"><li>{_PAPER_NOTICE}</li></ul>')
            )  # beside an item's title
            link.replace_with("")
        closed += 1
    return closed


def _fragment(html: str) -> LexborNode:
    body = LexborHTMLParser(html).body
    assert body is not None and body.first_child is not None
    return body.first_child


def _entry(link: LexborNode) -> LexborNode | None:
    """The list entry that holds this link and no other."""
    node = link.parent
    while node is not None and node.tag in ("span", "b", "i", "strong", "em", "p"):
        node = node.parent
    return node if node is not None and node.tag == "li" and len(node.css("a")) == 1 else None


def _names(link: LexborNode, href: str) -> Iterator[str]:
    """Every name that a link gives to its paper."""
    yield link_text(link)
    if quoted := QUOTED.search(" ".join((link.attributes.get("title") or "").split())):
        yield quoted[1]
    yield unquote(urlsplit(href.strip()).path.rpartition("/")[2]).rpartition(".")[0]


def _is_paper(href: str) -> bool:
    try:
        path = "/" + urlsplit(href.strip()).path.lstrip("/")
    except ValueError:
        return False
    return bool(FILE.search(path)) or any(
        leads_to(href, page) for page in ("mgConvert2PDF.aspx", "mgChooseDocPack.aspx")
    )
