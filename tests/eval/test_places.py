"""Where a citation counts as lying."""

from __future__ import annotations

import datetime as dt

import pytest

from corpus.models import SectionKind, SourceSpan
from eval.known import Place
from eval.places import lies_in, resolve
from rag.models import Citation

HELD = ("000_abc.txt", "001_abc.txt", "010_x.txt", "deep/lanterns.html")


@pytest.mark.parametrize(
    ("named", "found"),
    [
        ("000_abc.txt", "000_abc.txt"),
        ("000", "000_abc.txt"),
        ("0", None),  # three start so
        ("01", "010_x.txt"),
        ("lanterns.html", "deep/lanterns.html"),
        ("deep/lan", "deep/lanterns.html"),
        ("abc", None),
    ],
)
def test_resolve(named: str, found: str | None) -> None:
    assert resolve(named, HELD) == found


@pytest.mark.parametrize(
    ("item", "decision", "place", "inside"),
    [
        ("27", "2", Place("000", "27", "2"), True),
        ("27", None, Place("000", "27", "2"), True),  # the item's own text tells of its decision
        ("27", "3", Place("000", "27", "2"), False),
        ("27", "3", Place("000", "27"), True),
        ("27.", None, Place("000", "27"), True),
        ("cyp/19/21", None, Place("000", "CYP/19/21"), True),
        ("2", None, Place("000", "27"), False),
        (None, None, Place("000", "27"), False),
        (None, None, Place("000", None), True),
        ("27", None, Place("000", None), False),
        ("27", "2", Place("001", "27", "2"), False),
    ],
)
def test_lies_in(item: str | None, decision: str | None, place: Place, inside: bool) -> None:
    span = SourceSpan("000_abc.txt", None, 0, 3)
    date = dt.date(2024, 3, 4)
    cited = Citation(
        1, "000_abc.txt", None, "Body", date, item, "T", decision, SectionKind.DECISION, None, "abc", span
    )
    assert lies_in(cited, place, HELD) is inside
