"""Every part of an item stands under the words that say what it is about."""

from __future__ import annotations

import pytest

from corpus.models import Document
from corpus.read import read_paper

MINUTES = """Minutes of Proceedings at Meeting of the District of Ashford held in the Hall on 4th May, 2017.

PRESENT IN THE CHAIR:

Councillor A. Ash

1.

Adoption of Minutes

Proposed by Councillor B. Birch;

Seconded by Councillor C. Cedar;

And Resolved:

“That the Minutes be adopted.”

2.

Operations Directorate

(a) Weir Bridge Repairs

The Engineer said that the weir bridge would be closed for a month.

It was agreed that the work begin in June.

(b) Noise Plan

The Officer presented the plan.

It was agreed that Item 4 would be taken at this point.

3.

Question submitted by Councillor D. Dogwood

I will ask at the next Meeting how many lamps are out in Mill Lane.

REPLY:

There are three, and they will be mended by the contractor in the coming weeks.
"""


def _headings() -> list[tuple[str, str, str | None]]:
    paper = read_paper(Document("minutes.txt", MINUTES))
    return [
        (item.number or "", section.kind.value, section.heading)
        for item in paper.meetings[0].items
        for section in item.sections
        if section.heading != "Title"
    ]


@pytest.mark.parametrize(
    ("item", "kind", "heading"),
    [
        ("2", "discussion", "Weir Bridge Repairs"),
        ("2", "decision", "Weir Bridge Repairs"),
        ("2", "discussion", "Noise Plan"),
        ("2", "decision", None),  # the order of business is of no matter before it
        ("3", "discussion", "I will ask at the next Meeting how many lamps are out in Mill Lane."),
    ],
)
def test_a_part_stands_under_its_subject(item: str, kind: str, heading: str | None) -> None:
    assert (item, kind, heading) in _headings()


def test_a_reply_is_a_part_of_its_own_under_the_question() -> None:
    asked = "I will ask at the next Meeting how many lamps are out in Mill Lane."
    assert [heading for item, _, heading in _headings() if item == "3"] == [asked, asked]
