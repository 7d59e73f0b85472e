from __future__ import annotations

import time

import pytest

from corpus.models import Vote
from corpus.parts.votes import find_votes

NAMED = Vote(3, 2, 1, ("Adams", "Brown (J)", "Cmhlr. Ó Riada"), ("Hall", "King"), ("Moss",))


@pytest.mark.parametrize(
    "text",
    [
        "IN FAVOUR\nCouncillors Adams, Brown (J),\nCmhlr. Ó\nRiada.\n(3)\nAGAINST\n"
        "Councillors Hall and King\n(2)\nABSTAIN\n"
        "Councillor Moss\n(1)\nAnd therefore by this vote",
        "**For the Motion**\n\nCouncillors Adams, Brown (J) and Cmhlr. Ó Riada **(3)**\n\n**Against the Motion**\n\n"
        "Councillors Hall, King. **(2)**\n\n**Abstentions**\n\nCouncillor Moss (1)",
        "The result was: For Councillors Adams, Brown (J), Cmhlr. Ó Riada. (3) Against Councillors Hall, King. (2) "
        "Abstained Councillor Moss (1)",
        "For (3): Adams, Brown (J), Cmhlr. Ó Riada\nAgainst (2): Hall, King\nAbstain (1): Moss",
        "A vote was taken: YES Councillors Adams, Brown (J), Cmhlr. Ó Riada NO "
        "Councillors Hall, King ABSTAIN Councillor Moss",
    ],
)
def test_named_votes(text):
    assert [each.vote for each in find_votes(text)] == [NAMED]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("For 7, Against 3, Abstentions 1", (7, 3, 1)),
        ("Voting: For: 6 Against: 2 Abstentions: 1", (6, 2, 1)),
        ("(7 for, 0 against)", (7, 0, None)),
        ("6 voted for, 2 voted against and 1 abstained", (6, 2, 1)),
        ("carried by 8 votes to 5 with 1 abstention", (8, 5, 1)),
        ("the motion was defeated by 10 votes to 3.", (3, 10, None)),
        ("the motion was lost by 3 votes to 10.", (3, 10, None)),
        (
            "The result of the vote was 9 votes in favour of the Motion and\n12 votes against, with no abstentions",
            (9, 12, 0),
        ),
        ("requested a show of hands and 14 were in favour and 4 against.", (14, 4, None)),
        ("with eight members voting in favour and three against", (8, 3, None)),
        ("a vote by a show of hands with six Members in favour of it", (6, None, None)),
        ("In favour: 5\n\nAgainst: 7\n\nThe Chair declared", (5, 7, None)),
    ],
)
def test_counts_in_words(text, counts):
    assert [each.vote for each in find_votes(text)] == [Vote(*counts)]


def test_what_another_sentence_says_was_lost_is_another_vote():
    text = "The amendment was lost by 3 votes to 6. The motion was carried by 8 votes to 1."
    assert [each.vote for each in find_votes(text)] == [Vote(3, 6, None), Vote(8, 1, None)]


@pytest.mark.parametrize(
    "text",
    [
        "The motion was carried unanimously",
        "€5,000 for footpaths against 3 options",
        "2 for 2017 against 3 for 2016",
        "to suspend standing orders for 20 minutes and the vote was as follows",
        "For Councillors a course was held.",
        "For Councillor Hall\n\nCouncillors Adams, Brown (2)\n\nFor Councillor King\n\n"
        "Councillors Lee, Moss (2)\n\nAbstain\n\n"
        "Councillor Nye (1)",
    ],
)
def test_no_vote_for_or_against(text):
    assert find_votes(text) == []


def test_a_printed_count_stands_whatever_names_are_printed():
    (cast,) = find_votes("For\nCouncillors Adams, Brown (13)\nAgainst\nCouncillor Hall (2)")
    assert cast.vote == Vote(13, 2, None, ("Adams", "Brown"), ("Hall",))


def test_names_without_a_count_are_counted():
    (cast,) = find_votes("For: Councillors Adams, Brown and Clay\nAgainst: Councillor Hall\nAbstained: None")
    assert cast.vote == Vote(3, 1, 0, ("Adams", "Brown", "Clay"), ("Hall",))


def test_no_abstentions_are_none():
    (cast,) = find_votes(
        "For\nCouncillor Adams (1)\nAgainst\nCouncillor Hall (1)\nThere were no abstentions."
    )
    assert cast.vote.abstained == 0


def test_a_recorded_vote_as_a_table():
    (cast,) = find_votes(
        "Councillor Hall\tFor\nCouncillor King\tAgainst\nCouncillor Moss\tAbstain\nCouncillor Nye\tFor\n"
    )
    assert cast.vote == Vote(
        2, 1, 1, ("Councillor Hall", "Councillor Nye"), ("Councillor King",), ("Councillor Moss",)
    )


def test_several_votes_are_told_apart():
    found = find_votes(
        "The vote on the amendment was as follows:\nFor\nCouncillors Adams, Brown (2)\n"
        "Against\nCouncillors Dean, Eve, Ford (3)\n"
        "The Mayor declared the amendment lost. The vote on the motion was as follows:\nFor\n"
        "Councillors Dean, Eve, Ford (3)\n"
        "Against\nCouncillors Adams, Brown (2)\n"
    )
    assert [(each.vote.in_favour, each.amends) for each in found] == [(2, True), (3, False)]


def test_hostile_lists_take_no_time():
    started = time.perf_counter()
    for text in (
        "For " * 40_000,
        "For Councillors A, " * 9_000,
        "Against: A, B, " * 9_000,
        "7 for " * 30_000,
        "by 8 " * 30_000,
    ):
        find_votes(text)
    assert time.perf_counter() - started < 10
