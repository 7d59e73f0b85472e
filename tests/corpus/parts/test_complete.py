from __future__ import annotations

import dataclasses

import pytest
from completed import read, who

from corpus.models import (
    AgendaItem,
    Decision,
    Document,
    Mark,
    MarkKind,
    Meeting,
    Outcome,
    Paper,
    PaperKind,
    Vote,
)
from corpus.parts.complete import complete

TWICE = Vote(3, 2, 0, ("Adams", "Brown", "Clay"), ("Dean", "Eve"))
LISTS = "For\nCouncillors Adams, Brown, Clay (3)\nAgainst\nCouncillors Dean, Eve (2)\nThere were no abstentions.\n"


def test_a_proposal_belongs_to_the_resolution_that_follows_it():
    first, second = read(
        "Proposed by Councillor Fox;\nSeconded by Councillor Hart;\nAnd Resolved:\n{“That the "
        "minutes be adopted.”}\n"
        "The report was discussed.\nProposed by Councillor Lee;\nSeconded by Councillor Moss;\nAnd "
        "Resolved:\n"
        "{“That, Mill Lane be closed.”}"
    )
    assert (who(first), first.outcome) == (("Councillor Fox", "Councillor Hart"), Outcome.APPROVED)
    assert (who(second), second.outcome) == (("Councillor Lee", "Councillor Moss"), Outcome.AGREED)


def test_a_sentence_carries_its_own():
    (one,) = read(
        "{It was agreed, on the proposal of Mayor O'Shea, seconded by Councillor Hart, that it be closed.}"
    )
    assert who(one) == ("Mayor O'Shea", "Councillor Hart")


def test_a_mover_is_never_taken_over_another_decision():
    first, second = read(
        "The motion was proposed by Councillor Fox and seconded by Councillor Hart.\n{The motion "
        "was carried.}\n"
        "{It was agreed to write to the Minister.}"
    )
    assert who(first) == ("Councillor Fox", "Councillor Hart")
    assert who(second) == (None, None)


def test_a_sentence_of_its_own_takes_no_mover_from_far_above():
    (one,) = read(
        "The motion was proposed by Councillor Fox and seconded by Councillor Hart.\nMembers spoke "
        "of the weather.\n"
        "{It was agreed to hold the next meeting in May.}"
    )
    assert who(one) == (None, None)


@pytest.mark.parametrize(
    ("sentence", "mover"),
    [
        ("It was agreed to refer this Motion to the Roads Panel.", None),
        ("Following discussion, it was agreed that the Motion was carried.", "Councillor Fox"),
        ("The Mayor declared the Motion carried.", "Councillor Fox"),
        ("Members supported the Motion and noted the snow.", "Councillor Fox"),
    ],
)
def test_only_a_sentence_that_settles_the_motion_takes_its_mover(sentence, mover):
    (one,) = read(
        "The motion was proposed by Councillor Fox and seconded by Councillor Hart.\nMembers spoke of the weather.\n"
        f"{{{sentence}}}"
    )
    assert one.mover == mover


def test_this_was_agreed_points_to_the_last_proposal():
    (one,) = read(
        "Councillor Fox proposed a report, seconded by Councillor Hart.\nCouncillor Lee proposed a "
        "visit. This was seconded by "
        "Councillor Moss.\n{This was agreed.}"
    )
    assert who(one) == ("Councillor Lee", "Councillor Moss")


def test_two_motions_leave_the_motion_without_a_mover():
    (one,) = read(
        "Councillor Fox proposed a report, seconded by Councillor Hart.\nCouncillor Lee proposed a "
        "visit, seconded by Councillor "
        "Moss.\nMuch was said.\n{The motion was carried.}"
    )
    assert who(one) == (None, None)


def test_a_seconder_in_the_decision_and_a_mover_before_it_are_one_proposal():
    (one,) = read("Councillor Fox proposed a visit.\n{This was seconded by Councillor Hart and agreed.}")
    assert who(one) == ("Councillor Fox", "Councillor Hart")


def test_a_seconder_alone_is_kept():
    (one,) = read("A visit was spoken of.\n{The Motion was seconded by Councillor Hart and agreed.}")
    assert who(one) == (None, "Councillor Hart")


def test_a_proposal_printed_behind_its_decision():
    first, second = read(
        "{It was agreed to close Mill Lane.} (Proposed: Cllr Fox / Seconded: Cllr Hart)\n{It was "
        "agreed to open Hill Lane.}\n"
        "Proposed by Cllr Lee; seconded by Cllr Moss.\nAnd Resolved:"
    )
    assert who(first) == ("Cllr Fox", "Cllr Hart")
    assert who(second) == (None, None)


def test_a_proposal_that_fell_moves_nothing():
    first, second = read(
        "Councillor Fox proposed that it be refused, but there was no seconder.\n{It was agreed to "
        "defer the item.}\n"
        "Councillor Fox proposed a visit. It was not seconded.\n{The motion fell.}"
    )
    assert (who(first), first.outcome) == ((None, None), Outcome.DEFERRED)
    assert (who(second), second.outcome) == ((None, None), Outcome.REFUSED)


def test_the_vote_on_an_amendment_is_not_the_vote_on_the_motion():
    (one,) = read(
        "The motion was proposed by Cllr Fox and seconded by Cllr Hart. An amendment was proposed "
        "by Cllr Lee and seconded by "
        f"Cllr Moss. A vote was taken on the amendment as follows:\n{LISTS}The Mayor declared the "
        f"amendment lost.\n"
        "{The motion was carried.}"
    )
    assert (one.vote, who(one), one.outcome) == (None, ("Cllr Fox", "Cllr Hart"), Outcome.AGREED)


def test_an_amendment_and_the_motion_voted_on_in_turn():
    amendment, motion = read(
        "The motion was proposed by Cllr Fox and seconded by Cllr Hart. An amendment was proposed "
        "by Cllr Lee and seconded by "
        "Cllr Moss. The vote on the amendment was: 3 for, 9 against.\n{The Mayor declared the "
        "amendment defeated.}\n"
        "The vote on the motion was: 9 for, 3 against.\n{The Mayor declared the motion carried.}"
    )
    assert (amendment.vote, who(amendment), amendment.outcome) == (
        Vote(3, 9),
        ("Cllr Lee", "Cllr Moss"),
        Outcome.REFUSED,
    )
    assert (motion.vote, motion.outcome) == (Vote(9, 3), Outcome.AGREED)


def test_a_vote_belongs_to_the_resolution_it_led_to():
    (one,) = read(
        f"The result of the vote was:\n{LISTS}And therefore, by this vote, it is resolved:\n{{“That "
        f"the minutes be adopted.”}}"
    )
    assert (one.vote, one.outcome) == (TWICE, Outcome.APPROVED)


def test_a_resolution_adopted_by_the_same_voting():
    announced, resolved = read(
        f"A vote was taken:\n{LISTS}{{The Mayor declared the Motion carried and it was agreed that "
        f"the following resolution be "
        "adopted by the same voting.}\nProposed by Cllr Fox;\nSeconded by Cllr Hart;\nAnd "
        "Resolved:\n{“That rates rise.”}"
    )
    assert (announced.vote, resolved.vote) == (TWICE, TWICE)
    assert who(resolved) == ("Cllr Fox", "Cllr Hart")


@pytest.mark.parametrize(
    "between",
    [
        "The Mayor declared the proposal defeated.\n",
        "The Mayor declared the motion carried.\nHill Fund\nCirculated, report of the Director on "
        "quite another matter.\n",
    ],
)
def test_a_vote_on_something_else_is_not_taken(between):
    (one,) = read(
        f"A vote was taken:\n{LISTS}{between}Proposed by Cllr Fox;\nSeconded by Cllr Hart;\nAnd "
        f"Resolved:\n{{“That rates rise.”}}"
    )
    assert (one.vote, one.mover) == (None, "Cllr Fox")


def test_a_vote_of_a_sentence_that_speaks_of_no_motion_is_not_taken():
    (one,) = read(f"A vote was taken:\n{LISTS}{{It was agreed to hold the next meeting in May.}}")
    assert one.vote is None


@pytest.mark.parametrize(
    "behind", ["(7 for, 2 against)", "\nVoting: For 7, Against 2", "\nRecorded vote:\nFor (7) Against (2)"]
)
def test_a_vote_printed_behind_its_decision(behind):
    (one,) = read("{RESOLVED that the plan be approved} " + behind)
    assert one.vote is not None
    assert (one.vote.in_favour, one.vote.against, one.outcome) == (7, 2, Outcome.APPROVED)


def test_a_recorded_vote_that_the_paper_marks_is_of_the_decisions_before_it():
    table = "Recorded Vote\nCouncillor Fox\tFor\nCouncillor Hart\tAgainst\n"
    body = "To adopt the plan.\nTo thank all.\n"
    marks = (Mark(MarkKind.VOTE, len(body), len(body) + len(table)),)
    first, second, third = read("{To adopt the plan.}\n{To thank all.}\n" + table + "{To note it.}", marks)
    assert first.vote == second.vote == Vote(1, 1, None, ("Councillor Fox",), ("Councillor Hart",))
    assert third.vote is None


def test_what_a_reader_found_itself_is_kept():
    document = Document("m.txt", "NOTED")
    known = Decision(
        None, "NOTED", document.span(0, 5), False, Outcome.AGREED, "Cllr Fox", "Cllr Hart", Vote(1)
    )
    item = AgendaItem("1", None, "A matter", known.span, (known,))
    meeting = Meeting(None, None, None, None, None, None, (), (), (item,), known.span)
    done = complete(Paper(document, PaperKind.MINUTES, (meeting,)))
    assert done.meetings[0].items[0].decisions == (known,)


def test_nothing_else_of_a_paper_changes():
    document = Document("m.txt", "Words")
    item = AgendaItem("1", None, "A matter", document.span(0, 5))
    meeting = Meeting(None, None, None, None, None, None, (), (), (item,), document.span(0, 5))
    paper = Paper(document, PaperKind.MINUTES, (meeting,), ("careful",))
    assert complete(paper) == paper
    assert dataclasses.asdict(complete(paper)) == dataclasses.asdict(paper)
