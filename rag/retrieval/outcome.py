"""What may tell the outcome of a matter that was put at a time named: a later paper, if it is of that very matter."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.models import SectionKind
from corpus.parts.dates import find_dates
from index.models import Passage
from rag.retrieval.spoken import says_time
from rag.understanding.lexicon import PLAIN, Term
from rag.understanding.question import Question
from rag.understanding.when import says_date
from rag.understanding.words import stems

OF_ROW, OF_LATER = (
    0.5,
    0.7,
)  # share of what is asked about, by weight, that a row, and a later paper, must have
# That something was asked for, and done: not what.
_OUTCOME = stems(
    """recommendation recommended request requested action made make put completed done implemented outstanding followed
    taken response answered list all promise promised sought asked call called propose proposed suggest suggested build
    built ever yet progress news happened become became set launch launched start started begin begun going turn turned
    come came arrive arrived deliver delivered send sent give given since update finish finished open opened introduced
    see seen sight original originally still latest recent outcome result stand"""
)


def may_be_of_another(question: Question, terms: Sequence[Term], passage: Passage) -> bool:
    """Whether a later passage, which does not name the time at which the matter was put, lacks the matter's own words,
    as does the title above it."""
    if not question.of_past or (passage.date is not None and passage.date <= question.dates[-1].last):
        return False
    words = f"{passage.heading}\n{passage.text}"
    if any(says_time(passage, words, span) for span in question.dates):
        return False
    said = stems(f"{words}\n{passage.title or ''}")
    return _share(terms, [float(term.credit(said) >= PLAIN) for term in terms]) < OF_LATER


def is_of_other_days(question: Question, passage: Passage, text: str) -> bool:
    """Whether a row opens with another day than that of the recommendation whose outcome is asked: likely another's."""
    if not question.of_past or passage.kind is not SectionKind.MONITOR:
        return False
    opens = [start for _, start, _ in find_dates(text) if not re.search(r"\w", text[:start])]
    return bool(opens) and not any(says_date(text, span) for span in question.dates)


def is_of_matter(terms: Sequence[Term], own: Sequence[float]) -> bool:
    """Whether a row, which meets the terms so well, says half of what is asked about."""
    return _share(terms, own) >= OF_ROW


def _share(terms: Sequence[Term], credits: Sequence[float]) -> float:
    """How much is met of what a question is about, beside that something was asked for and done; 0 to 1, 0 when it is
    about nothing else."""
    about = [at for at, each in enumerate(terms) if not (each.word.is_frame or each.word.stem in _OUTCOME)]
    whole = sum(terms[at].weight for at in about)
    return sum(terms[at].weight * credits[at] for at in about) / whole if whole else 0.0
