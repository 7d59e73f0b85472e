"""Does the record answer the question at all? If not, the honest reply is a refusal.

Certain rules come first: there must be evidence that is of what is asked, near the best there is, and it must not say
the contrary. Of what passes them, `confidence` tells how sure it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.models import SectionKind
from rag.answering.confidence import Signs, chance, signs_of, weights
from rag.answering.declined import find_declined
from rag.answering.plainly import is_hardly_so, is_not_plainly_told
from rag.answering.premise import gainsay
from rag.answering.unprinted import find_unprinted
from rag.answering.unsaid import find_unsaid
from rag.retrieval.evidence import Evidence
from rag.retrieval.overrule import SURELY
from rag.understanding.acts import Act, asks_why, presumed, tells
from rag.understanding.lexicon import Term
from rag.understanding.question import Question
from rag.understanding.wanted import Wanted
from rag.understanding.when import read_years
from rag.understanding.words import stems

BESIDE = 0.8  # how far below the best a sentence that fits may lie and still be about the same thing
TITLED = (
    0.3  # share of the question that an item's title says, from which its decisions are about what was asked
)
UNHEARD = 0.2  # share of what is asked about, by weight, up to which the papers have no words for it at all
HARDLY_HEARD = 0.3  # likewise where no reader of its sentences is sure of one
UNFIT, DOUBTED = 0.3, 0.2  # how much better a sentence must be that only seems not to have what is wanted
BESIDE_CRUX = 0.25  # less, when the best lacks the very word that decides the question

_NOT = re.compile(
    r"\b(?:not|no|never|reject\w*|refus\w*|declin\w*|lost|rescind\w*)\b|n['’]t\b", re.IGNORECASE
)
_DENYING = re.compile(
    r"\b(?:not|no|never|without|rather than|instead of|except|unless)\b|n['’]t\b", re.IGNORECASE
)
_NONE_DONE = re.compile(  # "No cases were referred to the managers."
    r"\W*No\s+(?:[\w’'-]+\s+){1,4}?(?:was|were|is|are|(?:had|has|have|will)\s+be(?:en)?)\s+(?:\w+ly\s+)?(?P<done>\w+)",
    re.IGNORECASE,
)
# What may be refused or put off within a matter that is approved.
_OF_A_PART = re.compile(
    r"\b(?:amend\w+|requests?|applications?|proposals?|petitions?|objections?|call(?:ed)?-in|recommendations?|bids?|offers?"
    r"|suggestions?|ideas?|motions?|claims?|options?)\b",
    re.IGNORECASE,
)
_PART = re.compile(r";|\s\([a-z0-9]{1,3}\)\s|(?<=[.!?])\s+(?=[A-Z(])")
_STATING = {
    Wanted.PRESENT: (SectionKind.ATTENDANCE,),
    Wanted.MEETING_PLACE: (SectionKind.ATTENDANCE, SectionKind.FRONT),
    Wanted.CONTACT: (SectionKind.ATTENDANCE, SectionKind.FRONT),
    Wanted.PLANNED: (SectionKind.WORK_PROGRAMME,),
    Wanted.INTEREST: (SectionKind.INTEREST,),
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a question is answered, and how sure that is."""

    able: Evidence | None  # the best that passes the certain rules
    signs: Signs | None  # of it, unless a certain rule settles the question
    confidence: float  # the chance, 0 to 1, that the record answers
    denied_by: Evidence | None = None  # what says the contrary of what is taken for granted

    @property
    def lead(self) -> Evidence | None:
        """The evidence that answers; None when the question is refused."""
        return self.able if self.confidence >= weights().threshold else None


def judge(question: Question, terms: Sequence[Term], weighed: Sequence[Evidence]) -> Verdict:
    """Whether evidence, sorted best first, answers a question of these terms."""
    finders = (gainsay, find_unsaid, find_declined, find_unprinted)
    if gainsaid := next(filter(None, (find(question, terms, weighed) for find in finders)), None):
        return Verdict(None, None, weights().ruled_out, denied_by=gainsaid.by)
    able = _able(weighed)
    if able is None:
        return Verdict(None, None, weights().ruled_out)
    best = weighed[0]
    stating = able.passage.kind in _STATING.get(question.wanted, ())
    beside = BESIDE_CRUX if best.lacks_crux and not _is_of_one_matter(best, able) else BESIDE
    if best.score - able.score > beside and not (stating and _is_of_one_part(best, able)):
        return Verdict(None, None, weights().ruled_out)
    if denial := _denial(question, able, weighed):
        return Verdict(None, None, weights().ruled_out, denied_by=denial)
    if _is_of_place(question, able):
        return Verdict(able, None, 1.0 - weights().ruled_out)
    if _is_unheard_of(terms, able) or is_not_plainly_told(question, terms, weighed, able):
        return Verdict(None, None, weights().ruled_out)
    near = [each for each in weighed if not each.ruled_out and best.score - each.score <= BESIDE]
    signs = signs_of(question, terms, near, able, stating)
    confidence = chance(signs)
    if is_hardly_so(question, weighed, confidence):
        return Verdict(None, None, weights().ruled_out)
    return Verdict(able, signs, confidence)


def _able(weighed: Sequence[Evidence]) -> Evidence | None:
    """The best that is not ruled out; of those nearly as good, one of the very best's matter."""
    able = sorted((each for each in weighed if not each.ruled_out), key=_worth, reverse=True)
    near = (
        each
        for each in able
        if _worth(each) >= _worth(able[0]) - BESIDE_CRUX and _is_of_one_matter(each, weighed[0])
    )
    return next(near, able[0] if able else None)


def _worth(one: Evidence) -> float:
    """Its score, less where what is wanted, or a word that decides, was not recognised in it: it may be there in other
    words."""
    return one.score - UNFIT * (not one.fits) - DOUBTED * one.lacks_crux


def _is_of_place(question: Question, able: Evidence) -> bool:
    """Whether nothing but a place is asked about, and the evidence is found by it: an item named, or a decision."""
    decided = question.wanted is Wanted.DECISION and able.passage.kind is SectionKind.DECISION
    named = question.items or question.part or (decided and not able.candidate.fused)
    return question.is_of_a_place and bool(named)


def _is_unheard_of(terms: Sequence[Term], able: Evidence) -> bool:
    """Whether hardly a word for what is asked about, nor one that means the same, is in any paper: of a monorail
    nothing was decided, however much else was. `able` is the best evidence there is for it."""
    about = [term for term in terms if not (term.word.is_frame or read_years(term.word.plain))]
    heard = sum(term.weight for term in about if term.credits)
    least = UNHEARD if able.relevance >= SURELY else HARDLY_HEARD
    return bool(about) and heard <= least * sum(term.weight for term in about)


def _is_of_one_part(best: Evidence, able: Evidence) -> bool:
    """Whether both stand in the same part of one meeting's record: its heading names the body, the list who came."""
    return best.passage.kind is able.passage.kind and best.passage.date == able.passage.date is not None


def _denial(question: Question, able: Evidence, weighed: Sequence[Evidence]) -> Evidence | None:
    """The decision that says the contrary of what the question takes for granted: the evidence itself, or what was
    decided of its matter, where that is all approval and the question speaks of the whole matter."""
    if _denies(question, able) or _is_of_none(question, able):
        return able
    act = presumed(question.text)
    asks_of_it = asks_why(question.text) or question.wanted in (Wanted.WHO, Wanted.VOTE)
    if act in (None, Act.APPROVED) or not asks_of_it or _OF_A_PART.search(question.text):
        return None
    if able.titled < TITLED:
        return None
    decided = [
        each
        for each in weighed
        if each.passage.kind is SectionKind.DECISION and _is_of_one_matter(each, able)
    ]
    approved = all(tells(Act.APPROVED, each.text) and not tells(act, each.text) for each in decided)
    return decided[0] if decided and approved else None


def _is_of_one_matter(one: Evidence, other: Evidence) -> bool:
    mine, its = one.passage, other.passage
    return (mine.matter or mine.item_key) == (its.matter or its.item_key) is not None


def _denies(question: Question, evidence: Evidence) -> bool:
    """A question why something was done, whose answer would be a decision not to do it, has a false premise."""
    if evidence.passage.kind is not SectionKind.DECISION or not asks_why(question.text):
        return False
    act = presumed(question.text)
    if act not in (None, Act.APPROVED) and tells(act, evidence.text):
        return False
    if _NOT.search(question.text) is None and _makes_exception(question, evidence):
        return True
    if act is None:
        return _NOT.search(evidence.text) is not None and _NOT.search(question.text) is None
    undone = any(tells(each, evidence.text) for each in (Act.DEFERRED, Act.WITHDRAWN))
    refused = tells(Act.REFUSED, evidence.text) or (undone and not tells(Act.APPROVED, evidence.text))
    return act is Act.APPROVED and refused


def _is_of_none(question: Question, evidence: Evidence) -> bool:
    """Whether it is asked why something was done, and the record says that it was done to none."""
    none = _NONE_DONE.match(evidence.text) if asks_why(question.text) else None
    said = {word.stem for word in question.content}
    return none is not None and bool(stems(none["done"]) & said) and not _NOT.search(question.text)


def _makes_exception(question: Question, evidence: Evidence) -> bool:
    """Whether the part of a decision that has a word asked about, and no other part has it, is one that denies:
    "compulsory for staff; offered to governors, without making it compulsory"."""
    parts = [(stems(part), _DENYING.search(part) is not None) for part in _PART.split(evidence.text)]
    said = {word.stem for word in question.content}
    affirmed = frozenset().union(*(words for words, denies in parts if not denies))
    return any(denies and len(words & said) > 1 and words & said - affirmed for words, denies in parts)
