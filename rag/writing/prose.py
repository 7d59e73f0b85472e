"""May a sentence in other words stand for a quote? Only when it brings nothing in and turns nothing round.

The record's own words are shown as they are. A sentence that somebody else wrote (a language model) is held
against one sentence of one quote, and everything that could change what it says must be as it is there. What
is right but said too freely falls as well: the quote itself is then shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from corpus.models import SectionKind
from corpus.parts.lines import split_sentences
from rag.answering.places import SAID
from rag.models import Citation, Claim
from rag.understanding.words import FRAME, STOP, TOKEN, plain, stem, stems, tokens
from rag.writing.verify import stands

KEPT = 0.4  # share of each quoted sentence's content words that must be told: less is a scrap out of context

_DECIDES = re.compile(r"\b(?:decid\w+|agree[ds]?|agreeing|resolv\w+)\b", re.IGNORECASE)
_DECIDED = "agreed resolved decision"
_NEGATION = re.compile(r"\b(?:not|no|never|none|nor|neither|without|cannot|\w+n['’]t)\b", re.IGNORECASE)
_LIMIT = re.compile(r"\b(?:up to|at least|at most)\b")
# Words that turn what stands beside them: as many kinds of them in the sentence as in the quote.
_TURNING = frozenset(
    stem(word)
    for word in """if unless except whether until subject provided pending only all every both most more less fewer few
    above below under before after against should may might must could would will shall can hope intend expect aim
    propose proposal draft suggest consider allege claim deny false untrue incorrect wrong mistaken nothing nobody
    reject refuse defer postpone withdraw withdrew withdrawn lose lost defeat oppose decline fail cancel abandon
    scrap stop cease delay hardly nearly almost instead rather ignore disregard forget pretend instruct instruction
    prompt""".split()
)
_TO_COME = frozenset(("will", "shall"))  # "that it be done" is "it will be done"
_ASKING = (SectionKind.DECISION, SectionKind.RECOMMENDATION)


def bears_out(citation: Citation, sentence: str) -> bool:
    """Whether the quote says what the sentence says. A decision bears out only what holds for the whole of it."""
    decided = citation.kind is SectionKind.DECISION
    if _DECIDES.search(sentence) and not decided:
        return False
    units = [citation.quote] if decided else [*_sentences(citation.quote), citation.quote]
    return any(_says(replace(citation, quote=unit), sentence) for unit in dict.fromkeys(units))


def _says(citation: Citation, sentence: str) -> bool:
    unit = citation.quote
    label = SAID[citation.kind]  # "Reported": printed before the sentence, so it may say so itself
    if citation.kind is SectionKind.DECISION:
        label = f"{label} {_DECIDED} {citation.body or ''}"
    labelled = replace(citation, quote=f"{unit}\n{label}")
    told = set(_content(sentence))
    return (
        stands(Claim(sentence, (citation.n,)), [labelled])
        and bool(told)
        and told <= stems(labelled.quote)
        and all(
            len(told & held) >= KEPT * len(held)
            for held in (set(_content(each)) for each in _sentences(unit))
        )
        and _figures_fit(sentence, unit)
        and _in_order(sentence, unit)
        and sorted(_denied(sentence)) == sorted(_denied(unit))
        and _turns(sentence, citation.kind) == _turns(unit, citation.kind)
    )


def _sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text, 0, len(text))]


def _content(text: str) -> list[str]:
    return [stem(word) for word in tokens(text) if word not in STOP]


def _figures_fit(sentence: str, unit: str) -> bool:
    """Whether every number stands before or behind the same word: not 3 schools out of "12 schools and 3 nurseries"."""
    held = set(_beside(unit))
    return all(
        any((figure, *side) in held for side in sides)
        for figure, sides in _grouped(_beside(sentence)).items()
    )


def _beside(text: str) -> Iterator[tuple[str, str, str]]:
    """Each number with the content word before it and the one behind it."""
    words = ["", *_content(text), ""]
    for before, word, behind in zip(words, words[1:], words[2:], strict=False):
        if word[:1].isdigit():
            yield word, "before", before
            yield word, "behind", behind


def _grouped(beside: Iterator[tuple[str, str, str]]) -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for figure, side, word in beside:
        found.setdefault(figure, []).extend([(side, word)] if word else [])
    return found


def _in_order(sentence: str, unit: str) -> bool:
    """Whether names and figures come as the quote has them: nothing else tells who asked whom, or what fell to what."""
    held = _names_and_figures(unit)
    known, rest = set(held), iter(held)
    return all(each in rest for each in _names_and_figures(sentence) if each in known)


def _names_and_figures(text: str) -> list[str]:
    words = [plain(word) for word in TOKEN.findall(text) if not word[0].islower()]
    return [word for word in words if word not in STOP and word not in FRAME]


def _denied(text: str) -> Iterator[str]:
    """The word that each negation is of."""
    for match in _NEGATION.finditer(text):
        yield next(iter(_content(text[match.end() :])), "")


def _turns(text: str, kind: SectionKind) -> set[str]:
    words = {stem(word) for word in tokens(text)} & _TURNING | set(_LIMIT.findall(text.casefold()))
    return words - _TO_COME if kind in _ASKING else words
