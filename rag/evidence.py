"""Choose evidence: score every sentence of the candidates against the words the question is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.lines import split_sentences
from corpus.models import SectionKind
from corpus.people import split_attendance
from index.models import Passage
from rag.lexicon import PLAIN, Term
from rag.question import Question, Wanted
from rag.retrieve import Candidate
from rag.words import stem, stems

# How much a word counts for a sentence when it stands beside it rather than in it.
IN_TITLE, IN_PASSAGE, IN_HEADING = 0.85, 0.6, 0.5
DECISION_IN_TITLE = 0.95  # "To note the presentation": a decision is about what its item is about
COSINE_WEIGHT = 0.5
_MONEY = re.compile(r"£\s?\d|\b\d[\d,.]*\s*(?:million|billion|pounds|pence)\b|\d\s?[km]\b", re.IGNORECASE)
_NUMBER = re.compile(r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|third|quarter|once|twice|monthly|weekly|daily|annual\w*|quarterly|all|none|no)\b", re.I)
_TIME = re.compile(
    r"\b(?:19|20)\d\d\b|\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b"
    r"|\b\d{1,2}[./:]\d{2}\b|\b(?:term|month|week|year|spring|summer|autumn|winter|monday|tuesday|wednesday|thursday|friday|today|tomorrow)s?\b",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"\b(?:Councillors?|Cllr|Mr|Mrs|Ms|Miss|Dr|Professor|Chair\w*|Leader|Member|Director|Head|Manager|Lead|Officer|Treasurer|Team|Board|Panel|Service|Secretary)\b"
    r"|(?<=[a-z,;:.] )[A-Z][a-z]+ [A-Z][a-z]+|\b[A-Z]{3,}\b|\t[A-Z][a-z]+ [A-Z][a-z]+"
)
# Without these words a sentence answers another question: nobody voted, nothing was refused, no price is given.
CRUX = frozenset(
    stem(word)
    for word in """vote voted against cost price salary paid reject rejected refuse refused scrap scrapped abolish cancel
    cancelled oppose opposed overrule withdraw withdrawn sacked dismissed resign resigned fined sued banned forecast
    profit""".split()
)
_FITS = {Wanted.MONEY: _MONEY, Wanted.HOW_MANY: _NUMBER, Wanted.WHEN: _TIME, Wanted.WHO: _NAME, Wanted.PRESENT: _NAME}
_KIND_BONUS = {
    SectionKind.DECISION: 0.03,
    SectionKind.DISCUSSION: 0.03,
    SectionKind.AGENDA: -0.12,
    SectionKind.WORK_PROGRAMME: -0.06,
    SectionKind.FRONT: -0.05,
    SectionKind.RECOMMENDATION: -0.03,
}


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence that may answer, with why."""

    candidate: Candidate
    start: int  # offsets in the document
    end: int
    text: str
    coverage: float  # share of the question's weight met, 0 to 1
    fits: bool  # has the sort of thing the question wants: a number, a date, a name
    score: float
    missed: tuple[str, ...]  # words of the question met nowhere around the sentence
    missed_weight: float  # the share of the question's weight that they carry
    lacks_crux: bool  # a word that decides the question is not in the sentence itself

    @property
    def passage(self) -> Passage:
        return self.candidate.passage


def weigh(question: Question, terms: Sequence[Term], candidates: Sequence[Candidate]) -> list[Evidence]:
    """Every sentence of the candidates, best first."""
    found = [each for candidate in candidates for each in _sentences(question, terms, candidate)]
    return sorted(found, key=lambda each: -each.score)


def _sentences(question: Question, terms: Sequence[Term], candidate: Candidate) -> list[Evidence]:
    passage = candidate.passage
    decided = passage.kind is SectionKind.DECISION
    title = stems(passage.title or "")
    heading = stems(passage.heading)
    around = stems(passage.text)
    in_title = DECISION_IN_TITLE if decided else IN_TITLE
    total = sum(term.weight for term in terms) or 1.0
    found = []
    base = passage.span.start
    if decided:
        ranges = iter([(0, len(passage.text))])
    elif passage.kind is SectionKind.ATTENDANCE:
        ranges = split_attendance(passage.text, 0, len(passage.text))
    else:
        ranges = split_sentences(passage.text, 0, len(passage.text))
    for start, end in ranges:
        text = passage.text[start:end]
        here = stems(text)
        met = 0.0
        missed = []
        missed_weight = 0.0
        lacks_crux = False
        for term in terms:
            best = max(
                _credit(term, here), in_title * _credit(term, title),
                IN_PASSAGE * _credit(term, around), IN_HEADING * _credit(term, heading),
            )  # fmt: skip
            met += term.weight * best
            if best < 0.3:
                missed.append(term.word.plain)
                missed_weight += term.weight
            lacks_crux |= term.word.stem in CRUX and _credit(term, here) < PLAIN
        coverage = met / total
        fits = fit(question.wanted, text)
        score = coverage + COSINE_WEIGHT * candidate.cosine + _bonus(question.wanted, passage.kind) + (0.15 if fits else 0.0)
        found.append(Evidence(candidate, base + start, base + end, text, coverage, fits, score, tuple(missed),
                              missed_weight / total, lacks_crux))  # fmt: skip
    return found


def _bonus(wanted: Wanted, kind: SectionKind) -> float:
    """How likely a section of this kind is to hold what is wanted."""
    if wanted in (Wanted.PRESENT, Wanted.WHERE) and kind is SectionKind.ATTENDANCE:
        return 0.4 if wanted is Wanted.PRESENT else 0.2
    if wanted is Wanted.DECISION and kind is SectionKind.DECISION:
        return 0.15
    if wanted is Wanted.INTEREST and kind is SectionKind.INTEREST:
        return 0.4
    return _KIND_BONUS.get(kind, 0.0)


def _credit(term: Term, stemmed: frozenset[str]) -> float:
    return max((credit for phrase, credit in term.credits.items() if stemmed.issuperset(phrase)), default=0.0)


def fit(wanted: Wanted, text: str) -> bool:
    """Whether the words hold the sort of thing wanted."""
    pattern = _FITS.get(wanted)
    return pattern is None or pattern.search(text) is not None
