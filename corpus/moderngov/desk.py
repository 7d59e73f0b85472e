"""The papers of one meeting: asking for them, laying them in its folder, and writing both down."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from corpus.models import Publication
from corpus.moderngov.journal import Dropped, Journal, Kept
from corpus.moderngov.models import FetchError, Link, NotOpen, NotThere, Unfit, Want
from corpus.moderngov.polite import Reply, Visitor
from corpus.moderngov.receive import suffix_of
from corpus.moderngov.shelf import (
    clear_drafts,
    held_publications,
    paper_name,
    renew_publications,
    write_file,
)

Choose = Callable[[bytes], str | None]


@dataclass(slots=True)
class Tally:
    """What became of one body's meetings and papers. `withheld`: items and papers not open to the public."""

    id: int
    name: str
    meetings: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    withheld: int = 0
    failed: int = 0


@dataclass(frozen=True, slots=True)
class Failure:
    """What could not be had, and why: a clause."""

    url: str
    reason: str


@dataclass(slots=True)
class Desk:
    """One meeting at a time. `folder` is below the site's folder `shelf`."""

    visitor: Visitor
    journal: Journal
    shelf: Path
    folder: str
    meeting: int
    tally: Tally
    failures: list[Failure]
    failed: bool = False  # something of this meeting could not be had, and may be another time
    missing: bool = False  # something that is linked is not there
    wanted: set[str] = field(default_factory=set)  # keys of what the site publishes of it now
    said: dict[str, Publication] = field(default_factory=dict)  # by file name

    def open(self) -> None:
        clear_drafts(self.shelf / self.folder)
        self.said = held_publications(self.shelf / self.folder)

    def held(self, key: str) -> Kept | None:
        """What is kept under a key and still lies there."""
        kept = self.journal.kept.get((self.meeting, key))
        return kept if kept and (self.shelf / kept.file).is_file() else None

    def read(self, kept: Kept) -> bytes:
        return (self.shelf / kept.file).read_bytes()

    def ask(self, key: str, url: str, want: Want) -> Reply:
        """As `Visitor.get`, conditional when what is held came from the same address."""
        kept = self.held(key)
        known = (kept.etag, kept.modified) if kept and kept.url == url else (None, None)
        return self.visitor.get(url, want, known)

    def fail(self, url: str, error: FetchError) -> None:
        """Notes that something could not be had, and whether that is likely to stay so."""
        if isinstance(error, NotThere):
            self.missing = True
        elif not error.lasting:
            self.failed = True
        self.tally.failed += 1
        self.failures.append(Failure(url, str(error)))

    def keep(
        self, key: str, url: str, name: str, data: bytes, digest: str, reply: Reply, said: Publication
    ) -> None:
        """Lays a file down unless it is there already; counts it, and notes what was published of it."""
        kept = self.held(key)
        self.wanted.add(key)
        if kept and (reply.data is None or kept.digest == digest):
            self.tally.unchanged += 1
            name = Path(kept.file).name
            if reply.data is None or (kept.url, kept.etag, kept.modified) == (
                url,
                reply.etag,
                reply.modified,
            ):
                self.said[name] = said
                return
        else:
            if kept:
                self.tally.changed += 1
            else:
                self.tally.new += 1
            if kept and kept.file != f"{self.folder}/{name}":
                self.drop(key)
            write_file(self.shelf / self.folder / name, data)
        when = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
        file = f"{self.folder}/{name}"
        self.journal.add(Kept(self.meeting, key, url, file, digest, reply.etag, reply.modified, when))
        self.said[name] = said

    def paper(self, link: Link, said: Publication, choose: Choose | None = None) -> bool:
        """Fetches a linked paper; False when it could not be had. What is held of it stays then, unless it is gone.

        `choose` finds the paper's address on a page that stands between, or None when there is none on it.
        """
        try:
            self._paper(link, said, choose)
        except NotOpen:
            self.tally.withheld += 1  # not wanted: what is held of it goes
        except NotThere as error:
            self.fail(link.url, error)
        except FetchError as error:
            self.wanted.add(link.key)
            self.fail(link.url, error)
            return False
        return link.key in self.wanted

    def _paper(self, link: Link, said: Publication, choose: Choose | None) -> None:
        kept = self.held(link.key)
        url = kept.url if kept and choose else link.url  # where it was found to lie behind the page
        reply = self.ask(link.key, url, Want.PACK if choose else Want.PAPER)
        if choose and reply.data is not None and suffix_of(reply.data) is None:
            if (chosen := choose(reply.data)) is None:
                return  # it would have to be built for us
            self._paper(replace(link, url=chosen), said, None)
            return
        if reply.data is None:
            assert kept is not None  # only what is held is asked for on condition
            self.keep(link.key, url, Path(kept.file).name, b"", kept.digest, reply, said)
            return
        suffix = suffix_of(reply.data)
        if suffix is None:
            raise Unfit("it is no document")
        same_sort = kept is not None and kept.file.endswith(suffix)
        name = Path(kept.file).name if kept and same_sort else paper_name(link.title, link.key, suffix)
        digest = hashlib.sha256(reply.data).hexdigest()
        self.keep(link.key, url, name, reply.data, digest, reply, said)

    def drop(self, key: str) -> None:
        """Takes a paper away: the site no longer publishes it."""
        if kept := self.journal.kept.get((self.meeting, key)):
            (self.shelf / kept.file).unlink(missing_ok=True)
            self.said.pop(Path(kept.file).name, None)
            when = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
            self.journal.add(Dropped(self.meeting, key, kept.file, when))

    def close(self) -> None:
        """Writes `papers.json` where anything in it is new."""
        if (self.shelf / self.folder).is_dir():
            renew_publications(self.shelf / self.folder, self.said)
