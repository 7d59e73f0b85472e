"""Numbered parts of a paper: where they begin and end, and in which passages they stand."""

import pytest

from corpus.models import SectionKind
from index.models import Filters
from rag.retrieval.parts import part_of, passages_with
from rag.understanding.references import Part, PartKind

REPORT = "2.5 The lamps were counted.\n- 2.6 Nine were out. Two had no bulb.\n2.7 They were mended."
LIST = "Recommendations\n\nMembers are asked to:\n\n- 1. Note the count.\n- 2. Agree the repair; and\n- 3. Ask again."


@pytest.mark.parametrize(
    ("kind", "number", "section", "text", "said"),
    [
        (PartKind.PARAGRAPH, "2.6", SectionKind.REPORT, REPORT, "- 2.6 Nine were out. Two had no bulb.\n"),
        (PartKind.PARAGRAPH, "2.7", SectionKind.REPORT, REPORT, "2.7 They were mended."),
        (PartKind.PARAGRAPH, "2", SectionKind.REPORT, REPORT, None),
        (PartKind.PARAGRAPH, "12.6", SectionKind.REPORT, REPORT, None),
        (PartKind.PARAGRAPH, "3", SectionKind.REPORT, "(3) The quay is long.", "(3) The quay is long."),
        (PartKind.RECOMMENDATION, "2", SectionKind.RECOMMENDATION, LIST, "- 2. Agree the repair; and\n"),
        (PartKind.RECOMMENDATION, "4", SectionKind.RECOMMENDATION, LIST, None),
        (PartKind.RECOMMENDATION, "2", SectionKind.REPORT, REPORT, None),
        (
            PartKind.RECOMMENDATION,
            "2",
            SectionKind.DISCUSSION,
            "He moved recommendation 2.",
            "recommendation 2.",
        ),
        (PartKind.RECOMMENDATION, "2", SectionKind.DISCUSSION, "He moved recommendation 21.", None),
    ],
)
def test_where_a_part_stands(
    make, kind: PartKind, number: str, section: SectionKind, text: str, said: str | None
) -> None:
    found = part_of(make.passage(text, section), Part(kind, number))
    assert (text[slice(*found)] if found else None) == said


def test_the_passages_of_a_part(make) -> None:
    report = make.passage(REPORT, SectionKind.REPORT)
    library = make.library({}, (report, make.passage("As 2.6 says.")))
    part = Part(PartKind.PARAGRAPH, "2.6")
    assert passages_with(library, part, (), [Filters()], Filters()) == [report]
