"""Visiting one meeting: its words from the web service, else its page, else PDFs; then the papers it links.

The web service gives the minutes, both numbers of every item, who came and the linked papers. The page is
looked at as well: only there are supplements told, whether minutes are a draft, and printed minutes linked.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from dataclasses import dataclass, replace

from corpus.models import Publication
from corpus.moderngov import notices
from corpus.moderngov.desk import Desk
from corpus.moderngov.journal import About, Seen
from corpus.moderngov.models import Body, FetchError, Link, Listed, NotThere, Sheet, Want
from corpus.moderngov.pages import FILE, leads_to, links_in, main_part, meaning, read_council, read_page
from corpus.moderngov.ways import (
    PAGE,
    SERVICE,
    Found,
    Ways,
    from_page,
    from_service,
    from_shelf,
    held_or_come,
    page_address,
)

YOUNG = dt.timedelta(days=90)  # drafts become minutes
_FORGOTTEN = dt.timedelta(days=365)  # minutes that are not published by then will not be
_MISSES = 3  # visits after which what is linked but not there is not asked for again
_FRAMED = (SERVICE, PAGE, "attendance", "item ")  # what keys begin with that are not of linked papers
_MINUTES = (*_FRAMED, "g")  # of words of the meeting, which may be a draft
_OF_ITEM = re.compile(r"s\d+")  # the key of a paper linked to an item


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

    def run(self) -> None:
        given = from_service(self.ways, self.desk) or from_shelf(self.ways, self.desk)
        shown = self._shown(given)
        if shown is None and (given is None or not given.fresh):
            return
        sheet = self._together(given, shown)
        words = False
        if not sheet.closed:
            words = self._keep_words(given, shown, sheet)
            for link in sheet.links:
                self.desk.paper(link, self._said(sheet, link))
            if not words and not sheet.cancelled:
                words = self._printed(sheet)
            for link in sheet.supplements:
                self._pack(link, sheet)
        self.desk.tally.withheld += sheet.withheld
        self._settle(sheet, words=words, shown=shown is not None)

    def _shown(self, given: Found | None) -> Found | None:
        """What the page says, where it can be had. It is missed only where the service does not tell enough."""
        if given and given.fresh and (not self.ways.pages or given.sheet.cancelled or given.sheet.closed):
            return None
        url = page_address(self.ways, self.desk, self.body.id)
        try:
            shown = from_page(self.ways, self.desk, self.body.id)
        except FetchError as error:
            if given is None or not given.fresh:
                self._missed(url, error)
            elif given.sheet.says_minutes and not given.sheet.has_words:
                self.desk.fail(url, error)
            else:
                self.ways.page_failed(url, error)
            return None
        self._learn_council(shown.data)
        return shown

    def _missed(self, url: str, error: FetchError) -> None:
        """Neither way gives the meeting: it is gone if its page says so, and only then."""
        held = self.desk.journal.of_meeting(self.listed.id)
        if not held or not isinstance(error, NotThere):
            self.desk.fail(url, error)
            return
        for kept in held:
            self.desk.drop(kept.key)

    def _learn_council(self, data: bytes) -> None:
        journal = self.desk.journal
        if journal.about is None:
            journal.add(About(read_council(read_page(data))))
        if self.council is None and journal.about:
            self.council = journal.about.council

    def _together(self, given: Found | None, shown: Found | None) -> Sheet:
        """What both ways say. What is open to the public the service's flags alone decide where it answers."""
        if given is None or shown is None or (shown.sheet.has_items and not given.sheet.has_items):
            found = shown or given
            assert found is not None
            together = found.sheet
        else:
            together = _joined(given, shown)
        return replace(
            together,
            date=together.date or self.listed.date,
            time=together.time or self.listed.time,
            cancelled=together.cancelled or self.listed.cancelled,
        )

    def _keep_words(self, given: Found | None, shown: Found | None, sheet: Sheet) -> bool:
        """Keeps the service's answer, and the page where it tells more. Whether minutes or decisions are held."""
        if given and given.fresh and (given.sheet.has_items or sheet.cancelled):
            digest = hashlib.sha256(given.data).hexdigest()
            said = self._said(sheet)
            self.desk.keep(SERVICE, given.url, "meeting.xml", given.data, digest, given.reply, said)
        elif given:
            self.desk.wanted.add(SERVICE)  # it stays as it was while the service does not answer
        if shown and (shown.sheet.has_items or sheet.cancelled) and (not given or _tells_more(shown, given)):
            self._keep_page(shown, sheet)
        return any(found is not None and found.sheet.has_words for found in (given, shown))

    def _keep_page(self, shown: Found, sheet: Sheet) -> None:
        data = shown.data
        said = self._said(sheet)
        self.desk.keep(PAGE, shown.url, "meeting.html", data, meaning(data), shown.reply, said)
        for link in shown.sheet.cut_short:
            self._page_of(link, f"{link.key}.html", sheet)
        if shown.sheet.attendance:
            self._page_of(shown.sheet.attendance, "attendance.html", sheet)

    def _page_of(self, link: Link, name: str, sheet: Sheet) -> None:
        try:
            reply = self.desk.ask(link.key, link.url, Want.PAGE)
            data, _ = notices.take_out_withheld(held_or_come(self.desk, link.key, reply))
            self.desk.keep(link.key, link.url, name, data, meaning(data), reply, self._said(sheet, link))
        except FetchError as error:
            if not isinstance(error, NotThere):
                self.desk.wanted.add(link.key)
            self.desk.fail(link.url, error)

    def _printed(self, sheet: Sheet) -> bool:
        """The words as PDF, where neither the service nor a page gives them. Whether any were had.

        A pack is the last resort: of a meeting of which nothing else is published.
        """
        for link in sheet.printed[:1]:
            return self.desk.paper(link, self._said(sheet, link))
        if not sheet.links and (sheet.says_minutes or not sheet.has_items):
            for link in sheet.packs[:1]:
                self._pack(link, sheet)
        return False

    def _pack(self, link: Link, sheet: Sheet) -> None:
        """A pack or a supplement: the paper itself, or a page on which to choose it."""
        between = leads_to(link.url, "mgChooseDocPack.aspx")
        self.desk.paper(link, self._said(sheet, link), self._choose if between else None)

    def _choose(self, data: bytes) -> str | None:
        links = links_in(main_part(read_page(notices.take_out_withheld(data)[0])))
        return next((self.ways.site.link(href) for _, href in links if FILE.search(f"/{href}")), None)

    def _settle(self, sheet: Sheet, *, words: bool, shown: bool) -> None:
        """Takes away what is no longer published, and notes whether anything more is to be expected."""
        for kept in self.desk.journal.of_meeting(self.listed.id):
            if sheet.closed or (kept.key not in self.desk.wanted and _is_gone(kept.key, sheet, shown)):
                self.desk.drop(kept.key)
        date = sheet.date or self.listed.date
        had = sheet.closed or sheet.cancelled or (words and not sheet.draft)
        before = self.desk.journal.seen.get(self.listed.id)
        misses = (before.misses if before else 0) + 1 if self.desk.missing else 0
        ready = not self.desk.failed and (misses == 0 or misses >= _MISSES)
        settled = ready and (had or self.today - date > _FORGOTTEN)
        seen = Seen(self.listed.id, self.body.id, date.isoformat(), settled, sheet.withheld, misses)
        if before != seen:
            self.desk.journal.add(seen)

    def _said(self, sheet: Sheet, link: Link | None = None) -> Publication:
        """What is published of a paper beside its words; without a link, of the meeting's own page."""
        about = Publication(
            url=link.url if link else page_address(self.ways, self.desk, self.body.id),
            council=self.council,
            body=self.body.name,
            date=sheet.date,
            time=sheet.time,
            draft=sheet.draft and (link is None or link.key.startswith(_MINUTES)),
        )
        if link is None:
            return about
        return replace(
            about,
            title=link.title,
            item=link.item,
            agenda_number=link.agenda_number,
            item_title=link.item_title,
        )


def _joined(given: Found, shown: Found) -> Sheet:
    """The service's sheet with what only the page tells.

    An answer of an earlier visit loses what the page no longer links, and gains what it links besides.
    """
    says, page = given.sheet, shown.sheet
    links = says.links
    if not given.fresh:
        known, there = {link.key for link in says.links}, {link.key for link in page.links}
        links = (
            *(link for link in says.links if link.key in there),
            *(link for link in page.links if link.key not in known),
        )
    return replace(
        says,
        links=links,
        withheld=max(says.withheld, page.withheld),
        has_words=says.has_words or page.has_words,
        says_minutes=says.says_minutes or page.says_minutes,
        draft=page.draft if page.says_minutes else says.draft,
        cut_short=page.cut_short,
        printed=page.printed,
        packs=page.packs,
        supplements=page.supplements,
    )


def _tells_more(shown: Found, given: Found) -> bool:
    """Whether the page has words that the service's answer has not, or that have been approved since."""
    page, held = shown.sheet, given.sheet
    return page.has_words and (not held.has_words or (not given.fresh and held.draft and not page.draft))


def _is_gone(key: str, sheet: Sheet, shown: bool) -> bool:
    """Whether what is not wanted was seen to be gone, rather than not seen at all."""
    if not (sheet.has_items or sheet.cancelled):
        return False
    if _OF_ITEM.fullmatch(key):
        return True
    return shown or (sheet.has_words and key.startswith(_FRAMED))
