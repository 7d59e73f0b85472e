"""Who sent apologies to a meeting: from its list of who attended, or from the item that is about apologies."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.models import SectionKind
from corpus.parts.lines import split_sentences
from index.library import Library
from index.models import Filters
from rag.answering.compose import Quote, whole
from rag.computed.attended import apologies_in, attendances
from rag.computed.people import Person, fold_name, people_in
from rag.computed.sittings import Sitting

APOLOGIES = re.compile(
    r"\bapolog(?:y|ies|is\w*|iz\w*)\b|\b(?:absent|absences?|absentees?|missing)\b", re.IGNORECASE
)
_AWAY = r"(?:attend|be (?:there|present)|come|make it|turn up|show up)\b"
STAYED_AWAY = re.compile(  # asked of anybody
    r"\b(?:who|which|how many|list|names?)\b.*(?:\b(?:missed|stayed away|(?:was|were) (?:away|not (?:there|present)))\b"
    rf"|\b(?:not|unable to|failed to|cannot)\s+{_AWAY}|n[’']t\s+{_AWAY}|\b(?:was|were)n[’']t (?:there|present)\b)",
    re.IGNORECASE,
)
_WORDING = [[("apologies",), ("apology",)]]
_CAME = re.compile(
    r"\b(?:present|attended|attending|joined|arrived|virtual\w*|online|remote\w*)\b", re.IGNORECASE
)
_LABEL = re.compile(r"apologies[^\n.]{0,40}\n", re.IGNORECASE)
# Who comes for somebody is named after this, and was there.
_INSTEAD = re.compile(
    r"\(|;|\bsubstitut|\bdeputis|\brepresented|\bin (?:his|her|their|whose) place\b|\bfor whom\b",
    re.IGNORECASE,
)


def apologies_of(library: Library, places: Sequence[Filters], held: Sequence[Sitting]) -> list[list[Quote]]:
    """For each meeting what its papers say of apologies; [] where they say nothing."""
    under = _items(library, places)
    found = []
    for sitting, printed in zip(held, attendances(library, held), strict=True):
        names = sitting.attendance.apologies if sitting.attendance else ()
        papers = [(paper.document, paper.position) for paper in sitting.papers]
        found.append(
            apologies_in(printed, names) or [quote for paper in papers for quote in under.get(paper, ())]
        )
    return found


def _items(library: Library, places: Sequence[Filters]) -> dict[tuple[str, int], list[Quote]]:
    """What the items called "Apologies" say, by paper and meeting."""
    kinds = (SectionKind.ATTENDANCE, SectionKind.DISCUSSION, SectionKind.DECISION)
    ids = [
        each.id
        for place in places
        for each in library.saying(_WORDING, place)
        if each.kind in kinds and APOLOGIES.search(each.title or "")
    ]
    found: dict[tuple[str, int], list[Quote]] = {}
    for passage in library.passages_by_id(ids).values():
        found.setdefault((passage.span.document_id, passage.meeting), []).append(whole(passage))
    return found


def sent_by(person: Person, quotes: Sequence[Quote]) -> list[Quote]:
    """The sentences of what is said of apologies that name somebody as sending them; under a label, all that is."""
    found = []
    for quote in quotes:
        text = quote.text
        for start, end in split_sentences(text, 0, len(text)):
            if _is_away(person, text[start:end]):
                start = 0 if _LABEL.match(text) else start
                found.append(Quote(quote.passage, quote.start + start, quote.start + end))
    return found


def _is_away(person: Person, sentence: str) -> bool:
    named = _INSTEAD.split(sentence)[0]
    if _CAME.search(named) or person.surname not in {
        fold_name(word) for word in re.findall(r"[\w’'‘-]+", named)
    }:
        return False
    alike = [each for each in people_in(named) if each.surname == person.surname]
    return not alike or any(map(person.may_be, alike))
