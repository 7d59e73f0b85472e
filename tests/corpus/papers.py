"""Papers to read in tests, made of a few words or found on disk, and what must hold of all of them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest

from corpus.extract import extract
from corpus.models import AgendaItem, Document, Meeting, Paper, SectionKind, SourceSpan
from corpus.read import read_paper

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "corpus" / "sample"
SHARED = ROOT.parent / "shared"

PAGE = """Agenda and minutes

Planning Panel - Monday 5th March, 2018 2.30 pm

Venue: Moot Hall

Items
No. Item

18/07

Dovecote Repairs pdf icon PDF 12 KB

Report of the Surveyor.

Additional documents:

Minutes:

The Surveyor spoke of the dovecote.

Decisions

1. To mend the roof.

2. To thank the Surveyor.

18/08

Date of Next Meeting

Minutes:

NOTED
"""
MINUTES = """Planning Panel

Minutes of the meeting held on 5 March 2018

Present:

Councillor Ash – in the Chair

Apologies:

Mrs A Elm

PP/18/07 Dovecote Repairs

The Surveyor spoke of the dovecote.

Decision

To mend the roof.

[Councillor Ash declared an interest in this item.]
"""
PRINTED = """MOOT DISTRICT COUNCIL
CABINET
MINUTES of a meeting of the Cabinet held in the Moot Hall on Monday, 5 March 2018.
PRESENT: Mr A Ash (Chairman) and Mrs B Elm
7. Apologies
(Item 1)
There were none.
8. Dovecote Repairs
(Item 2)
1. The Surveyor spoke.
2. RESOLVED that Cabinet:
1. mend the roof; and
2. thank the Surveyor.
3. Mr Ash closed the item.
"""
PACK = """Planning Panel

Date: Monday, 5 March 2018 Time: 2.30 pm Venue: Moot Hall

Agenda

1. Urgent Business

2.\tDovecote Repairs Report of the Surveyor\tPages 3 - 9
\tThe report asks for money.

Information about the Panel

It meets in the Moot Hall.

Moot District Council Report for Resolution

Report to:\tPlanning Panel - 5 March 2018
Subject:\tDovecote Repairs
Report of:\tThe Surveyor

Summary

The roof leaks.

Recommendations

The Panel is recommended to:

- 1. Mend the roof.

1.0 Costs

- 1.1 Slates cost £40.

Table 1: costs

Item\tTotal
Slates\t£40
"""
LAYOUTS = (PAGE, MINUTES, PRINTED, PACK)


def read(text: str) -> Paper:
    return read_paper(Document("paper.txt", text))


def read_file(path: Path) -> Paper:
    return read_paper(extract(path, path.name))


def shared(*parts: str) -> Path:
    """A real paper beside the repository; skips the test where there is none."""
    path = SHARED.joinpath(*parts)
    if not path.exists():
        pytest.skip(f"the real papers are not here ({'/'.join(parts)})")
    return path


def outline(meeting: Meeting) -> list[tuple[str | None, str | None, int, bool]]:
    """Number, agenda number, decisions and whether cut short, item by item."""
    return [(item.number, item.agenda_number, len(item.decisions), item.truncated) for item in meeting.items]


def item(paper: Paper, number: str | None, meeting: int = 0) -> AgendaItem:
    return next(each for each in paper.meetings[meeting].items if each.number == number)


def kinds(agenda_item: AgendaItem) -> list[SectionKind]:
    return [section.kind for section in agenda_item.sections]


def words(paper: Paper, agenda_item: AgendaItem, kind: SectionKind) -> list[str]:
    """The words of an item's sections of one kind."""
    return [paper.document.slice(each.span) for each in agenda_item.sections if each.kind is kind]


def check(paper: Paper) -> None:
    """What holds of every paper: spans in bounds, exact slices, no overlaps, decisions inside their items."""
    assert paper.meetings
    for meeting in paper.meetings:
        _check_span(paper, meeting.span)
        for section in meeting.sections:
            _check_span(paper, section.span)
        for each in meeting.items:
            _check_item(paper, each)


def _check_item(paper: Paper, agenda_item: AgendaItem) -> None:
    _check_span(paper, agenda_item.span)
    for section in agenda_item.sections:
        _check_span(paper, section.span)
        assert section.span.start < section.span.end
    _check_apart([section.span for section in agenda_item.sections])
    for decision in agenda_item.decisions:
        _check_span(paper, decision.span)
        assert paper.document.slice(decision.span) == decision.text != ""
        assert agenda_item.span.start <= decision.span.start < decision.span.end <= agenda_item.span.end
    decided = [section.span for section in agenda_item.sections if section.kind is SectionKind.DECISION]
    for decision in agenda_item.decisions:  # the lettered parts of one resolution share a section
        assert sum(span.start <= decision.span.start < decision.span.end <= span.end for span in decided) == 1
    for span in decided:
        assert any(span.start <= decision.span.start < span.end for decision in agenda_item.decisions)


def _check_span(paper: Paper, span: SourceSpan) -> None:
    assert span.document_id == paper.document.id
    assert 0 <= span.start <= span.end <= len(paper.document.text)
    assert span.page == paper.document.page_at(span.start)


def _check_apart(spans: Sequence[SourceSpan]) -> None:
    ordered = sorted(spans, key=lambda span: span.start)
    for before, after in pairwise(ordered):
        assert before.end <= after.start
