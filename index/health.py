"""Whether a library is sound, in plain words, for `minutebook doctor`."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from index import vectors
from index.embed import missing_model
from index.models import LibraryError
from index.reports import LibraryHealth
from index.schema import open_to_read, plainly, read_meta


def inspect(library: Path) -> LibraryHealth:
    """Looks at everything held: seconds for thousands of papers. Raises nothing; what is wrong is a fault."""
    library = Path(library)
    try:
        with closing(open_to_read(library)) as connection, plainly(library):
            meta = read_meta(connection)
            faults = list(_faults(connection, meta))
            remarks = list(_remarks(connection, library, meta))
            facts = tuple(_facts(connection, library, meta))
    except LibraryError as error:
        return LibraryHealth(str(library), (str(error),), (), ())
    return LibraryHealth(str(library), tuple(faults), tuple(remarks), facts)


def _faults(connection: sqlite3.Connection, meta: dict[str, str]) -> Iterator[str]:
    again = "; move the library away and ingest the papers again"
    damage = [line for (line,) in connection.execute("PRAGMA integrity_check(3)") if line != "ok"]
    if damage:
        yield f"The database is damaged ({'; '.join(damage)}){again}."
        return
    if _words_disagree(connection):
        yield f"The word index does not agree with the passages{again}."
    strayed = sum(1 for _ in _strayed_passages(connection))
    if strayed:
        yield f"{strayed} passages are not what their papers say at that place{again}."
    (missing,) = connection.execute(
        "SELECT count(*) FROM passages WHERE hash NOT IN (SELECT hash FROM vectors)"
    ).fetchone()
    if missing:
        yield f"{missing} passages have no vector{again}."
    if (reason := missing_model(meta["model"])) is not None:
        yield reason


def _words_disagree(connection: sqlite3.Connection) -> bool:
    """FTS5 checks itself by a command that writes, so it is asked of a copy in memory."""
    with closing(sqlite3.connect(":memory:")) as copy:
        connection.backup(copy)
        try:
            copy.execute("INSERT INTO passage_words (passage_words, rank) VALUES ('integrity-check', 1)")
        except sqlite3.DatabaseError:
            return True
    return False


def _strayed_passages(connection: sqlite3.Connection) -> Iterator[int]:
    for document, text in connection.execute("SELECT id, text FROM documents"):
        passages = connection.execute(
            'SELECT id, start, "end", text FROM passages WHERE document = ?', [document]
        )
        yield from (id for id, start, end, words in passages if text[start:end] != words)


def _remarks(connection: sqlite3.Connection, library: Path, meta: dict[str, str]) -> Iterator[str]:
    if not vectors.is_whole(library, int(meta["generation"]), meta["faiss_sha256"]):
        yield "The vector file is missing or damaged; it is made again in memory until the next ingest mends it."
    (waiting,) = connection.execute(
        "SELECT count(*) FROM vectors WHERE hash NOT IN (SELECT hash FROM passages)"
    ).fetchone()
    if waiting:
        yield f"{waiting} vectors of an ingest that did not finish are kept for the next."
    sources = connection.execute("SELECT id, source FROM documents ORDER BY id")
    gone = [id for id, source in sources if not os.path.exists(os.fsdecode(source))]
    if gone:
        some = ", ".join(gone[:3]) + (", ..." if len(gone) > 3 else "")
        yield f"The files of {len(gone)} papers held are gone: {some}."


def _facts(connection: sqlite3.Connection, library: Path, meta: dict[str, str]) -> Iterator[tuple[str, str]]:
    ((papers,),) = connection.execute("SELECT count(*) FROM documents")
    ((passages,),) = connection.execute("SELECT count(*) FROM passages")
    ((decisions,),) = connection.execute("SELECT coalesce(sum(json_array_length(decisions)), 0) FROM items")
    yield "papers", f"{papers:,}"
    yield "decisions", f"{decisions:,}"
    yield "passages", f"{passages:,}"
    yield "embedding model", f"{meta['model']} ({meta['dimensions']} dimensions)"
    yield "made by schema", f"{meta['schema']}, changed {meta['generation']} times"
    size = sum(file.stat().st_size for file in library.iterdir() if file.is_file())
    yield "size on disk", f"{size / 1e6:.1f} MB"
