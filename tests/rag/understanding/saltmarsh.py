"""The names and days of a made-up borough, for questions that only a library can place."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus.models import SectionKind, SourceSpan
from index.models import Coverage, Filters, Hit, ItemRecord, MeetingRecord, Passage

COUNCIL = "Saltmarsh Borough Council"
HARBOUR = "Harbour Scrutiny Committee"
FERRIES = "Harbour Scrutiny Committee – Ferries Sub-Group"
HOUSING = "Housing & Lettings Panel"
DISTRICT = "Municipal District of Newton West"
CABINET = "Cabinet"
DAYS = (
    ("2018-03-14", HARBOUR),
    ("2018-09-12", HARBOUR),
    ("2018-11-20", FERRIES),
    ("2019-03-13", CABINET),
    ("2019-07-17", HARBOUR),
    ("2019-07-24", CABINET),
    ("2020-01-15", HOUSING),
    ("2020-05-20", HARBOUR),
    ("2021-03-10", HOUSING),
    ("2022-07-06", HARBOUR),
    ("2023-06-14", DISTRICT),
    ("2023-12-13", CABINET),
    ("2024-03-12", HOUSING),
)
ONLY_PAPERS = dt.date(2024, 3, 12)  # the last meeting: its agenda is held, its minutes are not


@dataclass
class Saltmarsh:
    """A library as far as questions are put to it."""

    days: Sequence[tuple[str, str]] = DAYS
    councils: tuple[str, ...] = (COUNCIL,)
    texts: Sequence[tuple[str, str | None]] = field(default_factory=tuple)  # of passages, and their councils
    vocabulary: tuple[str, ...] = ("harbour", "ferry", "lamps", "budget", "lettings", "leeds")

    @property
    def store(self) -> "Saltmarsh":
        return self

    def coverage(self) -> Coverage:
        dates = sorted(dt.date.fromisoformat(day) for day, _ in self.days)
        bodies = tuple(sorted({body for _, body in self.days}))
        ends = (dates[0], dates[-1]) if dates else (None, None)
        return Coverage(len(dates), len(dates), bodies, self.councils, *ends, 0, 0)

    def meetings(self, filters: Filters = Filters()) -> list[MeetingRecord]:
        first, last = filters.date_from or dt.date.min, filters.date_to or dt.date.max
        found = [(dt.date.fromisoformat(day), body) for day, body in self.days]
        return [
            MeetingRecord(f"{day}.txt", "minutes", COUNCIL, body, day, None, None, None, (), (), None)
            for day, body in found
            if first <= day <= last and filters.body in (None, body)
        ]

    def items(self, filters: Filters) -> list[ItemRecord]:
        return [
            ItemRecord(
                "1", None, meeting.document, COUNCIL, meeting.body, meeting.date, "1", None, "Lamps", 0, 1, False,
                False, (), words=0 if meeting.date == ONLY_PAPERS else 9,
            )
            for meeting in self.meetings(filters)
        ]  # fmt: skip

    def document_text(self, document: str) -> str:
        return "\n".join(text for text, _ in self.texts)

    def words(self) -> dict[str, int]:
        return dict.fromkeys(self.vocabulary, 1)

    def matching(self, words: Sequence[str], k: int, filters: Filters) -> list[Hit]:
        made = [
            Passage(at, SourceSpan("a.txt", None, 0, len(text)), text, "", SectionKind.DISCUSSION, council, HARBOUR,
                    None, None, None, None, None, None, None, False)
            for at, (text, council) in enumerate(self.texts)
        ]  # fmt: skip
        return [Hit(each, 1.0, 1) for each in made if any(word in each.text.lower() for word in words)]
