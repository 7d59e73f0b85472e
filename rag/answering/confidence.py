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
from pathlib import Path

from index.passages import section_of
from rag.retrieval.evidence import Evidence
from rag.understanding.lexicon import Term
from rag.understanding.question import Question
from rag.understanding.wanted import Wanted
from rag.understanding.words import ACTS, stems

FILE = Path(__file__).with_name("confidence.json")
MOST_WORDS = 10  # counted; a longer question is no surer
NOT_MET = 0.6  # credit below which a word is not met
STATED = 0.5  # chance that a section answers which is itself what is asked for
LEAST = 0.02  # chance under which, and over 1 - LEAST, a reranker tells no more


@dataclass(frozen=True, slots=True)
class Signs:
    """What is seen of the best evidence that could answer: the more of a sign, the surer, or the less so, it makes."""

    relevant: float  # log-odds of the best chance that a sentence answers by itself, by the rerankers
    words: float  # that say what the question is about: of many, a share is seldom met by chance
    stating: float  # 1 when the sort of section itself answers: who was present, where, what was declared
    fitting: float  # 1 when the evidence has the sort of thing wanted: a sum, a date, a name
    unmet: float  # weight of the weightiest word asked about that is nowhere in its passage: "tagging"


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
    question: Question, terms: Sequence[Term], near: Sequence[Evidence], evidence: Evidence, stating: bool
) -> Signs:
    """The signs of the evidence that would answer, among all that is near it. `stating` is as in `Signs`."""
    return Signs(
        relevant=_log_odds(max(STATED * stating, *(each.relevance for each in (evidence, *near)))),
        words=float(min(len(question.content), MOST_WORDS)),
        stating=float(stating),
        fitting=float(evidence.fits),
        unmet=_unmet(question, terms, evidence),
    )


def _log_odds(relevance: float) -> float:
    held = min(max(relevance, LEAST), 1.0 - LEAST)
    return math.log(held / (1.0 - held))


def _unmet(question: Question, terms: Sequence[Term], evidence: Evidence) -> float:
    """The weight of the weightiest word asked about that neither the passage nor its heading has; what was decided need
    not say that it was approved."""
    passage = evidence.passage
    words = stems(passage.text) | stems(passage.heading) | stems(section_of(passage))
    decided = question.wanted is Wanted.DECISION
    about = (term for term in terms if not (term.word.is_frame or (decided and term.word.plain in ACTS)))
    return max((term.weight for term in about if term.credit(words) < NOT_MET), default=0.0)
