"""Decision blocks."""

from __future__ import annotations

import pytest

from corpus.models import Document, SectionKind
from corpus.parts.decisions import cut_at, is_interest, read_block
from corpus.parts.lines import split_lines


def block(text: str) -> list[tuple[str | None, str, bool]]:
    decisions, _ = read_block(Document("block", text), split_lines(text))
    return [(decision.number, decision.text, decision.truncated) for decision in decisions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. To note.\n\n2. To agree.", [("1", "To note.", False), ("2", "To agree.", False)]),
        ("- 1. To note.\n- 2. To agree.", [("1", "To note.", False), ("2", "To agree.", False)]),
        ("  1. One\n\n  1. Two\n\n  1. Three", [("1", "One", False), ("2", "Two", False), ("3", "Three", False)]),
        ("1. To ask for a report\nin 12 months.", [("1", "To ask for a report\nin 12 months.", False)]),
        ("1. That Cabinet:\n(a) mend; and\n(b) thank.", [("1", "That Cabinet:\n(a) mend; and\n(b) thank.", False)]),
        ("To note.\n\nTo agree.", [(None, "To note.", False), (None, "To agree.", False)]),
        ("To note the report\n\nand agree it.", [(None, "To note the report\n\nand agree it.", False)]),
        ("NOTED", [(None, "NOTED", False)]),
        ("RESOLVED that:\n1. one\n2. two", [("1", "one", False), ("2", "two", False)]),
        ("7. RESOLVED that it be mended.", [(None, "RESOLVED that it be mended.", False)]),
        ("1. One.\n\n2. To arrange a  ...  view the full minutes text for item 27.",
         [("1", "One.", False), ("2", "To arrange a", True)]),
        ("1. One.\n\n…view the full decision text for item 21/49", [("1", "One.", True)]),
        ("", []),
    ],
)  # fmt: skip
def test_numbers_words_and_cuts(text: str, expected: list[tuple[str | None, str, bool]]) -> None:
    assert block(text) == expected


def test_nothing_goes_on_across_a_recorded_interest() -> None:
    text = "1. To note.\n\n[Councillor Ash declared an interest.]\n\n2. To agree."
    decisions, sections = read_block(Document("block", text), split_lines(text))
    assert [decision.text for decision in decisions] == ["To note.", "To agree."]
    assert [section.kind for section in sections] == [
        SectionKind.DECISION,
        SectionKind.INTEREST,
        SectionKind.DECISION,
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Councillor Ash declared a personal interest]", True),
        ("[Mr Elm declares an interest and left]", True),
        ("Councillor Ash declared an interest", False),
        ("[Councillor Ash was interested]", False),
        ("[ash", False),
    ],
)
def test_interests_stand_in_brackets(text: str, expected: bool) -> None:
    assert is_interest(text) is expected


def test_a_cut_may_stand_before_other_lines() -> None:
    text = "They spoke ...  view the full minutes text for item 59.\n\nRecorded Vote\n\nCarried"
    assert cut_at(text) == len("They spoke")
