"""Every measure on replies judged by hand. `made` holds the little record and its makings."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.models import SectionKind
from eval.known import Place
from eval.measures.correct import correct, unmet
from eval.measures.correct_and_cited import correct_and_cited
from eval.measures.correctly_cited import correctly_cited, invented, uncarried
from eval.measures.interval import wilson
from eval.measures.kind_accuracy import kind_accuracy, overclaims
from eval.measures.latency import quantile, seconds
from eval.measures.length import characters, claims
from eval.measures.quote_fidelity import quote_fidelity
from eval.measures.refusal_precision import refusal_precision
from eval.measures.refusal_recall import refusal_recall
from eval.measures.relevant_citations import relevant_citations
from eval.measures.stray_numbers import stray_claim_numbers, stray_numbers, strays


def test_correct_needs_every_fact_in_the_text(made, ask) -> None:
    assert correct(ask(made.GOOD)) == (True,)
    half = made.answer(("To buy a dozen.", (1,)), citations=(made.THE_DECISION,))
    assert correct(ask(half)) == (False,)
    assert unmet(ask(half)) == (("15 per cent",),)
    assert correct(ask(made.REFUSED)) == (False,)
    assert correct(ask(made.REFUSED, made.SILENT)) == ()


def test_facts_in_a_citation_alone_are_not_in_the_answer(made, ask) -> None:
    mute = made.answer(("It was settled.", (1,)), citations=(made.THE_DECISION,))
    assert correct(ask(mute)) == (False,)
    assert correctly_cited(ask(mute)) == (True,)
    assert correct_and_cited(ask(mute)) == (False,)
    assert correct_and_cited(ask(made.GOOD)) == (True,)
    assert correct_and_cited(ask(made.REFUSED)) == (False,)
    assert correct_and_cited(ask(made.GOOD, made.SILENT)) == ()


def test_correctly_cited_needs_the_listed_place(made, ask) -> None:
    claim = (f"Decided: {made.DECIDED}", (1,))
    elsewhere = made.answer(claim, citations=(made.citation(1, made.DECIDED, item="5"),))
    placed = replace(made.KNOWN, spans=())
    assert correctly_cited(ask(elsewhere, placed)) == (False,)
    assert uncarried(ask(elsewhere, placed)) == made.KNOWN.facts
    assert correctly_cited(ask(elsewhere)) == (True,)  # the very words, whatever the item is called
    retold = made.answer(claim, citations=(made.citation(1, made.DECIDED),))  # the item's text, no decision
    assert correctly_cited(ask(retold)) == (True,)
    assert correctly_cited(ask(made.REFUSED)) == (False,)


def test_a_citation_carries_its_date_body_and_numbers_but_not_its_title(made, ask) -> None:
    for facts, carried in [
        (("4th March 2024",), True),
        (("Lantern Committee",), True),
        (("item 4",), True),
        (("Street lanterns",), False),
    ]:
        known = replace(made.KNOWN, facts=(facts,))
        assert correctly_cited(ask(made.GOOD, known)) == (carried,), facts


def test_a_document_that_is_not_held_spoils_the_citations(made, ask) -> None:
    ghost = made.citation(2, made.ELSEWHERE, document="ghost.txt")
    reply = made.answer((made.DECIDED, (1, 2)), citations=(made.THE_DECISION, ghost))
    assert correctly_cited(ask(reply)) == (False,)
    assert invented(ask(reply)) == ("ghost.txt",)


def test_refusals(made, ask) -> None:
    rightly, wrongly = ask(made.REFUSED, made.SILENT), ask(made.REFUSED)
    answered, rashly = ask(made.GOOD), ask(made.GOOD, made.SILENT)
    assert [refusal_precision(one) for one in (rightly, wrongly, answered, rashly)] == [
        (True,),
        (False,),
        (),
        (),
    ]
    assert [refusal_recall(one) for one in (rightly, wrongly, answered, rashly)] == [
        (True,),
        (),
        (),
        (False,),
    ]


def test_quotes_must_be_the_text_at_their_span(made, ask) -> None:
    shifted = made.citation(2, made.DECIDED, start=1)
    foreign = made.citation(3, made.DECIDED, document="ghost.txt")
    empty = made.citation(4, "", start=0)
    reply = made.answer(("x", (1,)), citations=(made.THE_DECISION, shifted, foreign, empty))
    assert quote_fidelity(ask(reply)) == (True, False, False, False)
    assert quote_fidelity(ask(made.REFUSED)) == ()


def test_stray_numbers_of_an_answer(made, ask) -> None:
    reply = made.answer(
        ("On 4 March 2024 item 4 got twelve lanterns and 99 more.", (1,)), citations=(made.THE_DECISION,)
    )
    assert strays(reply.text, reply.citations) == {"99"}
    assert stray_numbers(ask(reply)) == (True, True, True, False)  # 12, 2024, 4, 99
    assert stray_numbers(ask(made.GOOD)) == (True,) * 4
    assert stray_numbers(ask(made.REFUSED)) == ()


def test_a_number_in_another_claims_citation_strays_from_the_claim_only(made, ask) -> None:
    lamps = made.citation(2, made.DISCUSSED)
    reply = made.answer(
        ("3 lamps broke", (1,)),
        (made.DECIDED, (1,)),
        ("see also", (2,)),
        citations=(made.THE_DECISION, lamps),
    )
    assert all(stray_numbers(ask(reply)))
    assert stray_claim_numbers(ask(reply)) == (False, True, True)


def test_kind_of_the_carrying_citation(made, ask) -> None:
    assert kind_accuracy(ask(made.GOOD)) == (True,)
    retold = made.answer((made.DECIDED, (1,)), citations=(made.citation(1, made.DECIDED),))
    assert kind_accuracy(ask(retold)) == (False,)
    assert kind_accuracy(ask(made.REFUSED)) == ()
    assert kind_accuracy(ask(made.GOOD, replace(made.KNOWN, kind=None))) == ()
    decision_beside_it = replace(made.THE_DECISION, n=2, quote=made.ELSEWHERE)  # carries no fact
    both = made.answer((made.DECIDED, (1,)), citations=(*retold.citations, decision_beside_it))
    assert kind_accuracy(ask(both)) == (False,)


def test_a_table_counts_as_reported_and_a_report_as_tabled(made, ask) -> None:
    tabled = made.answer(
        (made.DECIDED, (1,)), citations=(made.citation(1, made.DECIDED, kind=SectionKind.TABLE),)
    )
    assert kind_accuracy(ask(tabled, replace(made.KNOWN, kind=SectionKind.REPORT))) == (True,)
    assert kind_accuracy(ask(tabled, replace(made.KNOWN, kind=SectionKind.MONITOR))) == (False,)


@pytest.mark.parametrize(
    ("claim", "decided_by"),
    [
        ("It was decided: {0}", SectionKind.DISCUSSION),
        ("The committee resolved that {0}", SectionKind.RECOMMENDATION),
    ],
)
def test_calling_a_discussion_decided_is_an_overclaim(made, ask, claim: str, decided_by: SectionKind) -> None:
    words = claim.format(made.DISCUSSED)
    reply = made.answer((words, (1,)), citations=(made.citation(1, made.DISCUSSED, kind=decided_by),))
    assert overclaims(reply) == (words,)
    known = replace(
        made.KNOWN, kind=SectionKind.DISCUSSION, facts=(("broken lamps",),), places=(Place("a", "4"),)
    )
    assert kind_accuracy(ask(reply, known)) == (False,)


def test_denying_a_decision_is_no_overclaim(made) -> None:
    lamps = made.citation(1, made.DISCUSSED)
    assert (
        overclaims(made.answer((f"No recorded decision. {made.DISCUSSED}", (1,)), citations=(lamps,))) == ()
    )
    assert overclaims(made.GOOD) == ()


def test_relevant_citations_count_each_quote_once(made, ask) -> None:
    other = made.citation(2, made.ELSEWHERE, item="5")
    again = made.citation(3, made.ELSEWHERE, item="6")
    reply = made.answer(("x", (1, 2)), citations=(made.THE_DECISION, other, again))
    assert relevant_citations(ask(reply)) == (True, False)
    assert relevant_citations(ask(reply, made.SILENT)) == ()
    assert relevant_citations(ask(made.REFUSED)) == ()


def test_a_quote_over_the_known_words_is_relevant_whatever_its_item(made, ask) -> None:
    unnumbered = made.answer(("x", (1,)), citations=(made.citation(1, made.DECIDED, item=None),))
    assert relevant_citations(ask(unnumbered)) == (True,)
    assert relevant_citations(ask(unnumbered, replace(made.KNOWN, spans=()))) == (False,)


def test_length_leaves_markers_out(made, ask) -> None:
    reply = made.answer(("abcd", (1,)), ("ef", (1,)), citations=(made.THE_DECISION,))
    assert reply.text == "abcd [1] ef [1]"
    assert (characters(ask(reply)), claims(ask(reply))) == (7, 2)
    assert (characters(ask(made.REFUSED)), claims(ask(made.REFUSED))) == (None, None)


def test_latency_is_wall_clock_and_quantiles_interpolate(made, ask) -> None:
    assert seconds(ask(made.REFUSED, seconds=0.25)) == 0.25
    assert quantile([4.0, 1.0, 3.0, 2.0], 0.5) == 2.5
    assert quantile([1.0, 2.0, 3.0, 4.0, 5.0], 0.95) == pytest.approx(4.8)
    assert quantile([7.0], 0.95) == 7.0


def test_wilson_against_a_published_example() -> None:
    # R. Newcombe, Statistics in Medicine 17, 1998, table I, method 3: 81/263, 15/148, 0/20, 1/29
    for passed, trials, low, high in [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ]:
        assert wilson(passed, trials) == pytest.approx((low, high), abs=5e-5)
