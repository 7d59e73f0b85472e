"""Which elements of a ModernGov page are which part, by the names that its templates give them."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborNode

from corpus.formats.blocks import flat
from corpus.formats.sittings import write_sitting
from corpus.formats.writing import Writer

# Words of the page, not of the meeting: sizes of files, links to other pages
_FURNITURE = (
    ".mgFileSize, .mgLinks, .mgActionList, .mgHelpLine, a[href*='mgLocationDetails'], "
    "a[href*='mgListRecordedVotes']"
)
# What an element is; of two roles the later holds
_ROLES = {
    "table": "td table, table[summary*='attendance' i]",
    "heading": ".mgMainTitleTxt",
    "sitting": ".mgSubTitleTxt",
    "title": ".mgAiTitleTxt",
    "part": ".mgSubItemTitleTxt, .mgSubSubTitleTxt",
    "paper": "a.mgAiTitleLnk, .mgBulletList a[href]",
    "number": ".mgItemNumberCell",
}
_RESTRICTED = re.compile(
    r"reasons? why (?P<what>\w+)\b.{0,300}?\b(?:is|are) restricted|Restricted enclosure", re.IGNORECASE
)
_MEETING = re.compile(r"agenda|minutes|decisions|meeting", re.IGNORECASE)


def sort_of(root: LexborNode) -> str | None:
    """ "meeting", "attendance", "agenda item" or "decision details"; None for any other page.

    A page with numbered items is a meeting's, whatever its heading (it may be in Welsh).
    """
    if root.css_first(".mgItemNumberCell") is not None:
        return "meeting"
    heading, sitting = root.css_first(".mgMainTitleTxt"), root.css_first(".mgSubTitleTxt")
    if heading is None or sitting is None:
        return None
    title = flat(heading).strip().lower()
    if "attendance" in title:
        return "attendance"
    for sort in ("agenda item", "decision details"):
        if title.startswith(sort):
            return sort
    return (
        "meeting"
        if _MEETING.search(title) and write_sitting(sitting.text(deep=True, separator=" "), Writer())
        else None
    )


def find_roles(root: LexborNode) -> dict[int, str]:
    """Role by element, once furniture is taken out of the page."""
    withheld = _find_withheld(root)
    kept = {node.parent.mem_id for node in root.css("li") if node.mem_id in withheld and node.parent}
    for node in root.css(_FURNITURE):
        if node.mem_id not in kept:
            node.decompose()
    roles = {node.mem_id: role for role, query in _ROLES.items() for node in root.css(query)}
    roles |= {label.parent.mem_id: "label" for label in root.css("p > span.mgLabel") if label.parent}
    for cell in root.css(".mgItemNumberCell"):
        roles |= {title.mem_id: "words" for title in cell.css(".mgAiTitleTxt")}
        if cell.parent:
            roles[cell.parent.mem_id] = "row"
    for place in withheld:
        roles[place] = f"withheld {roles[place]}" if roles.get(place) == "row" else "withheld"
    return roles


def _find_withheld(root: LexborNode) -> set[int]:
    """The rows and list entries whose item or paper the page says is restricted."""
    found = set()
    for node in root.css("a[href], li"):
        is_innermost = node.tag == "a" or all(each.mem_id == node.mem_id for each in node.css("li, a[href]"))
        says = _RESTRICTED.search(flat(node)) if is_innermost else None
        if says:
            of_item = (says["what"] or "").lower() == "item"
            place = _ancestor(node, "tr" if of_item else "li")
            if place is not None:
                found.add(place.mem_id)
    return found


def _ancestor(node: LexborNode, tag: str) -> LexborNode | None:
    found: LexborNode | None = node
    while found is not None and found.tag != tag:
        found = found.parent
    return found
