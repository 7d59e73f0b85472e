"""Answers that were counted: their numbers, their facts, their kinds."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.models import SectionKind
from eval.measures.computed import computed_numbers, miscounted
from eval.measures.correct import correct
from eval.measures.correctly_cited import correctly_cited
from eval.measures.kind_accuracy import kind_accuracy, overclaims
from eval.measures.stray_numbers import stray_numbers
from rag.models import Answer, Computed, Notice, NoticeKind


def counted(made, sentence: str, count: int | None, *kinds: SectionKind) -> Answer:
    citations = tuple(
        replace(made.citation(n, quote), kind=kind)
        for n, (quote, kind) in enumerate(zip((made.DECIDED, made.ELSEWHERE), kinds, strict=False), 1)
    )
    reply = made.answer(*((one.quote, (one.n,)) for one in citations), citations=citations)
    told = Computed(sentence, count, "decisions")
    return replace(reply, text=f"{sentence}\n{reply.text}", computed=told)


PARTS = "RESOLVED that: (a) the lanterns (minute 87) be mended; (b) they be lit; and (c) Mr Ash be thanked."
DECISION, DISCUSSION = SectionKind.DECISION, SectionKind.DISCUSSION


@pytest.mark.parametrize(
    ("sentence", "count", "stray"),
    [
        ("2 decisions, in 1 meeting, 4 March 2024.", 2, set()),
        ("Two decisions of the Lantern Committee.", 2, set()),
        ("3 decisions, in 1 meeting.", 3, {"3"}),
        ("2 decisions; looked for in 57 meetings.", 2, set()),  # what was looked through cannot be cited
        ("57 decisions; some are told.", 57, {"57"}),
        ("2 decisions since 5 March 2024.", 2, {"5"}),
    ],
)
def test_counted_numbers_are_held_to_what_is_cited(made, ask, sentence, count, stray) -> None:
    reply = counted(made, sentence, count, DECISION, DECISION)
    assert miscounted(reply) == stray
    assert computed_numbers(ask(reply)).count(False) == len(stray)
    assert False not in stray_numbers(ask(reply))  # judged by itself


def test_of_more_than_is_told_a_notice_must_say_how_many_are(made) -> None:
    reply = counted(made, "57 decisions, in 9 meetings.", 57, DECISION, DECISION)
    assert miscounted(reply) == {"57", "9"}
    for text, stray in [("The latest 2 of 57 are shown.", set()), ("The latest 40 of 57.", {"57", "9"})]:
        assert miscounted(replace(reply, notices=(Notice(NoticeKind.PARTIAL, text),))) == stray


def test_what_is_given_besides_is_taken_off(made) -> None:
    said = "1 item at which lanterns were discussed, 4 March 2024. At 1 more meeting ({}) it was mentioned: given last."
    reply = counted(made, said, 1, DISCUSSION, DISCUSSION)
    assert miscounted(reply) == set()
    told = replace(reply.computed, sentence=said.replace("1 item", "2 items"))
    assert miscounted(replace(reply, computed=told)) == {"2"}


def test_no_more_people_are_counted_than_a_list_has_entries(made) -> None:
    present = made.citation(1, "Present: Councillors Ash, Birch and Cole; Mrs D Elm", start=0)
    reply = made.answer((present.quote, (1,)), citations=(present,))
    for count, stray in [(4, set()), (3, set()), (5, {"5"})]:
        told = Computed(f"{count} people named as present, 4 March 2024; the list is whole.", count, "people")
        assert miscounted(replace(reply, computed=told)) == stray


@pytest.mark.parametrize(
    ("quote", "of", "count"),
    [
        (PARTS, "points", 3),
        (PARTS, "decisions", 1),
        ("1. That the lanterns be mended.\n2. That they be lit.", "decisions", 2),
    ],
)  # fmt: skip
def test_numbered_decisions_in_one_quote_are_several_and_lettered_parts_one(made, quote, of, count) -> None:
    resolved = replace(made.citation(1, quote, start=0), kind=DECISION)
    reply = made.answer((quote, (1,)), citations=(resolved,))
    for number in (1, 2, 3, 7):
        told = Computed(f"{number} {of} about lanterns, in all.", number, of)
        fits = number in (1, count)  # one quote is cited
        assert miscounted(replace(reply, computed=told)) == (set() if fits else {str(number)})


def test_what_leads_to_a_printed_list_is_no_point_of_it(made) -> None:
    cited = [
        made.citation(n, quote, start=n * 40) for n, quote in enumerate(["He named:", "lamps", "oil"], 1)
    ]
    reply = made.answer(*((one.quote, (one.n,)) for one in cited), citations=tuple(cited))
    told = Computed("2 points in the list printed.", 2, "points")
    assert miscounted(replace(reply, computed=told)) == set()


def test_a_count_meets_a_fact_only_when_it_is_borne_out(made, ask) -> None:
    known = replace(made.KNOWN, category="count", kind=None, facts=(("2", "two"),))
    right = counted(made, "2 decisions, in 1 meeting.", 2, DECISION, DECISION)
    assert correct(ask(right, known)) == correctly_cited(ask(right, known)) == (True,)
    three = replace(known, facts=(("3", "three"),))
    wrong = counted(made, "3 decisions, in 1 meeting.", 3, DECISION, DECISION)
    assert correct(ask(wrong, three)) == (True,)
    assert correctly_cited(ask(wrong, three)) == (False,)


def test_decisions_counted_must_be_decisions(made, ask) -> None:
    known = replace(made.KNOWN, facts=(("2", "two"),))
    right = counted(made, "2 decisions.", 2, DECISION, DECISION)
    assert kind_accuracy(ask(right, known)) == (True,)
    assert overclaims(right) == ()
    mixed = counted(made, "2 decisions.", 2, DECISION, DISCUSSION)
    assert overclaims(mixed) == ("2 decisions.",)
    assert kind_accuracy(ask(mixed, known)) == (False,)


def test_nothing_counted_is_no_trial(made, ask) -> None:
    assert computed_numbers(ask(made.GOOD)) == computed_numbers(ask(made.REFUSED)) == ()
    assert miscounted(made.GOOD) == set()
