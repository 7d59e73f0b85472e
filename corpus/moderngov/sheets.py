"""The page of a meeting, ieListDocuments.aspx: what is linked and said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from selectolax.lexbor import LexborNode

from corpus.moderngov.address import Site
from corpus.moderngov.models import Link, Sheet
from corpus.moderngov.notices import QUOTED
from corpus.moderngov.pages import (
    FILE,
    cells_of,
    item_rows,
    leads_to,
    link_text,
    links_in,
    main_part,
    number_in,
    query_of,
    read_page,
    title_of,
    words_of,
)
from corpus.parts.dates import first_date, first_time

_PART = re.compile(r"(?:minutes|decisions?|resolved|cofnodion|penderfyniad)\b", re.IGNORECASE)
_CALLED_OFF = re.compile(r"\bmeeting (?:has been |is |was )?cancelled\b|[-–]\s*cancelled\b", re.IGNORECASE)
_MINUTES, _DECISIONS, _PACK, _SUPPLEMENT = (
    "1",
    "2",
    "10",
    "9",
)  # the T in a link to a paper of the whole meeting


def read_sheet(data: bytes, site: Site, withheld: int = 0) -> Sheet:
    """Of a meeting's page, once `notices.take_out_withheld` has been at it."""
    tree = read_page(data)
    main = main_part(tree)
    title, when = _words_at(main, ".mgMainTitleTxt").lower(), _words_at(main, ".mgSubTitleTxt")
    rows = item_rows(main)
    of_meeting = list(_papers_of_meeting(main, rows, site))
    by_sort = {sort: tuple(link for of, link in of_meeting if of == sort) for sort in _SORTS}
    printed = by_sort["minutes"] + by_sort["decisions"]
    has_minutes = _has_part(main) or bool(by_sort["minutes"])
    return Sheet(
        links=_unique(link for row in rows for link in _papers_of_item(row, site)),
        withheld=withheld,
        has_words=_has_part(main),
        says_minutes=bool(printed) or "minutes" in title or "decisions" in title,
        has_items=bool(rows),
        cancelled=bool(_CALLED_OFF.search(words_of(main)[:3000]) or _CALLED_OFF.search(when)),
        draft=has_minutes
        and ("draft" in title or any("draft" in each.title.lower() for each in by_sort["minutes"])),
        date=first_date(when),
        time=first_time(when),
        cut_short=_unique(link for row in rows for link in _cut_short(row, site)),
        attendance=next(iter(by_sort["attendance"]), None),
        printed=printed,
        packs=by_sort["pack"],
        supplements=by_sort["supplement"],
    )


def _words_at(main: LexborNode, query: str) -> str:
    node = main.css_first(query)
    return words_of(node) if node else ""


def _has_part(main: LexborNode) -> bool:
    return any(_PART.match(words_of(node)) for node in main.css(".mgSubItemTitleTxt"))


def _unique(links: Iterator[Link]) -> tuple[Link, ...]:
    found: dict[str, Link] = {}
    for link in links:
        found.setdefault(link.key, link)
    return tuple(found.values())


def _place(row: LexborNode) -> tuple[str | None, str | None, str | None]:
    """The item's number as shown; its place on the agenda, which a page does not tell; its title."""
    cells = cells_of(row)
    return words_of(cells[0]).rstrip(". ") or None, None, title_of(cells[1]) or None


def _papers_of_item(row: LexborNode, site: Site) -> Iterator[Link]:
    for link, href in links_in(row):
        url = site.link(href)
        if url is None:
            continue
        file = FILE.search(urlsplit(url).path)
        id = number_in(url, "id") if leads_to(url, "mgConvert2PDF.aspx") else None
        if file and file["sort"].lower() == "s":
            id = int(file["id"])
        if id is not None:
            quoted = QUOTED.search(" ".join((link.attributes.get("title") or "").split()))
            title = quoted[1] if quoted else link_text(link)
            yield Link(f"s{id}", url, title or f"Paper {id}", *_place(row))


def _cut_short(row: LexborNode, site: Site) -> Iterator[Link]:
    for _, href in links_in(row):
        id = number_in(href, "id")
        if leads_to(href, "mgAi.aspx") and id is not None and (url := site.link(href)):
            number, place, title = _place(row)
            yield Link(f"item {id}", url, title or f"Item {id}", number, place, title)


_SORTS = ("attendance", "minutes", "decisions", "pack", "supplement")


def _papers_of_meeting(main: LexborNode, rows: list[LexborNode], site: Site) -> Iterator[tuple[str, Link]]:
    of_items = {link.mem_id for row in rows for link in row.css("a")}
    for link, href in links_in(main):
        url = site.link(href)
        if url is None or link.mem_id in of_items:
            continue
        title, asked = link_text(link), query_of(url)
        if leads_to(url, "mgMeetingAttendance.aspx"):
            yield "attendance", Link("attendance", url, title)
        elif leads_to(url, "mgChooseDocPack.aspx"):
            sid = asked.get("sid", "")
            sort = "supplement" if sid else "pack"
            yield sort, Link(f"{sort} {sid or asked.get('id', '')}", url, title)
        elif (file := FILE.search(urlsplit(url).path)) and file["sort"].lower() == "g":
            t = asked.get("t", "")
            yield _sort_of(t, title.lower()), Link(f"g{file['id']} {t}".strip(), url, title)


def _sort_of(t: str, title: str) -> str:
    if t == _MINUTES or (not t and "minutes" in title):
        return "minutes"
    if t == _DECISIONS or (not t and "decisions" in title):
        return "decisions"
    if t == _PACK or (not t and "pack" in title):
        return "pack"
    return (
        "supplement"
        if t == _SUPPLEMENT or "supplement" in title or "late" in title.split()
        else "front sheet"
    )
