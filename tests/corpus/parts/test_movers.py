from __future__ import annotations

import time

import pytest

from corpus.parts.movers import find_proposals, find_seconder


@pytest.mark.parametrize(
    ("text", "mover", "seconder"),
    [
        (
            "Proposed by Councillor Byrne;\nSeconded by Councillor Hall;\nAnd Resolved:",
            "Councillor Byrne",
            "Councillor Hall",
        ),
        (
            "it was agreed, on the proposal of Mayor O'Shea, seconded by Councillor Hart, that",
            "Mayor O'Shea",
            "Councillor Hart",
        ),
        (
            "On the proposal of Councillor Fox and seconded by Councillor Hart it was agreed",
            "Councillor Fox",
            "Councillor Hart",
        ),
        ("On a motion by Cllr Fox, seconded by Cllr Hart", "Cllr Fox", "Cllr Hart"),
        ("Moved by Cllr X. Young, seconded by Cllr Y McKay", "Cllr X. Young", "Cllr Y McKay"),
        ("(Proposed: Cllr Adams / Seconded: Cllr Brown-Hill)", "Cllr Adams", "Cllr Brown-Hill"),
        ("PROPOSED BY: Cllr Reid\nSECONDED BY: Cllr Shah", "Cllr Reid", "Cllr Shah"),
        ("Proposer: Councillor A Reid Seconder: Councillor B Shah", "Councillor A Reid", "Councillor B Shah"),
        ("Proposed by Cllr.Fox ;\nSeconded by Cllr.Hart ;", "Cllr.Fox", "Cllr.Hart"),
        (
            "The motion was proposed by Councillor Fox and seconded by Councillor Hart.\nGeneral Business",
            "Councillor Fox",
            "Councillor Hart",
        ),
        (
            "Councillor Fox proposed that meetings begin at 4.00 p.m. This was seconded by Councillor Hart.",
            "Councillor Fox",
            "Councillor Hart",
        ),
        (
            "Councillor Fox, seconded by Councillor O’Hara, proposed that it be done",
            "Councillor Fox",
            "Councillor O’Hara",
        ),
        (
            "Councillor Fox proposed the motion. Councillor Hart seconded the motion.",
            "Councillor Fox",
            "Councillor Hart",
        ),
        (
            "Councillor Cook (Leader) moved and Councillor Nye (Deputy Leader) seconded the motion.",
            "Councillor Cook",
            "Councillor Nye",
        ),
        (
            "It was proposed by Cmhlr. Ó Riada, seconded by Councillor Hart (J) and agreed",
            "Cmhlr. Ó Riada",
            "Councillor Hart (J)",
        ),
        (
            "On the proposal of the Cathaoirleach, seconded by an Leas-Chathaoirleach, it was agreed",
            "Cathaoirleach",
            "Leas-Chathaoirleach",
        ),
        (
            "Proposed by An Cathaoirleach Councillor Fox, seconded by the Mayor, Cllr Ann Hart",
            "Cathaoirleach Councillor Fox",
            "Cllr Ann Hart",
        ),
        (
            "Proposed by: Councillor\nHart (J)\nSeconded by: Councillor Ó\nRiada\n",
            "Councillor Hart (J)",
            "Councillor Ó Riada",
        ),
        (
            "Proposed by Councillor Fox\nSeconded by Councillor Hart\n\nHousing Grants",
            "Councillor Fox",
            "Councillor Hart",
        ),
        (
            "Proposed by Councillor de Burca, seconded by Cllr. M. Ní Dhuill: that",
            "Councillor de Burca",
            "Cllr. M. Ní Dhuill",
        ),
        (
            "The motion was moved by Mr R W Gale, and duly seconded by Mrs S Chant, that",
            "Mr R W Gale",
            "Mrs S Chant",
        ),
        ("Proposed by J. Smith, seconded by A. McDonald", "J. Smith", "A. McDonald"),
        (
            "proposed by Councillor O'Shea and Seconded by\nCouncillor Van der Berg and",
            "Councillor O'Shea",
            "Councillor Van der Berg",
        ),
        (
            "It was proposed by the Leader of the Council, seconded by the Deputy Leader of the Council, put to a vote",
            "Leader of the Council",
            "Deputy Leader of the Council",
        ),
        ("Proposed by Clir Lane and seconded by Cmhir 6 Riada said", "Clir Lane", "Cmhir 6 Riada"),
        (
            "on the proposal of Councillor Fox, seconded Councillor Hart, it was",
            "Councillor Fox",
            "Councillor Hart",
        ),
        (
            "In proposing the Motion, Councillor Fox said much. It was seconded by Councillor Hart.",
            "Councillor Fox",
            "Councillor Hart",
        ),
        ("On the proposal of Councillor Fox it was agreed", "Councillor Fox", None),
    ],
)
def test_movers_and_seconders_as_printed(text, mover, seconder):
    assert [(each.mover, each.seconder) for each in find_proposals(text)] == [(mover, seconder)]


@pytest.mark.parametrize(
    "text",
    [
        "Minutes Proposed By: ______ Seconded By: _____",
        "The proposed development was seconded to the Director",
        "Councillor Reid moved to Dublin.",
        "projects proposed by Castle City and County Council for the three years",
        "Notice of Motion of Councillor Fox",
        "Councillor Fox, seconded by nobody, had more to say",
    ],
)
def test_nobody_proposes_where_nothing_is_proposed(text):
    assert find_proposals(text) == []


@pytest.mark.parametrize(
    "ending",
    [
        "but there was no seconder.",
        "The proposal fell for want of a seconder.",
        "It was not seconded.",
        "Nobody seconded it.",
    ],
)
def test_a_proposal_that_nobody_seconds_has_fallen(ending):
    (proposal,) = find_proposals(f"Councillor Fox proposed that the road be closed. {ending}")
    assert (proposal.mover, proposal.seconder, proposal.fell) == ("Councillor Fox", None, True)


def test_an_amendment_is_told_from_the_motion():
    found = find_proposals(
        "The motion was proposed by Cllr Fox and seconded by Cllr Hart. An amendment was proposed by Cllr Lee and "
        "seconded by Cllr Moss."
    )
    assert [(each.mover, each.amends) for each in found] == [("Cllr Fox", False), ("Cllr Lee", True)]


def test_a_seconder_is_never_taken_past_another_mover():
    found = find_proposals("Proposed by Cllr Fox. Proposed by Cllr Lee; seconded by Cllr Moss.")
    assert [(each.mover, each.seconder) for each in found] == [("Cllr Fox", None), ("Cllr Lee", "Cllr Moss")]


def test_who_seconds_alone():
    assert find_seconder("The Motion was seconded by Cmhlr. Ó Riada and agreed.") == "Cmhlr. Ó Riada"
    assert find_seconder("The Motion was agreed.") is None


def test_hostile_names_take_no_time():
    started = time.perf_counter()
    for text in (
        "Councillor A " * 20_000,
        "proposed by Councillor " * 9_000,
        "A" * 200_000,
        "O’ " * 60_000,
        "\n" * 200_000,
    ):
        find_proposals(text)
    assert time.perf_counter() - started < 10


@pytest.mark.parametrize(
    "text",
    [
        "Resolved (proposed Cllr A. Smith, seconded Cllr B. Jones) to pay the clerk.",
        "Proposed Cllr A. Smith, seconded Cllr B. Jones, all in favour.",
    ],
)
def test_a_mover_without_by(text):
    (proposal,) = find_proposals(text)
    assert (proposal.mover, proposal.seconder) == ("Cllr A. Smith", "Cllr B. Jones")
    assert find_seconder(text) == "Cllr B. Jones"
