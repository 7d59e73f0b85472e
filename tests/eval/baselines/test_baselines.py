"""The baselines over a record small enough to foresee."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest

from eval.known import Known
from index.models import ItemRecord

WORDS = ("lantern", "ferry", "tiger")


class Counting:
    """Embeds a text as how often it says each of three words; a unit vector, or noughts."""

    model, dimensions = "counting", 3

    def embed_query(self, text: str):
        counts = np.array([text.casefold().count(word) for word in WORDS], np.float32)
        return counts / (np.linalg.norm(counts) or 1)

    def embed_passages(self, texts):
        return np.stack([self.embed_query(text) for text in texts])


def item(number: str, start: int, end: int) -> ItemRecord:
    return ItemRecord(
        f"a.txt#0.{number}", None, "a.txt", None, "Body", None, number, None, f"Title {number}", start, end,
        truncated=False, has_report=False, decisions=(),
    )  # fmt: skip


TEXT = "lantern " * 120 + "\n\n" + "ferry " * 160 + "\n"  # 960 and 960 characters: two chunks


@pytest.fixture
def library():
    return SimpleNamespace(
        embedder=Counting(),
        documents=lambda: [SimpleNamespace(id="a.txt")],
        document_text=lambda name: TEXT,
        items=lambda: [item("1", 0, 500), item("2", 500, 962)],
    )


def test_the_naive_recipe_answers_with_chunks_cited_in_every_item_they_overlap(library) -> None:
    pytest.importorskip("langchain_text_splitters")
    from eval.baselines.naive import Naive
    from eval.baselines.thresholds import best_threshold

    naive = Naive.over(library, library.embedder.embed_query)
    reply = naive.ask("lanterns?")
    assert [claim.text for claim in reply.claims] == [TEXT[:959], TEXT[962:-2]]
    assert [(c.n, c.item) for c in reply.citations] == [(1, "1"), (2, "2"), (3, None), (4, None)]
    assert [claim.citations for claim in reply.claims] == [(1, 2, 3), (4,)]
    assert all(TEXT[c.span.start : c.span.end] == c.quote for c in reply.citations)

    known = [
        Known("1", "the lantern?", True, "decision", None, (), (), ()),
        Known("2", "the ferry?", True, "decision", None, (), (), ()),
        Known("3", "a lantern and a tiger?", False, "absent_topic", None, (), (), ()),
    ]
    threshold = best_threshold(naive, known)
    assert threshold == pytest.approx(1.0)
    tuned = naive.refusing_below(threshold - 1e-6)
    assert [tuned.ask(one.question).status for one in known] == ["answered", "answered", "refused"]
