"""The exact words of a list of who attended: all of it, a person's place in it, the apologies, the chair."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from corpus.models import SectionKind
from corpus.parts.lines import split_sentences
from corpus.parts.people import split_attendance
from index.library import Library
from index.models import MeetingRecord, Passage
from rag.answering.compose import Quote
from rag.computed.people import Person, fold_name, read_person
from rag.computed.sittings import Sitting

_PARAGRAPH = re.compile(r"\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*")
_APOLOGY = re.compile(r"\bapolog", re.IGNORECASE)
_LABEL = re.compile(r"^[^\n:]{0,60}:?\s*$")
_ABSENT = re.compile(r"\b(?:absent|absence)\b", re.IGNORECASE)
_IN_CHAIR = re.compile(
    r"\(?\bin the chair\b\)?|\((?:in )?the chair\)|\((?:the )?chair(?:man|woman|person)?\)"
    r"|\bchair(?:man|woman|person)?\s*[:–-]|\bpresiding\b|,\s*chair(?:man|woman|person)?\b",
    re.IGNORECASE,
)
_TOOK_CHAIR = re.compile(
    r"\b(?:took|taking|assumed|vacated|resumed|in) the chair\b|(?<!would )(?<!will )\bpresided\b"
    r"|\bchaired (?:the|this) (?:meeting|item)\b",
    re.IGNORECASE,
)
_NEAR = 200  # characters between a name and the words that put it in the chair


def attendance_of(library: Library, sitting: Sitting) -> list[Passage]:
    """The list of who attended, in the order printed; [] when no paper has one."""
    return attendances(library, [sitting])[0]


def attendances(library: Library, held: Sequence[Sitting]) -> list[list[Passage]]:
    """The list of each meeting."""
    documents = {sitting.attendance.document for sitting in held if sitting.attendance}
    printed: dict[tuple[str, int], list[Passage]] = defaultdict(list)
    for passage in library.passages_of_documents(documents, (SectionKind.ATTENDANCE,)) if documents else ():
        if passage.item_key is None:  # what is said of absence under an item is no list
            printed[passage.span.document_id, passage.meeting].append(passage)
    papers = [sitting.attendance for sitting in held]
    return [printed[paper.document, paper.position] if paper else [] for paper in papers]


def whole_list(passages: Sequence[Passage], paper: MeetingRecord) -> list[Quote]:
    """All of the list, without the heading above it."""
    quotes = []
    for at, passage in enumerate(passages):
        units = list(split_attendance(passage.text, 0, len(passage.text)))
        first = next((start for start, end in units if _names_any(passage.text[start:end], paper)), 0)
        start = passage.span.start + (first if at == 0 else 0)
        quotes.append(Quote(passage, start, passage.span.end))
    return quotes


def person_lines(passages: Sequence[Passage], person: Person) -> list[Quote]:
    """The paragraphs of the list that name somebody of that surname."""
    return [
        Quote(passage, passage.span.start + start, passage.span.start + end)
        for passage in passages
        for start, end in _paragraphs(passage.text)
        if person.surname in _words(passage.text[start:end])
    ]


def apologies_in(passages: Sequence[Passage], names: Sequence[str]) -> list[Quote]:
    """What the list says of apologies and absence: the sentence, or the label with the names under it."""
    surnames = {read_person(name).surname for name in names}
    found = []
    for passage in passages:
        paragraphs = list(_paragraphs(passage.text))
        for at, (start, end) in enumerate(paragraphs):
            text = passage.text[start:end]
            if not (_APOLOGY.search(text) or (_ABSENT.search(text) and _LABEL.match(text.split("\n")[0]))):
                continue
            if not _LABEL.match(text.split("\n")[0]) and not _APOLOGY.match(text):
                for first, last in split_sentences(text, 0, len(text)):
                    if _APOLOGY.search(text[first:last]):
                        found.append((passage, start + first, start + last))
                continue
            for _, following in paragraphs[at + 1 :]:
                if not surnames & _words(passage.text[end:following]):
                    break
                end = following
            found.append((passage, start, end))
    return [
        Quote(passage, passage.span.start + start, passage.span.start + end) for passage, start, end in found
    ]


def chair_line(passages: Sequence[Passage], chair: str) -> Quote | None:
    """The words that put somebody in the chair; None when they are not printed beside the name."""
    surname = read_person(chair).surname
    best: tuple[int, Quote] | None = None
    for passage in passages:
        text = passage.text
        for mark in _IN_CHAIR.finditer(text):
            for name in re.finditer(r"[\w’'-]+", text[max(0, mark.start() - _NEAR) : mark.end() + _NEAR]):
                if fold_name(name.group()) != surname:
                    continue
                at = max(0, mark.start() - _NEAR) + name.start()
                apart = mark.start() - at if at < mark.start() else at - mark.end()
                if apart >= 0 and (best is None or apart < best[0]):
                    best = apart, _around(passage, at, at + len(name.group()), *mark.span())
    return best[1] if best else None


def chair_taken(passages: Sequence[Passage]) -> list[Quote]:
    """The sentences of minutes that tell who took the chair, or left it."""
    return [
        Quote(passage, passage.span.start + start, passage.span.start + end)
        for passage in passages
        if _TOOK_CHAIR.search(passage.text)
        for start, end in split_sentences(passage.text, 0, len(passage.text))
        if _TOOK_CHAIR.search(passage.text[start:end])
    ]


def overlap(one: Quote, other: Quote) -> bool:
    return one.passage.id == other.passage.id and one.start < other.end and other.start < one.end


def _around(passage: Passage, name: int, name_end: int, mark: int, mark_end: int) -> Quote:
    """From the start of the line of what stands first to the end of what stands last, or of its line if that names."""
    text = passage.text
    start = text.rfind("\n", 0, min(name, mark)) + 1
    end = mark_end
    if name > mark:
        end = text.find("\n", name_end)
        end = len(text) if end < 0 else end
    while text[start].isspace():
        start += 1
    return Quote(passage, passage.span.start + start, passage.span.start + end)


def _names_any(text: str, paper: MeetingRecord) -> bool:
    words = _words(text)
    named = (*paper.present, *paper.apologies, *filter(None, (paper.chair,)))
    return any(read_person(name).surname in words for name in named)


def _words(text: str) -> set[str]:
    return {fold_name(word) for word in re.findall(r"[\w’'‘-]+", text)}


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    return (match.span() for match in _PARAGRAPH.finditer(text))
