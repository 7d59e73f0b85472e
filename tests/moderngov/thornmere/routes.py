"""Which page, answer or file stands at an address of the site. Addresses are read as IIS does: case is ignored."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from thornmere import meeting as one_meeting
from thornmere import pages, service
from thornmere.council import Body, Linked, Meeting
from thornmere.files import docx, pdf

if TYPE_CHECKING:
    from thornmere.server import Site

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ASP_NET = (
    "Request format is unrecognized for URL unexpectedly ending in '/GetCommittees'.\n   at System.Web.Services."
    "Protocols.WebServiceHandlerFactory.CoreGetHandler(Type type, HttpContext context)"
)
ERROR_PAGE = (
    '<!DOCTYPE html><html><head><title>Error</title></head><body><div id="modgov"><h1 class="mgMainTitleTxt">'
    "Error</h1><p>Sorry, the page you asked for cannot be shown.</p></div></body></html>"
)
_DOCUMENT = re.compile(r"documents/(?P<sort>[gs])(?P<id>\d+)/.+", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Reply:
    status: int
    body: bytes
    type: str = "text/html; charset=utf-8"
    more: tuple[tuple[str, str], ...] = field(default=())

    @property
    def headers(self) -> tuple[tuple[str, str], ...]:
        return (("Content-Type", self.type), *self.more)

    @property
    def text(self) -> bool:
        return self.type.startswith("text/")


def route(site: Site, path: str) -> Reply:
    """`path` is below the site's folder, decoded, with its query."""
    page, _, query = path.partition("?")
    asked = {name.lower(): value for name, value in parse_qsl(query)}
    if document := _DOCUMENT.fullmatch(page):
        return _document(site, document["sort"].lower(), int(document["id"]), asked)
    if page.lower().startswith("mgwebservice.asmx/"):
        said = service.answer(site.council, page.partition("/")[2], asked, site.root)
        return (
            Reply(500, ASP_NET.encode(), "text/plain")
            if said is None
            else Reply(200, said, "text/xml; charset=utf-8")
        )
    find = _PAGES.get(page.lower())
    return (find(site, asked) if find else None) or missing(site)


def missing(site: Site) -> Reply:
    """As ModernGov says that there is no such page."""
    return Reply(
        302, b"<html><body>Object moved</body></html>", more=(("Location", f"/{site.folder}mgError.aspx"),)
    )


def service_off(how: str) -> Reply:
    if how == "absent":
        return Reply(302, b"", more=(("Location", "/mgError.aspx"),))
    return (
        Reply(403, b"<html><body>Forbidden</body></html>")
        if how == "shut"
        else Reply(500, ASP_NET.encode(), "text/plain")
    )


Asked = dict[str, str]
Found = Reply | None


def _number(asked: Asked, *names: str) -> int:
    said = next((asked[name] for name in names if name in asked), "")
    return int(said) if said.isdecimal() else 0


def _committees(site: Site, asked: Asked) -> Found:
    return Reply(200, pages.committees(site.council))


def _committee(site: Site, asked: Asked) -> Found:
    body = site.council.body(_number(asked, "id"))
    return Reply(200, pages.committee(site.council, body)) if body and not body.deleted else None


def _meetings(site: Site, asked: Asked) -> Found:
    body = site.council.body(_number(asked, "cid", "committeeid"))
    if body is None or body.deleted:
        return None
    return Reply(200, pages.meetings(site.council, body, _shown(site, body, asked)))


def _shown(site: Site, body: Body, asked: Asked) -> list[Meeting]:
    newest = sorted(body.meetings, key=lambda one: (one.date, one.time), reverse=True)
    if asked.get("year") == "0" and site.whole_lists:
        return newest
    if asked.get("year", "0") != "0":
        return [one for one in newest if str(one.date.year) == asked["year"]]
    edge = asked.get("d", "")
    if asked.get("act") == "earlier":
        return [one for one in newest if f"{one.date:%Y%m%d}{one.time:%H%M}" < edge][: site.lists]
    if asked.get("act") == "later":
        return [one for one in newest if f"{one.date:%Y%m%d}{one.time:%H%M}" > edge][-site.lists :]
    return newest[: site.lists]


def _found(site: Site, asked: Asked, *names: str) -> tuple[Body, Meeting] | None:
    return site.council.meeting(_number(asked, *names))


def _meeting(site: Site, asked: Asked) -> Found:
    found = _found(site, asked, "mid", "meetingid")
    return Reply(200, one_meeting.meeting_page(site.council, *found)) if found else None


def _attendance(site: Site, asked: Asked) -> Found:
    found = _found(site, asked, "id")
    return Reply(200, pages.attendance(site.council, *found)) if found and found[1].attendees else None


def _item(site: Site, asked: Asked) -> Found:
    found = site.council.item(_number(asked, "id"))
    return (
        Reply(200, one_meeting.item_page(site.council, *found)) if found and not found[2].restricted else None
    )


def _pack(site: Site, asked: Asked) -> Found:
    found = site.council.meeting_of_agenda(_number(asked, "id"))
    if found is None:
        return None
    wanted = _number(asked, "sid")
    supplement = next((each for each in found[1].supplements if each.id == wanted), None)
    if supplement:
        return Reply(200, pdf(supplement.words), "application/pdf")
    return Reply(200, one_meeting.pack_page(site.council, *found))


def _convert(site: Site, asked: Asked) -> Found:
    paper = site.council.paper(_number(asked, "id"))
    return _file(paper) if paper and not paper.elsewhere else None


def _file(paper: Linked) -> Reply:
    """The site hides nothing itself: that the client must know, so that a test sees when it does not."""
    if paper.form == "docx":
        return Reply(200, docx(paper.words), WORD)
    return Reply(200, pdf(paper.words), "application/pdf")


def _document(site: Site, sort: str, id: int, asked: Asked) -> Reply:
    if sort == "s":
        return _convert(site, {"id": str(id)}) or missing(site)
    found = site.council.meeting_of_agenda(id)
    if found is None or "t" not in asked:
        return missing(site)
    return Reply(200, pdf(_printed(*found, asked["t"])), "application/pdf")


def _printed(body: Body, meeting: Meeting, sort: str) -> tuple[str, ...]:
    """A front sheet, the minutes or the decisions of a whole meeting, printed."""
    title = {"0": "AGENDA", "1": "MINUTES", "2": "DECISIONS"}.get(sort, "REPORTS PACK")
    if sort == "1" and meeting.printed:
        return meeting.printed
    lines = [body.title, f"{title} - {pages.day(meeting.date)}"]
    for item in meeting.items:
        if not item.restricted:
            said = {"1": item.minutes, "2": item.decision}.get(sort, ())
            lines += [f"{item.number or item.place} {item.title}", *said]
    return tuple(lines)


def _error(site: Site, asked: Asked) -> Found:
    return Reply(200, ERROR_PAGE.encode())


def _home(site: Site, asked: Asked) -> Found:
    return Reply(302, b"", more=(("Location", f"/{site.folder}ieDocHome.aspx?bcr=1"),))


_PAGES: dict[str, Callable[[Site, Asked], Found]] = {
    "": _home,
    "iedochome.aspx": _committees,
    "mglistcommittees.aspx": _committees,
    "mgcommitteestructure.aspx": _committees,
    "mgcommitteedetails.aspx": _committee,
    "ielistmeetings.aspx": _meetings,
    "ielistdocuments.aspx": _meeting,
    "mgmeetingattendance.aspx": _attendance,
    "mgai.aspx": _item,
    "mgchoosedocpack.aspx": _pack,
    "mgconvert2pdf.aspx": _convert,
    "mgerror.aspx": _error,
}
