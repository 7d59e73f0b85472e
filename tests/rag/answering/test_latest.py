"""The latest position comes first."""

import datetime as dt

import pytest

from corpus.models import SectionKind
from rag.answering.choose import Choice
from rag.answering.latest import latest_first
from rag.understanding.question import read_question

DECISION = SectionKind.DECISION
ASKED = "Are the harbour lamps dimmed?"


def told(question: str, *evidence) -> list[str]:
    choice = Choice(evidence, tuple((each,) for each in evidence), False, False)
    ordered = latest_first(read_question(question), choice)
    assert [beside[0].text for beside in ordered.also] == [each.text for each in ordered.evidence]
    return [each.text for each in ordered.evidence]


@pytest.fixture
def lamps(make):
    def of(text: str, year: int, kind=DECISION, title: str = "Harbour lamps", **more):
        key = f"{year}.txt#1.{title}"
        return make.evidence(
            text, kind, title=title, date=dt.date(year, 5, 6), item_key=key, document=f"{year}.txt", **more
        )

    return of


def test_what_is_told_of_the_latest_decision_comes_before_the_older_one_of_its_matter(make, lamps) -> None:
    before = lamps("The pier has lamps.", 2017, SectionKind.REPORT, "The pier")
    old = lamps("To dim the harbour lamps.", 2019)
    new = lamps("To light the harbour lamps again.", 2021)
    talk = lamps("Boats had run aground.", 2021, SectionKind.DISCUSSION, start=200)
    assert told(ASKED, before, old, new, talk) == [before.text, new.text, talk.text, old.text]


def test_others_stay_in_their_order(make, lamps) -> None:
    old, other = lamps("To dim the harbour lamps.", 2019), lamps("To sell the ferry.", 2021, title="Ferry")
    assert told(ASKED, old, other) == [old.text, other.text]
    new = lamps("To light the harbour lamps again.", 2021)
    assert told(ASKED, new, old) == [new.text, old.text]
    assert told(f"{ASKED[:-1]} since May 2019?", old, new) == [old.text, new.text]
