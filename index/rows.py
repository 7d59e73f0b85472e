"""How records stand in the catalogue: one place for columns, so that reading and writing agree."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any

from corpus.models import Document, Meeting, Paper, SectionKind, SourceSpan
from index.models import DocumentRecord, ItemRecord, MeetingRecord, Passage

Row = tuple[Any, ...]

PASSAGE_COLUMNS = (
    'p.id, p.document, p.page, p.start, p."end", p.text, p.heading, p.kind, p.council, p.body, p.date, '
    "p.item, p.agenda_number, p.title, p.decision, p.item_key, i.matter, p.truncated, p.decision_truncated"
)
PASSAGES = "passages p LEFT JOIN items i ON i.key = p.item_key"
MEETING_COLUMNS = (
    "m.document, d.kind, m.council, m.body, m.date, m.time, m.venue, m.chair, m.present, m.apologies, d.url"
)
MEETINGS = "meetings m JOIN documents d ON d.id = m.document"
ITEM_COLUMNS = (
    "i.key, i.matter, i.document, m.council, m.body, m.date, i.number, i.agenda_number, i.title, "
    'i.start, i."end", i.truncated, i.has_report, i.decisions'
)
ITEMS = "items i JOIN meetings m ON m.document = i.document AND m.position = i.meeting"
DOCUMENT_COLUMNS = "id, kind, source, sha256, bytes, length(text), page_starts, url, warnings, ingested_at"


def select(columns: str, source: str, where: str = "1", order: str = "1") -> str:
    """The SQL of a question. Its parts are this folder's own words; whatever came from a person is bound."""
    return " ".join(("SELECT", columns, "FROM", source, "WHERE", where, "ORDER BY", order))


def sought(number: str | None) -> str | None:
    """A printed number as it is looked for: case and a trailing dot do not matter."""
    return None if number is None else number.strip().rstrip(".").casefold()


def item_key(document_id: str, meeting: int, item: int) -> str:
    """Key of the `item`th item of the `meeting`th meeting of a document, both counted from 1."""
    return f"{document_id}#{meeting}.{item}"


# Reading


def passage_from(row: Row) -> Passage:
    id, document, page, start, end, text, heading, kind, council, body, date, *rest = row
    item, agenda, title, decision, key, matter, truncated, decision_truncated = rest
    return Passage(
        id, SourceSpan(document, page, start, end), text, heading, SectionKind(kind), council, body,
        _date(date), item, agenda, title, decision, key, matter, bool(truncated), bool(decision_truncated),
    )  # fmt: skip


def meeting_from(row: Row) -> MeetingRecord:
    document, kind, council, body, date, time, venue, chair, present, apologies, url = row
    sitting = dt.time.fromisoformat(time) if time else None
    people = tuple(json.loads(present)), tuple(json.loads(apologies))
    return MeetingRecord(document, kind, council, body, _date(date), sitting, venue, chair, *people, url)


def item_from(row: Row) -> ItemRecord:
    *facts, start, end, truncated, has_report, decisions = row
    key, matter, document, council, body, date, number, agenda_number, title = facts
    taken = tuple((number, words) for number, words in json.loads(decisions))
    return ItemRecord(
        key, matter, document, council, body, _date(date), number, agenda_number, title,
        start, end, bool(truncated), bool(has_report), taken,
    )  # fmt: skip


def document_from(row: Row, model: str) -> DocumentRecord:
    id, kind, source, sha256, size, characters, page_starts, url, warnings, ingested_at = row
    pages = len(json.loads(page_starts)) or None
    at = dt.datetime.fromisoformat(ingested_at)
    path = bytes(source).decode("utf-8", "replace")
    told = tuple(json.loads(warnings))
    return DocumentRecord(id, kind, path, sha256, size, characters, pages, url, told, at, model)


def _date(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def _iso(value: dt.date | dt.time | None) -> str | None:
    return value.isoformat() if value is not None else None


# Writing


def insert_document(
    connection: sqlite3.Connection, paper: Paper, source: bytes, sha256: str, size: int, reader: str
) -> None:
    document: Document = paper.document
    now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
    told = json.dumps(paper.warnings), now
    starts = json.dumps(document.page_starts)
    facts = document.id, source, sha256, size, reader, paper.kind.value, document.text, starts, document.url
    connection.execute("INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", (*facts, *told))
    for position, meeting in enumerate(paper.meetings, start=1):
        _insert_meeting(connection, document.id, position, meeting)


def _insert_meeting(connection: sqlite3.Connection, document: str, position: int, meeting: Meeting) -> None:
    people = json.dumps(meeting.present), json.dumps(meeting.apologies)
    when = _iso(meeting.date), _iso(meeting.time)
    row = document, position, meeting.council, meeting.body, *when, meeting.venue, meeting.chair, *people
    connection.execute(
        "INSERT INTO meetings VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", (*row, int(meeting.draft))
    )
    connection.executemany(
        "INSERT INTO items VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (
                item_key(document, position, place), document, position, None, item.number,
                item.agenda_number, item.title, item.span.start, item.span.end,
                int(item.truncated), int(item.has_report),
                json.dumps([(decision.number, decision.text) for decision in item.decisions]),
                sought(item.number), sought(item.agenda_number),
            )
            for place, item in enumerate(meeting.items, start=1)
        ),
    )  # fmt: skip


def insert_passages(
    connection: sqlite3.Connection, passages: Iterable[Passage], hashes: Sequence[bytes]
) -> None:
    connection.executemany(
        "INSERT INTO passages VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (
                p.span.document_id, p.span.start, p.span.end, p.span.page, p.text, p.heading, p.kind.value,
                p.council, p.body, _iso(p.date), p.item, p.agenda_number, p.title, p.decision, p.item_key,
                int(p.truncated), int(p.decision_truncated), sought(p.item), sought(p.agenda_number), hash,
            )
            for p, hash in zip(passages, hashes, strict=True)
        ),
    )  # fmt: skip
