"""Whether cited words bear a claim out: a plain check by words, in the stead of ALCE's entailment model.

It shares nothing with the program's own verification, so that the one can find the other at fault. A claim is borne
out when (a) all its numbers, and (b) all the names within its sentences are among the words at the citations;
(c) at least 80% of its content words are, by their first five letters: the coverage of M. Grusky, M. Naaman and
Y. Artzi, "Newsroom: A Dataset of 1.3 Million Summaries with Diverse Extractive Strategies", NAACL 2018, by words;
and (d) it negates what they negate, and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from eval.wording import fold, numbers, shown, without_markers
from rag.models import Citation

COVERAGE = 0.8
_WORD = re.compile(r"[^\W_]+(?:'[^\W\d_]+)?")
_NAME = re.compile(r"(?<=[\w,;:)] )[A-Z][\w’'-]*[\w]")  # a capital that no beginning of a sentence explains
_NOT = re.compile(r"not|no|never|none|neither|nor|without|cannot|nobody|nothing|\w+n't")
_SMALL = frozenset(
    "a an the of in on at to by for from with and or but as is are was were be been being has have had do does did it"
    " its this that these those their they them he she his her we our you your i my which who whom whose what when"
    " where than then there so such if into about over under also would will shall should could can may might"
    " must".split()
)


def supports(claim: str, citations: Sequence[Citation]) -> bool:
    """Whether the quotes, with the date, body, numbers and title shown beside them, bear out the claim."""
    said = read(without_markers(claim))
    if not citations or not (said.content or said.numbers):
        return False
    quotes = read("\n".join(one.quote for one in citations))
    there = read("\n".join(f"{shown(one)}\n{one.title or ''}" for one in citations))
    known = set(there.content)
    covered = sum(word in known for word in said.content)
    return (
        said.numbers <= there.numbers
        and said.names <= known
        and covered >= COVERAGE * len(said.content)
        and not unlike(said, quotes)
    )


@dataclass(frozen=True, slots=True)
class Words:
    """What a text says, as two texts are compared."""

    content: tuple[
        str, ...
    ]  # the words that say something, by their first five letters; neither numbers nor negations
    numbers: frozenset[str]
    names: frozenset[str]  # of the content
    plain: frozenset[tuple[str, str]]  # neighbours in the content, said plainly
    denied: frozenset[tuple[str, str]]  # neighbours with a negation between or right before them


@lru_cache(maxsize=1024)
def read(text: str) -> Words:
    """The words of a text."""
    content: list[str] = []
    plain: set[tuple[str, str]] = set()
    denied: set[tuple[str, str]] = set()
    negated_before = negated = False
    for word in _WORD.findall(fold(text)):
        if _NOT.fullmatch(word):
            negated = True
        elif word not in _SMALL and not word.isdigit():
            pair = (content[-1] if content else "", word[:5])
            (denied if negated or negated_before else plain).add(pair)
            content.append(word[:5])
            negated_before, negated = negated, False
    names = {word[:5] for name in _NAME.findall(text) for word in _WORD.findall(fold(name))}
    return Words(
        tuple(content),
        frozenset(numbers(text)),
        frozenset(names & set(content)),
        frozenset(plain),
        frozenset(denied),
    )


def unlike(one: Words, other: Words) -> bool:
    """Whether one of the two denies what the other says: neighbouring words that only one of them negates."""
    return bool(
        (one.denied - one.plain) & (other.plain - other.denied)
        or (one.plain - one.denied) & (other.denied - other.plain)
    )
