"""The web service's answers, mgWebService.asmx: bodies, meetings, one meeting with everything closed taken out.

The XML is parsed without entities or a document type; text in it is HTML-escaped once more. Dates are
dd/mm/yyyy. What the service flags as restricted is gone from the tree before anyone can write it down.
"""

from __future__ import annotations

import datetime as dt
import html
import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError, SubElement, tostring

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from corpus.moderngov.address import Site
from corpus.moderngov.models import Body, Link, Listed, Sheet, Unfit
from corpus.moderngov.withhold import ends_withheld, is_withheld
from corpus.parts.dates import find_dates, first_time

SERVICE = "mgWebService.asmx"
_DEEPEST = 100  # elements within each other; the service's own answers have six
_NUMBERS = ("agendaitemnumber", "agendaitemsubnumber", "fulldisplaynumberformat", "minutesitemnumber")
_WORDS = ("minutesnonemptyhtmlbody", "decisionnonemptyhtmlbody")
_ABOUT = ("meetingid", "meetingdate", "meetingtime", "meetingstatus", "agendaid")


def parse(data: bytes) -> Element:
    """The root element, names without their namespace. Raises Unfit for anything but plain XML."""
    try:
        root: Element = fromstring(data, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
        raise Unfit(f"its XML cannot be read ({type(error).__name__})") from None
    waiting = [(root, 1)]
    while waiting:
        element, depth = waiting.pop()
        if depth > _DEEPEST:
            raise Unfit("its XML is nested beyond reason")
        element.tag = str(element.tag).rpartition("}")[2]
        waiting += ((child, depth + 1) for child in element)
    return root


def said(element: Element, name: str) -> str:
    """The words of a child, both escapings undone; "" when there is no such child."""
    return " ".join(html.unescape(element.findtext(name) or "").split())


def is_so(element: Element, name: str) -> bool | None:
    """True or False as the service writes them; None when it does not say."""
    return {"true": True, "false": False, "1": True, "0": False}.get(said(element, name).lower())


def _number(element: Element, name: str) -> int | None:
    text = said(element, name)
    return int(text) if text.isdecimal() and len(text) < 12 else None


def _date(text: str) -> dt.date | None:
    parted = re.sub(r"(?<=\d)T(?=\d)", " ", text)  # "2024-03-06T18:30:00"
    return next((date for date, _, _ in find_dates(parted, slashes=True)), None)


def read_committees(root: Element) -> list[Body]:
    """Of GetCommittees, in the site's order. Raises Unfit when it is another answer."""
    if root.tag != "committees":
        raise Unfit("the web service gave no list of committees")
    found = []
    for each in root.iter("committee"):
        id, name = _number(each, "committeeid"), said(each, "committeetitle")
        if id is not None and name:
            expired, deleted = is_so(each, "committeeexpired"), is_so(each, "committeedeleted")
            found.append(Body(id, name, expired is True, deleted is True))
    return found


def read_meetings(root: Element) -> list[Listed] | None:
    """Of GetMeetings; None when it tells only how many there are."""
    found = []
    for each in root.iter("meeting"):
        id, date = _number(each, "meetingid"), _date(said(each, "meetingdate"))
        if id is not None and date is not None:
            status = said(each, "meetingstatus")
            found.append(Listed(id, date, first_time(said(each, "meetingtime")), status))
    counted = _number(root, "meetingscount")
    return None if not found and counted != 0 else found


def take_out_withheld(root: Element) -> int:
    """Takes what is not open to the public out of a meeting's tree; how many items and papers that were.

    An item keeps its numbers, a linked paper nothing; both keep `isrestricted`. Done twice, it counts the same.
    """
    if is_so(root, "isdisplayallowed") is False or is_so(root, "isrestricted") is True:
        _keep_only(root, _ABOUT)
        return 1
    if is_so(root, "agendapublished") is False and not is_published(root):
        for items in root.findall("agendaitems"):
            root.remove(items)
    withheld, among_closed = 0, False
    for item in root.iter("agendaitem"):
        title = said(item, "agendaitemtitle")
        if _is_heading(item) and not _is_closed(item):
            among_closed = (among_closed or is_withheld(title)) and not ends_withheld(title)
        elif among_closed or _is_closed(item) or is_withheld(title, of_item=True):
            _keep_only(item, _NUMBERS)
            withheld += 1
        else:
            _leave_out_unpublished(item)
    for paper in (*root.iter("linkeddoc"), *root.iter("attachmentdetails")):
        if _is_closed(paper) or said(paper, "restrictionsRef") or is_withheld(said(paper, "title")):
            _keep_only(paper, ())
            withheld += 1
    return withheld


def _is_heading(item: Element) -> bool:
    """Whether an item only parts the others: "UNRESTRICTED ITEMS"."""
    return said(item, "agendaitemnumber") in ("", "0") and not said(item, "fulldisplaynumberformat").strip(
        ". 0"
    )


def _leave_out_unpublished(item: Element) -> None:
    """Words that the service gives although it says that they are not published."""
    for name, flag in zip(_WORDS, ("isminutepublished", "isdecisionpublished"), strict=True):
        if is_so(item, flag) is False:
            for words in item.findall(name):
                item.remove(words)


def _is_closed(element: Element) -> bool:
    return is_so(element, "isrestricted") is True or is_so(element, "isdisplayallowed") is False


def _keep_only(element: Element, names: tuple[str, ...]) -> None:
    kept = [child for child in element if child.tag in names]
    tail = element.tail
    element.clear()
    element.tail = tail
    element.extend(kept)
    SubElement(element, "isrestricted").text = "True"


def is_published(root: Element) -> bool:
    """Whether the service says that minutes or decisions of the meeting are published."""
    return is_so(root, "minutepublished") is True or is_so(root, "decisionpublished") is True


def write(root: Element) -> bytes:
    """A tree as a file."""
    made: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return made


def read_sheet(root: Element, site: Site, withheld: int) -> Sheet:
    """Of GetMeeting, once `take_out_withheld` has been at it. Raises Unfit when it is another answer."""
    if root.tag != "meeting" or _number(root, "meetingid") is None:
        raise Unfit("the web service gave no meeting")
    closed = is_so(root, "isrestricted") is True
    bodies = [child for item in root.iter("agendaitem") for child in item if child.tag in _WORDS]
    has_minutes = any(_has_words(each) for each in bodies if each.tag == _WORDS[0])
    status = said(root, "meetingstatus")
    return Sheet(
        links=tuple(_links(root, site)),
        withheld=withheld,
        has_words=any(_has_words(each) for each in bodies),
        says_minutes=is_published(root),
        has_items=root.find(".//agendaitem") is not None,
        cancelled="cancelled" in status.casefold(),
        draft=has_minutes and (is_so(root, "minutepublished") is False or "draft" in status.casefold()),
        closed=closed,
        date=_date(said(root, "meetingdate")),
        time=first_time(said(root, "meetingtime")),
    )


def _has_words(element: Element) -> bool:
    return bool(re.sub(r"<[^<>]*>|&nbsp;|\s|\u00a0", "", html.unescape(element.text or "")))


def _links(root: Element, site: Site) -> Iterator[Link]:
    within = {paper: item for item in root.iter("agendaitem") for paper in item.iter("linkeddoc")}
    seen: set[str] = set()
    for paper in root.iter("linkeddoc"):
        id, title = _number(paper, "attachmentid"), said(paper, "title")
        if id is None or is_so(paper, "isrestricted") is True:
            continue
        asked = site.link(said(paper, "url")) if said(paper, "url") else None
        if asked is None and is_so(paper, "isurl") is not True:  # under another of the site's names, or none
            asked = site.page("mgConvert2PDF.aspx", ID=id)
        if asked is None or f"s{id}" in seen:  # a link to another site is not followed
            continue
        seen.add(f"s{id}")
        item = within.get(paper)
        yield Link(f"s{id}", asked, title or f"Paper {id}", *(_place(item) if item is not None else ()))


def _place(item: Element) -> tuple[str | None, str | None, str | None]:
    """The item's number as the public sees it, its place on the agenda, its title."""
    place = said(item, "agendaitemnumber")
    sub = said(item, "agendaitemsubnumber")
    shown = said(item, "fulldisplaynumberformat").rstrip(". ")
    return (
        shown or None,
        (f"{place}{sub}" if place not in ("", "0") else None),
        said(item, "agendaitemtitle") or None,
    )
