"""The two ways to a meeting: the web service and its page. Each gives what it says, or nothing and why."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from corpus.moderngov import notices, service, sheets
from corpus.moderngov.address import Site
from corpus.moderngov.desk import Desk
from corpus.moderngov.models import FetchError, Sheet, Unavailable, Unfit, Want
from corpus.moderngov.polite import Reply

SERVICE, PAGE = "service", "page"  # keys of what each way gives
_STRIKES = 3  # meetings that the service fails to give before it is left alone


@dataclass(slots=True)
class Ways:
    """Which ways into a site are open in this run."""

    site: Site
    say: Callable[[str], None]
    service: bool = True
    pages: bool = True
    strikes: int = 0

    def service_failed(self, url: str, error: FetchError) -> None:
        self.strikes += 1
        self.say(f"{url}: {error}")
        if self.strikes == _STRIKES:
            self.service = False
            self.say("the web service fails again and again; reading pages instead")

    def page_failed(self, url: str, error: FetchError) -> None:
        self.say(f"{url}: {error}")
        if isinstance(error, Unavailable):
            self.pages = False
            self.say(
                "using what the web service gives without its pages: supplements and drafts are not told there"
            )


@dataclass(frozen=True, slots=True)
class Found:
    """What one way said of a meeting: its sheet, and the file to keep, with nothing withheld in it."""

    sheet: Sheet
    url: str
    data: bytes
    reply: Reply
    fresh: bool = True  # False: of an earlier visit


def from_service(ways: Ways, desk: Desk) -> Found | None:
    """What the web service gives now; None, once it is said why, when it does not."""
    if not ways.service:
        return None
    url = ways.site.page(f"{service.SERVICE}/GetMeeting", lMeetingId=desk.meeting)
    try:
        reply = desk.ask(SERVICE, url, Want.XML)
        return _read_service(ways, url, held_or_come(desk, SERVICE, reply), reply)
    except FetchError as error:
        ways.service_failed(url, error)
        return None


def from_shelf(ways: Ways, desk: Desk) -> Found | None:
    """What the web service gave at an earlier visit."""
    kept = desk.held(SERVICE)
    if kept is None:
        return None
    try:
        return _read_service(ways, kept.url, desk.read(kept), Reply(None), fresh=False)
    except Unfit:
        return None


def _read_service(ways: Ways, url: str, data: bytes, reply: Reply, *, fresh: bool = True) -> Found:
    root = service.parse(data)
    withheld = service.take_out_withheld(root)
    return Found(service.read_sheet(root, ways.site, withheld), url, service.write(root), reply, fresh)


def page_address(ways: Ways, desk: Desk, body: int) -> str:
    """Where a person reads of the meeting."""
    return ways.site.page("ieListDocuments.aspx", CId=body, MId=desk.meeting, Ver=4)


def from_page(ways: Ways, desk: Desk, body: int) -> Found:
    """What the meeting's page says. Raises FetchError."""
    url = page_address(ways, desk, body)
    reply = desk.ask(PAGE, url, Want.PAGE)
    data, withheld = notices.take_out_withheld(held_or_come(desk, PAGE, reply))
    return Found(sheets.read_sheet(data, ways.site, withheld), url, data, reply)


def held_or_come(desk: Desk, key: str, reply: Reply) -> bytes:
    """What came, or what is held when nothing has changed."""
    if reply.data is not None:
        return reply.data
    kept = desk.held(key)
    if kept is None:
        raise Unfit("the site says that it is unchanged, but nothing is held")
    return desk.read(kept)
