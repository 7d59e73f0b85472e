"""The latest position first: who reads no further must not take for the council's mind what it has changed."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from corpus.models import SectionKind
from rag.answering.choose import Choice
from rag.answering.one_matter import of_one_matter
from rag.retrieval.evidence import Evidence
from rag.understanding.question import Question


def latest_first(question: Question, choice: Choice) -> Choice:
    """The choice, what is told of the latest decision's item before that of an older decision of one matter with it,
    unless a day or an item is asked about. All else stays in its order."""
    told = choice.evidence
    decided = [each for each in told if each.passage.kind is SectionKind.DECISION and each.passage.date]
    if question.dates or question.items or not decided:
        return choice
    latest = max(decided, key=_day)
    older = (each for each in decided if _day(each) < _day(latest) and of_one_matter(question, latest, each))
    passed = next(older, None)
    if passed is None or told.index(passed) > told.index(latest):
        return choice
    first = next(at for at, each in enumerate(told) if _is_beside(each, passed))
    its = [at for at, each in enumerate(told) if _is_beside(each, latest)]
    rest = [at for at in range(len(told)) if at not in its]
    order = [*(at for at in rest if at < first), *its, *(at for at in rest if at >= first)]
    return replace(
        choice,
        evidence=tuple(told[at] for at in order),
        also=tuple(choice.also[at] for at in order),
    )


def _day(one: Evidence) -> dt.date:
    return one.passage.date or dt.date.min


def _is_beside(one: Evidence, other: Evidence) -> bool:
    """Whether both are of one item of one paper."""
    return one.passage.item_key == other.passage.item_key is not None
