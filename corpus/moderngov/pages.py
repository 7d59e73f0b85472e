"""The site's pages: bodies, meetings, the council's name; and what makes two copies of a page the same."""

from __future__ import annotations

import hashlib
import re
from urllib.parse import parse_qsl, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from corpus.formats.extracted import decode
from corpus.moderngov.address import Site
from corpus.moderngov.models import Body, Listed, Unfit
from corpus.parts.councils import is_council
from corpus.parts.dates import first_date, first_time

FILE = re.compile(
    r"/documents/(?P<sort>[sg])(?P<id>\d{1,12})/", re.IGNORECASE
)  # s: a paper, g: of the whole agenda
_MAIN = ("#modgov", "main", "body")
_NOISE = "script, style, noscript, template, input, form select"
_NESTING = re.compile(r"<(/?)([a-z][a-z0-9]*)\b", re.IGNORECASE)
_NOT_NESTED = frozenset(
    "area base br col embed hr img input link meta source track wbr p li td th tr option path circle".split()
)
_DEEPEST = 2000  # beyond this the parser itself takes long
_MOST_LINKS = 20_000  # of the longest list of meetings a tenth
_COPYRIGHT = re.compile(r"(?:©|\bcopyright\b)[\s\d,–-]*(?P<name>[^.©|\n]{1,80}?Council)\b", re.IGNORECASE)
_PUBLISHERS = 'meta[name="DC.publisher"], meta[name="DC.creator"], meta[property="og:site_name"]'
_DEMONSTRATION = "Modern Council"  # what the product's own template calls itself


def read_page(data: bytes) -> LexborHTMLParser:
    """A page's tree. Raises Unfit when it is nested, or links, beyond reason."""
    text = decode(data)
    depth = links = 0
    for tag in _NESTING.finditer(text):
        if tag[2].lower() not in _NOT_NESTED:
            depth = max(0, depth - 1) if tag[1] else depth + 1
        if depth > _DEEPEST:
            raise Unfit("the page is nested beyond reason")
        links += tag[0] in ("<a", "<A")
    if links > _MOST_LINKS:
        raise Unfit("the page has more links than any page of a council's")
    return LexborHTMLParser(text)


def main_part(tree: LexborHTMLParser) -> LexborNode:
    """What the page says, without the council's own frame around it."""
    found = next((node for query in _MAIN if (node := tree.css_first(query))), None)
    if found is None:
        raise Unfit("the page is empty")
    return found


def words_of(node: LexborNode) -> str:
    return " ".join(node.text(deep=True, separator=" ").split())


def link_text(link: LexborNode) -> str:
    """The words of a link without "PDF 161 KB" and what only a screen reader says."""
    if link.css_first(".mgFileSize, .mgHide") is None:
        return words_of(link)
    copy = LexborHTMLParser(link.html or "")
    for extra in copy.css(".mgFileSize, .mgHide"):
        extra.decompose()
    return words_of(copy.body) if copy.body else ""


def item_rows(main: LexborNode) -> list[LexborNode]:
    """The rows of a meeting's items: of the outermost tables, and not of tables within their cells."""
    rows: list[LexborNode] = []
    tables = {table.mem_id: table for table in main.css("table.mgItemTable, table#mgItemTable")}
    for table in tables.values():
        if rows and _is_within(table, rows[-1]):
            continue
        parts = [table, *(each for each in table.iter() if each.tag in ("tbody", "thead"))]
        rows += (row for part in parts for row in part.iter() if row.tag == "tr" and len(cells_of(row)) > 1)
    return rows


def _is_within(node: LexborNode, row: LexborNode) -> bool:
    above = node.parent
    while above is not None and above.mem_id != row.mem_id:
        above = above.parent
    return above is not None


def cells_of(row: LexborNode) -> list[LexborNode]:
    return [cell for cell in row.iter() if cell.tag == "td"]


def title_of(cell: LexborNode) -> str:
    """The title in the second cell of an item's row."""
    title = cell.css_first("p.mgAiTitleTxt")
    return link_text(title) if title else ""


def query_of(href: str) -> dict[str, str]:
    """The query's values by name in small letters, for sites spell them as they like."""
    try:
        return {name.lower(): value for name, value in parse_qsl(urlsplit(href.strip()).query)}
    except ValueError:
        return {}


def number_in(href: str, *names: str) -> int | None:
    """The number given under one of the names (small letters) in a link's query."""
    asked = query_of(href)
    found = next((asked[name] for name in names if name in asked), "")
    return int(found) if found.isdecimal() and len(found) < 12 else None


def leads_to(href: str, page: str) -> bool:
    return (
        urlsplit(href.strip()).path.rpartition("/")[2].lower() == page.lower() if _is_sound(href) else False
    )


def _is_sound(href: str) -> bool:
    try:
        urlsplit(href.strip())
    except ValueError:
        return False
    return True


def links_in(node: LexborNode) -> list[tuple[LexborNode, str]]:
    return [(link, href) for link in node.css("a") if (href := link.attributes.get("href"))]


def read_bodies(tree: LexborHTMLParser) -> list[Body]:
    """Of mgListCommittees.aspx, in the page's order. A body under a heading such as "Expired" has expired."""
    found: dict[int, Body] = {}
    expired = False
    for node in main_part(tree).css("h2, h3, a"):
        if node.tag != "a":
            expired = (
                re.search(r"\b(?:expired|former|disbanded)\b", words_of(node), re.IGNORECASE) is not None
            )
            continue
        href = node.attributes.get("href") or ""
        if leads_to(href, "mgCommitteeDetails.aspx") or leads_to(href, "ieListMeetings.aspx"):
            id, name = number_in(href, "id", "cid", "committeeid"), link_text(node)
            if id is not None and name:
                found.setdefault(id, Body(id, name, expired))
    return list(found.values())


def read_meetings(tree: LexborHTMLParser) -> list[Listed]:
    """Of ieListMeetings.aspx: the meetings on this page of the list."""
    found = []
    for link, href in links_in(main_part(tree)):
        id = number_in(href, "mid", "meetingid")
        shown = link_text(link)
        date = first_date(shown)
        if leads_to(href, "ieListDocuments.aspx") and id is not None and date is not None:
            row = link.parent
            said = words_of(row).replace(words_of(link), "", 1).strip(" -–") if row is not None else ""
            found.append(Listed(id, date, first_time(shown.replace("\u00a0", " ")), said))
    return found


def read_paging(tree: LexborHTMLParser, site: Site) -> tuple[str | None, str | None]:
    """Where the list of meetings goes on to earlier and to later ones."""
    found: dict[str, str] = {}
    for _, href in links_in(main_part(tree)):
        act = query_of(href).get("act", "").lower()
        if leads_to(href, "ieListMeetings.aspx") and act in ("earlier", "later") and (url := site.link(href)):
            found.setdefault(act, url)
    return found.get("earlier"), found.get("later")


def read_council(tree: LexborHTMLParser) -> str | None:
    """The council's name where the page plainly says it: as publisher, in its title or beside the copyright sign.

    None when it is not said, or when they do not agree.
    """
    said = [node.attributes.get("content") or "" for node in tree.css(_PUBLISHERS)]
    if title := tree.css_first("title"):
        said.append(words_of(title).rpartition(" - ")[2])
    said += [match["name"] for match in _COPYRIGHT.finditer(words_of(tree.body) if tree.body else "")]
    names = {" ".join(name.split()) for name in said}
    councils = {name for name in names if is_council(name) and name != _DEMONSTRATION}
    return councils.pop() if len(councils) == 1 else None


def meaning(data: bytes) -> str:
    """A digest of what a page says and links to: frames, scripts and hidden fields may differ each time."""
    tree = read_page(data)
    for node in tree.css(_NOISE):
        node.decompose()
    main = main_part(tree)
    said = "\n".join([words_of(main), *(href for _, href in links_in(main))])
    return hashlib.sha256(said.encode("utf-8", "replace")).hexdigest()
