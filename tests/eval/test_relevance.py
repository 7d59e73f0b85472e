"""Which of the items found are relevant: spans decide, and papers of one matter are one item."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

from corpus.models import SourceSpan
from eval.known import KnownSpan
from eval.models import Ranking
from eval.relevance import rank, shelve

ITEMS = shelve(
    SimpleNamespace(document=document, key=f"{document}#{start}", matter=matter, start=start, end=end)
    for document, start, end, matter in [
        ("a.txt", 100, 200, "lanterns"),
        ("a.txt", 200, 300, None),
        ("b.txt", 0, 50, "lanterns"),
        ("b.txt", 50, 90, None),
    ]
)
HELD = ("a.txt", "b.txt")


def found(*places: tuple[str, int, int]) -> list[SourceSpan]:
    return [SourceSpan(document, None, start, end) for document, start, end in places]


def known(made, *places: tuple[str, int, int]):
    return replace(
        made.KNOWN, spans=tuple(KnownSpan(name, None, start, end, "-") for name, start, end in places)
    )


def test_an_item_counts_once_at_its_best_passage_in_whichever_paper(made) -> None:
    lanterns = known(made, ("a.txt", 150, 160))
    passages = found(("b.txt", 60, 70), ("a.txt", 100, 110), ("b.txt", 10, 20), ("a.txt", 250, 260))
    assert rank(lanterns, passages, ITEMS, HELD) == Ranking((False, True, False), 1)


def test_every_known_item_is_wanted_and_a_chunk_over_two_items_finds_both(made) -> None:
    both = known(made, ("a.txt", 150, 160), ("a.txt", 210, 220), ("b.txt", 55, 60))
    assert rank(both, found(("a.txt", 190, 230)), ITEMS, HELD) == Ranking((True, True), 3)


def test_outside_items_only_the_known_words_themselves_are_relevant(made) -> None:
    front = known(made, ("a.txt", 10, 40))
    passages = found(("a.txt", 50, 90), ("a.txt", 0, 20), ("a.txt", 30, 45))
    assert rank(front, passages, ITEMS, HELD) == Ranking((False, True), 1)


def test_without_known_spans_in_what_is_held_there_is_no_ranking(made) -> None:
    assert rank(known(made), found(("a.txt", 0, 20)), ITEMS, HELD) is None
    assert rank(known(made, ("c.txt", 0, 20)), found(("a.txt", 0, 20)), ITEMS, HELD) is None
