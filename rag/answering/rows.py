"""Tell all rows of a printed register or table: who asks for all that it lists is not served by some of them."""

from __future__ import annotations

from dataclasses import replace

from index.library import Library
from index.models import Passage
from index.passages import section_of
from rag.answering.choose import Choice
from rag.answering.printed import MOST_LISTED
from rag.retrieval.evidence import ROWS, Evidence, units
from rag.understanding.listing import LISTING, read_listing
from rag.understanding.question import Question
from rag.understanding.words import stems

# Words for rows, and for their being there.
_IDLE = LISTING | stems(
    "entry entries row rows line lines item items record recorded register table listed included includes contain "
    "contains published shown given paper papers report pack agenda meeting committee council set out"
)


def with_rows(library: Library, question: Question, choice: Choice) -> Choice:
    """The choice, with every row of the register or the table that some of its evidence stands in, where all of it is
    asked for and nothing in the question picks some of the rows out."""
    listing = read_listing(question.text)
    if listing is None or not listing.all:
        return choice
    meant = [each for each in choice.evidence if _is_all_asked_for(question, each.passage)]
    lead = next((each for each in meant if _is_of_days(question, each.passage)), next(iter(meant), None))
    if lead is None:
        return choice
    rows = [
        row
        for passage in library.passages(document=lead.passage.span.document_id)
        if _place(passage) == _place(lead.passage)
        for row in _rows(passage, lead)
    ]
    if len(rows) < 2:
        return choice
    others = [
        (each, twins)
        for each, twins in zip(choice.evidence, choice.also, strict=True)
        if _place(each.passage) != _place(lead.passage)
    ]
    told = rows[:MOST_LISTED]
    return replace(
        choice,
        evidence=(*told, *(each for each, _ in others)),
        also=(*((),) * len(told), *(twins for _, twins in others)),
        unlisted=len(rows) - len(told),
    )


def _is_all_asked_for(question: Question, passage: Passage) -> bool:
    """Whether a passage is of rows, and what stands above them says all that the question is about."""
    asked = {word.stem for word in question.content} - _IDLE - question.named
    above = stems(section_of(passage))
    around = stems(f"{passage.heading} {passage.title or ''}")
    return passage.kind in ROWS and asked <= above | around and not asked.isdisjoint(above)


def _is_of_days(question: Question, passage: Passage) -> bool:
    return any(span.first <= passage.date <= span.last for span in question.dates if passage.date)


def _place(passage: Passage) -> tuple[str, str, str | None, str]:
    """The paper, the sort of rows, the item and the heading under which a row is printed."""
    heading = section_of(passage).split(" | ")[0]
    return passage.span.document_id, passage.kind.value, passage.item_key, heading


def _rows(passage: Passage, lead: Evidence) -> list[Evidence]:
    """The rows of a passage, without that of the titles of the columns."""
    titles = stems(section_of(passage))
    base, found = passage.span.start, []
    for start, end in units(passage):
        text = passage.text[start:end]
        if "\t" in text and not stems(text) <= titles:
            candidate = replace(lead.candidate, passage=passage)
            found.append(replace(lead, candidate=candidate, start=base + start, end=base + end, text=text))
    return found
