"""The fourth of three decisions, and a seventh thing of six, are not told."""

import pytest

from corpus.models import SectionKind
from rag.answering.unprinted import find_unprinted
from rag.understanding.question import read_question

THREE = ("To mend the quay.", "To thank the crew.", "To meet in May.")


def decided(make, *texts: str, **more: object) -> list:
    return [make.evidence(each, SectionKind.DECISION, start=90 * at, **more) for at, each in enumerate(texts)]


@pytest.mark.parametrize(
    ("question", "texts", "beyond"),
    [
        ("Give me the fourth decision on the quay", THREE, True),
        ("What does the 4th resolution on the quay say?", THREE, True),
        ("Give me the third decision on the quay", THREE, False),
        ("Give me the second decision on the quay", THREE[:1], True),
        (
            "Give me the third decision on the quay",
            ("To (a) mend it; (b) paint it; and (c) sell it.",),
            False,
        ),
        (
            "Give me the fourth decision on the quay",
            ("To (a) mend it; (b) paint it; and (c) sell it.",),
            True,
        ),
        ("Give me the fourth decision on the quay", (), False),
        ("What was decided on the fourth quay?", THREE, False),
        ("Was a fourth decision needed on the quay?", THREE, False),
    ],
)
def test_decisions_are_counted(make, question: str, texts: tuple[str, ...], beyond: bool) -> None:
    talk = make.evidence("They talked of the quay.", start=900)
    assert (find_unprinted(read_question(question), (), [talk, *decided(make, *texts)]) is not None) is beyond


def test_decisions_of_other_items_are_not(make) -> None:
    other = decided(make, "To close.", item_key="july.txt#1.2")
    asked = read_question("Give me the fourth decision on the quay")
    assert find_unprinted(asked, (), [*decided(make, *THREE), *other])
    assert find_unprinted(asked, (), []) is None


@pytest.mark.parametrize(
    ("question", "text", "missed"),
    [
        ("What are the aims of Workstream 7?", "Workstream 1 is boats. Workstream 2 is\nquays.", True),
        ("What are the aims of Workstream 2?", "Workstream 1 is boats. Workstream 2 is\nquays.", False),
        (
            "What are the aims of Workstream 3?",
            "Workstreams 1 to 4 are boats, quays, piers and lamps.",
            False,
        ),
        (
            "What are the aims of Workstream 7?",
            "Workstream 1 is boats.",
            False,
        ),  # perhaps the others are elsewhere
        ("What would Option D have cost?", "Options A, B and C were costed.", True),
        ("What would Option B have cost?", "Options A, B and C were costed.", False),
        ("What would Option C have cost?", "Options A-D were costed.", False),
        ("Which was priority 9?", "Priority 1: boats. Priorities 2 and 3: quays.", True),
        ("Which phase 9 months ago was late?", "Phase 1 is late. Phase 2 is not.", False),
        ("What is the option a visitor has?", "Option 1 and Option 2", False),
        ("What is Stage 9?", "Option 1 and Option 2", False),
    ],
)
def test_a_series_lacks_what_it_does_not_number(make, question: str, text: str, missed: bool) -> None:
    assert (find_unprinted(read_question(question), (), [make.evidence(text)]) is not None) is missed
