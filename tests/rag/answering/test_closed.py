"""What is not open to the public and which meetings were called off are told to who asks after them."""

from __future__ import annotations

import datetime as dt

import pytest

from index.fullest import matter_of
from index.models import Filters, ItemRecord, MatterRecord, MeetingRecord
from rag.answering.closed import closed_notices

BODY, OTHER = "Harbour Scrutiny Committee", "Licensing Panel"
JULY, AUGUST = dt.date(2019, 7, 17), dt.date(2019, 8, 7)


def item(number: str, date: dt.date = JULY, *, restricted: bool = False, withheld: int = 0) -> ItemRecord:
    return ItemRecord(
        f"july.txt#1.{number}", None, "july.txt", None, BODY, date, number, None, "Ferries", 0, 1, False, False, (),
        restricted=restricted, withheld=withheld,
    )  # fmt: skip


def meeting(date: dt.date, body: str, *, cancelled: bool = True) -> MeetingRecord:
    return MeetingRecord(
        "off.xml", "minutes", None, body, date, None, None, None, (), (), None, cancelled=cancelled
    )


class Held:
    """What a library tells of meetings and closed matters, by date and item alone."""

    def __init__(self, base: object, items: list[ItemRecord], meetings: list[MeetingRecord]) -> None:
        self._base, self._items, self._meetings = base, items, meetings

    def __getattr__(self, name: str) -> object:
        return getattr(self._base, name)

    def matters(self, filters: Filters, *, closed: bool) -> list[MatterRecord]:
        assert closed
        return [
            matter_of([each])
            for each in self._items
            if (each.restricted or each.withheld) and _within(filters, each.date)
            if filters.item in (None, each.number)
        ]

    def meetings(self, filters: Filters = Filters()) -> list[MeetingRecord]:
        return [each for each in self._meetings if _within(filters, each.date)]


def _within(filters: Filters, date: dt.date | None) -> bool:
    return date is not None and (filters.date_from or dt.date.min) <= date <= (filters.date_to or dt.date.max)


@pytest.fixture
def said(make):
    def ask(question: str, *cited: object) -> list[tuple[str, str]]:
        base = make.library({}, bodies=(BODY, OTHER))
        items = [item("6", withheld=2), item("7", restricted=True), item("8"), item("9", AUGUST, withheld=1)]
        meetings = [meeting(JULY, BODY, cancelled=False), meeting(AUGUST, OTHER), meeting(AUGUST, BODY)]
        library = Held(base, items, meetings)
        notices = closed_notices(library, make.asked(question, library), Filters(), cited)
        return [(notice.kind.value, notice.text) for notice in notices]

    return ask


OF_MEETING = "of this meeting (Harbour Scrutiny Committee, 17 July 2019)"
SHUT = f"Item 7 {OF_MEETING} is not open to the public; nothing of it is held."
PAPERS = f"2 papers of item 6 {OF_MEETING} are not open to the public; nothing of them is held."


@pytest.mark.parametrize("question", ["What was decided on item 7?", "What about item 7 of 17 July 2019?"])
def test_an_item_asked_after_is_not_open(said, question) -> None:
    assert said(question) == [("withheld", SHUT)]


def test_a_meeting_asked_after_is_told_whole(said) -> None:
    assert said("What was decided at the meeting of 17 July 2019?") == [
        ("withheld", PAPERS),
        ("withheld", SHUT),
    ]


def test_the_item_told_has_papers_that_are_not_open(said, make) -> None:
    cited = make.passage("Lamps.", item="6", item_key="july.txt#1.6")
    assert said("What about lamps?", cited) == [("withheld", PAPERS)]
    assert said("What about lamps?", make.passage("Lamps.", item="8", item_key="july.txt#1.8")) == []
    (only,) = said("What about piers?", make.passage("Piers.", date=AUGUST, item_key="july.txt#1.9"))
    assert only[1].startswith("A paper of item 9 of this meeting") and only[1].endswith(
        "nothing of it is held."
    )


def test_other_questions_are_told_nothing(said) -> None:
    assert said("Who asked about lamps?") == []
    assert said("What was decided on item 8?") == []


def test_a_meeting_called_off(said) -> None:
    of_body = ("cancelled", "The meeting of Harbour Scrutiny Committee on 7 August 2019 was cancelled.")
    of_other = ("cancelled", "The meeting of Licensing Panel on 7 August 2019 was cancelled.")
    assert said("Who spoke of lamps on 7 August 2019?") == [of_other, of_body]
    assert said("Who spoke of lamps at the Licensing Panel in August 2019?") == [of_other]
    assert said("Who spoke of lamps in August 2019?") == [], (
        "which of a month's meetings were off says nothing"
    )
    assert said("Who spoke of lamps on 17 July 2019?") == []
