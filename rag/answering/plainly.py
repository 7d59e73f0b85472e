"""What must be plainly told: whatever comes near a topic seems to be what was said of it, any sum of an item to be the
sum asked for, any firm to be the one, anything to be the reason for what was never done."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.answering.premise import words_of_matters
from rag.retrieval.counting import MONEY
from rag.retrieval.evidence import Evidence
from rag.retrieval.fitting import asks_which_firm
from rag.understanding.acts import asks_why
from rag.understanding.lexicon import Term
from rag.understanding.question import Question
from rag.understanding.wanted import Wanted
from rag.understanding.words import stems

REASON = 0.35  # the chance of the best sentence from which it may tell a reason
PLAINLY = 0.5  # likewise from which it plainly tells a sum, or the name of a firm
OF_TOPIC = 0.55  # likewise what was said of a topic, where its item has no word for the topic
WEIGHTY = 0.45  # weight of a term, from which what lacks it is of another topic

_OPEN = (Wanted.DECISION, Wanted.SAID, Wanted.RECOMMENDATION, Wanted.ANYTHING)
_SAYING = (
    r"(?:sa(?:y|id)|talk(?:ed)?|spoken|discuss(?:ed)?|debat(?:e|ed)|decid(?:e|ed)|agreed?|recommend(?:ed)?|consider(?:ed)?"
    r"|resolv(?:e|ed)|approv(?:e|ed)|mention(?:ed)?|raised?|voted?|look(?:ed)? (?:at|into)|minuted|c[oa]me up)"
)
_ASKS_OF_TOPIC = re.compile(
    r"^\W*(?:(?:so|and|but|please|hi|hello|ok|okay|(?:can you )?tell me|do you know)\b\W*)*"
    r"(?:(?:what|which)\s+(?:[\w’'-]+\s+){0,2}?)?"
    r"(?:has|have|had|did|does|do|is|are|was|were)\b"
    rf"[^?;.]{{1,100}}?\b(?P<saying>{_SAYING})\b",
    re.IGNORECASE,
)
_SUM = r"(?:price|costs?|rent|salary|fee|fare|sum|amount)"
_ASKS_SUM = re.compile(
    r"\bhow (?:much(?! (?:\w+er|more|less)\b)|many (?:pounds|euros?))\b"
    rf"|\b(?:what|which) (?:\w+ ){{0,3}}?{_SUM}\b|\bat what (?:price|cost)\b"
    r"|\bwhat (?:did|does|do|would|will|has|have|was|were|is|are) [^?;]{1,100}?\bcost\b",
    re.IGNORECASE,
)


def is_not_plainly_told(
    question: Question, terms: Sequence[Term], weighed: Sequence[Evidence], able: Evidence
) -> bool:
    """Whether the evidence, and all else that was found, is too unlikely to be of what was asked, though it has the
    sort of thing that is wanted."""
    best = max((each.relevance for each in weighed if not each.ruled_out), default=0.0)
    if asks_which_firm(question) or (question.wanted is Wanted.MONEY and _asks_sum(question)):
        return best < PLAINLY
    if asks_why(question.text) and best < REASON:
        return True
    asks = _ASKS_OF_TOPIC.match(question.text) if question.wanted in _OPEN else None
    if asks is None or best >= OF_TOPIC:
        return False
    bodies = (*question.bodies, *question.guesses, *question.councils)
    aside = stems(asks["saying"]).union(*(body.stems for body in bodies))
    return _is_unmet([term for term in terms if term.word.stem not in aside], weighed, able)


def _asks_sum(question: Question) -> bool:
    """Whether the sum is asked for, and not what became of one that the question names."""
    return _ASKS_SUM.search(question.text) is not None and MONEY.search(question.text) is None


def _is_unmet(terms: Sequence[Term], weighed: Sequence[Evidence], able: Evidence) -> bool:
    """Whether nothing that was found of the evidence's item has a weighty word of these."""
    passage = able.passage
    words = stems(f"{passage.text} {passage.heading} {passage.title or ''}")
    words |= words_of_matters(weighed).get(passage.item_key or "", frozenset())
    weighty = (term for term in terms if not term.word.is_frame and term.weight >= WEIGHTY)
    return any(not term.credit(words) for term in weighty)
