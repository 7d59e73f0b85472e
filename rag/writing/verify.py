"""Check every claim against the words it cites. A claim that fails is dropped whole."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import permutations

from corpus.parts.lines import fold
from rag.answering.cells import is_told
from rag.models import Citation, Claim
from rag.understanding.words import FRAME, STOP, stem, stems, tokens

_NUMBER = re.compile(r"(?:(?<!\w)-)?\d[\d,]*(?:\.\d+)?%?")
_NEGATION = re.compile(r"\b(?:not|no|never|none|nor|neither|without|cannot|\w+n['’]t)\b", re.IGNORECASE)
_NUMBER_WORD = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty"
    r"|hundreds?|thousands?|millions?|billions?|dozens?|half|halves|thirds?|quarters?|twice|double)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"\b[A-Z][\w’'-]+")
SUPPORTED = 0.6  # share of a claim's content words that its citations must hold


def verify(claims: Sequence[Claim], citations: Sequence[Citation]) -> tuple[Claim, ...]:
    """The claims that stand by what they cite."""
    by_number = {citation.n: citation for citation in citations}
    return tuple(
        claim for claim in claims if stands(claim, [by_number[n] for n in claim.citations if n in by_number])
    )


def stands(claim: Claim, cited: Sequence[Citation]) -> bool:
    """Whether numbers, names and negations of the claim, and most of its words, are in what it cites.

    Cells of a table's row may be told under the titles that another citation has for their columns.
    """
    if not cited or not claim.text.strip():
        return False
    quotes = "\n".join(citation.quote for citation in cited)
    if any(_repeats(claim.text, citation.quote) for citation in cited):
        return True
    if any(is_told(claim.text, row.quote, header.quote) for row, header in permutations(cited, 2)):
        return True
    words = stems(quotes)
    numbers = {number.replace(",", "") for number in _NUMBER.findall(quotes)}
    content = [stem(word) for word in tokens(claim.text) if word not in STOP]
    return (
        all(number.replace(",", "") in numbers for number in _NUMBER.findall(claim.text))
        and _lowered(_NUMBER_WORD, claim.text) <= _lowered(_NUMBER_WORD, quotes)
        and all(stem(word) in words for word in _names(claim.text))
        and len(_NEGATION.findall(claim.text)) == len(_NEGATION.findall(quotes))
        and sum(word in words for word in content) >= SUPPORTED * len(content)
    )


def _repeats(text: str, quote: str) -> bool:
    """Whether the text is in the quote word for word and leaves none of its negations out; "5%" is not in "15%"."""
    said, there = _plain(text), _plain(quote)
    whole = rf"(?<![\w£])(?<!\d[.,](?=\d))(?<!-(?=\d)){re.escape(said)}(?![\w%]|[.,]\d)"
    return re.search(whole, there) is not None and len(_NEGATION.findall(said)) == len(
        _NEGATION.findall(there)
    )


def _names(text: str) -> list[str]:
    """Words with a capital that say something: a sentence may begin with any."""
    words = [word for name in _NAME.findall(text) for word in tokens(name)]
    return [word for word in words if word not in STOP and word not in FRAME]


def _lowered(pattern: re.Pattern[str], text: str) -> set[str]:
    return {found.casefold() for found in pattern.findall(text)}


def _plain(text: str) -> str:
    return re.sub(r"[\s|;•…]+", " ", fold(text)).casefold().strip()
