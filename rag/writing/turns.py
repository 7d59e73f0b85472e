"""The same statement turned another way: who was asked by whom, whose consent.

Each turn is a further way to read the same words. None leaves a word out or brings one in. Where a word of scope
stands ("not", "whether", "said"), turning the words about it could say something else: there is no turn then.
"""

from __future__ import annotations

from collections.abc import Iterator

from rag.writing.canon import COMMA

Words = tuple[str, ...]

_LONGEST_OWNER = 4  # words: "the harbour master of Ash's consent"
_MOST = 3  # turns of one sort in a sentence: a hostile one could have hundreds
_IRREGULAR = frozenset(
    """told sold bought held made given sent kept found paid spent built brought taken seen written chosen shown drawn
    led lent met set put cut let left lost won begun heard read taught sought got upheld withdrawn""".split()
)
_SCOPE = frozenset(
    """not no never nor neither none nobody nothing without said says told asked if whether who whom whose which when
    while because but than unless though although noted heard agreed thought hoped planned proposed""".split()
)


def turned(words: Words) -> Iterator[Words]:
    """The words, then every other way round that says the same."""
    yield words
    yield from _owned(words)
    yield from _active(words)


def is_participle(word: str) -> bool:
    return word in _IRREGULAR or (word.endswith("ed") and len(word) > 3)


def _owned(words: Words) -> Iterator[Words]:
    """ "harbour master's consent" as "consent of harbour master"."""
    for at in [at for at, word in enumerate(words[:-1]) if word == "'s" and at][:_MOST]:
        for first in range(max(0, at - _LONGEST_OWNER), at):
            owner = words[first:at]
            if COMMA not in owner:
                for last in (at + 2, at + 3):
                    yield (*words[:first], *words[at + 1 : last], "of", *owner, *words[last:])


def _active(words: Words) -> Iterator[Words]:
    """ "lamps were mended last year by the clerk" as "the clerk mended lamps last year"."""
    for at in [at for at, word in enumerate(words[:-2]) if word in ("was", "were") and at][:_MOST]:
        verb = words[at + 1]
        if not is_participle(verb) or "by" not in words[at + 2 :]:
            continue
        by = words.index("by", at + 2)
        what, how, behind = words[:at], words[at + 2 : by], words[by + 1 :]
        for end in range(1, len(behind) + 1):
            if not _SCOPE.isdisjoint(what + how + behind[:end]) or "by" in how + behind[:end]:
                break
            if behind[end : end + 1] not in (("and",), ("or",)):
                yield (*behind[:end], verb, *_unparted(what), *how, *behind[end:])


def _unparted(words: Words) -> Words:
    """ "petition, signed by many," without its last comma."""
    return words[:-1] if words[-1:] == (COMMA,) else words
