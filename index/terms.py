"""What the papers held explain of their own words: kept beside the passages that say it, gone when they go."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from itertools import chain

from corpus.models import Paper
from corpus.parts.glossary import Explanation, read_explanations
from index.catalogue import Catalogue
from index.models import TermRecord

_INSERT = (
    "INSERT INTO terms SELECT id, ?, ?, ?, ? FROM passages "
    'WHERE document = ? AND start <= ? AND "end" >= ? ORDER BY id LIMIT 1'
)


def explanations_of(paper: Paper) -> tuple[Explanation, ...]:
    """What the sections of a paper explain, in the order printed within each meeting."""
    text = paper.document.text
    return tuple(
        each
        for meeting in paper.meetings
        for section in chain(meeting.sections, *(item.sections for item in meeting.items))
        for each in read_explanations(text, section.span.start, section.span.end, section.heading)
    )


def insert_terms(connection: sqlite3.Connection, document: str, explanations: Iterable[Explanation]) -> None:
    """Keeps what a document explains. Its passages are in; words that no one of them holds whole are left out."""
    connection.executemany(
        _INSERT,
        (
            (each.short, each.long, each.start, each.end, document, each.start, each.end)
            for each in explanations
        ),
    )


def read_terms(catalogue: Catalogue) -> tuple[TermRecord, ...]:
    """Everything explained, the papers in order."""
    rows = catalogue.rows('SELECT passage, short, long, start, "end" FROM terms ORDER BY passage, start')
    passages = catalogue.passages_by_id([passage for passage, *_ in rows])
    return tuple(
        TermRecord(short, long, passages[passage], start, end) for passage, short, long, start, end in rows
    )
