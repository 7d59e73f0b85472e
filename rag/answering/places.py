"""How the record is named in sentences: dates, meetings, items, coverage."""

from __future__ import annotations

import datetime as dt

from corpus.models import SectionKind
from index.models import Coverage

# What kind of fact a passage is, said before its words. Only a decision block is "Decided".
SAID = {
    SectionKind.DECISION: "Decided",
    SectionKind.RECOMMENDATION: "Recommended",
    SectionKind.DISCUSSION: "Discussed",
    SectionKind.INTEREST: "Interest declared",
    SectionKind.REPORT: "Reported",
    SectionKind.TABLE: "Reported in a table",
    SectionKind.MONITOR: "In the recommendations monitor",
    SectionKind.KEY_DECISIONS: "In the register of key decisions to be taken",
    SectionKind.WORK_PROGRAMME: "Planned in the work programme",
    SectionKind.ATTENDANCE: "Recorded",
    SectionKind.AGENDA: "On the agenda",
    SectionKind.FRONT: "On the front sheet",
}


def say_date(date: dt.date) -> str:
    return f"{date.day} {date:%B %Y}"


def say_item(item: str | None, title: str | None) -> str | None:
    """ "item 27, Update on the Youth Justice Service"; None when the words stand under no item."""
    parts = [f"item {item}" if item else None, " ".join(title.split()) if title else None]
    return ", ".join(filter(None, parts)) or None


def say_coverage(coverage: Coverage) -> str:
    """ "14 meetings of 3 bodies, 10 January 2018 to 6 June 2019"."""
    if not coverage.meetings:
        return f"{_count(coverage.documents, 'paper')}, of no dated meeting"
    when = ""
    if coverage.first and coverage.last:
        when = f", {say_date(coverage.first)}"
        when += f" to {say_date(coverage.last)}" if coverage.last != coverage.first else ""
    bodies = f" of {_count(len(coverage.bodies), 'body', 'bodies')}" if coverage.bodies else ""
    undated = f" and {_count(coverage.undated, 'undated paper')}" if coverage.undated else ""
    return f"{_count(coverage.meetings, 'meeting')}{bodies}{when}{undated}"


def _count(number: int, one: str, many: str | None = None) -> str:
    return f"{number:,} {one if number == 1 else many or one + 's'}"
