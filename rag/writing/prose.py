"""May a sentence in other words stand for a sentence of the record? Only when it has the same words.

Somebody else wrote it (a language model), so nothing about it is trusted. It passes when every word, figure and comma
of the quote is in it, in the same order, and nothing else, save for a short closed list of ways to put the same thing:

* spelling: "Cllr", "5 per cent", "twelve", "3rd of May", "didn't", a plain word for an official one (`canon`);
* a comma before "and", an "also", the letter of a part, the office beside a name left out (`matching`);
* who did it last or first, "the clerk's consent", a date put first or last (`turns`);
* of a decision, the ways of saying that it was taken and what it does (`decisions`);
* who says it, where the kind of fact says so itself: "The report says that ...".

What is right but said more freely falls as well: the quote itself is then shown.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.models import SectionKind
from rag.writing.canon import COMMA
from rag.writing.decisions import (
    OF_WHAT_IS_ADVISED,
    OF_WHAT_IS_AGREED,
    OF_WHAT_IS_DECIDED,
    alike,
    quoted_readings,
    told_readings,
)
from rag.writing.frames import is_put_as_one, takers, unframed, without_heading
from rag.writing.matching import Pattern, matches, patterns, said
from rag.writing.turns import Words, turned

LONGEST = 1_500  # characters: longer sentences are quoted as they are
_PROSE = re.compile(r"[\w£“‘\"'][\w\s.,;:!?'’‘\"“”()£€$%&/–—-]+")
_PLAIN_MARKS = frozenset("‘’“”–—£€")
_DECIDES = re.compile(r"\b(?:decid\w+|agree[ds]?|agreeing|resolv\w+|resolution)\b", re.IGNORECASE)
_CLAUSE = re.compile(r"\b(?:that|which|who|whom|whose|whether|how|why|what|where)\b", re.IGNORECASE)
_ADVISED: tuple[Words, ...] = tuple(
    tuple(f"{who} {verb}".split())
    for who, verb in [
        ("report", "recommends"),
        ("report", "recommended"),
        ("it", "is recommended"),
        ("it", "was recommended"),
    ]
)
_REPORTED: tuple[Words, ...] = tuple(
    tuple(words.split()) for words in ("report says", "report said", f"according to report {COMMA}")
)
# What may be said (first) for what is quoted, and never the other way round.
_AS_IF = (("if", "whether"),)


def says_the_same(
    sentence: str, quote: str, kind: SectionKind, body: str | None, *, settled: bool = True
) -> bool:
    """Whether the sentence says what one sentence of the record says: no more, no less, and nothing else.

    `kind` is what the quote is, `body` who met. `settled` is False for a part of a decision whose other parts may say
    that it was lost: that it was decided is not said of it then.
    """
    if len(sentence) > LONGEST or len(quote) > LONGEST or not _is_prose(sentence, quote):
        return False
    if kind is SectionKind.DECISION:
        return _decides_the_same(sentence, quote, body, settled)
    if _DECIDES.search(sentence):
        return False
    words = said(sentence)
    if kind is SectionKind.RECOMMENDATION:
        return _advises_the_same(words, quote)
    leads = [()] if kind is not SectionKind.REPORT else [(), *_REPORTED]
    tellings = [words[len(lead) :] for lead in leads if words[: len(lead)] == lead]
    return any(_same(telling, pattern, _AS_IF) for pattern in patterns(quote) for telling in tellings)


def _is_prose(sentence: str, quote: str) -> bool:
    """Letters, figures and the marks of plain prose, and a question only where one was asked."""
    strange = {mark for mark in sentence if not mark.isascii()} - set(quote) - _PLAIN_MARKS
    asks = [text.rstrip().endswith("?") for text in (sentence, quote)]
    return bool(_PROSE.fullmatch(sentence)) and not strange and asks[0] == asks[1]


def _same(words: Words, pattern: Pattern, alike: Sequence[tuple[str, str]] = ()) -> bool:
    """Whether the words are the quote's as they stand, or once one of the two is turned another way."""
    if any(matches(turn, pattern, alike) for turn in turned(words)):
        return True
    return words in turned(pattern.words)


def _decides_the_same(sentence: str, quote: str, body: str | None, settled: bool) -> bool:
    by, words = takers(body), said(without_heading(sentence))
    passing = OF_WHAT_IS_AGREED if unframed(words, by)[1] else OF_WHAT_IS_DECIDED
    as_one, is_flat = settled and is_put_as_one(quote), _CLAUSE.search(quote, 4) is None
    for pattern in patterns(without_heading(quote)):
        if _same(words, pattern):
            return True
        if as_one and _parts(words) <= _parts(pattern.words):
            held = quoted_readings(_without_parts(pattern.words), by)
            for turn in turned(_without_parts(words)):
                told = told_readings(turn, by, passing, is_flat=is_flat)
                if any(alike(one, other, passing) for one in told for other in held):
                    return True
    return False


def _advises_the_same(words: Words, quote: str) -> bool:
    """A recommendation, as it stands or behind "the report recommends that"."""
    mine, nobody = _advice(words), frozenset[Words]()
    for pattern in patterns(quote):
        if _same(words, pattern):
            return True
        if mine is not None and is_put_as_one(quote):
            held = quoted_readings(_without_parts(_advice(pattern.words) or pattern.words), nobody)
            told = told_readings(_without_parts(mine), nobody, OF_WHAT_IS_ADVISED, is_flat=False)
            if any(alike(one, other, OF_WHAT_IS_ADVISED) for one in told for other in held):
                return True
    return False


def _advice(words: Words) -> Words | None:
    """What is recommended; None when the words do not say that it is."""
    return next((words[len(lead) :] for lead in _ADVISED if words[: len(lead)] == lead), None)


def _parts(words: Words) -> set[str]:
    return {word for word in words if word.startswith("¶")}


def _without_parts(words: Words) -> Words:
    """Without the letters of parts, and the colon before the first."""
    first = next((at for at, word in enumerate(words) if word.startswith("¶")), 0)
    colon = first - 1 if first and words[first - 1] == COMMA else -1
    return tuple(word for at, word in enumerate(words) if at != colon and not word.startswith("¶"))
