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
