"""Plain words and the record's words for the same thing, from thesaurus.txt."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from pathlib import Path

from rag.understanding.words import STOP, stem, tokens

Phrase = tuple[str, ...]  # stems, in order
FILE = Path(__file__).with_name("thesaurus.txt")


@cache
def thesaurus() -> dict[Phrase, frozenset[Phrase]]:
    """What may stand for a word or phrase. `a = b` goes both ways, `a > b` from left to right only.

    Keys hold every stem, for finding them in a question; values only the stems that carry meaning,
    for finding them, in any order, in a sentence.
    """
    table: dict[Phrase, set[Phrase]] = defaultdict(set)
    for line in FILE.read_text(encoding="utf-8").splitlines():
        rule = line.partition("#")[0].strip()
        if ">" in rule:
            left, _, right = rule.partition(">")
            for plain in left.split(","):
                table[_stems(plain)] |= {_meaning(other) for other in right.split(",")}
        elif "=" in rule:
            entries = rule.split("=")
            for entry in entries:
                table[_stems(entry)] |= {_meaning(other) for other in entries} - {_meaning(entry)}
    return {phrase: frozenset(filter(None, others)) for phrase, others in table.items() if phrase}


@cache
def opposites() -> dict[str, frozenset[str]]:
    """Stems that must never stand for a stem, from the lines `a ! b ! c`: words used alike may mean the contrary."""
    table: dict[str, set[str]] = defaultdict(set)
    for line in FILE.read_text(encoding="utf-8").splitlines():
        words = [stem(word.strip()) for word in line.partition("#")[0].split("!")]
        for word in words if len(words) > 1 else ():
            table[word] |= set(words) - {word}
    return {word: frozenset(others) for word, others in table.items()}


def _stems(entry: str) -> Phrase:
    return tuple(stem(word) for word in tokens(entry))


def _meaning(entry: str) -> Phrase:
    words = tokens(entry)
    return tuple(stem(word) for word in words if word not in STOP) or tuple(map(stem, words))
