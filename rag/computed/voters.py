"""How one member voted: what the minutes say of it, and whether they say it at all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from corpus.parts.lines import split_sentences
from index.models import Passage
from rag.answering.compose import Quote
from rag.computed.people import Person, fold_name, people_in, read_person

UNANIMOUS = re.compile(
    r"\bunanim|\bnem\.? ?con|\bwithout dissent|\ball (?:members )?(?:present )?in favour", re.IGNORECASE
)
_CAST = re.compile(r"\b(?:vote[ds]?|voting|abstain\w*)\b", re.IGNORECASE)
_CAPITAL = r"[^\W\d_a-z][\w’'-]+"
# Without a title: "did Ash vote against it?"
_BARE = re.compile(
    rf"\b(?i:did) (?!(?:The|Council|Cabinet|Members|Councillors|Anybody|Anyone|Everybody|Everyone)\b)"
    rf"({_CAPITAL}(?: {_CAPITAL})?) (?i:vote|abstain)\b"
)


def voter_in(question: str) -> Person | None:
    """The member whose vote a question asks about, if it names one."""
    if people := people_in(question):
        return people[0]
    bare = _BARE.search(question)
    return read_person(bare[1]) if bare else None


def of_voter(minutes: Iterable[Passage], voter: Person) -> list[Quote]:
    """The sentences that tell of one member's vote: "Councillor Ash declared an interest and did not vote"."""
    return [
        Quote(passage, passage.span.start + start, passage.span.start + end)
        for passage in dict.fromkeys(minutes)
        for start, end in split_sentences(passage.text, 0, len(passage.text))
        if _CAST.search(passage.text[start:end]) and _names(passage.text[start:end], voter)
    ]


def tells_how(voter: Person, told: Sequence[Quote]) -> bool:
    """Whether what is told names the member, or says that all voted alike."""
    return any(_names(quote.text, voter) or UNANIMOUS.search(quote.text) for quote in told)


def _names(text: str, person: Person) -> bool:
    return person.surname in {fold_name(word) for word in re.findall(r"[\w’'-]+", text)}
