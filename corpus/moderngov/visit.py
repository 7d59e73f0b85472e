"""Visiting one meeting: its words from the web service, else its page, else PDFs; then the papers it links.

The web service gives the minutes, both numbers of every item, who came and the linked papers. The page is
looked at as well: only there are supplements told, whether minutes are a draft, and printed minutes linked.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from corpus.models import Publication
from corpus.moderngov import notices, service, sheets
from corpus.moderngov.address import Site
from corpus.moderngov.desk import Desk
from corpus.moderngov.journal import About, Seen
from corpus.moderngov.models import Body, FetchError, Link, Listed, NotThere, Sheet, Unavailable, Unfit, Want
from corpus.moderngov.pages import FILE, leads_to, links_in, main_part, meaning, read_council, read_page
from corpus.moderngov.polite import Reply

YOUNG = dt.timedelta(days=90)  # drafts become minutes
_FORGOTTEN = dt.timedelta(days=365)  # minutes that are not published by then will not be
_STRIKES = 3  # meetings that the service fails to give before it is left alone
_SERVICE, _PAGE, _ATTENDANCE = "service", "page", "attendance"  # keys of what is not a linked paper
_OF_ITEM = re.compile(r"s\d+")  # the key of a paper linked to an item
_FRAMED = (_SERVICE, _PAGE, _ATTENDANCE, "item ")


@dataclass(slots=True)
class Ways:
    """Which ways into a site are open in this run."""

    site: Site
    say: Callable[[str], None]
    service: bool = True
    pages: bool = True
    strikes: int = 0

    def service_failed(self, error: FetchError) -> None:
        self.strikes += 1
        if self.strikes == _STRIKES or not self.pages:
            self.service = False
            self.say(f"the web service fails ({error}); reading pages instead")

    def pages_failed(self, error: FetchError) -> None:
        if isinstance(error, Unavailable):
            self.pages = False
            self.say(f"the pages cannot be read ({error}); using what the web service gives")


@dataclass(slots=True)
class Found:
    """What one way said of a meeting: the sheet, and what came, ready to be kept."""

    sheet: Sheet
    url: str
    data: bytes
    reply: Reply


def visit(ways: Ways, desk: Desk, body: Body, listed: Listed, council: str | None, today: dt.date) -> None:
    """Brings the folder of one meeting up to date, and writes in the journal how far it is settled."""
    desk.open()
    try:
        _Visit(ways, desk, body, listed, council, today).run()
    finally:
        desk.close()


@dataclass(slots=True)
class _Visit:
    ways: Ways
    desk: Desk
    body: Body
    listed: Listed
    council: str | None
    today: dt.date
    gone: bool = False  # a way says that there is no such meeting

    def run(self) -> None:
        given = self._from_service()
        shown = self._from_page(given)
        if given is None and shown is None:
            self._nothing()
            return
        sheet = self._together(given, shown)
        if sheet.closed:
            self.desk.tally.withheld += 1
            self._settle(sheet, words=False, shown=shown is not None)
            return
        words = self._keep_words(given, shown, sheet)
        for link in sheet.links:
            self.desk.paper(link, self._said(sheet, link))
        if not words and not sheet.cancelled:
            words = self._printed(sheet)
        for link in sheet.supplements:
            self._pack(link, sheet)
        self.desk.tally.withheld += sheet.withheld
        self._settle(sheet, words=words, shown=shown is not None)

    def _from_service(self) -> Found | None:
        if not self.ways.service:
            return None
        url = self.ways.site.page(f"{service.SERVICE}/GetMeeting", lMeetingId=self.listed.id)
        try:
            reply = self.desk.ask(_SERVICE, url, Want.XML)
            root = service.parse(self._bytes(_SERVICE, reply))
            withheld = service.take_out_withheld(root)
            return Found(service.read_sheet(root, self.ways.site, withheld), url, service.write(root), reply)
        except NotThere:
            self.gone = True
        except FetchError as error:
            self.ways.service_failed(error)
            self.ways.say(f"{url}: {error}")
        return None

    def _from_page(self, given: Found | None) -> Found | None:
        if not self.ways.pages or (given and (given.sheet.cancelled or given.sheet.closed)):
            return None
        url = self._page_address()
        try:
            reply = self.desk.ask(_PAGE, url, Want.PAGE)
            data, withheld = notices.take_out_withheld(self._bytes(_PAGE, reply))
            self._learn_council(data)
            return Found(sheets.read_sheet(data, self.ways.site, withheld), url, data, reply)
        except NotThere:
            self.gone = self.gone or given is None
        except FetchError as error:
            if given is None or (given.sheet.says_minutes and not given.sheet.has_words):
                self.desk.fail(url, str(error))
            if given is not None:
                self.ways.pages_failed(error)
        return None

    def _bytes(self, key: str, reply: Reply) -> bytes:
        """What came, or what is held when nothing has changed."""
        if reply.data is not None:
            return reply.data
        kept = self.desk.held(key)
        if kept is None:
            raise Unfit("the site says that it is unchanged, but nothing is held")
        return self.desk.read(kept)

    def _page_address(self) -> str:
        return self.ways.site.page("ieListDocuments.aspx", CId=self.body.id, MId=self.listed.id, Ver=4)

    def _learn_council(self, data: bytes) -> None:
        journal = self.desk.journal
        if journal.about is None:
            journal.add(About(read_council(read_page(data))))
        if self.council is None and journal.about:
            self.council = journal.about.council

    def _nothing(self) -> None:
        """Neither way gave the meeting: it is gone if the site says so, and only then."""
        if not self.gone or self.desk.failed:
            if not self.desk.failed:
                self.desk.fail(
                    self._page_address(), "neither the web service nor the pages give this meeting"
                )
            return
        held = self.desk.journal.of_meeting(self.listed.id)
        if not held:
            self.desk.fail(self._page_address(), "the site lists it, but says that there is no such meeting")
        for kept in held:
            self.desk.drop(kept.key)

    def _together(self, given: Found | None, shown: Found | None) -> Sheet:
        """What both ways say. Of what is open to the public the service's flags alone decide where it answers."""
        if given is None or shown is None or (shown.sheet.has_items and not given.sheet.has_items):
            found = shown or given
            assert found is not None
            return replace(found.sheet, date=found.sheet.date or self.listed.date)
        service_says, page_says = given.sheet, shown.sheet
        draft = page_says.draft if page_says.says_minutes else service_says.draft
        return replace(
            service_says,
            withheld=max(service_says.withheld, page_says.withheld),
            has_words=service_says.has_words or page_says.has_words,
            draft=draft,
            cut_short=page_says.cut_short,
            printed=page_says.printed,
            packs=page_says.packs,
            supplements=page_says.supplements,
        )

    def _keep_words(self, given: Found | None, shown: Found | None, sheet: Sheet) -> bool:
        """Keeps the service's answer, and the page where it tells more. Whether minutes or decisions are held."""
        said = self._said(sheet)
        if given and (given.sheet.has_items or sheet.cancelled):
            digest = hashlib.sha256(given.data).hexdigest()
            self.desk.keep(_SERVICE, given.url, "meeting.xml", given.data, digest, given.reply, said)
        before = given or self._held_service()
        tells = shown is not None and (shown.sheet.has_items or sheet.cancelled or self.listed.cancelled)
        if (
            shown
            and tells
            and (not before or _tells_more(shown.sheet, before.sheet, fresh=given is not None))
        ):
            self._keep_page(shown, sheet, said)
        return bool((before and before.sheet.has_words) or (shown and shown.sheet.has_words))

    def _held_service(self) -> Found | None:
        """What the service gave at an earlier visit; it stays while the service does not answer."""
        kept = self.desk.held(_SERVICE)
        if kept is None:
            return None
        try:
            root = service.parse(self.desk.read(kept))
            sheet = service.read_sheet(root, self.ways.site, service.take_out_withheld(root))
        except Unfit:
            return None
        self.desk.wanted.add(_SERVICE)
        return Found(sheet, kept.url, b"", Reply(None))

    def _keep_page(self, shown: Found, sheet: Sheet, said: Publication) -> None:
        self.desk.keep(_PAGE, shown.url, "meeting.html", shown.data, meaning(shown.data), shown.reply, said)
        for link in shown.sheet.cut_short:
            self._page_of(link, f"{link.key}.html", sheet)
        if shown.sheet.attendance:
            self._page_of(shown.sheet.attendance, "attendance.html", sheet)

    def _page_of(self, link: Link, name: str, sheet: Sheet) -> None:
        try:
            reply = self.desk.ask(link.key, link.url, Want.PAGE)
            data, _ = notices.take_out_withheld(self._bytes(link.key, reply))
            self.desk.keep(link.key, link.url, name, data, meaning(data), reply, self._said(sheet, link))
        except FetchError as error:
            if not isinstance(error, NotThere):
                self.desk.wanted.add(link.key)
            self.desk.fail(link.url, str(error))

    def _printed(self, sheet: Sheet) -> bool:
        """The words as PDF, where neither the service nor a page gives them. Whether any were had."""
        if sheet.printed:
            link = sheet.printed[0]
            return self.desk.paper(link, replace(self._said(sheet, link), draft=sheet.draft))
        for link in sheet.packs[:1] if not sheet.links else ():
            self._pack(link, sheet)
        return False

    def _pack(self, link: Link, sheet: Sheet) -> bool:
        """A pack or a supplement: the paper itself, or a page on which to choose it."""
        between = leads_to(link.url, "mgChooseDocPack.aspx")
        return self.desk.paper(link, self._said(sheet, link), self._choose if between else None)

    def _choose(self, data: bytes) -> str | None:
        links = links_in(main_part(read_page(notices.take_out_withheld(data)[0])))
        return next((self.ways.site.link(href) for _, href in links if FILE.search(f"/{href}")), None)

    def _settle(self, sheet: Sheet, *, words: bool, shown: bool) -> None:
        """Takes away what is no longer published, and notes whether anything more is to be expected."""
        for kept in self.desk.journal.of_meeting(self.listed.id):
            if sheet.closed or (kept.key not in self.desk.wanted and self._is_gone(kept.key, sheet, shown)):
                self.desk.drop(kept.key)
        date = sheet.date or self.listed.date
        had = sheet.closed or sheet.cancelled or (words and not sheet.draft)
        settled = not self.desk.failed and (had or self.today - date > _FORGOTTEN)
        seen = Seen(self.listed.id, self.body.id, date.isoformat(), settled, sheet.withheld + sheet.closed)
        if self.desk.journal.seen.get(self.listed.id) != seen:
            self.desk.journal.add(seen)

    def _is_gone(self, key: str, sheet: Sheet, shown: bool) -> bool:
        """Whether what is not wanted was seen to be gone, rather than not seen at all."""
        if not (sheet.has_items or sheet.cancelled):
            return False
        if _OF_ITEM.fullmatch(key):
            return True
        return shown or (sheet.has_words and key.startswith(_FRAMED))

    def _said(self, sheet: Sheet, link: Link | None = None) -> Publication:
        about = Publication(
            url=link.url if link else self._page_address(),
            council=self.council,
            body=self.body.name,
            date=sheet.date or self.listed.date,
            time=sheet.time or self.listed.time,
        )
        if link is None:
            return replace(about, draft=sheet.draft)
        return replace(
            about,
            title=link.title,
            item=link.item,
            agenda_number=link.agenda_number,
            item_title=link.item_title,
            draft=sheet.draft and link.key.startswith(_FRAMED),
        )


def _tells_more(page: Sheet, held: Sheet, *, fresh: bool) -> bool:
    """Whether a page has words that the service's answer, fresh or of an earlier visit, has not."""
    return page.has_words and (not held.has_words or (not fresh and held.draft and not page.draft))
