"""A decision that was undone later is told with the later one."""

from __future__ import annotations

import pytest

from index.models import Filters
from rag.assistant import Assistant
from rag.models import Answer, NoticeKind


def superseded(answer: object) -> list[str]:
    assert isinstance(answer, Answer)
    return [notice.text for notice in answer.notices if notice.kind is NoticeKind.SUPERSEDED]


def test_the_later_decision_is_named(sample: Assistant) -> None:
    answer = sample.ask("What did Cabinet decide about grey bin collections in March 2019?")
    assert superseded(answer) == [
        "A later decision (Cabinet, 16 June 2021, item 25) undoes that of 13 March 2019, item 87."
    ]


def test_so_it_is_where_it_is_told_beside_it(sample: Assistant) -> None:
    assert superseded(sample.ask("What did we decide on unconscious bias training?")) == [
        "A later decision (Cabinet, 14 February 2024, item 109) undoes that of 15 January 2020, item 62."
    ]


def test_what_stands_has_no_notice(sample: Assistant) -> None:
    assert superseded(sample.ask("What did Cabinet decide about parking permits?")) == []


@pytest.mark.parametrize(
    ("filters", "told", "more"),
    [(Filters(item="25", body="Cabinet"), 1, 0), (Filters(body="Cabinet"), 29, 0)],
)
def test_what_was_decided_lists_every_decision_of_a_place(
    sample: Assistant, filters: Filters, told: int, more: int
) -> None:
    answer = sample.ask("What was decided?", filters)
    assert isinstance(answer, Answer)
    assert len(answer.claims) == told
    assert sum(notice.kind is NoticeKind.PARTIAL for notice in answer.notices) == more


def test_a_body_that_the_question_names_is_a_place_and_no_matter(sample: Assistant) -> None:
    answer = sample.ask("What was decided at the Cabinet meeting of 15 January 2020?")
    assert isinstance(answer, Answer)
    assert [citation.item for citation in answer.citations] == ["59", "61", "62", "63", "64", "65"]


def test_another_year_is_no_answer(sample: Assistant) -> None:
    reply = sample.ask("How many pupils were permanently excluded in 2022/23?")
    assert "52 permanent exclusions in 2022/23" in reply.text.splitlines()[1]
    assert sample.ask("How many pupils were permanently excluded in 2023/24?").status == "refused"


def test_a_councillor_nobody_knows_said_nothing(sample: Assistant) -> None:
    assert sample.ask("What did Councillor Wugglesworth say about bins?").status == "refused"
