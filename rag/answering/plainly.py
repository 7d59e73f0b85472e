"""What must be plainly told: whatever comes near a topic seems to be what was said of it, or to say that a thing is
so, any sum of an item to be the sum asked for, any firm to be the one, anything to be the reason for what was never
done."""

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
from rag.understanding.words import ACTS, stems

REASON = 0.35  # the chance of the best sentence from which it may tell a reason
PLAINLY = 0.5  # likewise from which it plainly tells a sum, or the name of a firm
OF_IT, MUCH = 0.7, 0.4  # likewise where its passage lacks so much, by weight, of what is asked about
OF_TOPIC = 0.55  # likewise what was said of a topic, where its item has no word for the topic
STRANGE, LIKELY = 0.4, 0.65  # likewise where so much of what is asked about, by weight, is in no paper
# The least confidence, and chance of the best sentence, that together tell whether a thing is so.
SO_BY = ((0.72, 0.0), (0.7, 0.7), (0.0, 0.8))
WORDLESS = 0.9  # likewise where its item has no word of the topic at all
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
_ASKS_WHETHER = re.compile(  # "is there a skate park", and nothing else: not "is it what was asked for"
    r"^\W*(?:(?:so|and|but|please|hi|hello|ok|okay)\b\W*)*(?:is|are|was|were|will|do|does|did|has|have|had)(?:n['’]t)?\b"
    r"(?! you\b)(?!.*\b(?:what|which|who|whose|how|when|where|why|or)\b)",
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
        return best < PLAINLY or (best < OF_IT and _lacks_much(terms, able))
    if asks_why(question.text) and best < REASON:
        return True
    asks = _ASKS_OF_TOPIC.match(question.text) if question.wanted in _OPEN else None
    if asks is None or best >= WORDLESS:
        return False
    bodies = (*question.bodies, *question.guesses, *question.councils)
    aside = stems(asks["saying"]).union(*(body.stems for body in bodies))
    about = [term for term in terms if not term.word.is_frame and term.word.stem not in aside]
    words = _words_of_item(weighed, able)
    if about and not any(term.credit(words) for term in about):
        return True
    unmet = any(not term.credit(words) for term in about if term.weight >= WEIGHTY)
    return (best < OF_TOPIC and unmet) or (best < LIKELY and _is_strange(about))


def is_hardly_so(question: Question, weighed: Sequence[Evidence], confidence: float) -> bool:
    """Whether it is asked if something is so, and neither the signs nor a reader are sure that anything says that: of
    what nobody spoke of, something near can always be found."""
    if question.wanted is not Wanted.ANYTHING or not _ASKS_WHETHER.match(question.text):
        return False
    best = max((each.relevance for each in weighed if not each.ruled_out), default=0.0)
    return not any(confidence >= least and best >= likely for least, likely in SO_BY)


def _lacks_much(terms: Sequence[Term], able: Evidence) -> bool:
    """Whether the passage has too little of what is asked about: what some lights cost is not what the Christmas lights
    did."""
    passage = able.passage
    words = stems(f"{passage.text} {passage.heading} {passage.title or ''}")
    about = [term for term in terms if not (term.word.is_frame or term.word.plain in ACTS)]
    lacking = sum(term.weight for term in about if not term.credit(words))
    return lacking >= MUCH * (sum(term.weight for term in about) or 1.0)


def _is_strange(about: Sequence[Term]) -> bool:
    """Whether no paper has much of what is asked about: icy weather, of the roads that are gritted first in it. For a
    single word the papers may have another."""
    strange = [term.weight for term in about if not term.credits]
    return len(strange) > 1 and sum(strange) >= STRANGE * sum(term.weight for term in about)


def _asks_sum(question: Question) -> bool:
    """Whether the sum is asked for, and not what became of one that the question names."""
    return _ASKS_SUM.search(question.text) is not None and MONEY.search(question.text) is None


def _words_of_item(weighed: Sequence[Evidence], able: Evidence) -> frozenset[str]:
    """Stems in all that was found of the evidence's item, and of those whose title says as much of the question: a
    matter comes back."""
    passage = able.passage
    found, same = words_of_matters(weighed), {passage.item_key}
    if able.titled:
        same |= {each.passage.item_key for each in weighed if each.titled >= able.titled}
    around = stems(f"{passage.text} {passage.heading} {passage.title or ''}")
    return around.union(*(found.get(key or "", frozenset()) for key in same))
