"""Which part of a list of who attended names the officers, and how many people it names."""

import datetime as dt

import pytest

from corpus.models import SectionKind, SourceSpan
from index.models import Passage
from rag.answering.compose import whole
from rag.computed.company import Part, asks_besides, count_named, leave_out_named, parts_of

LIST = """PRESENT: Mrs T Alder (Chairman), Mr O Birch and Ms K Cedar

IN ATTENDANCE: Mr J Dunn (Director of Roads, Parks and Beaches), Mrs L Eade
(Head of Harbours) and Dr N Firth (Town Solicitor)
IN ATTENDANCE VIRTUALLY: Miss R Gale (Harbour Master)
OPEN BUSINESS"""
APART = """Present: Councillors Alder and Birch
Officers:
Town Clerk (Ms. P. Quill), Senior Planners (Mr. T. Oar and Ms. B. Keel), Director (Roads, Parks and Pay) (Dr. I. Reef)
Also in attendance: Mr A Wreck (Divers' Club)
Apologies were received from Councillor Cedar."""


def passage(text: str) -> Passage:
    span = SourceSpan(document_id="p", page=None, start=0, end=len(text))
    rest = (None, "Harbour Panel", dt.date(2021, 3, 8), None, None, None, None, None, None)
    return Passage(1, span, text, "", SectionKind.ATTENDANCE, *rest, truncated=False)


def said(text: str, *parts: Part) -> list[str]:
    return [
        each.quote.text.split(":")[0].split("\n")[0]
        for each in parts_of([passage(text)])
        if each.part in parts
    ]


def test_parts_under_their_labels() -> None:
    assert said(LIST, Part.MEMBERS) == ["PRESENT"]
    assert said(LIST, Part.OTHERS) == ["IN ATTENDANCE", "IN ATTENDANCE VIRTUALLY"]
    assert said(APART, Part.OFFICERS) == ["Officers"]
    assert said(APART, Part.OTHERS) == ["Also in attendance"]
    assert said(APART, Part.AWAY) == ["Apologies were received from Councillor Cedar."]


@pytest.mark.parametrize(
    ("names", "number"),
    [
        ("IN ATTENDANCE: Mr J Dunn (Director of Roads), Mrs L Eade (Head of Harbours) and Dr N Firth", 3),
        ("Officers: Town Clerk (Ms. P. Quill), Senior Planners (Mr. T. Oar and Ms. B. Keel)", 3),
        ("Officers: Director (Roads, Parks and Pay) (Dr. I. Reef)", 1),
        ("IN ATTENDANCE: Mr J Dunn, OBE (Director of Roads) and Mrs L Eade", 2),
        ("IN ATTENDANCE: Mr J Dunn (Director of Roads) and Eade (Head of Harbours)", None),
        ("Officers: Engineers (Messrs. J. Dunn and L. Eade)", None),
        ("Officers: Town Clerk (Ms. P. Quill), Planner (Tom Oar)", None),
        ("Officers: P Quill, T Oar", None),
    ],
)
def test_counts_only_what_is_plain(names: str, number: int | None) -> None:
    assert count_named([whole(passage(names))]) == number


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("which officers were there?", {Part.OFFICERS}),
        ("which members and officers were there?", set()),
        ("who was there besides councillors?", {Part.OFFICERS, Part.OTHERS}),
        ("who was in attendance but not a member?", {Part.OFFICERS, Part.OTHERS}),
        ("who was there besides Councillor Ash?", set()),
    ],
)
def test_asks_of_others(question: str, parts: set[Part]) -> None:
    assert asks_besides(question) == parts


def test_leaves_out_whom_it_knows() -> None:
    assert (
        leave_out_named("besides chairman John Oak, who was at the May meeting?")
        == "  who was at the May meeting?"
    )
