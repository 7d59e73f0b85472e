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
    claim = without_markers(claim)
    words = content(claim)
    if not citations or not (words or numbers(claim)):
        return False
    there = "\n".join(f"{shown(one)}\n{one.title or ''}" for one in citations)
    known = set(content(there))
    covered = sum(word in known for word in words)
    names = {word for name in _NAME.findall(claim) for word in content(name)}
    return (
        numbers(claim) <= numbers(there)
        and names <= known
        and covered >= COVERAGE * len(words)
        and not unlike(claim, "\n".join(one.quote for one in citations))
    )


def content(text: str) -> list[str]:
    """The words that say something, by their first five letters; negations and numbers are judged by themselves."""
    return [
        word[:5]
        for word in _WORD.findall(fold(text))
        if word not in _SMALL and not word.isdigit() and not _NOT.fullmatch(word)
    ]


def unlike(claim: str, quotes: str) -> bool:
    """Whether one of the two denies what the other says: neighbouring words that only one of them negates."""
    (said, denied), (there, denied_there) = _pairs(claim), _pairs(quotes)
    return bool((denied - said) & (there - denied_there) or (said - denied) & (denied_there - there))


def _pairs(text: str) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    """Neighbouring content words: those said plainly, and those with a negation between or right before them."""
    said: set[tuple[str, str]] = set()
    denied: set[tuple[str, str]] = set()
    before, negated_before, negated = "", False, False
    for word in _WORD.findall(fold(text)):
        if _NOT.fullmatch(word):
            negated = True
        elif own := content(word):
            (denied if negated or negated_before else said).add((before, own[0]))
            before, negated_before, negated = own[0], negated, False
    return said, denied
