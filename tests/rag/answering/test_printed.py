"""A list that a paper prints is told whole when it is asked for, and left alone when it is not."""

from __future__ import annotations

from dataclasses import dataclass
from types import SimpleNamespace

import pytest

from corpus.models import Document, SectionKind
from index.models import Passage
from rag.answering.choose import Choice
from rag.answering.notices import notices_of
from rag.answering.printed import MOST_LISTED, with_lists
from rag.models import Claim
from rag.retrieval.evidence import Evidence
from rag.understanding.question import read_question

LEAD = "The Harbour Master said that the following piers would be dredged:"
PIERS = ["• North Pier.", "• Fish Pier.", "• The pier at Dock Lane.", "• Old Quay."]
PAPER = "\n".join(
    [
        "Members asked about the tolls.",
        "",
        LEAD,
        "",
        *PIERS,
        "",
        "The Panel thanked him and went on to tolls.",
    ]
)


@dataclass
class Shelf:
    """One paper and its passages."""

    text: str
    held: list[Passage]

    def document(self, id: str) -> Document:
        return Document(id, self.text, (), None)

    def passages(self, *, document: str) -> list[Passage]:
        return [each for each in self.held if each.span.document_id == document]


def told(make: SimpleNamespace, question: str, *said: str, paper: str = PAPER, **more: object) -> Choice:
    """The choice when these words of the paper were chosen; the paper is one passage, and all of it was weighed."""
    whole = make.passage(paper, title="Dredging", **more)
    chosen = [make.evidence(each, passage=whole) for each in said]
    weighed = [*chosen, make.evidence(paper, passage=whole)]
    choice = Choice(tuple(chosen), ((),) * len(chosen), False, False)
    return with_lists(Shelf(paper, [whole]), read_question(question), weighed, choice)  # type: ignore[arg-type]


def words(choice: Choice) -> list[str]:
    return [each.text for each in choice.evidence]


@pytest.mark.parametrize(
    "question",
    [
        "List all the piers that would be dredged.",
        "Which piers would be dredged?",
        "what are the four piers the harbour master wants dredged",
        "Name every pier to be dredged",
        "Dredging: which piers? I need all of them",
    ],
)
@pytest.mark.parametrize("said", [LEAD, PIERS[2]])
def test_a_list_is_told_whole_from_its_lead_or_a_member(
    make: SimpleNamespace, question: str, said: str
) -> None:
    assert words(told(make, question, said)) == [LEAD, *PIERS]


def test_it_is_found_where_no_part_of_it_was_chosen(make: SimpleNamespace) -> None:
    tolls = "Members asked about the tolls."
    assert words(told(make, "List all the piers that would be dredged.", tolls)) == [LEAD, *PIERS, tolls]


@pytest.mark.parametrize(
    "question",
    [
        "When would Fish Pier be dredged?",
        "Who said that piers would be dredged?",
        "How many piers would be dredged?",
    ],
)
def test_one_fact_is_not_answered_by_a_list(make: SimpleNamespace, question: str) -> None:
    assert words(told(make, question, PIERS[1])) == [PIERS[1]]


@pytest.mark.parametrize(
    "question", ["List all the tolls for lorries at the bridge.", "Which schools lost a bus in winter?"]
)
def test_a_list_of_other_things_is_left_alone(make: SimpleNamespace, question: str) -> None:
    assert words(told(make, question, "Members asked about the tolls.")) == ["Members asked about the tolls."]


def test_members_are_cited_where_they_stand(make: SimpleNamespace) -> None:
    choice = told(make, "List all the piers that would be dredged.", LEAD)
    for each in choice.evidence:
        assert PAPER[each.start : each.end] == each.text
        assert each.passage.span.start <= each.start and each.end <= each.passage.span.end


def test_a_lead_that_names_nothing_gives_way_to_one_that_does(make: SimpleNamespace) -> None:
    points = "Points made were:"
    paper = f"Piers to be dredged.\n\n{points}\n\n• Mud.\n• Cost.\n\nIt grew late.\n\n{PAPER}"
    choice = told(make, "List all the piers that would be dredged.", points, paper=paper)
    assert words(choice) == [LEAD, *PIERS, points]


def test_words_chosen_beside_the_list_stay(make: SimpleNamespace) -> None:
    whole = f"{LEAD}\n\n{PIERS[0]}"
    before = f"Members asked about the tolls.\n\n{whole}"
    told_whole = words(told(make, "List all the piers that would be dredged.", before))
    assert told_whole == ["Members asked about the tolls.", LEAD, *PIERS]


def test_numbered_paragraphs_are_told_under_a_heading_that_names_them(make: SimpleNamespace) -> None:
    paragraphs = ["4.1 Lamps on the quay.", "4.2 A later ferry.", "4.3 A warden at the slip."]
    paper = "\n".join(["4.0 Safety measures to be tried", "", *paragraphs, "", "5.0 Costs", "", "5.1 None."])
    for question, expected in (
        ("The report has a section of safety measures to be tried. List all of them.", paragraphs),
        ("List all the tolls", paragraphs[1:2]),
    ):
        place = {"kind": SectionKind.REPORT, "section": "Safety measures to be tried"}
        assert words(told(make, question, paragraphs[1], paper=paper, **place)) == expected


def test_labelled_parts_are_told_by_their_label(make: SimpleNamespace) -> None:
    aims = ["Aim 1: Clean water", "Aim 2: Safe piers", "Aim 3: More ferries"]
    paper = "\n\n".join(["Harbour plan", *aims, "It was adopted in May."])
    assert words(told(make, "What are the three aims of the harbour plan?", aims[1], paper=paper)) == aims


def test_a_long_list_says_that_it_goes_on(make: SimpleNamespace) -> None:
    members = [f"• Pier {chr(65 + at // 26)}{chr(65 + at % 26)}" for at in range(MOST_LISTED + 3)]
    paper = "\n".join(["The piers to be dredged are:", *members])
    choice = told(make, "List all the piers to be dredged.", members[0], paper=paper)
    assert words(choice) == ["The piers to be dredged are:", *members[:MOST_LISTED]]
    asked = read_question("List all the piers to be dredged.")
    claims = [Claim(each.text, (n,)) for n, each in enumerate(choice.evidence, 1)]
    texts = [each.text for each in notices_of(asked, choice, claims)]
    assert "The list goes on in the paper: 3 more are not told." in texts


def test_evidence_is_what_is_told(make: SimpleNamespace) -> None:
    choice = told(make, "List all the piers that would be dredged.", LEAD)
    assert all(isinstance(each, Evidence) for each in choice.evidence)
    assert len(choice.also) == len(choice.evidence)
