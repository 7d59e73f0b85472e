"""Computed numbers: the numbers of a sentence that was counted out of the catalogue, against the answer itself.

Our own measure. "4 decisions, in 2 meetings, 14 January to 3 March 2015" stands in no paper, so it is held to what
the answer cites: every number of the sentence must be how many members, meetings or papers are cited, or stand in
a citation's date, number, body, title or quote. Where more was counted than is told, the sentence must give the
number told as well. One trial for each different number.
"""

from __future__ import annotations

from collections.abc import Iterable

from eval.models import Asked
from eval.wording import fold, numbers, shown
from rag.models import Answer, Citation


def computed_numbers(asked: Asked) -> tuple[bool, ...]:
    if asked.answer is None or asked.answer.computed is None:
        return ()
    stray = miscounted(asked.answer)
    return tuple(number not in stray for number in sorted(numbers(asked.answer.computed.sentence)))


def borne_out(answer: Answer) -> bool:
    """Whether the answer's computed sentence holds no number that its citations do not bear out."""
    return not miscounted(answer)


def miscounted(answer: Answer) -> set[str]:
    """The numbers of the computed sentence that what is cited does not bear out."""
    if answer.computed is None:
        return set()
    said = numbers(answer.computed.sentence)
    told = counts(answer)
    count = answer.computed.count
    if count is not None and count > max(told) and str(max(told)) in said:
        told.add(count)  # "the first 40 of 57"
    return said - {str(number) for number in told} - _written(answer.citations)


def counts(answer: Answer) -> set[int]:
    """How many claims, quotes, items, meetings and papers the answer cites."""
    cited = answer.citations
    return {
        len(answer.claims),
        len({(one.document, one.span.start, one.span.end) for one in cited}),
        len({(one.document, one.item) for one in cited}),
        len({(one.body, one.date, one.item, fold(one.title or "")) for one in cited}),
        len({(one.body, one.date) for one in cited}),
        len({one.document for one in cited}),
    }


def _written(citations: Iterable[Citation]) -> set[str]:
    written: set[str] = set()
    for one in citations:
        written |= numbers(f"{shown(one)}\n{one.title or ''}")
    return written
