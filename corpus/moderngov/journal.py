"""What has been fetched of a site, in one file that is only ever added to.

Every line is whole by itself; a line that a killed run left torn is ignored, and so the paper it speaks of is
asked for again. Files are named below the site's folder.
"""

from __future__ import annotations

import fcntl
import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any, TypeVar

from corpus.moderngov.models import SiteError

JOURNAL = ".journal.jsonl"
_Entry = TypeVar("_Entry")


@dataclass(frozen=True, slots=True)
class Kept:
    """A paper that lies in the site's folder."""

    meeting: int
    key: str
    url: str
    file: str
    digest: str  # of what it says; the same for copies that differ in their frame alone
    etag: str | None = None
    modified: str | None = None
    when: str = ""  # ISO time


@dataclass(frozen=True, slots=True)
class Seen:
    """A meeting that was looked at to its end."""

    meeting: int
    body: int
    date: str  # ISO
    settled: bool  # nothing more is expected of it
    withheld: int = 0
    misses: int = 0  # visits in a row at which something linked was not there


@dataclass(frozen=True, slots=True)
class Dropped:
    """A paper that was taken away again: it vanished from the site, or was closed."""

    meeting: int
    key: str
    file: str
    when: str = ""


@dataclass(frozen=True, slots=True)
class About:
    """What the site's pages say of the council; None when they were asked and do not say."""

    council: str | None = None


class Journal:
    """The journal of the site whose folder this is. Only one process may have it open; close it when done."""

    def __init__(self, folder: Path) -> None:
        self.kept: dict[tuple[int, str], Kept] = {}
        self._by_meeting: dict[int, dict[str, Kept]] = {}
        self.seen: dict[int, Seen] = {}
        self.dropped: set[str] = set()
        self.about: About | None = None
        folder.mkdir(parents=True, exist_ok=True)
        self._file = (folder / JOURNAL).open("a+b")
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            self._file.close()
            raise SiteError("this site is being fetched by another run; wait for it to end") from None
        self._read()

    def close(self) -> None:
        self._file.close()

    def add(self, entry: Kept | Seen | Dropped | About) -> None:
        """Writes an entry down; it is safe from a kill once this returns."""
        self._take(entry)
        line = {type(entry).__name__.lower(): asdict(entry)}
        self._file.write(json.dumps(line, ensure_ascii=False).encode() + b"\n")
        self._file.flush()

    def of_meeting(self, meeting: int) -> list[Kept]:
        return list(self._by_meeting.get(meeting, {}).values())

    def _take(self, entry: object) -> None:
        match entry:
            case Kept():
                self.kept[entry.meeting, entry.key] = entry
                self._by_meeting.setdefault(entry.meeting, {})[entry.key] = entry
                self.dropped.discard(entry.file)
            case Dropped():
                self.kept.pop((entry.meeting, entry.key), None)
                self._by_meeting.get(entry.meeting, {}).pop(entry.key, None)
                self.dropped.add(entry.file)
            case Seen():
                self.seen[entry.meeting] = entry
            case About():
                self.about = entry

    def _read(self) -> None:
        self._file.seek(0)
        data = self._file.read()
        for line in data.splitlines():
            for sort in (Kept, Seen, Dropped, About):
                if (entry := _entry(sort, line)) is not None:
                    self._take(entry)
        if data and not data.endswith(b"\n"):  # torn: what is added next begins a line of its own
            self._file.write(b"\n")


def _entry(sort: type[_Entry], line: bytes) -> _Entry | None:
    """The entry of this sort on a line; None when the line is of another sort, or torn."""
    try:
        said: dict[str, Any] = json.loads(line)[sort.__name__.lower()]
        known = {field.name for field in fields(sort)}  # type: ignore[arg-type]
        return sort(**{name: value for name, value in said.items() if name in known})
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
