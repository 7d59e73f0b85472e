"""Tell a list that a paper prints whole: who asks for all of it is not served by the line that leads to it, nor by some
of its members."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median

from corpus.models import Document
from corpus.parts.itemised import PrintedList, printed_lists
from corpus.parts.lines import split_sentences
from index.library import Library
from index.models import Passage
from index.passages import section_of
from rag.answering.choose import Choice
from rag.retrieval.evidence import Evidence
from rag.understanding.listing import LISTING, Listing, read_listing
from rag.understanding.question import Question
from rag.understanding.words import stems

MOST_LISTED = 40  # members told
MEMBER = 600  # characters of a member that are told
LONG = 350  # characters beyond which members are passages of a paper rather than points of a list
LOOKED_IN = 3  # papers
LOOKED_AT = 120  # pieces of evidence by which a list is found
BEFORE = 400  # characters before a list that may say what it is of
AROUND = 0.6  # worth of a word of the question that stands around the list, rather than in what leads to it
MUTE = 0.4  # against a list whose lead says nothing of the question: "the following points were made"
LED, BESIDE, ALONE = (
    0.3,
    0.4,
    0.5,
)  # share of the question that must be met: its lead is told; a member is; neither


@dataclass(frozen=True, slots=True)
class _Found:
    """A list in a paper, with what speaks for it."""

    list: PrintedList
    document: Document
    passages: Sequence[Passage]
    by: Evidence  # that stands in it
    worth: float

    @property
    def start(self) -> int:
        return self.list.lead[0] if self.list.lead else self.list.members[0][0]

    @property
    def end(self) -> int:
        return self.list.members[-1][1]


def with_lists(library: Library, question: Question, weighed: Sequence[Evidence], choice: Choice) -> Choice:
    """The choice, with the printed list that is asked for told whole, each member for itself, in the order printed."""
    listing = read_listing(question.text)
    if listing is None or not choice.evidence:
        return choice
    near = [each for each in weighed if not each.ruled_out][:LOOKED_AT]
    documents = list(dict.fromkeys(each.passage.span.document_id for each in (*choice.evidence, *near)))[
        :LOOKED_IN
    ]
    found = [each for id in documents for each in _lists(library, id, question, listing, near, choice)]
    best = max(found, key=lambda each: each.worth, default=None)
    return choice if best is None else _told_whole(choice, best)


def _lists(
    library: Library,
    id: str,
    question: Question,
    listing: Listing,
    near: Sequence[Evidence],
    choice: Choice,
) -> Iterator[_Found]:
    """The lists of a paper that are of what is asked."""
    document = library.document(id)
    told = [each for each in choice.evidence if each.passage.span.document_id == id]
    passages = [each.passage for each in (*told, *near) if each.passage.span.document_id == id]
    by = {each.passage.span.start: each for each in (*near, *told) if each.passage.span.document_id == id}
    held: list[Passage] = []
    for each in printed_lists(document.text):
        start = each.lead[0] if each.lead else each.members[0][0]
        reached = next(
            (one for one in passages if one.span.start < each.members[-1][1] and start < one.span.end), None
        )
        if reached is None or median(end - start for start, end in each.members) > LONG:
            continue
        worth = _worth(document.text, each, reached, question, listing, told)
        if worth is not None:
            held = held or [one for one in library.passages(document=id)]
            yield _Found(each, document, held, by[reached.span.start], worth)


def _worth(
    text: str,
    each: PrintedList,
    reached: Passage,
    question: Question,
    listing: Listing,
    told: Sequence[Evidence],
) -> float | None:
    """How much of the question the list's lead and what stands around it say; None for a list of other things."""
    asked = {word.stem for word in question.content} - LISTING - question.named
    if not asked:
        return None
    first = each.members[0][0]
    lead = text[slice(*each.lead)] if each.lead else ""
    label = text[first : first + 20].split(" ")[0] if text[first].isupper() else ""
    leads = stems(f"{lead} {label}" if lead or label else section_of(reached))
    around = stems(f"{text[max(0, first - BEFORE) : first]} {reached.heading}")
    own = asked & leads
    met = (len(own) + AROUND * len((asked & around) - own)) / len(asked)
    led = each.lead is not None and _is_told(told, each.lead)
    members = sum(_is_told(told, one) for one in each.members)
    if not (own or led) or not (listing.all or listing.noun in leads or len(own) > 1):
        return None
    if each.paragraphs and not (listing.all and len(own) > 1):
        return None
    enough = LED if led else BESIDE if members else ALONE
    if met < enough or (not led and not members and (not listing.all or len(own) < 2)):
        return None
    return met + 0.2 * led + 0.1 * min(members, 3) if own else met - MUTE


def _is_told(told: Sequence[Evidence], part: tuple[int, int]) -> bool:
    return any(one.start < part[1] and part[0] < one.end for one in told)


def _told_whole(choice: Choice, found: _Found) -> Choice:
    """The choice with the list in the place of the first of its parts that is told, or before all."""
    ranges = [*([found.list.lead] if found.list.lead else []), *found.list.members]
    quotes = [_quote(found, *_shortened(found.document.text, *each)) for each in ranges[: MOST_LISTED + 1]]
    evidence: list[Evidence] = []
    also: list[tuple[Evidence, ...]] = []
    placed = False
    for each, twins in zip(choice.evidence, choice.also, strict=True):
        within = each.passage.span.document_id == found.document.id
        if not (within and each.start < found.end and found.start < each.end):
            evidence.append(each)
            also.append(twins)
            continue
        before = _part(found, each, each.start, found.start)
        after = _part(found, each, found.end, each.end)
        parts = [*before, *([] if placed else quotes), *after]
        placed = True
        evidence += parts
        also += [()] * len(parts)
    if not placed:
        evidence, also = [*quotes, *evidence], [*[()] * len(quotes), *also]
    return replace(
        choice, evidence=tuple(evidence), also=tuple(also), unlisted=max(0, len(ranges) - len(quotes))
    )


def _part(found: _Found, each: Evidence, start: int, end: int) -> list[Evidence]:
    """What a piece of evidence says outside the list, if that is any words."""
    text = found.document.text[start:end] if start < end else ""
    if not any(map(str.isalpha, text)):
        return []
    start, end = start + len(text) - len(text.lstrip()), end - (len(text) - len(text.rstrip()))
    return [replace(each, start=start, end=end, text=found.document.text[start:end])]


def _shortened(text: str, start: int, end: int) -> tuple[int, int]:
    """A long member's first sentences."""
    if end - start <= MEMBER:
        return start, end
    ends = [stop for _, stop in split_sentences(text, start, end)]
    return start, max((stop for stop in ends if stop - start <= MEMBER), default=ends[0])


def _quote(found: _Found, start: int, end: int) -> Evidence:
    """The words from `start` to `end`, as of the passage that they stand in."""
    held = [each for each in found.passages if each.span.start < end and start < each.span.end]
    passage = held[0] if held else found.by.passage
    if not (passage.span.start <= start and end <= passage.span.end):
        span = found.document.span(start, end)
        passage = replace(passage, id=0, span=span, text=found.document.slice(span))
    candidate = replace(found.by.candidate, passage=passage)
    return replace(found.by, candidate=candidate, start=start, end=end, text=found.document.text[start:end])
