"""Choose evidence: score every sentence of the candidates against the words the question is about."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.lines import split_sentences
from corpus.models import SectionKind
from corpus.people import split_attendance
from index.models import Passage
from index.passages import section_of
from rag.fitting import fits
from rag.lexicon import PLAIN, Term
from rag.question import Question, Wanted
from rag.retrieve import Candidate, says_date
from rag.words import stem, stems

# How much a word counts for a sentence when it stands beside it rather than in it.
IN_TITLE, IN_NEXT, IN_SECTION, IN_PASSAGE, IN_HEADING = 0.85, 0.75, 0.75, 0.6, 0.5
DECISION_IN_TITLE = 0.95  # "To note the presentation": a decision is about what its item is about
ROW_IN_SECTION = 0.85  # a table's row means nothing without its column titles, which the heading holds
COSINE_WEIGHT, FIT_WEIGHT, RECENT_WEIGHT, SAYS_WHEN_WEIGHT = 0.5, 0.2, 0.25, 0.15
ATTRIBUTE_MET = 0.5  # credit from which a sentence speaks of the attribute asked for
_MISSED = 0.3  # credit below which a word counts as met nowhere
ROWS = (SectionKind.TABLE, SectionKind.MONITOR, SectionKind.KEY_DECISIONS, SectionKind.WORK_PROGRAMME)
# Without these words a sentence answers another question: nobody voted, nothing was refused, no price is given.
CRUX = frozenset(
    stem(word)
    for word in """vote voted against cost price salary paid reject rejected refuse refused scrap scrapped abolish cancel
    cancelled oppose opposed overrule withdraw withdrawn sacked dismissed resign resigned fined sued banned forecast
    profit won win winner sold sell borrowed borrow replace replaced succeed""".split()
)
_KIND_BONUS = {
    SectionKind.DECISION: 0.03,
    SectionKind.DISCUSSION: 0.03,
    SectionKind.AGENDA: -0.12,
    SectionKind.WORK_PROGRAMME: -0.06,
    SectionKind.FRONT: -0.05,
    SectionKind.RECOMMENDATION: -0.03,
}
_WANTED_BONUS = {
    (Wanted.PRESENT, SectionKind.ATTENDANCE): 0.4,
    (Wanted.MEETING_PLACE, SectionKind.ATTENDANCE): 0.4,
    (Wanted.CONTACT, SectionKind.ATTENDANCE): 0.1,
    (Wanted.CONTACT, SectionKind.FRONT): 0.1,
    (Wanted.PLANNED, SectionKind.WORK_PROGRAMME): 0.3,
    (Wanted.DECISION, SectionKind.DECISION): 0.15,
    (Wanted.INTEREST, SectionKind.INTEREST): 0.4,
}


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence that may answer, with why."""

    candidate: Candidate
    start: int  # offsets in the document
    end: int
    text: str
    coverage: float  # share of the question's weight met, 0 to 1
    own: float  # the share met by the sentence's own words
    fits: bool  # has the sort of thing the question wants: a number, a date, a name
    score: float
    missed: tuple[str, ...]  # words of the question met nowhere around the sentence
    missed_weight: float  # the share of the question's weight that they carry
    titled: float  # the share met by the item's title
    lacks_crux: bool  # a word that decides the question is not in the sentence itself
    nearness: float = 0.0  # of the sentence itself to the question; 0 unrelated, 1 the same

    @property
    def passage(self) -> Passage:
        return self.candidate.passage


def weigh(question: Question, terms: Sequence[Term], candidates: Sequence[Candidate]) -> list[Evidence]:
    """Every sentence of the candidates, best first."""
    dates = [each.passage.date for each in candidates if each.passage.date]
    found = [each for candidate in candidates for each in _sentences(question, terms, candidate, dates)]
    return sorted(found, key=lambda each: -each.score)


def units(passage: Passage) -> list[tuple[int, int]]:
    """Ranges within a passage that can be quoted alone: sentences, rows, a whole decision, a list of names."""
    if passage.kind is SectionKind.DECISION:
        return [(0, len(passage.text))]
    split = split_attendance if passage.kind is SectionKind.ATTENDANCE else split_sentences
    return list(split(passage.text, 0, len(passage.text)))


def _sentences(
    question: Question, terms: Sequence[Term], candidate: Candidate, dates: Sequence[dt.date]
) -> list[Evidence]:
    passage = candidate.passage
    ranges = units(passage)
    texts = [passage.text[start:end] for start, end in ranges]
    words = [stems(text) for text in texts]
    in_title = DECISION_IN_TITLE if passage.kind is SectionKind.DECISION else IN_TITLE
    in_section = ROW_IN_SECTION if passage.kind in ROWS else IN_SECTION
    section = section_of(passage)
    around = [(in_title, stems(passage.title or "")), (in_section, stems(section)),
              (IN_HEADING, stems(passage.heading)), (IN_PASSAGE, stems(passage.text))]  # fmt: skip
    shared = [max(share * _credit(term, stemmed) for share, stemmed in around) for term in terms]
    asked = {stem for term in terms for phrase in term.credits for stem in phrase}
    total = sum(term.weight for term in terms) or 1.0
    titled = sum(term.weight * _credit(term, around[0][1]) for term in terms) / total
    bonus = COSINE_WEIGHT * candidate.cosine + _bonus(question, passage, dates)
    found = []
    for at, (start, end) in enumerate(ranges):
        beside = frozenset().union(*words[max(0, at - 1) : at], *words[at + 1 : at + 2])
        own = [_credit(term, words[at]) for term in terms]
        met = [max(here, IN_NEXT * _credit(term, beside), rest) for term, here, rest in zip(terms, own, shared, strict=True)]
        missed = [term for term, credit in zip(terms, met, strict=True) if credit < _MISSED and not term.word.is_frame]
        coverage = sum(term.weight * credit for term, credit in zip(terms, met, strict=True)) / total
        fit = fits(question, texts[at], asked, section)
        found.append(
            Evidence(
                candidate, passage.span.start + start, passage.span.start + end, texts[at], coverage,
                sum(term.weight * credit for term, credit in zip(terms, own, strict=True)) / total, fit,
                coverage + bonus + (FIT_WEIGHT if fit else 0.0) + _says_when(question, texts[at]), tuple(term.word.plain for term in missed),
                sum(term.weight for term in missed) / total,
                titled, _lacks_crux(question, terms, own, beside),
            )
        )  # fmt: skip
    return found


def _says_when(question: Question, text: str) -> float:
    """A sentence that names the time asked about itself is the likelier to speak of it."""
    named = any(says_date(text, span) or (span.first.year == span.last.year and str(span.first.year) in text)
                for span in question.dates)  # fmt: skip
    return SAYS_WHEN_WEIGHT if named and not question.of_meeting else 0.0


def _lacks_crux(question: Question, terms: Sequence[Term], own: Sequence[float], beside: frozenset[str]) -> bool:
    """Whether the sentence is without a word that decides the question, or the attribute asked of something."""
    for term, here in zip(terms, own, strict=True):
        if term.word.stem in CRUX and here < PLAIN:
            return True
        asked = term.word.stem == question.attribute and question.wanted in (Wanted.ANYTHING, Wanted.WHO)
        if asked and max(here, _credit(term, beside)) < ATTRIBUTE_MET:
            return True
    return False


def _bonus(question: Question, passage: Passage, dates: Sequence[dt.date]) -> float:
    """How likely a section of this kind, of this date, is to hold what is wanted."""
    bonus = _WANTED_BONUS.get((question.wanted, passage.kind), _KIND_BONUS.get(passage.kind, 0.0))
    if question.recent and passage.date and dates:
        oldest, newest = min(dates), max(dates)
        bonus += RECENT_WEIGHT * ((passage.date - oldest) / (newest - oldest) if newest > oldest else 1.0)
    return bonus


def _credit(term: Term, stemmed: frozenset[str]) -> float:
    return max((credit for phrase, credit in term.credits.items() if stemmed.issuperset(phrase)), default=0.0)
