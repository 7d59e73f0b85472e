"""Known answers held against the papers they are about: do the places exist, do the facts occur there?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from corpus.models import AgendaItem, CorpusError, Meeting, Paper
from eval.known_answers import Known, Place
from eval.places import resolve, same_number
from eval.wording import fold, holds


def proofread(known: Iterable[Known], papers: Path) -> tuple[list[str], list[str]]:
    """(problems, doubts), a sentence each: a place that is not there or a fact with no alternative in any
    listed document is a problem; a fact found only elsewhere in the documents, or an alternative in other
    words than the record's, is a doubt. Without a reader of papers there is one doubt saying so."""
    try:
        from corpus.extract import extract
        from corpus.read import read_paper
    except ModuleNotFoundError as error:
        return [], [f"papers are not checked: {error}"]
    files = {
        path.relative_to(papers).as_posix(): path for path in sorted(papers.rglob("*")) if path.is_file()
    }
    if not files:
        return [f"{papers} holds no papers; name the folder the known answers are about."], []

    @cache
    def paper(name: str) -> Paper | str:
        try:
            read: Paper = read_paper(extract(files[name], name))
        except CorpusError as error:
            return str(error)
        return read

    problems: list[str] = []
    doubts: list[str] = []
    for one in known:
        read: list[tuple[Place, Paper]] = []
        for place in one.places:
            name = resolve(place.document, files)
            found = paper(name) if name else f"{place.document} names no paper, or several, in {papers}"
            if isinstance(found, str):
                problems.append(f"{one.id}: {found}")
            elif place.item is not None and not any(_items(found, place)):
                problems.append(f"{one.id}: {name} has no item {place.item}")
            else:
                read.append((place, found))
        whole = [fold(found.document.text) for _, found in read]
        listed = [words for place, found in read for words in _listed_words(found, place)]
        for group in one.facts if read else ():
            absent = [words for words in group if not any(holds(text, words) for text in whole)]
            if len(absent) == len(group):
                problems.append(f"{one.id}: no listed document holds {' or '.join(map(repr, group))}")
            elif not any(holds(text, words) for text in listed for words in group):
                doubts.append(
                    f"{one.id}: {group[0]!r} stands in a listed document, but not in a listed place"
                )
            elif absent:
                doubts.append(f"{one.id}: the listed documents do not say {', '.join(map(repr, absent))}")
    return problems, doubts


def _items(paper: Paper, place: Place) -> Iterator[tuple[Meeting, AgendaItem]]:
    for meeting in paper.meetings:
        for item in meeting.items:
            if same_number(item.number, place.item):
                yield meeting, item


def _listed_words(paper: Paper, place: Place) -> Iterator[str]:
    """Folded words a citation of the place can carry: the item's text, number, meeting date and body."""
    if place.item is None:  # outside items: what that is belongs to the reader, so the whole paper will do
        yield fold(paper.document.text)
    for meeting, item in _items(paper, place):
        date = f"{meeting.date:%-d %B %Y}" if meeting.date else ""
        yield fold(f"{paper.document.slice(item.span)} {item.number} {date} {meeting.body or ''}")
