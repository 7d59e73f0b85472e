"""Claims to be reworded, and a model that says what it is told to."""

import datetime as dt
from collections.abc import Callable

import pytest

from corpus.models import SectionKind, SourceSpan
from eval.writers.scripted import Scripted
from rag.models import Citation, Claim


def cited(n: int, quote: str, kind: SectionKind = SectionKind.DISCUSSION) -> Citation:
    span = SourceSpan("a.txt", None, n * 100, n * 100 + len(quote))
    body, date = "Lantern Committee", dt.date(2024, 3, 4)
    return Citation(n, "a.txt", None, body, date, "4", "Lanterns", None, kind, None, quote, span)


@pytest.fixture(scope="session")
def quoted() -> Callable[..., Citation]:
    """Makes a citation of the Lantern Committee: number, quote, kind."""
    return cited


@pytest.fixture
def claims_of() -> Callable[..., tuple[Claim, ...]]:
    """One claim for each citation, in its words."""
    return lambda *citations: tuple(Claim(each.quote, (each.n,)) for each in citations)


@pytest.fixture
def says() -> Callable[..., Scripted]:
    """A model that replies with each of these in turn, the last for good; a callable is called with the prompt."""

    def make(*replies: object) -> Scripted:
        model = Scripted(script=lambda prompt: "", asked=[])

        def script(prompt: str):
            reply = replies[min(len(model.asked), len(replies)) - 1]
            return reply(prompt) if callable(reply) else reply

        model.script = script
        return model

    return make
