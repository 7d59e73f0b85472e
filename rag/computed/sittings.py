"""Meetings as the asker counts them: all papers of one sitting are one meeting."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from index.library import Library
from index.models import Filters, MeetingRecord


@dataclass(frozen=True, slots=True)
class Sitting:
    """One dated meeting, and every paper of it."""

    body: str | None
    date: dt.date
    papers: tuple[MeetingRecord, ...]  # those that tell who was there first, approved before draft

    @property
    def cancelled(self) -> bool:
        return any(paper.cancelled for paper in self.papers)

    @property
    def minuted(self) -> bool:
        """Whether some paper was written after it was held: an agenda or a pack alone does not show that it was."""
        return any(paper.words or _tells_who(paper) for paper in self.papers)

    @property
    def attendance(self) -> MeetingRecord | None:
        """The paper that tells who was there; None when none does."""
        return self.papers[0] if _tells_who(self.papers[0]) else None


def sittings(library: Library, places: Iterable[Filters]) -> list[Sitting]:
    """The dated meetings within any of `places`, by date."""
    groups: dict[str, list[MeetingRecord]] = {}
    taken = set()
    for place in places:
        for paper in library.meetings(place):
            at = paper.document, paper.position
            if paper.date and at not in taken:
                taken.add(at)
                groups.setdefault(paper.sitting or f"{paper.document}#{paper.position}", []).append(paper)
    found = [_sitting(papers) for papers in groups.values()]
    return sorted(found, key=lambda sitting: (sitting.date, sitting.body or ""))


def _sitting(papers: list[MeetingRecord]) -> Sitting:
    ranked = sorted(
        papers, key=lambda paper: (not _tells_who(paper), paper.draft, paper.document, paper.position)
    )
    body = next((paper.body for paper in ranked if paper.body), None)
    date = next(paper.date for paper in ranked if paper.date)
    return Sitting(body, date, tuple(ranked))


def _tells_who(paper: MeetingRecord) -> bool:
    return bool(paper.present or paper.apologies or paper.chair)
