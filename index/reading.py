"""Reading the papers that are new or changed, and saying what became of each."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from corpus.models import CorpusError, Paper
from index.models import PaperReport, Passage, Progress
from index.sources import Source, Unread, free_name, printable


@dataclass(frozen=True, slots=True)
class Held:
    """A document the library holds already."""

    id: str
    source: bytes
    sha256: str
    reader: str
    kind: str
    passages: int

    @property
    def path(self) -> Path:
        return Path(os.fsdecode(self.source))


@dataclass(frozen=True, slots=True)
class Reading:
    """One paper's report and, when it is to be stored, everything to store."""

    report: PaperReport
    source: bytes = b""
    sha256: str = ""
    bytes: int = 0
    paper: Paper | None = None
    passages: tuple[Passage, ...] = ()
    replaces: str | None = None  # id of the held document that goes
    moved: bool = False  # held under an older path: only its source changes


@cache
def reader_version() -> str:
    """A fingerprint of the code that reads papers, so that a change to it has every paper read again."""
    import corpus

    folders = [Path(folder) for folder in corpus.__path__]
    files = [file for folder in folders for file in folder.rglob("*.py")]
    files += [Path(__file__).with_name(name) for name in ("passages.py", "matters.py")]
    digest = hashlib.sha256()
    for file in sorted(files):
        if file.exists():
            digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def read_changed(found: Sequence[Source | Unread], held: Iterable[Held], progress: Progress) -> list[Reading]:
    """A reading of every paper found, in order; only new and changed ones carry a paper."""
    sources = [source for source in found if isinstance(source, Source)]
    shelf, total = _Shelf(held, sources), len(sources)
    readings: list[Reading] = []
    done = 0
    for source in found:
        if isinstance(source, Unread):
            status = "failed" if source.failed else "skipped"
            readings.append(Reading(PaperReport(source.name, status, reason=source.reason)))
            continue
        progress.reading(done, total, source.name)
        readings.append(shelf.read(source))
        done += 1
    progress.reading(done, total, "")
    return readings


class _Shelf:
    """What is held, by source, by content and by name, kept up as papers are read."""

    def __init__(self, held: Iterable[Held], sources: Iterable[Source]) -> None:
        held = list(held)
        self._by_source = {document.source: document for document in held}
        self._by_sha256 = {document.sha256: document for document in held}
        self._by_name = {document.id: document for document in held}
        self._to_come = {os.fsencode(source.path) for source in sources}

    def read(self, source: Source) -> Reading:
        try:
            sha256, size = _sha256(source.path)
        except OSError as error:
            return _failed(source.name, _unopened(error))
        return self._compare(source, sha256, size)

    def _compare(self, source: Source, sha256: str, size: int) -> Reading:
        key = os.fsencode(source.path)
        self._to_come.discard(key)
        old = self._by_source.get(key)
        if old and old.sha256 == sha256 and old.reader == reader_version():
            return Reading(PaperReport(old.id, "unchanged", old.kind, passages=old.passages))
        if not old and (same := self._by_sha256.get(sha256)) and not self._will_change(same):
            if os.path.exists(same.path):
                return Reading(PaperReport(source.name, "duplicate", same.kind, reason=f"same as {same.id}"))
            if same.reader == reader_version():
                return self._move(same, key)
            old = same
        name = old.id if old else free_name(source, self._by_name)
        reading = _read(source, name)
        if reading.paper is None:
            kept = "; what was held of it is kept" if old else ""
            return replace(reading, report=replace(reading.report, reason=f"{reading.report.reason}{kept}"))
        if old:
            self._forget(old)
        kind = reading.paper.kind.value
        self._keep(Held(name, key, sha256, reader_version(), kind, len(reading.passages)))
        report = reading.report
        if old:
            why = "read again by another version of the reader" if old.sha256 == sha256 else None
            report = replace(report, status="replaced", reason=why)
        return replace(
            reading, report=report, source=key, sha256=sha256, bytes=size, replaces=old.id if old else None
        )

    def _will_change(self, document: Held) -> bool:
        """Whether this ingest has yet to find that a held paper's file is no longer what it was."""
        if document.source not in self._to_come:
            return False
        try:
            return _sha256(document.path)[0] != document.sha256
        except OSError:
            return False

    def _move(self, document: Held, source: bytes) -> Reading:
        self._forget(document)
        self._keep(replace(document, source=source))
        report = PaperReport(document.id, "unchanged", document.kind, passages=document.passages)
        return Reading(
            replace(report, reason="its file has moved"), source=source, replaces=document.id, moved=True
        )

    def _keep(self, document: Held) -> None:
        self._by_source[document.source] = document
        self._by_sha256[document.sha256] = document
        self._by_name[document.id] = document

    def _forget(self, document: Held) -> None:
        self._by_source.pop(document.source, None)
        if self._by_sha256.get(document.sha256) is document:
            del self._by_sha256[document.sha256]
        self._by_name.pop(document.id, None)


def _sha256(path: Path) -> tuple[str, int]:
    """The checksum of a file's bytes, in hex, and how many they are."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest(), file.tell()


def _unopened(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "it vanished before it could be read; ingest it again"
    return f"it cannot be opened ({error.strerror or error}); check its permissions"


def _failed(name: str, reason: str) -> Reading:
    return Reading(PaperReport(name, "failed", reason=reason))


def _read(source: Source, name: str) -> Reading:
    from corpus.extract import extract
    from corpus.read import read_paper
    from index.passages import passages_of

    try:
        paper = read_paper(extract(source.path, name))
        paper.document.text.encode()  # what cannot be stored must not be taken in
        passages = tuple(passages_of(paper))
    except CorpusError as error:
        return _failed(name, str(error))
    except OSError as error:
        return _failed(name, _unopened(error))
    except (ValueError, LookupError, RecursionError) as error:  # a layout nobody foresaw: the rest go on
        return _failed(name, f"the reader failed on it ({type(error).__name__}: {printable(str(error))})")
    items = [item for meeting in paper.meetings for item in meeting.items]
    report = PaperReport(
        name,
        "added",
        kind=paper.kind.value,
        body=next((meeting.body for meeting in paper.meetings if meeting.body), None),
        dates=tuple(meeting.date for meeting in paper.meetings if meeting.date),
        items=len(items),
        decisions=sum(len(item.decisions) for item in items),
        passages=len(passages),
        warnings=paper.warnings,
    )
    return Reading(report, paper=paper, passages=passages)
