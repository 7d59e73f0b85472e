"""A quote keeps what it cannot be understood without, and stays one exact slice."""

import pytest

from corpus.models import SectionKind
from rag.answering.widen import PARAGRAPH, widen

TEXT = (
    "The quay is long. Councillor Ash asked about lamps. She said that nine were out. They would be mended. "
    "The ferry is late.\n\nHe was thanked. The report was noted."
)


def widened(make, part: str, text: str = TEXT, whole: bool = False, **more: object) -> str:
    passage = make.passage(text, start=40, **more)
    quote = widen(make.evidence(part, passage=passage), whole=whole)
    assert text[quote.start - 40 : quote.end - 40] == quote.text
    return quote.text


@pytest.mark.parametrize(
    ("part", "quote"),
    [
        (
            "She said that nine were out.",
            "Councillor Ash asked about lamps. She said that nine were out. They would be mended.",
        ),
        (
            "They would be mended.",
            "Councillor Ash asked about lamps. She said that nine were out. They would be mended.",
        ),
        (
            "Councillor Ash asked about lamps.",
            "Councillor Ash asked about lamps. She said that nine were out. They would be mended.",
        ),
        ("The quay is long.", "The quay is long."),
        ("The ferry is late.", "The ferry is late."),
        ("He was thanked.", "He was thanked. The report was noted."),  # never across a paragraph
    ],
)
def test_pronouns_keep_what_they_stand_for(make, part: str, quote: str) -> None:
    assert widened(make, part) == quote


def test_no_more_than_two_on_either_side(make) -> None:
    text = (
        "Ash rose. It was one. It was two. It was three. It was four. It was five. It was six. It was seven."
    )
    assert (
        widened(make, "It was three.", text)
        == "It was one. It was two. It was three. It was four. It was five."
    )


def test_a_short_paragraph_whole(make) -> None:
    assert widened(make, "The quay is long.", whole=True) == TEXT.partition("\n")[0]
    long = "The quay is long. " + "Lamps are dim along it in winter. " * 20
    quote = widened(make, "The quay is long.", long, whole=True)
    assert PARAGRAPH - 40 < len(quote) <= PARAGRAPH


@pytest.mark.parametrize("kind", [SectionKind.DECISION, SectionKind.TABLE, SectionKind.RECOMMENDATION])
def test_decisions_and_rows_stay_as_they_are(make, kind: SectionKind) -> None:
    evidence = make.evidence("It was agreed. They were thanked.", kind=kind)
    assert widen(evidence, whole=True) is evidence


def test_rows_are_not_joined(make) -> None:
    assert (
        widened(make, "These were\t3\t4", "Lamps\t1\t2\nThese were\t3\t4\nIt is\t5\t6") == "These were\t3\t4"
    )
