"""Writing a library: vectors ahead into the cache, then everything else in one transaction."""

from __future__ import annotations

import hashlib
import re
import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

from index import vectors
from index.embed import embedded_text, passage_embedder
from index.inserting import insert_document, insert_passages
from index.joining import join_papers
from index.models import Embedder, LibraryError, Passage
from index.reading import Reading, lacking, reader_version
from index.reports import Progress
from index.schema import read_meta
from index.terms import insert_terms

BATCH = 256  # passages embedded and committed at a time: what a kill can cost, about six seconds


def words_of(text: str) -> set[str]:
    """The lower-case words of `text`, as FTS5's tokenizer splits them, unstemmed."""
    return set(re.findall(r"[^\W_]+", text.lower()))


def vector_hash(model: str, text: str) -> bytes:
    """What a vector is kept by: the model and the text it read, so that neither is ever embedded twice."""
    return hashlib.sha256(f"{model}\0{text}".encode()).digest()


def embed_missing(
    connection: sqlite3.Connection,
    readings: Sequence[Reading],
    model: str,
    embedder: Embedder | None,
    progress: Progress,
) -> int:
    """Puts the vectors of all passages into the cache, batch by batch; how many had to be computed."""
    texts = {
        vector_hash(model, text): text
        for reading in readings
        for text in (embedded_text(passage) for passage in reading.passages)
    }
    known = {hash for (hash,) in connection.execute("SELECT hash FROM vectors")}
    # By length, longest first: a batch of like lengths has no padding, and what is too much fails at once.
    missing = sorted((hash for hash in texts if hash not in known), key=lambda hash: -len(texts[hash]))
    if not missing:
        return 0
    embedder = embedder or passage_embedder(model, len(missing))
    for start in range(0, len(missing), BATCH):
        progress.embedding(start, len(missing))
        batch = missing[start : start + BATCH]
        found = embedder.embed_passages([texts[hash] for hash in batch])
        if found.shape != (len(batch), embedder.dimensions) or not np.isfinite(found).all():
            raise LibraryError(
                f"The model {model} gave no usable vectors; name another with MINUTEBOOK_MODEL."
            )
        rows = zip(batch, (vector.tobytes() for vector in np.asarray(found, np.float32)), strict=True)
        connection.execute("BEGIN IMMEDIATE")
        connection.executemany("INSERT OR IGNORE INTO vectors VALUES (?, ?)", rows)
        connection.execute("COMMIT")
    progress.embedding(len(missing), len(missing))
    return len(missing)


def commit_changes(
    connection: sqlite3.Connection,
    library: Path,
    changed: Sequence[Reading],
    *,
    moved: Sequence[Reading] = (),
    removed: Sequence[str] = (),
) -> None:
    """All of an ingest that readers see, in one transaction.

    The new vector file is whole and on disk before the commit that names its checksum; the file of the
    generation before goes after it. A kill in between leaves a file that nobody reads.

    What is taken out is gone from the file's bytes too: it may be a paper that is no longer open to the public.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        model = read_meta(connection)["model"]
        gone = [*removed, *(reading.replaces for reading in changed if reading.replaces)]
        dates = _dates(connection, gone)
        for id in gone:
            _take_out(connection, id)
        for reading in moved:
            connection.execute(
                "UPDATE documents SET source = ? WHERE id = ?", [reading.source, reading.replaces]
            )
        for reading in changed:
            _put_in(connection, reading, model)
        come = [reading.paper.document.id for reading in changed if reading.paper]
        join_papers(connection, dates | _dates(connection, come))
        if gone:  # until its parts are merged, the word index keeps the words that were taken out
            connection.execute("INSERT INTO passage_words (passage_words) VALUES ('optimize')")
        connection.execute("DELETE FROM vectors WHERE hash NOT IN (SELECT hash FROM passages)")
        generation = _write_vectors(connection, library)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # a full disk has SQLite roll back by itself
            connection.execute("ROLLBACK")
        raise
    vectors.sweep(library, keep=generation)


def _take_out(connection: sqlite3.Connection, id: str) -> None:
    rows = connection.execute("SELECT text, heading FROM passages WHERE document = ?", [id])
    _count_words(connection, (f"{heading}\n{text}" for text, heading in rows), -1)
    connection.execute("DELETE FROM documents WHERE id = ?", [id])


def _put_in(connection: sqlite3.Connection, reading: Reading, model: str) -> None:
    assert reading.paper is not None
    reader = reader_version() + lacking(reading.paper)
    insert_document(connection, reading.paper, reading.source, reading.sha256, reading.bytes, reader)
    hashes = [vector_hash(model, embedded_text(passage)) for passage in reading.passages]
    insert_passages(connection, reading.passages, hashes)
    insert_terms(connection, reading.paper.document.id, reading.explanations)
    _count_words(connection, (_read_by_words(passage) for passage in reading.passages), +1)


def _read_by_words(passage: Passage) -> str:
    return f"{passage.heading}\n{passage.text}"


def _count_words(connection: sqlite3.Connection, texts: Iterable[str], sign: int) -> None:
    counts = Counter(word for text in texts for word in words_of(text))
    connection.executemany(
        "INSERT INTO words VALUES (?, ?) "
        "ON CONFLICT (word) DO UPDATE SET passages = passages + excluded.passages",
        ((word, sign * count) for word, count in counts.items()),
    )
    if sign < 0:
        connection.execute("DELETE FROM words WHERE passages <= 0")


def _dates(connection: sqlite3.Connection, documents: Iterable[str]) -> set[str]:
    """The days of the meetings that these papers are of."""
    sql = "SELECT date FROM meetings WHERE document = ? AND date IS NOT NULL"
    return {date for id in documents for (date,) in connection.execute(sql, [id])}


def _write_vectors(connection: sqlite3.Connection, library: Path) -> int:
    """Writes the vector file of the next generation and enters it in the transaction under way."""
    generation = int(read_meta(connection)["generation"]) + 1
    rows = connection.execute(
        "SELECT p.id, v.vector FROM passages p JOIN vectors v USING (hash) ORDER BY p.id"
    ).fetchall()
    dimensions = len(rows[0][1]) // 4 if rows else 0
    checksum = vectors.write(vectors.from_rows(rows, dimensions), library, generation) if rows else ""
    facts = {"generation": str(generation), "dimensions": str(dimensions), "faiss_sha256": checksum}
    connection.executemany("UPDATE meta SET value = ? WHERE name = ?", [(v, k) for k, v in facts.items()])
    return generation
