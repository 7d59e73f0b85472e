"""Find passages: by meaning, by the question's own words and by words that stand for them, fused by rank."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from corpus.models import SectionKind
from index.library import Library
from index.models import Filters, Hit, Passage
from rag.retrieval.bounds import Bounds, bounds_of
from rag.retrieval.parts import passages_with
from rag.understanding.lexicon import Term
from rag.understanding.question import Question
from rag.understanding.references import PartKind
from rag.understanding.wanted import Wanted

DEPTH = 40  # hits taken from each search
LINKED = 12  # best candidates whose items' decisions are read as well
MOST_ITEMS = 40  # of a place, whose decisions are read when nothing else is asked
RRF = 60  # Cormack, Clarke and Büttcher, "Reciprocal rank fusion", SIGIR 2009


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage worth reading: its cosine with the question and its fused score (both higher is better)."""

    passage: Passage
    cosine: float
    fused: float


@dataclass(frozen=True, slots=True)
class Found:
    candidates: tuple[Candidate, ...]  # best first; all satisfy the filters and the question's own places
    nearest: tuple[Candidate, ...]  # what came up when the question's own places are left aside


def retrieve(library: Library, question: Question, terms: Sequence[Term], filters: Filters) -> Found:
    """Candidates for a question. The user's filters bind exactly; the question's own places bind through `Bounds`."""
    vector = library.embedder.embed_query(question.text)
    own = [term.word.plain for term in terms]
    others = [stem for term in terms for phrase in term.credits for stem in phrase]

    def search(within: Filters) -> list[Candidate]:
        meaning = library.store.nearest(vector, 3 * DEPTH, within)
        words = [library.store.matching(each, DEPTH, within) for each in (own, others)]
        return _fuse([meaning[:DEPTH], *words], {hit.passage.id: hit.score for hit in meaning})

    free = search(filters)
    bounds = bounds_of(library, question, filters)
    pool = [*free, *(each for narrowed in bounds.narrow(filters) for each in search(narrowed))]
    kept = {each.passage.id: each for each in pool if bounds.allow(each.passage)}
    candidates = sorted(kept.values(), key=lambda each: -each.fused)
    if question.part and question.part.kind is not PartKind.DECISION:
        places = bounds.narrow(filters) or [filters]
        papers = bounds.papers
        if (
            question.part.kind is PartKind.SECTION and not question.items
        ):  # of the papers that are like the question
            papers = [each.passage.item_key for each in candidates[:LINKED] if each.passage.item_key]
        numbered = passages_with(library, question.part, question.items, places, filters, papers)
        known = {each.passage.id: each for each in candidates}
        candidates = [
            known.get(each.id, Candidate(each, 0.0, 0.0)) for each in numbered if bounds.allow(each)
        ]
    if question.wanted is Wanted.DECISION:
        standing = [each for each in candidates if bounds.stands_in_items(each.passage)]
        linked = _decisions(library, standing, {each.passage.id for each in candidates}, filters)
        candidates += [each for each in linked if bounds.in_bodies(each.passage)]
        if question.is_of_a_place:
            candidates = _all_decisions(library, bounds, filters) or candidates
    if question.wanted is Wanted.RECOMMENDATION:
        found = {each.passage.id for each in candidates}
        linked = _recommendations(library, candidates)
        candidates += [
            each
            for each in linked
            if each.passage.id not in found
            and bounds.allow(each.passage)
            and filters.document in (None, each.passage.span.document_id)
        ]
    return Found(tuple(candidates), tuple(free))


def _all_decisions(library: Library, bounds: Bounds, filters: Filters) -> list[Candidate]:
    """Every decision of the place named, in order, for "what was decided?" with nothing else; [] without a place."""
    places = bounds.narrow(filters) or ([filters] if filters else [])
    keys = [item.key for place in places for item in library.items(place) if item.decisions][:MOST_ITEMS]
    found = {passage.id: passage for key in keys for passage in library.passages(item_key=key)}
    return [
        Candidate(passage, 0.0, 0.0)
        for passage in found.values()
        if passage.kind is SectionKind.DECISION
        and bounds.allow(passage)
        and (not passage.set_aside or filters.document is not None)
    ]


def _decisions(
    library: Library, candidates: Sequence[Candidate], held: Collection[int], filters: Filters
) -> list[Candidate]:
    """Every further decision, not `held` yet, of the items that the best candidates come from.

    "To note the presentation" shares no word with the question, and the same matter's decision may stand in
    another paper than its report: both are reached through the item. A decision inherits its item's cosine.
    """
    cosines: dict[str, float] = {}
    keys = []
    for each in candidates[:LINKED]:
        for key in filter(None, (each.passage.item_key, each.passage.matter)):
            cosines[key] = max(each.cosine, cosines.get(key, 0.0))
        keys += [each.passage.item_key] if each.passage.item_key else []
    allowed = {item.key for item in library.items(filters)} if filters else None
    return [
        Candidate(
            passage, max(cosines.get(key or "", 0.0) for key in (passage.item_key, passage.matter)), 0.0
        )
        for passage in library.decisions(keys)
        if passage.id not in held
        and (allowed is None or passage.item_key in allowed)
        and (not passage.set_aside or filters.document is not None)
    ]


def _recommendations(library: Library, candidates: Sequence[Candidate]) -> list[Candidate]:
    """What the reports of the best candidates' matters recommend: "to note the report" says nothing of the matter."""
    cosines: dict[str, float] = {}
    for each in candidates[:LINKED]:
        if key := each.passage.item_key:
            cosines[key] = max(each.cosine, cosines.get(key, 0.0))
    for matter in library.matters_of(list(cosines)):
        keys = [paper.item.key for paper in matter.papers]
        best = max((cosines.get(key, 0.0) for key in keys), default=0.0)
        cosines |= {key: max(best, cosines.get(key, 0.0)) for key in keys}
    found = library.passages_of_items(list(cosines), (SectionKind.RECOMMENDATION,))
    return [Candidate(passage, cosines[passage.item_key or ""], 0.0) for passage in found]


def _fuse(lists: Iterable[Sequence[Hit]], cosines: dict[int, float]) -> list[Candidate]:
    scores: dict[int, float] = {}
    passages: dict[int, Passage] = {}
    for hits in lists:
        for hit in hits:
            passages[hit.passage.id] = hit.passage
            scores[hit.passage.id] = scores.get(hit.passage.id, 0.0) + 1.0 / (RRF + hit.rank)
    floor = min(cosines.values(), default=0.0)
    found = [Candidate(passages[key], cosines.get(key, floor), score) for key, score in scores.items()]
    return sorted(found, key=lambda each: -each.fused)
