"""How rows of the catalogue become records: one place for the columns that are read."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

from corpus.models import SectionKind, SourceSpan
from index.decisions import decisions_from
from index.models import DocumentRecord, ItemRecord, MeetingRecord, Passage

Row = tuple[Any, ...]

PASSAGE_COLUMNS = (
    'p.id, p.document, p.page, p.start, p."end", p.text, p.heading, p.kind, p.council, p.body, p.date, '
    "p.item, p.agenda_number, p.title, p.decision, p.item_key, i.matter, "
    "p.truncated AND NOT coalesce(i.cured, 0), p.decision_truncated AND NOT coalesce(i.cured, 0), "
    "p.meeting, p.draft, p.ocr, p.set_aside, "
    "(SELECT json_group_array(n.number) FROM numbers n WHERE n.key = p.item_key)"
)
PASSAGES = "passages p LEFT JOIN items i ON i.key = p.item_key"
MEETING_COLUMNS = (
    "m.document, d.kind, m.council, m.body, m.date, m.time, m.venue, m.chair, m.present, m.apologies, d.url, "
    "m.draft, m.cancelled, m.sitting, m.position, "
    "(SELECT coalesce(sum(i.words), 0) FROM items i WHERE i.document = m.document AND i.meeting = m.position)"
)
MEETINGS = "meetings m JOIN documents d ON d.id = m.document"
ITEM_COLUMNS = (
    "i.key, i.matter, i.document, m.council, m.body, m.date, i.number, i.agenda_number, i.title, "
    'i.start, i."end", i.truncated, i.has_report, i.decisions, d.kind, i.words, m.draft, i.restricted, '
    "i.withheld, m.sitting"
)
ITEMS = (
    "items i JOIN meetings m ON m.document = i.document AND m.position = i.meeting "
    "JOIN documents d ON d.id = i.document"
)
DOCUMENT_COLUMNS = (
    "id, kind, source, sha256, bytes, length(text), page_starts, url, warnings, ingested_at, ocr_pages"
)


def select(columns: str, source: str, where: str = "1", order: str = "1") -> str:
    """The SQL of a question. Its parts are this folder's own words; whatever came from a person is bound."""
    return " ".join(("SELECT", columns, "FROM", source, "WHERE", where, "ORDER BY", order))


def sought(number: str) -> str:
    """A printed number as it is looked for: case and a trailing dot do not matter."""
    return number.strip().rstrip(".").casefold()


def passage_from(row: Row) -> Passage:
    id, document, page, start, end, text, heading, kind, council, body, date, *rest = row
    item, agenda, title, decision, key, matter, truncated, decision_truncated, *more = rest
    meeting, draft, ocr, set_aside, numbers = more
    return Passage(
        id, SourceSpan(document, page, start, end), text, heading, SectionKind(kind), council, body,
        _date(date), item, agenda, title, decision, key, matter, bool(truncated), bool(decision_truncated),
        meeting, bool(draft), bool(ocr), bool(set_aside), tuple(json.loads(numbers)),
    )  # fmt: skip


def meeting_from(row: Row) -> MeetingRecord:
    document, kind, council, body, date, time, venue, chair, present, apologies, url, *rest = row
    draft, cancelled, sitting, position, words = rest
    when = dt.time.fromisoformat(time) if time else None
    people = tuple(json.loads(present)), tuple(json.loads(apologies))
    return MeetingRecord(
        document, kind, council, body, _date(date), when, venue, chair, *people, url,
        bool(draft), bool(cancelled), sitting, position, words,
    )  # fmt: skip


def item_from(row: Row) -> ItemRecord:
    key, matter, document, council, body, date, number, agenda_number, title, *rest = row
    start, end, truncated, has_report, decisions, kind, words, draft, restricted, withheld, sitting = rest
    return ItemRecord(
        key, matter, document, council, body, _date(date), number, agenda_number, title,
        start, end, bool(truncated), bool(has_report), decisions_from(decisions), kind, words, bool(draft),
        bool(restricted), withheld, sitting,
    )  # fmt: skip


def document_from(row: Row, model: str) -> DocumentRecord:
    id, kind, source, sha256, size, characters, page_starts, url, warnings, ingested_at, ocr_pages = row
    pages = len(json.loads(page_starts)) or None
    at = dt.datetime.fromisoformat(ingested_at)
    path = bytes(source).decode("utf-8", "replace")
    told, read_by_ocr = tuple(json.loads(warnings)), tuple(json.loads(ocr_pages))
    return DocumentRecord(id, kind, path, sha256, size, characters, pages, url, told, at, model, read_by_ocr)


def _date(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None
