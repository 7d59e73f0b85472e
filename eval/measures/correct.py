"""Correct: every fact of the known answer stands in the answer's text, by at least one of its alternatives.

The facts are the "vital nuggets" of question answering tracks, judged all or nothing and by words alone:
E. Voorhees, "Overview of the TREC 2003 Question Answering Track", TREC 2003. Text and facts are folded
and compared by whole words (`eval.wording`); what was counted is part of the text. Asked of answerable questions; a
refusal there is wrong.
"""

from __future__ import annotations

from eval.models import Asked
from eval.wording import fold, holds, without_markers


def correct(asked: Asked) -> tuple[bool, ...]:
    return (not unmet(asked),) if asked.known.answerable else ()


def unmet(asked: Asked) -> tuple[tuple[str, ...], ...]:
    """The facts that the answer's text lacks."""
    answer = asked.answer
    counted = answer.computed.sentence if answer and answer.computed else ""
    text = fold(f"{without_markers(answer.text)}\n{counted}") if answer else ""
    return tuple(fact for fact in asked.known.facts if not any(holds(text, words) for words in fact))
