"""A small town's ModernGov site in memory, and a library to fetch it into."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import httpx

from corpus.models import Publication
from corpus.moderngov.address import read_site
from corpus.moderngov.polite import Manners, Visitor
from corpus.moderngov.walk import Fetched, Walk
from corpus.publication import read_publications

TODAY = dt.date(2024, 6, 1)
OLD, YOUNG = dt.date(2024, 1, 10), dt.date(2024, 5, 20)
PDF = b"%PDF-1.4 words"
SERVICE = "mgWebService.asmx/"
WORDS = "&lt;p&gt;Heard of marrows.&lt;/p&gt;"
MINUTES = '<p class="mgSubItemTitleTxt">Minutes:</p><div class="mgWordPara">Heard of marrows.</div>'


def xml_meeting(date: dt.date = OLD, *, words: str = WORDS, published: bool = True, papers: str = "") -> str:
    said = f"<minutesnonemptyhtmlbody>{words}</minutesnonemptyhtmlbody>" if words else ""
    return (
        f"<meeting><meetingid>70</meetingid><meetingdate>{date:%d/%m/%Y}</meetingdate>"
        "<meetingtime>6.30 pm</meetingtime>"
        f"<meetingstatus>Confirmed</meetingstatus><minutepublished>{published}</minutepublished><agendaitems><agendaitem>"
        "<agendaitemtitle>Marrows</agendaitemtitle><agendaitemnumber>2</agendaitemnumber>"
        f"<fulldisplaynumberformat>9.</fulldisplaynumberformat>{said}<linkeddocuments>{papers}</linkeddocuments>"
        "</agendaitem></agendaitems></meeting>"
    )


def xml_paper(id: int = 51, more: str = "") -> str:
    return f"<linkeddoc><attachmentid>{id}</attachmentid><title>Marrow report</title>{more}</linkeddoc>"


def xml_list(date: dt.date = OLD, count: int = 1) -> str:
    one = (
        f"<meeting><meetingid>70</meetingid><meetingdate>{date:%d/%m/%Y}</meetingdate>"
        "<meetingstatus>Confirmed</meetingstatus></meeting>"
    )
    return f"<getmeetings><meetingscount> {count}</meetingscount>{one * count}</getmeetings>"


def page(title: str, inner: str) -> str:
    return (
        f'<!DOCTYPE html><html><head><title>{title} - Marrow Town Council</title></head><body><div id="modgov">'
        f'<h1 class="mgMainTitleTxt">{title}</h1>{inner}</div></body></html>'
    )


def meeting_page(more: str = "", *, links: str = "", title: str = "Agenda and minutes") -> str:
    return page(
        title,
        '<h2 class="mgSubTitleTxt">Parks Committee - Wednesday 10 January 2024 6.30 pm</h2>'
        f'<ul class="mgActionList">{links}</ul><table class="mgItemTable"><tr><td class="mgItemNumberCell">9.</td><td>'
        f'<p class="mgAiTitleTxt">Marrows</p>{more}</td></tr></table>',
    )


LISTING = page(
    "Browse meetings",
    '<li><a href="ieListDocuments.aspx?CId=3&amp;MId=70">10 Jan 2024 6.30 pm</a> - Minutes</li>',
)
BODIES = page("Committees", '<a href="mgCommitteeDetails.aspx?ID=3">Parks Committee</a>')


class Town(httpx.BaseTransport):
    """A site of pages by what their address begins with, below the root; statuses stand for what is not there."""

    def __init__(self, **more: str | bytes | int) -> None:
        self.pages: dict[str, str | bytes | int] = {
            f"{SERVICE}GetCommittees": "<committees><committee><committeeid>3</committeeid>"
            "<committeetitle>Parks Committee</committeetitle></committee></committees>",
            f"{SERVICE}GetMeetings": xml_list(),
            f"{SERVICE}GetMeeting?": xml_meeting(papers=xml_paper()),
            "ieListDocuments": meeting_page(MINUTES),
            "ieListMeetings": LISTING,
            "mgListCommittees": BODIES,
            "mgConvert2PDF.aspx?ID=51": PDF,
        }
        self.asked: list[str] = []

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        path = request.url.raw_path.decode().lstrip("/")
        self.asked.append(path)
        found = next((self.pages[start] for start in self.pages if path.startswith(start)), 404)
        status, body = (found, b"") if isinstance(found, int) else (200, found)
        stream = httpx.ByteStream(body.encode() if isinstance(body, str) else body)
        return httpx.Response(status, stream=stream)

    def without_service(self) -> Town:
        self.pages = {start: what for start, what in self.pages.items() if not start.startswith(SERVICE)}
        return self


class Place:
    """A town and a library to fetch it into."""

    def __init__(self, library: Path) -> None:
        self.town, self.library, self.said = Town(), library, [""]

    def fetch(self, **days: dt.date) -> Fetched:
        self.town.asked.clear()
        site = read_site("x.gov.uk")
        manners = Manners(pause=0.0)
        with Visitor(
            site, manners, transport=self.town, say=self.said.append, sleep=lambda s: None
        ) as visitor:
            walk = Walk(site, visitor, self.said.append, TODAY)
            bodies = walk.bodies()
            return walk.fetch(self.library, bodies, days.get("since"), days.get("until"), None)

    def files(self) -> set[str]:
        return {
            path.name for path in self.library.rglob("*") if path.is_file() and not path.name.startswith(".")
        }

    def said_of(self, name: str) -> Publication:
        (path,) = self.library.rglob(name)
        return read_publications(path.parent)[name]
