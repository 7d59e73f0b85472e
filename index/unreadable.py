"""Papers that cannot be read, remembered by their checksum: a scan without words costs its OCR once."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from index.reading import KEPT, WITHOUT_OCR, Reading, reader_version

# Made where it is first needed: a library without it is whole, and nobody but an ingest looks at it.
_TABLE = (
    "CREATE TABLE IF NOT EXISTS unreadable "
    "(sha256 TEXT PRIMARY KEY, reader TEXT NOT NULL, reason TEXT NOT NULL) WITHOUT ROWID"
)


def recall(connection: sqlite3.Connection) -> dict[str, str]:
    """Checksum -> reason of each paper that this reader, with the OCR there is now, could not read."""
    ((there,),) = connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'unreadable'")
    if not there:
        return {}
    return dict(connection.execute("SELECT sha256, reason FROM unreadable WHERE reader = ?", [_reader()]))


def remember(connection: sqlite3.Connection, readings: Sequence[Reading]) -> None:
    """Keeps which of the readings found, just now, that a paper cannot be read."""
    reader = _reader()
    rows = [
        (each.sha256, reader, (each.report.reason or "").removesuffix(KEPT))
        for each in readings
        if each.is_unreadable
    ]
    connection.execute(_TABLE)
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("DELETE FROM unreadable WHERE reader != ?", [reader])
    connection.executemany("INSERT OR REPLACE INTO unreadable VALUES (?, ?, ?)", rows)
    connection.execute("COMMIT")


def _reader() -> str:
    from corpus.formats.ocr import can_read_pictures

    return reader_version() + ("" if can_read_pictures() else WITHOUT_OCR)
