"""The agenda of a front sheet: numbered matters, what is asked about each, on which pages its report stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.layouts.minutes import BLANK_PAGE, HELD
from corpus.models import Document
from corpus.parts.cover import COVER
from corpus.parts.lines import Line, fold

_ENTRY = re.compile(
    r"(?P<number>(?P<count>\d{1,2})[a-z]?)\.[\t ]+(?P<title>\S.*?)"
    r"(?:(?<!\t)\t+(?P<pages>(?:Pages?\s+)?\d+(?:\s*[-–]\s*\d+)?|To follow))?$"
)
_PAGES = re.compile(
    r"(?P<title>.{1,300}?)\s?\(Pages?\s[\d –-]+\)"
)  # "6. Title that goes on (Pages 85 - 276)"
_PURPOSE = re.compile(
    r"(?<!\s)\s+(?=(?:(?:Joint |Verbal |Progress )?(?:Report|Presentation|Update|Briefing|Note|Briefing note) "
    r"(?:of|from|by) (?:the\b|[A-Z])"
    r"|To (?:approve|consider|receive|note|agree|allow|confirm|hear|discuss|decide)\b|The report of\b))"
)
_OPENING = re.compile(r"(?:The\s+)?Agenda(?:\s*:)?$", re.IGNORECASE)
_AFTER = re.compile(
    r"(?:Information about|Further Information|Notes? (?:to|for)|Membership)\b|EXEMPT ITEMS$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One matter on an agenda: characters `start` to `end` of the document tell what it is."""

    number: str
    title: str
    start: int
    end: int
    has_pages: bool


def has_agenda(lines: Sequence[Line]) -> bool:
    return any(_OPENING.match(line.text) for line in lines)


def looks_like_front_sheet(document: Document, lines: Sequence[Line]) -> bool:
    """An agenda published by itself: its first lines say so, and matters follow, numbered from 1."""
    return has_agenda(lines[:10]) and len(read_agenda(document, lines)) > 2


def read_agenda(document: Document, lines: Sequence[Line]) -> list[Entry]:
    """Entries numbered 1, 2, 3... below the line "Agenda", each with the lines that explain it."""
    opening = next((index for index, line in enumerate(lines) if _OPENING.match(line.text)), None)
    if opening is None:
        return []
    entries: list[Entry] = []
    for line in lines[opening + 1 :]:
        match = _ENTRY.match(line.text)
        if match and match["count"] == str(len(entries) + 1):
            title = _PURPOSE.split(match["title"])[0].strip()
            entries.append(Entry(match["number"], title, line.start, line.end, bool(match["pages"])))
        elif _ends_agenda(line):
            break
        elif entries:
            entries[-1] = replace(entries[-1], end=line.end)
    return [_with_pages(document, entry) for entry in entries]


def _ends_agenda(line: Line) -> bool:
    return line.text == BLANK_PAGE or any(
        pattern.search(line.text) if pattern is HELD else pattern.match(line.text)
        for pattern in (_AFTER, COVER, HELD)
    )


def _with_pages(document: Document, entry: Entry) -> Entry:
    """The same entry when its pages are printed in brackets behind a title that may take several lines."""
    text = fold(document.text[entry.start : min(entry.end, entry.start + 400)])
    match = _PAGES.match(text.partition(" ")[2])
    return entry if entry.has_pages or not match else replace(entry, title=match["title"], has_pages=True)
