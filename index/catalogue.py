"""Questions put to a library's database: filters to SQL, and rows to records.

A catalogue reads from one snapshot of the database, which `renew` moves on to the newest, so that what an
asker is told fits together even while another process ingests. It may be used from several threads.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from threading import RLock

from index.models import Coverage, DocumentRecord, Filters, ItemRecord, LibraryError, MeetingRecord, Passage
from index.names import matching_names
from index.rows import (
    DOCUMENT_COLUMNS,
    ITEM_COLUMNS,
    ITEMS,
    MEETING_COLUMNS,
    MEETINGS,
    PASSAGE_COLUMNS,
    PASSAGES,
    Row,
    document_from,
    item_from,
    meeting_from,
    passage_from,
    sought,
)
from index.schema import open_to_read, plainly, read_meta

Condition = tuple[str, list[object]]  # SQL after WHERE, and its values


class Catalogue:
    """The database of the library at `path`, open for reading. Raises LibraryError."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._connection = open_to_read(path)
        self._lock = RLock()
        self.meta: dict[str, str] = {}
        self.renew()

    def renew(self) -> None:
        """Moves on to the newest snapshot."""
        with self._lock, plainly(self.path):
            if self._connection.in_transaction:
                self._connection.execute("COMMIT")
            self._connection.execute("BEGIN")
            self.meta = read_meta(self._connection)

    def close(self) -> None:
        with self._lock:
            self._connection.close()

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[Row]:
        with self._lock, plainly(self.path):
            try:
                return self._connection.execute(sql, values).fetchall()
            except sqlite3.ProgrammingError as error:  # the connection was closed
                raise LibraryError("This library has been closed; open it again.") from error

    # Records

    def documents(self) -> list[DocumentRecord]:
        rows = self.rows(f"SELECT {DOCUMENT_COLUMNS} FROM documents ORDER BY id")
        return [document_from(row, self.meta["model"]) for row in rows]

    def meetings(self, filters: Filters) -> list[MeetingRecord]:
        where, values = self.condition(filters, "m", item=_item_of_meeting)
        order = "m.date IS NULL, m.date, m.document, m.position"
        sql = f"SELECT {MEETING_COLUMNS} FROM {MEETINGS} WHERE {where} ORDER BY {order}"
        return [meeting_from(row) for row in self.rows(sql, values)]

    def items(self, filters: Filters) -> list[ItemRecord]:
        where, values = self.condition(filters, "m", item=_item_of_item)
        order = "m.date IS NULL, m.date, i.document, i.start"
        sql = f"SELECT {ITEM_COLUMNS} FROM {ITEMS} WHERE {where} ORDER BY {order}"
        return [item_from(row) for row in self.rows(sql, values)]

    def item(self, key: str) -> ItemRecord:
        rows = self.rows(f"SELECT {ITEM_COLUMNS} FROM {ITEMS} WHERE i.key = ?", [key])
        if not rows:
            raise LibraryError(f"The library holds no item {key!r}; list what it holds with: minutebook show")
        return item_from(rows[0])

    def passages(self, where: str, values: Sequence[object]) -> list[Passage]:
        sql = f"SELECT {PASSAGE_COLUMNS} FROM {PASSAGES} WHERE {where} ORDER BY p.document, p.start, p.id"
        return [passage_from(row) for row in self.rows(sql, values)]

    def passages_by_id(self, ids: Sequence[int]) -> dict[int, Passage]:
        marks = ", ".join("?" * len(ids))
        return {passage.id: passage for passage in self.passages(f"p.id IN ({marks})", ids)}

    def coverage(self, filters: Filters) -> Coverage:
        """A sitting is told by its body and date, so the same meeting in two papers counts once."""
        meetings = self.meetings(filters)
        where, values = self.condition(filters, "p", item=_item_of_passage)
        ((passages, documents),) = self.rows(
            f"SELECT count(*), count(DISTINCT p.document) FROM passages p WHERE {where}", values
        )
        dates = [meeting.date for meeting in meetings if meeting.date]
        held = {meeting.document for meeting in meetings}
        if not filters:
            ((documents,),) = self.rows("SELECT count(*) FROM documents")
        dated = {meeting.document for meeting in meetings if meeting.date}
        return Coverage(
            documents=max(documents, len(held)),
            meetings=len({((m.body or "").casefold(), m.date) for m in meetings if m.date}),
            bodies=tuple(sorted({meeting.body for meeting in meetings if meeting.body})),
            councils=tuple(sorted({meeting.council for meeting in meetings if meeting.council})),
            first=min(dates, default=None),
            last=max(dates, default=None),
            undated=max(documents, len(held)) - len(dated),
            passages=passages,
        )

    # Names

    def resolve(self, name: str) -> str:
        """The id of the one document `name` stands for: its id, or an unambiguous part of it."""
        found = self._documents_named(name)
        if len(found) == 1:
            return found[0]
        if found:
            some = ", ".join(found[:4]) + (", ..." if len(found) > 4 else "")
            raise LibraryError(f"{name!r} could be any of {some}; name one of them in full.")
        raise LibraryError(f"The library holds no document {name!r}{self._nearest(name)}.")

    def _documents_named(self, name: str) -> list[str]:
        ids = [id for (id,) in self.rows("SELECT id FROM documents ORDER BY id")]
        wanted = name.strip().casefold()
        if name in ids or not wanted:
            return [name] if name in ids else []
        whole = [id for id in ids if wanted in (id.casefold(), id.casefold().rsplit("/", 1)[-1])]
        return whole or [id for id in ids if wanted in id.casefold()]

    def _nearest(self, name: str) -> str:
        from difflib import get_close_matches

        ids = [id for (id,) in self.rows("SELECT id FROM documents ORDER BY id")]
        near = get_close_matches(name, ids, n=3, cutoff=0.3) or ids[:3]
        return f"; the nearest held: {', '.join(near)}" if near else "; it is empty"

    # Filters

    def condition(self, filters: Filters, table: str, *, item: str) -> Condition:
        """`filters` as SQL over a table with the columns council, body, date and document.

        `item` is the SQL that decides on the item filter, with the number looked for given twice.
        """
        parts: list[str] = []
        values: list[object] = []
        for column in ("council", "body"):
            if (wanted := getattr(filters, column)) is not None:
                source = "meetings" if table == "m" else "passages"
                names = [name for (name,) in self.rows(f"SELECT DISTINCT {column} FROM {source}") if name]
                chosen = matching_names(wanted, names)
                parts.append(f"{table}.{column} IN ({', '.join('?' * len(chosen))})")
                values += chosen
        for operator, date in ((">=", filters.date_from), ("<=", filters.date_to)):
            if date is not None:
                parts.append(f"{table}.date {operator} ?")
                values.append(date.isoformat())
        if filters.item is not None:
            parts.append(item)
            values += [sought(filters.item)] * 2
        if filters.document is not None:
            found = self._documents_named(filters.document)
            parts.append(f"{table}.document = ?")
            values.append(found[0] if len(found) == 1 else None)
        return " AND ".join(parts) or "1", values

    def passage_condition(self, filters: Filters) -> Condition:
        return self.condition(filters, "p", item=_item_of_passage)


_item_of_passage = "(p.item_sought = ? OR p.agenda_sought = ?)"
_item_of_item = "(i.number_sought = ? OR i.agenda_sought = ?)"
_item_of_meeting = (
    "EXISTS (SELECT 1 FROM items i WHERE i.document = m.document AND i.meeting = m.position "
    "AND (i.number_sought = ? OR i.agenda_sought = ?))"
)
