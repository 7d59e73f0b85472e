"""What an ingest and a check of a library say of themselves."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class PaperReport:
    """What became of one paper in an ingest."""

    document: str  # the id held, or the path as given when nothing is held
    status: str  # added | replaced | unchanged | duplicate | failed | skipped | removed
    kind: str | None = None  # PaperKind value
    body: str | None = None
    dates: tuple[dt.date, ...] = ()
    items: int = 0
    decisions: int = 0
    passages: int = 0
    warnings: tuple[str, ...] = ()
    reason: str | None = None  # why it failed, was skipped or was not needed: goes on after "name: "


@dataclass(frozen=True, slots=True)
class IngestReport:
    """What an ingest did, paper by paper in the order met, and what the library holds after it."""

    papers: tuple[PaperReport, ...]
    documents: int  # held now
    passages: int  # held now
    embedded: int  # passages whose vectors had to be computed
    seconds: float

    def count(self, status: str) -> int:
        return sum(paper.status == status for paper in self.papers)

    @property
    def changed(self) -> bool:
        return any(paper.status in ("added", "replaced", "removed") for paper in self.papers)


class Progress(Protocol):
    """Told how an ingest gets on, from the thread that runs it."""

    def reading(self, done: int, total: int, name: str) -> None:
        """`done` of `total` papers have been read; `name` is read next ("" at the end)."""
        ...

    def embedding(self, done: int, total: int) -> None:
        """`done` of `total` passages have their vectors."""
        ...


@dataclass(frozen=True, slots=True)
class LibraryHealth:
    """Whether a library is sound. `faults` lose answers; `remarks` are mended by themselves."""

    path: str
    faults: tuple[str, ...]
    remarks: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]  # ("model", "all-MiniLM-L6-v2"), ...

    @property
    def sound(self) -> bool:
        return not self.faults
