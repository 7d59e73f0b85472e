"""Reading the papers that are new or changed, and saying what became of each."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path
from types import MappingProxyType

from corpus.models import CorpusError, Paper, Publication
from corpus.parts.glossary import Explanation
from corpus.publication import fingerprint, read_publications
from index.models import Passage
from index.reports import PaperReport, Progress
from index.sources import Source, Unread, free_name, printable

# Beside the readers: what cuts passages, and what finds the papers of one matter.
_READS_TOO = (
    "passages",
    "names",
    "sittings",
    "matters",
    "fullest",
    "echoes",
    "likeness",
    "aside",
    "joining",
    "terms",
)

KEPT = "; what was held of it is kept"

WITHOUT_OCR = " without OCR"


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
    explanations: tuple[Explanation, ...] = ()
    replaces: str | None = None  # id of the held document that goes
    moved: bool = False  # held under an older path: only its source changes
    is_unreadable: bool = False  # by the paper's own fault: reading the same bytes again would end the same


@cache
def reader_version() -> str:
    """A fingerprint of the code that reads papers, so that a change to it has every paper read again."""
    import corpus

    folders = [Path(folder) for folder in corpus.__path__]
    files = [
        file for folder in folders for file in folder.rglob("*.py") if file.parent.name != "moderngov"
    ]  # fetching reads nothing
    files += [Path(__file__).with_name(f"{name}.py") for name in _READS_TOO]
    digest = hashlib.sha256()
    for file in sorted(files):
        if file.exists():
            digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def lacking(paper: Paper) -> str:
    """What is put after the reader's fingerprint when there was no OCR for pages of the paper."""
    return WITHOUT_OCR if paper.document.unread_pages else ""


def is_current(held: Held) -> bool:
    """Whether reading the same file again would give the same paper."""
    if held.reader == reader_version() + WITHOUT_OCR:
        from corpus.formats.ocr import can_read_pictures

        return not can_read_pictures()
    return held.reader == reader_version()


def read_changed(
    found: Sequence[Source | Unread],
    held: Iterable[Held],
    progress: Progress,
    unreadable: Mapping[str, str] = MappingProxyType({}),
) -> list[Reading]:
    """A reading of every paper found, in order; only new and changed ones carry a paper, and are named.

    `unreadable` holds, by checksum, why a paper could not be read before: it is not tried again.
    """
    sources = [source for source in found if isinstance(source, Source)]
    shelf, total = _Shelf(held, sources, unreadable), len(sources)
    readings: list[Reading] = []
    done = 0
    for source in found:
        if isinstance(source, Unread):
            status = "failed" if source.failed else "skipped"
            readings.append(Reading(PaperReport(source.name, status, reason=source.reason)))
            continue
        readings.append(shelf.read(source, partial(progress.reading, done, total)))
        done += 1
    progress.reading(done, total, "")
    return readings


class _Shelf:
    """What is held, by source, by content and by name, kept up as papers are read."""

    def __init__(
        self, held: Iterable[Held], sources: Iterable[Source], unreadable: Mapping[str, str]
    ) -> None:
        held, self._unreadable = list(held), unreadable
        self._by_source = {document.source: document for document in held}
        self._by_sha256 = {document.sha256: document for document in held}
        self._by_name = {document.id: document for document in held}
        self._to_come = {os.fsencode(source.path) for source in sources}
        self._published: dict[Path, dict[str, Publication]] = {}  # by folder

    def read(self, source: Source, tell: Callable[[str], None]) -> Reading:
        """The paper's reading; `tell` is told its name before it is read, or "" when it need not be."""
        key = os.fsencode(source.path)
        self._to_come.discard(key)
        try:
            sha256, size, published = self._look_at(source.path)
        except (OSError, CorpusError) as error:
            tell(source.name)
            reason = _unopened(error) if isinstance(error, OSError) else str(error)
            return _failed(source.name, reason + (KEPT if key in self._by_source else ""))
        known = self._known(source, key, sha256)
        if known is None and sha256 in self._unreadable:
            reason = self._unreadable[sha256]
            known = _failed(source.name, reason + (KEPT if key in self._by_source else ""))
        tell("" if known else source.name)
        return known or self._anew(source, key, sha256, size, published)

    def _look_at(self, path: Path) -> tuple[str, int, Publication | None]:
        """The checksum of a paper, in hex: of its bytes and of what is published of it; its size; the latter.

        Raises OSError, and CorpusError when what is kept of its publication is damaged.
        """
        if path.parent not in self._published:
            self._published[path.parent] = read_publications(path.parent)
        published = self._published[path.parent].get(path.name)
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256")
            size = file.tell()
        if published:
            digest.update(f"\0{fingerprint(published)}".encode())
        return digest.hexdigest(), size, published

    def _known(self, source: Source, key: bytes, sha256: str) -> Reading | None:
        """The reading of a paper that is held as it is; None when it has to be read."""
        old = self._by_source.get(key)
        if old:
            is_same = old.sha256 == sha256 and is_current(old)
            report = PaperReport(old.id, "unchanged", old.kind, passages=old.passages)
            return Reading(report) if is_same else None
        same = self._by_sha256.get(sha256)
        if same is None or self._will_change(same):
            return None
        if os.path.exists(same.path):
            return Reading(PaperReport(source.name, "duplicate", same.kind, reason=f"same as {same.id}"))
        return self._move(same, key) if is_current(same) else None

    def _anew(
        self, source: Source, key: bytes, sha256: str, size: int, published: Publication | None
    ) -> Reading:
        old = self._by_source.get(key)
        if not old and (same := self._by_sha256.get(sha256)) and not os.path.exists(same.path):
            old = same
        name = old.id if old else free_name(source, self._by_name)
        reading = _read(source, name, published)
        if reading.paper is None:
            reason = f"{reading.report.reason}{KEPT if old else ''}"
            return replace(reading, sha256=sha256, report=replace(reading.report, reason=reason))
        if old:
            self._forget(old)
        kind = reading.paper.kind.value
        reader = reader_version() + lacking(reading.paper)
        self._keep(Held(name, key, sha256, reader, kind, len(reading.passages)))
        report = reading.report
        if old:
            newly = (
                "now that OCR is installed"
                if old.reader.endswith(WITHOUT_OCR)
                else "by another version of the reader"
            )
            why = f"read again {newly}" if old.sha256 == sha256 else None
            report = replace(report, status="replaced", reason=why)
        return replace(
            reading, report=report, source=key, sha256=sha256, bytes=size, replaces=old.id if old else None
        )

    def _will_change(self, document: Held) -> bool:
        """Whether this ingest has yet to find that a held paper's file is no longer what it was."""
        if document.source not in self._to_come:
            return False
        try:
            return self._look_at(document.path)[0] != document.sha256
        except (OSError, CorpusError):
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


def _unopened(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "it vanished before it could be read; ingest it again"
    return f"it cannot be opened ({error.strerror or error}); check its permissions"


def _failed(name: str, reason: str) -> Reading:
    return Reading(PaperReport(name, "failed", reason=reason))


def _read(source: Source, name: str, published: Publication | None) -> Reading:
    from corpus.extract import extract
    from corpus.read import read_paper
    from index.passages import passages_of
    from index.terms import explanations_of

    try:
        paper = read_paper(extract(source.path, name, published))
        paper.document.text.encode()  # what cannot be stored must not be taken in
        passages, explanations = tuple(passages_of(paper)), explanations_of(paper)
    except CorpusError as error:
        return replace(_failed(name, str(error)), is_unreadable=True)
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
    return Reading(report, paper=paper, passages=passages, explanations=explanations)
