"""A tiny record, and replies made up about it by hand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from types import SimpleNamespace

import pytest

from corpus.models import SectionKind, SourceSpan
from eval.known import Known, KnownSpan, Place, digest
from eval.models import Asked
from rag.models import Answer, Citation, Claim, Refusal

TEXT = "The committee heard of 3 broken lamps. To buy 12 lanterns for 15% less. The ferry is late."
DISCUSSED = "The committee heard of 3 broken lamps."
DECIDED = "To buy 12 lanterns for 15% less."
ELSEWHERE = "The ferry is late."


def citation(
    n: int,
    quote: str,
    *,
    item: str | None = "4",
    decision: str | None = None,
    kind: SectionKind = SectionKind.DISCUSSION,
    document: str = "a.txt",
    start: int | None = None,
) -> Citation:
    start = TEXT.index(quote) if start is None else start
    span = SourceSpan(document, None, start, start + len(quote))
    body, date = "Lantern Committee", dt.date(2024, 3, 4)
    return Citation(n, document, None, body, date, item, "Street lanterns", decision, kind, None, quote, span)


def answer(*claims: tuple[str, tuple[int, ...]], citations: tuple[Citation, ...] = ()) -> Answer:
    text = " ".join(f"{words} {''.join(f'[{n}]' for n in cited)}" for words, cited in claims)
    return Answer("?", text, tuple(Claim(*claim) for claim in claims), citations, (), (), 0.0)


REFUSED = Refusal("?", "Not in the 1 meeting held.", (), (), 0.0)
KNOWN = Known(
    id="x-1",
    question="What was decided about lanterns?",
    answerable=True,
    category="decision",
    kind=SectionKind.DECISION,
    spans=(
        KnownSpan("a.txt", "4", TEXT.index(DECIDED), TEXT.index(DECIDED) + len(DECIDED), digest(DECIDED)),
    ),
    places=(Place("a.txt", "4", "1"),),
    facts=(("12 lanterns", "a dozen"), ("15 per cent",)),
)
SILENT = Known("x-2", "Tigers?", False, "absent_topic", None, (), (), ())
THE_DECISION = citation(1, DECIDED, decision="1", kind=SectionKind.DECISION)
GOOD = answer((f"Decided on 4 March 2024: {DECIDED}", (1,)), citations=(THE_DECISION,))


@pytest.fixture
def made() -> SimpleNamespace:
    """The names above, for tests that make replies of their own."""
    return SimpleNamespace(**{name: value for name, value in globals().items() if not name.startswith("_")})


@pytest.fixture
def ask() -> Callable[..., Asked]:
    def _ask(reply: Answer | Refusal, known: Known = KNOWN, seconds: float = 0.1) -> Asked:
        return Asked(known, reply, seconds, {"a.txt": TEXT, "b.txt": ""})

    return _ask
