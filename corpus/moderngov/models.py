"""The words of a site: bodies, their meetings, the papers linked; and what can go wrong in getting them.

CorpusError
    FetchError          one thing could not be had; the message is a clause: "it is larger than 20 MB"
        NotThere        the site itself says that there is no such thing
            NotOpen     the site asks for a log-in: it is not open to the public
        Unavailable     no answer, or a refusal, after as many tries as are polite
            Down        no connection can be made
            Blocked     scripts are turned away altogether
        Unfit           what came is not what was asked for, or is not to be trusted
            TooLarge    larger than anything of its kind
        Disallowed      robots.txt asks that it be left alone
    SiteError           nothing can be fetched, or nothing more; the message is a sentence with the remedy
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import Enum

from corpus.models import CorpusError


class FetchError(CorpusError):
    """One thing could not be had. It is `lasting` when it is not worth asking again."""

    lasting = False


class NotThere(FetchError):
    """404, 410, or a redirect to the site's own page for errors."""


class NotOpen(NotThere):
    """The site asks for a log-in."""


class Unavailable(FetchError):
    """No answer, or a refusal, after every try."""


class Down(Unavailable):
    """No connection can be made, so that asking for anything else is of no use either."""


class Blocked(Unavailable):
    """A guard before the site turns scripts away; trying again does not help."""


class Unfit(FetchError):
    """Too large, too slow, of another kind, from another host."""


class TooLarge(Unfit):
    """Larger than anything of its kind."""

    lasting = True


class Disallowed(FetchError):
    """robots.txt asks that it be left alone."""

    lasting = True


class SiteError(CorpusError):
    """Nothing can be fetched from the site, or nothing more in this run."""


class Want(Enum):
    """What is asked for; decides what is accepted, and how much of it."""

    XML = "the web service's XML"
    PAGE = "a web page"
    PAPER = "a paper"
    PACK = "a pack of papers, or the page on which to choose one"
    RULES = "robots.txt"


@dataclass(frozen=True, slots=True)
class Body:
    """A committee, panel or cabinet as the site lists it."""

    id: int
    name: str
    expired: bool = False
    deleted: bool = False

    @property
    def holds_meetings(self) -> bool:
        """False for the constitution, which sites list as if it were a committee."""
        words = {word for word in self.name.casefold().split() if word not in ("the", "council", "council's")}
        return words != {"constitution"}


@dataclass(frozen=True, slots=True)
class Listed:
    """A meeting as a listing names it."""

    id: int
    date: dt.date
    time: dt.time | None = None
    said: str = ""  # "Confirmed; Special Meeting", "Agenda, Draft minutes", "CANCELLED"

    @property
    def cancelled(self) -> bool:
        return "cancelled" in self.said.casefold()

    @property
    def has_draft(self) -> bool:
        return "draft" in self.said.casefold()


@dataclass(frozen=True, slots=True)
class Link:
    """A paper as a meeting links it. `key` is the same wherever the site links the same paper."""

    key: str
    url: str
    title: str
    item: str | None = None
    agenda_number: str | None = None
    item_title: str | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the site says of one meeting, whether by its web service or on its page; nothing of it is withheld."""

    links: tuple[Link, ...] = ()  # reports and other papers of its items
    withheld: int = 0  # items and papers that are not open to the public
    has_words: bool = False  # minutes or decisions stand in it
    says_minutes: bool = False  # the site says that minutes or decisions are published
    has_items: bool = False
    cancelled: bool = False
    draft: bool = False
    closed: bool = False  # the whole meeting is not open to the public
    date: dt.date | None = None
    time: dt.time | None = None
    cut_short: tuple[Link, ...] = ()  # pages of items whose minutes the meeting's page cuts short
    attendance: Link | None = None
    printed: tuple[Link, ...] = ()  # printed minutes, then decisions: PDFs of the whole meeting
    packs: tuple[Link, ...] = ()
    supplements: tuple[Link, ...] = ()
