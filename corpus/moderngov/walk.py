"""The walk of a site: its bodies, their meetings in the days wanted, each meeting's papers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree.ElementTree import Element

from corpus.moderngov import pages, service
from corpus.moderngov.address import Site
from corpus.moderngov.desk import Desk, Failure, Tally
from corpus.moderngov.journal import Journal
from corpus.moderngov.models import Body, Disallowed, FetchError, Listed, SiteError, Unavailable, Unfit, Want
from corpus.moderngov.polite import Visitor
from corpus.moderngov.shelf import body_folder, held_publications, meeting_folder
from corpus.moderngov.visit import YOUNG, visit
from corpus.moderngov.ways import Ways

_FIRST = dt.date(1990, 1, 1)  # no site has older meetings
_AHEAD = dt.timedelta(days=366)  # agendas are published ahead of their meetings
_MOST_PAGES = 500  # of one body's list of meetings
_LISTS = ("mgListCommittees.aspx", "mgCommitteeStructure.aspx", "ieDocHome.aspx")


@dataclass(slots=True)
class Fetched:
    """What a walk did. `dropped`: files that are gone from the site, and from its folder."""

    folder: Path
    bodies: list[Tally] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    dropped: list[Path] = field(default_factory=list)


class Walk:
    """One run over a site. `say` is told how it gets on."""

    def __init__(self, site: Site, visitor: Visitor, say: Callable[[str], None], today: dt.date) -> None:
        self._site, self._visitor, self._say, self._today = site, visitor, say, today
        self._again = False  # whether settled meetings are looked at too
        self._ways = Ways(site, say)

    def bodies(self) -> list[Body]:
        """The bodies that the site lists, but for deleted ones.

        Raises SiteError when neither the web service nor the pages list any.
        """
        reasons: list[FetchError] = []
        try:
            found = service.read_committees(self._ask(self._method("GetCommittees")))
            if found:
                return [body for body in found if not body.deleted]
        except FetchError as error:
            reasons.append(error)
            self._say(f"the web service cannot be used ({error}); reading pages instead")
        self._ways.service = False
        for page in _LISTS:
            try:
                reply = self._visitor.get(self._site.page(page, bcr=1), Want.PAGE)
                if found := pages.read_bodies(pages.read_page(reply.data or b"")):
                    return found
            except FetchError as error:
                reasons.append(error)
                if isinstance(error, Disallowed | Unavailable):
                    break  # the site wants no more of us, or is down: no other page would say more
        because = f": {reasons[-1]}" if reasons else ""
        raise SiteError(
            f"{self._site.root} lists no committees{because}; give the address of a council's ModernGov site"
        )

    def fetch(
        self,
        library: Path,
        bodies: Sequence[Body],
        since: dt.date | None,
        until: dt.date | None,
        council: str | None,
        *,
        again: bool = False,
    ) -> Fetched:
        """Brings the folder of this site up to date for `bodies` and the days from `since` to `until`.

        Old meetings that are settled are passed over, unless they are to be looked at `again`.
        What cannot be had is in `failures`, and the rest is kept. Raises SiteError when another run is at it.
        """
        done = Fetched(library / "fetched" / self._site.folder)
        self._again = again
        journal = Journal(done.folder)
        try:
            for body in bodies:
                self._body(journal, done, body, (since or _FIRST, until or self._today + _AHEAD), council)
        except SiteError as error:
            done.failures.append(Failure(self._site.root, str(error)))
        finally:
            there = (done.folder / file for file in sorted(journal.dropped))
            done.dropped = [file for file in there if not file.exists()]
            journal.close()
        return done

    def _body(
        self, journal: Journal, done: Fetched, body: Body, days: tuple[dt.date, dt.date], council: str | None
    ) -> None:
        tally = Tally(body.id, body.name)
        done.bodies.append(tally)
        try:
            meetings = self._meetings(body, days)
        except FetchError as error:
            tally.failed += 1
            done.failures.append(Failure(self._list_address(body), str(error)))
            return
        gone = _vanished(journal, body, days, meetings)
        if gone and not meetings:
            self._say(f"{body.name}: the site lists no meetings any more; what is held of them is kept")
            gone = []
        tally.meetings = len(meetings)
        for at, listed in enumerate([*meetings, *gone], 1):
            if listed not in gone and self._is_settled(journal, done.folder, listed):
                tally.unchanged += len(journal.of_meeting(listed.id))
                tally.withheld += journal.seen[listed.id].withheld
                continue
            self._say(
                f"{body.name}: meeting {at} of {len(meetings) + len(gone)}, {listed.date.day} {listed.date:%b %Y}"
            )
            folder = _folder(journal, done.folder, body, listed)
            desk = Desk(self._visitor, journal, done.folder, folder, listed.id, tally, done.failures)
            visit(self._ways, desk, body, listed, council, self._today)

    def _is_settled(self, journal: Journal, folder: Path, listed: Listed) -> bool:
        """Whether nothing is to be expected of a meeting any more, and all that was had of it is still there."""
        seen = journal.seen.get(listed.id)
        if self._again or seen is None or not seen.settled or self._today - listed.date < YOUNG:
            return False
        kept = [folder / each.file for each in journal.of_meeting(listed.id)]
        told = held_publications(kept[0].parent) if kept else {}
        return all(file.name in told and file.is_file() for file in kept)

    def _meetings(self, body: Body, days: tuple[dt.date, dt.date]) -> list[Listed]:
        """The body's meetings in these days, by date. Raises FetchError when neither way lists them."""
        found: list[Listed] | None = None
        if self._ways.service:
            first, last = (f"{day:%d/%m/%Y}" for day in days)
            try:
                url = self._method("GetMeetings", lCommitteeId=body.id, sFromDate=first, sToDate=last)
                found = service.read_meetings(self._ask(url))
            except FetchError as error:
                self._say(
                    f"{body.name}: the web service does not list the meetings ({error}); reading pages instead"
                )
        if found is None:
            found = self._meetings_on_pages(body, days[0])
        within = {each.id: each for each in found if days[0] <= each.date <= days[1]}
        return sorted(within.values(), key=lambda each: (each.date, each.id))

    def _meetings_on_pages(self, body: Body, first: dt.date) -> list[Listed]:
        """From the page that shows them all, and from as many earlier and later ones as it takes."""
        waiting = [self._list_address(body)]
        asked: set[str] = set()
        found: dict[int, Listed] = {}
        while waiting and len(asked) < _MOST_PAGES:
            url = waiting.pop(0)
            asked.add(url)
            tree = pages.read_page(self._visitor.get(url, Want.PAGE).data or b"")
            here = pages.read_meetings(tree)
            fresh = [each for each in here if each.id not in found]
            found |= {each.id: each for each in fresh}
            earlier, later = pages.read_paging(tree, self._site)
            reached = any(each.date < first for each in here)
            onward = [later, None if reached else earlier]
            waiting += [
                link for link in onward if fresh and link and link not in asked and link not in waiting
            ]
        return list(found.values())

    def _list_address(self, body: Body) -> str:
        return self._site.page("ieListMeetings.aspx", CId=body.id, Year=0)

    def _method(self, name: str, **asked: object) -> str:
        return self._site.page(f"{service.SERVICE}/{name}", **asked)

    def _ask(self, url: str) -> Element:
        data = self._visitor.get(url, Want.XML).data
        if data is None:
            raise Unfit("nothing came")
        return service.parse(data)


def _vanished(
    journal: Journal, body: Body, days: tuple[dt.date, dt.date], listed: Sequence[Listed]
) -> list[Listed]:
    """Meetings of which papers are held, but which the site no longer lists: each is asked after by itself."""
    there = {each.id for each in listed}
    held = {kept.meeting for kept in journal.kept.values()} - there
    seen = [
        journal.seen[id] for id in sorted(held) if id in journal.seen and journal.seen[id].body == body.id
    ]
    found = [Listed(each.meeting, dt.date.fromisoformat(each.date)) for each in seen]
    return [each for each in found if days[0] <= each.date <= days[1]]


def _folder(journal: Journal, shelf: Path, body: Body, listed: Listed) -> str:
    """Where a meeting's papers lie already, or will; a meeting that was put off stays where it is."""
    for kept in journal.of_meeting(listed.id):
        return Path(kept.file).parent.as_posix()
    return f"{body_folder(shelf, body.id, body.name)}/{meeting_folder(listed.date, listed.id)}"
