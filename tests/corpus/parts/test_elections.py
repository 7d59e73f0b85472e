"""Who moved an election, an amendment voted on, or a matter that is printed twice."""

from __future__ import annotations

import pytest
from completed import read, who

from corpus.models import Outcome, Vote
from corpus.parts.movers import find_proposals

ASH = "Proposed by Councillor Fox;\nSeconded by Councillor Hart;\n“That, Councillor Ann Ash be appointed Warden.”\n"
ELM = "Proposed by Councillor Lee;\nSeconded by Councillor Moss;\n“That, Councillor Bob Elm be appointed Warden.”\n"
COUNTED = "A vote was taken:\nFor Councillor Ash\nCouncillors Ash, Elm (M). (2)\n"
COUNTED += "For Councillor Elm\nCouncillor Fox. (1)\n"


def test_the_only_nomination_moved_whoever_was_declared_elected():
    [decision] = read(
        ASH + "{As there were no other nominations, the Mayor declared Councillor Ash elected.}"
    )
    assert who(decision) == ("Councillor Fox", "Councillor Hart")


def test_of_several_nominations_the_winner_s_moved_it():
    [decision] = read(ASH + ELM + COUNTED + "{The Mayor declared Councillor Elm elected as Warden.}")
    assert who(decision) == ("Councillor Lee", "Councillor Moss")


def test_an_initial_tells_two_of_one_name_apart():
    other = ELM.replace("Bob Elm", "Mary Elm").replace("Lee", "Reed")
    [decision] = read(other + ELM + "{The Mayor declared Councillor Elm (B) elected as Warden.}")
    assert who(decision) == ("Councillor Lee", "Councillor Moss")


def test_those_whom_different_members_nominated_have_no_one_mover():
    [decision] = read(ASH + ELM + "{The Mayor declared Councillors Ash and Elm appointed to the Board.}")
    assert who(decision) == (None, None)


def test_whom_a_group_put_forward_was_not_moved_by_the_next_proposal():
    first, second = read(
        "For Councillor Oak\nCouncillors Oak, Yew.\n{The Mayor declared Councillor Oak appointed to the Board.}\n"
        + ASH
        + "{As there were no other nominations, the Mayor declared Councillor Ash appointed to the Board.}"
    )
    assert (who(first), who(second)) == ((None, None), ("Councillor Fox", "Councillor Hart"))


@pytest.mark.parametrize("seconded", ["Cuidithe ag", "Cuidiú ón", "Cuidit 6n"])
def test_proposers_in_irish(seconded):
    [proposal] = find_proposals(f"Molta ag Cllr. Rua;\n{seconded} Cllr. Bán")
    assert (proposal.mover, proposal.seconder) == ("Cllr. Rua", "Cllr. Bán")


def test_each_amendment_keeps_its_own_proposer_and_its_own_vote():
    voted = "A vote was taken which resulted as follows:\nFor\nCouncillors {0} ({1})\nAgainst\nCouncillors {2} ({3})\n"
    first, second = read(
        "The Mayor directed that a vote be taken on Amendment No. 1\nproposed by Councillor Fox, seconded by "
        "Councillor Hart, on lamps.\n"
        + voted.format("Fox, Hart", 2, "Lee, Moss, Reed", 3)
        + "{The Mayor declared the Amendment defeated.}\n"
        "The Mayor directed that a vote be taken on Amendment No. 2, proposed by Councillor Lee, seconded by "
        "Councillor Moss, on seats.\n"
        + voted.format("Lee", 1, "Fox, Hart, Moss, Reed", 4)
        + "{The Mayor declared the Amendment defeated.}"
    )
    assert (who(first), who(second)) == (
        ("Councillor Fox", "Councillor Hart"),
        ("Councillor Lee", "Councillor Moss"),
    )
    assert first.vote == Vote(2, 3, None, ("Fox", "Hart"), ("Lee", "Moss", "Reed"))
    assert second.vote == Vote(1, 4, None, ("Lee",), ("Fox", "Hart", "Moss", "Reed"))
    assert first.outcome is second.outcome is Outcome.REFUSED


def test_who_spoke_in_proposing_and_in_seconding_the_motion():
    [decision] = read(
        "In proposing the Motion, Councillor Fox spoke of geese.\nIn seconding the Motion, Councillor Hart spoke of "
        "ducks.\n{The Motion was agreed.}"
    )
    assert who(decision) == ("Councillor Fox", "Councillor Hart")


def test_a_decision_block_above_minutes_that_end_in_it():
    first, second = read(
        "Decision:\n"
        "(1) {to let the old mill to the friends of the canal for a year;}\n(2) {to mend its roof.}\nMinutes:\n"
        "The lease was discussed at length.\nA proposal was made by Councillor Fox to let it. The proposal was "
        "seconded by Councillor Hart, voted on and carried.\nRESOLVED:\n(1) to let the old mill to the friends of the "
        "canal for a year;\n(2) to mend its roof."
    )
    assert who(first) == who(second) == ("Councillor Fox", "Councillor Hart")


BOTH = (
    "It was proposed by Councillor Fox and seconded by Councillor Hart that the pond be drained.\n"
    "It was proposed by Councillor Lee and seconded by Councillor Moss that the motion be amended as follows:\n"
    "That the pond be kept.\n"
)


@pytest.mark.parametrize(
    ("declared", "moved"),
    [
        ("The Mayor declared the amendment carried.", ("Councillor Lee", "Councillor Moss")),
        ("The Mayor declared the original motion carried.", ("Councillor Fox", "Councillor Hart")),
        ("The Mayor declared Councillor Reed’s amendment defeated.", (None, None)),
    ],
)
def test_what_is_declared_was_moved_by_those_who_moved_it(declared, moved):
    [decision] = read(BOTH + "{" + declared + "}")
    assert who(decision) == moved


def test_of_several_amendments_the_one_named_again_is_voted_on():
    [decision] = read(
        "An amendment was proposed by Councillor Fox and seconded by Councillor Hart.\nAn amendment was proposed by "
        "Councillor Lee and seconded by Councillor Moss.\nFirst Amendment – Proposed by Councillor Fox and seconded by "
        "Councillor Hart\nFor\nCouncillors Fox, Hart. (2)\nAgainst\nCouncillors Lee, Moss, Reed. (3)\n"
        "{The Mayor declared the Amendment defeated.}"
    )
    assert who(decision) == ("Councillor Fox", "Councillor Hart")


def test_a_decision_to_vote_does_not_part_what_was_declared_from_its_motion():
    _, declared = read(
        "Proposed by Councillor Fox;\nSeconded by Councillor Hart;\nThat the pond be drained.\n{It was agreed, on the "
        "proposal of Councillor Lee, seconded by Councillor Moss, to take a vote by show of hands.}\n"
        "{The majority of the Members were in favour and the Mayor declared the Motion carried.}"
    )
    assert who(declared) == ("Councillor Fox", "Councillor Hart")


def test_who_said_something_and_proposed_and_who_spoke_in_seconding():
    [said] = find_proposals(
        "Councillor Fox stated that it was late and proposed a recess. Councillor Hart seconded it."
    )
    assert (said.mover, said.seconder) == ("Councillor Fox", "Councillor Hart")
    [spoke] = find_proposals(
        "Councillor Fox, in proposing the Motion, spoke. Councillor Hart, in seconding the Motion, too."
    )
    assert (spoke.mover, spoke.seconder) == ("Councillor Fox", "Councillor Hart")
    [aside] = find_proposals("Councillor Fox, who was late, proposed a recess, seconded by Councillor Hart.")
    assert (aside.mover, aside.seconder) == ("Councillor Fox", "Councillor Hart")


def test_what_somebody_asked_of_the_motion_was_moved_by_nobody():
    [decision] = read(
        "Councillor Fox proposed the Motion. Councillor Hart seconded the Motion.\nLong talk of it followed.\n{She "
        "requested that the Motion be sent to the Minister and this was agreed.}"
    )
    assert who(decision) == (None, None)
