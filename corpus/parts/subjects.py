"""What each part of an item is about: a lettered heading, a title line, the question or motion that was put.

An item of "Service Operations Directorate" may hold ten matters, and "Agreed." says nothing alone: so what was said
and settled stands under the nearest words that name its subject. Papers with decision blocks seldom need it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from corpus.models import AgendaItem, Document, Paper, PaperKind, Section, SectionKind
from corpus.parts.lines import Line, split_lines
from corpus.parts.openings import ANSWERED, NO_TITLE, is_title

LONGEST_SUBJECT = 200  # characters
_TITLE = 120  # characters of a line that may be a title
_SAID = (SectionKind.DISCUSSION, SectionKind.DECISION, SectionKind.INTEREST)
_LETTERED = re.compile(r"(?P<mark>\d{0,2}\s?\((?:[a-z]{1,2}|[ivx]{1,5})\)|[a-z]\))\s+(?=\S)")
_CONSIDERS = re.compile(
    r"(?:To\s+(?:consider|receive|note|review|discuss|approve|adopt|agree)|Circulated)\b", re.IGNORECASE
)
_ASKED = re.compile(
    r"[“\"‘']?(?:I|We)\s+(?:(?:will|shall|would|hereby|also|further)\s+){0,3}(?:ask|move|call|propose)\b"
)
_ORDER = re.compile(  # of the meeting itself: of no matter before it
    r"\b(?:tak(?:e|en)|dealt?|deal)\b.{0,60}\bat\s+this\s+(?:point|stage|juncture)\b|\bstanding\s+orders?\b"
    r"|\bItems?\b.{0,60}\b(?:be\s+taken|taken\s+(?:first|next|before|together))\b",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[.;](?:\s|$)")


def name_subjects(paper: Paper) -> Paper:
    """The paper with a heading on each part of an item of its minutes that lacks one, where its words give one."""
    if paper.kind not in (PaperKind.MINUTES, PaperKind.AGENDA_AND_MINUTES):
        return paper
    meetings = tuple(
        replace(meeting, items=tuple(_named(paper.document, item) for item in meeting.items))
        for meeting in paper.meetings
    )
    return replace(paper, meetings=meetings)


def _named(document: Document, item: AgendaItem) -> AgendaItem:
    subject: str | None = None
    found: list[Section] = []
    for section in item.sections:
        if section.kind is SectionKind.RECOMMENDATION:
            found.append(replace(section, heading=" – ".join(filter(None, (subject, section.heading)))))
        elif section.heading is not None or section.kind not in _SAID:
            subject = section.heading if section.kind in _SAID else subject
            found.append(section)
        elif section.kind is SectionKind.DISCUSSION:
            for part in _parted(document, section):
                subject = subject_of(document, part) or subject
                found.append(replace(part, heading=subject))
        else:
            of_order = _ORDER.search(document.slice(section.span))
            found.append(section if of_order else replace(section, heading=subject))
    return replace(item, sections=tuple(found))


def _parted(document: Document, section: Section) -> Iterator[Section]:
    """A run of talk, parted before each lettered heading and each reply."""
    lines = split_lines(document.text, section.span.start, section.span.end)
    starts = [0] + [at for at in range(1, len(lines)) if _opens(lines[at]) and lines[at].gap]
    for first, last in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield replace(section, span=document.span(lines[first].start, lines[last - 1].end))


def _opens(line: Line) -> bool:
    if ANSWERED.match(line.text):
        return True
    mark = _LETTERED.match(line.text)
    return mark is not None and _is_subject(line.text[mark.end() :])


def subject_of(document: Document, section: Section) -> str | None:
    """The words that name what a run of talk is about, None when it opens with none."""
    lines = split_lines(document.text, section.span.start, section.span.end)
    text = lines[0].text
    if _ASKED.match(text):
        return _cut(" ".join(line.text for line in _asked(lines)))
    mark = _LETTERED.match(text)
    named = text[mark.end() :] if mark else text
    if mark and _CONSIDERS.match(named):
        return _cut(_ENDS.split(" ".join([named, *(line.text for line in lines[1:4])]))[0])
    return _cut(named) if len(lines) > 1 and lines[1].gap and _is_subject(named) else None


def _asked(lines: list[Line]) -> Iterator[Line]:
    """The lines of a question or a motion, up to what was said to it."""
    for line in lines:
        if ANSWERED.match(line.text):
            return
        yield line


def _is_subject(text: str) -> bool:
    """Whether a line is a heading, or says what was to be considered."""
    if _CONSIDERS.match(text):
        return True
    return len(text) <= _TITLE and text[-1] not in ".,;:" and is_title(text) and not NO_TITLE.match(text)


def _cut(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= LONGEST_SUBJECT else words[:LONGEST_SUBJECT].rsplit(" ", 1)[0]
