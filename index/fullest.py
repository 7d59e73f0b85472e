"""The one view of a matter, put together from every paper that holds it: what the fullest of them says."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence

from corpus.models import PaperKind
from index.models import DecisionRecord, ItemRecord, MatterPaper, MatterRecord, Role
from index.rows import sought

_ONLY_DECISIONS = PaperKind.DECISIONS.value
_REPORTS = (
    PaperKind.REPORT.value,
    PaperKind.UNKNOWN.value,
)  # a paper in no known layout is an appendix or the like


def fullness(item: ItemRecord) -> tuple[bool, bool, bool, bool, bool, int]:
    """How much a paper's minutes of an item are worth, higher is fuller: minutes over a list of decisions,
    approved over draft, whole over cut short, the meeting's own over those put before the next meeting in its
    pack, then the most words."""
    own = item.kind != PaperKind.REPORTS_PACK.value
    return item.words > 0, item.kind != _ONLY_DECISIONS, not item.draft, not item.truncated, own, item.words


def by_fullness(items: Iterable[ItemRecord]) -> list[ItemRecord]:
    """The fullest first; equals by key, so that the order of papers does not matter."""
    return sorted(items, key=lambda item: (*(-int(each) for each in fullness(item)), item.key))


def is_cured(item: ItemRecord, others: Iterable[ItemRecord]) -> bool:
    """Whether the minutes that a paper cuts short are held whole in another paper of the matter."""
    return item.truncated and any(
        not other.truncated and other.words >= item.words > 0 and other.kind != _ONLY_DECISIONS
        for other in others
    )


def matter_of(items: Sequence[ItemRecord]) -> MatterRecord:
    """The matter that `items`, one of each paper, are."""
    ranked = by_fullness(items)
    first = ranked[0]
    minute, agenda = _numbers(ranked)
    papers = tuple(MatterPaper(item, _role(item)) for item in ranked)
    said = any(paper.role is not Role.AGENDA for paper in papers)
    cut = first.truncated and not is_cured(first, ranked)
    return MatterRecord(
        id=min(item.key for item in items),
        council=first.council,
        body=first.body,
        date=first.date,
        number=minute,
        agenda_number=agenda,
        title=first.title or next((item.title for item in ranked if item.title), ""),
        decisions=_decisions(ranked, cut),
        truncated=cut,
        has_report=any(paper.item.has_report or paper.role is Role.REPORT for paper in papers),
        restricted=not said and any(item.restricted for item in ranked),
        withheld=max(item.withheld for item in ranked),
        draft=first.draft and first.words > 0,
        papers=papers,
    )


def in_order(matters: Iterable[MatterRecord]) -> list[MatterRecord]:
    """By date (undated last) and sitting; within a sitting as the paper with most of its items prints them."""
    held = list(matters)
    items = Counter(paper.item.document for matter in held for paper in matter.papers)

    def place(matter: MatterRecord) -> tuple[object, ...]:
        papers = [paper.item for paper in matter.papers]
        main = min(papers, key=lambda item: (-items[item.document], item.document))
        first = matter.fullest
        when = (first.date is None, first.date or dt.date.min, first.sitting or first.document)
        return *when, -items[main.document], main.document, main.start, matter.id

    return sorted(held, key=place)


def _decisions(ranked: Sequence[ItemRecord], cut: bool) -> tuple[DecisionRecord, ...]:
    """Of the fullest paper that has some; of the one with the most where the fullest is cut short."""
    taken = [item.decisions for item in ranked if item.decisions]
    return (max(taken, key=len) if cut else taken[0]) if taken else ()


def _numbers(ranked: Sequence[ItemRecord]) -> tuple[str | None, str | None]:
    """The minute number and the agenda number, each from the fullest paper that knows it.

    A number that a paper prints without saying which it is, is the minute's unless it is the agenda's.
    """
    agenda = next((item.agenda_number for item in ranked if item.agenda_number), None)
    minute = next((each.number for each in ranked if each.number and not _same(each.number, agenda)), None)
    return minute or next((item.number for item in ranked if item.number), None), agenda


def _same(number: str, other: str | None) -> bool:
    return other is not None and sought(number) == sought(other)


def _role(item: ItemRecord) -> Role:
    if item.kind == _ONLY_DECISIONS and item.words:
        return Role.DECISIONS
    if item.words:
        return Role.DRAFT_MINUTES if item.draft else Role.MINUTES
    is_report = item.has_report or (item.kind in _REPORTS and not item.restricted)
    return Role.REPORT if is_report else Role.AGENDA
