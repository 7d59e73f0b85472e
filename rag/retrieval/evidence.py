"""Choose evidence: score every sentence of the candidates against the words the question is about."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpus.models import SectionKind
from corpus.parts.lines import split_sentences
from corpus.parts.people import split_attendance
from index.models import Passage
from index.passages import section_of
from rag.retrieval.crux import Crux, read_crux
from rag.retrieval.fitting import could_fit, fits, names_day
from rag.retrieval.outcome import is_of_matter, is_of_other_days, may_be_of_another
from rag.retrieval.parts import part_of
from rag.retrieval.retrieve import Candidate
from rag.understanding.lexicon import Term
from rag.understanding.question import Question
from rag.understanding.references import PartKind
from rag.understanding.wanted import Wanted
from rag.understanding.when import read_years, says_date
from rag.understanding.words import stems

# How much a word counts for a sentence when it stands beside it rather than in it.
IN_TITLE, IN_NEXT, IN_SECTION, IN_PASSAGE, IN_HEADING = 0.85, 0.75, 0.75, 0.6, 0.5
DECISION_IN_TITLE = 0.95  # "To note the presentation" is about what its item is about
ROW_IN_SECTION = 0.85  # a table's row means nothing without its column titles, which the heading holds
COSINE_WEIGHT, FIT_WEIGHT, RECENT_WEIGHT, SAYS_WHEN_WEIGHT = 0.5, 0.2, 0.25, 0.25
EXACT_DAY_WEIGHT, ROW_NAMED_WEIGHT = 0.15, 0.2
# Where alone it is told what somebody said, how a vote went, who proposed it.
TELLING = {
    Wanted.SAID: (
        SectionKind.DISCUSSION,
        SectionKind.REPORT,
        SectionKind.RECOMMENDATION,
        SectionKind.INTEREST,
    ),
    Wanted.VOTE: (SectionKind.DECISION, SectionKind.DISCUSSION),
    Wanted.MOVER: (SectionKind.DECISION, SectionKind.DISCUSSION),
}
SETTLING = (SectionKind.DECISION, SectionKind.RECOMMENDATION)
ROWS = (SectionKind.TABLE, SectionKind.MONITOR, SectionKind.KEY_DECISIONS, SectionKind.WORK_PROGRAMME)
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
    (Wanted.FOLLOW_UP, SectionKind.MONITOR): 0.3,
    (Wanted.DECISION, SectionKind.DECISION): 0.15,
    (Wanted.INTEREST, SectionKind.INTEREST): 0.4,
    (Wanted.SAID, SectionKind.DISCUSSION): 0.1,
    (Wanted.RECOMMENDATION, SectionKind.RECOMMENDATION): 0.3,
    (Wanted.VOTE, SectionKind.DECISION): 0.1,
    (Wanted.MOVER, SectionKind.DISCUSSION): 0.1,
    (Wanted.MOVER, SectionKind.DECISION): 0.1,
}


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence that may answer, with why."""

    candidate: Candidate
    start: int  # offsets in the document
    end: int
    text: str
    coverage: float  # share of the question's weight met in and around the sentence, 0 to 1
    titled: float  # the share met by the item's title
    fits: bool  # has the sort of thing the question wants: a number, a date, a name
    lacks_crux: bool  # a word that decides the question is not in the sentence itself, nor a name around it
    score: float
    ruled_out: bool = False  # it is about somebody or something else than was asked
    by_words: bool = False  # that only because it lacks a word, for which it may have others
    relevance: float = (
        0.0  # the chance, 0 to 1, that the sentence itself answers, where it was looked at again
    )

    @property
    def passage(self) -> Passage:
        return self.candidate.passage


def weigh(question: Question, terms: Sequence[Term], candidates: Sequence[Candidate]) -> list[Evidence]:
    """Every sentence of the candidates, best first."""
    dates = [each.passage.date for each in candidates if each.passage.date]
    crux = read_crux(question, terms)
    matters = _words_of_matters(candidates)
    found = [
        each
        for candidate in candidates
        for each in _weigh_passage(question, terms, crux, candidate, matters, dates)
    ]
    return sorted(found, key=lambda each: -each.score)


def _words_of_matters(candidates: Sequence[Candidate]) -> dict[str, frozenset[str]]:
    """Stems in all that was found of each item."""
    found: dict[str, set[str]] = {}
    for passage in (each.passage for each in candidates):
        if passage.item_key:
            found.setdefault(passage.item_key, set()).update(stems(passage.text))
    return {key: frozenset(words) for key, words in found.items()}


def units(passage: Passage) -> list[tuple[int, int]]:
    """Ranges within a passage that can be quoted alone: sentences, rows, a whole decision, a list of names."""
    if passage.kind is SectionKind.DECISION:
        return [(0, len(passage.text))]
    is_list = passage.kind is SectionKind.ATTENDANCE and passage.item_key is None
    split = split_attendance if is_list else split_sentences
    return list(split(passage.text, 0, len(passage.text)))


def _units_named(question: Question, passage: Passage) -> list[tuple[int, int]]:
    """The units of the numbered part that the question names; all when it names none."""
    if question.part is None or question.part.kind is PartKind.DECISION:
        return units(passage)
    start, end = part_of(passage, question.part) or (0, 0)
    return [(first, last) for first, last in units(passage) if first < end and start < last]


def _weigh_passage(
    question: Question,
    terms: Sequence[Term],
    crux: Crux,
    candidate: Candidate,
    matters: Mapping[str, frozenset[str]],
    dates: Sequence[dt.date],
) -> Iterator[Evidence]:
    passage, base = candidate.passage, candidate.passage.span.start
    section = section_of(passage)
    asked = frozenset(stem for term in terms for phrase in term.credits for stem in phrase)
    around = _credits_around(terms, passage, section)
    titled = _share(terms, [term.credit(stems(passage.title or "")) for term in terms])
    bonus = COSINE_WEIGHT * candidate.cosine + _bonus(question, passage, dates)
    ranges = _units_named(question, passage)
    may_tell = passage.kind in TELLING.get(question.wanted, (passage.kind,))
    matter = matters.get(passage.item_key or "", frozenset())
    unnamed = not crux.names_all(passage, matter)
    mute = may_be_of_another(question, terms, passage)
    mute = mute or not (crux.is_acted_in(passage) and crux.holds_office(passage, matter))
    words = [stems(passage.text[start:end]) for start, end in ranges]
    for at, (start, end) in enumerate(ranges):
        text = passage.text[start:end]
        beside = frozenset().union(*words[max(0, at - 1) : at], *words[at + 1 : at + 2])
        own = [term.credit(words[at]) for term in terms]
        near = [IN_NEXT * term.credit(beside) for term in terms]
        coverage = _share(terms, [max(each) for each in zip(own, near, around, strict=True)])
        around_it = passage.text[ranges[max(0, at - 1)][0] : ranges[min(at + 1, len(ranges) - 1)][1]]
        could = could_fit(question, text, around_it)
        fit = could and may_tell and fits(question, text, asked, section)
        exact = EXACT_DAY_WEIGHT * (question.wanted is Wanted.WHEN and names_day(text))
        score = (
            coverage
            + bonus
            + exact
            + FIT_WEIGHT * fit
            + SAYS_WHEN_WEIGHT * _says_when(question, passage, text)
        )
        if passage.kind in ROWS:
            score += ROW_NAMED_WEIGHT * _names_row(text, asked)
        lacks = mute or crux.is_of_other_years(text, passage)
        told_around = f"{passage.title or ''}\n{around_it}"
        lacks = lacks or not could or crux.is_lacking(own, near, text, told_around)
        seems = not lacks and crux.seems_lacking(own, near, text, told_around)
        doubtful = lacks or seems or unnamed or crux.is_doubtful(own, near, text)
        if is_of_other_days(question, passage, text):
            doubtful, lacks = True, lacks or not is_of_matter(terms, own)
        yield Evidence(
            candidate, base + start, base + end, text, coverage, titled, fit, doubtful, score,
            ruled_out=lacks or seems, by_words=seems and not lacks,
        )  # fmt: skip


def _credits_around(terms: Sequence[Term], passage: Passage, section: str) -> list[float]:
    """How well each term is met beside the sentences of a passage: title, printed heading, place, passage."""
    places = (
        (DECISION_IN_TITLE if passage.kind in SETTLING else IN_TITLE, stems(passage.title or "")),
        (ROW_IN_SECTION if passage.kind in ROWS else IN_SECTION, stems(section)),
        (IN_HEADING, stems(passage.heading)),
        (IN_PASSAGE, stems(passage.text)),
    )
    return [max(share * term.credit(words) for share, words in places) for term in terms]


def _share(terms: Sequence[Term], credits: Sequence[float]) -> float:
    met = sum(term.weight * credit for term, credit in zip(terms, credits, strict=True))
    return met / (sum(term.weight for term in terms) or 1.0)


def _says_when(question: Question, passage: Passage, text: str) -> float:
    """1 for a sentence that itself names the time asked about, half for its year alone: it likely speaks of it.

    A meeting's own heading names its date whatever is asked.
    """
    if question.of_meeting or passage.kind is SectionKind.ATTENDANCE:
        return 0.0
    named = any(says_date(text, span) for span in question.dates)
    year = any(span.first.year == span.last.year and str(span.first.year) in text for span in question.dates)
    return 1.0 if named else 0.5 * (year or bool(read_years(question.text) & read_years(text)))


def row_heading(row: str) -> frozenset[str]:
    """Stems of the first cell of a table's row: "Youth Caution" is not "Youth Conditional Caution"."""
    return stems(next((cell for cell in row.split("\t") if cell.strip()), ""))


def _names_row(row: str, asked: Collection[str]) -> float:
    """How much of a row's heading the question says."""
    heading = row_heading(row)
    return len(heading & set(asked)) / len(heading) if heading else 0.0


def _bonus(question: Question, passage: Passage, dates: Sequence[dt.date]) -> float:
    """How likely a section of this kind, of this date, is to hold what is wanted."""
    bonus = _WANTED_BONUS.get((question.wanted, passage.kind), _KIND_BONUS.get(passage.kind, 0.0))
    if question.recent and passage.date and dates:
        oldest, newest = min(dates), max(dates)
        bonus += RECENT_WEIGHT * ((passage.date - oldest) / (newest - oldest) if newest > oldest else 1.0)
    return bonus
