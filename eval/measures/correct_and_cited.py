"""Correct and correctly cited: both hold of the same answer. The headline.

A right answer with a wrong source counts as wrong, as in the FEVER score: J. Thorne et al., "FEVER: a
Large-scale Dataset for Fact Extraction and VERification", NAACL 2018. Asked of answerable questions.
"""

from __future__ import annotations

from eval.measures.correct import correct
from eval.measures.correctly_cited import correctly_cited
from eval.models import Asked


def correct_and_cited(asked: Asked) -> tuple[bool, ...]:
    return (correct(asked) + correctly_cited(asked) == (True, True),) if asked.known.answerable else ()
