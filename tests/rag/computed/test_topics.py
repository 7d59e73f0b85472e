"""Which items are about a topic: by a rule, and not by likeness."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from index.models import Filters
from rag.assistant import Assistant
from rag.computed.selection import read_selection
from rag.computed.topics import About, find_about, read_topic
from rag.understanding.question import understand
from rag.understanding.resolve import resolve

PAPER = """Learning Panel

Minutes of the meeting held on 3 March 2020

Present:

Councillor Elm – in the Chair

LP/20/01 Minutes

Decision

To approve the minutes of 4 February 2020 with “pupils” for “puppies” under the exclusions item.

LP/20/02 Special Educational Needs and Disabilities (SEND)

The officer spoke of Special Educational Needs and Disabilities (SEND).

Decision

To note the report.

LP/20/03 Postage

The clerk said that letters are dear.

Decision

To ask the clerk to send fewer letters.

LP/20/04 School Exclusions

The officer gave the figures for the year.

Decision

To note the figures.

LP/20/05 School Meals

The officer spoke of meals. One pupil who was hungry had been given an exclusion.

Decision

To buy bread.

LP/20/06 Exclusion of the Press and Public

Decision

That the press and public be excluded for the next item.

LP/20/07 Council Tax Support

The officer spoke of the tax.

Decision

To note the scheme.

LP/20/08 Road Tax

A member asked about the tax on cars.

Decision

To note the answer.
"""


@pytest.fixture(scope="module")
def panel(hold: Callable[[Path], Assistant], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = tmp_path_factory.mktemp("panel")
    (folder / "panel.txt").write_text(PAPER)
    assistant = hold(folder)
    yield assistant
    assistant.library.close()


def about(panel: Assistant, question: str) -> About:
    asked = resolve(understand(question), panel._held, Filters()).question
    selection = read_selection(asked)
    assert selection is not None and selection.topic is not None
    topic = read_topic(selection.topic, panel._lexicon)
    assert topic is not None
    return find_about(panel.library, topic, Filters())


def numbers(panel: Assistant, keys: object) -> list[str]:
    return sorted(str(panel.library.item(key).number) for key in keys)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("topic", "items"),
    [
        ("exclusions", ["LP/20/04"]),
        ("Exclusions from school", ["LP/20/04"]),
        ("excluding the public", ["LP/20/06"]),
        ("SEND", ["LP/20/02"]),
        ("special educational needs", ["LP/20/02"]),
        ("letters", ["LP/20/03"]),
        ("council tax", ["LP/20/07"]),
        ("the tax", ["LP/20/07", "LP/20/08"]),
        ("bread", ["LP/20/05"]),
        ("elephants", []),
    ],
)
def test_items_about(panel: Assistant, topic: str, items: list[str]) -> None:
    assert numbers(panel, about(panel, f"which items were about {topic}?").items) == items


def test_a_mention_is_kept_apart(panel: Assistant) -> None:
    assert numbers(panel, about(panel, "which items were about exclusions?").mentioned) == ["LP/20/05"]


def test_in_capitals_throughout_nothing_is_an_acronym(panel: Assistant) -> None:
    assert numbers(panel, about(panel, "WHICH ITEMS WERE ABOUT LETTERS?").items) == ["LP/20/03"]


def test_a_decision_is_about_what_it_says(panel: Assistant) -> None:
    found = about(panel, "which decisions were about bread?")
    assert numbers(panel, found.decided) == ["LP/20/05"] and not found.titled
