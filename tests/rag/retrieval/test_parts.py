"""Numbered parts of a paper: where they begin and end, and in which passages they stand."""

import pytest

from corpus.models import SectionKind
from index.models import Filters
from rag.retrieval.parts import part_of, passages_with
from rag.understanding.held import Held
from rag.understanding.question import read_question
from rag.understanding.references import Part, PartKind
from rag.understanding.resolve import resolve

REPORT = "2.5 The lamps were counted.\n- 2.6 Nine were out. Two had no bulb.\n2.7 They were mended."
LETTERED = "Members are asked to:\nA. Note the count.\nB. Agree the repair; and\na charge.\n(c) Ask again."
LIST = "Recommendations\n\nMembers are asked to:\n\n- 1. Note the count.\n- 2. Agree the repair; and\n- 3. Ask again."


@pytest.mark.parametrize(
    ("kind", "number", "section", "text", "said"),
    [
        (PartKind.PARAGRAPH, "2.6", SectionKind.REPORT, REPORT, "- 2.6 Nine were out. Two had no bulb.\n"),
        (PartKind.PARAGRAPH, "2.7", SectionKind.REPORT, REPORT, "2.7 They were mended."),
        (PartKind.PARAGRAPH, "2", SectionKind.REPORT, REPORT, None),
        (PartKind.PARAGRAPH, "12.6", SectionKind.REPORT, REPORT, None),
        (PartKind.PARAGRAPH, "3", SectionKind.REPORT, "(3) The quay is long.", "(3) The quay is long."),
        (PartKind.SECTION, "2", SectionKind.REPORT, REPORT, REPORT),
        (PartKind.SECTION, "3", SectionKind.REPORT, REPORT, None),
        (PartKind.SECTION, "12", SectionKind.REPORT, REPORT, None),
        (
            PartKind.SECTION,
            "2",
            SectionKind.REPORT,
            "1.9 A lamp.\n2. Quays\n2.1 A quay.\n3. Boats",
            "2. Quays\n2.1 A quay.\n",
        ),
        (PartKind.RECOMMENDATION, "2", SectionKind.RECOMMENDATION, LIST, "- 2. Agree the repair; and\n"),
        (PartKind.RECOMMENDATION, "4", SectionKind.RECOMMENDATION, LIST, None),
        (PartKind.RECOMMENDATION, "A", SectionKind.RECOMMENDATION, LETTERED, "A. Note the count.\n"),
        (
            PartKind.RECOMMENDATION,
            "B",
            SectionKind.RECOMMENDATION,
            LETTERED,
            "B. Agree the repair; and\na charge.\n",
        ),
        (PartKind.RECOMMENDATION, "C", SectionKind.RECOMMENDATION, LETTERED, "(c) Ask again."),
        (PartKind.RECOMMENDATION, "D", SectionKind.RECOMMENDATION, LETTERED, None),
        (
            PartKind.RECOMMENDATION,
            "C",
            SectionKind.DISCUSSION,
            "He moved Recommendation C.",
            "Recommendation C.",
        ),
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


def test_a_section_is_all_that_stands_under_its_heading(make) -> None:
    part = Part(PartKind.SECTION, "5")
    assert part_of(make.passage("Nine pounds.", section="5. Money"), part) == (0, 12)
    assert part_of(make.passage("Nine pounds.", section="15. Money"), part) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("What does section 3 of the lamp report say?", "3"),
        ("Please give me section 14 of report 24/00096 on lamps.", "14"),
        ("What does the report's section 5 set out?", "5"),
        ("What does the lamp report say in section 5?", "5"),
        ("What is a section 106 agreement?", None),
        ("What was agreed under section 38 of the Highways Act?", None),
        ("How many live in section 3 of the estate?", None),
    ],
)
def test_a_section_of_a_paper_is_named(text: str, number: str | None) -> None:
    part = read_question(text).part
    assert (part.number if part else None) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("What does recommendation C of the lamp report ask for?", "C"),
        ("Was recommendation (b) of the report agreed?", "b"),
        ("Was the recommendation a good one?", None),
        ("WAS THE RECOMMENDATION A GOOD ONE?", None),
        ("What recommendation did C Quay make?", None),
        ("What does recommendation 3 say?", "3"),
    ],
)
def test_a_recommendation_is_named_by_its_letter(text: str, number: str | None) -> None:
    part = read_question(text).part
    assert (part.number if part else None) == number


def test_a_lettered_part_is_all_up_to_the_next_letter(make) -> None:
    told = (
        "(a) A notice.",
        "“That the quay be sold.”",
        "(b) Another.",
        "“That (i) the pier;\n(ii) a boat.”",
        "c. Last.",
    )
    passages = [make.passage(text, start=100 * at) for at, text in enumerate(told)]
    library = make.library({}, passages)

    def under(letter: str) -> list[str]:
        part = Part(PartKind.LETTER, letter)
        found = passages_with(library, part, (), [], Filters(), ["july.txt#1.1"])
        assert all(part_of(each, part) == (0, len(each.text)) for each in found)
        return [each.text for each in found]

    assert [under(letter) for letter in "ABCD"] == [list(told[:2]), list(told[2:4]), [told[4]], []]


@pytest.mark.parametrize(
    ("text", "items", "letter"),
    [
        ("Who bought the land under disposal 27(c)?", ("27",), "C"),
        ("What was agreed under item 27(c)?", ("27",), "C"),
        ("Item 27c - who moved it?", ("27",), "C"),
        ("What was agreed under item 28(c)?", ("28",), "C"),
        ("What was agreed under item 27?", ("27",), None),
        ("What is a notice under section 27(c) of the Act?", (), None),
        ("What does rule 27(c) say?", (), None),
    ],
)
def test_a_lettered_part_of_an_item_is_named(
    make, text: str, items: tuple[str, ...], letter: str | None
) -> None:
    asked = resolve(read_question(text), Held(make.library({}, [make.passage("Lamps.")]))).question
    assert asked.items == items
    assert (asked.part.number if asked.part else None) == letter


def test_an_item_with_a_letter_of_its_own_is_that_item(make) -> None:
    held = Held(make.library({}, [make.passage("Lamps."), make.passage("Boats.", item="27C")]))
    asked = resolve(read_question("What was agreed under item 27(c)?"), held).question
    assert asked.items == ("27C",) and asked.part is None
