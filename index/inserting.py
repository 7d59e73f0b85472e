"""How what was read of a paper becomes rows of the catalogue."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence

from corpus.models import AgendaItem, Document, Meeting, Paper
from corpus.publication import fingerprint
from index.decisions import decisions_text
from index.models import Passage
from index.passages import OF_MINUTES
from index.rows import sought


def item_key(document_id: str, meeting: int, item: int) -> str:
    """Key of the `item`th item of the `meeting`th meeting of a document, both counted from 1."""
    return f"{document_id}#{meeting}.{item}"


def insert_document(
    connection: sqlite3.Connection, paper: Paper, source: bytes, sha256: str, size: int, reader: str
) -> None:
    document: Document = paper.document
    now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
    published = fingerprint(document.published) if document.published else None
    told = json.dumps(paper.warnings), now, json.dumps(document.ocr_pages), published
    starts = json.dumps(document.page_starts)
    facts = document.id, source, sha256, size, reader, paper.kind.value, document.text, starts, document.url
    connection.execute(f"INSERT INTO documents VALUES ({_marks(13)})", (*facts, *told))
    for position, meeting in enumerate(paper.meetings, start=1):
        _insert_meeting(connection, document, position, meeting)


def _insert_meeting(
    connection: sqlite3.Connection, document: Document, position: int, meeting: Meeting
) -> None:
    people = json.dumps(meeting.present), json.dumps(meeting.apologies)
    when = _iso(meeting.date), _iso(meeting.time)
    row = document.id, position, meeting.council, meeting.body, *when, meeting.venue, meeting.chair, *people
    known = int(meeting.draft), int(meeting.cancelled), meeting.council, None
    connection.execute(f"INSERT INTO meetings VALUES ({_marks(14)})", (*row, *known))
    keyed = [
        (item_key(document.id, position, place), item) for place, item in enumerate(meeting.items, start=1)
    ]
    connection.executemany(
        f"INSERT INTO items VALUES ({_marks(16)})",
        (
            (
                key, document.id, position, None, item.number, item.agenda_number, item.title,
                item.span.start, item.span.end, int(item.truncated), int(item.has_report),
                decisions_text(item.decisions), _words(document, item), int(item.restricted), item.withheld, 0,
            )
            for key, item in keyed
        ),
    )  # fmt: skip
    connection.executemany(
        "INSERT OR IGNORE INTO numbers VALUES (?, ?, 1)",
        ((key, number) for key, item in keyed for number in _numbers(item)),
    )


def _words(document: Document, item: AgendaItem) -> int:
    """How many words the paper's minutes of an item have."""
    return sum(len(document.slice(each.span).split()) for each in item.sections if each.kind in OF_MINUTES)


def _numbers(item: AgendaItem) -> Iterator[str]:
    return (sought(number) for number in (item.number, item.agenda_number) if number)


def insert_passages(
    connection: sqlite3.Connection, passages: Iterable[Passage], hashes: Sequence[bytes]
) -> None:
    connection.executemany(
        f"INSERT INTO passages VALUES (NULL, {_marks(21)}, 0)",
        (
            (
                p.span.document_id, p.span.start, p.span.end, p.span.page, p.text, p.heading, p.kind.value,
                p.council, p.body, _iso(p.date), p.item, p.agenda_number, p.title, p.decision, p.item_key,
                int(p.truncated), int(p.decision_truncated), p.meeting, int(p.draft), int(p.ocr), hash,
            )
            for p, hash in zip(passages, hashes, strict=True)
        ),
    )  # fmt: skip


def _marks(number: int) -> str:
    return ", ".join("?" * number)


def _iso(value: dt.date | dt.time | None) -> str | None:
    return value.isoformat() if value is not None else None
