"""Nearness of single sentences, and what chance reaches in one library."""

import pytest

from corpus.models import SectionKind
from rag.retrieval.calibrate import PROBES, chance_cosine
from rag.retrieval.sharpen import LOOKED_AT, NEARNESS_WEIGHT, sharpen


def test_chance_is_the_mean_of_what_unrelated_questions_reach(make) -> None:
    library = make.library({}, [make.passage("Bread is baked."), make.passage("Lamps.")])
    library.embedder = make.embedder()
    assert chance_cosine(library) == pytest.approx(0.4)  # the nearest passage of each probe
    empty = make.library({})
    empty.embedder = make.embedder()
    assert chance_cosine(empty) == 0.0
    assert len(PROBES) == 6


def test_the_same_words_are_as_near_as_can_be_and_chance_is_nought(make) -> None:
    embedder = make.embedder()
    ferry, other = make.evidence("The ferry is late."), make.evidence("Bread is dear.", score=1.1, start=50)
    looked = sharpen(embedder, 0.2, embedder.embed_query("When is the ferry?"), [other, ferry])
    assert [each.text for each in looked] == ["The ferry is late.", "Bread is dear."]
    assert [each.nearness for each in looked] == pytest.approx([1.0, 0.0])
    assert looked[0].score == pytest.approx(1.0 + NEARNESS_WEIGHT)
    assert looked[1].score == 1.1


def test_a_row_is_read_with_its_column_titles(make) -> None:
    embedder = make.embedder()
    row = make.evidence("June\t12", SectionKind.TABLE, section="Ferry trips")
    (looked,) = sharpen(embedder, 0.0, embedder.embed_query("ferry"), [row])
    assert looked.nearness == pytest.approx(1.0)


def test_only_the_best_are_looked_at(make) -> None:
    embedder = make.embedder()
    many = [
        make.evidence("The ferry is late.", score=1 - n / 100, start=n * 50) for n in range(LOOKED_AT + 3)
    ]
    looked = sharpen(embedder, 0.0, embedder.embed_query("ferry"), many)
    assert [each.nearness > 0 for each in looked] == [True] * LOOKED_AT + [False] * 3
    assert sharpen(embedder, 0.0, embedder.embed_query("ferry"), []) == []
