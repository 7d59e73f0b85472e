"""What has been fetched of a site, in one file that is only added to (and written anew when it grows too long).

Every line is whole by itself; a line that a killed run left torn is ignored, and so the paper it speaks of is
asked for again. Files are named below the site's folder.
"""

from __future__ import annotations

import fcntl
import json
import os
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

from corpus.moderngov.models import SiteError

JOURNAL = ".journal.jsonl"
_BUSY = "this site is being fetched by another run; wait for it to end"
_SLACK = 2000  # lines more than needed before the journal is written anew
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
        self._path = folder / JOURNAL
        self._file = _locked(self._path)
        if (
            self._path.stat().st_ino != os.fstat(self._file.fileno()).st_ino
        ):  # renewed meanwhile by another run
            self._file.close()
            raise SiteError(_BUSY)
        lines = self._read()
        if lines > 2 * len(self._entries()) + _SLACK:
            self._renew()

    def close(self) -> None:
        self._file.close()

    def add(self, entry: Kept | Seen | Dropped | About) -> None:
        """Writes an entry down; it is safe from a kill once this returns."""
        self._take(entry)
        self._file.write(_line(entry))
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

    def _entries(self) -> list[Kept | Seen | Dropped | About]:
        """All that still holds."""
        dropped = (Dropped(0, "", file) for file in sorted(self.dropped))
        about = [self.about] if self.about else []
        return [*about, *dropped, *self.kept.values(), *self.seen.values()]

    def _renew(self) -> None:
        """Leaves out what no longer holds, in one step."""
        draft = self._path.with_name(f"{JOURNAL}.new")
        draft.unlink(missing_ok=True)
        shorter = _locked(draft)
        shorter.write(b"".join(_line(entry) for entry in self._entries()))
        shorter.flush()
        os.fsync(shorter.fileno())
        draft.replace(self._path)
        self._file.close()
        self._file = shorter

    def _read(self) -> int:
        """Takes in every line, and counts them."""
        self._file.seek(0)
        data = self._file.read()
        lines = data.splitlines()
        for line in lines:
            for sort in (Kept, Seen, Dropped, About):
                if (entry := _entry(sort, line)) is not None:
                    self._take(entry)
        if data and not data.endswith(b"\n"):  # torn: what is added next begins a line of its own
            self._file.write(b"\n")
        return len(lines)


def _locked(path: Path) -> BinaryIO:
    """The file, open for adding. Raises SiteError when another process has it."""
    file = path.open("a+b")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        file.close()
        raise SiteError(_BUSY) from None
    return file


def _line(entry: Kept | Seen | Dropped | About) -> bytes:
    return json.dumps({type(entry).__name__.lower(): asdict(entry)}, ensure_ascii=False).encode() + b"\n"


def _entry(sort: type[_Entry], line: bytes) -> _Entry | None:
    """The entry of this sort on a line; None when the line is of another sort, or torn."""
    try:
        said: dict[str, Any] = json.loads(line)[sort.__name__.lower()]
        known = {field.name for field in fields(sort)}  # type: ignore[arg-type]
        return sort(**{name: value for name, value in said.items() if name in known})
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
