"""What the papers of one day are to each other, worked out anew in the commit of an ingest.

Only the days are looked at whose papers changed. Whatever is written here follows from the papers held, not
from the order in which they came: when a paper goes, all that it changed in others comes back.
"""

from __future__ import annotations

import datetime as dt
import json
import re
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from corpus.models import PaperKind, SectionKind
from index.aside import WHOLE_MINUTES, Record, set_aside
from index.echoes import Words
from index.fullest import is_cured
from index.likeness import NOTHING, Shingles, shingles
from index.matters import Standing, join
from index.models import ItemRecord
from index.names import plain_words
from index.passages import OF_MINUTES
from index.rows import ITEM_COLUMNS, ITEMS, item_from, select
from index.sittings import Place, Sitting, sittings_of

_ITEM_NAMED = re.compile(r"\b(?:agenda\s+)?item\s+(?:no\.?\s*)?(\d{1,3}[a-z]?)\b(?![./]\d)", re.IGNORECASE)


def join_papers(connection: sqlite3.Connection, dates: Collection[str]) -> None:
    """Sittings, councils left unsaid, matters, cured cuts and echoes of the papers of these days (ISO dates)."""
    for date in sorted(dates):
        _join_day(connection, date)


@dataclass(frozen=True, slots=True)
class _Paper:
    """One meeting of the day as one paper has it."""

    document: str
    position: int
    kind: str
    council: str | None  # as printed
    body: str | None
    time: dt.time | None
    draft: bool
    url: str | None
    published: str | None
    items: list[ItemRecord] = field(default_factory=list)
    outside: list[Words] = field(default_factory=list)  # passages of no item


_Held = dict[str, list[Words]]  # passages by their item's key


def _join_day(connection: sqlite3.Connection, date: str) -> None:
    papers = _papers_of(connection, date)
    held: _Held = defaultdict(list)
    if len(papers) > 1:  # a paper alone is what it is
        _read_passages(connection, date, papers, held)
    places = {key: _place(paper, held, date) for key, paper in papers.items()}
    found = sittings_of(list(places.values()))
    sittings: dict[str, list[_Paper]] = defaultdict(list)
    for key, paper in papers.items():
        sitting = found.get(places[key])
        _write_sitting(connection, paper, sitting)
        if sitting:
            sittings[sitting.id].append(paper)
    matters = {
        key: matter
        for group in sittings.values()
        for key, matter in join(
            [standing for paper in group for standing in _standings(paper, held, date)]
        ).items()
    }
    _write_matters(connection, [item for paper in papers.values() for item in paper.items], matters)
    connection.executemany(
        "UPDATE passages SET set_aside = 0 WHERE set_aside AND document = ? AND meeting = ?", list(papers)
    )
    for group in sittings.values():
        if len(group) > 1:
            _write_aside(connection, group, matters, held)


def _papers_of(connection: sqlite3.Connection, date: str) -> dict[tuple[str, int], _Paper]:
    rows = connection.execute(
        "SELECT m.document, m.position, d.kind, m.council_printed, m.body, m.time, m.draft, d.url, d.published "
        "FROM meetings m JOIN documents d ON d.id = m.document WHERE m.date = ? ORDER BY 1, 2",
        [date],
    )
    papers = {
        (document, position): _Paper(document, position, kind, council, body, _time(time), bool(draft), *rest)
        for document, position, kind, council, body, time, draft, *rest in rows
    }
    for position, *row in connection.execute(
        select(f"i.meeting, {ITEM_COLUMNS}", ITEMS, "m.date = ?", "i.document, i.start"), [date]
    ):
        item = item_from(tuple(row))
        papers[item.document, position].items.append(item)
    return papers


def _read_passages(
    connection: sqlite3.Connection, date: str, papers: dict[tuple[str, int], _Paper], held: _Held
) -> None:
    for document, position, key, id, kind, decision, text, truncated in connection.execute(
        "SELECT p.document, p.meeting, p.item_key, p.id, p.kind, p.decision, p.text, p.truncated FROM passages p "
        "JOIN meetings m ON m.document = p.document AND m.position = p.meeting WHERE m.date = ? ORDER BY p.id",
        [date],
    ):
        words = Words(id, SectionKind(kind), decision, text, bool(truncated))
        (held[key] if key else papers[document, position].outside).append(words)


def _place(paper: _Paper, held: _Held, date: str) -> Place:
    is_whole = paper.kind in WHOLE_MINUTES
    said = _said(words for item in paper.items for words in held.get(item.key, ())) if is_whole else NOTHING
    titles = frozenset(words for item in paper.items if (words := frozenset(plain_words(item.title))))
    return Place(
        paper.document, paper.position, paper.council, paper.body, dt.date.fromisoformat(date), paper.time,
        _host(paper.url), titles, said,
    )  # fmt: skip


def _said(passages: Iterable[Words]) -> Shingles:
    return shingles(each.text for each in passages if each.kind in OF_MINUTES)


def _host(url: str | None) -> str | None:
    try:
        return urlsplit(url).hostname if url else None
    except ValueError:  # such as half an IPv6 address
        return None


def _time(text: str | None) -> dt.time | None:
    return dt.time.fromisoformat(text) if text else None


def _write_sitting(connection: sqlite3.Connection, paper: _Paper, sitting: Sitting | None) -> None:
    council = paper.council or (sitting.council if sitting else None)
    where = [paper.document, paper.position]
    connection.execute(
        "UPDATE meetings SET sitting = ?, council = ? WHERE document = ? AND position = ?",
        [sitting.id if sitting else None, council, *where],
    )
    connection.execute(
        "UPDATE passages SET council = ? WHERE document = ? AND meeting = ? AND council IS NOT ?",
        [council, *where, council],
    )


def _standings(paper: _Paper, held: _Held, date: str) -> list[Standing]:
    """The paper's items; one that holds no more than one item is of the item it was published with."""
    said = json.loads(paper.published) if paper.published and len(paper.items) == 1 else {}
    if said.get("date", date) != date:  # the last meeting's minutes, say, published with an item of this one
        said = {}
    number, agenda = said.get("item"), said.get("agenda_number") or _item_named(said.get("title", ""))
    published = (said["item_title"],) if "item_title" in said else ()
    found = []
    for item in paper.items:
        titles = tuple(filter(None, (item.title, *published)))
        # what the paper itself prints may be another number: that of its own first paragraph
        is_placed = bool(number or agenda)
        printed, on_agenda = (number, agenda) if is_placed else (item.number, item.agenda_number)
        words = NOTHING if paper.kind == PaperKind.DECISIONS.value else _said(held.get(item.key, ()))
        found.append(Standing(item.key, item.document, printed, on_agenda, titles, is_placed, words))
    return found


def _item_named(title: str) -> str | None:
    """The agenda number in a link to a late paper: "Supplement: Agenda Item 2 - Fen Lane plan" -> "2"."""
    found = set(_ITEM_NAMED.findall(title))
    return found.pop() if len(found) == 1 else None


def _write_matters(
    connection: sqlite3.Connection, items: Sequence[ItemRecord], matters: dict[str, str]
) -> None:
    held: dict[str, list[ItemRecord]] = defaultdict(list)
    for item in items:
        if item.key in matters:
            held[matters[item.key]].append(item)
    connection.executemany(
        "UPDATE items SET matter = ?, cured = ? WHERE key = ?",
        [(matters.get(i.key), is_cured(i, held.get(matters.get(i.key, ""), ())), i.key) for i in items],
    )
    connection.executemany(
        "DELETE FROM numbers WHERE key = ? AND NOT printed", [(item.key,) for item in items]
    )
    connection.executemany(
        "INSERT OR IGNORE INTO numbers "
        "SELECT ?, n.number, 0 FROM numbers n JOIN items i USING (key) WHERE i.matter = ? AND n.printed",
        matters.items(),
    )


def _write_aside(
    connection: sqlite3.Connection, papers: Sequence[_Paper], matters: dict[str, str], held: _Held
) -> None:
    records = [Record(paper.document, paper.kind, paper.draft, paper.outside) for paper in papers]
    groups: dict[str, list[ItemRecord]] = defaultdict(list)
    for paper in papers:
        for item in paper.items:
            groups[matters.get(item.key, item.key)].append(item)
    aside = set_aside(records, list(groups.values()), held)
    connection.executemany("UPDATE passages SET set_aside = 1 WHERE id = ?", [(id,) for id in sorted(aside)])
