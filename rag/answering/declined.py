"""What a question takes for granted was refused to be done, where it was decided to do it: "why did they refuse to mend
the pier"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.models import SectionKind
from rag.answering.premise import Gainsaid
from rag.retrieval.evidence import Evidence
from rag.understanding.granted import granted
from rag.understanding.lexicon import Term
from rag.understanding.question import Question
from rag.understanding.words import ACTS, STOP, stem, stems, tokens

ABOUT = 0.5  # share of what was refused that a decision and its title must say
BEFORE = 8  # words before what is done that may deny it

_BODY = (
    r"(?:council|councillors|members|panel|cabinet|committee|board|scrutiny|subgroup|district|they|we|you)"
)
_DECLINED = re.compile(
    rf"\b{_BODY}\b(?:\s+(?:has|have|had))?\s+"
    r"(?:(?:refuse|decline)[ds]?\s+to|(?:decided?|agreed?|voted?|resolved?|chose|choose)\s+(?:not\s+to|against))"
    r"\s+(?P<done>[a-z]+)\b(?P<what>[^?;]*)",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(?:not|no|nor|never|without|unless|if|whether|refus\w*|declin\w*|rather than|instead of)\b|n['’]t\b",
    re.IGNORECASE,
)


def find_declined(question: Question, terms: Sequence[Term], weighed: Sequence[Evidence]) -> Gainsaid | None:
    """The best decision to do what a question of these terms takes for granted that a body refused to do; None where
    one denies it, or none speaks of it."""
    match = _DECLINED.search(granted(question.text) or "")
    if match is None or match["done"].lower() in ACTS | STOP:
        return None
    done, what = stem(match["done"].lower()), stems(match["what"])
    about = [term for term in terms if term.word.stem in what - {done} and not term.word.is_frame]
    decided = [
        each
        for each in weighed
        if each.passage.kind is SectionKind.DECISION and done in stems(each.text) and _is_about(about, each)
    ]
    if not decided or any(_denies(done, each.text) for each in decided):
        return None
    return Gainsaid(decided[0])


def _is_about(terms: Sequence[Term], evidence: Evidence) -> bool:
    words = stems(f"{evidence.text} {evidence.passage.title or ''}")
    met = sum(term.weight * term.credit(words) for term in terms)
    return bool(terms) and met >= ABOUT * sum(term.weight for term in terms)


def _denies(done: str, text: str) -> bool:
    """Whether a decision speaks of not doing it, anywhere."""
    words = tokens(text)
    return any(
        _NOT.search(" ".join(words[max(0, at - BEFORE) : at])) is not None
        for at, word in enumerate(words)
        if stem(word) == done
    )
