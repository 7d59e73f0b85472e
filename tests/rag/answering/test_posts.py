"""Asked for somebody's job, each title that papers give beside the name is told."""

import pytest

from rag.answering.choose import Choice
from rag.answering.posts import posts_notices, with_posts
from rag.models import Claim, NoticeKind
from rag.understanding.question import read_question

ASKED = "What is Ada Quill's job title?"


def told(make, question: str, lead: str, *others: str) -> list[str]:
    found = [make.evidence(text, start=1000 * at) for at, text in enumerate((lead, *others))]
    choice = with_posts(read_question(question), found, Choice((found[0],), ((),), False, False))
    assert len(choice.also) == len(choice.evidence)
    return [each.text for each in choice.evidence[1:]]


LEAD = "Ada Quill (Head of Lamps) was in attendance."


@pytest.mark.parametrize(
    ("other", "is_told"),
    [
        ("Ms A Quill, Head of Lamps and Buoys, spoke.", True),
        ("A. Quill - Lamp Adviser", True),
        ("Report author: Ada Quill Acting Director of Lamps", True),
        ("Name: Ada Quill Title: Harbour Manager Email: a@b.example", True),
        ("Ada Quill, Head of Lamps, spoke.", False),
        ("Ada Quill Head of Lamps\tMonthly", False),
        ("Ada Quill (Head of Lamps) and Ned Reed", False),
        ("Ben Quill, Harbour Manager, spoke.", False),
        ("Ada Quiller, Harbour Manager, spoke.", False),
        ("Ada Quill said that the Harbour Manager was away.", False),
    ],
)
def test_another_title_is_told(make, other: str, is_told: bool) -> None:
    assert told(make, ASKED, LEAD, other) == ([other] if is_told else [])


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("What's Mr Quill's exact role? The papers seem to give two.", 1),
        ("what is the job title of Ada Quill?", 1),
        ("And what exactly is A Quill’s post?", 1),
        ("What did Ada Quill say?", 0),
        ("What was Quill's role in it?", 0),
        ("What is the job title?", 0),
    ],
)
def test_only_where_somebodys_job_is_asked_for(make, question: str, count: int) -> None:
    assert len(told(make, question, LEAD, "Ada Quill, Harbour Manager, spoke.")) == count


def test_of_a_long_sentence_the_name_and_the_title_are_told(make) -> None:
    row = f"{'Lamps are to be mended. ' * 20}Ada Quill Lead for Buoys\t30.06.19"
    assert told(make, ASKED, LEAD, row) == ["Ada Quill Lead for Buoys"]


def test_that_titles_differ_is_said(make) -> None:
    found = [make.evidence(text, start=at) for at, text in enumerate((LEAD, "Ada Quill, Harbour Manager"))]
    claims = [Claim("", (1,)), Claim("", (2,))]
    two = Choice(tuple(found), ((), ()), False, False)
    said = posts_notices(read_question(ASKED), two, claims)
    assert [(each.kind, each.text) for each in said] == [
        (
            NoticeKind.CONFLICT,
            "The papers give more than one title: “Head of Lamps” [1] and “Harbour Manager” [2].",
        )
    ]
    one = Choice(tuple(found[:1]), ((),), False, False)
    assert posts_notices(read_question(ASKED), one, claims[:1]) == ()
    assert posts_notices(read_question("What did Ada Quill say?"), two, claims) == ()
