"""The votes that minutes print, whether a decision of theirs carries the numbers or only a sentence tells them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from corpus.models import SectionKind, Vote
from corpus.parts.lines import fold, split_sentences
from corpus.parts.votes import find_votes
from index.library import Library
from index.models import Filters, Passage
from rag.answering.compose import Quote
from rag.computed.entries import Entry
from rag.computed.showing import Member, is_of
from rag.computed.topics import About, Topic
from rag.understanding.words import stems

_WORDS = [[(word,) for word in ("vote", "votes", "voted", "voting", "favour")]]
Sums = tuple[frozenset[int | None], int]
_KINDS = (SectionKind.DISCUSSION, SectionKind.DECISION)
# What another meeting voted: "had on 16 October 2018 asked by 7 votes to 3".
_ELSEWHERE = re.compile(
    r"\b(?:on|in|of)\s+(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:January|February|March|April|May|June|July|August|September"
    r"|October|November|December),?\s+\d{4}\b",
    re.IGNORECASE,
)


def other_votes(
    library: Library,
    places: Sequence[Filters],
    entries: Sequence[Entry],
    topic: Topic | None,
    abouts: Sequence[About],
) -> list[Member]:
    """A member for each vote of the entries that no decision of theirs carries, with the words that tell it."""
    of_item = {item.key: entry for entry in entries for item in entry.items}
    ids = [each.id for place in places for each in library.saying(_WORDS, place) if each.itself]
    carried: dict[str, Counter[Sums]] = {}  # by decisions, told already
    for entry in entries:
        decisions = entry.deciding.decisions if entry.deciding else ()
        carried[entry.matter.id] = Counter(_sums(each.vote) for each in decisions if each.vote)
    members: dict[tuple[str, str], Member] = {}
    for passage in library.passages_by_id(ids).values():
        of = of_item.get(passage.item_key or "")
        if not of or passage.kind not in _KINDS or passage.set_aside:
            continue
        of_it = topic is None or any(is_of(item, abouts) for item in of.items)
        for vote, quote in _votes(passage):
            if carried[of.matter.id][_sums(vote)]:
                carried[of.matter.id][_sums(vote)] -= 1
            elif of_it or (topic and topic.said_in(stems(quote.text))):
                members.setdefault((of.matter.id, fold(quote.text)), Member(of, (quote,)))
    return list(members.values())


def _votes(passage: Passage) -> list[tuple[Vote, Quote]]:
    """The votes of a passage that are of its own meeting, each with its sentence or list of names."""
    sentences = list(split_sentences(passage.text, 0, len(passage.text)))
    found = []
    for cast in find_votes(passage.text):
        told = [span for span in sentences if span[0] < cast.end and cast.start < span[1]]
        start, end = min(cast.start, *(s for s, _ in told)), max(cast.end, *(e for _, e in told))
        both = cast.vote.in_favour is not None and cast.vote.against is not None  # else an election
        if both and not _ELSEWHERE.search(passage.text[start:end]):
            base = passage.span.start
            found.append((cast.vote, Quote(passage, base + start, base + end)))
    return found


def _sums(vote: Vote) -> Sums:
    """Either way round: what is lost is now and then told by those against."""
    return frozenset((vote.in_favour, vote.against)), vote.abstained or 0
