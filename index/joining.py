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
from itertools import chain
from urllib.parse import urlsplit

from corpus.models import PaperKind, SectionKind
from index.echoes import Words, echoes
from index.fullest import by_fullness, is_cured
from index.matters import Standing, join
from index.models import ItemRecord, MeetingRecord
from index.names import plain_words
from index.passages import OF_MINUTES
from index.rows import (
    ITEM_COLUMNS,
    ITEMS,
    MEETING_COLUMNS,
    MEETINGS,
    item_from,
    meeting_from,
    select,
)
from index.sittings import Place, sittings_of

_WHOLE_MINUTES = (PaperKind.MINUTES.value, PaperKind.AGENDA_AND_MINUTES.value)
_ON = "m.date IN (SELECT value FROM json_each(?))"
_ITEM_NAMED = re.compile(r"\b(?:agenda\s+)?item\s+(?:no\.?\s*)?(\d{1,3}[a-z]?)\b(?![./]\d)", re.IGNORECASE)
_Passages = dict[str | None, list[Words]]  # by item key


def join_papers(connection: sqlite3.Connection, dates: Collection[str]) -> None:
    """Sittings, councils left unsaid, matters, cured cuts and echoes of the papers of these days (ISO dates)."""
    if not dates:
        return
    days = json.dumps(sorted(dates))
    _join_sittings(connection, days)
    items = [item_from(row) for row in connection.execute(select(ITEM_COLUMNS, ITEMS, _ON), [days])]
    sittings: dict[str, list[ItemRecord]] = defaultdict(list)
    for item in items:
        if item.sitting:
            sittings[item.sitting].append(item)
    placed = _placed(connection, days)
    matters = {
        key: matter
        for group in sittings.values()
        for key, matter in join([_standing(item, placed) for item in group]).items()
    }
    _write_matters(connection, items, matters)
    _write_echoes(connection, days, sittings, matters)


def _join_sittings(connection: sqlite3.Connection, days: str) -> None:
    titles: dict[tuple[str, int], set[tuple[str, ...]]] = defaultdict(set)
    for document, position, title in connection.execute(
        f"SELECT i.document, i.meeting, i.title FROM {ITEMS} WHERE {_ON}", [days]
    ):
        titles[document, position].add(plain_words(title))
    rows = connection.execute(
        f"SELECT m.document, m.position, m.council_printed, m.body, m.date, m.time, d.url FROM {MEETINGS} WHERE {_ON}",
        [days],
    )
    places = [
        Place(
            document, position, council, body, dt.date.fromisoformat(date), _time(time),
            _host(url), frozenset(titles[document, position]),
        )
        for document, position, council, body, date, time, url in rows
    ]  # fmt: skip
    sittings = sittings_of(places)
    for place in places:
        sitting = sittings.get(place)
        council = place.council or (sitting.council if sitting else None)
        where = [place.document, place.position]
        connection.execute(
            "UPDATE meetings SET sitting = ?, council = ? WHERE document = ? AND position = ?",
            [sitting.id if sitting else None, council, *where],
        )
        connection.execute(
            "UPDATE passages SET council = ? WHERE document = ? AND meeting = ? AND council IS NOT ?",
            [council, *where, council],
        )


def _host(url: str | None) -> str | None:
    try:
        return urlsplit(url).hostname if url else None
    except ValueError:  # such as half an IPv6 address
        return None


def _time(text: str | None) -> dt.time | None:
    return dt.time.fromisoformat(text) if text else None


def _placed(connection: sqlite3.Connection, days: str) -> dict[str, dict[str, str]]:
    """By document, what is published of those papers that hold no more than one item, and are of the meeting they
    were published with."""
    rows = connection.execute(
        f"SELECT d.id, d.published, m.date FROM {MEETINGS} WHERE {_ON} AND d.published IS NOT NULL "
        "AND (SELECT count(*) FROM items i WHERE i.document = d.id) = 1",
        [days],
    )
    said = ((id, date, json.loads(published)) for id, published, date in rows)
    return {id: facts for id, date, facts in said if facts.get("date", date) == date}


def _standing(item: ItemRecord, placed: dict[str, dict[str, str]]) -> Standing:
    said = placed.get(item.document, {})
    number, agenda = said.get("item"), said.get("agenda_number") or _item_named(said.get("title", ""))
    titles = tuple(title for title in (item.title, said.get("item_title")) if title)
    is_placed = number is not None or agenda is not None
    if is_placed:  # what the paper itself prints may be another number: that of its own first paragraph
        return Standing(item.key, item.document, number, agenda, titles, True)
    return Standing(item.key, item.document, item.number, item.agenda_number, titles)


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


def _write_echoes(
    connection: sqlite3.Connection,
    days: str,
    sittings: dict[str, list[ItemRecord]],
    matters: dict[str, str],
) -> None:
    meetings: dict[str, list[MeetingRecord]] = defaultdict(list)
    for row in connection.execute(
        select(MEETING_COLUMNS, MEETINGS, f"{_ON} AND m.sitting IS NOT NULL"), [days]
    ):
        meeting = meeting_from(row)
        meetings[meeting.sitting or ""].append(meeting)
    aside: set[int] = set()
    for sitting, papers in meetings.items():
        if len(papers) > 1:
            aside |= _aside(connection, papers, sittings.get(sitting, []), matters)
    connection.execute(
        "UPDATE passages SET set_aside = 0 WHERE set_aside AND document IN "
        f"(SELECT m.document FROM meetings m WHERE {_ON})",
        [days],
    )
    connection.executemany("UPDATE passages SET set_aside = 1 WHERE id = ?", [(id,) for id in sorted(aside)])


def _aside(
    connection: sqlite3.Connection,
    papers: Sequence[MeetingRecord],
    items: Sequence[ItemRecord],
    matters: dict[str, str],
) -> set[int]:
    """The passages of one sitting that are set aside."""
    held: dict[str, _Passages] = {}
    sitting = papers[0].sitting
    for document, key, *words, kind in connection.execute(
        "SELECT p.document, p.item_key, p.id, p.decision, p.text, p.truncated, p.kind FROM passages p "
        "JOIN meetings m ON m.document = p.document AND m.position = p.meeting "
        "WHERE m.sitting = ? ORDER BY p.id",
        [sitting],
    ):
        id, decision, text, truncated = words
        passage = Words(id, SectionKind(kind), decision, text, bool(truncated))
        held.setdefault(document, {}).setdefault(key, []).append(passage)
    of_matter: dict[str, list[ItemRecord]] = defaultdict(list)
    for item in items:
        of_matter[matters.get(item.key, item.key)].append(item)
    found = set(_given_way(papers, of_matter, held))
    for group in of_matter.values():
        found |= echoes([held.get(i.document, {}).get(i.key, []) for i in by_fullness(group)])
    return found | echoes([held.get(each, {}).get(None, []) for each in _by_attendance(papers, held)])


def _given_way(
    papers: Sequence[MeetingRecord],
    of_matter: dict[str, list[ItemRecord]],
    held: dict[str, _Passages],
) -> Iterable[int]:
    """The passages of draft minutes once the approved minutes of the meeting are held.

    A minute that the approved paper cuts short, or has no words of, stays: the draft alone has it whole.
    """
    minuted: dict[str, int] = defaultdict(int)
    for item in chain.from_iterable(of_matter.values()):
        minuted[item.document] += item.words > 0
    approved = {
        each.document: minuted[each.document]
        for each in papers
        if not each.draft and each.kind in _WHOLE_MINUTES and minuted[each.document]
    }
    drafts = {
        each.document
        for each in papers
        if each.draft and max(approved.values(), default=0) * 2 >= minuted[each.document] > 0
    }
    for group in of_matter.values():
        better = [item for item in group if item.document in approved]
        if not better or any(item.words and not item.truncated for item in better):
            for item in group:
                if item.document in drafts:
                    yield from _ids(held.get(item.document, {}).get(item.key, []), OF_MINUTES)
    if any(_ids(held.get(document, {}).get(None, []), OF_MINUTES) for document in approved):
        for document in drafts:
            yield from _ids(held.get(document, {}).get(None, []), OF_MINUTES)


def _ids(passages: Iterable[Words], kinds: Collection[SectionKind]) -> list[int]:
    return [each.id for each in passages if each.kind in kinds]


def _by_attendance(papers: Sequence[MeetingRecord], held: dict[str, _Passages]) -> list[str]:
    """Documents of a sitting, first the one that says most outside any item: approved over draft."""

    def worth(paper: MeetingRecord) -> tuple[bool, int, str]:
        words = sum(len(each.text) for each in held.get(paper.document, {}).get(None, []))
        return paper.draft, -words, paper.document

    return [paper.document for paper in sorted(papers, key=worth)]
