"""Look again at the best sentences, one by one: how likely does each answer, read together with the question?

First at those whose score and whose words' match with the question's are best together; where none of them likely
answers, at as many more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corpus.models import SectionKind
from corpus.parts.lines import fold
from index.models import Passage
from index.passages import section_of
from index.reranker import Rerankers
from rag.retrieval.evidence import Evidence, units

MATCHED, MATCH_WEIGHT = (
    150,
    2.0,
)  # sentences that scored best, whose words are matched; what a full match adds
# Sentences that the small reranker reads, about five milliseconds each: the first by score and match, and of the
# passages found first that none of these is from, the best of each.
SCORED_BEST, FOUND_FIRST = 8, 4
READ_CLOSELY = 4  # of them that the large one reads, about fifty each on one core
AT_ONCE, SURE = 2, 0.8  # it reads so many at a time, until it is so sure of one
ROUNDS, LIKELY = 2, 0.25  # how often so many more are read, until one likely answers
READ = 320  # characters of each: a long decision says what it is about at its start
HEADING_READ = 70  # characters of the title and heading it stands under
BEFORE_READ = 120  # characters of the end of the sentence before it
PLAIN_ENOUGH = 0.7  # of one wording, from which no other is tried
GLANCE_WEIGHT = 1.0  # of the small one's chance, for what is read closely
GLANCED = 0.3  # its share of the chance that is told; of what was not read closely, all there is
RELEVANCE_WEIGHT = 1.0


def sharpen(rerankers: Rerankers, questions: Sequence[str], weighed: Sequence[Evidence]) -> list[Evidence]:
    """The same evidence, the best of it reordered by the chance that it answers the question, in the likeliest of its
    wordings."""
    looked: list[Evidence] = []
    rest = _likely_first(rerankers, questions[0], weighed)
    for _ in range(ROUNDS):
        top = _to_read(rest)
        if not top or any(each.relevance >= LIKELY for each in looked):
            break
        texts = [read_alone(each.passage, each.start, each.end) for each in top]
        likeliest, glanced = _glance(rerankers, questions, texts)
        questions = [likeliest]
        chances = _read_closely(rerankers, likeliest, texts, glanced, [each.score for each in top])
        looked += [
            replace(each, relevance=chance, score=each.score + RELEVANCE_WEIGHT * chance)
            for each, chance in zip(top, chances, strict=True)
        ]
        read = {id(each) for each in top}
        rest = [each for each in rest if id(each) not in read]
    return sorted([*looked, *rest], key=lambda each: -each.score)


def _likely_first(rerankers: Rerankers, question: str, weighed: Sequence[Evidence]) -> list[Evidence]:
    """Sorted by score and by how well its words meet the question's, in the first of its wordings: words that stand for
    others are known as such."""
    head = weighed[:MATCHED]
    passages = {id(each.passage): each.passage for each in head}
    parted = {key: units(passage) for key, passage in passages.items()}
    texts = [read_alone(each.passage, each.start, each.end, parted[id(each.passage)]) for each in head]
    met = rerankers.every.score(question, texts)
    order = sorted(range(len(head)), key=lambda at: -(head[at].score + MATCH_WEIGHT * met[at]))
    return [*(head[at] for at in order), *weighed[MATCHED:]]


def _glance(rerankers: Rerankers, questions: Sequence[str], texts: Sequence[str]) -> tuple[str, list[float]]:
    """The likeliest of a question's wordings, and for each text the best chance that any wording tried gives it."""
    tried: dict[str, list[float]] = {}
    for question in questions:
        tried[question] = rerankers.many.score(question, texts)
        if max(tried[question]) >= PLAIN_ENOUGH:
            break
    likeliest = max(tried, key=lambda question: max(tried[question]))
    return likeliest, [max(each) for each in zip(*tried.values(), strict=True)]


def _read_closely(
    rerankers: Rerankers,
    question: str,
    texts: Sequence[str],
    glanced: Sequence[float],
    scores: Sequence[float],
) -> list[float]:
    """For each text the chance that it answers, of those that seem best the larger one's beside the small one's."""
    order = sorted(range(len(texts)), key=lambda at: -(scores[at] + GLANCE_WEIGHT * glanced[at]))
    told = [GLANCED * each for each in glanced]
    for first in range(0, min(READ_CLOSELY, len(order)), AT_ONCE):
        close = order[first : first + AT_ONCE]
        chances = rerankers.few.score(question, [texts[at] for at in close])
        for at, chance in zip(close, chances, strict=True):
            told[at] += (1.0 - GLANCED) * chance
        if max(chances) >= SURE:
            break
    return told


def _to_read(weighed: Sequence[Evidence]) -> list[Evidence]:
    """What comes first, and the first of passages found early that none of that is from."""
    best = list(weighed[:SCORED_BEST])
    read = {each.passage.id for each in best}
    firsts: dict[int, Evidence] = {}
    for each in weighed[SCORED_BEST:]:
        if each.passage.id not in read:
            firsts.setdefault(each.passage.id, each)
    return best + sorted(firsts.values(), key=lambda each: -each.candidate.fused)[:FOUND_FIRST]


def read_alone(passage: Passage, start: int, end: int, parted: Sequence[tuple[int, int]] = ()) -> str:
    """What a reranker reads of a sentence, by its offsets in the document; `parted` are the passage's `units`, if they
    are at hand. Training reads the same (`eval.training`)."""
    first, last = start - passage.span.start, end - passage.span.start
    lo, hi = max((each for each in parted or units(passage) if each[1] <= first), default=(0, 0))
    headings = (passage.title or "", section_of(passage))
    decided = passage.kind is SectionKind.DECISION
    return set_out(headings, passage.text[first:last], passage.text[lo:hi], decided)


def set_out(headings: Sequence[str], sentence: str, before: str, decided: bool) -> str:
    """A sentence under the title of its item and its heading, with how the one before it ends: "He replied that it
    would open in March" is of what was asked there. "To note the report" does not say that it was decided."""
    heading = " | ".join(filter(None, dict.fromkeys(headings)))[:HEADING_READ]
    text = f"{heading}: {'Decided: ' if decided else ''}{fold(sentence)[:READ]}"
    end = fold(before)
    if len(end) > BEFORE_READ:
        end = end[-BEFORE_READ:].partition(" ")[2]
    return f"{text} « {end}" if end else text
