"""Plain words and the record's words for the same thing, from thesaurus.txt."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from rag.understanding.words import STOP, stem, tokens

Phrase = tuple[str, ...]  # stems, in order
FILE = Path(__file__).with_name("thesaurus.txt")

_UNSAID = ""  # of what need not be told: the same word in other letters


@cache
def thesaurus() -> dict[Phrase, dict[Phrase, str]]:
    """What may stand for a word or phrase, each with how it is told to an asker: "" when it need not be.

    `a = b` goes both ways and `a ~ b` from left to right, and neither need be told; `a > b` goes from left to right and
    is told. Keys hold every stem, for finding them in a question; values only the stems that carry meaning, for
    finding them, in any order, in a sentence. Words in brackets are told and not sought.
    """
    table: dict[Phrase, dict[Phrase, str]] = defaultdict(dict)
    for plain, other, told in _pairs():
        if (own := _stems(plain)) and (meant := _meaning(other)) and own != meant:
            said = re.sub(r"[()]", "", other) if told else _UNSAID
            table[own][meant] = said and table[own].get(meant, said)
    return dict(table)


@cache
def thesaurus_words() -> frozenset[str]:
    """Every word of the file: none of them is a misspelling."""
    return frozenset(word for plain, other, _ in _pairs() for word in (*tokens(plain), *tokens(other)))


def _pairs() -> Iterator[tuple[str, str, bool]]:
    """(plain words, the record's words, whether that is to be told), entry by entry."""
    for line in FILE.read_text(encoding="utf-8").splitlines():
        rule = line.partition("#")[0].strip()
        for sign in (">", "~"):
            if sign in rule:
                left, right = ([each.strip() for each in side.split(",")] for side in rule.split(sign))
                yield from ((plain, other, sign == ">") for plain in left for other in right)
        if "=" in rule:
            entries = [each.strip() for each in rule.split("=")]
            yield from ((one, other, False) for one in entries for other in entries if one != other)


@cache
def _stems(entry: str) -> Phrase:
    return tuple(stem(word) for word in _words(entry))


@cache
def _meaning(entry: str) -> Phrase:
    words = _words(entry)
    return tuple(stem(word) for word in words if word not in STOP) or tuple(map(stem, words))


def _words(entry: str) -> list[str]:
    return tokens(re.sub(r"\([^()]*\)", "", entry))
