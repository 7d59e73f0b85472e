"""Choose which evidence becomes the answer: the decisions of an item, or the sentences that say it best."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.models import SectionKind
from index.echoes import folded
from index.passages import is_of_another_part, section_of, told_under
from rag.answering.repeats import matter_of, without_repeats
from rag.answering.widen import widen
from rag.retrieval.evidence import ROWS, Evidence, row_heading
from rag.retrieval.overrule import SURE
from rag.retrieval.sharpen import GLANCED, RELEVANCE_WEIGHT
from rag.understanding.question import Question
from rag.understanding.wanted import Wanted
from rag.understanding.words import stems

MOST_CLAIMS = 7
MOST_DECISIONS = 8  # an item's decisions are given whole: part of a resolution misleads
MOST_BESIDE = 2  # sentences told beside decisions or recommendations that are told whole
MARGIN = 0.6  # how far below the best a further sentence may score
LIKELY = 0.2  # relevance from which a sentence is told
FURTHEST = 1.5  # but no further below the best
AS_MUCH = 0.85  # of the best coverage, for a further date or figure to be told
TITLED = 0.3  # share of the question that an item's title must say for its decisions to answer
_THERE = stems("present attend attended attending attendance cabinet council")
GLANCED_LIKELY = (
    0.8 * GLANCED
)  # chance of what only the small reranker read, from which it is taken for likely
FAR = 0.3  # below the best, from which a decision of another matter is not about what was asked
DECISION_SHARE = 0.75  # of the best coverage, for a decision to be what was asked about


@dataclass(frozen=True, slots=True)
class Choice:
    """Evidence in the order to be told; `also` holds, for each, the same words found in other papers."""

    evidence: tuple[Evidence, ...]
    also: tuple[tuple[Evidence, ...], ...]
    decision_sought: bool  # a decision was asked for
    decision_found: bool
    untold: int = 0  # decisions that fit as well and are not told
    of_one_sitting: bool = False  # all decisions that fit were taken in one meeting
    unlisted: int = 0  # members of the list asked for that are not told


def choose(question: Question, weighed: Sequence[Evidence], best: Evidence) -> Choice:
    """Pick the evidence to tell: `best` leads, unless decisions were asked for and there are some."""
    weighed, best = _of_the_days_asked(question, weighed, best)
    sought = question.wanted is Wanted.DECISION
    decisions = _decisions(question, weighed, best) if sought else []
    of_one_sitting, untold = _is_one_sitting(decisions), max(0, len(decisions) - MOST_DECISIONS)
    whole = (_most_relevant(decisions) if untold else decisions) or _recommendations(question, weighed, best)
    beside = _beside(weighed, best, whole) if whole else _sentences(question, weighed, best)
    quoted = [widen(each, whole=True) for each in (*whole, *beside)]
    told, also = without_repeats(quoted, len(whole) + MOST_BESIDE if whole else MOST_CLAIMS)
    return Choice(tuple(told), tuple(also), sought, bool(decisions), untold, of_one_sitting)


def _beside(weighed: Sequence[Evidence], best: Evidence, whole: Sequence[Evidence]) -> list[Evidence]:
    """What is told beside what was decided or recommended: the recommendation before it, and what surely answers by
    itself."""
    rest = [each for each in weighed if not any(each is one for one in whole)]
    sure = [
        each
        for each in rest
        if each.relevance >= SURE and not each.ruled_out and each.passage.kind is not SectionKind.DECISION
    ]
    led = best.passage.kind is SectionKind.RECOMMENDATION and any(each is best for each in rest)
    return ([best] if led and not any(each is best for each in sure) else []) + sure[:MOST_BESIDE]


def _of_the_days_asked(
    question: Question, weighed: Sequence[Evidence], best: Evidence
) -> tuple[Sequence[Evidence], Evidence]:
    """The evidence and the best of it, without what papers of other days than those asked of say
    of the like matter in the same words."""
    spans = () if question.of_past else question.dates
    told = {
        (each.passage.kind, each.passage.title, folded(each.text)): each
        for each in reversed(weighed)
        if any(span.first <= (each.passage.date or dt.date.min) <= span.last for span in spans)
    }

    def twin(each: Evidence) -> Evidence:
        return told.get((each.passage.kind, each.passage.title, folded(each.text)), each)

    return (
        ([each for each in weighed if twin(each).passage.date == each.passage.date], twin(best))
        if told
        else (weighed, best)
    )


def _most_relevant(decisions: Sequence[Evidence]) -> list[Evidence]:
    """Of more decisions than are told, those that answer best, in their order."""
    best = sorted(range(len(decisions)), key=lambda at: -decisions[at].score)[:MOST_DECISIONS]
    return [decisions[at] for at in sorted(best)]


def _is_one_sitting(evidence: Sequence[Evidence]) -> bool:
    """Whether there is evidence, and all of it is of one body's meeting of one day."""
    sittings = {(each.passage.council, each.passage.body, each.passage.date) for each in evidence}
    return len(sittings) == 1 and all(date is not None for _, _, date in sittings)


def _sentences(question: Question, weighed: Sequence[Evidence], best: Evidence) -> list[Evidence]:
    """The best sentence and those nearly as good; newest first when the question asks how things stand; the rows of
    a work programme in the order printed."""
    near = [each for each in weighed if _is_near(question, each, best)]
    if (
        question.wanted is Wanted.PLANNED
        and question.dates
        and best.passage.kind in (*ROWS, SectionKind.AGENDA)
    ):
        rows = [
            each for each in weighed if each.fits and section_of(each.passage) == section_of(best.passage)
        ]
        return sorted(rows, key=lambda each: each.start)
    if question.recent:
        newer = _newest(weighed, best)
        told = [*newer, best, *(each for each in near if not any(each is one for one in newer))][:MOST_CLAIMS]
        return sorted(told, key=lambda each: each.passage.date or dt.date.min, reverse=True)
    if question.wanted is Wanted.PRESENT and _asks_for_all(question):
        rest = [each for each in weighed if each.fits and each is not best and _is_beside(each, best)]
        beside = sorted(rest, key=lambda each: each.start)
        return [best, *beside, *(each for each in near if each not in beside)]
    return [best, *near]


def _newest(weighed: Sequence[Evidence], best: Evidence) -> list[Evidence]:
    """What the latest paper says that is about as near as the best by its words, where that is of a later day: the best
    may tell how things stood once."""
    day = best.passage.date or dt.date.min
    least = _by_words(best) - MARGIN / 2
    later = [
        each
        for each in weighed
        if (each.passage.date or dt.date.min) > day and not each.ruled_out and _by_words(each) >= least
    ]
    last = max((each.passage.date for each in later if each.passage.date), default=None)
    return [each for each in later if each.passage.date == last][:MOST_BESIDE]


def _by_words(one: Evidence) -> float:
    """Its score before any reranker read it."""
    return one.score - RELEVANCE_WEIGHT * one.relevance


def _asks_for_all(question: Question) -> bool:
    """Whether "who was there?" is asked of nobody in particular: the officers in attendance were there as well."""
    return all(word.stem in question.named or word.stem in _THERE for word in question.content)


def _is_beside(one: Evidence, best: Evidence) -> bool:
    """Whether both stand in one paper's list of who attended a meeting."""
    mine, its = one.passage, best.passage
    return (mine.kind, mine.span.document_id, mine.meeting) == (
        its.kind,
        its.span.document_id,
        its.meeting,
    ) and (mine.kind is SectionKind.ATTENDANCE)


def _is_near(question: Question, one: Evidence, best: Evidence) -> bool:
    """Nearly as good as the best. A further date or figure is told from further off: sources may disagree; so is what
    likely answers by itself."""
    if one is best or _is_another_row(question, one, best):
        return False
    if one.relevance >= LIKELY and not one.ruled_out and one.score >= best.score - FURTHEST:
        return True
    if not one.fits or one.lacks_crux > best.lacks_crux:
        return False
    several = question.differing or question.wanted in (Wanted.WHEN, Wanted.HOW_MANY, Wanted.MONEY)
    if several and one.coverage >= AS_MUCH * best.coverage:
        return one.score >= best.score - 2 * MARGIN
    return one.score >= best.score - MARGIN


def _is_another_row(question: Question, one: Evidence, best: Evidence) -> bool:
    """Whether the question names the row of a table that the best evidence is, and this is another row of it."""
    if "\t" not in one.text or "\t" not in best.text:
        return False
    places = {
        (each.passage.span.document_id, each.passage.item_key, section_of(each.passage))
        for each in (one, best)
    }
    asked = stems(question.text)
    return len(places) == 1 and row_heading(best.text) <= asked and not row_heading(one.text) <= asked


def _decisions(question: Question, weighed: Sequence[Evidence], best: Evidence) -> list[Evidence]:
    """Decisions about what was asked: those whose own words are about it, else all of the item that is about it.

    A passing mention in a discussion makes nothing of the item's decisions; a recommendation, or a title that
    says what was asked, does.
    """
    found = [each for each in weighed if each.passage.kind is SectionKind.DECISION]
    if question.decision:
        found = [each for each in found if each.passage.decision == question.decision]
    if best.passage.kind is SectionKind.DISCUSSION and not (question.is_of_a_place or question.items):
        # What was said of the very matter comes before what was decided of one that is only like it.
        found = [
            each for each in found if matter_of(each) == matter_of(best) or each.score >= best.score - FAR
        ]
    if not found:
        return []
    first = found[0]
    about = (
        question.items
        or question.is_of_a_place
        or first.coverage >= DECISION_SHARE * max(each.coverage for each in weighed)
    )
    if not about:
        titled = max(found, key=lambda each: (each.titled, each.score))
        if titled.titled >= TITLED:
            return [each for each in found if each.passage.item_key == titled.passage.item_key]
        if best.passage.kind is not SectionKind.RECOMMENDATION:
            return []
        taken = [each for each in found if matter_of(each) == matter_of(best)]
        return [each for each in taken if not is_of_another_part(each.passage, best.passage)]
    near = [each for each in found if each.score >= first.score - MARGIN / 2]
    whole = [each for each in found if each.passage.item_key == first.passage.item_key]
    several = len({each.passage.item_key for each in near}) > 1
    of_many_matters = len(whole) > MOST_DECISIONS and not question.items
    picked = near if several or of_many_matters else whole
    picked += [each for each in found if each not in picked and _may_be_as_near(each, first)]
    if question.is_of_a_place:
        return sorted(
            found,
            key=lambda each: (each.passage.date or dt.date.min, each.passage.span.document_id, each.start),
        )
    picked = sorted(picked, key=lambda each: (_place(weighed, each), each.start))
    return sorted(
        picked, key=lambda each: each.passage.date or dt.date.min, reverse=True
    )  # the latest position first


def _may_be_as_near(one: Evidence, first: Evidence) -> bool:
    """Whether a decision scored like the first before any reranker read them, and is likely as far as the small one
    alone can tell."""
    return one.relevance >= GLANCED_LIKELY and _by_words(one) >= _by_words(first) - MARGIN / 2


def _recommendations(question: Question, weighed: Sequence[Evidence], best: Evidence) -> list[Evidence]:
    """All that the report recommends which is about what was asked, as printed: a part of it misleads."""
    if question.wanted is not Wanted.RECOMMENDATION:
        return []
    found = [each for each in weighed if each.passage.kind is SectionKind.RECOMMENDATION]
    if not found or (matter_of(found[0]) != matter_of(best) and found[0].score < best.score - FAR):
        return []
    whole = [each for each in found if _report(each) == _report(found[0])][:MOST_DECISIONS]
    told = sorted(whole, key=lambda each: each.start)
    return told if best.passage.kind is SectionKind.RECOMMENDATION else [best, *told]


def _report(recommended: Evidence) -> tuple[str, str | None, str]:
    """The paper, the item and the part of it that a recommendation stands in."""
    passage = recommended.passage
    return passage.span.document_id, passage.item_key, told_under(passage)


def _place(weighed: Sequence[Evidence], one: Evidence) -> int:
    """Rank of the best evidence from the same item: items in order of their best, decisions in order printed."""
    return next(at for at, each in enumerate(weighed) if each.passage.item_key == one.passage.item_key)
