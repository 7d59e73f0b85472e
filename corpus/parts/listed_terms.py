"""Glossaries set out as tables ("Acronym | Meaning") or as lists under a heading that says so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.parts.acronyms import is_acronym, spells, words_in
from corpus.parts.lines import BULLET, split_lines, split_sentences

_HEADING = re.compile(
    r"\b(?:glossary|abbreviations|acronyms|defined terms|definition of terms)\b", re.IGNORECASE
)
_SHORT = re.compile(r"(?:acronyms?|abbreviations?|initials|terms?|short form)\W*", re.IGNORECASE)
_LONG = re.compile(
    r"(?:meanings?|definitions?|descriptions?|explanations?|(?:what it )?(?:means|stands for)|in full|"
    r"full (?:name|title|form|meaning)|long form)\W*",
    re.IGNORECASE,
)
_ENTRY = re.compile(r"(?P<short>[^\W_][^:–—=\t]{0,58}?)(?:\s*[–—:=\t]\s*|\s+-\s+)(?=[^\W_])")
_SPACED = re.compile(r"(?P<short>\S{2,10})\s+(?=\S)")
_LONGEST = 600  # characters of one entry

Listed = tuple[str, str, tuple[int, int]]  # term, meaning, range of the entry


def rows_of(text: str, start: int, end: int) -> Iterator[Listed]:
    """Rows of tables whose first row names a column of terms and, beside it, one of meanings."""
    columns: list[int] = []
    above = start
    for first, last in split_sentences(text, start, end):
        gap, above = text.count("\n", above, first) > 1, last
        cells = [" ".join(cell.split()) for cell in text[first:last].split("\t")]
        titles = [
            at
            for at in range(len(cells) - 1)
            if _SHORT.fullmatch(cells[at]) and _LONG.fullmatch(cells[at + 1])
        ]
        if titles or gap or len(cells) < 2:
            columns = titles
        elif "\n" not in text[first:last]:  # a cell that wraps may belong to either column
            for at in columns:
                if at + 1 < len(cells) and cells[at] and cells[at + 1]:
                    yield cells[at], cells[at + 1], (first, last)


def entries_of(text: str, start: int, end: int, heading: str | None) -> Iterator[Listed]:
    """Entries under a heading such as "Glossary": a term, a mark between, and what it means, over all its lines."""
    if not _HEADING.search(heading or ""):
        return
    entry: tuple[str, int, int, int] | None = None  # term; start of the entry, start and end of the meaning
    for line in split_lines(text, start, end):
        lead = bullet.end() if (bullet := BULLET.match(line.text)) else 0
        if opened := _opened(line.text, lead):
            if entry:
                yield _listed(text, *entry)
            term, at = opened
            entry = term, line.start + lead, line.start + at, line.end
        elif entry and not line.gap and not lead and line.end - entry[1] <= _LONGEST:
            entry = (*entry[:3], line.end)
        elif entry:
            yield _listed(text, *entry)
            entry = None
    if entry:
        yield _listed(text, *entry)


def _opened(line: str, lead: int) -> tuple[str, int] | None:
    """The term that a line opens with and where its meaning begins."""
    if match := _ENTRY.match(line, lead):
        return match["short"].strip(), match.end()
    match = _SPACED.match(line, lead)
    if match and is_acronym(match["short"]):
        words = [word.group() for word in words_in(line[match.end() :])]
        if any(spells(match["short"], words[:count]) for count in range(2, len(words) + 1)):
            return match["short"], match.end()
    return None


def _listed(text: str, term: str, first: int, begin: int, last: int) -> Listed:
    return term, text[begin:last], (first, last)
