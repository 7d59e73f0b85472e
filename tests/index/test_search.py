"""Both searches: exact filters before ranking, and no word that breaks them."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.models import Filters, LibraryError

EVERYTHING = 1_000

FOUND = [
    (Filters(), {"july.txt", "march.txt", "page.txt"}),
    (Filters(body="cypsc"), {"july.txt"}),
    (Filters(body="health"), {"march.txt"}),
    (Filters(body="Planning Committee"), set()),
    (Filters(body=""), set()),
    (Filters(council="northfold"), {"july.txt", "march.txt"}),
    (Filters(council="NCC", body="HWP"), {"march.txt"}),
    (Filters(date_from=dt.date(2019, 7, 17), date_to=dt.date(2019, 7, 17)), {"july.txt"}),
    (Filters(date_from=dt.date(2019, 7, 18)), {"march.txt"}),
    (Filters(date_from=dt.date(2030, 1, 1)), set()),
    (Filters(item="27"), {"july.txt"}),
    (Filters(item="hw/21/4."), {"march.txt"}),
    (Filters(item="6"), {"july.txt"}),
    (Filters(item="99"), set()),
    (Filters(document="july.txt"), {"july.txt"}),
    (Filters(document="JULY"), {"july.txt"}),
    (Filters(document=".txt"), set()),
    (Filters(document="august"), set()),
]


@pytest.mark.parametrize(("filters", "documents"), FOUND)
def test_filters_choose_before_ranking(library, filters, documents):
    vector = library.embedder.embed_query("training")
    near = library.store.nearest(vector, EVERYTHING, filters)
    keys = {"27": "july.txt#1.1", "hw/21/4.": "march.txt#1.1", "6": "july.txt#1.2", "99": "none"}
    key = keys[filters.item] if filters.item else None
    chosen = [passage for passage in library.passages(item_key=key) if passage.span.document_id in documents]
    assert {hit.passage.id for hit in near} == {passage.id for passage in chosen}
    words = ["members", "caseload", "waiting", "page", "note", "staff", "council", "title"]
    assert {
        hit.passage.span.document_id for hit in library.store.matching(words, EVERYTHING, filters)
    } <= documents
    assert {meeting.document for meeting in library.meetings(filters)} == documents
    assert {item.document for item in library.items(filters)} == documents
    assert library.coverage(filters).documents == len(documents)


def test_one_best_passage_is_found_under_a_filter_however_many_are_nearer_outside(build, tmp_path, library):
    folder = tmp_path / "more"
    folder.mkdir()
    for number in range(60):
        (folder / f"{number}.txt").write_text(
            f"Date: 2022-01-01\n# 1 Training\nTraining {number} training training.\n"
        )
    build(folder)
    library.refresh()
    filters = Filters(document="march.txt")
    for hits in (
        library.store.nearest(library.embedder.embed_query("training training"), 1, filters),
        library.store.matching(["training", "dentists"], 1, filters),
    ):
        assert [(hit.rank, hit.passage.span.document_id) for hit in hits] == [(1, "march.txt")]


def test_nearest_is_cosine_best_first(library):
    vector = library.embedder.embed_query("unconscious bias training for custody staff")
    hits = library.store.nearest(vector, 3, Filters())
    assert hits[0].passage.text == "Members discussed unconscious bias training for custody staff."
    assert [hit.rank for hit in hits] == [1, 2, 3]
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    text = f"{hits[0].passage.heading}\n{hits[0].passage.text}"
    assert hits[0].score == pytest.approx(float(library.embedder.embed_query(text) @ vector), abs=1e-6)


def test_nearest_refuses_another_models_vector(library):
    with pytest.raises(LibraryError, match="3 dimensions and the library's have 32"):
        library.store.nearest(np.ones(3, np.float32), 1, Filters())


def test_matching_stems_both_sides_and_scores_up(library):
    hits = library.store.matching(["discussing", "dentist"], 5, Filters())
    assert [hit.passage.text for hit in hits] == [
        "Waiting lists for dentists grew.",
        "Members discussed unconscious bias training for custody staff.",
    ]
    assert hits[0].score > hits[1].score > 0


def test_matching_reads_headings_too_but_weighs_them_less(build, tmp_path, library):
    (tmp_path / "parks.txt").write_text(
        "# 1 Orchards\nTrees were planted there.\n# 2 Trees\nOrchards were planted there.\n"
    )
    build(tmp_path / "parks.txt")
    library.refresh()
    hits = library.store.matching(["orchards"], 5, Filters(document="parks.txt", item="2"))
    hits += library.store.matching(["orchards"], 5, Filters(document="parks.txt", item="1"))
    assert [hit.passage.title for hit in hits] == ["Trees", "Orchards"]
    assert hits[0].score > hits[1].score


@pytest.mark.parametrize("word", ["17.3", "caséload", "CASELOAD"])
def test_matching_finds_figures_accents_and_capitals(library, word):
    (hit,) = library.store.matching([word], 5, Filters())
    assert hit.passage.text == "The caseload was 17.3 on average."


def test_a_filter_may_be_any_text(library):
    odd = "\ud800\0'\"%"
    for filters in (Filters(body=odd), Filters(council=odd), Filters(item=odd), Filters(document=odd)):
        assert library.store.matching(["training"], 5, filters) == []
        assert library.items(filters) == []
    with pytest.raises(LibraryError, match="holds no item"):
        library.item(odd)


@pytest.mark.parametrize(
    "words",
    [[], [""], ["'"], ['"'], ["OR"], ["NEAR("], ["q AND NOT r"], ["text:x"], ["^x*"], ["\0"], ["-" * 99], ["x" * 9999],
     ["\ud800"], ["(" * 500], [f"word{n}" for n in range(5000)]],
)  # fmt: skip
def test_matching_never_raises_on_odd_words(library, words):
    assert library.store.matching(words, 5, Filters()) == []


@given(st.lists(st.text(), max_size=8))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_matching_takes_any_words(library, words):
    library.store.matching(words, 5, Filters(body=" ".join(words)))


@pytest.mark.parametrize("k", [0, -1, 10_000])
def test_any_number_of_hits_may_be_asked_for(library, k):
    vector = library.embedder.embed_query("training")
    assert len(library.store.nearest(vector, k, Filters())) == (9 if k > 0 else 0)
    assert len(library.store.matching(["training"], k, Filters())) == (2 if k > 0 else 0)
