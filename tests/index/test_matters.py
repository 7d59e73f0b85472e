"""The same matter is known in every paper that holds it, and nothing else is taken for it."""

from __future__ import annotations

import datetime as dt

from index.matters import join
from index.models import ItemRecord


def item(document: str, number: str, title: str, *, agenda: str | None = None, body: str | None = "Harbour Panel",
         date: dt.date | None = dt.date(2021, 5, 4)) -> ItemRecord:  # fmt: skip
    return ItemRecord(
        f"{document}#1.{number}",
        None,
        document,
        None,
        body,
        date,
        number,
        agenda,
        title,
        0,
        1,
        False,
        False,
        (),
    )


def test_three_papers_of_one_item_share_one_matter() -> None:
    page, pack, printed = (
        item(name, "9", "Dredging the Inner Harbour") for name in ("page", "pack", "printed")
    )
    assert join([page, pack, printed]) == dict.fromkeys((page.key, pack.key, printed.key), "pack#1.9")


def test_titles_may_differ_in_small_words_and_case() -> None:
    one, other = item("page", "27", "Update on the Pilot Boats"), item("pack", "5", "PILOT BOATS UPDATE")
    assert set(join([one, other])) == {one.key, other.key}


def test_printed_minutes_are_joined_by_the_agenda_number_they_name() -> None:
    minutes = item("printed", "84", "Moorings: Charges for 2022", agenda="5")
    pack = item("pack", "5", "Charges for Moorings and Berths", agenda="5")
    assert set(join([minutes, pack])) == {minutes.key, pack.key}


def test_other_meetings_other_titles_and_undated_items_stay_apart() -> None:
    items = [
        item("a", "1", "Minutes"),
        item("b", "2", "Minutes of the Pilotage Subgroup"),
        item("c", "3", "Dredging the Inner Harbour"),
        item("d", "4", "Dredging the Inner Harbour", date=dt.date(2022, 5, 4)),
        item("e", "5", "Dredging the Inner Harbour", body="Finance Panel"),
        item("f", "6", "Dredging the Inner Harbour", date=None),
        item("c", "7", "Dredging the Inner Harbour"),
    ]
    assert join(items) == {}
