"""How sure it is that the record answers a question, told by a few signs of its best evidence.

A logistic regression over `Signs`; `confidence.json` holds its weights and the least chance at which a question is
answered. `python -m eval.fit_confidence` fits them anew, on known answers that no reranker has learnt from.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import astuple, dataclass, fields
from functools import cache
from itertools import pairwise
from pathlib import Path

from index.passages import section_of
from rag.retrieval.evidence import Evidence
from rag.understanding.lexicon import PLAIN, Term
from rag.understanding.question import Question
from rag.understanding.words import stem, stems, tokens

FILE = Path(__file__).with_name("confidence.json")
MOST_WORDS = 10  # counted; a longer question is no surer
BEST = 8  # sentences looked at for where they stand
NOT_MET = 0.6  # credit below which a word beside another is not met


@dataclass(frozen=True, slots=True)
class Signs:
    """What is seen of the best evidence that could answer: the more of a sign, the surer, or the less so, it makes."""

    met: float  # share of the question's weight met in and around the sentence, 0 to 1
    relevant: float  # the chance that the sentence itself answers, by the rerankers, 0 to 1
    words: float  # that say what the question is about: of many, a share is seldom met by chance
    beside: float  # weight of the weightiest word it lacks that stands before one it has: "electric buses"
    together: float  # share of the best sentences that are of its item, 0 to 1
    stating: float  # 1 when the sort of section itself answers: who was present, where, what was declared
    fitting: float  # 1 when it has the sort of thing wanted: a sum, a date, a name
    doubted: float  # 1 when a word that decides the question is not in it, or a name not in its item


@dataclass(frozen=True, slots=True)
class Weights:
    """What the signs count for. `threshold` is the least chance at which a question is answered; `ruled_out` the
    chance when no evidence passes the rules that are certain."""

    base: float
    signs: tuple[float, ...]
    threshold: float
    ruled_out: float


def chance(signs: Signs) -> float:
    """The chance, 0 to 1, that the record answers."""
    known = weights()
    total = known.base + sum(weight * sign for weight, sign in zip(known.signs, astuple(signs), strict=True))
    return 1.0 / (1.0 + math.exp(-total))


@cache
def weights() -> Weights:
    """As fitted; ValueError when the file does not hold one weight for each sign."""
    held = json.loads(FILE.read_text(encoding="utf-8"))
    names = [field.name for field in fields(Signs)]
    if set(held["signs"]) != set(names):
        raise ValueError(f"{FILE.name} must hold a weight for each of: {', '.join(names)}")
    signs = tuple(float(held["signs"][name]) for name in names)
    return Weights(float(held["base"]), signs, float(held["threshold"]), float(held["ruled_out"]))


def signs_of(
    question: Question, terms: Sequence[Term], weighed: Sequence[Evidence], evidence: Evidence, stating: bool
) -> Signs:
    """The signs of one piece of all the evidence, which is sorted best first. `stating` is as in `Signs`."""
    return Signs(
        met=evidence.coverage,
        relevant=evidence.relevance,
        words=float(min(len(question.content), MOST_WORDS)),
        beside=_beside(question, terms, evidence),
        together=_together(weighed, evidence),
        stating=float(stating),
        fitting=float(evidence.fits),
        doubted=float(evidence.lacks_crux),
    )


def _together(weighed: Sequence[Evidence], evidence: Evidence) -> float:
    places = [_place(each) for each in weighed[:BEST]]
    return places.count(_place(evidence)) / max(1, len(places))


def _place(evidence: Evidence) -> str:
    passage = evidence.passage
    return passage.matter or passage.item_key or passage.span.document_id


def _beside(question: Question, terms: Sequence[Term], evidence: Evidence) -> float:
    """The weight of the weightiest word that the passage lacks and that stands before a word that it has."""
    passage = evidence.passage
    words = stems(passage.text) | stems(passage.heading) | stems(section_of(passage))
    met = {term.word.stem: term.credit(words) for term in terms if not term.word.is_frame}
    weight = {term.word.stem: term.weight for term in terms}
    spoken = [stem(word) for word in tokens(question.text)]
    return max(
        (
            weight[first]
            for first, second in pairwise(spoken)
            if met.get(first, 1.0) < NOT_MET and met.get(second, 0.0) >= PLAIN
        ),
        default=0.0,
    )
