"""Known answers held against the papers they are about: do spans and places exist, do the facts occur there?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from corpus.models import CorpusError, Paper
from eval.known import Known, KnownSpan, Place, digest
from eval.models import EvaluationError
from eval.papers import Papers, items_at
from eval.wording import fold, holds


def proofread(known: Iterable[Known], folder: Path) -> tuple[list[str], list[str]]:
    """(problems, doubts), a sentence each: a span that no longer reads as it did, a place that is not there or a
    fact with no alternative in any listed document is a problem; a fact found only elsewhere in the documents, or
    an alternative in other words than the record's, is a doubt."""
    try:
        papers = Papers(folder)
    except EvaluationError as error:
        return [str(error)], []
    problems: list[str] = []
    doubts: list[str] = []
    for one in known:
        wrong, unsure = _check(one, papers)
        problems += [f"{one.id}: {reason}" for reason in wrong]
        doubts += [f"{one.id}: {reason}" for reason in unsure]
    return problems, doubts


def _check(one: Known, papers: Papers) -> tuple[list[str], list[str]]:
    problems = [reason for span in one.spans if (reason := _drifted(span, papers))]
    doubts: list[str] = []
    read: list[tuple[Place, Paper]] = []
    told = {(span.document, span.item) for span in one.spans}
    for place in one.places:
        try:
            paper = papers.paper(place.document)
        except (EvaluationError, CorpusError) as error:
            problems.append(str(error))
            continue
        if place.item is None or any(items_at(paper, place)):
            read.append((place, paper))
        elif (
            place.document,
            place.item,
        ) in told:  # the span stands where it stands, whatever the reader finds
            doubts.append(f"no item {place.item} was read in {paper.document.id}")
            read.append((Place(place.document, None), paper))
        else:
            problems.append(f"{paper.document.id} has no item {place.item}")
    if problems or not read or one.category == "count":  # the number counted need not be written anywhere
        return problems, doubts
    wrong, unsure = _check_facts(one, read, papers)
    return wrong, doubts + unsure


def _drifted(span: KnownSpan, papers: Papers) -> str | None:
    try:
        text = papers.text(span.document)
    except (EvaluationError, CorpusError):
        return None  # the place says so
    if digest(text[span.start : span.end]) == span.digest:
        return None
    return (
        f"{span.document} no longer reads as it did at {span.start}-{span.end}; "
        "find the words again: python -m eval.relocate FILE --papers DIR"
    )


def _check_facts(one: Known, read: list[tuple[Place, Paper]], papers: Papers) -> tuple[list[str], list[str]]:
    problems: list[str] = []
    doubts: list[str] = []
    whole = [papers.folded(paper.document.id) for _, paper in read]
    listed = [words for place, paper in read for words in _listed_words(paper, place, papers)]
    for group in one.facts:
        absent = [words for words in group if not any(holds(text, words) for text in whole)]
        if len(absent) == len(group):
            problems.append(f"no listed document holds {' or '.join(map(repr, group))}")
        elif not any(holds(text, words) for text in listed for words in group):
            doubts.append(f"{group[0]!r} stands in a listed document, but not in a listed place")
        elif absent:
            doubts.append(f"the listed documents do not say {', '.join(map(repr, absent))}")
    return problems, doubts


def _listed_words(paper: Paper, place: Place, papers: Papers) -> Iterator[str]:
    """Folded words a citation of the place can carry: the item's text, number, meeting date and body."""
    if place.item is None:  # outside items: what that is belongs to the reader, so the whole paper will do
        yield papers.folded(paper.document.id)
    for meeting, item in items_at(paper, place):
        date = f"{meeting.date:%-d %B %Y}" if meeting.date else ""
        yield fold(f"{paper.document.slice(item.span)} {item.number} {date} {meeting.body or ''}")
