"""The library's SQLite database: its tables, opening it, and the lock an ingest holds.

SQLite in WAL mode is the truth. Everything a reader sees of an ingest arrives in one commit, which also
raises `generation`. Only the table `vectors` is written ahead of that commit: it is a cache by
(model, text read by the model), of which readers see nothing until a passage refers to it.
"""

from __future__ import annotations

import os
import shlex
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from index.models import LibraryError

SCHEMA = 3  # raise it when a table changes
DATABASE = "library.sqlite"
LOCK = "ingest.lock"
FETCHED = "fetched"  # the folder of papers brought from sites, within the library's own
UNNAMED = Path("library")  # the library of a person who names none

_TABLES = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE documents (
    id TEXT PRIMARY KEY, source BLOB NOT NULL UNIQUE, sha256 TEXT NOT NULL, bytes INTEGER NOT NULL,
    reader TEXT NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL, page_starts TEXT NOT NULL, url TEXT,
    warnings TEXT NOT NULL, ingested_at TEXT NOT NULL, ocr_pages TEXT NOT NULL, published TEXT);
CREATE INDEX documents_sha256 ON documents (sha256);
CREATE TABLE meetings (
    document TEXT NOT NULL REFERENCES documents ON DELETE CASCADE, position INTEGER NOT NULL,
    council TEXT, body TEXT, date TEXT, time TEXT, venue TEXT, chair TEXT, present TEXT NOT NULL,
    apologies TEXT NOT NULL, draft INTEGER NOT NULL, cancelled INTEGER NOT NULL,
    council_printed TEXT, sitting TEXT, PRIMARY KEY (document, position)) WITHOUT ROWID;
CREATE INDEX meetings_date ON meetings (date);
CREATE TABLE items (
    key TEXT PRIMARY KEY, document TEXT NOT NULL, meeting INTEGER NOT NULL, matter TEXT, number TEXT,
    agenda_number TEXT, title TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
    truncated INTEGER NOT NULL, has_report INTEGER NOT NULL, decisions TEXT NOT NULL, words INTEGER NOT NULL,
    restricted INTEGER NOT NULL, withheld INTEGER NOT NULL, cured INTEGER NOT NULL DEFAULT 0,
    FOREIGN KEY (document, meeting) REFERENCES meetings ON DELETE CASCADE);
CREATE INDEX items_document ON items (document, meeting);
CREATE INDEX items_matter ON items (matter);
CREATE TABLE numbers (
    key TEXT NOT NULL REFERENCES items ON DELETE CASCADE, number TEXT NOT NULL, printed INTEGER NOT NULL,
    PRIMARY KEY (key, number)) WITHOUT ROWID;
CREATE INDEX numbers_number ON numbers (number, key);
CREATE TABLE passages (
    id INTEGER PRIMARY KEY AUTOINCREMENT, document TEXT NOT NULL REFERENCES documents ON DELETE CASCADE,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL, page INTEGER, text TEXT NOT NULL, heading TEXT NOT NULL,
    kind TEXT NOT NULL, council TEXT, body TEXT, date TEXT, item TEXT, agenda_number TEXT, title TEXT,
    decision TEXT, item_key TEXT, truncated INTEGER NOT NULL, decision_truncated INTEGER NOT NULL,
    meeting INTEGER NOT NULL, draft INTEGER NOT NULL, ocr INTEGER NOT NULL, hash BLOB NOT NULL,
    set_aside INTEGER NOT NULL DEFAULT 0);
CREATE INDEX passages_document ON passages (document, start);
CREATE INDEX passages_item_key ON passages (item_key);
CREATE INDEX passages_sought ON passages (body, date, council, document, item_key, set_aside);
CREATE INDEX passages_set_aside ON passages (id) WHERE set_aside;
CREATE INDEX passages_hash ON passages (hash);
CREATE VIRTUAL TABLE passage_words USING fts5 (
    text, heading, content = 'passages', content_rowid = 'id',
    tokenize = 'porter unicode61 remove_diacritics 2');
CREATE TRIGGER passages_added AFTER INSERT ON passages BEGIN
    INSERT INTO passage_words (rowid, text, heading) VALUES (new.id, new.text, new.heading); END;
CREATE TRIGGER passages_removed AFTER DELETE ON passages BEGIN
    INSERT INTO passage_words (passage_words, rowid, text, heading)
    VALUES ('delete', old.id, old.text, old.heading); END;
CREATE TABLE terms (
    passage INTEGER NOT NULL REFERENCES passages ON DELETE CASCADE, short TEXT NOT NULL, long TEXT NOT NULL,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL);
CREATE INDEX terms_passage ON terms (passage);
CREATE TABLE words (word TEXT PRIMARY KEY, passages INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE vectors (hash BLOB PRIMARY KEY, vector BLOB NOT NULL);
"""


def open_to_read(library: Path) -> sqlite3.Connection:
    """A connection that may be handed between threads (its owner holds a lock). Raises LibraryError."""
    if not library.exists():
        raise LibraryError(f"There is no library at {library}; make one with: {_to_ingest(library)}")
    if not library.is_dir():
        raise LibraryError(f"{library} is a file, not a library; name the folder that holds the library.")
    database = library / DATABASE
    if not database.exists():
        if (library / FETCHED).is_dir():  # a fetch that was stopped before it read what came
            raise LibraryError(
                f"{library} holds papers that were fetched but not read yet; "
                f"run the same fetch again to go on: {_command(library)} fetch SITE"
            )
        raise LibraryError(f"{library} is not a library; make one there with: {_to_ingest(library)}")
    with plainly(library):
        connection = _connect_to_read(database)
        try:
            if not _has_tables(connection):
                raise LibraryError(f"The library at {library} was never finished; run: {_to_ingest(library)}")
            check_schema(connection, library)
        except BaseException:
            connection.close()
            raise
    return connection


def _to_ingest(library: Path) -> str:
    """The command that makes or mends this very library."""
    return f"{_command(library)} ingest PATH..."


def _command(library: Path) -> str:
    return "minutebook" if library == UNNAMED else f"minutebook --library {shlex.quote(str(library))}"


def file_stamp(library: Path) -> tuple[int, ...]:
    """Tells one database file from another made in its place; () when there is none.

    Where the folder is read-only the database is read as if nobody wrote to it, and then its time of
    change counts as well.
    """
    try:
        status = (library / DATABASE).stat()
    except OSError:
        return ()
    return (status.st_dev, status.st_ino) + (() if os.access(library, os.W_OK) else (status.st_mtime_ns,))


def _connect_to_read(database: Path) -> sqlite3.Connection:
    """In WAL mode a reader writes a little beside the database; in a read-only folder it must not try."""
    uri = database.resolve().as_uri()
    connection = sqlite3.connect(f"{uri}?mode=ro", uri=True, check_same_thread=False, isolation_level=None)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.OperationalError:
        connection.close()
        wal = database.with_name(database.name + "-wal")
        if os.access(database.parent, os.W_OK) or (wal.exists() and wal.stat().st_size):
            raise
        flags = "?mode=ro&immutable=1"
        connection = sqlite3.connect(uri + flags, uri=True, check_same_thread=False, isolation_level=None)
    return connection


def open_to_write(library: Path, model: str) -> sqlite3.Connection:
    """The database, made with an empty catalogue when there is none. Raises LibraryError."""
    with plainly(library):
        connection = sqlite3.connect(library / DATABASE, isolation_level=None, timeout=30)
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA secure_delete = ON")  # what is taken out leaves no words behind
            if not _has_tables(connection):
                make_tables(connection, model)
            check_schema(connection, library)
        except BaseException:
            connection.close()
            raise
    return connection


def make_tables(connection: sqlite3.Connection, model: str) -> None:
    meta = {"schema": str(SCHEMA), "model": model, "dimensions": "0", "generation": "0", "faiss_sha256": ""}
    connection.executescript(f"BEGIN IMMEDIATE; {_TABLES}")
    connection.executemany("INSERT INTO meta VALUES (?, ?)", meta.items())
    connection.execute("COMMIT")


def read_meta(connection: sqlite3.Connection) -> dict[str, str]:
    return dict(connection.execute("SELECT name, value FROM meta"))


def check_schema(connection: sqlite3.Connection, library: Path) -> None:
    found = read_meta(connection).get("schema", "?")
    if found != str(SCHEMA):
        age = "a newer" if found.isdigit() and int(found) > SCHEMA else "an older"
        remedy = "update Minutebook" if age == "a newer" else "ingest the papers into a new folder"
        raise LibraryError(f"The library at {library} was made by {age} version of Minutebook; {remedy}.")


def _has_tables(connection: sqlite3.Connection) -> bool:
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    return bool(tables)


@contextmanager
def plainly(library: Path) -> Iterator[None]:
    """Turns what SQLite and the file system say into one sentence with a remedy."""
    try:
        yield
    except sqlite3.OperationalError as error:
        raise LibraryError(_operational(library, str(error))) from error
    except OSError as error:
        raise LibraryError(
            f"The library at {library} cannot be written ({error.strerror or error}); nothing held was lost."
        ) from error
    except sqlite3.DatabaseError as error:
        raise LibraryError(
            f"The library at {library} is damaged ({error}); move it away and ingest the papers again."
        ) from error


def _operational(library: Path, said: str) -> str:
    if "readonly" in said or "unable to open" in said:
        return f"The library at {library} cannot be written or opened; check the folder's permissions."
    if "full" in said or "disk I/O" in said:
        return f"The disk of the library at {library} is full or failing ({said}); make room: nothing held was lost."
    if "locked" in said:
        return f"The library at {library} is busy in another process; try again when it has finished."
    return f"The library at {library} cannot be used ({said}); run: minutebook doctor"


@contextmanager
def only_writer(library: Path) -> Iterator[None]:
    """Holds the library for one ingest at a time.

    The lock is SQLite's own on an empty file: it works on every system and ends with its process,
    however that ends.
    """
    try:
        lock = sqlite3.connect(library / LOCK, timeout=0, isolation_level=None)
    except sqlite3.OperationalError as error:
        raise LibraryError(_operational(library, str(error))) from error
    try:
        try:
            lock.execute("PRAGMA journal_mode = MEMORY")  # no journal file beside an empty file
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            if "locked" in str(error):
                raise LibraryError(
                    f"Another ingest is running on the library at {library}; try again when it has finished."
                ) from error
            raise LibraryError(_operational(library, str(error))) from error
        except sqlite3.DatabaseError as error:
            raise LibraryError(_damaged_lock(library)) from error
        yield
    finally:
        lock.close()


def lock_fault(library: Path) -> str | None:
    """One sentence when the lock file holds what SQLite cannot read, so that no ingest can start."""
    if not (library / LOCK).is_file():
        return None
    try:
        uri = (library / LOCK).resolve().as_uri()
        with closing(sqlite3.connect(f"{uri}?mode=ro", uri=True, timeout=0)) as lock:
            lock.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.OperationalError:  # held by an ingest, or not ours to open: no sign of damage
        return None
    except sqlite3.DatabaseError:
        return _damaged_lock(library)
    return None


def _damaged_lock(library: Path) -> str:
    return f"The lock file of the library at {library} is damaged; delete the file {LOCK} in that folder."
