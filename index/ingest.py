"""Ingesting papers: read, embed, and change the library in one commit.

A killed ingest leaves the library as it was. Reading happens in memory; vectors, the slow part, go to a
cache that readers do not look at, so that the next run takes up where this one stopped; then one
transaction replaces the catalogue, the words and the generation, together with the checksum of a
vector file that is already on disk under its new name.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from time import monotonic

from index import vectors
from index.embed import BUNDLED, chosen_model
from index.library import other_model
from index.models import Embedder, LibraryError
from index.reading import Held, read_changed
from index.reports import IngestReport, PaperReport, Progress
from index.schema import DATABASE, LOCK, only_writer, open_to_read, open_to_write, plainly, read_meta
from index.sources import Source, find_papers
from index.unreadable import recall, remember
from index.writing import commit_changes, embed_missing


class Silent:
    """Progress for nobody."""

    def reading(self, done: int, total: int, name: str) -> None: ...

    def embedding(self, done: int, total: int) -> None: ...


def ingest(
    library: Path,
    inputs: Sequence[Path],
    *,
    embedder: Embedder | None = None,
    progress: Progress | None = None,
) -> IngestReport:
    """Brings the papers in `inputs` (files, folders) into the library, which is made when absent.

    Unchanged papers cost a checksum each. A paper that cannot be read is reported with the reason, and
    what was held of it stays. Raises LibraryError when the library cannot be used or written, is made
    with another model, or is being written by another process.
    """
    started = monotonic()
    library, progress = Path(library), progress or Silent()
    found = list(find_papers(inputs))
    if not (library / DATABASE).exists() and not any(isinstance(source, Source) for source in found):
        readings = read_changed(found, [], progress)  # nothing to make a library of
        return IngestReport(tuple(reading.report for reading in readings), 0, 0, 0, monotonic() - started)
    made = _make_folder(library)
    with only_writer(library), plainly(library), _cleared_away(library, made):
        asked = embedder.model if embedder else chosen_model()
        held, whole, known = _look_at(library, asked)
        readings = read_changed(found, held, progress, known)
        changed = [reading for reading in readings if reading.paper is not None]
        moved = [reading for reading in readings if reading.moved]
        reports = [reading.report for reading in readings]
        if whole and not changed and not moved:
            passages = sum(document.passages for document in held)
            if (library / DATABASE).exists() and any(reading.is_unreadable for reading in readings):
                with closing(open_to_write(library, asked or BUNDLED)) as connection:
                    remember(connection, readings)
            return IngestReport(tuple(reports), len(held), passages, 0, monotonic() - started)
        with closing(open_to_write(library, asked or BUNDLED)) as connection:
            model = _settle_model(connection, asked)
            embedded = embed_missing(connection, changed, model, embedder, progress)
            commit_changes(connection, library, changed, moved=moved)
            if any(reading.is_unreadable for reading in readings):
                remember(connection, readings)
            return _report(connection, reports, embedded, started)


def remove(library: Path, documents: Sequence[str]) -> IngestReport:
    """Takes papers out, all or none. A paper is named by its id, its file's name or its path.

    Raises LibraryError, naming the nearest held, when one is not held.
    """
    from index.catalogue import Catalogue

    started = monotonic()
    library = Path(library)
    open_to_read(library).close()  # says so when there is none
    with only_writer(library), plainly(library):
        with closing(Catalogue(library)) as catalogue:
            ids = list(dict.fromkeys(catalogue.resolve(name, part=False) for name in documents))
            kinds = {record.id: record.kind for record in catalogue.documents()}
            model = catalogue.meta["model"]
        with closing(open_to_write(library, model)) as connection:
            if ids:
                commit_changes(connection, library, [], removed=ids)
            reports = [PaperReport(id, "removed", kind=kinds[id]) for id in ids]
            return _report(connection, reports, 0, started)


def _make_folder(library: Path) -> list[Path]:
    """The folders that had to be made, innermost first."""
    if library.is_file():
        raise LibraryError(f"{library} is a file, not a library; name a folder.")
    missing = [folder for folder in (library, *library.parents) if not folder.exists()]
    try:
        library.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LibraryError(
            f"The folder {library} cannot be made ({error.strerror}); name one you may write to."
        ) from error
    return missing


@contextmanager
def _cleared_away(library: Path, made: Sequence[Path]) -> Iterator[None]:
    """Takes new folders away again, with the lock in them, when no library came of it.

    The lock is still held meanwhile, so that no other ingest is using them.
    """
    try:
        yield
    finally:
        if made and not (library / DATABASE).exists():
            with suppress(OSError):  # such as where a file in use cannot be deleted: it harms nobody
                (library / LOCK).unlink()
                for folder in made:
                    folder.rmdir()


def _look_at(library: Path, asked: str | None) -> tuple[list[Held], bool, dict[str, str]]:
    """What the library holds before the ingest, whether its vector file is whole, and the papers it knows to be
    unreadable.

    Raises LibraryError when it was made with another model.
    """
    if not (library / DATABASE).exists():
        return [], True, {}
    with closing(open_to_write(library, asked or BUNDLED)) as connection:
        rows = connection.execute(
            "SELECT id, source, sha256, reader, kind, (SELECT count(*) FROM passages WHERE document = d.id) "
            "FROM documents d ORDER BY id"
        ).fetchall()
        meta = read_meta(connection)
        made_with = meta["model"]
        if rows and asked is not None and asked != made_with:
            raise other_model(library, made_with, asked)
        generation = int(meta["generation"])
        vectors.sweep(library, keep=generation)  # what a killed ingest left
        whole = vectors.is_whole(library, generation, meta["faiss_sha256"])
        return [Held(*row) for row in rows], whole, recall(connection)


def _settle_model(connection: sqlite3.Connection, asked: str | None) -> str:
    """The library's model; one that holds nothing yet takes the model asked for."""
    made_with = read_meta(connection)["model"]
    if asked is None or asked == made_with:
        return made_with
    connection.execute("UPDATE meta SET value = ? WHERE name = 'model'", [asked])
    return asked


def _report(
    connection: sqlite3.Connection, papers: Sequence[PaperReport], embedded: int, started: float
) -> IngestReport:
    ((documents,),) = connection.execute("SELECT count(*) FROM documents")
    ((passages,),) = connection.execute("SELECT count(*) FROM passages")
    return IngestReport(tuple(papers), documents, passages, embedded, monotonic() - started)
