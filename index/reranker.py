"""Rerankers: read a question and a sentence together and tell how likely the sentence answers it.

Cross-encoders (R. Nogueira and K. Cho, "Passage Re-ranking with BERT", 2019) with a linear layer over the mean of
their token states, kept as int8 ONNX beside this file: a small one (all-MiniLM-L6-v2, five milliseconds a sentence)
reads many sentences, a large one (the lower eight layers of all-mpnet-base-v2, some fifty) the few that then seem
best, as in multi-stage ranking (R. Nogueira, W. Yang, K. Cho and J. Lin, 2019). Both were trained, as `python -m
eval.train_reranker` trains, on questions about minutes that no evaluation asks about, then on the tuning half of the
known answers. They need neither torch nor the library's embedding model.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Protocol

import numpy as np

from index.embed import cores, open_onnx
from index.late import LateInteraction

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Encoding, Tokenizer

SMALL = Path(__file__).with_name("reranker-small.onnx")
LARGE = Path(__file__).with_name("reranker-large.onnx")
TOKENS = 104  # of question and sentence together, as in training; the rest of a long sentence is not seen


class Matcher(Protocol):
    """Whatever tells how well the words of texts meet a question's."""

    def score(self, question: str, texts: Sequence[str]) -> list[float]:
        """For each text how well it meets the question: up to about 1."""
        ...


class Reranker(Protocol):
    """Whatever tells how likely sentences answer a question."""

    def score(self, question: str, texts: Sequence[str]) -> list[float]:
        """For each text the chance, 0 to 1, that it answers."""
        ...


class OnnxReranker:
    """A bundled one. Loads on first use; thread-safe. Texts run one at a time, one core each, as in `MiniLMOnnx`."""

    def __init__(self, model: Path = SMALL) -> None:
        self._model = model
        self._loaded: tuple[Tokenizer, InferenceSession] | None = None
        self._lock = Lock()

    def score(self, question: str, texts: Sequence[str]) -> list[float]:
        if not texts:
            return []
        tokenizer, session = self._load()
        encodings = tokenizer.encode_batch([(question, text) for text in texts])
        with ThreadPoolExecutor(cores()) as pool:
            return list(pool.map(lambda encoding: _chance(session, encoding), encodings))

    def _load(self) -> tuple[Tokenizer, InferenceSession]:
        with self._lock:
            if self._loaded is None:
                tokenizer, session = open_onnx(self._model)
                tokenizer.enable_truncation(TOKENS)  # the longer of the two first
                self._loaded = tokenizer, session
            return self._loaded


def _chance(session: InferenceSession, encoding: Encoding) -> float:
    inputs = {
        "input_ids": np.array([encoding.ids], np.int64),
        "token_type_ids": np.array([encoding.type_ids], np.int64),
    }
    (logits,) = session.run(None, inputs)
    return 1.0 / (1.0 + math.exp(-float(np.asarray(logits)[0])))


@dataclass(frozen=True, slots=True)
class Rerankers:
    """One that reads many sentences, one that reads the few which then seem best, and what matches the words of every
    one to choose which are read at all."""

    many: Reranker = field(default_factory=lambda: OnnxReranker(SMALL))
    few: Reranker = field(default_factory=lambda: OnnxReranker(LARGE))
    every: Matcher = field(default_factory=LateInteraction)
