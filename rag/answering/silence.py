"""Why the record does not answer, where that can be told for certain: a word that no paper has, a thing that was not
done, a sum that the item does not print."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile
from textwrap import shorten

from corpus.models import SectionKind
from index.library import Library
from index.models import MatterRecord, Passage
from rag.answering.places import say_date, say_item
from rag.retrieval.counting import MONEY
from rag.retrieval.evidence import Evidence
from rag.retrieval.fitting import VOTED
from rag.retrieval.retrieve import Candidate
from rag.understanding.acts import Act, asks_why, presumed, tells
from rag.understanding.lexicon import PLAIN, Term
from rag.understanding.question import Question
from rag.understanding.wanted import Wanted
from rag.understanding.words import stems

ON_TOPIC = 0.3  # share of the question that an item's title says, from which it is what was asked about
STRANGE = 0.6  # weight of a term, from which a word that no paper has is worth telling
MOST_WORDS = 2
LONGEST = 240  # characters quoted of what says otherwise
_MARKS = ".,;:?!()“”‘’'\""
_SUBJECT = re.compile(  # "about trams", "a tram", "for the trams"; not "for the sake of"
    r"\b(?:(?:about|on|over|of|for|with|into|regarding|concerning)\s+(?:(?:any|an?|the)\s+)?|(?:any|an?|the)\s+)([^\W\d_]{3,}(?:\s+[^\W\d_]{3,})?)\b(?!\s+of\b)",
    re.IGNORECASE,
)
_TITLES = stems("councillor cllr alderman mr mrs ms miss dr prof professor canon rev sir dame lady lord")
_DONE = {
    Act.REFUSED: "refused or opposed",
    Act.DEFERRED: "put off",
    Act.WITHDRAWN: "withdrawn or ended",
    Act.APPROVED: "approved",
}


@dataclass(frozen=True, slots=True)
class Silence:
    """Why there is no answer, in a sentence, and the item that the reason is about."""

    reason: str | None = None
    about: tuple[Candidate, ...] = ()


def why_silent(
    library: Library,
    question: Question,
    terms: Sequence[Term],
    weighed: Sequence[Evidence],
    denied_by: Evidence | None = None,
) -> Silence:
    """Why evidence, sorted best first, does not answer a question of these terms; no reason when none is certain.
    `denied_by` is as in `Verdict`."""
    if not library.coverage().passages:
        return Silence()
    if words := _unheld_names(question, terms):
        return Silence(f"The papers held never mention {words}.")
    if denied_by is not None:
        decided = denied_by.passage.kind is SectionKind.DECISION
        what = "decision" if decided else "record"
        quote = shorten(denied_by.text, LONGEST, placeholder=" …")
        stop = "" if quote[-1:] in ".?!…" else "."
        told = f"The {what} of {_place(denied_by.passage)} says otherwise: “{quote}”{stop}"
        return Silence(told, (denied_by.candidate,))
    matter = _matter(library, weighed)
    if matter is not None:
        texts = [each for paper in matter.papers for each in library.passages(item_key=paper.item.key)]
        if reason := _not_done(question, matter, texts) or _not_told(question, matter, texts):
            return Silence(reason, (weighed[0].candidate,))
    if words := _unheld_subjects(question, terms):
        return Silence(f"The papers held never mention {words}.")
    return Silence("Nothing found is plainly told as the reason." if asks_why(question.text) else None)


def _unheld_names(question: Question, terms: Sequence[Term]) -> str:
    """The names that no paper has, as the question writes them."""
    unheld = {term.word.stem for term in terms if term.word.is_name and not term.credits} - _TITLES
    return _quoted([word for word in question.text.split() if stems(word) and stems(word) <= unheld])


def _unheld_subjects(question: Question, terms: Sequence[Term]) -> str:
    """The words for what is asked about that no paper has, nor a word that means the same."""
    strange = {
        term.word.stem
        for term in terms
        if max(term.credits.values(), default=0.0) < PLAIN
        and term.weight >= STRANGE
        and not term.word.is_frame
    }
    strange -= {stem for term in terms for phrase in term.credits if len(phrase) == 1 for stem in phrase}
    said = [
        list(takewhile(lambda word: stems(word) <= strange, match[1].split()))
        for match in _SUBJECT.finditer(question.text)
    ]
    return _quoted([" ".join(words) for words in said if words])


def _quoted(words: Sequence[str]) -> str:
    shown = [f"“{word.strip(_MARKS)}”" for word in dict.fromkeys(words)]
    return " or ".join(shown[:MOST_WORDS])


def _matter(library: Library, weighed: Sequence[Evidence]) -> MatterRecord | None:
    """The matter of the best evidence, when it is what was asked about."""
    best = weighed[0] if weighed else None
    if best is None or best.titled < ON_TOPIC or best.passage.item_key is None:
        return None
    return next(iter(library.matters_of([best.passage.item_key])), None)


def _not_done(question: Question, matter: MatterRecord, texts: Sequence[Passage]) -> str | None:
    """That what the question takes for granted is not recorded, with what is."""
    act = presumed(question.text)
    outcomes = list(dict.fromkeys(each.outcome for each in matter.decisions if each.outcome))
    if act is None or not outcomes or matter.truncated:
        return None
    if act is not Act.APPROVED and any(tells(act, each.text) for each in texts):
        return None
    if act is Act.APPROVED and any(tells(act, outcome.value) for outcome in outcomes):
        return None
    told = " and ".join(outcome.value for outcome in outcomes)
    return f"They do not say that it was {_DONE[act]}: the outcome recorded of {_place(matter)} is: {told}."


def _not_told(question: Question, matter: MatterRecord, texts: Sequence[Passage]) -> str | None:
    """That the item which comes nearest has nothing of the sort that is asked for."""
    if matter.truncated:
        return None
    if question.wanted is Wanted.MONEY and not any(MONEY.search(each.text) for each in texts):
        return f"What comes nearest, {_place(matter)}, names no sum of money."
    if question.wanted is Wanted.VOTE and not any(VOTED.search(each.text) for each in texts):
        return f"What comes nearest, {_place(matter)}, records no vote."
    return None


def _place(where: MatterRecord | Passage) -> str:
    number = where.item if isinstance(where, Passage) else where.number or where.agenda_number
    item = say_item(number, where.title)
    return ", ".join(filter(None, (say_date(where.date) if where.date else None, item)))
