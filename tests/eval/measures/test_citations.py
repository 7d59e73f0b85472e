"""Citation precision and recall, and the plain check of words they rest on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from eval.measures.citation_precision import citation_precision, unclaimed
from eval.measures.citation_recall import citation_recall, unsupported
from eval.support import read, supports, unlike
from rag.models import Term

MOORED = "The harbour master said that the ferry was not moored at Gull Quay for 14 days."


@pytest.mark.parametrize(
    ("claim", "borne_out"),
    [
        (MOORED, True),
        ("• The ferry was not moored at Gull Quay for 14 days …", True),
        ("Harbour master: ferry not moored for fourteen days", True),  # "fourteen" is a word like another
        ("The ferry was moored at Gull Quay for 14 days.", False),  # a negation dropped
        ("The harbour master never said that the ferry was not moored.", False),  # a negation added
        ("The ferry was not moored at Gull Quay for 15 days.", False),  # another number
        ("The ferry was not moored at Heron Quay for 14 days.", False),  # another name
        ("The ferry was not moored for 14 days on 4 March 2024, item 4.", True),  # shown at the citation
        ("The ferry, rusted beyond repair, was not moored.", False),  # words of its own
        ("The ferry was not moored [1].", True),  # markers are no words
        ("", False),
    ],
)
def test_what_bears_a_claim_out(made, claim: str, borne_out: bool) -> None:
    assert supports(claim, [made.citation(1, MOORED, start=0)]) is borne_out


def test_a_row_of_numbers_is_borne_out_by_its_row_alone(made) -> None:
    row = made.citation(1, "2019\t14\t3.5%", start=0)
    assert supports("2019 | 14 | 3.5%", [row])
    assert not supports("2019 | 15 | 3.5%", [row])
    assert not supports("2019 | 14", [])


def test_the_same_words_said_and_denied_are_not_unlike_either() -> None:
    assert read("The Lanterns, not lamps: 12").content == ("lante", "lamps")
    both = "Lamps were broken. In June no lamps were broken."
    assert not unlike(read("Lamps were broken."), read(both))
    assert unlike(read("Lamps were broken."), read("Lamps were not broken."))


def test_recall_asks_for_all_citations_of_a_claim_together(made, ask) -> None:
    lamps, lanterns = made.citation(1, made.DISCUSSED), made.citation(2, made.DECIDED)
    both = (f"{made.DISCUSSED} {made.DECIDED}", (1, 2))
    wrong = ("The ferry is early.", (1,))
    reply = made.answer(both, wrong, citations=(lamps, lanterns))
    assert citation_recall(ask(reply)) == (True, False)
    assert unsupported(reply) == ["The ferry is early."]
    assert citation_precision(ask(reply)) == (True, True, False)
    assert citation_recall(ask(made.REFUSED)) == citation_precision(ask(made.REFUSED)) == ()


def test_a_citation_that_adds_nothing_is_imprecise(made, ask) -> None:
    padded = made.answer(
        (made.DECIDED, (1, 2)), citations=(made.THE_DECISION, made.citation(2, made.ELSEWHERE))
    )
    assert citation_precision(ask(padded)) == (True, False)
    twice = made.answer(
        (made.DECIDED, (1, 2)), citations=(made.THE_DECISION, replace(made.THE_DECISION, n=2))
    )
    assert citation_precision(ask(twice)) == (True, True)


def test_a_citation_beside_no_claim_is_imprecise_and_a_term_is_a_claim(made, ask) -> None:
    lamps = made.citation(2, "LSO, the Lantern Safety Office, came.", start=0)
    reply = made.answer((made.DECIDED, (1,)), citations=(made.THE_DECISION, lamps))
    assert citation_precision(ask(reply)) == (True, False)
    assert unclaimed(reply) == [lamps]
    explained = replace(reply, terms=(Term("LSO", "Lantern Safety Office", 2),))
    assert citation_precision(ask(explained)) == (True, True)
    assert citation_recall(ask(replace(reply, terms=(Term("LSO", "Lantern Sales", 2),)))) == (True, False)
