"""Questions put to a library's database: filters to SQL, and rows to records.

A catalogue reads from one snapshot of the database, which `renew` moves on to the newest, so that what an
asker is told fits together even while another process ingests. It may be used from several threads.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Collection, Sequence
from pathlib import Path
from threading import RLock

from index.fullest import in_order, matter_of
from index.models import (
    Coverage,
    DocumentRecord,
    Filters,
    ItemRecord,
    LibraryError,
    MatterRecord,
    MeetingRecord,
    Passage,
)
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
    select,
    sought,
)
from index.schema import file_stamp, open_to_read, plainly, read_meta

Condition = tuple[str, list[object]]  # SQL after WHERE, and its values

# What decides on the item filter: any number that the item's matter has in any paper.
OF_PASSAGE = "p.item_key IN (SELECT key FROM numbers WHERE number = ?)"
OF_ITEM = "i.key IN (SELECT key FROM numbers WHERE number = ?)"
OF_MEETING = (
    "EXISTS (SELECT 1 FROM items i JOIN numbers n USING (key) "
    "WHERE i.document = m.document AND i.meeting = m.position AND n.number = ?)"
)


class Catalogue:
    """The database of the library at `path`, open for reading. Raises LibraryError."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.meta: dict[str, str] = {}
        self._lock = RLock()
        self._stamp = file_stamp(path)
        self._connection = open_to_read(path)
        self.renew()

    def renew(self) -> None:
        """Moves on to the newest snapshot, also when the library was deleted and made again."""
        with self._lock, plainly(self.path):
            if (stamp := file_stamp(self.path)) != self._stamp:
                newer = open_to_read(self.path)
                self._connection.close()
                self._connection, self._stamp = newer, stamp
            if self._connection.in_transaction:
                self._connection.execute("COMMIT")
            self._connection.execute("BEGIN")
            self.meta = read_meta(self._connection)

    @property
    def state(self) -> tuple[object, str]:
        """Differs whenever what the library holds may differ."""
        return self._stamp, self.meta["generation"]

    def close(self) -> None:
        with self._lock:
            self._connection.close()

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[Row]:
        with self._lock, plainly(self.path):
            try:
                return self._connection.execute(sql, [_storable(value) for value in values]).fetchall()
            except sqlite3.ProgrammingError as error:  # the connection was closed
                raise LibraryError("This library has been closed; open it again.") from error

    # Records

    def documents(self) -> list[DocumentRecord]:
        rows = self.rows(select(DOCUMENT_COLUMNS, "documents", order="id"))
        return [document_from(row, self.meta["model"]) for row in rows]

    def meetings(self, filters: Filters) -> list[MeetingRecord]:
        where, values = self.condition(filters, "m", OF_MEETING)
        order = "m.date IS NULL, m.date, m.document, m.position"
        return [
            meeting_from(row) for row in self.rows(select(MEETING_COLUMNS, MEETINGS, where, order), values)
        ]

    def items(self, filters: Filters, *, closed: bool = False) -> list[ItemRecord]:
        where, values = self.condition(filters, "m", OF_ITEM)
        if closed:
            where = f"(i.restricted OR i.withheld) AND {where}"
        order = "m.date IS NULL, m.date, i.document, i.start"
        return [item_from(row) for row in self.rows(select(ITEM_COLUMNS, ITEMS, where, order), values)]

    def matters(self, filters: Filters, *, closed: bool = False) -> list[MatterRecord]:
        return self._together(self.items(filters, closed=closed))

    def matters_of(self, keys: Collection[str]) -> list[MatterRecord]:
        """The matters of these items."""
        among = "i.key IN (SELECT value FROM json_each(?))"
        rows = self.rows(select(ITEM_COLUMNS, ITEMS, among, "i.key"), [json.dumps(sorted(keys))])
        return self._together([item_from(row) for row in rows])

    def _together(self, found: Sequence[ItemRecord]) -> list[MatterRecord]:
        """The matters that `found` are of, each put together from all its papers."""
        shared = json.dumps(sorted({item.matter for item in found if item.matter}))
        of_matter = "i.matter IN (SELECT value FROM json_each(?))"
        rows = self.rows(select(ITEM_COLUMNS, ITEMS, of_matter, "i.key"), [shared])
        groups: dict[str, list[ItemRecord]] = {item.matter or item.key: [] for item in found}
        for item in [*(each for each in found if not each.matter), *map(item_from, rows)]:
            groups[item.matter or item.key].append(item)
        return in_order(matter_of(items) for items in groups.values())

    def titles(self, filters: Filters) -> list[tuple[str, str]]:
        """The key and title of every item."""
        where, values = self.condition(filters, "m", OF_ITEM)
        source = "items i JOIN meetings m ON m.document = i.document AND m.position = i.meeting"
        return [(key, title) for key, title in self.rows(select("i.key, i.title", source, where), values)]

    def item(self, key: str) -> ItemRecord:
        rows = self.rows(select(ITEM_COLUMNS, ITEMS, "i.key = ?"), [key])
        if not rows:
            raise LibraryError(f"The library holds no item {key!r}; see what it holds with: minutebook show")
        return item_from(rows[0])

    def passages(self, where: str, values: Sequence[object]) -> list[Passage]:
        sql = select(PASSAGE_COLUMNS, PASSAGES, where, "p.document, p.start, p.id")
        return [passage_from(row) for row in self.rows(sql, values)]

    def passages_by_id(self, ids: Sequence[int]) -> dict[int, Passage]:
        found = self.passages("p.id IN (SELECT value FROM json_each(?))", [json.dumps(ids)])
        return {passage.id: passage for passage in found}

    def coverage(self, filters: Filters) -> Coverage:
        """The same sitting in two papers counts once, and one that was called off does not."""
        meetings = self.meetings(filters)
        where, values = self.passage_condition(filters)
        passages = self.rows(select("p.document, count(*)", "passages p", f"{where} GROUP BY 1"), values)
        documents = {meeting.document for meeting in meetings} | {document for document, _ in passages}
        if not filters:
            documents |= {id for (id,) in self.rows("SELECT id FROM documents")}
        dated = [meeting for meeting in meetings if meeting.date]
        off = {meeting.sitting or meeting.document for meeting in dated if meeting.cancelled}
        sat = [meeting for meeting in dated if (meeting.sitting or meeting.document) not in off]
        dates = [meeting.date for meeting in dated if meeting.date]
        return Coverage(
            documents=len(documents),
            meetings=len({meeting.sitting or meeting.date for meeting in sat}),
            bodies=tuple(sorted({meeting.body for meeting in meetings if meeting.body})),
            councils=tuple(sorted({meeting.council for meeting in meetings if meeting.council})),
            first=min(dates, default=None),
            last=max(dates, default=None),
            undated=len(documents - {meeting.document for meeting in dated}),
            passages=sum(count for _, count in passages),
        )

    # Names

    def resolve(self, name: str, *, part: bool = True) -> str:
        """The id of the one document `name` stands for: an id, a file's name or path, or, with `part`, an
        unambiguous part of an id. Raises LibraryError, naming the nearest held, when there is not one."""
        found = self._named(name, part=part)
        if len(found) == 1:
            return found[0]
        if found:
            some = ", ".join(found[:4]) + (", ..." if len(found) > 4 else "")
            raise LibraryError(f"{name!r} could be any of {some}; name one of them in full.")
        raise LibraryError(f"The library holds no document {name!r}{self._nearest(name)}.")

    def _named(self, name: str, *, part: bool) -> list[str]:
        held = self.rows("SELECT id, source FROM documents ORDER BY id")
        ids = [id for id, _ in held]
        wanted = name.strip().casefold()
        if name in ids or not wanted:
            return [name] if name in ids else []
        whole = [id for id in ids if wanted in (id.casefold(), id.casefold().rsplit("/", 1)[-1])]
        whole = whole or [id for id, source in held if source == _path(name)]
        return whole or [id for id in ids if part and wanted in id.casefold()]

    def _nearest(self, name: str) -> str:
        from difflib import get_close_matches

        ids = [id for (id,) in self.rows("SELECT id FROM documents ORDER BY id")]
        holding = [id for id in ids if name.casefold() in id.casefold()]
        near = (holding or get_close_matches(name, ids, n=3, cutoff=0.3) or ids)[:3]
        return f"; the nearest held: {', '.join(near)}" if near else "; it is empty"

    # Filters

    def passage_condition(self, filters: Filters) -> Condition:
        """`filters` as SQL over `passages p`."""
        return self.condition(filters, "p", OF_PASSAGE)

    def search_condition(self, filters: Filters) -> Condition:
        """As `passage_condition`, without what a fuller paper says too unless its own document is asked for."""
        where, values = self.passage_condition(filters)
        return (where if filters.document is not None else f"{where} AND NOT p.set_aside"), values

    def condition(self, filters: Filters, table: str, of_item: str) -> Condition:
        """`filters` as SQL over a table with the columns council, body, date and document."""
        parts: list[str] = []
        values: list[object] = []
        for column in ("council", "body"):
            if (wanted := getattr(filters, column)) is not None:
                names = [name for (name,) in self.rows(select(f"DISTINCT {column}", "meetings")) if name]
                parts.append(f"{table}.{column} IN (SELECT value FROM json_each(?))")
                values.append(json.dumps(matching_names(wanted, names)))
        for operator, date in ((">=", filters.date_from), ("<=", filters.date_to)):
            if date is not None:
                parts.append(f"{table}.date {operator} ?")
                values.append(date.isoformat())
        if filters.item is not None:
            parts.append(of_item)
            values.append(sought(filters.item))
        if filters.document is not None:
            found = self._named(filters.document, part=True)
            parts.append(f"{table}.document = ?")
            values.append(found[0] if len(found) == 1 else None)
        return " AND ".join(parts) or "1", values


def _storable(value: object) -> object:
    """Half a surrogate pair, which SQLite refuses, becomes a mark that nothing held contains."""
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value


def _path(name: str) -> bytes | None:
    try:
        return os.fsencode(os.path.realpath(name))
    except ValueError:  # a NUL or half a surrogate pair: no file has that name
        return None
